"""What cannot all be true, and the likeliest slip behind it: the last step of solving."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.model.conflict import Conflict, Suggestion, Tie
from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple
from factcheck.model.view import Figure, Judgement, Mismatch, Readings, Series
from factcheck.solve.build import build
from factcheck.solve.component import Component, Linear, everything
from factcheck.solve.decide import refute

if TYPE_CHECKING:
    from factcheck.solve.repairs import Beside


class Contradictions(NamedTuple):
    """The joint contradictions, and the suggestions for these and for everything else that cannot hold."""

    conflicts: tuple[Conflict, ...]
    suggestions: tuple[Suggestion, ...]


def find_contradictions(
    beside: Beside,
    readings: Readings,
    figures: Mapping[str, Figure],
    agreeing: Mapping[str, Quantity],
    mismatches: Mapping[str, Mismatch],
    judgements: Iterable[Judgement],
    groups: Iterable[tuple[Figure, ...]],
    series: Iterable[Series],
) -> Contradictions:
    """Look at every component: what cannot hold together in it, and which slip would explain it.

    ``beside`` gives the figures of the claims that stand next to one in its file, nearest first.
    """
    with _without_collection():
        built = build(figures, judgements, groups, series)
        impossible = [component for component in built.components if not _can_hold(component)]
        if not impossible and not mismatches:
            return Contradictions((), ())
        # Loaded where there is something to explain.
        from factcheck.solve.joint import joint_conflicts  # noqa: PLC0415
        from factcheck.solve.repairs import Writing  # noqa: PLC0415
        from factcheck.solve.suggestions import suggestions, suggestions_for_misread  # noqa: PLC0415

        writing = Writing(figures, agreeing, readings.quotes, beside)
        conflicts = [conflict for component in impossible for conflict in joint_conflicts(component)]
        found = [suggestion for component in impossible for suggestion in suggestions(component, writing)]
        found += suggestions_for_misread(built, writing, mismatches, found)
    return Contradictions(tuple(conflicts), tuple(found))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause the garbage collector: many small records are made, and none of them forms a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _can_hold(component: Component) -> bool:
    return _is_plain(component) or refute(component, everything(component)) is None


def _is_plain(component: Component) -> bool:
    """Whether a component is one relation that can hold alone, each figure in it once: nothing to solve."""
    if len(component.links) != 1 or component.broken or len(component.readings) != len(component.base):
        return False
    (constraint, *more) = component.constraints
    return not more and isinstance(constraint, Linear) and component.links[0].tie is Tie.RELATION
