"""Intervals of exact numbers, each end open, closed or infinite.

The arithmetic is the usual interval arithmetic (Moore, Kearfott & Cloud 2009) with openness carried
through: an end of a result is closed only if it can really be reached.
"""

from __future__ import annotations

from factcheck.model.exact import Exact, ceil_of, divide, floor_of
from factcheck.model.record import NamedTuple, record


@record(frozen=True, slots=True)
class Interval:
    """All numbers between two ends. ``None`` is an infinite end, which is always open."""

    low: Exact | None
    high: Exact | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse an interval that holds nothing: misuse, since bad data never gets this far."""
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval {self}")

    def __str__(self) -> str:
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"

    @staticmethod
    def point(value: Exact) -> Interval:
        """Return the interval that holds ``value`` alone."""
        return Interval(value, value)

    @property
    def is_point(self) -> bool:
        """Whether the interval holds one number only."""
        return self.low is not None and self.low == self.high

    @property
    def _is_positive(self) -> bool:
        return self.low is not None and self.high is not None and self.low > 0

    def contains(self, value: Exact) -> bool:
        """Whether ``value`` lies in the interval."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def precedes(self, other: Interval) -> bool:
        """Whether every number here is below every number of ``other``."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both; touching ends meet only if both are closed."""
        return not self.precedes(other) and not other.precedes(self)

    def intersect(self, other: Interval) -> Interval | None:
        """Return the numbers that lie in both, or None where there are none."""
        if not self.meets(other):
            return None
        low, low_open = self.low, self.low_open
        if other.low is not None and (low is None or other.low > low):
            low, low_open = other.low, other.low_open
        elif other.low == low:
            low_open = low_open or other.low_open
        high, high_open = self.high, self.high_open
        if other.high is not None and (high is None or other.high < high):
            high, high_open = other.high, other.high_open
        elif other.high == high:
            high_open = high_open or other.high_open
        return Interval(low, high, low_open, high_open)

    def gap(self, other: Interval) -> Exact | None:
        """Return how far apart the two intervals lie; None where they meet."""
        lower, upper = (self, other) if self.precedes(other) else (other, self)
        if not lower.precedes(upper) or lower.high is None or upper.low is None:
            return None
        return upper.low - lower.high

    def integers(self) -> Interval | None:
        """Return the smallest interval that holds the same integers; None where it holds none."""
        low, high = self.low, self.high
        if low is not None:
            low = floor_of(low) + 1 if self.low_open else ceil_of(low)
        if high is not None:
            high = ceil_of(high) - 1 if self.high_open else floor_of(high)
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self._is_positive and other._is_positive:
            # As nearly all figures are; the ends of the product are then those of the ends.
            return Interval(
                self.low * other.low,  # type: ignore[operator]
                self.high * other.high,  # type: ignore[operator]
                self.low_open or other.low_open,
                self.high_open or other.high_open,
            )
        corners = [_corner(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(corners, key=lambda end: (end.infinity, end.value, end.open))
        high = max(corners, key=lambda end: (end.infinity, end.value, not end.open))
        return Interval(
            None if low.infinity else low.value,
            None if high.infinity else high.value,
            low.open and not low.infinity,
            high.open and not high.infinity,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """Divide; ZeroDivisionError where ``other`` holds 0, since nothing can be said then."""
        if other.contains(0):
            raise ZeroDivisionError("division by an interval that holds 0")
        # Without 0 inside, an end can still touch it from outside: its reciprocal is infinite.
        low = None if other.high == 0 else 0 if other.high is None else divide(1, other.high)
        high = None if other.low == 0 else 0 if other.low is None else divide(1, other.low)
        low_open = other.high is None or (low is not None and other.high_open)
        high_open = other.low is None or (high is not None and other.low_open)
        return self * Interval(low, high, low_open, high_open)


class _End(NamedTuple):
    """One end of an interval; ``infinity`` is -1, 0 or 1, and ``value`` counts only where it is 0."""

    infinity: int
    value: Exact
    open: bool


def _ends(interval: Interval) -> tuple[_End, _End]:
    low = _End(-1, 0, open=True) if interval.low is None else _End(0, interval.low, interval.low_open)
    high = _End(1, 0, open=True) if interval.high is None else _End(0, interval.high, interval.high_open)
    return low, high


def _sign(end: _End) -> int:
    if end.infinity:
        return end.infinity
    return (end.value > 0) - (end.value < 0)


def _corner(a: _End, b: _End) -> _End:
    sign = _sign(a) * _sign(b)
    if sign == 0:
        # 0 times anything finite, however large, is 0; it is reached if the zero itself is.
        reached = any(_sign(end) == 0 and not end.open for end in (a, b))
        return _End(0, 0, open=not reached)
    if a.infinity or b.infinity:
        return _End(sign, 0, open=True)
    return _End(0, a.value * b.value, a.open or b.open)


NOT_NEGATIVE = Interval(0, None)
SHARE = Interval(0, 1)
