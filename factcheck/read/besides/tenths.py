"""A digit behind a scale word that counts its tenths: "3 vạn 5", "1 triệu 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.read.besides.quoted import Quoted

_TENTH = re.compile(r"(\d+)( [^\W\d_]+) (\d)(?![\d.,]*\d| ?%)")
_THOUSAND = 10**3


def tenths(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each amount with the digit behind its scale word, in a language that speaks so."""
    language = quoted.language
    if not language.in_words.short_tens:
        return
    for quantity in quoted.quantities:
        found = _TENTH.match(quoted.text, quantity.start)
        if found and language.right.scales.get(found[2].strip().lower(), 0) >= _THOUSAND:
            written = f"{found[1]}{language.decimal}{found[3]}{found[2]}"
            yield from quoted.reread(quantity.start, found.start(), found.end(), written)
