"""A word index of a text: where each word and each shape of number stands, to find likely places quickly."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"(?:(?<=[\s(])[+-])?\d+(?:[.,/:]\d+)*[%‰]?|[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# Words that stand in too many places tell little; how many places are looked at in all, and are kept.
_MOST_PLACES = 5_000
_MOST_WINDOWS = 64
_MARGIN = 24
# Pieces of a quote: how many words, how short in characters, how many are looked for, how many places are kept.
_PIECE = 4
_SHORT_PIECE = 8
_SHORTEST_PIECE = 3
_MOST_PIECES = 6
_MOST_OF_PIECES = 16


class Token(NamedTuple):
    """A word or a numeral: from ``start`` up to ``end``; ``key`` is the same in lower case."""

    start: int
    end: int
    key: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return _is_number(self.key)


def _is_number(key: str) -> bool:
    return not key[0].isalpha()


def tokens(text: str) -> Iterator[Token]:
    """Yield the words and numerals of a text."""
    for match in _TOKEN.finditer(text):
        yield Token(match.start(), match.end(), match[0].lower())


def mask(text: str) -> str:
    """Return text with every digit as 0, so that numbers of one shape look alike."""
    return _DIGIT.sub("0", text)


def piece_windows(text: str, quote: str) -> list[tuple[int, int]]:
    """Return the stretches around pieces of a quote that stand in a text word for word, the longest pieces first.

    A quote of which one word or number differs has its other words in one piece or two. That is found without an
    index, and where every word of a text is common.
    """
    words = list(tokens(quote))
    runs: list[tuple[int, int]] = []
    start = 0
    for word in words:
        if word.is_number:
            runs.append((start, word.start))
            start = word.end
    runs.append((start, len(quote)))
    chunks = (words[first : first + _PIECE] for first in range(0, len(words), _PIECE))
    # The whole quote is no piece of itself: it was looked for already.
    runs += [(chunk[0].start, chunk[-1].end) for chunk in chunks if len(chunk) < len(words)]
    # Short pieces stand in many places, so they are looked for only where there are no others.
    pieces = {run for run in runs if run[1] - run[0] >= _SHORT_PIECE} or {
        run for run in runs if run[1] - run[0] >= _SHORTEST_PIECE
    }
    places: dict[int, tuple[int, int]] = {}
    agreed = False
    for begin, end in sorted(pieces, key=lambda run: (run[0] - run[1], run))[:_MOST_PIECES]:
        at = text.find(quote[begin:end])
        while at >= 0 and len(places) < _MOST_PLACES:
            first, last = places.setdefault(max(at - begin, 0), (begin, end))
            agreed = agreed or end <= first or last <= begin
            at = text.find(quote[begin:end], at + 1)
        if agreed:
            # Two pieces stand as far from each other as in the quote: that is the place.
            break
    length = len(quote)
    return [
        (max(place - _MARGIN, 0), min(place + length + _MARGIN, len(text)))
        for place in _most_alike(text, quote, list(places))
    ]


def _most_alike(text: str, quote: str, places: list[int]) -> list[int]:
    """Return the places at which a text is most like a quote, digits included, if there are many."""
    if len(places) <= _MOST_OF_PIECES:
        return places
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a quote that is missing needs it

    stretches = [text[place : place + len(quote)] for place in places]
    best = process.extract(quote, stretches, scorer=fuzz.ratio, limit=_MOST_OF_PIECES)
    return [places[index] for _, _, index in best]


class WordIndex:
    """Where the words of a text stand. A numeral is found by its digits, and by its shape."""

    def __init__(self, text: str) -> None:
        self._text = text
        places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _TOKEN.finditer(text):
            places[match[0].lower()].append(match.start())
        for key in [key for key in places if _is_number(key)]:
            shape = mask(key)
            places["#" + shape] += places[key]
        self._places = dict(places)

    def windows(self, quote: str) -> list[tuple[int, int]]:
        """Return the stretches that share most with a quote, the likeliest first; rare words count for more."""
        known: dict[tuple[str, int], int] = {}
        for token in tokens(quote):
            keys = (token.key, "#" + mask(token.key)) if token.is_number else (token.key,)
            for key in keys:
                if key in self._places:
                    known[key, token.start] = len(self._places[key])
        step = max(len(quote), _MARGIN)
        votes: defaultdict[int, float] = defaultdict(float)
        looked_at = 0
        for (key, offset), count in sorted(known.items(), key=lambda entry: (entry[1], entry[0])):
            if looked_at and looked_at + count > _MOST_PLACES:
                break
            looked_at += count
            worth = 1 / (1 + count.bit_length())
            for place in self._places[key][:_MOST_PLACES]:
                votes[max(place - offset, 0) // step] += worth
        both = {start: votes[start] + votes.get(start + 1, 0.0) for start in list(votes)}
        best = heapq.nsmallest(_MOST_WINDOWS, both, key=lambda start: (-both[start], start))
        return [(max(start * step - _MARGIN, 0), min((start + 3) * step + _MARGIN, len(self._text))) for start in best]
