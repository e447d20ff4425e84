"""Sums of two to four figures that give another: met in the middle, so that pairs are all that is ever listed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb, lcm

from factcheck.model.exact import Exact, ceil_of, floor_of
from factcheck.model.record import NamedTuple
from factcheck.solve.proposals import chance
from factcheck.solve.proposals.terms import Term

SIZES = (2, 3, 4)
# The largest groups in which sums of each size are looked for: the time for one target grows with the pairs.
_MOST_TERMS = {2: 1000, 3: 300, 4: 250}
# More sums than this are not listed one by one to be counted, but estimated from so many pairs among them.
_MOST_LISTED = 300_000
_SAMPLE = 400
_MOST_HITS = 500


class SumHit(NamedTuple):
    """Parts that add up to a whole, and the chance that one combination does."""

    whole: Term
    parts: tuple[Term, ...]
    chance: Fraction


class SumSearch:
    """The sums among one group of terms that may be added.

    All values are scaled to whole numbers, so that comparing them is exact and quick.
    """

    def __init__(self, terms: Sequence[Term], wholes: Sequence[Exact] = ()) -> None:
        self._terms = sorted(terms, key=lambda term: (term.value, term.order, term.name))
        denominators = [number.denominator for term in self._terms for number in (term.value, term.width)]
        self._scale = lcm(*denominators, *(whole.denominator for whole in wholes), 1)
        self._values = [self._scaled(term.value) for term in self._terms]
        self._widths = [self._scaled(term.width) for term in self._terms]
        self._widest = max(self._widths, default=0)
        self._sums: dict[int, list[int]] = {}
        self._pairs: tuple[list[tuple[int, int, int]], list[int]] | None = None

    def _scaled(self, value: Exact) -> int:
        return int(value * self._scale)

    def sizes(self) -> tuple[int, ...]:
        """Return the sizes of sums that are looked for: in large groups, only the small ones."""
        count = len(self._terms)
        return tuple(size for size in SIZES if size <= count <= _MOST_TERMS[size])

    @property
    def is_large(self) -> bool:
        """Whether the group is so large that sums of three are not looked for."""
        return len(self._terms) > _MOST_TERMS[3]

    def tried(self, whole: Exact, size: int) -> int:
        """Return how many sums of this size come within half a power of ten of a whole."""
        low, high = (end * self._scale for end in chance.window(whole))
        sums = self._sums_of(size)
        within = bisect_right(sums, floor_of(high)) - bisect_left(sums, ceil_of(low))
        return within * comb(len(self._values), size) // len(sums) if sums else 0

    def _sums_of(self, size: int) -> list[int]:
        """Return all sums of a size in order, or as many, evenly spaced, as tell where the others lie."""
        if size not in self._sums:
            values = self._values
            if comb(len(values), size) <= _MOST_LISTED:
                self._sums[size] = sorted(map(sum, combinations(values, size)))
            else:
                pairs = sorted(one + other for one, other in combinations(values, 2))
                sample = pairs[:: max(1, len(pairs) // _SAMPLE)]
                rest = values if size == 3 else sample  # noqa: PLR2004 - a triple is a pair and one more
                self._sums[size] = sorted(one + other for one in sample for other in rest)
        return self._sums[size]

    def hits(self, whole: Exact, width: Exact, size: int, widest: Fraction, without: Term | None) -> Iterator[SumHit]:
        """Yield the sums of ``size`` terms that meet a whole, as long as they are at most ``widest`` apart.

        ``width`` is how wide the whole is, ``without`` the term that is the whole and no part of itself.
        """
        target, target_width = self._scaled(whole), self._scaled(width)
        slack = min(target_width + size * self._widest, int(widest * self._scale)) // 2 + 1
        found = 0
        for parts in self._near(target, slack, size):
            terms = [self._terms[index] for index in parts]
            if without in terms or len({term.figure.id for term in terms}) < size:
                continue
            wide = target_width + sum(self._widths[index] for index in parts)
            if 2 * abs(target - sum(self._values[index] for index in parts)) > wide:
                continue
            found += 1
            if found > _MOST_HITS:
                return
            grid = 0 if wide else min([term.grid for term in terms] + ([without.grid] if without else []))
            hit = chance.of_value(Fraction(wide, self._scale) + grid, whole)
            yield SumHit(without or terms[0], tuple(sorted(terms, key=lambda term: term.order)), hit)

    def _near(self, target: int, slack: int, size: int) -> Iterator[tuple[int, ...]]:
        """Yield the index sets of ``size`` whose sum lies within ``slack`` of the target, each once."""
        if size == 2:  # noqa: PLR2004 - a pair
            for first, value in enumerate(self._values):
                low, high = target - value - slack, target - value + slack
                start = max(bisect_left(self._values, low), first + 1)
                for second in range(start, bisect_right(self._values, high)):
                    yield first, second
            return
        pairs, sums = self._all_pairs()
        singles = ((value, (index,)) for index, value in enumerate(self._values))
        doubles = ((total, (one, other)) for total, one, other in pairs)
        firsts: Iterator[tuple[int, tuple[int, ...]]] = singles if size == 3 else doubles  # noqa: PLR2004 - a triple
        for value, chosen in firsts:
            rest = target - value
            if rest + slack <= 0:
                break
            for position in range(bisect_left(sums, rest - slack), bisect_right(sums, rest + slack)):
                _, one, other = pairs[position]
                # Each set once: what was chosen first stands before the pair that is looked up.
                if chosen[-1] < one:
                    yield (*chosen, one, other)

    def _all_pairs(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        if self._pairs is None:
            count = len(self._values)
            pairs = sorted(
                (self._values[one] + self._values[other], one, other)
                for one in range(count)
                for other in range(one + 1, count)
            )
            self._pairs = pairs, [total for total, _, _ in pairs]
        return self._pairs
