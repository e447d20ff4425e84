"""Numbers written out in words: "hai mươi mốt", "mười lăm nghìn", "twenty-three thousand", "hai phần ba".

The grammar is the one that both languages share: units join tens and hundreds, a scale word closes a
group. A word that is a number only at times ("năm" is also a year, "a" an article) counts only in company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from factcheck.model.exact import Exact, divide
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Kind
from factcheck.model.record import NamedTuple
from factcheck.model.written import Written
from factcheck.read.dates import end_of_span
from factcheck.read.exactly import Figure
from factcheck.read.figure import finished
from factcheck.read.hedges import find_hedge
from factcheck.read.language import Language
from factcheck.read.lexicon import Lexicon, alternation, trie_match
from factcheck.read.neighbours import left_words, noun_follows
from factcheck.read.other import Other
from factcheck.read.ratios import is_year
from factcheck.read.scales import next_numeral, scale_of, scaled
from factcheck.read.spotted import Hint, Numeral, Spotted
from factcheck.read.text import Uniform
from factcheck.read.units import tail_of

_JOINED_ON = lazy_pattern(r"(?<![^\W\d_])([^\W\d_]+)-\Z")
_LONGEST_ORDINAL = 12
_WORD = lazy_pattern(r"[^\W\d_]+(?:’[^\W\d_]+)?")
_GAP = lazy_pattern(r"[ -]|, (?=and )")
_COMPOUND = lazy_pattern(r"-[^\W\d_]")
_LAST_WORD = lazy_pattern(r"[^\W\d_]+\Z")
# More than the longest number in words has; bounds the work on a text of nothing but such words.
_MOST_WORDS = 24
_HALF = 2
_HUNDRED = 100
_TEN = 10
_THOUSAND = 1_000


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


@cache
def seeds(language: Language) -> tuple[str, ...]:
    """Return patterns for the words that a number in words may begin with."""
    known = language.in_words
    first_words = (phrase.split()[0] for phrase in language.one_in)
    company = alternation(
        [
            *first_words,
            *known.tens_words,
            *known.part_words,
            *known.parts,
            *language.right.scales,
            *known.links,
            *known.in_company,
            *(phrase for phrase in language.right.percent if phrase[0].isalpha()),
        ]
    )
    alternatives = [re.escape(" ".join(phrase)) for phrase in known.multiples]
    alternatives += [
        f"{word} {alternation([*known.in_company, *known.cardinals])}" for word in sorted(language.heads.rank_words)
    ]
    alternatives += [f"{word} {alternation(known.point_words)}" for word in known.digit_words]
    alternatives += [rf"{word}(?!\w)" for word in (*known.cardinals, *known.lone_parts)]
    alternatives += [f"{word}[ -]{company}" for word in known.in_company]
    alternatives += [f"{word} {alternation(language.heads.counted)}" for word in sorted(known.with_nouns)]
    return tuple(alternatives)


def spot_in_words(
    page: Uniform, words: Lexicon, hints: Sequence[Hint], taken: Sequence[Spotted | Figure | Other]
) -> list[Spotted]:
    """Return the numbers in words, and whole multiples ("gấp đôi"), where nothing else was found.

    ``hints`` are the places where one may begin.
    """
    covered = _Covered(taken)
    found: list[Spotted] = []
    position = 0
    for start, multiple in _starts(page.lower, hints, words.language):
        if start < position or covered.holds(start):
            continue
        if multiple:
            spotted = _multiple(page, start, multiple, words)
        elif (number := _at(page.lower, start, words)) is None or (figure := _figure(page, number, words)) is None:
            continue
        else:
            spotted = figure
        found.append(spotted)
        position = spotted.end
    return found


class _Covered:
    """The stretches that digits took, asked in order."""

    def __init__(self, taken: Sequence[Spotted | Figure | Other]) -> None:
        self._taken = taken
        self._next = 0

    def holds(self, position: int) -> bool:
        while self._next < len(self._taken) and self._taken[self._next].end <= position:
            self._next += 1
        return self._next < len(self._taken) and self._taken[self._next].start <= position


def _starts(lower: str, hints: Sequence[Hint], language: Language) -> list[tuple[int, str]]:
    """Return where a number in words may begin, in order, with the phrase of a whole multiple."""
    starts: list[tuple[int, str]] = []
    # What begins inside the first words of another number is a piece of it, but only if the same sign leads to it.
    ends: dict[str, int] = {}
    for place, end in hints:
        # The first word of a text has nothing before it.
        before = "" if place == 0 else "space" if lower[place - 1] == " " else "sign"
        if end >= 0 and place > ends.get(before, -1):
            starts.append(_start(lower, place, end, language))
            ends[before] = end
    starts.sort()
    return starts


def _start(lower: str, place: int, end: int, language: Language) -> tuple[int, str]:
    phrase = lower[place:end]
    first, _, _ = phrase.partition(" ")
    if tuple(phrase.split()) in language.in_words.multiples:
        return place, phrase
    ranked = first in language.heads.rank_words
    return place + (len(first) + 1 if ranked else 0), ""


def _multiple(page: Uniform, start: int, phrase: str, words: Lexicon) -> Spotted:
    worth = words.language.in_words.multiples[tuple(phrase.split())]
    first, _, last = phrase.rpartition(" ")
    end = start + len(first if last in words.language.in_words.multiple_links else phrase)
    precision = divide(1, worth.denominator)
    numeral = Numeral(start, end, written=Written(worth, precision, precision, 1, scaled=True))
    left = left_words(page.lower, start, words.last_words, words.dotted)
    hedge = find_hedge(page.lower, start, end, left, numeral, words)
    return Spotted(Kind.MULTIPLE.value, start, end, numeral, hedge, unit="times")


def _figure(page: Uniform, number: Spelled, words: Lexicon) -> Spotted | None:
    known = words.language.in_words
    left = left_words(page.lower, number.start, words.last_words, words.dotted)
    first = _WORD.match(page.lower, number.start)
    before = left[0] if left else ""
    joined = _JOINED_ON.search(page.lower, max(0, number.start - _LONGEST_ORDINAL), number.start)
    # "Second-half revenue".
    if first and (joined[1] if joined else before, first[0]) in known.not_spelled:
        return None
    roles, _ = trie_match(words.heads, left) or (frozenset(), 0)
    is_lone = first is not None and first.end() == number.end
    if is_lone and "ranks" not in roles:
        needs_company = first is not None and first[0] not in known.cardinals and first[0] not in known.lone_parts
        if (
            before in known.digit_words
            or before in words.language.heads.rank_words
            or before in known.not_alone
            or _is_phrase(page, number, words)
        ):
            return None
        if needs_company and not number.of and not _has_company(page, number, first[0] if first else "", words):
            return None
    last = _LAST_WORD.search(page.lower, number.start, number.end)
    if last and (last[0], _following(page, number)) in known.not_phrases:
        return None
    if number.of is not None and (
        _COMPOUND.match(page.lower, number.end) or (number.of > _HALF and _is_ordinal(page, number, words))
    ):
        # "A fifth season", "half-year results".
        return None
    if _is_member(page, number, words) or end_of_span(page.lower, number.end, words, left):
        return None
    numeral = Numeral(number.start, number.end, written=_written(number))
    if number.of is not None:
        return _of_unit(page, number, number.of, words) or _share(page, numeral, number.of, left, words)
    if (ratio := _out_of(page, numeral, words)) is not None:
        return ratio
    found = finished(page, numeral, words)
    return _range(page, found, words) or found


def _share(page: Uniform, numeral: Numeral, parts: int, left: Sequence[str], words: Lexicon) -> Spotted:
    """Read "two thirds", "half"."""
    hedge = find_hedge(page.lower, numeral.start, numeral.end, left, numeral, words)
    below = Numeral(numeral.end, numeral.end, written=Written(parts, 1, 1, 1, scaled=False))
    return Spotted(Kind.RATIO.value, numeral.start, numeral.end, numeral, hedge, of=below)


def _of_unit(page: Uniform, number: Spelled, parts: int, words: Lexicon) -> Spotted | None:
    """Read "half a percentage point", "a quarter of a mile", "nửa tấn": a part of one unit."""
    language, end = words.language, number.end
    if words.part_link is not None:
        link = words.part_link.match(page.lower, end)
        if link is None:
            return None
        end = link.end()
        scale, stop = scale_of(page.lower, end, words)
        if scale != 1:
            # "A quarter of a million".
            part = divide(scale, parts)
            written = Written(number.value * part, part, part, 2, scaled=True)
            return finished(page, Numeral(number.start, stop, written=written), words)
    following = _WORD.match(page.lower, end + 1)
    is_point = following is not None and following[0] in language.bare_points
    if tail_of(page.lower, end, words) is None and not is_point:
        return None
    part = divide(1, parts)
    written = Written(number.value * part, part, part, 2, scaled=True)
    return finished(page, Numeral(number.start, end, written=written), words)


def _range(page: Uniform, low: Spotted, words: Lexicon) -> Spotted | None:
    """Read "two to three months"."""
    if low.kind != Kind.COUNT or low.numeral is None or low.numeral.written is None:
        return None
    link = words.until_words.match(page.lower, low.end)
    above = _at(page.lower, link.end(), words) if link else None
    if above is None or above.of is not None or above.value <= low.numeral.written.value:
        return None
    high = finished(page, Numeral(above.start, above.end, written=_written(above)), words)
    return high._replace(start=low.start, numeral=low.numeral, hedge=low.hedge, high=high.numeral)


def _out_of(page: Uniform, numeral: Numeral, words: Lexicon) -> Spotted | None:
    """Read "one in four", "three out of ten"."""
    link = words.of_words.match(page.lower, numeral.end)
    if link is None:
        return None
    if (digits := next_numeral(page, link.end(), words)) is not None:
        if digits.digits.decimals or is_year(page, digits):
            return None
        digits = scaled(page, digits, words)
        if tail_of(page.lower, digits.end, words) is not None:
            return None
        left = left_words(page.lower, numeral.start, words.last_words, words.dotted)
        hedge = find_hedge(page.lower, numeral.start, digits.end, left, numeral, words)
        return Spotted(Kind.RATIO.value, numeral.start, digits.end, numeral, hedge, of=digits)
    below = _at(page.lower, link.end(), words)
    if below is None or numeral.written is None or below.value <= numeral.written.value:
        return None
    left = left_words(page.lower, numeral.start, words.last_words, words.dotted)
    hedge = find_hedge(page.lower, numeral.start, below.end, left, numeral, words)
    of = Numeral(below.start, below.end, written=_written(below))
    return Spotted(Kind.RATIO.value, numeral.start, below.end, numeral, hedge, of=of)


def _is_member(page: Uniform, number: Spelled, words: Lexicon) -> bool:
    """Whether "one" names a member of what follows: "one of the 22 ministries"."""
    if number.of is not None or number.value != 1:
        return False
    link = words.of_words.match(page.lower, number.end)
    return link is not None and link[0].strip() in words.language.members


def _following(page: Uniform, number: Spelled) -> str:
    following = _WORD.match(page.lower, number.end + 1) if page.lower[number.end : number.end + 1] == " " else None
    return following[0] if following else ""


def _is_ordinal(page: Uniform, number: Spelled, words: Lexicon) -> bool:
    """Whether "a fifth season" is no part of anything: a noun follows at once."""
    if words.language.in_words.part_words or number.value != 1:
        return False
    return noun_follows(page.text, number.end, words.language.heads.followers)


def _has_company(page: Uniform, number: Spelled, word: str, words: Lexicon) -> bool:
    """Whether a word that is a number only at times is one here: before a per cent, a whole or a counted noun."""
    tail = words.tail.match(page.lower, number.end)
    if (tail is not None and tail.lastgroup == "percent") or words.of_words.match(page.lower, number.end):
        return True
    counted = _following(page, number) in words.language.heads.counted
    return counted and word in words.language.in_words.with_nouns


def _is_phrase(page: Uniform, number: Spelled, words: Lexicon) -> bool:
    """Whether a lone number is a piece of a fixed phrase ("hai bên": both sides)."""
    return _following(page, number) in words.language.in_words.not_with


def _written(number: Spelled) -> Written:
    scale = number.last if number.last >= _THOUSAND else 1
    if number.value % scale:
        scale = 1
    digits = str(divide(number.value, scale))
    if digits.isdigit():
        return Written.from_digits(digits, scale=scale)
    return Written(number.value, number.last, number.last, 2, scaled=True)


def _at(lower: str, start: int, words: Lexicon) -> Spelled | None:
    """Return the number in words that begins at ``start``; whether a lone word counts is for the caller to say."""
    language = words.language
    tokens = _run(lower, start, language)
    found = _part(tokens, language) or _number(tokens, language)
    end = found[0].end if found else start
    if (pointed := _with_decimals(lower, found[0] if found else None, start, end, words)) is not None:
        return pointed
    if found is None:
        return None
    number, used = found
    if _is_fragment(tokens, used, language) or _is_vague(lower, number.end, language):
        return None
    return number


def _run(lower: str, start: int, language: Language) -> list[_Token]:
    """Return the number words that follow each other from ``start``."""
    tokens: list[_Token] = []
    position, joined = start, False
    while len(tokens) < _MOST_WORDS and (match := _WORD.match(lower, position)):
        word = match[0]
        if not _is_number_word(word, language) and not (
            tokens and word in language.in_words.part_words | language.in_words.parts.keys()
        ):
            break
        tokens.append(_Token(word, match.start(), match.end(), joined))
        gap = _GAP.match(lower, match.end())
        if gap is None:
            break
        joined = lower[match.end()] == "-"
        position = gap.end()
        for empty in language.in_words.empty_groups:
            # "Một nghìn không trăm hai mươi": no hundreds.
            if lower.startswith(empty + " ", position):
                position += len(empty) + 1
    while tokens and tokens[-1].text in language.in_words.links:
        tokens.pop()
    return tokens


def _is_number_word(word: str, language: Language) -> bool:
    return (
        word in language.in_words.cardinals
        or word in language.in_words.in_company
        or word in language.right.scales
        or word in language.in_words.tens_words
        or word in language.in_words.links
        or word in language.right.halves
        or word in language.in_words.lone_parts
    )


def _number(tokens: list[_Token], language: Language) -> tuple[Spelled, int] | None:  # noqa: C901, PLR0912, PLR0915 - one grammar
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
        if word in language.in_words.links:
            if not used or not following:
                break
            continue
        if word in language.right.halves and (scale or group):
            half = divide(scale or last, 2)
            total, group, last = total + group + half, 0, half
            used = index + 1
            break
        if word in language.in_words.tens_words:
            if unit is None or not 1 < unit < _TEN:
                break
            group += unit * (_TEN - 1)
            unit, last = None, _TEN
        elif word in language.right.scales:
            worth = language.right.scales[word]
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
            if word not in language.in_words.cardinals and word not in language.in_words.in_company:
                break
            if word in language.in_words.after_tens and unit is not None and 1 < unit < _TEN and unit == group % _TEN:
                # "Hai lăm" is short for "hai mươi lăm".
                digit = language.in_words.after_tens[word]
                group, unit, last, used = group + unit * (_TEN - 1) + digit, digit, 1, index + 1
                continue
            number = language.in_words.cardinals.get(word, language.in_words.in_company.get(word, 0))
            if _is_pair(number, unit, group, scale, following, language):
                # Inside a larger number "tám chín" is 89.
                group, unit, last, used = group + (unit or 0) * (_TEN - 1) + number, None, 1, index + 1
                continue
            if _is_no_digit(word, tokens, index, unit, group or scale, language) or not _joins(number, unit, group):
                break
            if (
                language.in_words.short_tens
                and number < _TEN
                and _is_short(tokens, index, unit, group, scale, language)
            ):
                # "Một trăm hai" is 120, "bốn triệu sáu" 4.6 million.
                tenth = divide(_HUNDRED if group else scale, _TEN)
                total, last, used = total + number * tenth, tenth, index + 1
                break
            group, unit, last = group + number, number, _TEN if number and number % _TEN == 0 else 1
        used = index + 1
    if not used:
        return None
    return Spelled(total + group, last, tokens[0].start, tokens[used - 1].end), used


def _is_pair(number: int, unit: Exact | None, group: Exact, scale: Exact, following: str, language: Language) -> bool:
    """Whether a second digit makes tens of the first, which only a number with larger pieces shows."""
    if not language.in_words.short_tens or unit is None or not 1 < unit < _TEN or not 0 < number < _TEN:
        return False
    return bool(scale) or group >= _HUNDRED or following in language.right.scales


def _is_short(
    tokens: list[_Token], index: int, unit: Exact | None, group: Exact, scale: Exact, language: Language
) -> bool:
    """Whether a last digit counts the tenths of the unit before it."""
    if unit is not None or not (group or scale) or (group and group % _HUNDRED):
        return False
    if tokens[index - 1].text in language.in_words.links:
        return False
    is_last = index + 1 == len(tokens)
    return is_last and tokens[index].text not in language.in_words.not_after_tens


def _joins(number: int, unit: Exact | None, group: Exact) -> bool:
    """Whether a unit or a number below 100 can follow what its group holds so far."""
    if unit is None:
        return not group or group % _HUNDRED == 0 or (number < _TEN and group % _TEN == 0)
    return unit >= _TEN and unit % _TEN == 0 and 0 < number < _TEN


def _is_no_digit(
    word: str, tokens: list[_Token], index: int, unit: Exact | None, larger: Exact, language: Language
) -> bool:
    """Whether "năm" means years: after a ten or a larger unit five is "lăm", unless more of a number follows."""
    known = language.in_words
    if word not in known.not_after_tens or not larger:
        return False
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if any(following in more for more in (known.tens_words, known.after_tens, known.cardinals, language.right.scales)):
        return False
    linked = index > 0 and tokens[index - 1].text in known.links
    return not linked and (unit is None or unit >= _TEN)


def _part(tokens: list[_Token], language: Language) -> tuple[Spelled, int] | None:
    """Read "hai phần ba", "two thirds", "một nửa", "half"."""
    if not tokens:
        return None
    first = tokens[0].text
    if first in language.in_words.lone_parts and len(tokens) > 2 and tokens[2].text in language.right.scales:  # noqa: PLR2004
        # "Half a million": the article is no number here.
        worth = language.right.scales[tokens[2].text]
        return Spelled(divide(worth, 2), divide(worth, 10), tokens[0].start, tokens[2].end), 3
    if first in language.in_words.lone_parts and len(tokens) > 1 and tokens[1].text in language.right.scales:
        worth = language.right.scales[tokens[1].text]
        return Spelled(divide(worth, 2), divide(worth, 10), tokens[0].start, tokens[1].end), 2
    if first in language.in_words.parts and first in language.in_words.lone_parts:
        return Spelled(1, 1, tokens[0].start, tokens[0].end, language.in_words.parts[first]), 1
    number = language.in_words.cardinals.get(first, language.in_words.in_company.get(first))
    if number is None or len(tokens) < 2:  # noqa: PLR2004 - a numerator and a word for the part
        return None
    if half := _and_a_half(tokens, number, language):
        return half
    second = tokens[1].text
    if second in language.in_words.parts and number < language.in_words.parts[second]:
        return Spelled(number, 1, tokens[0].start, tokens[1].end, language.in_words.parts[second]), 2
    if second in language.in_words.part_words and len(tokens) > 2:  # noqa: PLR2004
        below = language.in_words.cardinals.get(tokens[2].text, language.in_words.in_company.get(tokens[2].text, 0))
        if below > 1:
            return Spelled(number, 1, tokens[0].start, tokens[2].end, below), 3
    return None


def _with_decimals(lower: str, number: Spelled | None, start: int, end: int, words: Lexicon) -> Spelled | None:
    """Read "mười hai phẩy ba bốn", "three point five million"."""
    language = words.language
    known = language.in_words
    first = _WORD.match(lower, start)
    if number is None and first and first[0] in known.digit_words:
        number = Spelled(known.digit_words[first[0]], 1, start, first.end())
        end = first.end()
    point = _WORD.match(lower, end + 1) if number is not None and number.of is None else None
    if number is None or point is None or point[0] not in known.point_words or lower[end] != " ":
        return None
    value, last, position = number.value, Fraction(1), point.end()
    while (digit := _WORD.match(lower, position + 1)) and lower[position] == " " and digit[0] in known.digit_words:
        last /= _TEN
        value, position = value + known.digit_words[digit[0]] * last, digit.end()
    if last == 1:
        return None
    scale, position = scale_of(lower, position, words)
    return Spelled(divide(Fraction(value) * scale, 1), divide(last * scale, 1), start, position)


def _and_a_half(tokens: list[_Token], number: int, language: Language) -> tuple[Spelled, int] | None:
    """Read "one and a half billion"."""
    known, scales = language.in_words, language.right.scales
    texts = [token.text for token in tokens[1:5]]
    if texts and texts[0] in scales and len(texts) == 4 and texts[1] in known.links and known.parts.get(texts[3]) == 2:  # noqa: PLR2004
        # "A million and a half".
        half = divide(scales[texts[0]], 2)
        return Spelled(number * scales[texts[0]] + half, half, tokens[0].start, tokens[4].end), 5
    if len(texts) < 3 or texts[0] not in known.links or texts[1] not in known.in_company:  # noqa: PLR2004
        return None
    if known.parts.get(texts[2]) != 2:  # noqa: PLR2004 - a half
        return None
    scale, used = (language.right.scales[texts[3]], 5) if texts[3:] and texts[3] in language.right.scales else (1, 4)
    half = divide(scale, 2)
    return Spelled(number * scale + half, half, tokens[0].start, tokens[used - 1].end), used


def _is_vague(lower: str, end: int, language: Language) -> bool:
    """Whether "mười mấy" makes the number no number."""
    following = _WORD.match(lower, end + 1) if lower[end : end + 1] == " " else None
    return following is not None and following[0] in language.in_words.vague


def _is_fragment(tokens: list[_Token], used: int, language: Language) -> bool:
    """Whether more number words stand right after what was read: then it is only a piece of something."""
    if used >= len(tokens):
        return False
    left_over = tokens[used].text
    known = language.in_words
    digit = left_over in known.cardinals or (known.short_tens and left_over in known.digit_words)
    return digit and left_over not in known.not_after_tens
