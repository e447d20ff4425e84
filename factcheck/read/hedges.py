"""The words and signs beside a number that say on which side of it the truth lies, and which way it moved."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.comparator import Comparator
from factcheck.read.lexicon import Lexicon, comparator_of, trie_match
from factcheck.read.spotted import Hedge, Numeral

_SIGNS = {
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "±": Comparator.ABOUT,
    "≥": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.OVER,
    "<": Comparator.UNDER,
}
_MOST_ADVERBS = 3
_SMALL = 10
_BARE = Hedge()


def find_hedge(
    lower: str,
    start: int,
    end: int,
    left: Sequence[str],
    numeral: Numeral,
    words: Lexicon,
    *,
    counts: bool = False,
) -> Hedge:
    """Return how a numeral that stands from ``start`` to ``end`` is meant.

    ``left`` are the words before, nearest first; ``counts`` says that no unit stands behind it.
    """
    language = words.language
    comparator, doubtful, estimated, direction = None, False, False, 0
    if left and left[0] in words.last_words:
        if found := trie_match(words.hedges, left):
            (comparator, phrase), size = found
            doubtful = phrase in language.left.doubtful or (
                counts and phrase in language.left.doubtful_if_small and _is_small(numeral)
            )
            left = left[size:]
        estimated = trie_match(words.estimates, left) is not None
        direction, rest = _direction(left, words)
        estimated = estimated or trie_match(words.estimates, rest) is not None
    elif sign := _SIGNS.get(lower[max(0, start - 2) : start].rstrip()[-1:]):
        comparator = sign
    if comparator is None:
        if lower[end : end + 1] == "+" and not lower[end + 1 : end + 2].isalnum():
            comparator, doubtful = Comparator.AT_LEAST, True
        else:
            comparator = _behind(lower, end, words)
    if comparator is None and not direction and not estimated:
        return _BARE
    return Hedge(comparator, doubtful, estimated, direction)


def _is_small(numeral: Numeral) -> bool:
    return (
        numeral.scale == 1
        and not numeral.digits.decimals
        and numeral.written is None
        and int(numeral.digits.whole) < _SMALL
    )


def _behind(lower: str, end: int, words: Lexicon) -> Comparator | None:
    """Return the comparator of a phrase behind the figure and at most a few words of a noun ("30 xã trở lên")."""
    found = words.after.match(lower, end)
    return comparator_of(found, words.language) if found else None


def _direction(left: Sequence[str], words: Lexicon) -> tuple[int, Sequence[str]]:
    """Return -1 after a word of decrease, 1 after one of increase, with an adverb or two between."""
    for _ in range(_MOST_ADVERBS + 1):
        if found := trie_match(words.moves, left):
            return found[0], left[found[1] :]
        if not left or left[0] not in words.language.left.adverbs:
            break
        left = left[1:]
    return 0, left
