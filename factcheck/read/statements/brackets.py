"""Figures in brackets of the time of another: "(3.654 ca, 04 tử vong)", "€98m (€87m)" behind "£268m (2023: £255m)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.period import parse_period
from factcheck.model.quantity import Kind
from factcheck.model.record import replace
from factcheck.read.statements.periods import shifted
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_SIGNS = " $€£¥₹₫"
_YEAR = 12
_CENTURY = 100
# How many days a quarter, a half and a year have, more or less.
_LASTING = {"q": range(80, 100), "h": range(170, 200), "f": range(350, 380)}
_LETTER = re.compile(r"[qhf]")
_LABEL_YEAR = re.compile(r"\d{2,4}\b(?=\D*\Z)")


def with_time_of_brackets(
    lower: str, before: Sequence[Statement], statement: Statement, words: StatementWords
) -> Statement:
    """Return a figure with the time of the one before it in its bracket, or of a bracket like its own before."""
    if not before or statement.quantity.direction or before[-1].sentence != statement.sentence:
        return statement
    last = before[-1]
    if statement.elsewhen and (period := _year_before(lower, last, statement, words)):
        return replace(statement, period=period, against=True, elsewhen=False, told=True, spoken=True)
    if statement.against:
        return statement
    between = lower[last.quantity.end : statement.quantity.start]
    if last.against and _is_bracketed(lower, last) and not any(mark in between for mark in "();:"):
        return _at_time_of(last, statement)
    alone = between.strip(_SIGNS) == "(" and lower[statement.quantity.end : statement.quantity.end + 1] == ")"
    if not alone or statement.quantity.kind is Kind.PERCENT or not last.is_like(statement):
        return statement
    for other in reversed(before):
        if other.sentence != statement.sentence:
            break
        if (other.against or other.elsewhen) and _is_bracketed(lower, other) and other.is_like(statement):
            return _at_time_of(other, statement)
    return statement


def _year_before(lower: str, last: Statement, statement: Statement, words: StatementWords) -> str:
    """Return the time of a bracket that opens with the same quarter, half or year of the year before; else empty.

    "Revenue of £412.6m (H1 2023: £388.5m)": the months that the report's own half has, whatever a calendar calls them.
    """
    opening = lower.rfind("(", statement.sentence.start, statement.quantity.start)
    named = words.other_years.match(lower[opening + 1 : statement.quantity.start]) if opening >= 0 else None
    year = _LABEL_YEAR.search(named[0]) if named else None
    if named is None or year is None or not last.period or not last.is_like(statement):
        return ""
    letter = _LETTER.search(named[0])
    period = parse_period(last.period)
    lasts = period.start is None or (period.end - period.start).days in _LASTING[letter[0] if letter else "f"]
    back = period.end.year % _CENTURY - int(year[0]) % _CENTURY
    # A fiscal year may be called after the one in which it ends.
    return shifted(last.period, _YEAR) if (period.is_instant or lasts) and back in (0, 1) else ""


def _at_time_of(other: Statement, statement: Statement) -> Statement:
    return replace(
        statement, period=other.period, against=True, elsewhen=other.elsewhen, told=other.told, spoken=other.spoken
    )


def _is_bracketed(lower: str, statement: Statement) -> bool:
    start, end = statement.sentence.start, statement.quantity.start
    return lower.rfind("(", start, end) > lower.rfind(")", start, end)
