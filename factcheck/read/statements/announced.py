"""Lists that say what a figure consists of: "1.760 dịch vụ, gồm 835 toàn trình và 925 một phần".

Such words leave no rest, as "of which" does. Where the parts do not add up, though one slip of the hand would explain
it or they all but do, the text means them to; and so it does where what is "of which" comes to a little more than all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.quantity import AMOUNTS
from factcheck.read.statements.page import Page
from factcheck.read.statements.slips import explains_sum
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_LEAD = 90
_FEWEST, _MOST = 2, 12
# Of a number of three digits or more, one in a hundred.
_TELLING = 100
_OPENED = 3
_CLOSE = Fraction(1, 100)
_ENDS = re.compile(r"[;)]|[.!?…](?:\s|\Z)")


def announced_parts(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, list[int]]:
    """Return the figures that lists take apart, each with its parts: they add up to it, or would but for one slip."""
    found: dict[int, list[int]] = {}
    for first in range(1, len(statements)):
        if (between := _between(page, statements[first - 1], statements[first])) is None:
            continue
        leaves_no_rest = words.consists.search(between) is not None
        if not leaves_no_rest and not words.parts.search(between):
            continue
        number = _whole(page, statements, first) if leaves_no_rest else first - 1
        if number is None or not _is_plain(statements[number]):
            continue
        whole = statements[number]
        parts = _parts(page, statements, whole, first, words)
        if not _FEWEST <= len(parts) <= _MOST:
            continue
        # "Đã giải quyết 194.380 hồ sơ, trong đó đúng hạn 193.060, quá hạn 1.320".
        in_two = _divide(statements, parts, words)
        values = [statements[part].quantity.value for part in parts]
        total: Exact = sum(values)
        over = divide(total, whole.quantity.value) - 1
        if leaves_no_rest:
            means = -_CLOSE <= over <= _CLOSE or explains_sum(whole.quantity.value, values)
        else:
            means = 0 < over <= _CLOSE or (in_two and explains_sum(whole.quantity.value, values))
        if adds_up(statements, number, parts) or (means and whole.quantity.value >= _TELLING):
            found[number] = parts
    return found


def adds_up(statements: Sequence[Statement], whole: int, parts: Sequence[int]) -> bool:
    """Whether figures add up to another, within what they are rounded to."""
    total = Interval.point(0)
    for part in parts:
        total += statements[part].quantity.soft
    return total.meets(statements[whole].quantity.soft)


def _divide(statements: Sequence[Statement], parts: Sequence[int], words: StatementWords) -> bool:
    """Whether two parts are all of a whole: on time and late; what is "done" and what is "being done" may not be."""
    one, other = (statements[part] for part in (parts[0], parts[-1]))
    return len(parts) == _FEWEST and are_complements(one, other, words, telling=True)


def are_complements(one: Statement, other: Statement, words: StatementWords, *, telling: bool = False) -> bool:
    """Whether two figures are of states that divide a whole in two: on time and late; ``telling`` if surely so."""
    texts = [f" {statement.left.rpartition(',')[2]} {statement.right.partition(',')[0]} " for statement in (one, other)]
    for left, right in words.complements:
        if telling and left <= words.reporting | words.stop_words:
            continue
        for first, second in ((left, right), (right, left)):
            if any(f" {word} " in texts[0] for word in first) and any(f" {word} " in texts[1] for word in second):
                return True
    return False


def _between(page: Page, whole: Statement, first: Statement) -> str | None:
    """Return the words between a figure and the next, if the same clause goes on with it."""
    between = page.lower[whole.quantity.end : first.quantity.start].rpartition("), ")[2]
    if first.sentence != whole.sentence or len(between) > _LEAD or _ENDS.search(between):
        return None
    return between


def _whole(page: Page, statements: Sequence[Statement], first: int) -> int | None:
    """Return what a list takes apart: the figure before it, or before a change and what that one is held against.

    "425 vụ, tăng 6,8% so với tháng 4 (398 vụ), gồm 212 …".
    """
    part = statements[first]
    for number in range(first - 1, -1, -1):
        other = statements[number]
        if other.sentence != part.sentence:
            return None
        bracketed = (
            page.lower[max(0, other.quantity.start - _OPENED) : other.quantity.start].rstrip(" $€£").endswith("(")
        )
        if bracketed or not other.is_level or other.against:
            continue
        return number if other.is_like(part) else None
    return None


def _parts(
    page: Page, statements: Sequence[Statement], whole: Statement, first: int, words: StatementWords
) -> list[int]:
    """Return the figures of a list from the first on, if they are all that its clause goes on with, and of one kind."""
    parts = [first]
    for part in range(first, len(statements)):
        between = page.lower[statements[part - 1].quantity.end : statements[part].quantity.start]
        if statements[part].sentence != whole.sentence or (part > first and _ENDS.search(between)):
            break
        if (
            not statements[part].is_like(whole)
            or not _is_plain(statements[part])
            or (part > first and words.contains.search(between))
        ):
            return []
        parts = [*range(first, part + 1)]
    last = page.lower[statements[parts[-1]].quantity.end : whole.sentence.end]
    ends = _ENDS.search(last)
    rest = last[: ends.start()] if ends else last
    joined = page.lower[statements[parts[-1]].quantity.start - _LEAD : statements[parts[-1]].quantity.start]
    closes = words.joins_last.search(joined.rpartition(",")[2] if "," in joined else joined)
    return parts if (closes or _divide(statements, parts, words)) and not any(map(str.isdigit, rest)) else []


def _is_plain(statement: Statement) -> bool:
    quantity = statement.quantity
    stays = not statement.is_difference and not statement.against and not statement.heading
    return stays and quantity.kind in AMOUNTS and quantity.comparator is None and quantity.value > 0
