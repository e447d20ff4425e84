"""Text from documents made safe to show: nothing in it may act on a terminal."""

from __future__ import annotations

import unicodedata

# Controls, formats, surrogates, what is for private use, and breaks of lines and paragraphs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean(text: str) -> str:
    """Return text without anything a terminal would act on: control characters become visible."""
    if text.isprintable():
        return text
    return "".join(
        char if unicodedata.category(char) not in _UNSEEN else f"\\u{ord(char):04x}"
        for char in text.replace("\t", "    ").replace("\n", " ")
    )
