"""Ids: what a name becomes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container


def slug(text: str) -> str:
    """Return the id that a name suggests: đ becomes d, marks are dropped, the rest is joined by hyphens."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(char for char in bare if not unicodedata.combining(char)))
    while words and not words[0][0].isalpha():
        words.pop(0)
    return "-".join(words)


def fresh(name: str, taken: Container[str]) -> str:
    """Return a name that is not taken: itself, or with the first number that is free."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return found
