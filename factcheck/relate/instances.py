"""Relations with the claims that stand for their names.

A relation over claims has one instance. One over metrics has an instance for every source, period,
status and remaining dimensions at which all of its members are claimed; a metric's ``breakdown`` is
such a relation that nobody has to write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from factcheck.model.expression import Comparison, Expression, Operation, Reference, references
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Behaviour, Dimensions, Metric, Registry, Relation, Status
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Instance
from factcheck.relate.series import start_of
from factcheck.relate.units import MixedUnitsError, refuse_mixed_units

_Term: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


class _Setting(NamedTuple):
    """What all members of an instance over metrics share."""

    source: str
    start: date | None
    end: date | None
    status: Status
    rest: Dimensions


class Instances(NamedTuple):
    """The instances, and the relations that have none or lack a member."""

    instances: tuple[Instance, ...]
    unchecked: tuple[Unchecked, ...]


def make_instances(registry: Registry, figures: Mapping[str, Figure], refused: frozenset[Place]) -> Instances:
    """Find the members of every relation; ``refused`` are the places of relations that cannot be used."""
    by_metric: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures.values():
        by_metric[figure.claim.metric].append(figure)
    instances: list[Instance] = []
    unchecked: list[Unchecked] = []
    for relation in registry.relations:
        if relation.place in refused:
            unchecked.append(_unchecked(relation, Why("it is malformed", "quan hệ sai dạng")))
        elif any(reference.name in registry.metrics for reference in references(relation.holds)):
            _over_metrics(relation, by_metric, figures, instances, unchecked)
        else:
            _over_claims(relation, figures, instances, unchecked)
    for metric in registry.metrics.values():
        instances += _breakdowns(metric, by_metric[metric.id], unchecked)
    return Instances(tuple(instances), tuple(unchecked))


def _name(relation: Relation) -> str:
    return relation.id or relation.text


def _unchecked(relation: Relation, why: Why, where: str = "") -> Unchecked:
    return Unchecked(_name(relation), why, relation.place_of("holds"), where)


def _no_figure(names: Iterable[str]) -> Why:
    listed = ", ".join(dict.fromkeys(names))
    return Why(f"no figure for {listed}", f"không có số liệu cho {listed}")


def _over_claims(
    relation: Relation,
    figures: Mapping[str, Figure],
    instances: list[Instance],
    unchecked: list[Unchecked],
) -> None:
    members: dict[_Term, str] = {}
    missing: list[str] = []
    for reference in references(relation.holds):
        if reference.name not in figures:
            missing.append(reference.name)
        elif reference.of and figures[reference.name].claim.of is None:
            missing.append(f"{reference.name}.of")
        members[reference.name, ()] = reference.name
    if missing:
        unchecked.append(_unchecked(relation, _no_figure(missing)))
    else:
        place = relation.place_of("holds")
        instance = Instance(_name(relation), place, relation.text, relation.holds, members)
        _add(instance, relation, figures, instances, unchecked)


def _add(
    instance: Instance,
    relation: Relation,
    figures: Mapping[str, Figure],
    instances: list[Instance],
    unchecked: list[Unchecked],
) -> None:
    try:
        refuse_mixed_units(instance, figures)
    except MixedUnitsError as error:
        why = Why(
            f"it adds or compares {error.one} and {error.other}", f"nó cộng hoặc so sánh {error.one} với {error.other}"
        )
        unchecked.append(_unchecked(relation, why))
    else:
        instances.append(instance)


def _over_metrics(
    relation: Relation,
    by_metric: Mapping[str, list[Figure]],
    figures: Mapping[str, Figure],
    instances: list[Instance],
    unchecked: list[Unchecked],
) -> None:
    terms = dict.fromkeys((reference.name, reference.selector) for reference in references(relation.holds))
    lacking: dict[tuple[object, ...], tuple[str, Why]] = {}
    settings = _settings(terms, by_metric)
    complete: set[tuple[object, ...]] = set()
    for setting, members in sorted(settings.items(), key=lambda item: _order(item[0])):
        report = (setting.source, setting.end, setting.status)
        missing = [_spelled(term) for term in terms if term not in members]
        missing += [
            f"{_spelled((reference.name, reference.selector))}.of"
            for reference in references(relation.holds)
            if reference.of and _lacks_of(members.get((reference.name, reference.selector)), figures)
        ]
        if not missing:
            complete.add(report)
            place = relation.place_of("holds")
            instance = Instance(_name(relation), place, relation.text, relation.holds, members)
            _add(instance, relation, figures, instances, unchecked)
        else:
            where = f"{setting.source or '–'}, {setting.end or '–'}"
            lacking.setdefault(report, (where, _no_figure(missing)))
    # A breakdown finer than the relation is no gap in it: one line a report, and only where nothing held.
    unchecked += [
        _unchecked(relation, why, where) for report, (where, why) in lacking.items() if report not in complete
    ]
    if not settings:
        unchecked.append(
            _unchecked(relation, Why("no source has any of its members", "không nguồn nào có các thành phần"))
        )


def _lacks_of(claim: str | None, figures: Mapping[str, Figure]) -> bool:
    return claim is not None and figures[claim].claim.of is None


def _settings(terms: Mapping[_Term, None], by_metric: Mapping[str, list[Figure]]) -> dict[_Setting, dict[_Term, str]]:
    """Return the members by setting.

    A stock counts at the end of its period, so it takes part in every setting that ends on that day: what is
    received in a year is what is resolved in it and what is open at its end.
    """
    settings: defaultdict[_Setting, dict[_Term, str]] = defaultdict(dict)
    stocks: defaultdict[_Setting, dict[_Term, str]] = defaultdict(dict)
    for term in terms:
        metric, selector = term
        for figure in by_metric.get(metric, ()):
            if figure.claim.dimensions.issuperset(selector):
                found = stocks if figure.metric.behaviour is Behaviour.STOCK else settings
                found[_setting(figure, frozenset(selector))].setdefault(term, figure.id)
    spans: defaultdict[_Setting, list[_Setting]] = defaultdict(list)
    for setting in settings:
        spans[setting._replace(start=None)].append(setting)
    for at_end, members in stocks.items():
        for setting in spans.get(at_end, [at_end]):
            settings[setting].update(members)
    return settings


def _setting(figure: Figure, chosen: Dimensions) -> _Setting:
    claim, period = figure.claim, figure.period
    start, end = (start_of(figure, period), period.end) if period else (None, None)
    return _Setting(claim.source, start, end, claim.status, claim.dimensions - chosen)


def _order(setting: _Setting) -> tuple[str, date, date, str, int, list[tuple[str, str]]]:
    start, end = setting.start or date.min, setting.end or date.min
    return (setting.source, end, start, setting.status, len(setting.rest), sorted(setting.rest))


def _spelled(term: _Term) -> str:
    metric, selector = term
    chosen = ", ".join(f"{dimension}={value}" for dimension, value in selector)
    return f"{metric}[{chosen}]" if chosen else metric


def _breakdowns(metric: Metric, figures: list[Figure], unchecked: list[Unchecked]) -> Iterator[Instance]:
    """Yield an instance wherever the whole and parts of a breakdown are claimed.

    With every part they must add up; while one is missing, the others may not exceed the whole (counts are
    never negative), and the sum is listed as not checked.
    """
    for dimension, values in metric.breakdown:
        whole = Reference(metric.id, 1)
        parts = [Reference(metric.id, 1, selector=((dimension, value),)) for value in values]
        terms = dict.fromkeys((reference.name, reference.selector) for reference in (whole, *parts))
        settings = _settings(terms, {metric.id: figures})
        for setting, members in sorted(settings.items(), key=lambda item: _order(item[0])):
            known = [part for part in parts if (part.name, part.selector) in members]
            if (whole.name, whole.selector) not in members or not known:
                continue
            missing = [_spelled((part.name, part.selector)) for part in parts if part not in known]
            operator = "=" if not missing else ">="
            text = f"{metric.id} {operator} " + " + ".join(_spelled((part.name, part.selector)) for part in known)
            holds = Comparison(whole, operator, _sum_of(known))
            if missing:
                where = f"{setting.source or '–'}, {setting.end or '–'}"
                place = metric.place_of("breakdown")
                unchecked.append(Unchecked(metric.id, _no_figure(missing), place, where))
            if not missing or not any(figure.may_be_negative for figure in figures):
                yield Instance(metric.id, metric.place, text, holds, members)


def _sum_of(parts: list[Reference]) -> Expression:
    total: Expression = parts[0]
    for part in parts[1:]:
        total = Operation("+", total, part, 1)
    return total
