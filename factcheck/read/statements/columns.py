"""What stands above the columns of a table: one line of headings or two, each with its time and what it is for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from itertools import zip_longest

from factcheck.model.record import NamedTuple
from factcheck.model.registry import Status
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import Time, find_times, times_between
from factcheck.read.statements.words import StatementWords

EDGES = " \t|*:"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MARKS = re.compile(r"[\W_]+")


class Role(StrEnum):
    """What a column is for."""

    FIGURES = "figures"
    NUMBER = "number"
    UNIT = "unit"


class Column(NamedTuple):
    """A column: all of its heading, what this says besides a time and a plan, its period (empty where unknown)."""

    text: str
    name: str
    period: str = ""
    status: Status = Status.ACTUAL
    role: Role = Role.FIGURES


def columns_below(
    page: Page, upper: Sequence[Span], lower: Sequence[Span], times: Sequence[Time], words: StatementWords
) -> list[Column]:
    """Return the columns below a line of headings, or two: ``upper`` is empty or has as many cells as ``lower``.

    A heading that is over several columns stands in the first of them.
    """
    columns: list[Column] = []
    over: Span | None = None
    for above, below in zip_longest(upper, lower):
        if above is not None and _text(page, above):
            over = above
        # What has nothing below it is no heading of several columns.
        spans = [below] if over is None or below is None else [over, below] if _text(page, below) else [above]
        columns.append(_column(page, [span for span in spans if span is not None], times, words))
    return _of_years(columns)


def _of_years(columns: list[Column]) -> list[Column]:
    """Give columns that are called the same but for a year this year: "Deaths 2023" beside "Deaths 2024"."""
    years: defaultdict[str, set[str]] = defaultdict(set)
    named = [(" ".join(YEAR.sub(" ", each.name).split()), YEAR.findall(each.name)) for each in columns]
    for name, found in named:
        if len(found) == 1:
            years[name.lower()].add(found[0])
    return [
        each._replace(name=name, period=found[0])
        if not each.period and len(found) == 1 and len(years[name.lower()]) > 1
        else each
        for each, (name, found) in zip(columns, named, strict=True)
    ]


def _text(page: Page, span: Span) -> str:
    return page.text[span.start : span.end].strip(EDGES)


def _part_of_year(page: Page, spans: Sequence[Span], words: StatementWords) -> str:
    """Return the quarter or month below a year, that both headings say together: "2023" over "Q1"."""
    above, below = (_text(page, span).lower() for span in spans)
    if not YEAR.search(above) or YEAR.search(below):
        return ""
    together = f"{below} {above}"
    times = find_times(together, together, words, None)
    told = times[0] if len(times) == 1 else None
    rest = words.done_columns.sub(" ", together[: told.start] + together[told.end :]) if told else "?"
    return told.iso if told and len(told.iso) > len("2020") and not _MARKS.sub("", rest) else ""


def _column(page: Page, spans: Sequence[Span], times: Sequence[Time], words: StatementWords) -> Column:
    text = " ".join(filter(None, (_text(page, span) for span in spans)))
    lower = text.lower()
    if lower.strip(" .") in words.row_numbers:
        return Column(text, text, role=Role.NUMBER)
    if lower.strip(" .") in words.unit_columns:
        return Column(text, text, role=Role.UNIT)
    found = [time for span in spans for time in times_between(times, span.start, span.end) if time.iso]
    if len(spans) > 1 and (part := _part_of_year(page, spans, words)):
        return Column(text, "", part)
    rest = lower
    for time in found:
        rest = rest.replace(page.lower[time.start : time.end], " ")
    rest = words.done_columns.sub(" ", words.plan_columns.sub(" ", words.estimate_columns.sub(" ", rest)))
    named = [time.iso for time in found] or YEAR.findall(rest)
    if _MARKS.sub("", YEAR.sub(" ", rest)):
        # It says something else besides, of which it is not known whether the time is the figures' own.
        name = text
        for time in found:
            name = name if time.base else name.replace(page.text[time.start : time.end], " ")
        return Column(text, " ".join(name.split()), named[0] if found and len(set(named)) == 1 else "")
    period = named[0] if len(set(named)) == 1 else ""
    status = Status.ACTUAL
    if words.plan_columns.search(lower):
        status = Status.TARGET
    elif words.estimate_columns.search(lower):
        status = Status.ESTIMATE
    return Column(text, "" if named or status is not Status.ACTUAL else text, period, status)
