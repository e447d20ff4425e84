"""Numbers as typed in the registry."""

from __future__ import annotations

import re

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.registry import TypedNumber
from factcheck.model.written import Written

_NUMBER = lazy_pattern(r"([+-]?)(\d+(?:_\d+)*)(?:\.(\d+))?(%?)\Z", re.ASCII)
# A percentage has no thousands worth grouping, so 5.123% is plain.
_GROUPED = lazy_pattern(r"([+-]?)([1-9]\d{0,2})((?:\.\d{3})+|(?:,\d{3})+)\Z", re.ASCII)
_MOST_DIGITS = 400


def parse_number(raw: str, decimals: int | None = None) -> TypedNumber:
    """Read a typed number; ValueError where it is none.

    ``44.200`` is 44,2 to an English reader and 44 200 to a Vietnamese one: both readings are returned,
    unless the stated ``decimals`` settle it.
    """
    if len(raw) > _MOST_DIGITS:
        raise ValueError("more digits than any figure has")
    if raw.isascii() and raw.isdecimal():
        return TypedNumber(raw, (Written.from_digits(raw),))
    if match := _GROUPED.match(raw):
        return TypedNumber(raw, _grouped_readings(match, decimals))
    match = _NUMBER.match(raw)
    if match is None:
        raise ValueError(f"{raw} is not a number")
    sign, whole, fraction, percent = match.groups()
    written = Written.from_digits(whole.replace("_", ""), fraction or "", percent=bool(percent), negative=sign == "-")
    return TypedNumber(raw, (written,))


def _grouped_readings(match: re.Match[str], decimals: int | None) -> tuple[Written, ...]:
    sign, first, rest = match.groups()
    groups = rest.replace(",", ".")[1:].split(".")
    negative = sign == "-"
    grouped = Written.from_digits(first + "".join(groups), negative=negative)
    if len(groups) > 1:
        return (grouped,)
    decimal = Written.from_digits(first, groups[0], negative=negative)
    if decimals is None:
        return (decimal, grouped)
    return (decimal,) if decimals > 0 else (grouped,)
