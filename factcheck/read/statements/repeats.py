"""Places where a text says the same twice: figures alike amid words alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from rapidfuzz import fuzz

from factcheck.model.exact import divide
from factcheck.model.period import parse_period
from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement

_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_LARGE = 1_000
_SAME = 75
_MOST_ALIKE = 50
_SIDE = 8
_RICHER = 3
_FEWEST = 3
# A title rounds a figure by so much at most, and has so many words in common with it.
_ROUNDED = Fraction(1, 20)
_SHARED = 2


def merged(page: Page, statements: list[Statement]) -> list[Statement]:
    """Make one statement of all places where a text says the same: figures alike amid words alike."""
    kept: list[Statement] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for statement in statements:
        quantity = statement.quantity
        numbers = alike.setdefault((quantity.value, quantity.kind, quantity.of, quantity.direction), [])
        # Looking back over a few is enough: what is said again and again joins the first of them.
        for number in numbers[:_MOST_ALIKE]:
            if _same_statement(page, kept[number], statement):
                kept[number] = _joined(page, kept[number], statement)
                break
        else:
            numbers.append(len(kept))
            kept.append(statement)
    return kept


def rounded_in_title(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Return the figures of a title that a figure of the text says more exactly: "Hơn 20 triệu" of 20.356.487."""
    title = page.title
    if title is None:
        return []
    heads = [each for each in statements if title.start <= each.quantity.start < title.end]
    others = [each for each in statements if each not in heads]
    return [head for head in heads if any(_rounds(head, other) for other in others)]


def _rounds(head: Statement, other: Statement) -> bool:
    one, exact = head.quantity, other.quantity
    if (one.kind, one.unit, one.direction, head.is_change) != (
        exact.kind,
        exact.unit,
        exact.direction,
        other.is_change,
    ):
        return False
    if not exact.value or one.value == exact.value or exact.comparator is not None:
        return False
    near = -_ROUNDED <= divide(one.value, exact.value) - 1 <= _ROUNDED and one.hard.contains(exact.value)
    mine = set(_WORD.findall(f"{head.left} {head.right}"))
    theirs = set(_WORD.findall(f"{other.left} {other.right}"))
    return near and len(mine & theirs) >= _SHARED


def _joined(page: Page, first: Statement, second: Statement) -> Statement:
    """Keep the place that says more: prose before headings, a hedge before none, a longer noun."""
    second_in_title = page.title is not None and page.title.start <= second.quantity.start < page.title.end
    in_title = page.title is not None and page.title.start <= first.quantity.start < page.title.end
    hedged = second.quantity.comparator is not None and first.quantity.comparator is None
    richer = not second_in_title and _noun_length(second) >= _noun_length(first) + _RICHER
    best, other = (second, first) if in_title or hedged or richer else (first, second)
    repeats = (*best.repeats, *other.repeats, other.quantity)
    return replace(best, repeats=repeats, place=best.place or other.place)


def _noun_length(statement: Statement) -> int:
    """Return how many words stand behind a figure before the first mark: what it counts is said there."""
    return min(len(re.split(r"[,.;:()]", statement.right)[0].split()), _SIDE)


def _may_be_one_time(one: str, other: str) -> bool:
    """Whether one of two periods lies in the other: "in 2020" may repeat what "to 19 June 2020" says."""
    if not one or not other:
        return True
    mine, theirs = parse_period(one), parse_period(other)
    return mine.holds(theirs) or theirs.holds(mine)


def _same_statement(page: Page, first: Statement, second: Statement) -> bool:
    one, other = first.quantity, second.quantity
    if (one.value, one.kind, one.of, one.direction) != (other.value, other.kind, other.of, other.direction):
        return False
    if first.spoken and second.spoken and not _may_be_one_time(first.period, second.period):
        return False
    if first.sentence == second.sentence or _in_one_table(first, second):
        return False
    if one.comparator is not None and other.comparator is not None and one.comparator is not other.comparator:
        return False
    if first.level != second.level:
        return False
    if one.value >= _LARGE and one.comparator is other.comparator and _after(page, one)[:2] == _after(page, other)[:2]:
        return True
    right = _alike(_after(page, one), _after(page, other))
    left = _alike(_before(page, one), _before(page, other))
    return max(left, right) >= _SAME


def _in_one_table(first: Statement, second: Statement) -> bool:
    return first.place is not None and second.place is not None and first.place.table == second.place.table


def _after(page: Page, quantity: Quantity) -> list[str]:
    return _WORD.findall(page.lower[quantity.end : quantity.end + 120].partition("\n")[0])[:_SIDE]


def _before(page: Page, quantity: Quantity) -> list[str]:
    return _WORD.findall(page.lower[max(0, quantity.start - 120) : quantity.start].rpartition("\n")[2])[-_SIDE:]


def _alike(one: list[str], other: list[str]) -> float:
    size = min(len(one), len(other))
    if size < _FEWEST:
        return 0
    return fuzz.ratio(" ".join(one), " ".join(other))
