"""Where a number in words may begin, or words that only hint at a number: found in one pass over a text."""

from __future__ import annotations

import re
from functools import cache

from factcheck.read.language import Language
from factcheck.read.lexicon import by_first_letters
from factcheck.read.spelled import seeds
from factcheck.read.vague import vague_words

# What may stand before such words. A pattern that begins with one set of characters is searched far faster
# than one that looks behind itself.
_BEFORE = "[ \\n(“\"'‘«/>-]"


def find_hints(lower: str, language: Language) -> list[int]:
    """Return the places where words of numbers may begin, in order."""
    behind, first = _patterns(language)
    hints = [match.end() for match in behind.finditer(lower)]
    return [0, *hints] if first.match(lower) else hints


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the place behind such a sign, and for the beginning of a text."""
    # Nothing is taken but the sign, so that no hint hides another.
    first = f"(?={by_first_letters([*seeds(language), *vague_words(language)])})"
    return re.compile(_BEFORE + first), re.compile(first)
