"""Text reduced to what must not differ when a quote is compared with its document.

Letters without regard to capitals, and numerals with everything that belongs to them. Spaces and punctuation
between words go; those between two digits stay, since "3, 4" is not "3,4", and so do signs that change what a
number says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_TELLING = frozenset("%‰$€£¥₫<>≤≥~≈±")
_SIGNS = frozenset("+-")
_AROUND_JOINTS = re.compile(r" ?([-/]) ?")


class Loose(NamedTuple):
    """Reduced text; ``offsets`` holds where each of its characters stood."""

    text: str
    offsets: Sequence[int]


def loose(text: str) -> Loose:
    """Reduce text that was made uniform."""
    kept: list[str] = []
    offsets: list[int] = []
    last = -1
    for index, char in enumerate(text):
        if not (char.isalnum() or (char > "\u02ff" and unicodedata.combining(char))):
            continue
        if last + 1 < index:
            between = _between(text[last + 1 : index], text[last] if last >= 0 else " ", char)
            kept.append(between)
            offsets += [last + 1] * len(between)
        lower = char.lower()
        kept.append(lower if len(lower) == 1 else char)
        offsets.append(index)
        last = index
    tail = "".join(char for char in text[last + 1 :] if char in _TELLING)
    kept.append(tail)
    offsets += [text.index(char, last + 1) for char in tail]
    return Loose("".join(kept), offsets)


def _between(gap: str, before: str, after: str) -> str:
    if before.isdecimal() and after.isdecimal():
        return _AROUND_JOINTS.sub(r"\1", gap)
    telling = "".join(char for char in gap if char in _TELLING)
    signed = after.isdecimal() and gap[-1] in _SIGNS and (gap[-2:-1] or before) in " ("
    return telling + gap[-1] if signed else telling
