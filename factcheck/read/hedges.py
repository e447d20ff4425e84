"""The words and signs beside a number that say on which side of it the truth lies, and which way it moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.comparator import Comparator
from factcheck.read.language import Phrase
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
_NEXT = re.compile(r"[ -]([^\W\d_]+)")
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
    distance: bool = False,
) -> Hedge:
    """Return how a numeral that stands from ``start`` to ``end`` is meant.

    ``left`` are the words before, nearest first; ``counts`` says that no unit stands behind it,
    ``distance`` that percentage points do.
    """
    language = words.language
    comparator, doubtful, estimated, direction, minus = None, False, False, 0, False
    clues: tuple[tuple[str, Phrase], ...] = ()
    phrase: Phrase = ()
    if left and left[0] in words.last_words:
        if found := trie_match(words.hedges, left):
            (comparator, phrase), size = found
            if phrase in language.left.comparatives and (distance or words.base.match(lower, end)):
                # "Cao hơn 3 điểm phần trăm": higher by 3.
                return Hedge(clues=(("distance", phrase),))
            if comparator is None:
                return _BARE
            clues = (("comparator", phrase),)
            doubtful = phrase in language.left.doubtful or (
                phrase in language.left.doubtful_if_small
                and ((counts and _is_small(numeral)) or _is_duration(lower, end, words))
            )
            left = left[size:]
        direction, move, rest = _direction(left, words)
        if phrase in language.left.of_levels:
            direction = 0
        minus = bool(left) and left[0] in language.left.negatives
        if direction:
            clues = (*clues, ("direction", move))
        if estimate := trie_match(words.estimates, left) or trie_match(words.estimates, rest):
            estimated, clues = True, (*clues, ("estimate", estimate[0]))
    elif sign := _SIGNS.get(lower[max(0, start - 2) : start].rstrip()[-1:]):
        comparator, clues = sign, (("comparator", (lower[max(0, start - 2) : start].strip(),)),)
    if comparator is None:
        if lower[end : end + 1] == "+" and not lower[end + 1 : end + 2].isalnum():
            comparator, doubtful, clues = Comparator.AT_LEAST, True, (*clues, ("comparator", ("+",)))
        elif behind := words.after.match(lower, end):
            # "30 xã trở lên": behind the figure and at most a few words of a noun.
            comparator = comparator_of(behind, language)
            clues = (*clues, ("comparator", (behind["phrase"],)))
    if not direction and not phrase and (moved := words.moved.match(lower, end)):
        # "A 5% fall".
        direction = 1 if moved["up"] else -1
        clues = (*clues, ("direction", (moved["up"] or moved["down"],)))
    if not clues:
        return _BARE
    return Hedge(comparator, doubtful, estimated, direction, minus, clues)


def _is_duration(lower: str, end: int, words: Lexicon) -> bool:
    """Whether "over ten years" may tell of a time that something takes."""
    following = _NEXT.match(lower, end)
    return following is not None and following[1] in words.language.heads.durations


def _is_small(numeral: Numeral) -> bool:
    return (
        numeral.scale == 1
        and not numeral.digits.decimals
        and numeral.written is None
        and int(numeral.digits.whole) < _SMALL
    )


def _direction(left: Sequence[str], words: Lexicon) -> tuple[int, Phrase, Sequence[str]]:
    """Return -1 after a word of decrease, 1 after one of increase, with an adverb or two between.

    Also returns the word, and what stands before it.
    """
    for _ in range(_MOST_ADVERBS + 1):
        if found := trie_match(words.moves, left):
            (direction, phrase), size = found
            return direction, phrase, left[size:]
        if not left or left[0] not in words.language.left.adverbs:
            break
        left = left[1:]
    return 0, (), left
