"""The letters and digits of a text alone: where a phrase's are not in a text's, no way of writing it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from factcheck.model.lazy_pattern import lazy_pattern

# Raised figures are notes, or make a metre an area: they are no part of how a number is written.
_SIGN = lazy_pattern(r"[\W_⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SIGNS = lazy_pattern(f"{_SIGN.pattern}+")
# The way back is by stretches of so many characters, of which one is gone through for each place.
_STRETCH = 2048


def skeleton(text: str) -> str:
    """Return the letters and digits of a phrase, in one case."""
    return _SIGNS.sub("", text.casefold())


class Skeleton:
    """The letters and digits of a text, and where they stand in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        letters = text.casefold()
        # Far quicker than one sign after the other: a text uses few of them, each in many places.
        found = _SIGN.search(letters)
        while found:
            letters = letters.replace(found[0], "")
            found = _SIGN.search(letters, found.start())
        self._letters = letters

    def __contains__(self, letters: str) -> bool:
        """Whether these letters and digits follow each other in the text."""
        return letters in self._letters

    def places(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield from where up to where in the text these letters and digits stand."""
        at = self._letters.find(letters)
        while at >= 0:
            yield self._place(at), self._place(at + len(letters) - 1) + 1
            at = self._letters.find(letters, at + 1)

    @cached_property
    def _counts(self) -> list[int]:
        """How many letters and digits stand before each stretch of the text."""
        starts = range(0, len(self._text), _STRETCH)
        return list(accumulate((len(skeleton(self._text[start : start + _STRETCH])) for start in starts), initial=0))

    def _place(self, letter: int) -> int:
        """Return where the character stands that a letter of the skeleton comes from."""
        stretch = bisect_right(self._counts, letter) - 1
        left = letter - self._counts[stretch]
        start = stretch * _STRETCH
        for place, char in enumerate(self._text[start : start + _STRETCH], start):
            left -= len(skeleton(char))
            if left < 0:
                return place
        raise IndexError(letter)
