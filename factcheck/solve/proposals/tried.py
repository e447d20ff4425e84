"""Everything that is tried among the figures of a source, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from factcheck.model.exact import Exact, magnitude
from factcheck.model.proposal import ProposalKind
from factcheck.model.quantity import Kind
from factcheck.model.record import NamedTuple, replace
from factcheck.model.registry import Behaviour, Dimensions
from factcheck.model.view import View
from factcheck.solve.proposals import chance
from factcheck.solve.proposals.ratios import Ratio, ShareHit, ShareSearch, multiple_of, ratio_of, share_chance
from factcheck.solve.proposals.sums import SumHit, SumSearch
from factcheck.solve.proposals.terms import Term

_FARTHER = Fraction(1, 4)
# The largest group of like figures of which each is divided by each.
_MOST_DIVIDED = 300


class Tried(NamedTuple):
    """All combinations of one kind: how many there were, and those that hold.

    ``weight`` is fixed beforehand: documents state sums of like figures more often than sums of anything.
    ``left_out`` tells that a group was too large for all of its combinations to be tried.
    """

    kind: ProposalKind
    combinations: int
    hits: tuple[SumHit | ShareHit, ...]
    weight: Fraction = Fraction(1)
    left_out: bool = False


def everything_tried(terms: list[Term], view: View, threshold: Fraction) -> Iterator[Tried]:
    """Yield what was tried of each kind among the terms of one source.

    What could never be as unlikely as ``threshold`` asks is counted, but not looked for.
    """
    counted = [term for term in terms if not term.is_share and not term.is_denominator and _adds(term)]
    # A zero fits every sum; it belongs to a breakdown all the same.
    counts = [term for term in counted if term.value]
    wholes = [term for term in terms if term.is_denominator]
    shares = [term for term in terms if term.is_share and 0 < term.value < 1]
    multiples = [term for term in terms if term.value > 1 and not term.is_denominator and _divides(term)]
    yield _breakdowns(counted)
    yield from _sums(counts, _alike, ProposalKind.SUM_ALIKE, threshold)
    yield from _sums(counts, lambda term: term.unit, ProposalKind.SUM, threshold)
    yield from _all_of_shares(shares)
    yield _same_wholes(counts, wholes)
    yield _quoted_shares(view, wholes, shares)
    own = [ratio_of(part, [whole]) for whole in wholes for part in counts if part.figure is whole.figure]
    yield _shares(own, shares, _time_and_dimensions, ProposalKind.OWN_SHARE)
    yield _shares(_pairs(counts, _alike), shares, _time_and_dimensions, ProposalKind.SHARE_ALIKE)
    farther = _shares(_pairs(counts, lambda term: term.unit), shares, lambda _: "", ProposalKind.SHARE)
    most = max(map(len, _grouped(counts, lambda term: term.unit)), default=0)
    yield farther._replace(weight=_FARTHER, left_out=most > _MOST_DIVIDED)
    yield _shares(_of_all_parts(counts), shares, _time_and_dimensions, ProposalKind.SHARE_OF_PARTS)
    times = _pairs(counts, lambda term: (term.unit, term.dimensions), upwards=True) if multiples else ()
    yield _shares(times, multiples, lambda term: term.dimensions, ProposalKind.MULTIPLE)


def _adds(term: Term) -> bool:
    return term.figure.metric.behaviour not in (Behaviour.MULTIPLE, Behaviour.RATIO, Behaviour.SHARE)


def _divides(term: Term) -> bool:
    return term.is_share or term.figure.metric.behaviour in (Behaviour.MULTIPLE, Behaviour.RATIO)


def _alike(term: Term) -> Hashable:
    return (term.unit, term.dimensions, term.end)


def _time_and_dimensions(term: Term) -> Hashable:
    return (term.dimensions, term.end)


def _grouped(terms: Iterable[Term], key: Callable[[Term], Hashable]) -> list[list[Term]]:
    groups: defaultdict[Hashable, list[Term]] = defaultdict(list)
    for term in terms:
        groups[key(term)].append(term)
    return list(groups.values())


class _Breakdown(NamedTuple):
    whole: Term | None
    parts: tuple[Term, ...]


def _by_dimension(terms: list[Term]) -> Iterator[_Breakdown]:
    """Yield what shares everything but the value of one dimension, with the figure that lacks that dimension."""
    wholes = {_without(term, frozenset()): term for term in terms}
    groups: defaultdict[tuple[Hashable, str], list[Term]] = defaultdict(list)
    for term in terms:
        for dimension in sorted(term.dimensions):
            groups[_without(term, frozenset({dimension})), dimension[0]].append(term)
    for (rest, _), parts in groups.items():
        if len(parts) > 1:
            yield _Breakdown(wholes.get(rest), tuple(parts))


def _without(term: Term, chosen: Dimensions) -> Hashable:
    return (term.metric, term.unit, term.figure.period, term.dimensions - chosen)


def _breakdowns(counts: list[Term]) -> Tried:
    tried = 0
    hits: list[SumHit] = []
    for whole, parts in _by_dimension(counts):
        if whole is None or not whole.value or sum(part.value > 0 for part in parts) < 2:  # noqa: PLR2004
            continue
        tried += 1
        hit = _adds_up(whole, parts)
        if hit:
            hits.append(hit)
    return Tried(ProposalKind.BREAKDOWN, tried, tuple(hits))


def _adds_up(whole: Term, parts: tuple[Term, ...]) -> SumHit | None:
    wide = sum((part.width for part in parts), whole.width + Fraction(0))
    difference = whole.value - sum((part.value for part in parts), Fraction(0))
    if 2 * magnitude(difference) > wide:
        return None
    grid = 0 if wide else min(term.grid for term in (whole, *parts))
    return SumHit(whole, parts, chance.of_value(wide + grid, whole.value))


def _sums(
    counts: list[Term], key: Callable[[Term], Hashable], kind: ProposalKind, threshold: Fraction
) -> Iterator[Tried]:
    searches = [(group, SumSearch(group)) for group in _grouped(counts, key) if len(group) > 2]  # noqa: PLR2004
    sizes = sorted({size for _, search in searches for size in search.sizes()})
    for size in sizes:
        fitting = [(group, search) for group, search in searches if size in search.sizes()]
        tried = sum(search.tried(term.value, size) for group, search in fitting for term in group)
        hits: list[SumHit] = []
        for group, search in fitting:
            for term in group:
                # What would be too common to propose is not looked for.
                widest = threshold * term.value * chance.LN_10 / tried if tried else Fraction(0)
                if widest >= (term.width or 1):
                    hits += search.hits(term.value, term.width, size, widest, term)
        weight = Fraction(1) if kind is ProposalKind.SUM_ALIKE and size == sizes[0] else _FARTHER
        yield Tried(kind, tried, tuple(hits), weight)
    if any(search.is_large for _, search in searches):
        yield Tried(kind, 0, (), left_out=True)


def _all_of_shares(shares: list[Term]) -> Iterator[Tried]:
    """Yield what adds up to 100 %: the shares of one metric along a dimension."""
    tried = 0
    hits: list[SumHit] = []
    for _, parts in _by_dimension(shares):
        tried += 1
        wide = sum((part.width for part in parts), Fraction(0))
        if 2 * magnitude(1 - sum((part.value for part in parts), Fraction(0))) <= wide:
            hits.append(SumHit(parts[0], parts, chance.of_value(wide, 1)))
    yield Tried(ProposalKind.ALL_OF_SHARES, tried, tuple(hits))


def _same_wholes(counts: list[Term], wholes: list[Term]) -> Tried:
    """Return what a denominator is equal to, among what is counted in the same unit and broken down alike."""
    tried = 0
    hits: list[SumHit] = []
    for group in _grouped([*counts, *wholes], lambda term: (term.unit, term.dimensions)):
        for one, other in combinations(group, 2):
            if one.figure is other.figure or not (one.is_denominator or other.is_denominator):
                continue
            whole, same = (one, other) if one.is_denominator else (other, one)
            low, high = chance.window(whole.value)
            if not low <= same.value <= high:
                continue
            tried += 1
            if whole.value == same.value and not same.width:
                grid = min(whole.grid, same.grid)
                hits.append(SumHit(whole, (same,), chance.of_value(grid, whole.value)))
    return Tried(ProposalKind.SAME_WHOLE, tried, tuple(hits))


def _quoted_shares(view: View, wholes: list[Term], shares: list[Term]) -> Tried:
    """Return the percentages whose own quote holds the two counts: "69% (184/265)"."""
    by_ratio: defaultdict[tuple[Exact, Exact], list[Term]] = defaultdict(list)
    for whole in wholes:
        by_ratio[whole.figure.value, whole.value].append(whole)
    tried = 0
    hits: list[ShareHit] = []
    for share in shares:
        reading = view.readings.quotes.get(share.figure.id)
        for quantity in reading.quantities if reading else ():
            if quantity.kind is not Kind.RATIO or quantity.of is None:
                continue
            for whole in by_ratio.get((quantity.value, quantity.of), ()):
                part = replace(whole, name=whole.figure.id, value=whole.figure.value, soft=whole.figure.soft)
                ratio = ratio_of(part, [whole])
                tried += ratio is not None
                if ratio is not None and ratio.range.meets(share.soft):
                    hits.append(ShareHit(share, ratio, share_chance(share, ratio)))
    return Tried(ProposalKind.QUOTED_SHARE, tried, tuple(hits))


def _pairs(counts: list[Term], key: Callable[[Term], Hashable], *, upwards: bool = False) -> Iterator[Ratio | None]:
    """Yield the smaller of two like figures by the larger, or the other way round."""
    for group in _grouped(counts, key):
        if len(group) > _MOST_DIVIDED:
            continue
        ordered = sorted(group, key=lambda term: (term.value, term.order))
        for small, large in combinations(ordered, 2):
            yield multiple_of(large, small) if upwards else ratio_of(small, [large])


def _of_all_parts(counts: list[Term]) -> Iterator[Ratio | None]:
    for _, parts in _by_dimension(counts):
        for part in parts:
            yield ratio_of(part, parts)


def _shares(
    ratios: Iterable[Ratio | None], shares: list[Term], key: Callable[[Term], Hashable], kind: ProposalKind
) -> Tried:
    """Return the percentages that ratios give, where percentage and part have the same key."""
    groups: defaultdict[Hashable, list[Ratio]] = defaultdict(list)
    for ratio in ratios:
        if ratio is not None:
            groups[key(ratio.part)].append(ratio)
    searches: Mapping[Hashable, ShareSearch] = {name: ShareSearch(group) for name, group in groups.items()}
    tried = 0
    hits: list[ShareHit] = []
    for share in shares:
        search = searches.get(key(share))
        if search is not None:
            tried += search.tried(share.value)
            hits += search.hits(share)
    return Tried(kind, tried, tuple(hits))
