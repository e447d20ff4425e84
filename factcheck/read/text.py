"""Text made uniform before it is read, without losing where each character stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import record

# Everything that stands for a plain space, sign or ASCII character; each is replaced one for one, so
# offsets stay true. One search for the whole class is far cheaper than a translation of the whole text.
_ODD = lazy_pattern("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e−‐‑∕⁄٪·]")
# A tab is a space too, but for one between two numbers: those are cells of a table, and not groups of one number.
_TAB = lazy_pattern(r"\t(?![\d(+–−-])|(?<!\d)\t")
_PLAIN = {"−": "-", "‐": "-", "‑": "-", "∕": "/", "⁄": "/", "٪": "%"}
_FULL_WIDTH = 0xFF01
_ASCII_START = 0x21


@record(frozen=True, slots=True)
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
    if "\t" in text:
        text = _TAB.sub(" ", text)
    if text.isascii():
        return Uniform(text, text.lower(), None)
    offsets = None
    if not unicodedata.is_normalized("NFC", text):
        text, offsets = _composed(text)
    plain = _ODD.sub(_plain, text)
    lower = plain.lower()
    if len(lower) != len(plain):
        # A few letters (İ) grow in lower case; they carry no number word, so they may stay.
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    return Uniform(plain, lower, offsets)


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    if char == "·":
        # "12·5%", as some journals write it.
        around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
        return "." if all(map(str.isdigit, around)) else char
    if char >= chr(_FULL_WIDTH):
        return chr(ord(char) - _FULL_WIDTH + _ASCII_START)
    return _PLAIN.get(char, " ")


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
