"""Units that share a name: "$12m" are dollars of any country, "25 độ" degrees of either scale, "12 pounds" a weight too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted
from factcheck.read.language import Language

_AMOUNTS = (Kind.MONEY, Kind.MEASURE, Kind.RANGE)


def namesakes(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each amount in the other units that the name beside it is given to.

    A longer name that tells them apart ("US$", "Australian dollars") leaves none.
    """
    lower = quoted.text.lower()
    for quantity in quoted.quantities:
        if quantity.kind not in _AMOUNTS or not quantity.unit:
            continue
        name = _name_of(quantity, lower, quoted.language)
        for code in quoted.language.right.namesakes.get(name, ()):
            if code != quantity.unit:
                yield replace(quantity, unit=code)


def _name_of(quantity: Quantity, lower: str, language: Language) -> str:
    """Return the longest name of a unit of its code that stands beside a quantity."""
    right, prefixes = language.right, language.left.prefix_currencies
    behind = lower[quantity.end :].lstrip()
    found = ""
    for name, code in chain(right.currencies.items(), right.measures.items(), prefixes.items()):
        if code != quantity.unit or len(name) <= len(found):
            continue
        written = lower[: quantity.end]
        is_sign = name in prefixes and (
            lower[: quantity.start].rstrip().endswith(name) or written.startswith(name, quantity.start)
        )
        is_behind = behind.startswith(name) and not behind[len(name) : len(name) + 1].isalnum()
        if is_sign or is_behind:
            found = name
    return found
