"""How likely it is that figures fit by accident.

A combination is taken to be able to have any value within half a power of ten of what it must hit, small
numbers being likelier in the way that numbers in documents are (Newcomb 1881, Benford 1938: the logarithm is
spread evenly). The chance of hitting a target of width w at v is then w / (v ln 10). What is reported is the
expected number of such hits among all combinations that were tried, as sequence searches report it (Karlin &
Altschul 1990), so trying more makes every hit less telling.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.exact import Exact

LN_10 = Fraction(2_302_585, 1_000_000)
# Half a power of ten, as a factor.
HALF_DECADE = Fraction(3_162, 1_000)


def of_value(width: Exact, value: Exact) -> Fraction:
    """Return the chance that a combination hits a value of this width."""
    return min(Fraction(width) / (value * LN_10), Fraction(1))


def of_part(width: Exact, share: Exact) -> Fraction:
    """Return the chance that a part of a sum is this share of it: its odds are what is spread evenly.

    Part and rest lie within a power of ten of each other either way, so two powers share what one has above.
    """
    return min(Fraction(width) / (2 * LN_10 * share * (1 - share)), Fraction(1))


def window(value: Exact) -> tuple[Fraction, Fraction]:
    """Return between which values a combination counts as one that might have hit ``value``."""
    return value / HALF_DECADE, value * HALF_DECADE
