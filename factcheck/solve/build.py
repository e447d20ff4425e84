"""From figures, relations and series to components: everything that the rules hold as hard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from factcheck.model.conflict import Link, Tie
from factcheck.model.exact import Exact
from factcheck.model.expression import Comparison, Reference, references
from factcheck.model.interval import NOT_NEGATIVE, SHARE, Interval
from factcheck.model.period import Period
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Behaviour
from factcheck.model.view import Figure, Instance, Judgement, Series, Verdict
from factcheck.solve.component import ANYTHING, Component, Reading
from factcheck.solve.rounding import rounded_side
from factcheck.solve.write import Term, member_of, write


class Tied(NamedTuple):
    """A link before it is put into a component: the figures that it ties (``id`` or ``id.of``), and how.

    ``broken`` tells whether it cannot hold even alone.
    """

    link: Link
    members: tuple[str, ...]
    holds: Comparison
    members_of: Mapping[Term, str]
    broken: bool = False


class Built(NamedTuple):
    """The components, and where each figure (``id`` or ``id.of``) stands: the component's number."""

    components: tuple[Component, ...]
    place: Mapping[str, int]


def build(
    figures: Mapping[str, Figure],
    judgements: Iterable[Judgement],
    groups: Iterable[tuple[Figure, ...]],
    series: Iterable[Series],
) -> Built:
    """Build every component of two figures or more.

    ``judgements`` are of relations, and of changes that can be taken in one way only.
    """
    fact = {name: name for name in figures}
    for group in groups:
        for figure in group:
            fact[figure.id] = group[0].id
    ties = [
        *(_tied(judgement.instance, broken=judgement.verdict is Verdict.BROKEN) for judgement in judgements),
        *_orders(series),
        *_parts(figures),
    ]
    for tied in ties:
        for member in tied.members:
            fact.setdefault(member, member)
    return _assemble(figures, fact, ties)


def _assemble(figures: Mapping[str, Figure], fact: Mapping[str, str], ties: Sequence[Tied]) -> Built:
    parent = {name: name for name in fact.values()}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for tied in ties:
        first = root(fact[tied.members[0]])
        for member in tied.members[1:]:
            parent[root(fact[member])] = first
    by_root: defaultdict[str, list[str]] = defaultdict(list)
    for name, stands_for in fact.items():
        by_root[root(stands_for)].append(name)
    tied_by_root: defaultdict[str, list[Tied]] = defaultdict(list)
    for tied in ties:
        tied_by_root[root(fact[tied.members[0]])].append(tied)
    components: list[Component] = []
    place: dict[str, int] = {}
    for key, names in by_root.items():
        if len(names) > 1:
            place.update(dict.fromkeys(names, len(components)))
            components.append(_component(names, figures, fact, tied_by_root[key]))
    return Built(tuple(components), place)


def _component(
    names: Iterable[str], figures: Mapping[str, Figure], fact: Mapping[str, str], ties: Iterable[Tied]
) -> Component:
    component = Component()
    about: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        about[fact[name]].append(name)
    variable: dict[str, int] = {}
    for stated in about.values():
        readings = [(name, *_reading(name, figures)) for name in stated]
        whole = all(is_whole for _, _, is_whole in readings)
        base = _natural(stated[0], figures, [interval for _, interval, _ in readings], whole=whole)
        number = component.add_variable(stated[0], base, integer=whole)
        for name, interval, _ in readings:
            variable[name] = number
            component.readings.append(Reading(name, number, interval))
    for tied in ties:
        if tied.broken:
            component.broken.add(len(component.links))
        component.links.append(tied.link)
        rounded = rounded_side(tied.holds, tied.members_of, figures)
        write(component, len(component.links) - 1, tied.holds, tied.members_of, variable, rounded)
    return component


def _reading(name: str, figures: Mapping[str, Figure]) -> tuple[Interval, bool]:
    claim, _, is_of = name.partition(".")
    figure = figures[claim]
    if is_of:
        value = of_value(figure)
        return Interval.point(value), value.denominator == 1
    return figure.hard, figure.whole_number


def of_value(figure: Figure) -> Exact:
    """Return the denominator of a figure; of two readings the whole number."""
    if figure.of is None:
        raise ValueError(f"{figure.id} has no denominator")
    return figure.of


def _natural(name: str, figures: Mapping[str, Figure], readings: Iterable[Interval], *, whole: bool) -> Interval:
    """Return what a fact can be whatever is claimed; nothing is known where a claim is outside of that itself."""
    figure = figures[name.partition(".")[0]]
    natural = ANYTHING
    if "." not in name and figure.metric.behaviour is Behaviour.SHARE:
        natural = SHARE
    elif whole and not figure.may_be_negative:
        natural = NOT_NEGATIVE
    return natural if all(natural.meets(interval) for interval in readings) else ANYTHING


def _tied(instance: Instance, *, broken: bool) -> Tied:
    """Return a relation as a link."""
    members = dict.fromkeys(member_of(reference, instance.members) for reference in references(instance.holds))
    link = Link(Tie.RELATION, instance.text, instance.claims, instance.origin)
    return Tied(link, tuple(members), instance.holds, instance.members, broken)


def _tie(kind: Tie, text: str, holds: Comparison, members: tuple[str, ...]) -> Tied:
    claims = tuple(dict.fromkeys(member.partition(".")[0] for member in members))
    return Tied(Link(kind, text, claims), members, holds, {(claim, ()): claim for claim in claims})


def _at_most(kind: Tie, smaller: str, larger: str) -> Tied:
    def reference(name: str) -> Reference:
        return Reference(name.partition(".")[0], 1, of=name.endswith(".of"))

    return _tie(
        kind, f"{smaller} <= {larger}", Comparison(reference(smaller), "<=", reference(larger)), (smaller, larger)
    )


def _parts(figures: Mapping[str, Figure]) -> Iterator[Tied]:
    """Yield that x of N is at most N."""
    for figure in figures.values():
        if figure.is_part:
            yield _at_most(Tie.PART, figure.id, f"{figure.id}.of")


def _orders(series: Iterable[Series]) -> Iterator[Tied]:
    for one in series:
        if one.behaviour is Behaviour.CUMULATIVE:
            yield from _growing(one)
        elif one.behaviour is Behaviour.FLOW:
            yield from _nested(one)


def _growing(series: Series) -> Iterator[Tied]:
    """Yield that a cumulative count never falls, from each day to the next."""
    before: Figure | None = None
    for figure in series.figures:
        if before and before.period and figure.period and before.period.end < figure.period.end:
            yield _at_most(Tie.CUMULATIVE, before.id, figure.id)
        before = figure


def _nested(series: Series) -> Iterator[Tied]:
    """Yield that a flow is at most that of a period around its own, from each to the next around it."""
    around: list[Figure] = []
    for figure in sorted(series.figures, key=lambda figure: (*_span(figure.period), figure.id)):
        period = figure.period
        if period is None:
            continue
        start = period.start or date.min
        around = [other for other in around if other.period and other.period.end >= start]
        if not figure.may_be_negative:
            outer = [other for other in around if _encloses(other.period, period)]
            for other in outer:
                if not any(_encloses(other.period, between.period) for between in outer if between.period):
                    yield _at_most(Tie.NESTED, figure.id, other.id)
        around.append(figure)


def _encloses(outer: Period | None, inner: Period | None) -> bool:
    if outer is None or inner is None or (outer.start, outer.end) == (inner.start, inner.end):
        return False
    return outer.holds(inner)


def _span(period: Period | None) -> tuple[int, int]:
    return ((period.start or date.min).toordinal(), -period.end.toordinal()) if period else (0, 0)
