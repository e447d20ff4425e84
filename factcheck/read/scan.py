"""The scanner: finds the digits of a text and looks around them. It knows no language.

Each run of digits is first asked whether its shape or the words beside it make it something else (a
date, the number of a document, a level …); what is left is a quantity, whose scale, unit, comparator
and direction are looked for right beside it. Numbers in words come last, where no digits were read.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import TypeAlias

from factcheck.model.quantity import Quantity, Vague
from factcheck.model.record import NamedTuple
from factcheck.model.scanned import Part
from factcheck.read.exactly import Figure, make_quantity
from factcheck.read.explain import parts_of
from factcheck.read.general import read_digits_at
from factcheck.read.hints import find_hints
from factcheck.read.language import Language
from factcheck.read.lexicon import Lexicon, lexicon
from factcheck.read.other import NEXT_LEVEL, Other
from factcheck.read.quick import quick_at, quick_pattern
from factcheck.read.spelled import spot_in_words
from factcheck.read.spotted import Hint, Spotted
from factcheck.read.text import Uniform, uniform
from factcheck.read.vague import spot_vague

Found: TypeAlias = Spotted | Figure | Other


class Scan(NamedTuple):
    """Everything that the numbers of a text are: quantities, other things, what fits nothing, vague words."""

    quantities: tuple[Quantity, ...]
    others: tuple[Other, ...]
    vague: tuple[Vague, ...] = ()
    explained: tuple[tuple[Part, ...], ...] = ()


def scan(text: str, language: Language, *, explain: bool = False) -> Scan:
    """Read all quantities of a text, in order; with ``explain`` also which words gave which part of each."""
    return scan_page(uniform(text), text, language, explain=explain)


def scan_page(page: Uniform, text: str, language: Language, *, explain: bool = False) -> Scan:
    """Read a text that was made uniform as ``page``."""
    collecting = gc.isenabled()
    # Many small records that all live on: each pass of the collector would find nothing.
    gc.disable()
    try:
        return _scan(page, text, language, explain=explain)
    finally:
        if collecting:
            gc.enable()


def _scan(page: Uniform, text: str, language: Language, *, explain: bool) -> Scan:
    quantities: list[Quantity] = []
    others: list[Other] = []
    explained: list[tuple[Part, ...]] = []
    hints = find_hints(page.lower, language)
    for found in _spot(page, text, lexicon(language), hints):
        if isinstance(found, Other):
            others.append(found)
            continue
        if isinstance(found, Figure):
            quantity = found
        elif found.numeral is None:
            others.append(Other(found.kind, page.original(found.start), page.original(found.end)))
            continue
        else:
            quantity = make_quantity(found, page, text)
        quantities.append(quantity)
        if explain:
            explained.append(parts_of(quantity.spotted(), quantity, page))
    vague = tuple(spot_vague(page, language, hints, quantities)) if hints else ()
    return Scan(tuple(quantities), tuple(others), vague, tuple(explained))


def _spot(page: Uniform, text: str, words: Lexicon, hints: Sequence[Hint]) -> list[Found]:
    found = _spot_digits(page, text, words)
    if hints and (in_words := spot_in_words(page, words, hints, found)):
        found = [*_without_wholes(found, in_words), *in_words]
        found.sort(key=lambda each: each.start)
    return found


def _without_wholes(digits: list[Found], in_words: Sequence[Spotted]) -> list[Found]:
    """Leave out the digits that are the whole of a part in words: the 22 of "nine out of 22"."""
    wholes = {each.of.start for each in in_words if each.of is not None and each.of.end > each.of.start}
    return [each for each in digits if each.start not in wholes] if wholes else digits


def _spot_digits(page: Uniform, text: str, words: Lexicon) -> list[Found]:
    """Read the digits of a text one after the other."""
    found: list[Found] = []
    position, pattern = 0, quick_pattern(words)
    # What was composed has moved, and what follows a level closely may be another one: no words alone tell that.
    slowly_up_to = 0 if page.offsets is None else len(text)
    while True:
        for match in pattern.finditer(page.lower, position):
            start = match.start()
            if start < position:
                if match.end() <= position:
                    continue
                # What was read ends inside of this match.
                break
            quick = None if start < slowly_up_to else quick_at(page, text, match, start, words)
            if quick is None:
                each, end = read_digits_at(page, start, words, _last(found))
                if each.kind == "level":
                    slowly_up_to = max(slowly_up_to, each.end + NEXT_LEVEL + 1)
                found.append(_behind(each, position))
                position = max(end, each.end)
                if position < match.end(1):
                    # What looked like a date was none.
                    break
            else:
                found.append(quick if quick.start >= position else _behind(quick, position))
                position = quick.end
        else:
            return found


def _behind(found: Found, position: int) -> Found:
    """Return what was found without what was read before: "quý" of a quarter may have been taken by another number."""
    return found if found.start >= position or isinstance(found, Figure) else found._replace(start=position)


def _last(found: Sequence[Found]) -> Spotted | None:
    """Return what was found last in the form in which the general way asks for it."""
    last = found[-1] if found else None
    if isinstance(last, Figure):
        return last.spotted()
    return Spotted(*last) if isinstance(last, Other) else last
