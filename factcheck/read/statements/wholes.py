"""The whole that a figure is a part of: by "of which", in a bracket, or in a list that adds up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.exact import Exact
from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.nouns import OPENING, counts_the_same, words_in
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement, earlier_in_sentence
from factcheck.read.statements.words import StatementWords

_NOUN_COMMAS = 2
_LOOK_BACK = 60
_MOST_BRACKETED = 12
_SOFT = frozenset({"với"})


def taken_apart(page: Page, statements: Sequence[Statement]) -> dict[int, int]:
    """Return the wholes of figures in a bracket that add up to the one before it: "215 (158 online, 57 by post)"."""
    wholes: dict[int, int] = {}
    for number, whole in enumerate(statements):
        quantity = whole.quantity
        opening = OPENING.match(page.lower[quantity.end : quantity.end + _LOOK_BACK].lstrip())
        closing = page.lower.find(")", quantity.end, whole.sentence.end) if opening else -1
        if quantity.kind not in AMOUNTS or closing < 0:
            continue
        following = range(number + 1, min(number + 2 + _MOST_BRACKETED, len(statements)))
        parts = [n for n in following if statements[n].quantity.end <= closing]
        others = [statements[n] for n in parts[:_MOST_BRACKETED]]
        alike = all(map(whole.is_like, others))
        if (
            len(others) > 1
            and len(parts) == len(others)
            and alike
            and sum(each.quantity.value for each in others) == quantity.value
        ):
            wholes |= dict.fromkeys(parts, number)
    return wholes


def listed_out(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, int]:
    """Return the wholes of figures that a list announces, whatever they count, and that add up to the one before it."""
    wholes: dict[int, int] = {}
    for number, whole in enumerate(statements[:-1]):
        between = page.lower[whole.quantity.end : statements[number + 1].quantity.start]
        same = whole.sentence == statements[number + 1].sentence
        if same and ")" not in between and words.parts.search(between):
            wholes |= dict.fromkeys(_adding_up(statements, number, number + 1), number)
    for first in range(1, len(statements)):
        sentence = statements[first].sentence
        opens = page.lower[sentence.start : statements[first].quantity.start].lstrip(' “"(')
        if sentence != statements[first - 1].sentence and words.contains.match(opens):
            # "We lent 1,860 devices. Of these, 1,210 were tablets and 650 laptops".
            for number in (*earlier_in_sentence(statements, first - 1), first - 1):
                wholes |= dict.fromkeys(_adding_up(statements, number, first), number)
    return wholes


def _adding_up(statements: Sequence[Statement], number: int, first: int) -> list[int]:
    """Return the figures of a sentence, from the first on, that add up to a whole; none where they do not."""
    whole, sentence = statements[number], statements[first].sentence
    quantity = whole.quantity
    if quantity.kind not in AMOUNTS or quantity.comparator or whole.is_difference:
        return []
    parts: list[int] = []
    total: Exact = 0
    for part in range(first, min(first + _MOST_BRACKETED, len(statements))):
        other = statements[part]
        alike = other.is_like(whole) and other.quantity.comparator is None
        if other.sentence != sentence or not alike or other.is_difference:
            break
        parts.append(part)
        total += other.quantity.value
        if total >= quantity.value:
            break
    return parts if len(parts) > 1 and total == quantity.value else []


def is_behind_its_part(statements: Sequence[Statement], counts: Sequence[int], words: StatementWords) -> bool:
    """Whether the last of some figures is what the one before is out of: "1.200 hồ sơ trên tổng số 1.500"."""
    return len(counts) > 1 and is_whole_of(statements, counts[-2], counts[-1], words)


def is_whole_of(statements: Sequence[Statement], part: int, whole: int, words: StatementWords) -> bool:
    """Whether a figure right behind another is said to be the whole that it is out of."""
    one, other = statements[part], statements[whole]
    if whole != part + 1 or one.sentence != other.sentence or not one.is_like(other):
        return False
    return words.out_of_all.search(other.left) is not None


def part_of(page: Page, statements: Sequence[Statement], number: int, words: StatementWords) -> Link | None:
    """Return the whole that a word such as "of which" makes a figure part of."""
    statement = statements[number]
    sentence = statement.sentence
    *_, marker = [None, *words.parts.finditer(page.lower, sentence.start, statement.quantity.start)]
    if marker is None or _is_shut(page.lower[marker.end() : statement.quantity.start]):
        return None
    before = [
        n
        for n in range(max(0, number - _LOOK_BACK), number)
        if statements[n].quantity.end <= marker.start()
        and statements[n].quantity.kind in (*AMOUNTS, Kind.RATIO)
        and not statements[n].is_difference
        and statements[n].status is statement.status
    ]
    same_sentence = [n for n in before if statements[n].sentence == sentence]
    opens = not page.lower[sentence.start : marker.start()].strip(' “"(')
    options = same_sentence or (before if opens else [])
    if not options:
        return None
    options = [n for n in options if not is_of_before(statements[n])] or options
    whole = options[-1] if same_sentence else _likeliest_whole(statements, options, statement, words)
    announced = marker[0] in _SOFT
    between = page.lower[marker.end() : statement.quantity.start]
    if announced and (
        re.search(r"[,.;:]|\d", between)
        or ";" in page.lower[statements[whole].quantity.end : marker.start()]
        or page.lower[statements[whole].quantity.end : marker.start()].count(",") > _NOUN_COMMAS
    ):
        return None
    if (
        page.text.count(";", marker.end(), statement.quantity.start)
        and statements[whole].quantity.kind is not statement.quantity.kind
    ):
        return None
    if statements[whole].quantity.unit != statement.quantity.unit or not counts_the_same(
        statements[whole], statement, words
    ):
        return None
    anew = number > 0 and ";" in page.lower[statements[number - 1].quantity.end : statement.quantity.start]
    if anew and statement.quantity.value > statements[whole].quantity.value:
        # "…, trong đó xuất khẩu 179,6 triệu USD; lũy kế 11 tháng đạt 4.280,1 triệu USD": no part of a month's.
        return None
    held = announced or bool(words.contains.fullmatch(marker[0]))
    return Link(LinkKind.HELD if held else LinkKind.PART, whole)


def _likeliest_whole(
    statements: Sequence[Statement], options: Sequence[int], part: Statement, words: StatementWords
) -> int:
    """Return which figure of the sentence before one is a part of: no smaller one, and of the same words if there are.

    "Thụ lý 7.846 vụ; giải quyết 7.415 vụ; còn lại 431 vụ. Trong đó, án hình sự thụ lý 1.126 vụ".
    """
    last = [n for n in options if statements[n].sentence == statements[options[-1]].sentence]
    large = [n for n in last if statements[n].quantity.value >= part.quantity.value] or last
    mine = set(words_in(part.left)) - words.stop_words - words.prose_stops
    shared = {n: len(mine.intersection(words_in(statements[n].left))) for n in large}
    return max(large, key=lambda n: (shared[n], n))


def is_of_before(statement: Statement) -> bool:
    """Whether a figure is only what another is held against: nothing that follows is a part of it."""
    return statement.elsewhen or statement.against


def _is_shut(text: str) -> bool:
    """Whether a text closes a bracket that was opened before it: what "of which" said in there is over."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False
