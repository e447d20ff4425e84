"""The periods of the registry that time expressions say, written as the registry writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from factcheck.model.period import days_in, parse_period
from factcheck.read.statements.words import StatementWords

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_NAMED = {3: "-Q", 6: "-H", 12: ""}
_WHOLE = {"year": 12, "half": 6, "quarter": 3}
# Between the two years of a fiscal year whose months are not known yet.
FISCAL = "|"


def period_of(groups: dict[str, str], year: int, words: StatementWords) -> str | None:
    """Return the period that the named groups of an expression say, in a year; None where no such day or month is.

    That of a fiscal year has FISCAL between its years: its months are not known yet.
    """
    month = words.month_names.get(groups["month"]) if "month" in groups else int(groups.get("m", 0)) or None
    if "school" in groups or "fiscal" in groups:
        return _across_years(groups, year)
    if "year_end" in groups:
        return f"{year}-12-31"
    if "weeks" in groups or "so_many" in groups or "whole" in groups:
        return _lasting(groups, year, month or 0, words)
    if "d" in groups:
        return _days(groups, year, month or 0, words)
    if "q" in groups:
        quarter = _ROMAN.get(groups["q"]) or int(groups["q"])
        return f"{year}-Q{quarter}"
    if "months" in groups:
        number = words.numerals.get(groups["months"]) or int(groups["months"])
        return _some_months(year, number, first=groups.get("half", "") in ("", *words.first))
    if "half" in groups:
        return f"{year}-H{1 if groups['half'] in words.first else 2}"
    if month:
        return _in_months(month, groups.get("to_month", ""), year, words)
    return str(year)


def _days(groups: Mapping[str, str], year: int, month: int, words: StatementWords) -> str | None:
    """Return a day, or "05/8 - 11/8/2024", "1 July to 30 September 2023": ``year`` is that of the last day."""
    last_month = words.month_names.get(groups.get("to_month", "")) or int(groups.get("to_m", month))
    try:
        last = date(year, last_month, int(groups.get("to_d", groups["d"])))
        first = date(year - (month > last.month), month, int(groups["d"]))
    except ValueError:
        return None
    if first == last:
        return first.isoformat()
    return plainly(f"{first.isoformat()}/{last.isoformat()}") if first < last else None


def _across_years(groups: Mapping[str, str], year: int) -> str | None:
    if "school" in groups:
        return f"{year}-09/{year + 1}-08"
    return f"{year}{FISCAL}{year + 1}" if int(groups["next"]) == (year + 1) % 100 else None


def _in_months(month: int, last_name: str, year: int, words: StatementWords) -> str | None:
    if last := words.month_names.get(last_name):
        number = last - month + 1
        if number in _NAMED and last % number == 0:
            return f"{year}{_NAMED[number]}{last // number}" if _NAMED[number] else str(year)
        return f"{year - (last < month)}-{month:02}/{year}-{last:02}"
    return f"{year}-{month:02}" if month <= 12 else None  # noqa: PLR2004 - months of a year


def _lasting(groups: dict[str, str], year: int, month: int, words: StatementWords) -> str | None:
    """Return the period of "the year ending March 2024", "the 52 weeks ended 30 December 2023"."""
    last = days_in(year, month)
    day = int(groups.get("d", last))
    if not 1 <= day <= last:
        return None
    end = date(year, month, day)
    if "weeks" in groups:
        return f"{(end - timedelta(weeks=int(groups['weeks'])) + timedelta(days=1)).isoformat()}/{end.isoformat()}"
    so_many = groups.get("so_many", "")
    months = _WHOLE[groups["whole"]] if not so_many else words.numerals.get(so_many) or int(so_many)
    if day == last:
        if month % months == 0 and months in _NAMED:
            return f"{year}{_NAMED[months]}{month // months}" if _NAMED[months] else str(year)
        return f"{shifted(f'{year}-{month:02}', months - 1)}/{year}-{month:02}"
    start = date.fromisoformat(shifted(end.isoformat(), months)) + timedelta(days=1)
    return f"{start.isoformat()}/{end.isoformat()}"


def _some_months(year: int, number: int, *, first: bool) -> str | None:
    if not 1 <= number <= 12:  # noqa: PLR2004 - months of a year
        return None
    if number == 12:  # noqa: PLR2004
        return str(year)
    if number == 6:  # noqa: PLR2004 - a half has a name of its own
        return f"{year}-H{1 if first else 2}"
    return f"{year}-01/{year}-{number:02}" if first else f"{year}-{13 - number:02}/{year}-12"


def plainly(iso: str) -> str:
    """Return two ends that are the first and last day of a year, half, quarter or month as that: "2024"."""
    begins, slash, ends = iso.partition("/")
    if not slash or len(begins) != len("2020-01-01") or len(ends) != len(begins):
        return iso
    year, month = begins[:4], int(begins[5:7])
    names = (year, f"{year}-H{(month - 1) // 6 + 1}", f"{year}-Q{(month - 1) // 3 + 1}", begins[:7])
    spans = {name: parse_period(name) for name in names}
    return next((name for name, span in spans.items() if f"{span.start}/{span.end}" == iso), iso)


def shifted(iso: str, months: int) -> str:
    """Return a period so many months earlier, written the same way.

    Empty where it has an open start, or where it is longer than that: the month before a year is no year.
    """
    if "/" in iso:
        begins, _, ends = iso.partition("/")
        return "" if begins == ".." else f"{shifted(begins, months)}/{shifted(ends, months)}"
    for mark, size, parts in (("-Q", 3, 4), ("-H", 6, 2)):
        if mark in iso:
            total = int(iso[:4]) * parts + int(iso[-1]) - 1 - months // size
            return f"{total // parts}{mark}{total % parts + 1}" if months % size == 0 else ""
    if len(iso) == len("2020"):
        return str(int(iso) - months // 12) if months % 12 == 0 else ""
    total = int(iso[:4]) * 12 + int(iso[5:7]) - 1 - months
    year, month = total // 12, total % 12 + 1
    if len(iso) == len("2020-01"):
        return f"{year}-{month:02}"
    last = days_in(year, month)
    stands_at_end = (date.fromisoformat(iso) + timedelta(days=1)).day == 1
    return date(year, month, last if stands_at_end else min(int(iso[8:]), last)).isoformat()


def days_before(iso: str, days: int) -> str:
    """Return a day, or a stretch of days, so many days earlier; empty for months and longer, which keep no days."""
    ends = iso.split("/")
    if any(len(end) != len("2020-01-01") for end in ends):
        return ""
    return "/".join((date.fromisoformat(end) - timedelta(days)).isoformat() for end in ends)
