"""A language's words for dates and hours, compiled for matching."""

from __future__ import annotations

import re

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import record
from factcheck.read.language import Language


@record(frozen=True, slots=True, eq=False)
class Times:
    """Patterns for what stands beside the digits of a date or an hour.

    ``quarter_before`` ends where the year of "quý II/2018" begins. ``rest_of_day`` and ``rest_of_month``
    match what follows a day or month. ``hour`` matches the words of an hour ("giờ 30 phút"), and
    ``hour_of_day`` tells by what follows them that it is one and no duration.
    """

    quarter_before: re.Pattern[str]
    rest_of_day: re.Pattern[str]
    rest_of_month: re.Pattern[str]
    hour: re.Pattern[str]
    hour_of_day: re.Pattern[str]


def compile_times(language: Language) -> Times:
    """Compile a language's words for times."""
    heads = language.heads
    months, year, minute = _any(heads.months), _any(heads.year_words), _any(heads.minute_words)
    numeric_day = r"[/.-]\d{1,2}(?:[/.-]\d{4})?(?![\d/])|/\d{4}(?!\d)"
    numeric_month = r"/\d{4}(?!\d)|[-–]\d{1,2}(?:/\d{4})?(?![\d/%])"
    hour = rf" {_any(heads.hour_words)}(?: \d{{1,2}}(?: {minute})?)?"
    return Times(
        quarter_before=lazy_pattern(rf"(?<!\w){_any(heads.quarters)} ?(?:[ivx]+|\d)[/-]\Z"),
        rest_of_day=lazy_pattern(rf"{numeric_day}| {months} \d{{1,2}}(?:(?:/| {year} )\d{{4}})?(?!\d)"),
        rest_of_month=lazy_pattern(rf"{numeric_month}| {year} (?:19|20)\d{{2}}(?!\d)"),
        hour=lazy_pattern(rf"{hour}(?! ?\d)"),
        hour_of_day=lazy_pattern(rf"{hour},? {_any(heads.day_parts)}(?!\w)"),
    )


def _any(words: frozenset[str]) -> str:
    return (
        "(?:"
        + ("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)")
        + ")"
    )
