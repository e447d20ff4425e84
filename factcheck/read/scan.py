"""The scanner: finds the digits of a text and looks around them. It knows no language.

Each run of digits is first asked whether its shape or the word before it makes it something else (a
date, the number of a document, a level …); what is left is a quantity, whose scale, unit, comparator
and direction are then looked for right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.model.commitment import Commitment, commit
from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.written import Written
from factcheck.read.language import Language
from factcheck.read.neighbours import left_words, longest_suffix, phrase_after, right_phrase
from factcheck.read.numerals import Digits, read_digits
from factcheck.read.other import Other, is_other
from factcheck.read.text import Uniform, uniform

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_RATIO = re.compile(r" ?/ ?(\d+(?:[.,]\d+)*)(?![\d/])")
_SIGN = re.compile(r"(?:^|[\s(])[-+]\Z")
_ATTACHED = 40
_MOST_DIGITS = 60


class Scan(NamedTuple):
    """Everything that the digits of a text are: quantities, other things, and what fits nothing."""

    quantities: tuple[Quantity, ...]
    others: tuple[Other, ...]


def scan(text: str, language: Language) -> Scan:
    """Read all quantities of a text, in order."""
    page = uniform(text)
    quantities: list[Quantity] = []
    others: list[Other] = []
    position = 0
    previous: Other | None = None
    while match := _DIGITS.search(page.text, position):
        start, end = match.span()
        other = is_other(page, start, end, language, previous)
        if other is not None:
            others.append(other)
            previous = other
            position = max(other.end, end)
            continue
        quantity = _quantity(page, match, language)
        previous = None
        if quantity is None:
            others.append(Other("unread", start, end))
            position = end
        else:
            quantities.append(quantity)
            position = quantity.end
    quantities += _in_words(page, language)
    quantities.sort(key=lambda found: found.start)
    located = tuple(_located(found, page, text) for found in quantities)
    return Scan(located, tuple(others))


def _located(found: Quantity, page: Uniform, text: str) -> Quantity:
    start, end = page.original(found.start), page.original(found.end)
    return replace(found, start=start, end=end, text=text[start:end])


class _Numeral(NamedTuple):
    written: Written
    end: int
    also: Exact | None
    of: Exact | None = None


class _Kind(NamedTuple):
    kind: Kind
    end: int
    unit: str = ""


def _quantity(page: Uniform, match: re.Match[str], language: Language) -> Quantity | None:
    start = match.start()
    digits = read_digits(match[0], language)
    if digits is None or len(match[0]) > _MOST_DIGITS:
        return None
    left = left_words(page.lower, start)
    numeral = _numeral(page, match, digits, language)
    kind = _kind(page, numeral, left, language)
    written = numeral.written
    if kind.kind in (Kind.PERCENT, Kind.POINTS):
        written = Written.from_digits(digits.whole, digits.decimals, percent=True)
    comparator, left, estimated = _comparator(page.lower, kind.end, left, language)
    direction = _direction(left, language)
    negative = bool(_SIGN.search(page.text, max(0, start - 2), start)) and page.text[start - 1] == "-"
    signed = negative or (direction < 0 and kind.kind in (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE))
    if signed:
        written = written.mirrored()
    hard, soft = commit(written, comparator, exact=numeral.of is not None)
    return Quantity(
        value=written.value,
        kind=kind.kind,
        hard=hard,
        soft=soft,
        comparator=comparator,
        of=numeral.of,
        unit=kind.unit,
        direction=direction,
        also=numeral.also if kind.kind in (Kind.COUNT, Kind.RATIO) else None,
        estimated=estimated,
        start=start,
        end=kind.end,
    )


def _numeral(page: Uniform, match: re.Match[str], digits: Digits, language: Language) -> _Numeral:
    end = match.end()
    ratio = _RATIO.match(page.text, end)
    if ratio:
        below = read_digits(ratio[1], language)
        if below is not None and not below.decimals:
            written = Written.from_digits(digits.whole, digits.decimals)
            return _Numeral(written, ratio.end(), _also(digits), int(below.whole))
    scale, scaled_end = _scale(page.lower, end, language)
    written = Written.from_digits(digits.whole, digits.decimals, scale=scale)
    return _Numeral(written, scaled_end, None if scale != 1 else _also(digits))


def _also(digits: Digits) -> Exact | None:
    return int(digits.also) if digits.also else None


def _scale(lower: str, end: int, language: Language) -> tuple[int, int]:
    """Return what the scale words right of a numeral multiply by, and where they end."""
    scale = 1
    while found := right_phrase(lower, end, language.scales):
        following = right_phrase(lower, found.end, None)
        if following and (found.text, following.text) in language.not_scales:
            break
        scale *= language.scales[found.text]
        end = found.end
    return scale, end


def _kind(page: Uniform, numeral: _Numeral, left: tuple[str, ...], language: Language) -> _Kind:
    end = numeral.end
    if numeral.of is not None:
        rank = longest_suffix(left, language.rank_heads)
        return _Kind(Kind.RANK if rank else Kind.RATIO, end)
    for words, kind in ((language.points, Kind.POINTS), (language.percent, Kind.PERCENT)):
        if found := right_phrase(page.lower, end, words):
            return _Kind(kind, found.end)
    if left and left[-1] in language.multiple_before:
        found = right_phrase(page.lower, end, language.multiple_after)
        return _Kind(Kind.MULTIPLE, found.end if found else end)
    if page.text[numeral.end - 1 : numeral.end].isdigit() or numeral.written.scaled:
        for units, kind in ((language.currencies, Kind.MONEY), (language.measures, Kind.MEASURE)):
            if found := right_phrase(page.lower, end, units):
                return _Kind(kind, end, units[found.text])
    return _Kind(Kind.COUNT, end)


def _comparator(
    lower: str, end: int, left: tuple[str, ...], language: Language
) -> tuple[Comparator | None, tuple[str, ...], bool]:
    """Return the comparator beside a numeral, the words left of it, and whether it is an estimate."""
    comparator: Comparator | None = None
    if size := longest_suffix(left, language.before):
        comparator = language.before[left[-size:]]
        left = left[:-size]
    else:
        comparator = phrase_after(lower, end, language.after)
    estimated = bool(longest_suffix(left, language.estimates))
    return comparator, left, estimated


def _direction(left: tuple[str, ...], language: Language) -> int:
    if longest_suffix(left, language.down):
        return -1
    if longest_suffix(left, language.up):
        return 1
    return 0


def _in_words(page: Uniform, language: Language) -> Iterator[Quantity]:
    """Yield multiples ("gấp đôi") and the small numbers that are safe to read as words."""
    for words, value in language.multiples.items():
        for start, end in _occurrences(page.lower, " ".join(words)):
            written = Written(value, 1, 1, 1, scaled=True)
            yield _from_words(written, Kind.MULTIPLE, start, end, Commitment(*commit(written)))
    for word, number in language.spelled.items():
        for start, end in _occurrences(page.lower, word):
            left = left_words(page.lower, start)
            following = right_phrase(page.lower, end, None)
            if (*left[-1:], word) in language.not_spelled or not following or following.text in language.scales:
                continue
            if left and (left[-1] in language.spelled or left[-1] in language.multiple_before):
                continue
            written = Written.from_digits(str(number))
            point = commit(written, exact=True)
            yield _from_words(written, Kind.COUNT, start, end, point)


def _from_words(written: Written, kind: Kind, start: int, end: int, commitment: Commitment) -> Quantity:
    return Quantity(written.value, kind, commitment.hard, commitment.soft, start=start, end=end)


def _occurrences(lower: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` stand as whole words."""
    start = lower.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = lower[start - 1 : start], lower[end : end + 1]
        if not before.isalnum() and not after.isalnum():
            yield start, end
        start = lower.find(words, end)
