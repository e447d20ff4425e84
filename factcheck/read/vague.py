"""Words that hint at a number and state none: "vài trăm", "hàng chục nghìn", "several thousand", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity, Vague
from factcheck.read.language import Language
from factcheck.read.lexicon import alternation
from factcheck.read.spotted import Hint
from factcheck.read.text import Uniform

_BEFORE = frozenset(" \n(")


def spot_vague(page: Uniform, language: Language, hints: Sequence[Hint], taken: Sequence[Quantity]) -> Iterator[Vague]:
    """Yield the vague numbers of a text, in order, where no quantity was read (``taken``).

    ``hints`` are the places where one may begin.
    """
    lower, pattern = page.lower, _pattern(language)
    index, last = 0, -1
    for place, _ in hints:
        if place <= last or (place and lower[place - 1] not in _BEFORE) or not (match := pattern.match(lower, place)):
            continue
        start, last = match.span()
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index < len(taken) and taken[index].start < last:
            continue
        few, many, unit = _worth(match, language)
        meant = Interval(few * unit, many * unit, high_open=True)
        yield Vague(match[0], meant, page.original(start), page.original(last))


def vague_words(language: Language) -> tuple[str, ...]:
    """Return patterns for the words that a vague number may begin with."""
    known = language.in_words
    units = alternation(known.vague_units)
    return (
        *(f"{re.escape(word)} {units}" for word in sorted(known.vague)),
        *(f"{re.escape(word)} [^\\W\\d_]" for word in sorted(known.vague_alone)),
        *(f"{re.escape(word)}(?!\\w)" for word in known.vague_plurals),
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    known = language.in_words
    units = alternation(known.vague_units)
    alone = f"|(?P<alone>{alternation(known.vague_alone)})(?= [^\\W\\d_])" if known.vague_alone else ""
    plurals = alternation(known.vague_plurals)
    many = f"|(?P<plurals>{plurals}(?: of {plurals})*)" if known.vague_plurals else ""
    return re.compile(f"(?P<word>{alternation(known.vague)})(?P<units>(?: {units})+){alone}{many}")


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
