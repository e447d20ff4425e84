"""A run of digits and separators to a number, in a language's own style first."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.read.language import Language

_GROUP_LENGTH = 3
_PARTS = re.compile(r"[.,]")


class Digits(NamedTuple):
    """Digits before and after the decimal mark; ``also`` is the other way to take them, if there is one."""

    whole: str
    decimals: str = ""
    also: str = ""


def read_digits(token: str, language: Language) -> Digits | None:
    """Read a token of ASCII digits, dots and commas; None where it fits no style.

    The language's own style wins; the other one is taken where only it fits (``13.4`` in Vietnamese).
    A single decimal mark before exactly three digits (``3,451`` in Vietnamese) may be grouping in the
    other style: then ``also`` holds the digits of that reading.
    """
    marks = re.sub(r"\d", "", token)
    parts = _PARTS.split(token)
    if not marks:
        return Digits(token)
    first, last = marks[0], marks[-1]
    grouped = _is_grouped(parts)
    if len(marks) == 1:
        if first == language.group and grouped:
            return Digits("".join(parts))
        if first == language.decimal and grouped:
            return Digits(parts[0], parts[1], also="".join(parts))
        return Digits(parts[0], parts[1])
    if first == last and marks == first * len(marks):
        return Digits("".join(parts)) if grouped else None
    if marks == first * (len(marks) - 1) + last and _is_grouped(parts[:-1]):
        return Digits("".join(parts[:-1]), parts[-1])
    return None


def _is_grouped(parts: list[str]) -> bool:
    head, *rest = parts
    return 0 < len(head) <= _GROUP_LENGTH and head[0] != "0" and all(len(part) == _GROUP_LENGTH for part in rest)
