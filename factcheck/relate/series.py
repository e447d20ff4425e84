"""Which figures are compared: the same thing at the same time, and the same thing over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import groupby

from factcheck.model.period import Grain, Period
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Behaviour, Dimensions, Status
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Series, Step

_UNDATED = Why(
    "without a period it is compared with no other claim", "không có period nên không so sánh với khai báo nào"
)


class _Key(NamedTuple):
    metric: str
    dimensions: Dimensions
    unit: str
    status: Status
    source: str = ""


class Compared(NamedTuple):
    """Groups at one time, series over time, and what could take part in neither.

    ``apart`` are the groups of targets, estimates and forecasts for one time whose sources are several.
    """

    groups: tuple[tuple[Figure, ...], ...]
    apart: tuple[tuple[Figure, ...], ...]
    series: tuple[Series, ...]
    unchecked: tuple[Unchecked, ...]


def compare(figures: Mapping[str, Figure]) -> Compared:
    """Group the figures: one pass, no pairs.

    Comparable figures share metric, dimensions, unit and status. Stocks meet at the ends of their
    periods, cumulative counts at their ends if they start on the same day, all others where their
    periods are the same. What was aimed at or guessed is its source's own: it makes one fact with figures of the same
    source only.
    """
    by_time: defaultdict[tuple[_Key, date | None, date], list[Figure]] = defaultdict(list)
    apart: defaultdict[tuple[_Key, date | None, date], list[Figure]] = defaultdict(list)
    by_thing: defaultdict[tuple[_Key, date | None], list[Figure]] = defaultdict(list)
    undated: list[Unchecked] = []
    for figure in figures.values():
        claim = figure.claim
        key = _Key(claim.metric, claim.dimensions, figure.unit, claim.status)
        if figure.period is None:
            undated.append(Unchecked(claim.id, _UNDATED, claim.place))
            continue
        start = start_of(figure, figure.period)
        own = key
        if claim.status is not Status.ACTUAL:
            apart[key, start, figure.period.end].append(figure)
            own = key._replace(source=claim.source or "")
            key = own if claim.status.lies_ahead else key
        by_time[own, start, figure.period.end].append(figure)
        by_thing[key, start if figure.metric.behaviour is Behaviour.CUMULATIVE else None].append(figure)
    groups = tuple(tuple(sorted(group, key=_reported)) for group in by_time.values() if len(group) > 1)
    series = tuple(
        _series(members, behaviour, start)
        for (_, start), members in by_thing.items()
        if len(members) > 1 and (behaviour := members[0].metric.behaviour) is not None
    )
    several = (group for group in apart.values() if len({figure.claim.source for figure in group}) > 1)
    return Compared(groups, tuple(tuple(sorted(group, key=_reported)) for group in several), series, tuple(undated))


def _series(members: list[Figure], behaviour: Behaviour, start: date | None) -> Series:
    figures = tuple(sorted(members, key=_in_time))
    steps: list[Step] = []
    for alike in _alike(figures, behaviour):
        times = [list(group) for _, group in groupby(alike, key=_end)]
        for index in range(1, len(times)):
            before = times[index - 2][0] if index > 1 else None
            pair = _different_sources(times[index - 1], times[index])
            if pair:
                days = (_end(pair[1]) - _end(pair[0])).days
                steps.append(Step(pair[0], pair[1], before, days))
    return Series(members[0].metric, behaviour, start, figures, tuple(steps))


def _alike(figures: tuple[Figure, ...], behaviour: Behaviour) -> list[tuple[Figure, ...]]:
    """Return what may be compared from one report to the next: flows only over equal lengths."""
    if behaviour is not Behaviour.FLOW:
        return [figures]
    by_length: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        period = figure.period
        if period is None or period.start is None:
            continue
        calendar = period.grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR)
        whole = figure.claim.period == period
        by_length[period.grain if calendar and whole else period.days].append(figure)
    return [tuple(group) for group in by_length.values()]


def _different_sources(earlier: list[Figure], later: list[Figure]) -> tuple[Figure, Figure] | None:
    for one in earlier:
        for other in later:
            if one.claim.source != other.claim.source:
                return one, other
            if len({figure.claim.source for figure in later}) == 1:
                break
    return None


def _end(figure: Figure) -> date:
    if figure.period is None:
        raise ValueError(f"{figure.id} has no period")
    return figure.period.end


def start_of(figure: Figure, period: Period) -> date | None:
    """Return the day from which a figure counts, as far as it matters for comparing it."""
    if figure.metric.behaviour is Behaviour.STOCK:
        return None
    if figure.metric.behaviour is Behaviour.CUMULATIVE and (period.is_instant or period.start is None):
        return figure.metric.since
    return period.start


def _reported(figure: Figure) -> tuple[date, str, int, str]:
    place = figure.claim.place
    return (figure.published or date.max, place.path, place.line, figure.id)


def _in_time(figure: Figure) -> tuple[date, date, date, str, int, str]:
    start = figure.period.start if figure.period else None
    return (_end(figure), start or date.min, *_reported(figure))
