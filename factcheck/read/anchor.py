"""Where a quote stands in its document: looked for exactly first, then loosely, then for the closest passage.

Found means found word for word: spaces, punctuation, capitals, the place of a tone mark and the sort of a dash or
quotation mark may differ, a letter or a digit may not. A numeral must be whole: "44.200" is not found in "144.200".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model.anchor import Anchor, Difference, Miss
from factcheck.model.registry import Quote
from factcheck.read.loose import loose
from factcheck.read.normal import normal, normal_text
from factcheck.read.skeleton import Skeleton, skeleton
from factcheck.read.words import WordIndex, mask

if TYPE_CHECKING:
    from factcheck.read.likely import LikelyPlaces

_JOINTS = frozenset(".,/:")
# What makes a numeral another one right behind it, and right before it after a space.
_COMPLETING = frozenset("%‰¼½¾⅓⅔⅛⅜⅝⅞")
_LEADING = frozenset(".,")
# A phrase that stands in more places than these says nothing of any one of them.
_MOST_PLACES = 10_000
_MOST_LOOSE_PLACES = 200
_LEEWAY = 32
# From so many characters on, a word index (made once) is quicker than going through the text.
_LONG = 250_000


class Anchors:
    """A document prepared once for all the quotes that are looked for in it."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.normal = normal(text)

    @cached_property
    def masked(self) -> str:
        """The uniform text in small letters, each digit as 0, for a quote that is not found; offsets stay true."""
        lower = self.normal.text.lower()
        if len(lower) != len(self.normal.text):
            # A few letters (İ) grow in lower case.
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in self.normal.text)
        return mask(lower)

    @cached_property
    def likely(self) -> LikelyPlaces:
        """What finds the places that come close to a quote."""
        from factcheck.read.likely import LikelyPlaces  # noqa: PLC0415 - loads rapidfuzz

        return LikelyPlaces(self.masked, self.normal.text)

    @cached_property
    def skeleton(self) -> Skeleton:
        """The letters and digits, for a quote that is not found word for word."""
        return Skeleton(self.normal.text)

    @cached_property
    def words(self) -> WordIndex:
        """The word index, which only a quote needs that has no piece in common with a long text."""
        return WordIndex(self.normal.text)

    def find(self, quote: Quote) -> Anchor | Miss:
        """Return where a quote stands, chosen by what stands before and after it; or what comes closest."""
        exact = normal_text(quote.exact)
        if not any(map(str.isalnum, exact)):
            return Miss(Difference.GONE)
        places, verbatim = self._places(exact)
        if not places:
            return self._closest(exact)
        fitting = [place for place in places if self._fits(*place, quote)]
        if fitting:
            start, end = min(fitting, key=lambda place: (self._cuts_a_word(*place), place))
            return Anchor(*self._original(start, end), verbatim)
        return Miss(Difference.CONTEXT, *self._original(*places[0]))

    def _places(self, exact: str) -> tuple[list[tuple[int, int]], bool]:
        """Return where a phrase stands, and whether word for word or but for spaces and the like."""
        letters = skeleton(exact)
        # Once another quote was missing, the letters alone are looked for first: where they are not, nothing is.
        if "skeleton" not in self.__dict__ or letters in self.skeleton:
            places = list(_places(self.normal.text, exact))
            if places:
                return places, True
            if letters:
                return list(self._loosely(exact, letters)), False
        return [], False

    def _closest(self, exact: str) -> Miss:
        """Return the passage that comes closest to a phrase that is missing."""
        from factcheck.read.closest import closest  # noqa: PLC0415 - loads rapidfuzz

        phrase = mask(exact.lower())
        places, reach, surely = self.likely.of(phrase, exact)
        if not surely:
            from factcheck.read.likely import alike  # noqa: PLC0415 - with it

            windows = [(place - _LEEWAY, place + len(phrase) + _LEEWAY) for place in places]
            windows += self.words.windows(exact) if len(self.masked) > _LONG else [(0, len(self.masked))]
            places, reach = alike(self.masked, phrase, windows), _LEEWAY
        return closest(exact, phrase, self.normal, self.masked, self.original, places, reach)

    def every(self, quote: Quote) -> list[Anchor]:
        """Return all places in which a quote stands word for word, in order."""
        exact = normal_text(quote.exact)
        if not exact:
            return []
        places = [place for place in _places(self.normal.text, exact) if self._fits(*place, quote)]
        if not places:
            found = self.find(quote)
            return [found] if isinstance(found, Anchor) else []
        return [Anchor(*self._original(*place)) for place in places]

    def _loosely(self, exact: str, letters: str) -> Iterator[tuple[int, int]]:
        """Yield where a phrase stands but for spaces and the like: its letters do, and all that numerals consist of."""
        wanted = loose(exact).text
        text = self.normal.text
        seen: set[tuple[int, int]] = set()
        for first_letter, last_letter in islice(self.skeleton.places(letters), _MOST_LOOSE_PLACES):
            first = max(first_letter - _LEEWAY, 0)
            part = loose(text[first : last_letter + _LEEWAY])
            at = part.text.find(wanted)
            while at >= 0:
                start = first + part.offsets[at]
                end = first + part.offsets[at + len(wanted) - 1] + 1
                if not _touches_digits(text, start, end) and (start, end) not in seen:
                    seen.add((start, end))
                    yield start, end
                at = part.text.find(wanted, at + 1)

    def _fits(self, start: int, end: int, quote: Quote) -> bool:
        """Whether what stands around a place is what the quote says, loosely."""
        text = self.normal.text
        if quote.prefix and (prefix := loose(normal_text(quote.prefix)).text):
            before = loose(text[max(start - len(quote.prefix) - _LEEWAY, 0) : start]).text
            if not before.endswith(prefix) or _is_cut(before[: -len(prefix)][-1:], prefix[0]):
                return False
        if quote.suffix and (suffix := loose(normal_text(quote.suffix)).text):
            after = loose(text[end : end + len(quote.suffix) + _LEEWAY]).text
            return after.startswith(suffix) and not _is_cut(after[len(suffix) :][:1], suffix[-1])
        return True

    def _cuts_a_word(self, start: int, end: int) -> bool:
        text = self.normal.text
        begins = start > 0 and text[start].isalpha() and text[start - 1].isalpha()
        return begins or (end < len(text) and text[end - 1].isalpha() and text[end].isalpha())

    def _original(self, start: int, end: int) -> tuple[int, int]:
        return self.normal.original(start), self.normal.original(end)


def _is_cut(outside: str, inside: str) -> bool:
    return outside.isdecimal() and inside.isdecimal()


def _places(text: str, exact: str) -> Iterator[tuple[int, int]]:
    """Yield the places of an exact phrase whose numerals are whole."""
    at = text.find(exact)
    found = 0
    while at >= 0 and found < _MOST_PLACES:
        end = at + len(exact)
        if not _touches_digits(text, at, end):
            found += 1
            yield at, end
        at = text.find(exact, at + 1)


def _touches_digits(text: str, start: int, end: int) -> bool:
    """Whether the numeral at either end goes on outside."""
    if text[start].isdecimal() and start:
        before = text[start - 1]
        further = text[start - 2] if start > 1 else " "
        if before.isdecimal() or (before in _JOINTS and further.isdecimal()):
            return True
        if before in _LEADING and further == " ":
            return True
    if not text[end - 1].isdecimal() or end == len(text):
        return False
    after = text[end]
    return after.isdecimal() or after in _COMPLETING or (after in _JOINTS and text[end + 1 : end + 2].isdecimal())
