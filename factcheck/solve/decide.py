"""Whether some of a component's readings and links can all hold: never "no" where they can.

Propagation decides most; where equations must be solved together, an exact linear program does, and where
counts must be whole numbers, branching on them. All of it is bounded, and what is not proved impossible
counts as possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from factcheck.model.exact import Exact, divide, floor_of
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple
from factcheck.solve.component import Component, Items, Linear, Product
from factcheck.solve.propagate import Domains
from factcheck.solve.simplex import Row, Solved, TooLongError, solve
from factcheck.solve.whole import has_whole_solution

_MOST_VARIABLES = 120
_MOST_BRANCHES = 60


class Refusal(NamedTuple):
    """Readings and links that cannot hold together; more of them than need be."""

    items: Items


def refute(component: Component, items: Items) -> Refusal | None:
    """Return why readings and links cannot hold together, or None where that is not proved."""
    domains = Domains(component, items)
    if not domains.run():
        return Refusal(domains.reasons(domains.clash or ()))
    if _is_settled(component, domains):
        return None
    return _Search(component, items).refute(domains)


def _is_settled(component: Component, domains: Domains) -> bool:
    """Whether what propagation left is possible for sure.

    It is where the free variables and their constraints form no loop, as every value left to one can then
    be followed outwards to values of the others; provided that sums of what is whole are whole.
    """
    forest = _Forest()
    stated: set[tuple[tuple[tuple[int, Exact], ...], Exact]] = set()
    for number in domains.constraints:
        constraint = component.constraints[number]
        free = [v for v in component.variables_of(constraint) if not domains.is_fixed(v)]
        if not free:
            continue
        if isinstance(constraint, Product) or not _is_simple(component, domains, constraint, free):
            return False
        if constraint.within.is_point:
            # The same sum stated twice is no loop.
            sign = constraint.terms[0][1]
            terms = tuple(sorted((v, factor * sign) for v, factor in constraint.terms))
            key = (terms, (constraint.within.low or 0) * sign)
            if key in stated:
                continue
            stated.add(key)
        if not all(forest.join(v, -1 - number) for v in free):
            return False
    return True


def _is_simple(component: Component, domains: Domains, constraint: Linear, free: list[int]) -> bool:
    """Whether each value left to one free variable of a sum leaves values to the others."""
    whole = {component.integer[v] for v in free}
    return (
        len(whole) == 1
        and (whole == {False} or _is_whole(domains, constraint))
        and all(factor in (1, -1) for variable, factor in constraint.terms if variable in free)
    )


class _Forest:
    """Sets of nodes that hang together, for finding loops (union-find)."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}

    def root(self, node: int) -> int:
        while self.parent.setdefault(node, node) != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, one: int, other: int) -> bool:
        """Join two nodes; return whether they were apart."""
        one, other = self.root(one), self.root(other)
        self.parent[one] = other
        return one != other


def _is_whole(domains: Domains, constraint: Linear) -> bool:
    """Whether the fixed part of a sum of whole numbers is whole too, so that bounds are all that counts."""
    fixed = [factor * (domains.low[v] or 0) for v, factor in constraint.terms if domains.is_fixed(v)]
    within = constraint.within
    ends = [end for end in (within.low, within.high) if end is not None]
    return not (within.low_open or within.high_open) and all(number.denominator == 1 for number in (*fixed, *ends))


class _Search:
    """Branch and bound over exact linear programs."""

    def __init__(self, component: Component, items: Items) -> None:
        self.component = component
        self.items = items
        self.branches = _MOST_BRANCHES

    def refute(self, domains: Domains) -> Refusal | None:
        try:
            return self._refute(domains, ())
        except TooLongError:
            return None

    def _refute(self, domains: Domains, cuts: tuple[tuple[int, Interval], ...]) -> Refusal | None:
        if not cuts and not _have_whole_solution(self.component, domains):
            return Refusal(self.items)
        solved, reasons = relax(self.component, domains)
        if solved.values is None:
            # A branch rests on nothing that is claimed; whoever shrinks the set tries every item anyway.
            return Refusal(domains.reasons(reasons) if not cuts else self.items)
        used = {
            v for number in domains.constraints for v in self.component.variables_of(self.component.constraints[number])
        }
        broken = next(
            (v for v in sorted(used) if self.component.integer[v] and solved.values[v].denominator != 1), None
        )
        if broken is None:
            return None
        below = floor_of(solved.values[broken])
        for half in (Interval(None, below), Interval(below + 1, None)):
            self.branches -= 1
            if self.branches < 0:
                raise TooLongError
            narrowed = Domains(self.component, self.items)
            chosen = (*cuts, (broken, half))
            for variable, interval in chosen:
                narrowed.narrow(variable, interval)
            if narrowed.run() and self._refute(narrowed, chosen) is None:
                return None
        return Refusal(self.items)


def _have_whole_solution(component: Component, domains: Domains) -> bool:
    """Whether the equations have a solution in which all counts are whole numbers, bounds apart."""
    equations: list[tuple[dict[int, Exact], Exact]] = []
    for number in domains.constraints:
        constraint = component.constraints[number]
        if isinstance(constraint, Linear) and constraint.within.is_point:
            free = {v: factor for v, factor in constraint.terms if not domains.is_fixed(v)}
            known = sum(factor * (domains.low[v] or 0) for v, factor in constraint.terms if domains.is_fixed(v))
            equations.append((free, (constraint.within.low or 0) - known))
    for variable in sorted({v for factors, _ in equations for v in factors if not component.integer[v]}):
        equations = _without(variable, equations)
    unknowns = sorted({v for factors, _ in equations for v in factors})
    return has_whole_solution([([factors.get(v, 0) for v in unknowns], total) for factors, total in equations])


def _without(variable: int, equations: list[tuple[dict[int, Exact], Exact]]) -> list[tuple[dict[int, Exact], Exact]]:
    """Return what equations say of all variables but one, which can have any value."""
    solved = next((each for each in equations if each[0].get(variable)), None)
    if solved is None:
        return equations
    rest: list[tuple[dict[int, Exact], Exact]] = []
    for factors, total in equations:
        if factors is solved[0]:
            continue
        times = divide(factors.get(variable, 0), solved[0][variable])
        changed = {v: factors.get(v, 0) - times * solved[0].get(v, 0) for v in {**factors, **solved[0]}}
        rest.append(({v: factor for v, factor in changed.items() if factor}, total - times * solved[1]))
    return rest


def relax(component: Component, domains: Domains) -> tuple[Solved, tuple[int, ...]]:
    """Solve the linear part; also returns the events that a refusal rests on. TooLongError if it is too large."""
    used = sorted({v for number in domains.constraints for v in component.variables_of(component.constraints[number])})
    if len(used) > _MOST_VARIABLES:
        raise TooLongError
    rows: list[Row] = []
    events: list[tuple[int, ...]] = []
    for number in domains.constraints:
        constraint = component.constraints[number]
        if isinstance(constraint, Linear):
            within = _whole_sum(component, constraint)
            if within is None:
                return Solved(None), (domains.because_of(number),)
            rows.append(Row(constraint.terms, within))
            events.append((number,))
        else:
            for row in _around(constraint, domains):
                rows.append(row)
                events.append((number, constraint.left, constraint.right))
    bounds = [domains.interval(v) if v in set(used) else Interval(0, 0) for v in range(len(component.base))]
    solved = solve(bounds, rows, component.effort)
    reasons: list[int] = []
    for blamed, _ in solved.blame:
        if blamed < len(bounds):
            reasons += (domains.low_event[blamed], domains.high_event[blamed])
            continue
        number, *factors = events[blamed - len(bounds)]
        reasons.append(domains.because_of(number))
        for variable in factors:
            reasons += (domains.low_event[variable], domains.high_event[variable])
    return solved, tuple(reasons)


def _whole_sum(component: Component, constraint: Linear) -> Interval | None:
    """Return what a sum can be given that it is a whole number, where it is; None where it cannot be one."""
    factors = [factor for _, factor in constraint.terms]
    whole = all(component.integer[variable] for variable, _ in constraint.terms)
    if not whole or any(factor.denominator != 1 for factor in factors):
        return constraint.within
    step = gcd(*(int(factor) for factor in factors))
    if not step:
        return constraint.within
    steps = (constraint.within * Interval.point(divide(1, step))).integers()
    return steps and steps * Interval.point(step)


def _around(constraint: Product, domains: Domains) -> Iterator[Row]:
    """Yield what the bounds of two factors say of their product in linear terms (McCormick 1976)."""
    result, left, right = constraint.result, constraint.left, constraint.right
    one, other = domains.interval(left), domains.interval(right)
    for first, second, above in (
        (one.low, other.low, True),
        (one.high, other.high, True),
        (one.low, other.high, False),
        (one.high, other.low, False),
    ):
        if first is None or second is None:
            continue
        # (left - first) times (right - second) has a known sign.
        summed: dict[int, Exact] = {}
        for variable, weight in ((result, 1), (left, -second), (right, -first)):
            summed[variable] = summed.get(variable, 0) + weight
        limit = -first * second
        within = Interval(limit, None) if above else Interval(None, limit)
        yield Row(tuple((v, w) for v, w in summed.items() if w), within)
