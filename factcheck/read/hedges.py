"""The words and signs beside a number that say on which side of it the truth lies."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.comparator import Comparator
from factcheck.read.language import Language
from factcheck.read.neighbours import longest_suffix, phrase_after

_SIGNS = {
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "≥": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.OVER,
    "<": Comparator.UNDER,
}


class Hedge(NamedTuple):
    """A comparator, the words left of it, whether it announces an estimate, whether it may mean nothing."""

    comparator: Comparator | None
    left: tuple[str, ...]
    estimated: bool
    doubtful: bool


def find_hedge(lower: str, start: int, end: int, left: tuple[str, ...], language: Language) -> Hedge:
    """Return the hedge of a numeral that stands from ``start`` to ``end``; ``left`` are the words before."""
    comparator, doubtful = None, False
    if size := longest_suffix(left, language.before):
        words = left[-size:]
        comparator, doubtful, left = language.before[words], words in language.doubtful, left[:-size]
    elif sign := _SIGNS.get(lower[:start].rstrip()[-1:]):
        comparator, left = sign, ()
    elif lower[end : end + 1] == "+" and not lower[end + 1 : end + 2].isalnum():
        comparator, doubtful = Comparator.AT_LEAST, True
    else:
        comparator = phrase_after(lower, end, language.after)
    return Hedge(comparator, left, bool(longest_suffix(left, language.estimates)), doubtful)
