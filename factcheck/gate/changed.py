"""What changed in meaning between two states of a registry, whatever happened to its layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import NamedTuple

from factcheck.model.finding import Finding
from factcheck.model.place import Place
from factcheck.model.registry import Allow, Record, Registry

_LAYOUT = frozenset({"place", "fields", "allows"})


class Changed(NamedTuple):
    """The ids of records added, changed or removed, by kind; relations without an id go by their text."""

    metrics: frozenset[str]
    sources: frozenset[str]
    claims: frozenset[str]
    relations: frozenset[str]

    @property
    def everything(self) -> frozenset[str]:
        """All ids together."""
        return self.metrics | self.sources | self.claims | self.relations


def changed_records(before: Registry, after: Registry) -> Changed:
    """Compare two registries record by record."""
    return Changed(
        _changed(before.metrics, after.metrics),
        _changed(before.sources, after.sources),
        _changed(before.claims, after.claims) | _changed_exceptions(before, after),
        _changed(_relations(before), _relations(after)),
    )


def _relations(registry: Registry) -> dict[str, Record]:
    return {relation.id or relation.text: relation for relation in registry.relations}


def _changed(before: Mapping[str, Record], after: Mapping[str, Record]) -> frozenset[str]:
    added_or_changed = {
        name for name, record in after.items() if name not in before or meaning(before[name]) != meaning(record)
    }
    return frozenset(added_or_changed | (before.keys() - after.keys()))


def meaning(record: Record) -> tuple[object, ...]:
    """Return what a record says, without where it stands.

    Scalars count as typed: 44200 and 44_200 are one value but not one claim, and a baseline sees both.
    """
    parsed = tuple(getattr(record, each.name) for each in fields(record) if each.name not in _LAYOUT)
    typed = tuple(sorted((key, scalar.text) for key, scalar in record.fields.items()))
    return (type(record).__name__, parsed, typed, tuple(map(_of_exception, record.allows)))


def _of_exception(allow: Allow) -> Allow:
    return Allow(allow.rule, allow.because, Place(""), allow.others, allow.values, allow.by, allow.until)


def _changed_exceptions(before: Registry, after: Registry) -> frozenset[str]:
    old, new = set(map(_of_exception, before.allows)), set(map(_of_exception, after.allows))
    return frozenset(name for allow in old ^ new for name in allow.others)


def involves(finding: Finding, changed: Changed, registry: Registry) -> bool:
    """Whether a finding speaks of anything that changed: a claim, its metric or source, a relation."""
    fault = finding.fault
    if not changed.everything.isdisjoint(fault.claims):
        return True
    named = {str(fault.facts.get("relation", "")), str(fault.facts.get("name", ""))}
    if not changed.everything.isdisjoint(named):
        return True
    for name in fault.claims:
        claim = registry.claims.get(name)
        if claim and (claim.metric in changed.metrics or claim.source in changed.sources):
            return True
    return False
