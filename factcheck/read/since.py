"""What a change is measured from, as its quote says: "so với cùng kỳ 2019", "than in the previous quarter"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import MINYEAR, date, timedelta

from factcheck.model.period import Grain, Period, parse_period
from factcheck.model.record import replace
from factcheck.model.registry import Claim, Registry

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS = {
    "vi": {
        "same": r"cùng kỳ(?: năm)? (?P<year>\d{4})",
        "same last year": r"cùng kỳ",
        "quarter": r"so với quý (?P<quarter>iv|i{1,3}|[1-4])(?: năm |/| )(?P<year>\d{4})",
        "month": r"so với tháng (?P<month>\d{1,2})(?: năm |/)(?P<year>\d{4})",
        "year's end": r"so với (?:thời điểm )?cuối năm (?P<year>\d{4})",
        "year": r"(?:so với|lần) năm (?P<year>\d{4})",
        "last quarter": r"so với quý (?:trước|liền trước)",
        "last month": r"so với tháng (?:trước|liền trước)",
        "last year": r"so với năm (?:trước|ngoái)",
    },
    "en": {
        "same": r"same (?:period|quarter|month|time) (?:of|in) (?P<year>\d{4})",
        "same last year": r"same (?:period|quarter|month|time) (?:of |in )?(?:last|the previous) year"
        r"|year[- ]o(?:n|ver)[- ]year|\byoy\b|\b(?:a|the) year (?:earlier|ago|before)|\bon the year\b",
        "quarter": r"(?:than|with|to|from|over|on|since) (?:in )?(?:the )?q(?P<quarter>[1-4]) (?:of )?(?P<year>\d{4})",
        "year": r"\b(?:than in|as in|compared (?:with|to)|since) (?P<year>\d{4})(?![\d–/-])"
        # "On 2019 levels", but not "on 2019 of them".
        r"|\b(?:over|on|from|of (?:the|its|their)) (?P<year_of_level>\d{4})"
        r"(?= (?:levels?|figures?|totals?|and|to|but)\b|[,.;:)]|\Z)",
        "last quarter": r"(?:last|the previous) quarter|quarter[- ]on[- ]quarter|\bon the quarter\b"
        r"|\ba quarter (?:earlier|ago)",
        "last month": r"(?:last|the previous) month|month[- ]on[- ]month|\bon the month\b|\ba month (?:earlier|ago)",
        "last year": r"(?:last|the previous) year",
    },
}


def read_since(registry: Registry) -> Mapping[str, Period]:
    """Return for each claim with a change that names no `since` the period that its quote names, if it does."""
    found: dict[str, Period] = {}
    for claim in registry.claims.values():
        if claim.change is None or claim.change.since is not None or claim.quote is None:
            continue
        source = registry.source_of(claim)
        since = since_in(claim.quote.exact, source.language if source else "", claim)
        if since is not None:
            found[claim.id] = since
    return found


def since_in(quote: str, lang: str, claim: Claim) -> Period | None:
    """Return the earlier period that a quote names, seen from the claim's own; None where it names none."""
    text = " ".join(unicodedata.normalize("NFC", quote).lower().split())
    for form, pattern in _WORDS.get(lang, {}).items():
        # Compiled when a change is first met.
        if match := re.search(pattern, text):
            try:
                return _period(form, match.groupdict(), claim.period)
            except (ValueError, OverflowError):
                return None
    return None


def _period(form: str, named: Mapping[str, str | None], own: Period | None) -> Period | None:
    year = int(named.get("year") or named.get("year_of_level") or 0)
    match form:
        case "quarter":
            quarter = named.get("quarter") or ""
            return parse_period(f"{year:04}-Q{_ROMAN.get(quarter, quarter)}")
        case "month":
            return parse_period(f"{year:04}-{int(named.get('month') or 0):02}")
        case "year's end":
            return parse_period(f"{year:04}-12-31")
        case "year":
            return parse_period(f"{year:04}")
    if own is None:
        return None
    match form:
        case "same":
            return in_year(own, year)
        case "same last year":
            return in_year(own, own.end.year - 1)
        case "last quarter":
            return _just_before(own, Grain.QUARTER)
        case "last month":
            return _just_before(own, Grain.MONTH)
        case _:
            return parse_period(f"{own.end.year - 1:04}")


def in_year(period: Period, year: int) -> Period:
    """Return the same days of another year; 29 February becomes the 28th. ValueError before the year 1."""
    if year < MINYEAR:
        raise ValueError("there is no such year")
    shift = year - period.end.year
    return replace(
        period,
        start=None if period.start is None else _in_year(period.start, period.start.year + shift),
        end=_last_day_kept(period, year),
        stated_end=None if period.stated_end is None else _in_year(period.stated_end, year),
    )


def _last_day_kept(period: Period, year: int) -> date:
    """Return the end in another year; the last day of a February stays the last."""
    day_after = period.end + timedelta(days=1) if period.stated_end is None and period.end < date.max else None
    if day_after is not None and day_after.day == 1:
        return _in_year(day_after, year + day_after.year - period.end.year) - timedelta(days=1)
    return _in_year(period.end, year)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _just_before(own: Period, grain: Grain) -> Period | None:
    """Return the quarter or month before the one that holds the end of a period."""
    quarter, month = (own.end.month - 1) // 3, own.end.month - 1
    if grain is Grain.QUARTER:
        year, last = (own.end.year, quarter) if quarter else (own.end.year - 1, 4)
        return parse_period(f"{year:04}-Q{last}")
    year, last = (own.end.year, month) if month else (own.end.year - 1, 12)
    return parse_period(f"{year:04}-{last:02}")
