"""Where a number in words may begin, or words that only hint at a number: found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.read.language import Language
from factcheck.read.lexicon import by_first_letters
from factcheck.read.spelled import seeds
from factcheck.read.spotted import Hint
from factcheck.read.vague import vague_words

# What may stand before such words besides a space.
_OTHERS_BEFORE = "\\n(“\"'‘«/>-"
# In a text of more characters than this a space is looked for alone: a pattern that begins with one character is
# searched twice as fast as one that begins with any of several, and these far faster than one that looks behind.
_LONG = 5_000


def find_hints(lower: str, language: Language) -> list[Hint]:
    """Return the places where words of numbers may begin, in order."""
    # A text begins as a line does.
    text = "\n" + lower
    if len(text) <= _LONG:
        return list(_hints(text, f"[ {_OTHERS_BEFORE}]", language))
    hints = list(_hints(text, " ", language))
    if others := list(_hints(text, f"[{_OTHERS_BEFORE}]", language)):
        hints = sorted(hints + others)
    return hints


def _hints(text: str, signs: str, language: Language) -> Iterator[Hint]:
    for match in _behind(signs, language).finditer(text):
        yield Hint(match.end() - 1, match.end(1) - 1 if match[1] else -1)


@cache
def _behind(sign: str, language: Language) -> re.Pattern[str]:
    """Return a pattern for the place behind a sign; nothing is taken but this, so that no hint hides another."""
    spelled, vague = by_first_letters(seeds(language)), by_first_letters(vague_words(language))
    return re.compile(f"{sign}(?=({spelled})|{vague})")
