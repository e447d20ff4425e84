"""Exceptions: which findings an ``allow`` covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from factcheck.model.finding import Finding
from factcheck.model.registry import Allow, Record, Registry


def split_allowed(findings: Iterable[Finding], registry: Registry, as_of: date) -> tuple[list[Finding], list[Finding]]:
    """Split findings into those that count and those that an exception covers on the day ``as_of``.

    An exception covers a finding of its rule that names exactly the record that holds it and the ids
    ``with`` it, and only as long as the values are those it was written for.
    """
    by_rule: defaultdict[str, list[tuple[Record, Allow]]] = defaultdict(list)
    for record in _records(registry):
        for allow in record.allows:
            if allow.until is None or as_of <= allow.until:
                by_rule[allow.rule].append((record, allow))
    counted: list[Finding] = []
    allowed: list[Finding] = []
    for finding in findings:
        covered = any(_covers(record, allow, finding, registry) for record, allow in by_rule[finding.rule])
        (allowed if covered else counted).append(finding)
    return counted, allowed


def _records(registry: Registry) -> Iterable[Record]:
    yield from registry.metrics.values()
    yield from registry.sources.values()
    yield from registry.claims.values()
    yield from registry.relations


def _covers(record: Record, allow: Allow, finding: Finding, registry: Registry) -> bool:
    named = frozenset(finding.fault.claims)
    others = frozenset(allow.others)
    if finding.fault.facts.get("relation") == record.id and record.id:
        # On a relation or a metric's breakdown the claims may be left out: the relation names them.
        exact = not others or others in (named, named | {record.id})
    else:
        exact = named == others | {record.id} or (record.id not in registry.claims and named == others)
    return exact and all(_raw_value(name, registry) == raw for name, raw in allow.values)


def _raw_value(name: str, registry: Registry) -> str:
    claim = registry.claims.get(name)
    return claim.value.raw if claim else ""
