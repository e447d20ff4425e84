"""A change and the level that it leads to, which look like a range: "up by 12 to 45", "fell 3 to 4%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation

_BEHIND_DIGITS = re.compile(r"[^\d.,]+\Z")
_REACH = 24


def movements(quoted: Quoted) -> Iterator[Quantity]:
    """Yield both ends of each range behind a word of change, each as it reads without the other."""
    text = quoted.text
    for quantity in quoted.quantities:
        if quantity.kind is not Kind.RANGE:
            continue
        moved = _moved(quoted.language).search(text, max(0, quantity.start - _REACH), quantity.start)
        link = _link(quoted.language).search(text, quantity.start, quantity.end) if moved else None
        if link is not None:
            # "From 7 to 9 million": millions both.
            behind = _BEHIND_DIGITS.search(text, quantity.start, quantity.end)
            unit = behind[0] if behind and text[link.start() - 1].isdigit() else ""
            yield from quoted.reread(quantity.start, link.start(), link.end(), f"{unit}; ")
            yield from quoted.reread(link.end(), link.start(), link.end(), ";" * len(link[0]))


@cache
def _moved(language: Language) -> re.Pattern[str]:
    moves = map(" ".join, (*language.left.up, *language.left.down))
    words = [*moves, *language.left.adverbs]
    return re.compile(rf"(?<!\w){alternation(words)} [^\w]?\Z", re.IGNORECASE)


@cache
def _link(language: Language) -> re.Pattern[str]:
    words = [word for word in language.until if word[0].isalpha()]
    return re.compile(rf" ({alternation(words)}) ", re.IGNORECASE)
