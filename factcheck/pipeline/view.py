"""A loaded registry, or a part of one, read, related and worked out for the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from factcheck.load.registry import Loaded
from factcheck.model.finding import Fault
from factcheck.model.registry import Registry
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Judgement, Readings, Verdict, View
from factcheck.read.quotes import read_registry
from factcheck.read.since import read_since
from factcheck.relate.figures import make_figures
from factcheck.relate.growth import make_growths
from factcheck.relate.instances import make_instances
from factcheck.relate.references import mixed_relations
from factcheck.relate.series import compare
from factcheck.relate.tilings import find_tilings
from factcheck.solve.contradictions import find_contradictions
from factcheck.solve.evaluate import judge_all
from factcheck.solve.growth import unchecked_growths, weigh

_NO_SOURCE = Why("it names no source to compare its dates with", "không ghi nguồn nên không so sánh được ngày")

# Where the claims stand that are next to one in its file, nearest first.
NEARBY = (-1, 1, -2, 2)
REACH = max(map(abs, NEARBY))


def build_view(
    loaded: Loaded,
    as_of: date,
    beside: Callable[[str, Mapping[str, Figure]], Iterable[Figure]] | None = None,
) -> tuple[View, list[Unchecked]]:
    """Read and relate a loaded registry; also returns what cannot be checked, and why.

    ``beside`` gives the figures of the claims that stand next to one in its file, for a registry that is part of
    a larger one; by default they are those of the registry itself.
    """
    registry = loaded.registry
    readings = read_registry(registry)
    figures = make_figures(registry, readings)
    compared = compare(figures.figures)
    mixed = list(mixed_relations(registry))
    refused = frozenset(relation.place for relation, _ in mixed)
    instances = make_instances(registry, figures.figures, refused)
    judged = judge_all(instances.instances, figures.figures)
    growths = make_growths(registry, figures.figures, figures.agreeing, read_since(registry))
    weighed = tuple(weigh(growth, figures.figures) for growth in growths)
    judgements = (*judged.judgements, *(each.settled for each in weighed if each.settled))
    near = beside or _beside(registry)
    contradictions = find_contradictions(
        lambda claim: near(claim, figures.figures),
        readings,
        figures.figures,
        figures.agreeing,
        figures.mismatches,
        judgements,
        compared.groups,
        compared.series,
    )
    faults: dict[str, tuple[Fault, ...]] = dict(loaded.faults)
    faults["malformed-claim"] = (*faults["malformed-claim"], *(fault for _, fault in mixed))
    view = View(
        registry=registry,
        readings=readings,
        figures=figures.figures,
        agreeing=figures.agreeing,
        mismatches=figures.mismatches,
        series=compared.series,
        groups=compared.groups,
        judgements=judgements,
        links=links_of(registry, judgements),
        faults=faults,
        as_of=as_of,
        apart=compared.apart,
        growths=weighed,
        conflicts=contradictions.conflicts,
        suggestions=contradictions.suggestions,
        tilings=find_tilings(compared.series),
    )
    unchecked = [
        *(Unchecked(claim.id, _NO_SOURCE, claim.place) for claim in registry.claims.values() if not claim.source),
        *(_in_other_language(claim, registry) for claim in readings.unread),
        *figures.unchecked,
        *compared.unchecked,
        *instances.unchecked,
        *judged.unchecked,
        *unchecked_growths(weighed),
    ]
    return view, unchecked


def view_of_whole(registry: Registry, readings: Readings, faults: Mapping[str, tuple[Fault, ...]], as_of: date) -> View:
    """Return a view for the rules that ask about a registry as a whole: nothing in it is related."""
    return View(
        registry=registry,
        readings=readings,
        figures={},
        agreeing={},
        mismatches={},
        series=(),
        groups=(),
        judgements=(),
        links={},
        faults=faults,
        as_of=as_of,
    )


def _in_other_language(claim: str, registry: Registry) -> Unchecked:
    source = registry.source_of(registry.claims[claim])
    code = source.language if source else ""
    why = Why(f"quotes in {code!r} cannot be read", f"không đọc được trích dẫn bằng tiếng {code!r}")
    return Unchecked(claim, why, registry.claims[claim].place)


def links_of(registry: Registry, judgements: Iterable[Judgement]) -> dict[str, frozenset[int]]:
    """Return for each claim the numbers of the relations and changes that tie it to others."""
    links: defaultdict[str, set[int]] = defaultdict(set)
    number = 0
    for judgement in judgements:
        if judgement.verdict is not Verdict.BROKEN:
            number += 1
            for name in judgement.instance.claims:
                links[name].add(number)
    for claim in registry.claims.values():
        if claim.change:
            number += 1
            links[claim.id].add(number)
            links[claim.change.of].add(number)
    return {claim: frozenset(numbers) for claim, numbers in links.items()}


def _beside(registry: Registry) -> Callable[[str, Mapping[str, Figure]], Iterable[Figure]]:
    """Return a function that gives the figures just before and after a claim in its file, nearest first."""

    @cache
    def places() -> Mapping[str, tuple[list[str], int]]:
        by_file: defaultdict[str, list[str]] = defaultdict(list)
        at: dict[str, tuple[list[str], int]] = {}
        for claim in registry.claims.values():
            names = by_file[claim.place.path]
            at[claim.id] = (names, len(names))
            names.append(claim.id)
        return at

    def near(claim: str, figures: Mapping[str, Figure]) -> Iterable[Figure]:
        names, at = places()[claim]
        for other in (at + step for step in NEARBY):
            if 0 <= other < len(names) and names[other] in figures:
                yield figures[names[other]]

    return near
