"""Where a text is likely to be most like a phrase that is not in it.

A place that differs from a phrase in n letters still has one of any n + 1 pieces of the phrase as it is. So pieces are
looked for until there are more of them than the best place so far has differences: then no place is better. In a short
text they are looked for one after the other; of a long one, every other pair of words is kept once and for all.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factcheck.model.record import NamedTuple

# From so many characters on, pairs of words are quicker to look up than pieces of so many characters to look for.
_LONG = 5_000
_PIECE = 12
_SHORTEST_PIECE = 3
_FEWEST_PIECES = 3
_MOST_PIECES = 6
# A phrase of fewer words has too few pairs.
_MANY_WORDS = 8
# Pieces that stand in more places than these say nothing of any one of them; so many places are kept.
_MOST_PLACES = 5_000
_MOST_KEPT = 16
# Places with so many differences more than the best one are as good, until they are looked at word for word.
_AS_GOOD = 2
# Where no more than one letter in so many differs and pieces are many, no other place will be better.
_FEW = 5
_MANY_PIECES = 4
# What shares less with a phrase, in per cent, is not like it; scores so near to each other are as good.
_LEAST_ALIKE = 60
_AS_ALIKE = 5


class Likely(NamedTuple):
    """The likeliest places of a phrase's beginning, within how many characters, and whether no other can be better."""

    places: list[int]
    reach: int
    surely: bool


class LikelyPlaces:
    """A text in which phrases are looked for, both with small letters and each digit as 0.

    Where many places are as good, the text and the quote as they were (``unmasked``) tell them apart.
    """

    def __init__(self, masked: str, unmasked: str) -> None:
        self._text = masked
        self._unmasked = unmasked

    def of(self, phrase: str, unmasked: str) -> Likely:
        """Return where the text is most like a phrase, by pieces of the phrase."""
        words = phrase.split(" ")
        length = len(phrase)
        if len(self._text) >= _LONG and len(words) >= _MANY_WORDS:
            # Of two pairs that overlap, one is kept at any place.
            pieces, count, overlapping = self._by_pairs(words), (len(words) - 2) // 2, 2
        else:
            count = max(min(length // _PIECE, _MOST_PIECES), min(length // _SHORTEST_PIECE, _FEWEST_PIECES), 1)
            pieces, overlapping = self._by_pieces(phrase, count), 1
        differences: dict[int, int] = {}
        fewest = length
        for number, places in enumerate(pieces, 1):
            for place in places:
                if place in differences:
                    continue
                if len(differences) == _MOST_PLACES:
                    break
                there = self._text[place : place + length]
                found = Levenshtein.distance(phrase, there, score_cutoff=fewest + _AS_GOOD)
                differences[place] = found
                fewest = min(fewest, found)
            if fewest < number // overlapping:
                break
        reach = fewest + _AS_GOOD if fewest else 0
        good = [place for place, found in differences.items() if found <= reach]
        if len(good) > _MOST_KEPT:
            ratio = {place: fuzz.ratio(unmasked, self._unmasked[place : place + length]) for place in good}
            good = heapq.nsmallest(_MOST_KEPT, good, key=lambda place: (differences[place], -ratio[place], place))
        surely = fewest < count or (count >= _MANY_PIECES and fewest * _FEW <= length)
        return Likely(good, reach, surely)

    def _by_pieces(self, phrase: str, count: int) -> Iterator[Iterator[int]]:
        """Yield for each of so many pieces of a phrase the places at which the phrase would begin."""
        length = len(phrase)
        for number in range(count):
            begin = length * number // count
            yield self._found(phrase[begin : length * (number + 1) // count], begin)

    def _found(self, piece: str, begin: int) -> Iterator[int]:
        find = self._text.find
        at = find(piece)
        while at >= 0:
            yield at - begin if at > begin else 0
            at = find(piece, at + 1)

    def _by_pairs(self, words: list[str]) -> Iterator[Iterator[int]]:
        """Yield the same for each pair of words, but for the first and the last, which the text may write otherwise."""
        begin = len(words[0]) + 1
        for pair in pairwise(words[1:-1]):
            yield (at - begin if at > begin else 0 for at in self._pairs.get(pair, ()))
            begin += len(pair[0]) + 1

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where every other pair of words stands."""
        words = self._text.split(" ")
        offsets = accumulate(map(len, words), lambda offset, length: offset + length + 1, initial=0)
        pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for pair, offset in zip(zip(words[::2], words[1::2], strict=False), list(offsets)[::2], strict=False):
            pairs[pair].append(offset)
        return pairs


def alike(text: str, phrase: str, windows: Iterable[tuple[int, int]]) -> list[int]:
    """Return where a phrase would begin in those of a text's windows that are most like it."""
    found: list[tuple[float, int]] = []
    most = float(_LEAST_ALIKE)
    for first, last in windows:
        start = max(first, 0)
        part = fuzz.partial_ratio_alignment(phrase, text[start:last], score_cutoff=most)
        if part is not None:
            found.append((part.score, start + part.dest_start - part.src_start))
            most = max(most, part.score - _AS_ALIKE)
    return [max(place, 0) for score, place in found if score >= most]
