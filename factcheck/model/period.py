"""The time that a figure speaks of, in ISO 8601 with quarters."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import record, replace

_DURATION = lazy_pattern(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?\Z", re.ASCII)
_FORMS = lazy_pattern(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?\Z")
_MONTHS_IN_QUARTER = 3
_MONTHS_IN_HALF = 6


class Grain(StrEnum):
    """How a period was written."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    INTERVAL = "interval"


@record(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included; ``start`` is None where it is left open.

    ``stated_end`` is the last day where the text names a day, and None where it names a month,
    quarter or year, whose last day may still lie ahead of the writer.
    """

    start: date | None
    end: date
    grain: Grain
    stated_end: date | None = None

    @property
    def is_instant(self) -> bool:
        """Whether the period is one named day."""
        return self.grain is Grain.DAY

    @property
    def days(self) -> int | None:
        """How many days it holds; None where the start is open."""
        return None if self.start is None else (self.end - self.start).days + 1

    @property
    def text(self) -> str:
        """The period as the registry writes it: 2020, 2020-H1, 2020-Q2, 2020-06, 2020-06-19, or two days."""
        month = self.end.month
        match self.grain:
            case Grain.DAY:
                return self.end.isoformat()
            case Grain.MONTH:
                return f"{self.end.year:04}-{month:02}"
            case Grain.QUARTER:
                return f"{self.end.year:04}-Q{(month + 2) // _MONTHS_IN_QUARTER}"
            case Grain.HALF:
                return f"{self.end.year:04}-H{(month + 5) // _MONTHS_IN_HALF}"
            case Grain.YEAR:
                return f"{self.end.year:04}"
            case _:
                return f"{self.start.isoformat() if self.start else '..'}/{self.end.isoformat()}"

    def to_date(self, published: date | None) -> Period:
        """Return the period as its author could know it.

        A year, half, quarter or month that holds the day of publication ends on that day.
        """
        if published is None or self.stated_end is not None or self.start is None:
            return self
        if self.start <= published <= self.end:
            return replace(self, end=published)
        return self

    def holds(self, other: Period) -> bool:
        """Whether every day of ``other`` lies in this period; an open start reaches back without end."""
        begins_inside = self.start is None or (other.start is not None and self.start <= other.start)
        return begins_inside and other.end <= self.end


@record(frozen=True, slots=True)
class Duration:
    """A calendar duration: years and months, then days."""

    months: int
    days: int

    def after(self, day: date) -> date:
        """Return the day that lies this long after ``day``; a day that a month lacks becomes its last."""
        month = day.month - 1 + self.months
        year, month = day.year + month // 12, month % 12 + 1
        if year > MAXYEAR:
            return date.max
        start = date(year, month, min(day.day, days_in(year, month)))
        return start + timedelta(days=self.days) if self.days < (date.max - start).days else date.max


def days_in(year: int, month: int) -> int:
    """Return how many days a month has. The calendar of the standard library takes 2 ms to load."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day  # noqa: PLR2004 - December


def parse_duration(text: str) -> Duration:
    """Read an ISO 8601 duration of years, months, weeks and days; ValueError otherwise."""
    match = _DURATION.match(text)
    if match is None or not any(match.groups()):
        raise ValueError(f"{text} is not a duration")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return Duration(12 * years + months, 7 * weeks + days)


class BackwardsError(ValueError):
    """A period that ends before it begins."""


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a period; ValueError where it is none of the forms that the registry knows."""
    first, slash, second = text.partition("/")
    if not slash:
        return _parse_single(first)
    last = _parse_single(second)
    if first == "..":
        return Period(None, last.end, Grain.INTERVAL, last.stated_end)
    start = _parse_single(first).start
    if start is None or start > last.end:
        raise BackwardsError(f"{text} ends before it begins")
    return Period(start, last.end, Grain.INTERVAL, last.stated_end)


def parse_date(text: str) -> date:
    """Read ``2020-06-19``; ValueError otherwise."""
    period = _parse_single(text)
    if period.stated_end is None:
        raise ValueError(f"{text} is not a day")
    return period.stated_end


def latest_day(text: str) -> date:
    """Return the last day that ``2020``, ``2020-03`` or ``2020-03-05`` can mean; ValueError otherwise."""
    return _parse_single(text).end


def _parse_single(text: str) -> Period:
    match = _FORMS.match(text) if text.isascii() else None
    if match is None:
        raise ValueError(f"{text} is not a period")
    year, month, day, quarter, half = (int(part) if part else None for part in match.groups())
    if year is None or year < 1:
        raise ValueError(f"{text} is not a period")
    if day is not None and month is not None:
        instant = date(year, month, day)
        return Period(instant, instant, Grain.DAY, instant)
    if month is not None:
        return _months(year, month, month, Grain.MONTH)
    if quarter is not None:
        last = quarter * _MONTHS_IN_QUARTER
        return _months(year, last - _MONTHS_IN_QUARTER + 1, last, Grain.QUARTER)
    if half is not None:
        last = half * _MONTHS_IN_HALF
        return _months(year, last - _MONTHS_IN_HALF + 1, last, Grain.HALF)
    return _months(year, 1, 12, Grain.YEAR)


def _months(year: int, first: int, last: int, grain: Grain) -> Period:
    start = date(year, first, 1)
    return Period(start, date(year, last, days_in(year, last)), grain)
