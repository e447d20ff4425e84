"""Words that say that there is none: "none of the 14", "zero deaths", "không có ca nào"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation


def nothing(quoted: Quoted) -> Iterator[Quantity]:
    """Yield a count of 0 for each such word."""
    none = Interval.point(0)
    for found in _none(quoted.language).finditer(quoted.text):
        yield Quantity(0, Kind.COUNT, none, none, text=found[0], start=found.start(), end=found.end())


@cache
def _none(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(language.none)}(?!\w)", re.IGNORECASE)
