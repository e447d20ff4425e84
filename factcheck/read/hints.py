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
    """Return the places where words of numbers may begin, in order; the text's first word is always one."""
    return [0, *(match.end() for match in _pattern(language).finditer(lower))]


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    # Nothing is taken but the sign before, so that no hint hides another.
    return re.compile(f"{_BEFORE}(?={by_first_letters([*seeds(language), *vague_words(language)])})")
