"""Which quantities of a document its claims account for.

A claim covers its own figure in the place of its quote, and every repetition of the same statement: the same figure
with the same comparator, where most of the quote's words, and many of those around it, stand around it again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model.anchor import Anchor
from factcheck.model.coverage import Accounted, How, SourceCoverage
from factcheck.model.document import Document
from factcheck.model.exact import magnitude
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Claim, Ignore, Quote, Source
from factcheck.read.anchor import Anchors

_SENTENCE_END = lazy_pattern(r"[.!?](?=\s)|[;…]|\n(?=\s*(?:\n|[-–•*+]))")
_WORD = lazy_pattern(r"[^\W\d_]+")
_SCALES = (1, 10**3, 10**6, 10**9, 10**12)
_REACH = 120
_CONTEXT = 40
# How much of the quote's words, and of the words around its figure, a repetition must have around its own.
_MOST_OF_THE_QUOTE = 0.75
_MUCH_OF_THE_CONTEXT = 0.5
_FEWEST_WORDS = 3


class _Covered(NamedTuple):
    """A figure with its claim: the words of the quote, and those around the figure."""

    claim: Claim
    quote: frozenset[str]
    around: frozenset[str]


def cover(
    source: Source,
    document: Document,
    anchors: Anchors,
    quantities: Sequence[Quantity],
    claims: Iterable[tuple[Claim, Anchor]],
) -> SourceCoverage:
    """Account for each quantity of a document: by a claim, a repetition, an exception, or not at all."""
    starts = [quantity.start for quantity in quantities]
    own = _own_figures(quantities, starts, claims)
    left_out = _left_out(source.ignores, anchors, quantities, starts)
    around = [_words_around(document.text, quantities, index) for index in range(len(quantities))]
    covered: defaultdict[tuple[object, ...], list[_Covered]] = defaultdict(list)
    for index, claim in own.items():
        words = _words(claim.quote.exact if claim.quote else "")
        covered[_figure(quantities[index])].append(_Covered(claim, words, around[index]))
    spot = document.spots()
    figures: list[Accounted] = []
    needed: set[int] = set()
    for index, quantity in enumerate(quantities):
        how, by = How.UNCOVERED, ""
        if index in own:
            how, by = How.CLAIM, own[index].id
        elif index in left_out:
            how, by = How.IGNORED, source.ignores[left_out[index][0]].because
            needed.update(left_out[index])
        else:
            repeated = next((each for each in covered[_figure(quantity)] if _repeats(each, around[index])), None)
            if repeated:
                how, by = How.REPEAT, repeated.claim.id
        before, after = _line_around(document.text, quantity)
        figures.append(Accounted(quantity, spot(quantity.start), how, by, before, after))
    idle = tuple(ignore for index, ignore in enumerate(source.ignores) if index not in needed)
    return SourceCoverage(source.id, source.document, tuple(figures), idle)


def _own_figures(
    quantities: Sequence[Quantity], starts: Sequence[int], claims: Iterable[tuple[Claim, Anchor]]
) -> Mapping[int, Claim]:
    """Return which quantity, by number, is the figure of which claim.

    It lies in the quote's place and is the claim's value, or is the only quantity there.
    """
    own: dict[int, Claim] = {}
    for claim, anchor in claims:
        within = range(bisect_left(starts, anchor.start), bisect_left(starts, anchor.end))
        inside = [index for index in within if quantities[index].end <= anchor.end]
        for index in inside:
            if len(inside) == 1 or _is_value(quantities[index], claim):
                own.setdefault(index, claim)
    return own


def _is_value(quantity: Quantity, claim: Claim) -> bool:
    # As typed, or in a unit of thousands or more: whether it is the right one is for the check to say.
    values = {magnitude(reading.value) * scale for reading in claim.value.readings for scale in _SCALES}
    readings = [quantity.value, *([quantity.also] if quantity.also is not None else [])]
    return any(magnitude(value) in values for value in readings)


def _figure(quantity: Quantity) -> tuple[object, ...]:
    """Return what two figures must have in common for one to repeat the other."""
    # Two ranges may share an end, which is not all that they say.
    ends = quantity.hard if quantity.kind == "range" else None
    return (quantity.kind, quantity.value, quantity.of, quantity.unit, quantity.comparator, ends)


def _repeats(covered: _Covered, around: frozenset[str]) -> bool:
    if len(covered.quote & around) < _MOST_OF_THE_QUOTE * len(covered.quote):
        return False
    shared = len(covered.around & around)
    fewer = min(len(covered.around), len(around))
    if fewer < _FEWEST_WORDS:
        return covered.around == around
    return shared >= max(_FEWEST_WORDS, _MUCH_OF_THE_CONTEXT * fewer)


def _words(text: str) -> frozenset[str]:
    return frozenset(match[0].lower() for match in _WORD.finditer(text))


def _words_around(text: str, quantities: Sequence[Quantity], index: int) -> frozenset[str]:
    """Return the words of the sentence around a quantity, as far as the quantities next to it."""
    quantity = quantities[index]
    first = max(quantities[index - 1].end if index else 0, quantity.start - _REACH)
    following = quantities[index + 1].start if index + 1 < len(quantities) else len(text)
    last = min(following, quantity.end + _REACH)
    before, after = text[first : quantity.start], text[quantity.end : last]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    if match := _SENTENCE_END.search(after):
        after = after[: match.start()]
    return _words(before) | _words(after)


def _left_out(
    ignores: Sequence[Ignore], anchors: Anchors, quantities: Sequence[Quantity], starts: Sequence[int]
) -> Mapping[int, list[int]]:
    """Return by which exceptions a quantity is left out; both go by their numbers."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, ignore in enumerate(ignores):
        for start, end in _stretches(ignore, anchors):
            # One that begins before the stretch and reaches into it is left out too.
            first = max(bisect_left(starts, start) - 1, 0)
            for index in range(first, bisect_left(starts, end)):
                if quantities[index].end > start and number not in found[index]:
                    found[index].append(number)
    return {index: numbers for index, numbers in found.items() if numbers}


def _stretches(ignore: Ignore, anchors: Anchors) -> Iterator[tuple[int, int]]:
    """Yield what an exception covers, as offsets; nothing where its words are no longer in the document."""
    if ignore.quote:
        for place in anchors.every(ignore.quote):
            yield place.start, place.end
        return
    begin = 0
    if ignore.begin:
        found = anchors.every(Quote(ignore.begin))
        if not found:
            return
        begin = found[0].start
    end = len(anchors.original)
    if ignore.end:
        after = [place.end for place in anchors.every(Quote(ignore.end)) if place.start >= begin]
        if not after:
            return
        end = after[0]
    yield begin, end


def _line_around(text: str, quantity: Quantity) -> tuple[str, str]:
    """Return the words before and after a quantity on its line, as far as some forty characters reach."""
    reach = max(quantity.start - _CONTEXT, 0)
    before, after = text[reach : quantity.start], text[quantity.end : quantity.end + _CONTEXT]
    # A word is not cut in two where there is a space to cut at.
    if "\n" not in before and reach and not text[reach - 1].isspace():
        before = before.partition(" ")[2] or before
    if "\n" not in after and not text[quantity.end + _CONTEXT : quantity.end + _CONTEXT + 1].isspace():
        after = after if quantity.end + _CONTEXT >= len(text) else after.rpartition(" ")[0] or after
    return before.rpartition("\n")[2], after.partition("\n")[0]
