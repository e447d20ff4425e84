"""The smallest sets of figures that cannot hold together although every relation in them can hold alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model.conflict import Conflict, Tie
from factcheck.model.exact import Exact
from factcheck.solve.component import Component, Items, everything
from factcheck.solve.conflicts import shrink
from factcheck.solve.decide import refute
from factcheck.solve.explain import explain

_MOST_JOINT = 20
# Ties that a rule of their own watches pair by pair.
_WATCHED = frozenset({Tie.CUMULATIVE, Tie.NESTED})


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
