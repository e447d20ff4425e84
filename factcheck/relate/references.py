"""Names that stand for nothing: metrics, sources and claims that no file defines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from factcheck.model.expression import references
from factcheck.model.finding import Fact, Fault
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Claim, Record, Registry, Relation

_LIKELY = 70


class Unknown(NamedTuple):
    """A name that is not defined where it was looked for: ``kind`` says as what, ``record`` which record names it."""

    kind: str
    record: str
    name: str
    place: Place


def unknown_names(registry: Registry) -> Iterator[Unknown]:
    """Yield each name that a registry, or a part of one, does not define; it may be defined elsewhere."""
    for claim in registry.claims.values():
        yield from _of_claim(claim, registry)
    for relation in registry.relations:
        for reference in references(relation.holds):
            if reference.name not in registry.claims and reference.name not in registry.metrics:
                place = relation.place_at(reference.column)
                yield Unknown("claim or metric", relation.id, reference.name, place)
    for records in (registry.claims.values(), registry.relations):
        for record in records:
            yield from unknown_in_allows(record)


def unknown_in_allows(record: Record) -> Iterator[Unknown]:
    """Yield the names in a record's exceptions, whether they are defined or not."""
    for allow in record.allows:
        for name in (*allow.others, *(name for name, *_ in allow.values)):
            yield Unknown("record", record.id, name, allow.place)


def _of_claim(claim: Claim, registry: Registry) -> Iterator[Unknown]:
    if claim.metric not in registry.metrics:
        yield Unknown("metric", claim.id, claim.metric, claim.place_of("metric"))
    if claim.source and claim.source not in registry.sources:
        yield Unknown("source", claim.id, claim.source, claim.place_of("source"))
    if claim.change and claim.change.of not in registry.claims:
        yield Unknown("claim", claim.id, claim.change.of, claim.place_of("change"))


def unknown_references(unknown: Iterable[Unknown], registry: Registry, relations: Iterable[str]) -> tuple[Fault, ...]:
    """Return a fault for each of these names that nothing in the whole registry defines, with the likeliest one meant.

    ``relations`` are the ids of relations. Where a file could not be read to its end, a name may well be defined in
    the lost part: then nothing is called unknown.
    """
    if registry.incomplete:
        return ()
    claims_and_metrics = dict.fromkeys([*registry.claims, *registry.metrics])
    known: dict[str, Collection[str]] = {
        "metric": registry.metrics,
        "source": registry.sources,
        "claim": registry.claims,
        "claim or metric": claims_and_metrics,
        "record": claims_and_metrics | dict.fromkeys([*relations, *registry.sources]),
    }
    return tuple(
        _fault(each, known[each.kind])
        for each in unknown
        if each.name not in known[each.kind] and each.name not in registry.unread
    )


def _fault(unknown: Unknown, known: Collection[str]) -> Fault:
    from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(unknown.name, list(known), score_cutoff=_LIKELY)
    facts: dict[str, Fact] = {"kind": unknown.kind, "name": unknown.name, "record": unknown.record}
    if best:
        facts["suggestion"] = str(best[0])
    wording = "unknown-suggestion" if best else "unknown"
    return Fault(wording, unknown.place, (unknown.record,) if unknown.record else (), facts=facts)


def mixed_relations(registry: Registry) -> Iterator[tuple[Relation, Fault]]:
    """Yield the relations that speak of claims and of metrics at once."""
    for relation in registry.relations:
        names = list(references(relation.holds))
        claims = [name for name in names if name.name in registry.claims]
        metrics = [name for name in names if name.name in registry.metrics]
        wrong = metrics[:1] if claims else []
        selected = [name for name in claims if name.selector]
        if wrong:
            facts: dict[str, Fact] = {"claim": claims[0].name, "metric": wrong[0].name}
            yield relation, Fault("expression-mixed", relation.place_at(wrong[0].column), facts=facts)
        elif selected:
            facts = {"claim": selected[0].name}
            yield relation, Fault("expression-selected-claim", relation.place_at(selected[0].column), facts=facts)
