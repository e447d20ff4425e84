"""Flows over shorter periods that make up a longer one: two halves and their year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from factcheck.model.registry import Behaviour
from factcheck.model.view import Figure, Series, Tiling

# The months of a year, and hardly a figure has more parts.
_FEWEST, _MOST_PARTS = 3, 12
_MOST_LOOKED_AT = 400
_DAY = timedelta(days=1)
_SOON = timedelta(days=15)

_Span: TypeAlias = tuple[date, date]


def find_tilings(series: Iterable[Series]) -> tuple[Tiling, ...]:
    """Return for each flow the fewest others whose periods, put one after the other, are its own.

    Those of its own source come first; where these do not suffice, the newest report of each period is taken, and so
    is that of the whole.
    """
    return tuple(
        tiling
        for each in series
        if each.behaviour is Behaviour.FLOW and len(each.figures) >= _FEWEST
        for tiling in _tilings(each.figures)
    )


def _tilings(figures: Sequence[Figure]) -> Iterator[Tiling]:
    if all(len(ends) == 1 for ends in _by_start(filter(None, map(_span, figures))).values()):
        # Nothing begins with something longer.
        return
    by_source: defaultdict[str, dict[_Span, Figure]] = defaultdict(dict)
    newest: dict[_Span, Figure] = {}
    for figure in sorted(figures, key=_reported):
        span = _span(figure)
        if span is not None:
            # Of two for one period the newer, or else the last by name: they are compared elsewhere.
            by_source[figure.claim.source or ""][span] = figure
            newest[span] = figure
    told: set[_Span] = set()
    for known in (*by_source.values(), newest):
        if known is newest and len(by_source) == 1:
            return
        from_start = _by_start(known)
        for span in [each for each in known if known is not newest or each not in told]:
            if parts := _parts(span, from_start):
                told.add(span)
                yield Tiling(known[span], tuple(known[part] for part in parts))


def _reported(figure: Figure) -> tuple[date, str]:
    return (figure.published or date.min, figure.id)


def _span(figure: Figure) -> _Span | None:
    period, stated = figure.period, figure.claim.period
    if period is None or period.start is None or period.start >= period.end:
        return None
    # A report on a half-year that comes out two days before its end is on all of it.
    early = stated is not None and timedelta() < stated.end - period.end <= _SOON
    return (period.start, stated.end if early and stated else period.end)


def _by_start(spans: Iterable[_Span]) -> Mapping[date, list[date]]:
    """Return for each first day the last days, the latest first."""
    found: defaultdict[date, set[date]] = defaultdict(set)
    for start, end in spans:
        found[start].add(end)
    return {start: sorted(ends, reverse=True) for start, ends in found.items()}


def _parts(whole: _Span, from_start: Mapping[date, Sequence[date]]) -> tuple[_Span, ...]:
    """Return the fewest periods that make up another, the longer ones first; none where there are none."""
    first, last = whole
    ways: list[tuple[_Span, ...]] = [()]
    reached = {first}
    for _ in range(_MOST_PARTS):
        longer: list[tuple[_Span, ...]] = []
        for way in ways:
            start = way[-1][1] + _DAY if way else first
            for end in from_start.get(start, ()):
                if end == last and way:
                    return (*way, (start, end))
                if end < last and end + _DAY not in reached and len(reached) < _MOST_LOOKED_AT:
                    reached.add(end + _DAY)
                    longer.append((*way, (start, end)))
        ways = longer
    return ()
