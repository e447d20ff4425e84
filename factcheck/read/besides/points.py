"""Points that may be percentage points: "up 3 points to 45%", "tăng 3 điểm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation


def points(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each count of points as so many percentage points."""
    pattern = _point(quoted.language)
    for quantity in quoted.quantities:
        found = pattern.match(quoted.text, quantity.end) if quantity.kind is Kind.COUNT else None
        if found is not None:
            yield from quoted.reread(quantity.start, found.start(), found.end(), f" {quoted.language.right.points[0]}")


@cache
def _point(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[ -]{alternation(language.bare_points)}", re.IGNORECASE)
