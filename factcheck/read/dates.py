"""Digits that tell a time: dates, periods, hours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.read.lexicon import Lexicon, trie_match
from factcheck.read.spotted import Spotted
from factcheck.read.text import Uniform

_DATES = (
    lazy_pattern(r"\d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/])"),
    lazy_pattern(r"\d{1,2}/\d{1,2}/\d{2}(?![\d/])"),
    lazy_pattern(r"(?:19|20)\d{2}([-/])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)"),
)
_DAYS_OF_MONTH = lazy_pattern(r"\d{1,2} ?[-–] ?(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/\d{4})?(?![\d/]|[.,]\d)")
_DAY_MONTH = lazy_pattern(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?![\d/]|[.,]\d| ?%)")
_MONTH_OF_YEAR = lazy_pattern(r"(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}(?![\d/]|[.,]\d)")
_YEAR_MONTH = lazy_pattern(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?!\d)")
_YEARS = lazy_pattern(r"(?:19|20)\d{2}(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}(?![%\w])))?(?![\d.,]*\d)")
_YEAR_BEFORE = lazy_pattern(r"(?:19|20)\d{2} ?[-–] ?\Z")
_TIME = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b)?")
_OF_YEAR = lazy_pattern(r"(?:,? (?:19|20)\d{2}(?![\d.,]*\d))?")
_DAY_SUFFIX = lazy_pattern(r"(?:st|nd|rd|th)?(?: of)?(?: (?P<month>[^\W\d_]+\.?))")
_NEXT = lazy_pattern(r" ([^\W\d_]+)")
_QUARTER_REACH = 16
_MOST_MONTHS, _MOST_DAYS, _MOST_QUARTERS, _TWO_DIGITS = 12, 31, 4, 2


def date_shape(
    page: Uniform, start: int, end: int, words: Lexicon, last: Spotted | None, *, shaped: bool = True
) -> Spotted | None:
    """Return a date, period or time that the digits at ``start`` are by their shape.

    Without ``shaped`` nothing but a space follows the digits.
    """
    text = page.text
    if not shaped:
        return _hour(page, start, end, words)
    after = text[end : end + 1]
    if after == ":" and (time := _TIME.match(text, start)) and not _is_ratio(page, start, words):
        return Spotted("time", start, time.end())
    if text[start - 1 : start] in ("/", "-") and (quarter := quarter_before(page.lower, start, words)) is not None:
        return Spotted("period", quarter, end)
    if after in ("/", "-", "–", " ") or "." in text[start:end]:
        for shape in _DATES:
            if date := shape.match(text, start):
                return Spotted("date", start, date.end())
        if (month := _MONTH_OF_YEAR.match(text, start)) or (month := _YEAR_MONTH.match(text, start)):
            return Spotted("period", start, month.end())
        if (days := _DAYS_OF_MONTH.match(text, start)) and _before_is_day(page, start, words, last):
            return Spotted("date", start, days.end())
        if (day := _DAY_MONTH.match(text, start)) and _is_day_month(page, start, day, words, last):
            return Spotted("date", start, day.end())
    return _hour(page, start, end, words)


def quarter_before(lower: str, start: int, words: Lexicon) -> int | None:
    """Return where the quarter begins whose year stands at ``start``, as in "quý II/2018"; None if there is none."""
    quarter = words.times.quarter_before.search(lower, max(0, start - _QUARTER_REACH), start)
    return quarter.start() if quarter else None


def _word_before(lower: str, start: int) -> str:
    """Return the word right before ``start``, behind an opening bracket too."""
    reach = lower[max(0, start - 16) : start].rstrip(" (").rpartition(" ")[2]
    return reach.lstrip("(“\"'")


def _is_ratio(page: Uniform, start: int, words: Lexicon) -> bool:
    return _word_before(page.lower, start) in words.language.heads.ratios


def _hour(page: Uniform, start: int, end: int, words: Lexicon) -> Spotted | None:
    """Read "7 pm", "15 giờ 30 phút ngày 5/9", "lúc 9 giờ"; "48 giờ" alone is a duration."""
    lower = page.lower
    if end - start > len("10.30"):
        return None
    if clock := words.clock.match(lower, end):
        return Spotted("time", start, clock.end())
    hour = words.times.hour.match(lower, end)
    if hour is None:
        return None
    announced = _word_before(lower, start) in words.language.heads.hours
    return Spotted("time", start, hour.end()) if announced or words.times.hour_of_day.match(lower, end) else None


def _before_is_day(page: Uniform, start: int, words: Lexicon, last: Spotted | None) -> bool:
    """Whether what stands before ``start`` announces a day: a word for it, or another date and a joiner."""
    heads = words.language.heads
    before = _word_before(page.lower, start)
    if before in heads.days or before in heads.years or not before:
        return True
    if last is not None and last.kind in ("date", "time"):
        between = page.lower[last.end : start].strip()
        return between in heads.joiners or between in heads.days or between == ""
    return False


def _is_day_month(page: Uniform, start: int, match: re.Match[str], words: Lexicon, last: Spotted | None) -> bool:
    """Whether "20/8" is a day: announced as one, or no fraction (the first number is the larger) without a noun.

    Only a slash joins day and month without a word that announces them.
    """
    heads = words.language.heads
    before = _word_before(page.lower, start)
    if before in heads.days or before in heads.occasions:
        return True
    if match[0][len(match[1])] != "/":
        return False
    following = _NEXT.match(page.text, match.end())
    noun = following is not None and following[1].islower() and following[1] not in heads.followers
    if last is not None and last.kind == "date" and page.lower[last.end : start].strip() in heads.joiners:
        return not noun
    roles, _ = trie_match(words.heads, [before]) or (frozenset(), 0)
    if "ranks" in roles:
        return False
    larger = int(match[1]) > int(match[2])
    if before in heads.years and not noun:
        return True
    if page.text[start - 1 : start] == "(" and page.text[match.end() : match.end() + 1] == ")":
        return larger or before in heads.now
    return larger and not noun


def month_or_day(page: Uniform, start: int, end: int, words: Lexicon, left: Sequence[str]) -> Spotted | None:
    """Return the month, quarter or day that the word beside the digits makes of them."""
    heads, lower, digits = words.language.heads, page.lower, page.text[start:end]
    if len(digits) <= _TWO_DIGITS:
        if named := _named_month(page, start, end, words, left):
            return named
        head = left[0] if left else ""
        if not head or _counts(left, words) or lower[end : end + 2].lstrip()[:1] == "%":
            return None
        if head in heads.months and not heads.month_names and int(digits) <= _MOST_MONTHS:
            rest = words.times.rest_of_month.match(lower, end)
            return Spotted("period", start, rest.end() if rest else end)
        if head in heads.days and int(digits) <= _MOST_DAYS:
            rest = words.times.rest_of_day.match(lower, end)
            return Spotted("date", start, rest.end() if rest else end)
        if head in heads.quarters and int(digits) <= _MOST_QUARTERS:
            rest = words.times.rest_of_month.match(lower, end)
            return Spotted("period", start, rest.end() if rest else end)
    return None


def _counts(left: Sequence[str], words: Lexicon) -> bool:
    """Whether the word for a day or month is itself counted: "mỗi ngày 50 hồ sơ"."""
    return len(left) > 1 and left[1] in words.language.heads.each


def _named_month(page: Uniform, start: int, end: int, words: Lexicon, left: Sequence[str]) -> Spotted | None:
    """Read "12 March 2024", "March 12, 2024", "the 12th of March"."""
    heads = words.language.heads
    if not heads.month_names:
        return None
    if left and left[0] in heads.month_names and page.text[start - 1 - len(left[0])].isupper():
        rest = _OF_YEAR.match(page.text, end)
        suffix = 2 if page.lower[end : end + 2] in heads.ordinal_suffixes else 0
        return Spotted("date", start, max(rest.end() if rest else end, end + suffix))
    following = _DAY_SUFFIX.match(page.lower, end)
    if following and following["month"] in heads.month_names and page.text[following.start("month")].isupper():
        rest = _OF_YEAR.match(page.text, following.end())
        return Spotted("date", start, rest.end() if rest else following.end())
    return None


def span_of_year(page: Uniform, start: int, end: int, words: Lexicon, left: Sequence[str]) -> Spotted | None:
    """Return "6 tháng đầu năm": months of a year, and no duration."""
    if end - start > _TWO_DIGITS:
        return None
    stop = end_of_span(page.lower, end, words, left)
    return Spotted("period", start, stop) if stop else None


def end_of_span(lower: str, end: int, words: Lexicon, left: Sequence[str]) -> int:
    """Return where the months of a year end whose number ends at ``end``; 0 where it counts no such months."""
    if words.span is None:
        return 0
    if span := words.span.match(lower, end):
        return span.end()
    following = _NEXT.match(lower, end)
    if following and following[1] in words.language.heads.spans and trie_match(words.spans, left):
        return following.end()
    return 0


def year(page: Uniform, start: int, words: Lexicon, left: Sequence[str]) -> Spotted | None:
    """Return the year or years that four digits are, unless something says that they count."""
    match = _YEARS.match(page.text, start)
    if match is None:
        return None
    heads, stop = words.language.heads, match.end()
    if stop - start > len("2020") or _YEAR_BEFORE.search(page.text, max(0, start - 8), start):
        return Spotted("period", start, stop)
    if words.tail.match(page.lower, stop) or words.scale.match(page.lower, stop):
        return None
    if left and left[0] in heads.years and left[0] not in heads.count_verbs:
        return Spotted("period", start, stop)
    following = _NEXT.match(page.text, stop)
    noun = following[1] if following and following[1].islower() and following[1] not in heads.followers else ""
    hedged = bool(left) and trie_match(words.hedges, left) is not None
    if noun and (hedged or noun in heads.counted or (left and left[0] in heads.count_verbs)):
        return None
    if hedged and not (left and left[0] in heads.years):
        return None
    return Spotted("period", start, stop)
