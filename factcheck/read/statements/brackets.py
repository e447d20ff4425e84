"""Figures in brackets of the time of another: "(3.654 ca, 04 tử vong)", "€98m (€87m)" behind "£268m (2023: £255m)"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.quantity import Kind
from factcheck.model.record import replace
from factcheck.read.statements.statement import Statement

_SIGNS = " $€£¥₹₫"


def with_time_of_brackets(lower: str, before: Sequence[Statement], statement: Statement) -> Statement:
    """Return a figure with the time of the one before it in its bracket, or of a bracket like its own before."""
    if not before or statement.quantity.direction or statement.against or before[-1].sentence != statement.sentence:
        return statement
    last = before[-1]
    between = lower[last.quantity.end : statement.quantity.start]
    if last.against and _is_bracketed(lower, last) and not any(mark in between for mark in "();:"):
        return _at_time_of(last, statement)
    alone = between.strip(_SIGNS) == "(" and lower[statement.quantity.end : statement.quantity.end + 1] == ")"
    if not alone or statement.quantity.kind is Kind.PERCENT or not _are_alike(last, statement):
        return statement
    for other in reversed(before):
        if other.sentence != statement.sentence:
            break
        if (other.against or other.elsewhen) and _is_bracketed(lower, other) and _are_alike(other, statement):
            return _at_time_of(other, statement)
    return statement


def _at_time_of(other: Statement, statement: Statement) -> Statement:
    return replace(
        statement, period=other.period, against=True, elsewhen=other.elsewhen, told=other.told, spoken=other.spoken
    )


def _are_alike(one: Statement, other: Statement) -> bool:
    return (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit)


def _is_bracketed(lower: str, statement: Statement) -> bool:
    start, end = statement.sentence.start, statement.quantity.start
    return lower.rfind("(", start, end) > lower.rfind(")", start, end)
