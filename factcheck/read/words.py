"""A word index of a text: where each word and each shape of number stands, to find likely places quickly."""

from __future__ import annotations

import heapq
from collections import defaultdict

from factcheck.model.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(r"(?:(?<=[\s(])[+-])?\d+(?:[.,/:]\d+)*(?: ?[%‰])?|[^\W\d_]+")
# Words that stand in too many places tell little; how many places are looked at in all, and are kept.
_MOST_PLACES = 5_000
_MOST_WINDOWS = 64
_MARGIN = 24

Span = tuple[int, int]


def is_number(key: str) -> bool:
    """Whether a word is written in digits."""
    return not key[0].isalpha()


def word_of(text: str) -> str:
    """Return a word or numeral as it is compared: in small letters, a per cent sign right behind its number."""
    return text.lower().replace(" ", "")


def word_spans(text: str, start: int, end: int) -> list[Span]:
    """Return where the words and numerals of a stretch begin and end."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]


def mask(text: str) -> str:
    """Return text with every digit as 0, so that numbers of one shape look alike."""
    for digit in "123456789":
        text = text.replace(digit, "0")
    return text


class WordIndex:
    """Where the words of a text stand. A numeral is found by its digits, and by its shape."""

    def __init__(self, text: str) -> None:
        self._text = text
        places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _TOKEN.finditer(text):
            places[word_of(match[0])].append(match.start())
        for key in [key for key in places if is_number(key)]:
            shape = mask(key)
            places["#" + shape] += places[key]
        self._places = dict(places)

    def windows(self, quote: str) -> list[tuple[int, int]]:
        """Return the stretches that share most with a quote, the likeliest first; rare words count for more."""
        known: dict[tuple[str, int], int] = {}
        for start, end in word_spans(quote, 0, len(quote)):
            word = word_of(quote[start:end])
            for key in (word, "#" + mask(word)) if is_number(word) else (word,):
                if key in self._places:
                    known[key, start] = len(self._places[key])
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
