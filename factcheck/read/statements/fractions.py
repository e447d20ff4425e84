"""Fractions: "two thirds of adults", "one in 8", "một phần ba số hộ" are shares, and no counts of a few."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.commitment import commit
from factcheck.model.comparator import Comparator
from factcheck.model.exact import divide, round_half_up
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.written import Written
from factcheck.read.language import Language

_WORD = re.compile(r"[^\W\d_]+")
# "One in 200,000" is no percentage that anyone would write.
_MOST_PARTS = 100
# A share of two decimals of a per cent.
_DECIMALS = 4
_HALF_A_POINT = Interval(divide(-1, 200), divide(1, 200))


def as_share(quantity: Quantity, language: Language) -> Quantity:
    """Return a fraction as the percentage that it is, to two decimals; anything else as it is.

    "Two thirds" is said of what rounds to it: a reader expects it within half a point, and must admit what "about"
    would be said of.
    """
    if quantity.kind is not Kind.RATIO or quantity.of is None or quantity.rate or quantity.of > _MOST_PARTS:
        return quantity
    if not _is_fraction(quantity.text, language):
        return quantity
    value = round_half_up(divide(quantity.value, quantity.of), _DECIMALS)
    if quantity.comparator is not None:
        part = Interval.point(divide(1, quantity.of))
        hard, soft = quantity.hard * part, quantity.soft * part
    else:
        step = divide(1, 10**_DECIMALS)
        hard = commit(Written(value, step, step, 2, scaled=True, percent=True), Comparator.ABOUT).hard
        soft = Interval.point(value) + _HALF_A_POINT
    return replace(quantity, kind=Kind.PERCENT, value=value, of=None, hard=hard, soft=soft)


def _is_fraction(text: str, language: Language) -> bool:
    """Whether the words of a ratio are those of a part ("thirds", "phần ba", "half") or "one in ..."."""
    known, words = language.in_words, _WORD.findall(text.lower())
    if any(word in known.parts or word in known.part_words or word in known.lone_parts for word in words):
        return True
    spaced = f" {' '.join(text.lower().split())} "
    return any(f" {link} " in spaced for link in language.one_in)
