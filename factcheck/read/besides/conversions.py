"""Amounts in another measure of the same kind: a "1.2 GW plant" has 1,200 MW, "90 minutes" are 1.5 hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted

# What one of each measure is, in the same measure throughout a family.
_FAMILIES: tuple[Mapping[str, Exact], ...] = (
    {"W": 1, "kW": 10**3, "MW": 10**6, "GW": 10**9},
    {"kWh": 1, "MWh": 10**3, "GWh": 10**6, "TWh": 10**9},
    {"mg": 1, "g": 10**3, "kg": 10**6, "100 kg": 10**8, "t": 10**9, "kt": 10**12},
    {"mm": 1, "cm": 10, "m": 10**3, "km": 10**6},
    {"m²": 1, "ha": 10**4, "km²": 10**6},
    {"ml": 1, "L": 10**3, "m³": 10**6},
    {"s": 1, "min": 60, "h": 3600},
    {"kB": 1, "MB": 10**3, "GB": 10**6, "TB": 10**9},
    {"Mbps": 1, "Gbps": 10**3},
    {"MHz": 1, "GHz": 10**3},
)


def conversions(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each amount in the other measures of its family, told by the same measure if it is told by one."""
    for quantity in quoted.quantities:
        measure, slash, per = quantity.unit.partition("/")
        family = next((each for each in _FAMILIES if measure in each), None)
        if family is None or quantity.kind is not Kind.MEASURE:
            continue
        for other, worth in family.items():
            if other != measure:
                factor = divide(Fraction(family[measure]), worth)
                by = Interval.point(factor)
                value = divide(quantity.value * factor, 1)
                hard, soft = quantity.hard * by, quantity.soft * by
                yield replace(quantity, value=value, hard=hard, soft=soft, unit=f"{other}{slash}{per}")
