"""Interval propagation to a fixpoint, in exact numbers, with the reasons of every bound kept.

Each constraint narrows what its variables can be, given the others, until nothing moves (bounds
consistency, Davis 1987; Benhamou & Older 1997). On a loop that can go on for ever, so the work is
bounded: the intervals are then wider than the truth, never narrower.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from factcheck.model.exact import Exact, ceil_of, divide, floor_of
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple
from factcheck.solve.component import ANYTHING, Component, Constraint, Items, Linear, Product

_ROUNDS = 40
_BASE = -1


class Event(NamedTuple):
    """Why a bound holds: by a reading, by a constraint and earlier events, or by the nature of the variable."""

    reading: int
    constraint: int
    earlier: tuple[int, ...] = ()


class Domains:
    """What each variable of a component can be, given some of its readings and links."""

    __slots__ = (
        "_active",
        "_budget",
        "clash",
        "component",
        "constraints",
        "events",
        "high",
        "high_event",
        "high_open",
        "low",
        "low_event",
        "low_open",
    )

    def __init__(self, component: Component, items: Items) -> None:
        count = len(component.base)
        self.component = component
        self.low: list[Exact | None] = [None] * count
        self.high: list[Exact | None] = [None] * count
        self.low_open = [False] * count
        self.high_open = [False] * count
        self.low_event = [0] * count
        self.high_event = [0] * count
        self.events: list[Event] = [Event(_BASE, _BASE)]
        self.clash: tuple[int, ...] | None = None
        links = items.links
        self.constraints = [
            number for number, constraint in enumerate(component.constraints) if constraint.link in links
        ]
        self._active = set(self.constraints)
        for number in sorted(items.readings):
            reading = component.readings[number]
            self.events.append(Event(number, _BASE))
            self._narrow(reading.variable, reading.interval, len(self.events) - 1)
        for variable, base in enumerate(component.base):
            if base is not ANYTHING:
                self._narrow(variable, base, 0)
        self._budget = _ROUNDS * (len(self.constraints) + 1)

    def interval(self, variable: int) -> Interval:
        """Return what a variable can be; only after a run without a clash."""
        return Interval(
            self.low[variable],
            self.high[variable],
            self.low[variable] is not None and self.low_open[variable],
            self.high[variable] is not None and self.high_open[variable],
        )

    def is_fixed(self, variable: int) -> bool:
        """Whether only one value is left to a variable."""
        low = self.low[variable]
        return low is not None and low == self.high[variable]

    def narrow(self, variable: int, interval: Interval) -> None:
        """Suppose that a variable lies in an interval."""
        self.events.append(Event(_BASE, _BASE))
        self._narrow(variable, interval, len(self.events) - 1)

    def run(self, begin: Iterable[int] | None = None) -> bool:
        """Propagate; return whether something is still possible. ``begin`` are the constraints to look at first."""
        queue = deque(self.constraints if begin is None else begin)
        waiting = set(queue)
        while queue and self.clash is None and self._budget > 0:
            self._budget -= 1
            number = queue.popleft()
            waiting.discard(number)
            constraint = self.component.constraints[number]
            moved = (
                self._linear(number, constraint)
                if isinstance(constraint, Linear)
                else self._product(number, constraint)
            )
            for variable in moved:
                for other in self.component.touching[variable]:
                    if other in waiting or other not in self._active:
                        continue
                    if other != number or not self._is_settled_by_one_pass(constraint):
                        waiting.add(other)
                        queue.append(other)
        return self.clash is None

    def because_of(self, constraint: int) -> int:
        """Return an event that rests on a constraint alone."""
        self.events.append(Event(_BASE, constraint))
        return len(self.events) - 1

    def reasons(self, events: Iterable[int]) -> Items:
        """Return the readings and links that events rest on."""
        seen: set[int] = set()
        todo = list(events)
        readings: set[int] = set()
        links: set[int] = set()
        while todo:
            number = todo.pop()
            if number in seen:
                continue
            seen.add(number)
            event = self.events[number]
            if event.reading >= 0:
                readings.add(event.reading)
            if event.constraint >= 0:
                links.add(self.component.constraints[event.constraint].link)
            todo += event.earlier
        return Items(frozenset(readings), frozenset(links))

    def _is_settled_by_one_pass(self, constraint: Constraint) -> bool:
        """Whether narrowing by a sum once leaves nothing to narrow by it again: nothing is rounded on the way."""
        if not isinstance(constraint, Linear):
            return False
        whole = [self.component.integer[variable] for variable, _ in constraint.terms]
        if not any(whole):
            return True
        return all(whole) and all(factor in (1, -1) for _, factor in constraint.terms)

    def _narrow(self, variable: int, interval: Interval, event: int) -> bool:
        moved = False
        if interval.low is not None:
            moved = self._raise(variable, interval.low, event, is_open=interval.low_open)
        if interval.high is not None:
            moved = self._lower(variable, interval.high, event, is_open=interval.high_open) or moved
        return moved

    def _raise(self, variable: int, value: Exact, event: int, *, is_open: bool) -> bool:
        if self.component.integer[variable]:
            value, is_open = (floor_of(value) + 1 if is_open else ceil_of(value)), False
        low = self.low[variable]
        if low is not None and (value < low or (value == low and (self.low_open[variable] or not is_open))):
            return False
        self.low[variable], self.low_open[variable], self.low_event[variable] = value, is_open, event
        self._meet(variable)
        return True

    def _lower(self, variable: int, value: Exact, event: int, *, is_open: bool) -> bool:
        if self.component.integer[variable]:
            value, is_open = (ceil_of(value) - 1 if is_open else floor_of(value)), False
        high = self.high[variable]
        if high is not None and (value > high or (value == high and (self.high_open[variable] or not is_open))):
            return False
        self.high[variable], self.high_open[variable], self.high_event[variable] = value, is_open, event
        self._meet(variable)
        return True

    def _meet(self, variable: int) -> None:
        low, high = self.low[variable], self.high[variable]
        if low is None or high is None or self.clash is not None:
            return
        if low > high or (low == high and (self.low_open[variable] or self.high_open[variable])):
            self.clash = (self.low_event[variable], self.high_event[variable])

    def _linear(self, number: int, constraint: Linear) -> list[int]:
        """Narrow each term to what the others leave of the sum."""
        within, terms = constraint.within, constraint.terms
        if not terms:
            if not within.contains(0):
                self.events.append(Event(_BASE, number))
                self.clash = (len(self.events) - 1,)
            return []
        moved: list[int] = []
        if within.high is not None:
            moved += self._below(number, terms, within.high, within_open=within.high_open, sign=1)
        if within.low is not None and self.clash is None:
            moved += self._below(number, terms, -within.low, within_open=within.low_open, sign=-1)
        return moved

    def _below(
        self, number: int, terms: tuple[tuple[int, Exact], ...], limit: Exact, *, within_open: bool, sign: int
    ) -> list[int]:
        """Narrow by: ``sign`` times the sum is at most ``limit``."""
        total: Exact = 0
        unbounded, opens = 0, 0
        for variable, factor in terms:
            rises = factor * sign > 0
            end = self.low[variable] if rises else self.high[variable]
            if end is None:
                unbounded += 1
                if unbounded > 1:
                    return []
                continue
            total += factor * sign * end
            opens += self.low_open[variable] if rises else self.high_open[variable]
        moved: list[int] = []
        reasons = tuple(
            self.low_event[variable] if factor * sign > 0 else self.high_event[variable] for variable, factor in terms
        )
        for position, (variable, factor) in enumerate(terms):
            weight = factor * sign
            rises = weight > 0
            end = self.low[variable] if rises else self.high[variable]
            if unbounded and end is not None:
                continue
            rest, open_rest = limit - total, opens
            if end is not None:
                rest += weight * end
                open_rest -= self.low_open[variable] if rises else self.high_open[variable]
            bound = rest if weight == 1 else -rest if weight == -1 else divide(rest, weight)
            is_open = within_open or open_rest > 0
            event = len(self.events)
            change = self._lower if rises else self._raise
            if change(variable, bound, event, is_open=is_open):
                self.events.append(Event(_BASE, number, reasons[:position] + reasons[position + 1 :]))
                moved.append(variable)
                if self.clash is not None:
                    return moved
        return moved

    def _product(self, number: int, constraint: Product) -> list[int]:
        """Narrow the product to its factors' and each factor to the quotient, where it can be formed."""
        moved: list[int] = []
        result, left, right = constraint.result, constraint.left, constraint.right
        for target, one, other, divides in (
            (result, left, right, False),
            (left, result, right, True),
            (right, result, left, True),
        ):
            first, second = self.interval(one), self.interval(other)
            if divides and second.contains(0):
                continue
            found = first / second if divides else first * second
            earlier = (self.low_event[one], self.high_event[one], self.low_event[other], self.high_event[other])
            self.events.append(Event(_BASE, number, earlier))
            if self._narrow(target, found, len(self.events) - 1):
                moved.append(target)
            if self.clash is not None:
                break
        return moved
