"""Where a number in words may begin, or words that only hint at a number: found in one pass over a text."""

from __future__ import annotations

import re
from functools import cache

from factcheck.read.language import Language
from factcheck.read.lexicon import by_first_letters
from factcheck.read.spelled import seeds
from factcheck.read.vague import vague_words

# What may stand before such words besides a space, which is looked for alone: a pattern that begins with one character
# is searched twice as fast as one that begins with any of several, and these far faster than one that looks behind.
_OTHERS_BEFORE = "[\\n(“\"'‘«/>-]"


def find_hints(lower: str, language: Language) -> list[int]:
    """Return the places where words of numbers may begin, in order."""
    behind_space, behind_others = _patterns(language)
    hints = [match.end() for match in behind_space.finditer(lower)]
    # A text begins as a line does.
    if others := [match.end() - 1 for match in behind_others.finditer("\n" + lower)]:
        hints = sorted(hints + others)
    return hints


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the place behind a space, and behind another such sign."""
    # Nothing is taken but the sign, so that no hint hides another.
    first = f"(?={by_first_letters([*seeds(language), *vague_words(language)])})"
    return re.compile(" " + first), re.compile(_OTHERS_BEFORE + first)
