"""What a written number commits its author to: a hard and a soft interval.

Hard is all that a careful reader must admit, soft what a reader expects; soft lies inside hard.
The widths follow XBRL Calculations 1.1 (a reported figure is the interval it was rounded from) and
what "over" and "about" convey to readers (Ferson et al. 2015; Cummins, Sauerland & Solt 2012).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple
from factcheck.model.written import Written

# A bare whole number counts as rounded from this size up, if its digits look rounded.
_SMALLEST_ROUND = 10
_ROUND_ZEROS = 100
# What the hedge of a fraction in words is measured by, and how near a bare one is expected to be.
_FORTIETH = Fraction(1, 40)
_HALF_A_POINT = Fraction(1, 200)


class Commitment(NamedTuple):
    """The two intervals of one figure."""

    hard: Interval
    soft: Interval


def commit(
    written: Written,
    comparator: Comparator | None = None,
    *,
    decimals: int | None = None,
    exact: bool = False,
) -> Commitment:
    """Return the intervals of a written figure.

    ``decimals`` is the accuracy that the registry states for it (in digits of the number as typed, so
    of the per cent where it is one); ``exact`` marks a number inside a ratio, which is never rounded.
    Comparators speak of the magnitude: for a negative figure both intervals are mirrored.
    """
    if written.value < 0:
        mirrored = commit(written.mirrored(), comparator, decimals=decimals, exact=exact)
        return Commitment(-mirrored.hard, -mirrored.soft)
    if comparator is None:
        return _bare(written, decimals=decimals, exact=exact)
    return _hedged(written, comparator)


def commit_part(value: Exact, comparator: Comparator | None = None) -> Commitment:
    """Return the intervals of a share that is said as a fraction: "two thirds", "nearly three quarters".

    Such words are said of what comes near: a reader expects it within half a point, with a hedge within five, and
    must admit what "about" would be said of.
    """
    if comparator is None:
        hard = commit(Written(value, _FORTIETH, _FORTIETH, 2, scaled=True), Comparator.ABOUT).hard
        return Commitment(hard, Interval(divide(value - _HALF_A_POINT, 1), divide(value + _HALF_A_POINT, 1)))
    return commit(Written(value, _FORTIETH, _FORTIETH, 2, scaled=True), comparator)


def _bare(written: Written, *, decimals: int | None, exact: bool) -> Commitment:
    value = written.value
    point = Interval.point(value)
    if decimals is not None:
        if not written.percent and value.denominator == 1 and decimals >= 0:
            return Commitment(point, point)
        around = _half_of_last(decimals, percent=written.percent)
        rounded = Interval(value - around, value + around)
        return Commitment(rounded, rounded)
    if exact:
        return Commitment(point, point)
    if written.scaled:
        half = divide(written.last, 2)
        return Commitment(
            Interval(value - half, value + written.last, high_open=True), Interval(value - half, value + half)
        )
    looks_round = written.digits == 1 or written.significant >= _ROUND_ZEROS * written.last
    if value >= _SMALLEST_ROUND and looks_round:
        margin = min(divide(written.significant, 2), divide(value, 20))
        return Commitment(Interval(value - margin, value + margin), point)
    return Commitment(point, point)


@cache
def _half_of_last(decimals: int, *, percent: bool) -> Exact:
    """Return half of what the last of so many decimals is worth."""
    return divide(Fraction(10) ** -decimals, 200 if percent else 2)


def _hedged(written: Written, comparator: Comparator) -> Commitment:
    value, leeway = written.value, written.leeway
    up, down = Interval(value, None), Interval(None, value)
    above = Interval(value, value + 2 * leeway, low_open=True) if leeway else Interval.point(value)
    below = Interval(value - 2 * leeway, value, high_open=True) if leeway else Interval.point(value)
    about = max(divide(value, 10), 2 * leeway)
    around = Interval(value - about, value + about)
    match comparator:
        case Comparator.EXACTLY:
            return Commitment(Interval.point(value), Interval.point(value))
        case Comparator.OVER:
            return Commitment(up, above)
        case Comparator.AT_LEAST:
            return Commitment(up, up)
        case Comparator.NEARLY:
            return Commitment(down, below)
        case Comparator.UNDER:
            return Commitment(down, Interval(None, value, high_open=True))
        case Comparator.AT_MOST:
            return Commitment(down, down)
        case Comparator.ABOUT:
            return Commitment(around, Interval(value - leeway, value + leeway))
        case Comparator.ABOUT_OVER:
            return Commitment(around, above)
