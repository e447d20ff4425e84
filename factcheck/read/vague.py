"""Words that hint at a number and state none: "vài trăm", "hàng chục nghìn", "several thousand", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model.interval import Interval
from factcheck.model.quantity import Vague
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation


def spot_vague(lower: str, language: Language, taken: Sequence[tuple[int, int]]) -> Iterator[Vague]:
    """Yield the vague numbers of a text, in order, where no quantity was read (``taken``)."""
    index = 0
    for match in _pattern(language).finditer(" " + lower):
        start, end = match.start("whole") - 1, match.end("whole") - 1
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index < len(taken) and taken[index][0] < end:
            continue
        few, many, unit = _worth(match, language)
        yield Vague(lower[start:end], Interval(few * unit, many * unit, high_open=True), start, end)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    known = language.in_words
    units = alternation(known.vague_units)
    alone = f"|(?P<alone>{alternation(known.vague_alone)})(?= [^\\W\\d_])" if known.vague_alone else ""
    plurals = alternation(known.vague_plurals)
    many = f"|(?P<plurals>{plurals}(?: of {plurals})*)" if known.vague_plurals else ""
    return re.compile(f"[ \\n(](?P<whole>(?P<word>{alternation(known.vague)})(?P<units>(?: {units})+){alone}{many})")


def _worth(match: re.Match[str], language: Language) -> tuple[int, int, int]:
    """Return how few and how many of which unit the words may mean."""
    known = language.in_words
    found = match.groupdict()
    if found.get("alone"):
        few, many = known.vague[found["alone"]]
        return few, many, 1
    unit = 1
    if found.get("plurals"):
        few, many = known.plural_range
        for name in found["plurals"].split(" of "):
            unit *= known.vague_plurals[name]
        return few, many, unit
    few, many = known.vague[match["word"]]
    for name in match["units"].split():
        unit *= known.vague_units[name]
    return few, many, unit
