"""Units that share a name: "$12m" are dollars of any country, "25 độ" degrees of either scale, "12 pounds" a weight."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import chain

from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.read.language import Language

# No name of a unit is longer.
_REACH = 40


def other_units(quantity: Quantity, lower: str, language: Language) -> tuple[str, ...]:
    """Return the codes of the other units that the name beside a quantity is given to, in a text in small letters.

    A longer name that tells them apart ("US$", "Australian dollars") leaves none.
    """
    if not quantity.unit:
        return ()
    name = _name_of(quantity, lower, language)
    return tuple(code for code in language.right.namesakes.get(name, ()) if code != quantity.unit)


def in_known_unit(quantity: Quantity, lower: str, language: Language, known: AbstractSet[str]) -> Quantity:
    """Return a quantity in the only known unit that its name can stand for, if its own is not known."""
    if not quantity.unit or not known or quantity.unit in known:
        return quantity
    found = [code for code in other_units(quantity, lower, language) if code in known]
    return replace(quantity, unit=found[0]) if len(found) == 1 else quantity


def _name_of(quantity: Quantity, lower: str, language: Language) -> str:
    """Return the longest name of a unit of its code that stands beside a quantity."""
    right, prefixes = language.right, language.left.prefix_currencies
    before = lower[max(quantity.start - _REACH, 0) : quantity.start].rstrip()
    behind = lower[quantity.end : quantity.end + _REACH].lstrip()
    found = ""
    for name, code in chain(right.currencies.items(), right.measures.items(), prefixes.items()):
        if code != quantity.unit or len(name) <= len(found):
            continue
        is_before = name in prefixes and (before.endswith(name) or lower.startswith(name, quantity.start))
        is_behind = behind.startswith(name) and not behind[len(name) : len(name) + 1].isalnum()
        if is_before or is_behind:
            found = name
    return found
