"""Two counts with a stroke between them, each with its own noun: "1.234 vụ/2.345 bị can" is no part of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted

_NOUN = re.compile(r"\s*([^\W\d_]+)")
_BEFORE = re.compile(r"[\d.,]+ ([^\W\d_]+)[^/\d]*(?P<stroke>/ ?)")


def cases(quoted: Quoted) -> Iterator[Quantity]:
    """Yield the two numbers of each such pair as counts."""
    for quantity in quoted.quantities:
        first = _BEFORE.match(quoted.text, quantity.start) if quantity.kind is Kind.RATIO else None
        second = _NOUN.match(quoted.text, quantity.end)
        if first and second and first[1].lower() != second[1].lower():
            stroke, end = first.span("stroke")
            for start in (quantity.start, end):
                yield from quoted.reread(start, stroke, end, ";" * (end - stroke))
