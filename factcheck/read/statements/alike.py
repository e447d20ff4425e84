"""Whether a figure of a text and a claim can be the same, and whether their numbers are."""

from __future__ import annotations

from factcheck.model.comparator import Comparator
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.model.registry import Status
from factcheck.model.view import Figure
from factcheck.read.statements.statement import Statement

_BELOW = frozenset({Comparator.UNDER, Comparator.AT_MOST})


def may_be(statement: Statement, figure: Figure) -> bool:
    """Whether a statement is of the sort that a claim is: a plan as it is, of the same level, a part of a whole."""
    claim = figure.claim
    if claim.status.lies_ahead is not statement.status.lies_ahead:
        return False
    if Status.FORECAST in (claim.status, statement.status) and claim.status is not statement.status:
        return False
    if (statement.quantity.of is None) is not (claim.of is None):
        return False
    return all(value == statement.level for _, value in claim.dimensions if value.isdigit())


def signed(statement: Statement, figure: Figure) -> Quantity:
    """Return what something fell by as below zero where the claim has it so: "a fall of 430", "430 fewer" and -430."""
    quantity = statement.quantity
    fell = quantity.direction < 0 or (quantity.direction == 0 and statement.is_difference)
    if not fell or quantity.value <= 0 or figure.value >= 0:
        return quantity
    return replace(quantity, value=-quantity.value, hard=-quantity.hard, soft=-quantity.soft)


def agrees(statement: Statement, figure: Figure) -> bool:
    """Whether the number of a statement can be that of a claim, as a reader takes them."""
    quantity = signed(statement, figure)
    comparators = {quantity.comparator, figure.claim.comparator}
    if comparators <= _BELOW or comparators == {Comparator.AT_LEAST}:
        # Any two could both be true, since nothing bounds them on one side: "fewer than 50" and "fewer than 60".
        return quantity.value == figure.value
    return _overlap(quantity.soft, figure.soft) or quantity.value == figure.value


def _overlap(one: Interval, other: Interval) -> bool:
    """Whether two intervals have more in common than an end: "1 tỷ" and "2 tỷ" both end at 1.5 and are not alike."""
    shared = one.intersect(other)
    return shared is not None and (not shared.is_point or one.is_point or other.is_point)
