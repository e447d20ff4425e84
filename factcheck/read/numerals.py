"""A run of digits and separators to a number, in a language's own style first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_GROUP_LENGTH = 3
_PARTS = re.compile(r"[.,]")
_MARKS = re.compile(r"\d")
# Lakh and crore: groups of two above the last three (12,34,567).
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")


class Digits(NamedTuple):
    """Digits before and after the decimal mark.

    ``also`` is the other way to take them, if there is one; ``foreign`` marks the style of another
    language ("13.4" in Vietnamese).
    """

    whole: str
    decimals: str = ""
    also: str = ""
    foreign: bool = False


@lru_cache(maxsize=1 << 16)
def read_digits(token: str, decimal: str, group: str) -> Digits | None:
    """Read a token of ASCII digits, dots and commas; None where it fits no style.

    ``decimal`` and ``group`` are the language's own marks. Its own style wins; the other one is taken
    where only it fits. A single decimal mark before exactly three digits ("3,451" in Vietnamese) may be
    grouping in the other style: then ``also`` holds the digits of that reading.
    """
    if token.isdigit():
        return Digits(token)
    marks = _MARKS.sub("", token)
    parts = _PARTS.split(token)
    first, last = marks[0], marks[-1]
    grouped = _is_grouped(parts)
    if len(marks) == 1:
        if grouped:
            if first == group:
                return Digits("".join(parts))
            return Digits(parts[0], parts[1], also="".join(parts))
        return Digits(parts[0], parts[1], foreign=first != decimal)
    if first == last and marks == first * len(marks):
        if grouped:
            return Digits("".join(parts), foreign=first != group)
        return Digits(token.replace(",", "")) if group == "," and _INDIAN.match(token) else None
    if marks == first * (len(marks) - 1) + last and _is_grouped(parts[:-1]):
        return Digits("".join(parts[:-1]), parts[-1], foreign=first != group)
    if group == "," and _INDIAN.match(token):
        whole, _, decimals = token.partition(".")
        return Digits(whole.replace(",", ""), decimals)
    return None


def _is_grouped(parts: list[str]) -> bool:
    head, *rest = parts
    return 0 < len(head) <= _GROUP_LENGTH and head[0] != "0" and all(len(part) == _GROUP_LENGTH for part in rest)
