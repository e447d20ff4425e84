"""The words that lead up to a place in a text."""

from __future__ import annotations

import re
from collections.abc import Collection

_REACH = 72
_MOST_WORDS = 7
_OPENING = "(\"'“‘«["
_NEXT = re.compile(r" ([^\W\d_]+)")
_CLOSING = '.,;:!?)]”’»"'


def left_words(lower: str, start: int, dotted: Collection[str] = ()) -> list[str]:
    """Return up to seven words before ``start``, the nearest first, with nothing but spaces between.

    A line break, a bracket or a punctuation mark ends the look to the left; ``dotted`` are words that
    end in a full stop of their own ("approx.").
    """
    begin = max(0, start - _REACH)
    reach = lower[begin:start]
    if not reach or reach[-1] != " ":
        return []
    if (line := reach.rfind("\n")) >= 0:
        reach = reach[line + 1 :]
        begin = 0
    parts = reach.rsplit(None, _MOST_WORDS)
    if len(parts) > _MOST_WORDS:
        parts = parts[1:]
    elif begin and not lower[begin - 1].isspace():
        parts = parts[1:]
    words: list[str] = []
    for word in reversed(parts):
        if word[-1] in _CLOSING and word not in dotted:
            break
        bare = word.lstrip(_OPENING)
        if bare:
            words.append(bare)
        if len(bare) != len(word):
            break
    return words


def noun_follows(text: str, end: int, small_words: Collection[str]) -> bool:
    """Whether a word that can be a noun stands right of ``end``: lower case, and none of the small words."""
    following = _NEXT.match(text, end)
    return following is not None and following[1].islower() and following[1] not in small_words
