"""The words that lead up to a place in a text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from factcheck.model.lazy_pattern import lazy_pattern

Words: TypeAlias = Sequence[str]

_REACH = 64
_LONGEST_WORD = 24
_MOST_WORDS = 6
_MOST_KNOWN, _KNOWN_REACH = 5, 48
_OPENING = "(\"'“‘«["
_NEXT = lazy_pattern(r" ([^\W\d_]+)")
_CLOSING = '.,;:!?)]”’»"'
# What ends a stretch of words for sure.
_WORD_ENDS = frozenset(_CLOSING + "\n")


def left_words(lower: str, start: int, known: Collection[str] | None = None, dotted: Collection[str] = ()) -> Words:
    """Return up to six words before ``start``, the nearest first, with nothing but spaces between.

    A line break, a bracket or a punctuation mark ends the look to the left; ``dotted`` are words that
    end in a full stop of their own ("approx."). Where the nearest word is none of ``known``, it comes alone.
    """
    if lower[start - 1 : start] != " ":
        return ()
    if known is not None:
        first = lower[lower.rfind(" ", max(0, start - _LONGEST_WORD), start - 1) + 1 : start - 1]
        if first.isalpha() and first not in known:
            return (first,)
    return _several(lower, start, dotted)


def known_before(lower: str, start: int, vocabulary: Collection[str]) -> str | None:
    """Return the words before ``start`` from the last one back while they are in a vocabulary; None if in doubt.

    They are those that ``left_words`` begins with, as they stand. Empty if the last word is not of the vocabulary, a
    comma if no word belongs to what begins at ``start``. In doubt is whatever is no plain word.
    """
    parts = lower[start - _KNOWN_REACH if start > _KNOWN_REACH else 0 : start - 1].rsplit(" ", _MOST_KNOWN)
    if len(parts) <= _MOST_KNOWN:
        if start > _KNOWN_REACH:
            return None
        # The text begins here, which ends the words as a line does.
        parts.insert(0, "\n")
    index = len(parts) - 1
    while parts[index] in vocabulary and index:
        index -= 1
    stop = parts[index]
    if index and stop.isalpha():
        return " ".join(parts[index + 1 :])
    if index and stop[:1] == "(":
        stop = stop[1:]
        if stop in vocabulary:
            return " ".join((stop, *parts[index + 1 :]))
    ended = stop[-1:] in _WORD_ENDS and not (stop[-1] == "." and stop.split()[-1] in vocabulary)
    # The first part may be the end of a word.
    known = parts[index + 1 :]
    if known:
        return " ".join(known) if ended or (index and stop.isalpha()) else None
    return "," if ended else "" if stop.isalpha() else None


def _several(lower: str, start: int, dotted: Collection[str]) -> list[str]:
    begin = start - _REACH if start > _REACH else 0
    reach = lower[begin:start]
    if "\n" in reach:
        reach = reach[reach.rfind("\n") + 1 :]
        begin = 0
    parts = reach.rsplit(None, _MOST_WORDS)
    if len(parts) > _MOST_WORDS or (begin and not lower[begin - 1].isspace()):
        del parts[0]
    if "".join(parts).isalpha():
        parts.reverse()
        return parts
    words: list[str] = []
    for word in reversed(parts):
        if word.isalpha():
            words.append(word)
            continue
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
