"""What cannot all be true, and the likeliest slip behind it: the last step of solving."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from factcheck.model.conflict import Conflict, Repair, Suggestion, Tie
from factcheck.model.exact import Exact
from factcheck.model.quantity import Quantity
from factcheck.model.view import Figure, Judgement, Mismatch, Readings, Series
from factcheck.solve.build import Built, build
from factcheck.solve.component import Component, Items, Linear, everything
from factcheck.solve.conflicts import disjoint_conflicts, shrink
from factcheck.solve.decide import refute
from factcheck.solve.explain import explain
from factcheck.solve.misread import repair_misread
from factcheck.solve.repairs import Beside, Writing, suggest

_MOST_JOINT = 20
_MOST_CLUSTERS = 5
# Where more figures than these hang together, no slip is looked for: the work would be long and the doubt great.
_MOST_FIGURES = 1000
# Ties that a rule of their own watches pair by pair.
_WATCHED = frozenset({Tie.CUMULATIVE, Tie.NESTED})


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
        writing = Writing(figures, agreeing, readings.quotes, beside)
        conflicts: list[Conflict] = []
        suggestions: list[Suggestion] = []
        for component in built.components:
            if _is_plain(component) or refute(component, everything(component)) is None:
                continue
            conflicts += joint_conflicts(component)
            suggestions += _suggestions(component, writing)
        suggestions += _misread(built, writing, mismatches, suggestions)
    return Contradictions(tuple(conflicts), tuple(suggestions))


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


def _is_plain(component: Component) -> bool:
    """Whether a component is one relation that can hold alone, each figure in it once: nothing to solve."""
    if len(component.links) != 1 or component.broken or len(component.readings) != len(component.base):
        return False
    (constraint, *more) = component.constraints
    return not more and isinstance(constraint, Linear) and component.links[0].tie is Tie.RELATION


def joint_conflicts(component: Component) -> Iterator[Conflict]:
    """Yield the smallest sets that cannot hold together although every relation in them can hold alone.

    Relations that are broken by themselves are left out, as are figures that contradict most others about the same
    fact: other rules name these.
    """
    items = everything(component)
    items = Items(items.readings - _outsiders(component), items.links - component.broken)
    for _ in range(_MOST_JOINT):
        refusal = refute(component, items)
        if refusal is None:
            return
        smallest = shrink(component, refusal.items)
        if smallest is None:
            return
        joint = _is_joint(component, smallest)
        if joint:
            yield explain(component, smallest)
        if not smallest.readings:
            items = Items(items.readings, items.links - smallest.links)
        elif joint:
            items = Items(items.readings - smallest.readings, items.links)
        else:
            items = Items(items.readings - {max(smallest.readings)}, items.links)


def _is_joint(component: Component, items: Items) -> bool:
    ties = [component.links[number].tie for number in items.links]
    if len(ties) == 1:
        return ties[0] is Tie.RELATION
    return any(tie not in _WATCHED for tie in ties)


def _outsiders(component: Component) -> frozenset[int]:
    """Return the readings that contradict what most others about the same fact can agree on; of two the later."""
    about: defaultdict[int, list[int]] = defaultdict(list)
    for number, reading in enumerate(component.readings):
        about[reading.variable].append(number)
    return frozenset(
        outsider for numbers in about.values() if len(numbers) > 1 for outsider in _not_agreed(component, numbers)
    )


def _not_agreed(component: Component, numbers: list[int]) -> list[int]:
    """Sweep over the ends of the intervals for the most that share a value."""
    ends: list[tuple[bool, Exact, int, bool, int]] = []
    for number in numbers:
        interval = component.readings[number].interval
        ends.append((interval.low is not None, interval.low or 0, int(interval.low_open), True, number))
        if interval.high is not None:
            ends.append((True, interval.high, int(not interval.high_open), False, number))
    sharing: set[int] = set()
    best: set[int] = set()
    for *_, begins, number in sorted(ends, key=lambda end: end[:3]):
        if not begins:
            sharing.discard(number)
            continue
        sharing.add(number)
        if len(sharing) > len(best) or (len(sharing) == len(best) and sum(sharing) < sum(best)):
            best = set(sharing)
    return [number for number in numbers if number not in best]


def _suggestions(component: Component, writing: Writing) -> Iterator[Suggestion]:
    if len(component.readings) > _MOST_FIGURES:
        return
    conflicts = disjoint_conflicts(component, everything(component), _MOST_CLUSTERS)
    if len(conflicts) == _MOST_CLUSTERS:
        # Too much is wrong at once for any one slip to be likely.
        return
    for conflict, repairs in suggest(component, conflicts, writing):
        claims = frozenset(component.readings[number].claim.partition(".")[0] for number in conflict.readings)
        yield Suggestion(claims, repairs)


def _misread(
    built: Built, writing: Writing, mismatches: Mapping[str, Mismatch], suggestions: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    said = {repair.claim for suggestion in suggestions for repair in suggestion.repairs}
    for claim, mismatch in mismatches.items():
        figure = writing.figures.get(claim)
        if figure is None or claim in said:
            continue
        place = built.place.get(claim)
        component = None if place is None else built.components[place]
        repairs: tuple[Repair, ...] = repair_misread(figure, mismatch, writing, component)
        if repairs:
            yield Suggestion(frozenset((claim,)), repairs)
