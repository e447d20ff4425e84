"""A part and its whole: "3.451/6.191", "30 trong số 43", "28 bác sĩ/10.000 dân", "1 in 4", "133 per 100 000"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Kind, is_rate_base
from factcheck.read.hedges import find_hedge
from factcheck.read.lexicon import Lexicon, trie_match
from factcheck.read.scales import next_numeral, scaled
from factcheck.read.spotted import Numeral, Spotted
from factcheck.read.text import Uniform
from factcheck.read.units import tail_of

_SLASH = lazy_pattern(r" ?/ ?(?=\d+(?:[.,]\d+)*(?![\d/]|/))")
_UNITS_APART = lazy_pattern(r"(?: [^\W\d_]+){1,3} ?/ ?(?=\d+(?:[.,]\d+)*(?![\d/]))")
_COLON = lazy_pattern(r" ?: ?(?=\d)")
_YEAR = lazy_pattern(r"(?:19|20)\d{2}\Z")
_RANK, _RATIO = Kind.RANK.value, Kind.RATIO.value
_TWO_DIGITS = 2
_SMALL_WHOLE = 20


def ratio_at(page: Uniform, numeral: Numeral, left: Sequence[str], words: Lexicon) -> Spotted | None:
    """Return the ratio or rank whose first number is given, without a unit between the two."""
    text, lower, end = page.text, page.lower, numeral.end
    if lower[end : end + 2] in words.language.heads.ordinal_suffixes:
        # "Ranked 5th out of 17".
        end += 2
    link = _SLASH.match(text, end) or words.of.match(lower, end)
    if link is None and any(word in words.language.heads.ratios for word in left[:3]):
        link = _COLON.match(text, end)
    per = None if link else _per(page, numeral, words)
    link = link or per or _one_in(page, numeral, words)
    below = next_numeral(page, link.end(), words) if link else None
    if link is None or below is None or (below.digits.decimals and not numeral.digits.decimals):
        return None
    if link[0][0] == " " and is_year(page, below):
        return None
    below = scaled(page, below, words)
    tail = tail_of(lower, below.end, words)
    if tail is not None and (tail.name == "percent" or link[0][0] == " "):
        return None
    if link[0].strip() in words.language.of_less and len(numeral.digits.whole) > len(below.digits.whole):
        return None
    if below.scale != 1 and numeral.scale == 1 and link[0].strip() == "/" and not _is_base(below):
        # "1.842/4.926 tỷ đồng": so many of the same.
        numeral = numeral._replace(scale=below.scale)
    roles, _ = trie_match(words.heads, left) or (frozenset(), 0)
    is_rank = "ranks" in roles or (bool(left) and left[0] in words.language.heads.rank_words)
    return _ratio(page, _RANK if is_rank else _RATIO, numeral, below, left, words, may_be_rate=per is not None)


def ratio_of_units(page: Uniform, numeral: Numeral, left: Sequence[str], words: Lexicon) -> Spotted | None:
    """Read "800.000 ha/700.000 ha", "28 bác sĩ/10.000 dân": a part and its whole, each with its unit."""
    link = _UNITS_APART.match(page.text, numeral.end)
    if link is None or not link[0].islower():
        return None
    first = link[0].split()[0].rstrip("/")
    heads = words.language.heads
    if first in heads.months or first in heads.quarters or first in heads.days or first in heads.spans:
        return None
    below = next_numeral(page, link.end(), words)
    if below is None or is_year(page, below):
        return None
    whole = scaled(page, below, words)
    if whole.scale == 1 and below.digits.whole == "1" and not below.digits.decimals:
        # "9 người dân/1 cán bộ" are two counts.
        return None
    return _ratio(page, _RATIO, numeral, whole, left, words, may_be_rate=_is_base(whole))


def _ratio(
    page: Uniform,
    kind: str,
    numeral: Numeral,
    below: Numeral,
    left: Sequence[str],
    words: Lexicon,
    *,
    may_be_rate: bool,
) -> Spotted:
    hedge = find_hedge(page.lower, numeral.start, below.end, left, numeral, words)
    rate = may_be_rate and _counts_another(page, numeral, below, words)
    return Spotted(kind, numeral.start, below.end, numeral, hedge, of=below, rate=rate)


def is_year(page: Uniform, numeral: Numeral) -> bool:
    """Whether a number is written as years are: "2023", and never the whole of a part."""
    return _YEAR.match(page.text, numeral.start, numeral.end) is not None


def _per(page: Uniform, numeral: Numeral, words: Lexicon) -> re.Match[str] | None:
    """Match the link of "133 deaths per 100 000 people": a rate in a round number."""
    link = words.per.match(page.text, numeral.end) if words.per else None
    below = next_numeral(page, link.end(), words) if link else None
    return link if below is not None and _is_base(scaled(page, below, words)) else None


def _is_base(numeral: Numeral) -> bool:
    return not numeral.digits.decimals and is_rate_base(int(numeral.digits.whole) * numeral.scale)


def _counts_another(page: Uniform, numeral: Numeral, below: Numeral, words: Lexicon) -> bool:
    """Whether the second number of a ratio counts something else: "112 bé trai/100 bé gái", not "105 hộ/100 hộ"."""
    first = page.lower[numeral.end : below.start].rstrip("/ ").strip()
    link = next((each for each in words.language.per if first.endswith(f" {each}")), "")
    first = first.removesuffix(link).strip()
    start = below.end + page.lower.startswith(" ", below.end)
    end = start + len(first)
    return not first or page.lower[start:end] != first or page.lower[end : end + 1].isalpha()


def _one_in(page: Uniform, numeral: Numeral, words: Lexicon) -> re.Match[str] | None:
    """Match the link of "1 in 4 adults": a small number in a larger round one, or 1 in what is no year."""
    if words.one_in is None or numeral.digits.decimals or len(numeral.digits.whole) > _TWO_DIGITS:
        return None
    link = words.one_in.match(page.lower, numeral.end)
    below = next_numeral(page, link.end(), words) if link else None
    if link is None or below is None or not below.digits.whole.strip("0"):
        return None
    worth = int(below.digits.whole)
    is_round = worth <= _SMALL_WHOLE or len(below.digits.whole.rstrip("0")) <= 1
    is_one = numeral.digits.whole == "1" and not is_year(page, below)
    return link if int(numeral.digits.whole) < worth and (is_round or is_one) else None
