"""Numbers that a slip of the hand makes of one another."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from factcheck.model.exact import Exact, magnitude, plain

_TELLING_DIGITS = 3
_SWAPPED = 2


def is_a_slip_away(one: Exact, other: Exact) -> bool:
    """Whether one digit typed wrongly, left out, put in or swapped makes one number of another; not of short ones."""
    mine, theirs = digits_of(one), digits_of(other)
    shortest = min(mine, theirs, key=len)
    telling = len(shortest) >= _TELLING_DIGITS and len(shortest.rstrip("0")) > 1
    return telling and OSA.distance(mine, theirs, score_cutoff=1) <= 1


def explains_sum(whole: Exact, parts: Sequence[Exact]) -> bool:
    """Whether one slip in one figure explains that the parts do not add up to the whole."""
    total = sum(parts)
    others = ((part, part + whole - total) for part in parts)
    return is_a_slip_away(whole, total) or any(
        meant > 0 and (is_a_slip_away(part, meant) or are_swapped(part, meant)) for part, meant in others
    )


def are_swapped(one: Exact, other: Exact) -> bool:
    """Whether two numbers are of the same two digits: 89 and 98."""
    mine, theirs = digits_of(one), digits_of(other)
    return len(mine) == _SWAPPED and mine[0] != mine[1] and mine == theirs[::-1]


def digits_of(value: Exact) -> str:
    """Return the digits of a number, but for zeros ahead of them, without its sign and decimal separator."""
    return plain(magnitude(value)).replace(".", "").lstrip("0")


def telling_digits(value: Exact) -> int:
    """Return how many digits of a number tell something: all but the zeros behind the last other one."""
    return len(digits_of(value).rstrip("0"))
