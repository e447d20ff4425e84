"""The whole number that a ratio is said to be: rounded, as "24 pupils per teacher" for 24,310 / 1,012."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.exact import divide
from factcheck.model.expression import Comparison, Reference, is_quotient
from factcheck.model.interval import Interval
from factcheck.model.view import Figure

ROUNDED = Interval(divide(-1, 2), 1, high_open=True)
"""How far what is written as a whole number may lie from it: rounded, or cut off."""


def rounded_side(
    holds: Comparison, members: Mapping[tuple[str, tuple[tuple[str, str], ...]], str], figures: Mapping[str, Figure]
) -> Reference | None:
    """Return the figure that a quotient alone is said to equal, if it is written as a bare whole number."""
    if holds.operator != "=":
        return None
    for side, other in ((holds.left, holds.right), (holds.right, holds.left)):
        if isinstance(side, Reference) and not side.of and is_quotient(other):
            figure = figures[members[side.name, side.selector]]
            is_bare = not figure.written.scaled and figure.claim.comparator is None and figure.claim.decimals is None
            return side if is_bare else None
    return None
