"""Whether linear constraints over intervals can hold together, decided exactly.

The general simplex method of Dutertre & de Moura (2006): every variable has bounds, every row is a basic
variable as a sum of others, and Bland's rule makes it end. A strict bound is one by an infinitesimal. All
numbers are fractions.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple

_Value: TypeAlias = tuple[Fraction, Fraction]
"""A number and a multiple of the infinitesimal; pairs compare as the numbers do."""


class Row(NamedTuple):
    """The sum of ``terms`` lies in ``within``."""

    terms: tuple[tuple[int, Exact], ...]
    within: Interval


class Solved(NamedTuple):
    """A solution, to within an infinitesimal; or the bounds that rule one out.

    ``values`` are those of the variables where there is a solution. ``blame`` are, otherwise, the variables
    and rows (counted on from the variables) whose bounds cannot hold together, each with its weight: times
    these the rows add up to a contradiction.
    """

    values: tuple[Fraction, ...] | None
    blame: tuple[tuple[int, Fraction], ...] = ()


class TooLongError(Exception):
    """More work than was allowed."""


class Effort:
    """How much work is left, in multiplications of fractions: shared by all that is asked about one component."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, work: int) -> None:
        """Take from what is left; TooLongError where nothing is."""
        self.left -= work
        if self.left < 0:
            raise TooLongError


def solve(bounds: list[Interval], rows: list[Row], effort: Effort) -> Solved:
    """Find values within ``bounds`` that fulfil all ``rows``; TooLongError where that takes more than ``effort``."""
    return _Tableau(bounds, rows).solve(effort)


class _Tableau:
    def __init__(self, bounds: list[Interval], rows: list[Row]) -> None:
        self.count = len(bounds)
        self.low: list[_Value | None] = []
        self.high: list[_Value | None] = []
        for interval in [*bounds, *(row.within for row in rows)]:
            self.low.append(None if interval.low is None else (Fraction(interval.low), Fraction(interval.low_open)))
            self.high.append(
                None if interval.high is None else (Fraction(interval.high), -Fraction(interval.high_open))
            )
        self.rows: dict[int, dict[int, Fraction]] = {
            self.count + number: {variable: Fraction(factor) for variable, factor in row.terms if factor}
            for number, row in enumerate(rows)
        }
        self.value: list[_Value] = [self._start(number) for number in range(self.count)]
        self.value += [self._sum(self.rows[self.count + number]) for number in range(len(rows))]

    def _start(self, number: int) -> _Value:
        low, high = self.low[number], self.high[number]
        return low if low is not None else high if high is not None else (Fraction(0), Fraction(0))

    def _sum(self, row: dict[int, Fraction]) -> _Value:
        real = sum((factor * self.value[variable][0] for variable, factor in row.items()), Fraction(0))
        tiny = sum((factor * self.value[variable][1] for variable, factor in row.items()), Fraction(0))
        return real, tiny

    def solve(self, effort: Effort) -> Solved:
        while True:
            basic = min((number for number in self.rows if self._outside(number)), default=None)
            if basic is None:
                return Solved(tuple(real for real, _ in self.value[: self.count]))
            too_low = self._outside(basic) < 0
            row = self.rows[basic]
            entering = min(
                (variable for variable, factor in row.items() if self._can_help(variable, factor, rising=too_low)),
                default=None,
            )
            if entering is None:
                return Solved(None, ((basic, Fraction(-1)), *sorted(row.items())))
            bound = self.low[basic] if too_low else self.high[basic]
            if bound is None:
                raise ValueError("a bound that is broken exists")
            effort.spend(sum(entering in other for other in self.rows.values()) * len(row) + len(self.rows))
            self._pivot(basic, entering, bound)

    def _outside(self, number: int) -> int:
        """Return -1 below the bounds, 1 above, 0 within."""
        value, low, high = self.value[number], self.low[number], self.high[number]
        if low is not None and value < low:
            return -1
        return int(high is not None and value > high)

    def _can_help(self, variable: int, factor: Fraction, *, rising: bool) -> bool:
        low, high, value = self.low[variable], self.high[variable], self.value[variable]
        if (factor > 0) == rising:
            return high is None or value < high
        return low is None or value > low

    def _pivot(self, basic: int, entering: int, target: _Value) -> None:
        """Move ``basic`` to ``target`` by ``entering``, and let the two change places."""
        row = self.rows.pop(basic)
        factor = row.pop(entering)
        real = (target[0] - self.value[basic][0]) / factor
        tiny = (target[1] - self.value[basic][1]) / factor
        self.value[basic] = target
        self.value[entering] = (self.value[entering][0] + real, self.value[entering][1] + tiny)
        for number, other in self.rows.items():
            weight = other.get(entering)
            if weight:
                self.value[number] = (self.value[number][0] + weight * real, self.value[number][1] + weight * tiny)
        turned = {variable: -weight / factor for variable, weight in row.items()}
        turned[basic] = 1 / factor
        for other in self.rows.values():
            weight = other.pop(entering, Fraction(0))
            if weight:
                for variable, share in turned.items():
                    changed = other.get(variable, Fraction(0)) + weight * share
                    if changed:
                        other[variable] = changed
                    else:
                        other.pop(variable, None)
        self.rows[entering] = turned
