"""Names that stand for nothing: metrics, sources and claims that no file defines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from factcheck.model.expression import references
from factcheck.model.finding import Fact, Fault
from factcheck.model.place import Place
from factcheck.model.registry import Claim, Record, Registry, Relation

_LIKELY = 70


def unknown_references(registry: Registry) -> tuple[Fault, ...]:
    """Return a fault for each name that is defined nowhere.

    Where a file could not be read to its end, a name may well be defined in the lost part: then nothing
    is called unknown.
    """
    if registry.incomplete:
        return ()
    return tuple(_all(registry))


def _all(registry: Registry) -> Iterator[Fault]:
    known = {**registry.claims, **registry.metrics}
    relations = {relation.id: relation for relation in registry.relations if relation.id}
    for claim in registry.claims.values():
        yield from _of_claim(claim, registry)
    for relation in registry.relations:
        for reference in references(relation.holds):
            if reference.name not in known:
                place = relation.place_at(reference.column)
                yield from _unknown("claim or metric", relation.id, reference.name, place, known, registry)
    records: list[Record] = [
        *registry.metrics.values(),
        *registry.sources.values(),
        *registry.claims.values(),
        *registry.relations,
    ]
    anything: dict[str, object] = {**known, **relations, **registry.sources}
    for record in records:
        for allow in record.allows:
            for name in (*allow.others, *(name for name, *_ in allow.values)):
                if name not in anything:
                    yield from _unknown("record", record.id, name, allow.place, anything, registry)


def _of_claim(claim: Claim, registry: Registry) -> Iterator[Fault]:
    if claim.metric not in registry.metrics:
        place = claim.place_of("metric")
        yield from _unknown("metric", claim.id, claim.metric, place, registry.metrics, registry)
    if claim.source and claim.source not in registry.sources:
        place = claim.place_of("source")
        yield from _unknown("source", claim.id, claim.source, place, registry.sources, registry)
    if claim.change and claim.change.of not in registry.claims:
        place = claim.place_of("change")
        yield from _unknown("claim", claim.id, claim.change.of, place, registry.claims, registry)


def _unknown(
    kind: str,
    record: str,
    name: str,
    place: Place,
    known: Collection[str] | Mapping[str, object],
    registry: Registry,
) -> Iterator[Fault]:
    if name in registry.unread:
        return
    from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(name, list(known), score_cutoff=_LIKELY)
    facts: dict[str, Fact] = {"kind": kind, "name": name, "record": record}
    if best:
        facts["suggestion"] = str(best[0])
    wording = "unknown-suggestion" if best else "unknown"
    yield Fault(wording, place, (record,) if record else (), facts=facts)


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
