"""A multiple as a change: "doubled" is 100 % more, "profits halved" 50 % less."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted

_ONE = Interval.point(1)


def multiples(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each multiple as the percentage by which it changes what it is a multiple of."""
    for quantity in quoted.quantities:
        if quantity.kind is Kind.MULTIPLE and quantity.low is None:
            hard, soft = quantity.hard - _ONE, quantity.soft - _ONE
            yield replace(quantity, kind=Kind.PERCENT, value=quantity.value - 1, hard=hard, soft=soft, also=None)
