"""The two sides of a relation as they are shown: what is stated, what is worked out, how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.expression import Expression, Number, Reference, operators
from factcheck.model.finding import Amount
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple
from factcheck.model.style import PLAIN, Style
from factcheck.model.view import Figure, Instance, Judgement, Verdict


class Sides(NamedTuple):
    """Both sides with their unit and style.

    Where just one side is a figure or number that stands alone, ``one`` is that side, as stated, and ``other``
    what the other side works out to; else they are the left and the right side.
    """

    one: Interval
    other: Interval
    one_is_stated: bool
    unit: str
    style: Style

    @property
    def gap(self) -> Amount:
        """How far apart they are; 0 where they meet or only touch."""
        gap = self.one.gap(self.other)
        return Amount(0 if gap is None else gap, "pp" if self.unit == "%" else self.unit, self.style)


def sides_of(judgement: Judgement, figures: Mapping[str, Figure]) -> Sides:
    """Return the sides at the step that the verdict speaks of: as written, as readers expect, or as wide as can be."""
    instance = judgement.instance
    match judgement.verdict:
        case Verdict.BROKEN:
            left, right = judgement.left, judgement.right
        case Verdict.HOLDS | Verdict.ROUNDED:
            left, right = judgement.left_written, judgement.right_written
        case _:
            left, right = judgement.left_soft, judgement.right_soft
    left_alone, right_alone = _stands_alone(instance.holds.left), _stands_alone(instance.holds.right)
    if right_alone and not left_alone:
        left, right = right, left
    return Sides(left, right, left_alone != right_alone, unit_of(instance, figures), style_of(instance, figures))


def _stands_alone(side: Expression) -> bool:
    return isinstance(side, Reference | Number)


def _figure_alone(instance: Instance, figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure that stands alone on a side: what the other side works out to is written alike."""
    for side in (instance.holds.left, instance.holds.right):
        if isinstance(side, Reference) and not side.of:
            return figures[instance.members[side.name, side.selector]]
    return None


def unit_of(instance: Instance, figures: Mapping[str, Figure]) -> str:
    """Return the unit of both sides: that of the figure that stands alone, or the one that all terms of a sum have."""
    alone = _figure_alone(instance, figures)
    if alone is not None:
        return alone.unit
    if operators(instance.holds) & {"*", "/"}:
        return ""
    units = {figures[claim].unit for claim in instance.claims}
    return units.pop() if len(units) == 1 else ""


def style_of(instance: Instance, figures: Mapping[str, Figure]) -> Style:
    """Return the style of both sides, found in the same way."""
    alone = _figure_alone(instance, figures)
    if alone is not None:
        return alone.style
    styles = [figures[claim].style for claim in instance.claims]
    return Style(styles[0].lang, percent=styles[0].percent) if styles else PLAIN
