"""The words and signs beside a number that say on which side of it the truth lies, and which way it moved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from factcheck.model.comparator import Comparator
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple
from factcheck.read.language import Phrase
from factcheck.read.lexicon import Lexicon, comparator_behind, trie_match
from factcheck.read.spotted import Hedge, Numeral

_SIGNS = {
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "±": Comparator.ABOUT,
    "≥": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.OVER,
    "<": Comparator.UNDER,
    ">=": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
}
# Looked for before the patterns are: few numerals have one.
_SIGN_ENDS = frozenset("".join(_SIGNS) + ".")
_LONGEST_SIGN = len(">= ")
_SIGN_BEFORE = lazy_pattern("([<>]=|[~≈±≥≤<>]) ?\\Z")
_CIRCA = lazy_pattern(r"(?:^|\W)c\.\Z")
_NEXT = lazy_pattern(r"[ -]([^\W\d_]+)")
_GROWN_ON = lazy_pattern(r"-([^\W\d_]+)(?!\w)")
_GAPS = frozenset(" -")
_MOST_ADVERBS = 3
_AHEAD = 48
_SMALL = 10
_BARE = Hedge()
_KNOWN_PHRASES = 1 << 12


class _Said(NamedTuple):
    """What the words before a numeral say by themselves, and what else beside it may change about that.

    ``hedge`` is None where they end like a hedge and are none. ``distance`` is what they mean if they tell how
    far two figures lie apart, ``excess`` that they do so from a plan only, ``in_doubt`` what they mean before a small
    number or a duration.
    """

    hedge: Hedge | None
    distance: Hedge | None = None
    excess: bool = False
    in_doubt: Hedge | None = None


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
    found = _BARE
    if left and left[0] in words.hedge_words:
        hedge, apart, excess, in_doubt = _said(tuple(takewhile(words.hedge_vocabulary.__contains__, left)), words)
        if hedge is None:
            return _BARE
        if apart is not None and (distance or _is_measured(lower, end, words, excess=excess)):
            # "Cao hơn 3 điểm phần trăm": higher by 3.
            return apart
        found = hedge
        if in_doubt is not None and ((counts and _is_small(numeral)) or _is_duration(lower, end, words)):
            found = in_doubt
    elif lower[max(0, start - 2) : start].rstrip()[-1:] in _SIGN_ENDS:
        found = _signed(lower, start, left, words)
    return _with_right(lower, end, found, words) if found.comparator is None else found


def _signed(lower: str, start: int, left: Sequence[str], words: Lexicon) -> Hedge:
    """Return what a sign right before a numeral says: "≥ 30", "c.1,000"."""
    before = max(0, start - _LONGEST_SIGN)
    if ("c.",) in words.language.left.comparators and _CIRCA.search(lower, before, start):
        return Hedge(Comparator.ABOUT, clues=(("comparator", ("c.",)),))
    sign = None if left and left[0].isalpha() else _SIGN_BEFORE.search(lower, before, start)
    if sign is None:
        return _BARE
    return Hedge(_SIGNS[sign[1]], doubtful=sign[1] == "±", clues=(("comparator", (sign[1],)),))


def is_steady(left: Sequence[str], words: Lexicon, *, scaled: bool) -> bool:
    """Whether what the words before a numeral say depends on them alone, and on the word behind one with a scale."""
    if not left or left[0] not in words.hedge_words:
        return True
    said = _said(tuple(takewhile(words.hedge_vocabulary.__contains__, left)), words)
    return said.distance is None and (said.in_doubt is None or scaled)


@lru_cache(maxsize=_KNOWN_PHRASES)
def _said(left: Sequence[str], words: Lexicon) -> _Said:
    """Return what the words before a numeral say. The same few phrases stand before most, so they are kept."""
    known = words.language.left
    comparator, phrase = None, ()
    if found := trie_match(words.hedges, left):
        (comparator, phrase), size = found
        if comparator is None:
            return _Said(None)
        left = left[size:]
    direction, move, rest = _direction(left, words)
    minus = bool(left) and left[0] in known.negatives and move not in known.no_moves
    if phrase in known.of_levels:
        direction = 0
    estimate = trie_match(words.estimates, left) or trie_match(words.estimates, rest)
    clues: list[tuple[str, Phrase]] = [("comparator", phrase)] if phrase else []
    if direction:
        clues.append(("direction", move))
    if estimate:
        clues.append(("estimate", estimate[0]))
    hedge = Hedge(comparator, phrase in known.doubtful, estimate is not None, direction, minus, tuple(clues))
    return _Said(
        hedge,
        Hedge(clues=(("distance", phrase),)) if phrase in known.comparatives or phrase in known.excesses else None,
        phrase in known.excesses,
        hedge._replace(doubtful=True) if phrase in known.doubtful_if_small else None,
    )


def _with_right(lower: str, end: int, found: Hedge, words: Lexicon) -> Hedge:
    """Add what stands behind the figure: "2,000+", "2,000-odd", "30 xã trở lên", "a 5% fall"."""
    following = lower[end : end + 1]
    if following == "+" and not lower[end + 1 : end + 2].isalnum():
        clues = (*found.clues, ("comparator", ("+",)))
        return found._replace(comparator=Comparator.AT_LEAST, doubtful=True, clues=clues)
    if following not in _GAPS:
        return found
    if following == "-" and (grown := _GROWN_ON.match(lower, end)):
        comparator = words.language.right.grown_on.get(grown[1])
        if comparator is not None:
            clues = (*found.clues, ("comparator", (grown[0],)))
            return found._replace(comparator=comparator, doubtful=True, clues=clues)
    if words.after_words.search(lower, end, end + _AHEAD) and (behind := words.after.match(lower, end)):
        # Behind the figure and at most a few words of a noun.
        phrase, comparator, doubtful = comparator_behind(behind, words.language)
        clues = (*found.clues, ("comparator", (" ".join(phrase),)))
        return found._replace(comparator=comparator, doubtful=doubtful, clues=clues)
    if not found.direction and words.moved and (moved := words.moved.match(lower, end)):
        clues = (*found.clues, ("direction", (moved["up"] or moved["down"],)))
        return found._replace(direction=1 if moved["up"] else -1, clues=clues)
    return found


def _is_measured(lower: str, end: int, words: Lexicon, *, excess: bool) -> bool:
    """Whether what a distance is measured against stands behind the figure."""
    against = words.plan if excess else words.base
    return against is not None and against.match(lower, end) is not None


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
