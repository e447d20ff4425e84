"""Places and levels: "third", "No. 5", "level 3", "đứng đầu". They count nothing, and are figures of ranks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted, exactly
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation

_PLACES = frozenset({"ordinal", "level", "name"})
_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)")


def places(quoted: Quoted) -> Iterator[Quantity]:
    """Yield a rank for each number that was read as a level, an ordinal or part of a name, and for words of places."""
    for other in quoted.others:
        if other.kind not in _PLACES:
            continue
        for digits in _DIGITS.finditer(quoted.text, other.start, other.end):
            yield exactly(int(digits[0]), Kind.RANK, digits)
    for word in _place(quoted.language).finditer(quoted.text):
        yield exactly(quoted.language.places[word[0].lower()], Kind.RANK, word)


@cache
def _place(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(language.places)}(?!\w)", re.IGNORECASE)
