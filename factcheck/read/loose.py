"""Text reduced to what must not differ when a quote is compared with its document.

Letters without regard to capitals, and numerals with everything that belongs to them. Spaces and punctuation
between words go; those between two digits stay, since "3, 4" is not "3,4", and so do signs that change what a
number says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple

_TELLING = frozenset("%‰$€£¥₫<>≤≥~≈±")
# Right before a digit and after a space: signs, and the mark of decimals without a zero (".5").
_SIGNS = frozenset("+-.")
# Raised figures are notes, unless they make a measure an area or a volume.
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWERS = frozenset("²³")
_METRE = lazy_pattern(r"(?:^|[^a-z])[hkdcm]?m\Z")
_AROUND_JOINTS = lazy_pattern(r" ?([-/]) ?")
_BEFORE_PERCENT = lazy_pattern(r" (?=[%‰])")


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
        if not (char.isalnum() or (char > "\u02ff" and unicodedata.combining(char))) or _is_note(text, index):
            continue
        if last + 1 < index:
            between = _between(text[last + 1 : index], text[last] if last >= 0 else " ", char)
            kept.append(between)
            place = last
            for sign in between:
                place = text.index(sign, place + 1)
                offsets.append(place)
        lower = char.lower()
        kept.append(lower if len(lower) == 1 else char)
        offsets.append(index)
        last = index
    for index in range(last + 1, len(text)):
        if text[index] in _TELLING:
            kept.append(text[index])
            offsets.append(index)
    return Loose("".join(kept), offsets)


def _is_note(text: str, index: int) -> bool:
    char = text[index]
    if char not in _RAISED:
        return False
    return char not in _POWERS or not _METRE.search(text[max(index - 3, 0) : index].lower())


def _between(gap: str, before: str, after: str) -> str:
    if before.isdecimal() and after.isdecimal():
        return _BEFORE_PERCENT.sub("", _AROUND_JOINTS.sub(r"\1", gap))
    telling = "".join(char for char in gap if char in _TELLING)
    signed = after.isdecimal() and gap[-1] in _SIGNS and (gap[-2:-1] or before) in " ("
    return telling + gap[-1] if signed else telling
