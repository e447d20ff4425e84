"""Exact numbers: integers and fractions, never floats."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import TypeAlias

Exact: TypeAlias = int | Fraction


def divide(numerator: Exact, denominator: Exact) -> Exact:
    """Return the exact quotient, as an integer where it is one; ZeroDivisionError as usual."""
    if isinstance(numerator, int) and isinstance(denominator, int):
        whole, rest = divmod(numerator, denominator)
        return whole if rest == 0 else Fraction(numerator, denominator)
    quotient = Fraction(numerator) / denominator
    return quotient.numerator if quotient.denominator == 1 else quotient


def magnitude(value: Exact) -> Exact:
    """Return the absolute value."""
    return -value if value < 0 else value


def round_half_up(value: Exact, decimals: int) -> Exact:
    """Return ``value`` rounded to ``decimals`` places, halves away from zero (schoolbook rounding)."""
    scale = 10**decimals
    rounded = divide(floor(magnitude(value) * scale + Fraction(1, 2)), scale)
    return -rounded if value < 0 else rounded


def floor_of(value: Exact) -> int:
    """Return the largest integer not above ``value``."""
    return floor(value)


def ceil_of(value: Exact) -> int:
    """Return the smallest integer not below ``value``."""
    return ceil(value)


def plain(value: Exact) -> str:
    """Write ``value`` exactly in ASCII: an integer, a finite decimal, or ``a/b`` where neither exists."""
    if value.denominator == 1:
        return str(value.numerator)
    places = _places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value.numerator < 0 else ''}{digits[:-places]}.{digits[-places:]}"


@lru_cache(maxsize=1024)
def _places(denominator: int) -> int | None:
    """Return how many decimals a fraction with this denominator needs; None where no number of them is enough."""
    places = 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    return places if denominator == 1 else None
