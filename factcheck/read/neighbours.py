"""The words right beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple, TypeVar

from factcheck.read.language import Phrase

T = TypeVar("T")

_NOUN_WORDS = 3
_SAME_CLAUSE = re.compile(r"[^\d.,;:!?()\n]{0,60}")
_REACH = 60
_MOST_WORDS = 5
_OPENING = "(\"'“‘«["
_CLOSING = ".,;:!?)]”’»"
_WORD = re.compile(r"[^\s.,;:!?()\[\]“”\"'/]+")


class Found(NamedTuple):
    """A phrase and where it ends."""

    text: str
    end: int


def left_words(lower: str, start: int) -> tuple[str, ...]:
    """Return up to five words that lead up to ``start`` with nothing but spaces and brackets between."""
    begin = max(0, start - _REACH)
    reach = lower[begin:start]
    if begin and not lower[begin - 1].isspace():
        reach = reach.partition(" ")[2]
    words: list[str] = []
    for word in reversed(reach.split()[-_MOST_WORDS - 1 :]):
        bare = word.lstrip(_OPENING)
        if not bare:
            continue
        if bare[-1] in _CLOSING:
            break
        words.append(bare)
        if bare != word or len(words) == _MOST_WORDS:
            break
    return tuple(reversed(words))


def longest_suffix(words: tuple[str, ...], known: Collection[Phrase]) -> int:
    """Return how many of the last words form a known phrase, the most that do; 0 for none."""
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        if words[-size:] in known:
            return size
    return 0


def right_phrase(lower: str, end: int, known: Collection[str] | None) -> Found | None:
    """Return the longest known phrase that begins at ``end`` or one space on; any word where None."""
    start = end + 1 if lower[end : end + 1] == " " else end
    if known is None:
        match = _WORD.match(lower, start)
        return Found(match[0], match.end()) if match else None
    best: Found | None = None
    for phrase in known:
        after = start + len(phrase)
        if not lower.startswith(phrase, start) or (best and after <= best.end):
            continue
        if phrase[-1].isalnum() and lower[after : after + 1].isalnum():
            continue
        best = Found(phrase, after)
    return best


def phrase_after(lower: str, end: int, known: Mapping[Phrase, T]) -> T | None:
    """Return what a phrase right of ``end`` stands for, with at most a few words of a noun between."""
    match = _SAME_CLAUSE.match(lower, end)
    words = match[0].split()[: _NOUN_WORDS + _MOST_WORDS] if match else []
    for start in range(min(_NOUN_WORDS + 1, len(words))):
        for size in range(_MOST_WORDS, 0, -1):
            found = known.get(tuple(words[start : start + size]))
            if found is not None:
                return found
    return None
