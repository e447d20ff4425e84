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

from factcheck.model.commitment import commit
from factcheck.model.exact import Exact, divide, plain
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.written import Written
from factcheck.read.hedges import find_hedge
from factcheck.read.language import Language
from factcheck.read.neighbours import left_words, longest_suffix, right_phrase
from factcheck.read.numerals import Digits, read_digits
from factcheck.read.other import Other, is_other
from factcheck.read.spelled import spelled_numbers
from factcheck.read.text import Uniform, uniform

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_RATIO = re.compile(r" ?/ ?(\d+(?:[.,]\d+)*)(?![\d/])")
_SPACED = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}(?: \d{3})+(?![\d.,/:%-])")
_RANGE = re.compile(r" ?[-–] ?\d+(?:[.,]\d+)*")
_REST = re.compile(r" (\d{1,3})(?![\d.,/:%-]|\d)")
_MIXED = re.compile(r" ([1-9])/([2-9])(?![\d/])")
_WHOLE = re.compile(r"(\d+(?:[.,]\d+)*)(?![\d/%])")
_TENTH = re.compile(r"\d(?![\d.,]*\d)")
_GLUED = re.compile(r"[a-z]{1,2}(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"(?:^|[\s(])[-–+]\Z")
_MOVES = (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
_THOUSAND = 1_000
_MOST_ADVERBS = 2
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
            # "Quý" of a quarter may have been taken by what stands before it.
            other = other._replace(start=max(other.start, position))
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
    quantities += list(_in_words(page, language, quantities))
    quantities.sort(key=lambda found: found.start)
    located = tuple(_located(found, page, text) for found in quantities)
    elsewhere = (other._replace(start=page.original(other.start), end=page.original(other.end)) for other in others)
    return Scan(located, tuple(elsewhere))


def _located(found: Quantity, page: Uniform, text: str) -> Quantity:
    start, end = page.original(found.start), page.original(found.end)
    return replace(found, start=start, end=end, text=text[start:end])


class _Numeral(NamedTuple):
    written: Written
    start: int
    end: int
    also: Exact | None
    of: Exact | None = None


class _Kind(NamedTuple):
    kind: Kind
    end: int
    unit: str = ""


def _quantity(page: Uniform, match: re.Match[str], language: Language) -> Quantity | None:
    token = _joined_groups(page.text, match)
    digits = read_digits(token.replace(" ", ""), language)
    if digits is None or len(token) > _MOST_DIGITS:
        return None
    numeral = _numeral(page, match.start(), match.start() + len(token), digits, language)
    return _finished(page, match.start(), numeral, language)


def _joined_groups(text: str, match: re.Match[str]) -> str:
    """Return the digits with groups set apart by single spaces ("5 000"), as SI writes them."""
    grouped = _SPACED.match(text, match.start())
    return grouped[0] if grouped else match[0]


def _finished(page: Uniform, start: int, numeral: _Numeral, language: Language) -> Quantity:
    """Look around a numeral for its unit, comparator and direction."""
    start, currency = _currency_before(page.lower, start, language)
    left = left_words(page.lower, start)
    kind = _kind(page, numeral, left, language)
    if currency and kind.kind in (Kind.COUNT, Kind.MONEY):
        kind = _Kind(Kind.MONEY, kind.end, currency)
    written = numeral.written
    if kind.kind in (Kind.PERCENT, Kind.POINTS):
        written = written.as_percent()
    hedge = find_hedge(page.lower, start, kind.end, left, language)
    direction = _direction(hedge.left, language)
    if _is_negative(page.text, start) or (direction < 0 and kind.kind in _MOVES):
        written = written.mirrored()
    hard, soft = commit(written, hedge.comparator, exact=numeral.of is not None)
    return Quantity(
        value=written.value,
        kind=kind.kind,
        hard=hard,
        soft=soft,
        comparator=hedge.comparator,
        of=numeral.of,
        unit=kind.unit,
        direction=direction,
        also=numeral.also if kind.kind in (Kind.COUNT, Kind.RATIO) else None,
        estimated=hedge.estimated,
        doubtful=hedge.doubtful,
        start=start if currency else numeral.start,
        end=kind.end,
    )


def _is_negative(text: str, start: int) -> bool:
    sign = text[start - 1 : start]
    return sign in ("-", "–") and bool(_SIGN.search(text, max(0, start - 2), start))


def _currency_before(lower: str, start: int, language: Language) -> tuple[int, str]:
    """Return where a figure begins with the currency before it ("$33.09 billion", "USD 1,2 tỷ")."""
    for name in sorted(language.prefix_currencies, key=len, reverse=True):
        for gap in ("", " "):
            begin = start - len(name) - len(gap)
            if begin < 0 or lower[begin:start] != name + gap:
                continue
            if not lower[begin - 1 : begin].isalnum():
                return begin, language.prefix_currencies[name]
    return start, ""


def _numeral(page: Uniform, start: int, end: int, digits: Digits, language: Language) -> _Numeral:
    if mixed := _MIXED.match(page.text, end):
        return _mixed(start, digits, mixed)
    ratio = _RATIO.match(page.text, end) or _ratio_in_words(page.lower, end, language)
    if ratio:
        below = read_digits(ratio[1], language)
        if below is not None and not below.decimals:
            written = Written.from_digits(digits.whole, digits.decimals)
            return _Numeral(written, start, ratio.end(), _also(digits), int(below.whole))
    scale, scaled_end = _scale(page.lower, end, language)
    if scale == 1 and (inherited := _RANGE.match(page.lower, end)):
        # The scale or percent sign behind "5-6 triệu" and "15-20%" is that of both.
        scale, _ = _scale(page.lower, inherited.end(), language)
    written = Written.from_digits(digits.whole, digits.decimals, scale=scale)
    also = None if scale != 1 else _also(digits)
    return _stacked(page, _Numeral(written, start, scaled_end, also), scale, language)


def _mixed(start: int, digits: Digits, fraction: re.Match[str]) -> _Numeral:
    """Read "3 1/2"."""
    part = divide(int(fraction[1]), int(fraction[2]))
    written = Written(int(digits.whole) + part, part, part, 2, scaled=True)
    return _Numeral(written, start, fraction.end(), None)


def _ratio_in_words(lower: str, end: int, language: Language) -> re.Match[str] | None:
    """Read "30 out of 43", "12 trong số 43"."""
    for words in language.ratio_words:
        if lower.startswith(words, end):
            return _WHOLE.match(lower, end + len(words))
    return None


def _stacked(page: Uniform, numeral: _Numeral, scale: int, language: Language) -> _Numeral:
    """Add what a smaller scale follows with: "1 tỷ 350 triệu", "12 ngàn 500", "13 triệu rưỡi"."""
    if scale >= _THOUSAND and page.lower[numeral.end - 1].isalpha():
        tenth = _TENTH.match(page.text, numeral.end)
        if tenth:
            # "2tr5" is two million and five tenths of one.
            added = Written.from_digits(tenth[0], scale=divide(scale, 10))
            return _Numeral(_sum(numeral.written, added), numeral.start, tenth.end(), None)
    while scale >= _THOUSAND:
        if half := right_phrase(page.lower, numeral.end, language.halves):
            added = Written(divide(scale, 2), divide(scale, 10), divide(scale, 10), 1, scaled=True)
            return _Numeral(_sum(numeral.written, added), numeral.start, half.end, None)
        rest = _REST.match(page.text, numeral.end)
        digits = read_digits(rest[1], language) if rest else None
        if rest is None or digits is None or digits.decimals:
            break
        smaller, end = _scale(page.lower, rest.end(), language)
        if smaller >= scale or int(digits.whole) * smaller >= scale or right_phrase(page.lower, end, language.percent):
            break
        added = Written.from_digits(digits.whole, scale=smaller)
        numeral = _Numeral(_sum(numeral.written, added), numeral.start, end, None)
        scale = smaller
    return numeral


def _sum(one: Written, other: Written) -> Written:
    """Return a number written in two pieces: as precise as the smaller one."""
    value = one.value + other.value
    digits = len(plain(divide(value, other.significant))) if other.significant else one.digits
    return Written(value, other.last, other.significant, digits, scaled=other.last > 1)


def _also(digits: Digits) -> Exact | None:
    return int(digits.also) if digits.also else None


def _scale(lower: str, end: int, language: Language) -> tuple[int, int]:
    """Return what the scale words right of a numeral multiply by, and where they end."""
    scale = 1
    if glued := _GLUED.match(lower, end):
        worth = language.glued_scales.get(glued[0])
        if worth and glued[0] not in language.measures:
            return worth, glued.end()
        if worth and _has_currency_before(lower, end):
            return worth, glued.end()
    while found := right_phrase(lower, end + (lower[end : end + 1] == "-"), language.scales):
        following = right_phrase(lower, found.end, None)
        if following and (found.text, following.text) in language.not_scales:
            break
        scale *= language.scales[found.text]
        end = found.end
    return scale, end


def _has_currency_before(lower: str, end: int) -> bool:
    """Whether a currency sign stands before the digits that end here: "$2m" is money, "2m" two metres."""
    return bool(re.search(r"[$€£][\d.,]+\Z", lower[max(0, end - _ATTACHED) : end]))


def _kind(page: Uniform, numeral: _Numeral, left: tuple[str, ...], language: Language) -> _Kind:
    end = numeral.end
    if numeral.of is not None:
        rank = longest_suffix(left, language.rank_heads)
        return _Kind(Kind.RANK if rank else Kind.RATIO, end)
    inherited = _RANGE.match(page.lower, end)
    for words, kind in ((language.points, Kind.POINTS), (language.percent, Kind.PERCENT)):
        if found := right_phrase(page.lower, end, words):
            return _Kind(kind, found.end)
        if inherited and right_phrase(page.lower, inherited.end(), words):
            return _Kind(kind, end)
    unhedged = left[: len(left) - longest_suffix(left, language.before)]
    if unhedged and unhedged[-1] in language.multiple_before:
        found = right_phrase(page.lower, end, language.multiple_after)
        return _Kind(Kind.MULTIPLE, found.end if found else end)
    if page.text[numeral.end - 1 : numeral.end].isdigit() or numeral.written.scaled:
        for units, kind in ((language.currencies, Kind.MONEY), (language.measures, Kind.MEASURE)):
            found = right_phrase(page.lower, end, units)
            if found is None and inherited:
                found = right_phrase(page.lower, _scale(page.lower, inherited.end(), language)[1], units)
            if found:
                return _Kind(kind, end, units[found.text])
    return _Kind(Kind.COUNT, end)


def _direction(left: tuple[str, ...], language: Language) -> int:
    """Return -1 after a word of decrease, 1 after one of increase, with an adverb or two between."""
    for _ in range(_MOST_ADVERBS + 1):
        if longest_suffix(left, language.down):
            return -1
        if longest_suffix(left, language.up):
            return 1
        if not left or left[-1] not in language.adverbs:
            return 0
        left = left[:-1]
    return 0


def _in_words(page: Uniform, language: Language, taken: list[Quantity]) -> Iterator[Quantity]:
    """Yield multiples ("gấp đôi") and numbers written out in words."""
    covered = {position for quantity in taken for position in range(quantity.start, quantity.end)}
    for words, value in language.multiples.items():
        for start, end in _occurrences(page.lower, " ".join(words)):
            written = Written(value, 1, 1, 1, scaled=True)
            hard, soft = commit(written)
            covered.update(range(start, end))
            yield Quantity(value, Kind.MULTIPLE, hard, soft, start=start, end=end)
    for number in spelled_numbers(page.lower, language):
        left = left_words(page.lower, number.start)
        first = _WORD.match(page.lower, number.start)
        if number.start in covered or (first and (*left[-1:], first[0]) in language.not_spelled):
            continue
        if left and left[-1] in language.multiple_before:
            continue
        plain_scale = number.last if number.last >= _THOUSAND else 1
        digits = str(divide(number.value, plain_scale)) if number.value % plain_scale == 0 else str(number.value)
        scale = plain_scale if number.value % plain_scale == 0 else 1
        written = Written.from_digits(digits, scale=scale) if digits.isdigit() else Written(
            number.value, number.last, number.last, 2, scaled=True
        )  # fmt: skip
        numeral = _Numeral(written, number.start, number.end, None, number.of)
        yield _finished(page, number.start, numeral, language)


def _occurrences(lower: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` stand as whole words."""
    start = lower.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = lower[start - 1 : start], lower[end : end + 1]
        if not before.isalnum() and not after.isalnum():
            yield start, end
        start = lower.find(words, end)
