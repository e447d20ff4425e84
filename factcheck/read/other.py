"""Digits that are no quantity: dates, periods, times, numbers of documents, levels, ordinals, phones, names."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.read.language import Language
from factcheck.read.neighbours import left_words, longest_suffix, right_phrase
from factcheck.read.text import Uniform


class Other(NamedTuple):
    """A stretch of digits that is no quantity, or that was not read at all (``unread``)."""

    kind: str
    start: int
    end: int


_SHAPES = (
    ("date", re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/])")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")),
    ("document-number", re.compile(r"\d+(?:/\d{4})?[/-](?=[^\W\d_]*[A-ZĐ]{2})[A-ZĐ][\w&]*(?:[-/][\w&]+)*")),
    ("time", re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm]\b)?")),
    ("time", re.compile(r"\d{1,2}h(?:\d{2})?(?!\w)")),
    ("phone", re.compile(r"1[89]00[ .]?\d{4,6}(?!\d)")),
    ("phone", re.compile(r"0\d{1,3}[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)")),
)
_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}(?![\d/.,]|\d)")
_YEARS = re.compile(r"(?:19|20)\d{2}(?: ?[-–] ?(?:19|20)\d{2})?(?![\d.,]*\d)")
_ROMAN_BEFORE = re.compile(r"\b(?:quý|quí|q|quarter) ?(?:[ivx]+|\d)/\Z")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d{2} ?[-–] ?\Z")
_REST_OF_DATE = re.compile(r"/\d{1,4}(?:/\d{4})?(?!\d)")
_LEVEL = re.compile(r"\d(?![\d.,]*\d| ?%|\w)")
_LEVELS = re.compile(r"\d(?:[,/&-]\d)*(?![\d.,]*\d| ?%|\w)")
_LETTERS_BEFORE = re.compile(r"[^\W\d_][-_]?\Z")
_FILE_NAME = re.compile(r"(?:-[^\W\d_]+\d+)?(?:[^\W\d_]*\d*)\.(?:jpg|jpeg|png|pdf|docx?|xlsx?)\b")
_LIST_MARKER = re.compile(r"\d{1,2}[.)] ")
_GLUED_WORD = re.compile(r"[^\W\d_]+")
_TIME_OF_DAY = re.compile(r"\d{1,2}h(?:\d{2})?(?!\w)")
_REST_OF_WORD = re.compile(r"[^\s)]*")
_CHUNK = 200
_LONGEST_PHONE_HEAD = 3


def is_other(page: Uniform, start: int, end: int, language: Language, previous: Other | None) -> Other | None:
    """Return what the digits at ``start`` are, if they are no quantity.

    ``previous`` is what the digits before were: the second level of "mức độ 3, 4" is known by the first.
    """
    if name := _in_name(page, start, end, language) or _glued(page, start, end, language):
        return name
    if page.text[start - 1 : start] in ("", "\n") and _LIST_MARKER.match(page.text, start):
        return Other("list-marker", start, end)
    left = left_words(page.lower, start)
    for kind, shape in _SHAPES:
        if match := shape.match(page.text, start):
            return Other(kind, start, match.end())
    if left and left[-1] in language.time_heads:
        return Other("time", start, end)
    return (
        _period(page, start, end, left, language)
        or _level(page, start, left, language, previous)
        or _headed(page, start, end, left, language)
    )


def _in_name(page: Uniform, start: int, end: int, language: Language) -> Other | None:
    """Addresses, file names, and digits joined to letters ("Covid-19", "5G")."""
    text = page.text
    first = max(text.rfind(" ", max(0, start - _CHUNK), start), text.rfind("\n", max(0, start - _CHUNK), start))
    first = max(first + 1, start - _CHUNK, 0)
    chunk = text[first:start]
    if "://" in chunk or chunk.startswith("www.") or "@" in chunk:
        rest = _REST_OF_WORD.match(text, end)
        return Other("name", start, rest.end() if rest else end)
    if _LETTERS_BEFORE.search(chunk) and chunk.lower().lstrip('(“"') not in language.prefix_currencies:
        return Other("name", start, end)
    if follow := _FILE_NAME.match(text, end):
        return Other("name", start, follow.end())
    return None


def _glued(page: Uniform, start: int, end: int, language: Language) -> Other | None:
    """Digits with a word grown onto them that is no unit ("5G")."""
    word = _GLUED_WORD.match(page.lower, end)
    if word is None or _TIME_OF_DAY.match(page.lower, start):
        return None
    units = (
        language.scales,
        language.glued_scales,
        language.currencies,
        language.measures,
        language.multiple_after,
        language.percent,
        language.points,
    )
    if word[0] in language.ordinal_suffixes or any(word[0] in known for known in units):
        return None
    return Other("name", start, end)


def _period(page: Uniform, start: int, end: int, left: tuple[str, ...], language: Language) -> Other | None:
    head = left[-1] if left else ""
    if match := _ROMAN_BEFORE.search(page.lower, max(0, start - 16), start):
        return Other("period", match.start(), end)
    if match := _MONTH_OF_YEAR.match(page.text, start):
        return Other("period", start, match.end())
    if head in language.month_heads or head in language.quarter_heads:
        following = right_phrase(page.lower, end, language.percent)
        if not following and end - start <= 2:  # noqa: PLR2004 - months and quarters have two digits at most
            return Other("period", start, _end_of_month(page, end))
    following = right_phrase(page.lower, end, None)
    if following and following.text in language.month_names and end - start <= 2:  # noqa: PLR2004 - a day of a month
        return Other("date", start, following.end)
    if head in language.day_heads and not (len(left) > 1 and left[-2] in language.each_words):
        return Other("date", start, _end_of_month(page, end))
    if match := _YEARS.match(page.text, start):
        following = right_phrase(page.lower, match.end(), None)
        ranged = match.end() - start > len("2020")
        after_dash = _YEAR_BEFORE.search(page.text, max(0, start - 8), start)
        if ranged or after_dash or head in language.year_heads or not following:
            return Other("period", start, match.end())
    return None


def _end_of_month(page: Uniform, end: int) -> int:
    match = _REST_OF_DATE.match(page.text, end)
    return match.end() if match else end


def _level(
    page: Uniform, start: int, left: tuple[str, ...], language: Language, previous: Other | None
) -> Other | None:
    size = longest_suffix(left, language.level_heads)
    match = (_LEVELS if size > 1 else _LEVEL).match(page.text, start)
    if match is None or right_phrase(page.lower, match.end(), language.scales):
        return None
    follows = previous and previous.kind == "level"
    if size or (previous and follows and page.lower[previous.end : start].strip() in language.joiners):
        return Other("level", start, match.end())
    return None


def _headed(page: Uniform, start: int, end: int, left: tuple[str, ...], language: Language) -> Other | None:
    if not left:
        return None
    digits = page.text[start:end]
    follows = page.text[end : end + 1]
    if follows == "%" or right_phrase(page.lower, end, language.percent):
        return None
    if longest_suffix(left, language.rank_heads):
        return None
    if follows in language.ordinal_suffixes or right_phrase(page.lower, end, language.ordinal_suffixes):
        return Other("ordinal", start, end)
    if not digits.isdigit() or follows == "/":
        return None
    if longest_suffix(left, language.ordinal_heads):
        return Other("ordinal", start, end)
    if longest_suffix(left, language.document_heads):
        return Other("document-number", start, end)
    if left[-1] in language.number_heads and (len(left) == 1 or left[-2] not in language.number_nouns):
        return Other("document-number", start, end)
    if any(word in language.phone_heads for word in left[-_LONGEST_PHONE_HEAD:]) and len(digits) >= 8:  # noqa: PLR2004
        return Other("phone", start, end)
    return None
