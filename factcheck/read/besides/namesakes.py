"""Amounts in other units of the same name: "$12m" may be Australian dollars, "25 độ" degrees Celsius."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted
from factcheck.read.namesakes import other_units


def namesakes(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each amount in the other units that the name beside it is given to."""
    lower = quoted.text.lower()
    for quantity in quoted.quantities:
        for code in other_units(quantity, lower, quoted.language):
            yield replace(quantity, unit=code)
