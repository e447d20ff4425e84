"""A scale word without a number, which means one of it: "hơn trăm hồ sơ", "cả nghìn hộ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation


def hundreds(quoted: Quoted) -> Iterator[Quantity]:
    """Yield one hundred, thousand or million for each such word behind a hedge."""
    for found in _lone_scale(quoted.language).finditer(quoted.text):
        start, end = found.span("scale")
        yield from quoted.reread(start, start, end, f"1 {found['scale']}")


@cache
def _lone_scale(language: Language) -> re.Pattern[str]:
    hedges = [" ".join(phrase) for phrase in language.left.comparators]
    return re.compile(rf"(?<!\w){alternation(hedges)} (?P<scale>{alternation(language.right.scales)})", re.IGNORECASE)
