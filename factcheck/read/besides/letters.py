"""Letters for thousands and millions that stand apart or in capitals: "850 K", "1.2 MM", "12.5 Mt", "4,6 tr"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.quantity import AMOUNTS, Quantity
from factcheck.read.besides.quoted import Quoted

_LETTERS = re.compile(r" ?(?:(?P<letter>K|MM|M|B|bn|mn|tr|Tr)(?![^\W\d_])|(?P<tonnes>[kMG])(?=t(?:CO2e?q?|C)?(?!\w)))")
_WORTH = {
    "k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "mn": 10**6, "tr": 10**6, "Tr": 10**6, "B": 10**9, "bn": 10**9,
    "G": 10**9,
}  # fmt: skip


def letters(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each amount that such a letter stands behind, multiplied by what it stands for."""
    names: dict[int, str] = {}
    for name, worth in quoted.language.right.scales.items():
        names.setdefault(worth, name)
    for quantity in quoted.quantities:
        found = _LETTERS.match(quoted.text, quantity.end) if quantity.kind in AMOUNTS else None
        if found is not None:
            scale = names[_WORTH[found["letter"] or found["tonnes"]]]
            unit = " " if found["tonnes"] else ""
            yield from quoted.reread(quantity.start, found.start(), found.end(), f" {scale}{unit}")
