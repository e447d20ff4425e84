"""Interval arithmetic: whatever lies in the operands, the result of it lies in the interval."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model.interval import Interval

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=8)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    ends = draw(st.sampled_from(["both", "low", "high", "none"]))
    low_open, high_open = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    if ends == "both":
        return Interval(low, high, low_open, high_open)
    if ends == "low":
        return Interval(low, None, low_open)
    if ends == "high":
        return Interval(None, high, high_open=high_open)
    return Interval(None, None)


@st.composite
def members(draw):
    interval = draw(intervals())
    value = draw(numbers)
    assume(interval.contains(value))
    return interval, value


@given(members(), members())
def test_sums_differences_and_products_hold_theirs(one, other):
    (a, x), (b, y) = one, other
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    assert (-a).contains(-x)


@given(members(), members())
def test_quotients_hold_theirs(one, other):
    (a, x), (b, y) = one, other
    if b.contains(0):
        with pytest.raises(ZeroDivisionError):
            a / b
    else:
        assert (a / b).contains(Fraction(x) / y)


@given(intervals(), intervals(), numbers)
def test_intersections_hold_what_both_hold(a, b, value):
    both = a.intersect(b)
    assert (both is not None) == a.meets(b)
    assert (a.contains(value) and b.contains(value)) == (both is not None and both.contains(value))


@given(intervals(), intervals())
def test_of_two_intervals_one_precedes_or_they_meet(a, b):
    assert [a.precedes(b), b.precedes(a), a.meets(b)].count(True) == 1
    assert (a.gap(b) is None) == a.meets(b)


@given(intervals(), st.integers(-60, 60))
def test_integers_keeps_the_integers(interval, value):
    whole = interval.integers()
    assert interval.contains(value) == (whole is not None and whole.contains(value))


def test_touching_ends_meet_only_if_both_are_closed():
    assert Interval(0, 1).meets(Interval(1, 2))
    assert not Interval(0, 1, high_open=True).meets(Interval(1, 2))
    assert not Interval(0, 1).meets(Interval(1, 2, low_open=True))


def test_ends_that_are_not_reached_stay_open():
    assert Interval(0, 1, high_open=True) + Interval.point(1) == Interval(1, 2, high_open=True)
    assert Interval(1, 2, high_open=True) * Interval(-1, 3) == Interval(-2, 6, low_open=True, high_open=True)
    assert Interval.point(1) / Interval(2, None) == Interval(0, Fraction(1, 2), low_open=True)
    assert Interval.point(1) / Interval(0, 2, low_open=True) == Interval(Fraction(1, 2), None)
    assert Interval(0, 5) * Interval(0, None) == Interval(0, None)


@pytest.mark.parametrize("ends", [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)])
def test_an_empty_interval_is_misuse(ends):
    with pytest.raises(ValueError, match="empty"):
        Interval(*ends)


@st.composite
def small_intervals(draw):
    """Intervals between small whole numbers and halves, so that ends often touch and signs often differ."""
    halves = st.integers(-6, 6).map(lambda number: Fraction(number, 2))
    low, high = sorted((draw(halves), draw(halves)))
    low_open, high_open = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    shape = draw(st.sampled_from(["both", "both", "low", "high"]))
    if shape == "low":
        return Interval(low, None, low_open)
    if shape == "high":
        return Interval(None, high, high_open=high_open)
    return Interval(low, high, low_open, high_open)


def probes(interval, near):
    """Members of an interval: its ends, points close to them, and far ones where it has no end."""
    low = interval.low if interval.low is not None else -near
    high = interval.high if interval.high is not None else near
    points = {low, high, low + 1 / near, high - 1 / near, (low + high) / 2, Fraction(0), Fraction(1)}
    return [point for point in points if interval.contains(point)]


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


@pytest.mark.parametrize("operator", OPERATIONS)
@given(a=small_intervals(), b=small_intervals())
def test_ends_are_reached_if_closed_and_only_approached_if_open(operator, a, b):
    """The result is the tightest interval there is: closed ends are values, open ends limits that are none."""
    if operator == "/" and b.contains(0):
        return
    result = OPERATIONS[operator](a, b)
    near = Fraction(10**6)
    values = [OPERATIONS[operator](x, y) for x in probes(a, near) for y in probes(b, near)]
    assert all(result.contains(value) for value in values)
    for end, is_open, best in (
        (result.low, result.low_open, min(values)),
        (result.high, result.high_open, max(values)),
    ):
        if end is None:
            assert abs(best) > 1000
        elif is_open:
            assert best != end
            assert abs(best - end) < Fraction(1, 1000)
        else:
            assert best == end


@given(small_intervals(), small_intervals())
def test_a_negative_weight_swaps_the_ends_and_their_openness(a, b):
    turned = Interval.point(-1) * a
    assert turned == -a
    assert (turned.low_open, turned.high_open) == (a.high_open, a.low_open)
    assert a - b == a + Interval.point(-1) * b
