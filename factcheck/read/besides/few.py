"""Words that count without being numbers: "none of the 14", "zero deaths", "a single case", "không có ca nào"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted, exactly
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation


def few(quoted: Quoted) -> Iterator[Quantity]:
    """Yield a count for each such word."""
    for found in _few(quoted.language).finditer(quoted.text):
        yield exactly(quoted.language.few[found[0].lower()], Kind.COUNT, found)


@cache
def _few(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(language.few)}(?!\w)", re.IGNORECASE)
