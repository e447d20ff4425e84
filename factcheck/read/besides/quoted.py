"""A quote as it was read, and how it reads with another word in some place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.model.quantity import Quantity
from factcheck.read.language import Language
from factcheck.read.other import Other
from factcheck.read.scan import scan


class Quoted(NamedTuple):
    """A quote, its quantities, and its digits that are none."""

    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    others: tuple[Other, ...]

    def reread(self, start: int, at: int, end: int, word: str) -> Iterator[Quantity]:
        """Yield what begins at ``start`` if another word stood from ``at`` to ``end``."""
        written = f"{self.text[:at]}{word}{self.text[end:]}"
        for quantity in scan(written, self.language).quantities:
            if quantity.start == start:
                yield replace(quantity, text=self.text[start:end], end=end)
