"""Numbers written out in words: "hai mươi mốt", "mười lăm nghìn", "twenty-three thousand", "hai phần ba".

The grammar is the one that both languages share: units join tens and hundreds, a scale word closes a
group. A word that is a number only at times ("năm" is also a year, "a" an article) counts only in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.exact import Exact, divide
from factcheck.read.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
_GAP = re.compile(r"[ -]|, (?=and )")
_HUNDRED = 100
_TEN = 10


class Spelled(NamedTuple):
    """A number in words: its value, the worth of its last word, and a denominator for a part."""

    value: Exact
    last: Exact
    start: int
    end: int
    of: int | None = None


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    joined: bool


def spelled_numbers(lower: str, language: Language) -> Iterator[Spelled]:
    """Yield the numbers in words, in order."""
    known = language.spelled.keys() | language.article_numbers.keys() | language.parts.keys()
    position = 0
    while match := _next(lower, position, known):
        tokens = _run(lower, match.start(), language)
        found = _part(tokens, language) or _number(tokens, language)
        if found is None:
            position = match.end()
            continue
        number, used = found
        if _is_fragment(tokens, used, language) or _is_vague(lower, number.end, language):
            position = tokens[-1].end
        else:
            yield number
            position = number.end


def _next(lower: str, position: int, known: set[str]) -> re.Match[str] | None:
    while match := _WORD.search(lower, position):
        if match[0] in known:
            return match
        position = match.end()
    return None


def _run(lower: str, start: int, language: Language) -> list[_Token]:
    """Return the number words that follow each other from ``start``."""
    tokens: list[_Token] = []
    position, joined = start, False
    while match := _WORD.match(lower, position):
        word = match[0]
        if not _is_number_word(word, language) and not (tokens and word in language.part_words | language.parts.keys()):
            break
        tokens.append(_Token(word, match.start(), match.end(), joined))
        gap = _GAP.match(lower, match.end())
        if gap is None:
            break
        joined = lower[match.end()] == "-"
        position = gap.end()
    while tokens and tokens[-1].text in language.links:
        tokens.pop()
    return tokens


def _is_number_word(word: str, language: Language) -> bool:
    return (
        word in language.spelled
        or word in language.article_numbers
        or word in language.scales
        or word in language.tens_words
        or word in language.links
        or word in language.halves
        or word in language.lone_parts
    )


def _number(tokens: list[_Token], language: Language) -> tuple[Spelled, int] | None:  # noqa: C901, PLR0912 - one grammar
    """Read as many tokens as make one number; None where they make none."""
    total: Exact = 0
    group: Exact = 0
    unit: Exact | None = None
    last: Exact = 1
    scale = 0
    used = 0
    for index, token in enumerate(tokens):
        word = token.text
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if word in language.links:
            if not used or not following:
                break
            continue
        if word in language.halves and (scale or group):
            half = divide(scale or last, 2)
            total, group, last = total + group + half, 0, half
            used = index + 1
            break
        if word in language.tens_words:
            if unit is None or not 1 < unit < _TEN:
                break
            group += unit * (_TEN - 1)
            unit, last = None, _TEN
        elif word in language.scales:
            worth = language.scales[word]
            if worth == _HUNDRED:
                if group >= _HUNDRED or (not group and unit is None and not used):
                    break
                group, unit, last = group * _HUNDRED, None, _HUNDRED
            elif not used and not group:
                break
            elif scale and worth > scale and not group:
                total, scale, last = total * worth, scale * worth, last * worth
            elif group or unit is not None:
                total, group, unit, scale, last = total + group * worth, 0, None, worth, last * worth
            else:
                break
        else:
            number = language.spelled.get(word, language.article_numbers.get(word, 0))
            if _is_no_digit(word, tokens, index, unit, group, language) or not _joins(number, unit, group):
                break
            group, unit, last = group + number, number, _TEN if number and number % _TEN == 0 else 1
        used = index + 1
    if not used or (used == 1 and tokens[0].text not in language.spelled):
        return None
    return Spelled(total + group, last, tokens[0].start, tokens[used - 1].end), used


def _joins(number: int, unit: Exact | None, group: Exact) -> bool:
    """Whether a unit or a number below 100 can follow what its group holds so far."""
    if unit is None:
        return not group or group % _HUNDRED == 0 or (number < _TEN and group % _TEN == 0)
    return unit >= _TEN and unit % _TEN == 0 and 0 < number < _TEN


def _is_no_digit(
    word: str, tokens: list[_Token], index: int, unit: Exact | None, group: Exact, language: Language
) -> bool:
    """Whether "năm" means years: after a ten or hundred five is "lăm", unless "mươi" follows."""
    if word not in language.not_after_tens or not group:
        return False
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    linked = index > 0 and tokens[index - 1].text in language.links
    return not linked and following not in language.tens_words and (unit is None or unit >= _TEN)


def _part(tokens: list[_Token], language: Language) -> tuple[Spelled, int] | None:
    """Read "hai phần ba", "two thirds", "một nửa", "half"."""
    if not tokens:
        return None
    first = tokens[0].text
    if first in language.lone_parts and len(tokens) > 2 and tokens[2].text in language.scales:  # noqa: PLR2004
        # "Half a million": the article is no number here.
        worth = language.scales[tokens[2].text]
        return Spelled(divide(worth, 2), divide(worth, 10), tokens[0].start, tokens[2].end), 3
    if first in language.parts and first in language.lone_parts:
        return Spelled(1, 1, tokens[0].start, tokens[0].end, language.parts[first]), 1
    number = language.spelled.get(first, language.article_numbers.get(first))
    if number is None or len(tokens) < 2:  # noqa: PLR2004 - a numerator and a word for the part
        return None
    second = tokens[1].text
    if second in language.parts:
        return Spelled(number, 1, tokens[0].start, tokens[1].end, language.parts[second]), 2
    if second in language.part_words and len(tokens) > 2:  # noqa: PLR2004
        below = language.spelled.get(tokens[2].text, language.article_numbers.get(tokens[2].text, 0))
        if below > 1:
            return Spelled(number, 1, tokens[0].start, tokens[2].end, below), 3
    return None


def _is_vague(lower: str, end: int, language: Language) -> bool:
    """Whether "mười mấy" makes the number no number."""
    following = _WORD.match(lower, end + 1) if lower[end : end + 1] == " " else None
    return following is not None and following[0] in language.vague


def _is_fragment(tokens: list[_Token], used: int, language: Language) -> bool:
    """Whether more number words stand right after what was read: then it is only a piece of something."""
    if used >= len(tokens):
        return False
    left_over = tokens[used].text
    return left_over in language.spelled and left_over not in language.not_after_tens
