"""Percentages and multiples that counts give: of their own denominator, of a like figure, of all parts together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple
from factcheck.solve.proposals import chance
from factcheck.solve.proposals.terms import Term


class Ratio(NamedTuple):
    """A part and what it is divided by, more than one term where it is the sum of all parts."""

    value: Fraction
    part: Term
    wholes: tuple[Term, ...]

    @property
    def range(self) -> Interval:
        """All that the ratio can be within rounding."""
        total = self.wholes[0].soft
        for term in self.wholes[1:]:
            total += term.soft
        return self.part.soft / total


class ShareHit(NamedTuple):
    """A percentage and a ratio that gives it, with the chance that one ratio does."""

    share: Term
    ratio: Ratio
    chance: Fraction


def ratio_of(part: Term, wholes: Sequence[Term]) -> Ratio | None:
    """Return a ratio below 1; None where it is none, or where the whole may be 0."""
    total = sum(term.value for term in wholes)
    smallest = sum(term.soft.low or 0 for term in wholes)
    if part.value >= total or smallest <= 0:
        return None
    return Ratio(Fraction(part.value) / total, part, tuple(wholes))


def multiple_of(large: Term, small: Term) -> Ratio | None:
    """Return a ratio above 1; None where it is none, or where it would divide by what may be 0."""
    if large.value <= small.value or (small.soft.low or 0) <= 0:
        return None
    return Ratio(Fraction(large.value) / small.value, large, (small,))


class ShareSearch:
    """Ratios in order, to be met by percentages."""

    def __init__(self, ratios: Iterable[Ratio | None]) -> None:
        self._ratios = sorted(
            (ratio for ratio in ratios if ratio is not None),
            key=lambda ratio: (ratio.value, ratio.part.order, ratio.wholes[0].order),
        )
        self._values = [ratio.value for ratio in self._ratios]
        # How far rounded counts can take a ratio from the one of the numbers as written.
        self._slack = max((_spread(ratio) for ratio in self._ratios), default=Fraction(0))

    def tried(self, share: Exact) -> int:
        """Return how many ratios come within half a power of ten of a percentage."""
        low, high = chance.window(share)
        return bisect_right(self._values, high) - bisect_left(self._values, low)

    def hits(self, share: Term) -> Iterator[ShareHit]:
        """Yield the ratios that give a percentage within rounding."""
        low, high = share.soft.low, share.soft.high
        if low is None or high is None:
            return
        start = bisect_left(self._values, Fraction(low) - self._slack)
        for ratio in self._ratios[start : bisect_right(self._values, Fraction(high) + self._slack)]:
            if ratio.range.meets(share.soft):
                yield ShareHit(share, ratio, share_chance(share, ratio))


def share_chance(share: Term, ratio: Ratio) -> Fraction:
    """Return the chance that a ratio gives this percentage."""
    span = ratio.range
    wide = share.width + (0 if span.low is None or span.high is None else span.high - span.low)
    if len(ratio.wholes) > 1:
        return chance.of_part(wide, share.value)
    return chance.of_value(wide, share.value)


def _spread(ratio: Ratio) -> Fraction:
    span = ratio.range
    ends = [end for end in (span.low, span.high) if end is not None]
    return max((abs(Fraction(end) - ratio.value) for end in ends), default=Fraction(0))
