"""Text made uniform before it is read, without losing where each character stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# Every replacement is one character for one, so offsets stay true.
_UNIFORM: dict[int, int | str] = {
    **{ord(space): " " for space in _SPACES},
    **_FULL_WIDTH,
    ord("−"): "-",
    ord("‐"): "-",
    ord("‑"): "-",
    ord("∕"): "/",
    ord("⁄"): "/",
    ord("％"): "%",
    ord("٪"): "%",
}


@dataclass(frozen=True, slots=True)
class Uniform:
    """Text in NFC with plain spaces, digits and signs.

    ``lower`` is the same in lower case, of the same length. ``offsets`` maps each character to its
    place in the original; None where nothing moved.
    """

    text: str
    lower: str
    offsets: Sequence[int] | None

    def original(self, index: int) -> int:
        """Return where a character stood in the original text."""
        return index if self.offsets is None else self.offsets[index]


def uniform(text: str) -> Uniform:
    """Make text uniform."""
    if unicodedata.is_normalized("NFC", text):
        plain, offsets = text, None
    else:
        plain, offsets = _composed(text)
    plain = plain.translate(_UNIFORM)
    lower = plain.lower()
    if len(lower) != len(plain):
        # A few letters (İ) grow in lower case; they carry no number word, so they may stay.
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    return Uniform(plain, lower, offsets)


def _composed(text: str) -> tuple[str, list[int]]:
    parts: list[str] = []
    offsets: list[int] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and unicodedata.combining(text[index]):
            continue
        composed = unicodedata.normalize("NFC", text[start:index])
        parts.append(composed)
        offsets += [min(start + extra, index - 1) for extra in range(len(composed))]
        start = index
    offsets.append(len(text))
    return "".join(parts), offsets
