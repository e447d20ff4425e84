"""A quantity as a registry types it: ASCII digits in the unit of its metric, with ``_`` between groups."""

from __future__ import annotations

from factcheck.model.exact import Exact, divide, magnitude, plain
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import NamedTuple

_GROUPED_FROM = 10_000
_AS_PERCENT = (Kind.PERCENT, Kind.POINTS)


class Typed(NamedTuple):
    """The keys of a claim that a quantity fills: ``value``, ``of`` and ``comparator``, each empty where it has none."""

    value: str
    of: str = ""
    comparator: str = ""


def typed(quantity: Quantity, scale: int = 1) -> Typed | None:
    """Return a quantity as typed; None where its value has no end in decimals (a third), or is a range.

    ``scale`` is what the unit that it is typed in multiplies by: 10⁹ for "tỷ đồng".
    """
    if quantity.kind.value == "range":
        return None
    percent = quantity.kind in _AS_PERCENT
    scaled = quantity.value if scale == 1 or quantity.of is not None else divide(quantity.value, scale)
    value = _number(quantity.value * 100 if percent else scaled)
    of = "" if quantity.of is None else _number(quantity.of)
    if value is None or of is None:
        return None
    comparator = quantity.comparator.value if quantity.comparator else ""
    return Typed(value + "%" if percent else value, of, comparator)


def _number(value: Exact) -> str | None:
    text = plain(value)
    if "/" in text:
        return None
    whole, point, decimals = text.partition(".")
    if magnitude(value) >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", "_")
    return whole + point + decimals
