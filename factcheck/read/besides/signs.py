"""Figures that may be below zero: in brackets, as accountants write them, or with a word of decrease further away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation

_OPEN = re.compile(r"\([^\w)]{0,3}\Z")
_CLOSED = re.compile(r"[^\w(]{0,3}\)")
_REACH = 4


def signs(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each positive quantity as a negative one, where its quote lets it be that."""
    fall = _fall(quoted.language).search(quoted.text)
    for quantity in quoted.quantities:
        if quantity.value > 0 and quantity.low is None and (fall or _is_in_brackets(quoted.text, quantity)):
            yield replace(quantity, value=-quantity.value, hard=-quantity.hard, soft=-quantity.soft, direction=-1)


def _is_in_brackets(text: str, quantity: Quantity) -> bool:
    opened = _OPEN.search(text, max(0, quantity.start - _REACH), quantity.start)
    return opened is not None and _CLOSED.match(text, quantity.end) is not None


@cache
def _fall(language: Language) -> re.Pattern[str]:
    words = [*map(" ".join, language.left.down), *language.right.down, *language.below]
    return re.compile(rf"(?<!\w){alternation(words)}(?!\w)", re.IGNORECASE)
