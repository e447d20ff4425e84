"""Which way the words say that a figure moved, where the figures say the other: "rose from 57.4% to 55.3%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.read.statements.nouns import same_noun
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_SIGNS = "$€£¥₹₫ "
_LEAD = 40
_BETWEEN = 60


def belied_moves(page: Page, statements: Sequence[Statement], words: StatementWords) -> Iterator[tuple[int, int]]:
    """Yield pairs of figures of which the text says that the first is less than the second, though it is more.

    Both ends of the move stand one after the other: "fell from 45 to 51", "rose to 45 from 51", "45, down from 41".
    """
    for number, (one, other) in enumerate(pairwise(statements)):
        if one.sentence != other.sentence or not _are_levels(one, other) or not same_noun(one, other, words):
            continue
        between = page.lower[one.quantity.end : other.quantity.start]
        if len(between) > _BETWEEN or any(mark in between for mark in ".;()"):
            continue
        said = _said(page, statements, number, between, words)
        if said is None:
            continue
        fell, first_is_later = said
        later, earlier = (number, number + 1) if first_is_later else (number + 1, number)
        less, more = (later, earlier) if fell else (earlier, later)
        if statements[more].quantity.hard.precedes(statements[less].quantity.hard):
            yield less, more


def _are_levels(one: Statement, other: Statement) -> bool:
    mine, theirs = one.quantity, other.quantity
    alike = one.is_like(other) and mine.kind in (*AMOUNTS, Kind.PERCENT)
    plain = mine.comparator is None and theirs.comparator is None and min(mine.value, theirs.value) >= 0
    prose = not (one.heading or other.heading or one.loss or other.loss)
    return alike and plain and prose and not (one.status.lies_ahead or other.status.lies_ahead)


def _may_be_of(statements: Sequence[Statement], number: int) -> bool:
    """Whether another figure may be what moved: "18,400 children in 163 schools, up from 15,100"."""
    one = statements[number]
    for before in range(number - 1, -1, -1):
        other = statements[before]
        if other.sentence != one.sentence:
            return False
        if other.is_like(one):
            return True
    return False


def _said(
    page: Page, statements: Sequence[Statement], number: int, between: str, words: StatementWords
) -> tuple[bool, bool] | None:
    """Return whether words before and between two figures say that something fell, and whether the first is later."""
    one = statements[number]
    between = f"{between.rstrip(_SIGNS)} "
    if behind := words.moved_from.search(between):
        # "157 million, down from 148 million".
        return None if _may_be_of(statements, number) else (behind["down"] is not None, True)
    start = max(one.sentence.start, one.quantity.start - _LEAD)
    led = words.moved_between.search(f"{page.lower[start : one.quantity.start].rstrip(_SIGNS)} ")
    if led is None:
        return None
    opposite = words.goes_to if led["from"] else words.goes_from
    return (led["down"] is not None, led["from"] is None) if opposite.search(between) else None
