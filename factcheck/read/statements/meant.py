"""What a figure of a text means as a claim of a registry: in the registry's unit, a fraction as a share, signed.

"Two thirds of adults", "one in 8", "một phần ba số hộ" are shares, and no counts of a few; "3 points lower" is a fall.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from factcheck.model.commitment import commit_part
from factcheck.model.exact import divide, round_half_up
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation
from factcheck.read.namesakes import in_known_unit

_WORD = re.compile(r"[^\W\d_]+")
# "One in 200,000" is no percentage that anyone would write.
_MOST_PARTS = 100
# A share of two decimals of a per cent.
_DECIMALS = 4
# "30 trường ít hơn".
_CLOSE = 4
_MOVES = (Kind.PERCENT, Kind.POINTS)


def as_meant(quantity: Quantity, lower: str, language: Language, units: AbstractSet[str]) -> Quantity:
    """Return a quantity of a text, given in small letters, as a registry that counts in some units would have it."""
    return as_share(as_fall(in_known_unit(quantity, lower, language, units), lower, language), language)


def as_fall(quantity: Quantity, lower: str, language: Language) -> Quantity:
    """Return a percentage or points that a word behind them makes less than another as what they fell by."""
    if quantity.kind not in _MOVES or quantity.direction or quantity.value <= 0:
        return quantity
    if not _below(language).match(lower, quantity.end):
        return quantity
    return replace(quantity, value=-quantity.value, hard=-quantity.hard, soft=-quantity.soft, direction=-1)


def less_behind(right: str, language: Language) -> str:
    """Return the word for less that stands close behind a figure, given the words there; empty where none does."""
    found = _less(language).search(" ".join(right.split()[:_CLOSE]))
    return found[0] if found else ""


@cache
def _less(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(language.below)}(?!\w)")


@cache
def _below(language: Language) -> re.Pattern[str]:
    """Match a word for less behind a figure, and what it is measured against: "lower than in 2020"."""
    return re.compile(rf" {alternation(language.below)}(?: {alternation(language.bases)}|\Z)")


def as_share(quantity: Quantity, language: Language) -> Quantity:
    """Return a fraction as the percentage that it is, to two decimals; anything else as it is."""
    if quantity.kind is not Kind.RATIO or quantity.of is None or quantity.rate or quantity.of > _MOST_PARTS:
        return quantity
    if not _is_fraction(quantity.text, language):
        return quantity
    value = round_half_up(divide(quantity.value, quantity.of), _DECIMALS)
    hard, soft = commit_part(value, quantity.comparator)
    return replace(quantity, kind=Kind.PERCENT, value=value, of=None, hard=hard, soft=soft)


def _is_fraction(text: str, language: Language) -> bool:
    """Whether the words of a ratio are those of a part ("thirds", "phần ba", "half") or "one in ..."."""
    known, words = language.in_words, _WORD.findall(text.lower())
    if any(word in known.parts or word in known.part_words or word in known.lone_parts for word in words):
        return True
    spaced = f" {' '.join(text.lower().split())} "
    return any(f" {link} " in spaced for link in language.one_in)
