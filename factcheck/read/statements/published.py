"""The day or month of publication that a text bears."""

from __future__ import annotations

import re
from datetime import date

from factcheck.model.record import NamedTuple
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import find_times
from factcheck.read.statements.words import StatementWords

_STAMP = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 9
# "Hà Nội, 3/12/2024 – Theo …", "(Chinhphu.vn) – 3/12/2024 - Theo …".
_DASH = re.compile(r"–| - ")
# "Hà Nội, ngày 12/10/2024. Tập đoàn …", "Leeds, 12 October 2024: …".
_PLACE = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,3}, "
    r"(?P<day>(?:ngày )?(?:\d[\w /.-]{6,24}?|[A-Z][a-z]+ \d{1,2},? \d{4}))[.:]? ?(?:\n|(?<=[.:] ))"
)
# "Trả lời chất vấn (Phiên họp ngày 10/11/2023)".
_BRACKET = re.compile(r"\([^()]*\)\s*\Z")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_SIGNED = re.compile(r"(?<= [—–-] )(?:ngày )?\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm | [A-Z][a-z]+ )\d{4}\W*\Z")
_MONTH = re.compile(r"\d{4}-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_ALONE = 40
_DATELINE = 70
_ALONE = 3
_TAIL = 400


class Publication(NamedTuple):
    """When a text was published: the last day on which it can have been, and that day or month as it says it."""

    day: date
    iso: str


def published_on(page: Page, words: StatementWords) -> date | None:
    """Return the last day on which a text can have been published; None where it bears none."""
    found = publication(page, words)
    return found.day if found else None


def publication(page: Page, words: StatementWords) -> Publication | None:
    """Return the day that stands by the title, in a dateline, or under the text, or else the month in its head.

    None where the text bears neither.
    """
    day = _day_of(page, words)
    return Publication(day, day.isoformat()) if day else _month_of(page, words)


def _month_of(page: Page, words: StatementWords) -> Publication | None:
    """Return the month that is all of a line above the text, unless the text speaks of a day that is later."""
    for line in page.text[: page.main.start].split("\n"):
        times = find_times(line, line.lower(), words, None) if len(line) <= _MONTH_ALONE else ()
        if len(times) != 1 or not _MONTH.fullmatch(times[0].iso):
            continue
        rest = line[: times[0].start] + line[times[0].end :]
        period = times[0].period
        if any(map(str.isalnum, rest)) or period is None:
            continue
        later = any(
            other.period and other.period.end > period.end and not (other.base or other.aside)
            for other in find_times(page.text, page.lower, words, None)
            if _DAY.fullmatch(other.iso)
        )
        return None if later else Publication(period.end, times[0].iso)
    return None


def _day_of(page: Page, words: StatementWords) -> date | None:
    """Return the day that stands by the title, in a dateline, or under the text.

    A line counts as a stamp where it holds a whole date and little else. Of several, the one nearest to the title
    is the article's: pages also show the day on which they were looked at.
    """
    stamps: list[tuple[int, int, date]] = []
    head = page.text[: page.main.start]
    number = title_line = 0
    start = 0
    for number, line in enumerate(head.split("\n")):
        span = Span(start, start + len(line))
        start += len(line) + 1
        if page.title and page.title.start >= span.start and page.title.start <= span.end:
            title_line = number
        day = _stamp(page, span, words)
        if day and words.published.match(line.lower()):
            # "Published 30 May 2023" under "Count of 25 January 2023".
            return day
        if day:
            stamps.append((number, span.start, day))
    if stamps:
        return min(stamps, key=lambda stamp: (abs(stamp[0] - title_line), stamp[0] < title_line, stamp[0]))[2]
    return _dateline(page, words)


def _stamp(page: Page, span: Span, words: StatementWords) -> date | None:
    text = page.text[span.start : span.end]
    if signed := _SIGNED.search(text):
        # "Sở Thông tin và Truyền thông tỉnh An Hòa — ngày 10/10/2024".
        return _day(signed[0], words)
    if len(_STAMP.findall(text)) <= _MOST_WORDS:
        return _day(text, words)
    # "Họp báo công bố tình hình kinh tế quý II (Ngày 29/6/2022)".
    bracket = _BRACKET.search(text)
    alone = bracket is not None and len(_STAMP.findall(bracket[0])) <= _ALONE
    return _day(bracket[0], words) if bracket and alone else None


def _day(text: str, words: StatementWords, *, stretch: bool = False) -> date | None:
    """Return the day that a text names; the last one of a ``stretch`` of days too: "(05/8 - 11/8/2024)"."""
    for time in find_times(text, text.lower(), words, None):
        period = time.period
        days = stretch and _DAYS.fullmatch(time.iso) is not None
        if period is not None and (period.is_instant or days) and not time.aside:
            return period.end
    return None


def _dateline(page: Page, words: StatementWords) -> date | None:
    """Look at the beginnings of the first paragraphs and at short lines under the text."""
    title = page.text[page.title.start : page.title.end] if page.title else ""
    if (bracket := _BRACKET.search(title)) and (day := _day(bracket[0], words, stretch=True)):
        return day
    for paragraph in page.paragraphs[:2]:
        opening = page.text[paragraph.start : min(paragraph.end, paragraph.start + _DATELINE)]
        if (place := _PLACE.match(opening)) and (day := _day(place["day"], words)):
            return day
        if (news := words.news_day.match(opening)) and (day := _day(news["day"], words)):
            return day
        *before, _ = _DASH.split(opening, maxsplit=2)
        if day := next(filter(None, (_day(part, words) for part in before)), None):
            return day
    tail = page.text[page.main.end : page.main.end + _TAIL]
    for line in tail.split("\n"):
        if len(_STAMP.findall(line)) <= _MOST_WORDS and (day := _day(line, words)):
            return day
    return None
