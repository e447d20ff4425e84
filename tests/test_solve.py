"""Solving against z3: what is called impossible is, and what is impossible is found."""

from __future__ import annotations

from fractions import Fraction

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.conflict import Link, Tie
from factcheck.model.interval import Interval
from factcheck.solve.component import ANYTHING, Component, Items, Linear, Product, Reading, everything
from factcheck.solve.conflicts import disjoint_conflicts, shrink
from factcheck.solve.decide import refute
from factcheck.solve.joint import joint_conflicts
from factcheck.solve.propagate import Domains
from factcheck.solve.simplex import Effort, Row, solve

numbers = st.integers(-12, 12) | st.fractions(-6, 6, max_denominator=4)


@st.composite
def intervals(draw):
    kind = draw(st.sampled_from(["point", "both", "low", "high"]))
    low = draw(numbers)
    if kind == "point":
        return Interval.point(low)
    is_open = draw(st.tuples(st.booleans(), st.booleans()))
    if kind == "low":
        return Interval(low, None, is_open[0])
    if kind == "high":
        return Interval(None, low, high_open=is_open[0])
    return Interval(low, low + draw(st.integers(1, 8)), *is_open)


@st.composite
def components(draw, *, products=True, whole=True, bounded=True):
    """Small systems, many of them impossible; whole numbers without bounds cannot all be searched."""
    component = Component()
    count = draw(st.integers(2, 5))
    for number in range(count):
        integer = whole and draw(st.booleans())
        base = Interval(-50, 50) if integer and bounded else draw(st.sampled_from([ANYTHING, Interval(0, None)]))
        component.add_variable(f"v{number}", base, integer=integer)
    for number in range(draw(st.integers(count - 1, count + 2))):
        variable = number if number < count else draw(st.integers(0, count - 1))
        component.readings.append(Reading(f"c{number}", variable, draw(intervals())))
    for number in range(draw(st.integers(1, 4))):
        component.links.append(Link(Tie.RELATION, f"r{number}", ()))
        variables = draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=3, unique=True))
        if products and len(variables) > 2 and draw(st.integers(0, 3)) == 0:
            component.add_constraint(Product(number, *variables))
            continue
        factors = draw(st.lists(st.sampled_from([1, -1, 1, -1, 2, -3]), min_size=3, max_size=3))
        terms = tuple(zip(variables, factors, strict=False))
        within = draw(st.builds(Interval.point, st.integers(-3, 3)) | intervals())
        component.add_constraint(Linear(number, terms, within))
    return component


def asked(component: Component, items: Items) -> z3.CheckSatResult:
    solver = z3.Solver()
    solver.set("timeout", 5000)
    variables = [z3.Int(f"x{n}") if whole else z3.Real(f"x{n}") for n, whole in enumerate(component.integer)]
    for variable, base in enumerate(component.base):
        solver.add(*lies_in(variables[variable], base))
    for number in items.readings:
        reading = component.readings[number]
        solver.add(*lies_in(variables[reading.variable], reading.interval))
    for constraint in component.constraints:
        if constraint.link not in items.links:
            continue
        if isinstance(constraint, Product):
            solver.add(variables[constraint.result] == variables[constraint.left] * variables[constraint.right])
        else:
            total = z3.Sum([variables[v] * rational(f) for v, f in constraint.terms])
            solver.add(*lies_in(total, constraint.within))
    return solver.check()


def rational(value):
    return z3.RealVal(str(Fraction(value)))


def lies_in(term, interval):
    if interval.low is not None:
        yield term > rational(interval.low) if interval.low_open else term >= rational(interval.low)
    if interval.high is not None:
        yield term < rational(interval.high) if interval.high_open else term <= rational(interval.high)


def sound_and_complete(component):
    """Linear systems of this size are decided exactly, whole numbers included."""
    items = everything(component)
    refusal = refute(component, items)
    answer = asked(component, items)
    if refusal is not None:
        assert answer == z3.unsat
        assert asked(component, refusal.items) == z3.unsat
    else:
        assert answer != z3.unsat


def smallest(component):
    """A smallest set is impossible, and possible without any one of its parts."""
    for items in disjoint_conflicts(component, everything(component), 3):
        assert asked(component, items) == z3.unsat
        for reading in items.readings:
            assert asked(component, Items(items.readings - {reading}, items.links)) == z3.sat
        for link in items.links:
            assert asked(component, Items(items.readings, items.links - {link})) == z3.sat


def explained(component):
    """A joint contradiction names sets that z3 refutes, and its chain ends in two intervals that do not meet."""
    reading_of = {reading.claim: number for number, reading in enumerate(component.readings)}
    for conflict in joint_conflicts(component):
        readings = frozenset(reading_of[claim] for claim in conflict.claims)
        links = frozenset(component.links.index(link) for link in conflict.links)
        assert asked(component, Items(readings, links)) == z3.unsat
        if conflict.steps:
            assert len(conflict.steps) == len(conflict.links)
            whole = conflict.whole and conflict.implied.integers() is None
            assert whole or not conflict.stated.meets(conflict.implied)


def sound(component):
    """With products and without bounds not everything impossible is found, but nothing possible is refused."""
    refusal = refute(component, everything(component))
    if refusal is not None:
        assert asked(component, refusal.items) != z3.sat


CHECKS = {
    "sound and complete": (components(products=False), sound_and_complete),
    "smallest": (components(products=False), smallest),
    "explained": (components(products=False), explained),
    "sound with products": (components(bounded=False), sound),
}


@pytest.mark.parametrize("name", CHECKS)
def test_against_z3(name):
    strategy, check = CHECKS[name]
    settings(max_examples=60, deadline=None, derandomize=True)(given(strategy)(check))()


@pytest.mark.slow
@pytest.mark.parametrize("name", CHECKS)
def test_against_z3_at_length(name):
    strategy, check = CHECKS[name]
    settings(max_examples=400, deadline=None, derandomize=True)(given(strategy)(check))()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(components(products=False, whole=False))
def test_a_solution_of_the_simplex_method_fulfils_every_row(component):
    rows = [Row(constraint.terms, constraint.within) for constraint in component.constraints]
    solved = solve(component.base, rows, Effort(100_000))
    if solved.values is None:
        assert asked(component, Items(frozenset(), everything(component).links)) == z3.unsat
        return
    for row in rows:
        total = sum(factor * solved.values[variable] for variable, factor in row.terms)
        # An open end is touched to within an infinitesimal, which the values leave out.
        assert Interval(row.within.low, row.within.high).contains(total)


def loop(factor):
    """x = factor y and y = factor x, both above 0: propagation alone would go on for ever."""
    component = Component()
    for number in range(2):
        component.add_variable(f"v{number}")
        component.readings.append(Reading(f"c{number}", number, Interval(1, 2, high_open=True)))
    for number in range(2):
        component.links.append(Link(Tie.RELATION, f"r{number}", ()))
        component.add_constraint(Linear(number, ((number, 1), (1 - number, -factor)), Interval.point(0)))
    return component


def test_a_loop_ends():
    for factor in (Fraction(99, 100), Fraction(101, 100)):
        assert refute(loop(factor), everything(loop(factor))) is not None
    endless = loop(1)
    assert Domains(endless, everything(endless)).run()
    assert refute(endless, everything(endless)) is None


def test_a_long_loop_of_products_is_left_alone_in_bounded_time():
    component = Component()
    for number in range(40):
        component.add_variable(f"v{number}")
        component.readings.append(Reading(f"c{number}", number, Interval(1, 1000)))
    for number in range(40):
        component.links.append(Link(Tie.RELATION, f"r{number}", ()))
        component.add_constraint(Product(number, (number + 2) % 40, number, (number + 1) % 40))
    assert refute(component, everything(component)) is None


def test_shrinking_keeps_what_is_needed():
    component = loop(Fraction(1, 2))
    assert shrink(component, everything(component)) == Items(frozenset({0, 1}), frozenset({0}))
