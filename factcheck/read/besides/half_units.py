"""A half behind the unit that it is of: "2 giờ rưỡi", "1 năm rưỡi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation

_WHOLE = re.compile(r"\d+\Z")


def half_units(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each whole number of such units with the half that follows, in a language that speaks so."""
    if not quoted.language.right.halves:
        return
    for quantity in quoted.quantities:
        found = _half(quoted.language).match(quoted.text, quantity.end)
        if found and _WHOLE.match(quoted.text, quantity.start, quantity.end):
            whole = f"{quantity.text}{quoted.language.decimal}5{found['unit']}"
            yield from quoted.reread(quantity.start, quantity.start, found.end(), whole)


@cache
def _half(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?P<unit> [^\W\d_]+) {alternation(language.right.halves)}", re.IGNORECASE)
