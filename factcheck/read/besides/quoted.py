"""A quote as it was read, how it reads with another word in some place, and what a place in it states exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import NamedTuple, replace
from factcheck.read.language import Language
from factcheck.read.other import Other
from factcheck.read.scan import scan


def exactly(value: Exact, kind: Kind, found: re.Match[str], group: int = 0) -> Quantity:
    """Return the quantity that a match states, or one of its groups."""
    interval = Interval.point(value)
    start, end = found.span(group)
    return Quantity(value, kind, interval, interval, text=found[group], start=start, end=end)


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
