"""Which figures a slip is looked for in: those that cannot all be true, and those that their quotes do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model.conflict import Repair, Suggestion
from factcheck.model.view import Mismatch
from factcheck.solve.build import Built
from factcheck.solve.component import Component, everything
from factcheck.solve.conflicts import disjoint_conflicts
from factcheck.solve.misread import repair_misread
from factcheck.solve.repairs import Writing, suggest

_MOST_CLUSTERS = 5
# Where more figures than these hang together, no slip is looked for: the work would be long and the doubt great.
_MOST_FIGURES = 1000


def suggestions(component: Component, writing: Writing) -> Iterator[Suggestion]:
    """Yield what would let the figures of a component hold that cannot all be true."""
    if len(component.readings) > _MOST_FIGURES:
        return
    conflicts = disjoint_conflicts(component, everything(component), _MOST_CLUSTERS)
    if len(conflicts) == _MOST_CLUSTERS:
        # Too much is wrong at once for any one slip to be likely.
        return
    for conflict, repairs in suggest(component, conflicts, writing):
        claims = frozenset(component.readings[number].claim.partition(".")[0] for number in conflict.readings)
        yield Suggestion(claims, repairs)


def suggestions_for_misread(
    built: Built, writing: Writing, mismatches: Mapping[str, Mismatch], given: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """Yield what would let figures hold that are not what their quotes say, where nothing is ``given`` for them."""
    said = {repair.claim for suggestion in given for repair in suggestion.repairs}
    for claim, mismatch in mismatches.items():
        figure = writing.figures.get(claim)
        if figure is None or claim in said:
            continue
        place = built.place.get(claim)
        component = None if place is None else built.components[place]
        repairs: tuple[Repair, ...] = repair_misread(figure, mismatch, writing, component)
        if repairs:
            yield Suggestion(frozenset((claim,)), repairs)
