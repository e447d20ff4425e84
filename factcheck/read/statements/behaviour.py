"""How a figure moves in time, as far as its words and its period tell."""

from __future__ import annotations

import re

from factcheck.model.period import Grain, days_in, parse_period
from factcheck.model.quantity import PERCENTAGES, Kind
from factcheck.model.record import replace
from factcheck.model.registry import Behaviour
from factcheck.read.statements.periods import plainly
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

# What is counted in a few weeks began and ends with them.
_WEEKS = 31
# The quarters, halves and years of those who count in weeks.
_FISCAL = (91, 182, 364, 371)
_BEFORE, _BEHIND = 14, 8
_CLAUSE = re.compile(r"[,;:()]")


def behaviour_of(statement: Statement, words: StatementWords, label: str = "") -> str:
    """Guess how a figure, perhaps with a label, moves in time; empty where its kind and its period tell nothing."""
    quantity = statement.quantity
    column = statement.heading.rpartition(": ")[2] if ": " in statement.heading else ""
    if statement.heading and statement.compares:
        return Behaviour.GROWTH if quantity.kind in PERCENTAGES else ""
    if statement.is_difference or (statement.compares and quantity.direction == 0 and statement.is_change):
        # A difference in a number, or one whose words and not whose sign say that it is a fall.
        return ""
    if statement.is_change:
        return Behaviour.MULTIPLE if quantity.kind is Kind.MULTIPLE else Behaviour.GROWTH
    if quantity.kind is Kind.MULTIPLE:
        return Behaviour.MULTIPLE
    if quantity.kind is Kind.RANK:
        return Behaviour.RANK
    if quantity.kind in PERCENTAGES:
        # What was reached of a plan may be more than all of it.
        of_plan = words.of_plan.match(statement.right) or words.plan_columns.search(column)
        return Behaviour.SHARE if 0 <= quantity.value <= 1 and not of_plan else Behaviour.RATIO
    return _by_time(statement, words, label) if statement.period else ""


def _by_time(statement: Statement, words: StatementWords, label: str) -> Behaviour:
    """Guess how an amount moves from its words, and from whether its period is a day, has a close, or just a length."""
    period = parse_period(statement.period)
    called = label.lower() or _around(statement)
    if "/" in statement.quantity.unit or words.levels.search(called):
        return Behaviour.LEVEL
    if stands(statement, words, label):
        return Behaviour.CUMULATIVE if words.grows.search(_around(statement)) else Behaviour.STOCK
    if period.is_instant:
        return Behaviour.STOCK
    counts = statement.quantity.kind is Kind.COUNT
    around = _around(statement)
    there_are = words.there_stand.search(around) is not None and not words.happens.search(around)
    if counts and (there_are or words.people_levels.search(called)):
        return Behaviour.LEVEL
    days = (period.end - period.start).days if period.start is not None else 0
    weeks = days <= _WEEKS or days + 1 in _FISCAL
    if period.start is None or (period.grain is Grain.INTERVAL and period.stated_end is not None and not weeks):
        return Behaviour.CUMULATIVE
    return Behaviour.FLOW


def stands(statement: Statement, words: StatementWords, label: str = "") -> bool:
    """Whether a figure is of a moment, whatever the time that its text is about: accounts, debts, members.

    ``label`` is what it is called, if not in its own clause.

    What is counted is so only where its own sentence names no longer time: "8,000 accounts in the quarter" were opened.
    """
    kind, around = statement.quantity.kind, _around(statement)
    if statement.heading or statement.is_difference or statement.status.lies_ahead or not statement.period:
        return False
    if kind is Kind.MONEY:
        called = words.standing_amounts.match(f"{label.lower()} |") if label else None
        return called is not None or words.standing_amounts.search(around) is not None
    if kind is not Kind.COUNT:
        return False
    at_once = parse_period(statement.period).is_instant
    if at_once and words.grows.search(around):
        return True
    standing = words.standing.search(around) is not None and not words.happens.search(around)
    return standing and (at_once or not statement.spoken)


def since_new_year(statement: Statement, words: StatementWords) -> Statement:
    """Return a statement of money of a year by the end of a month with all the time that it came in.

    "Thu ngân sách đến hết tháng 9 đạt 9.420 tỷ đồng", and no word of the year.
    """
    period = parse_period(statement.period) if statement.period else None
    is_money = statement.quantity.kind is Kind.MONEY and not (statement.is_difference or statement.status.lies_ahead)
    if period is None or not (period.is_instant and statement.spoken and is_money):
        return statement
    ends = period.end.day == days_in(period.end.year, period.end.month)
    if not ends or not words.of_its_year.search(_around(statement)):
        return statement
    year = period.end.year
    days = plainly(f"{year}-01-01/{statement.period}")
    months = f"{year}-01/{year}-{period.end.month:02}"
    return replace(statement, period=months if "/" in days else days)


def _around(statement: Statement) -> str:
    """Return the words before a figure in its clause, and the noun behind it, with a bar between."""
    left = _CLAUSE.split(statement.left)[-1] if not statement.fresh else statement.left.rpartition(",")[2]
    right = _CLAUSE.split(statement.right)[0]
    return f" {' '.join(left.split()[-_BEFORE:])} | {' '.join(right.split()[:_BEHIND])} "
