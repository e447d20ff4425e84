"""What changed in meaning between two states of a registry, whatever happened to its layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from factcheck.model.finding import Finding
from factcheck.model.record import NamedTuple, names_of
from factcheck.model.registry import Allow, Quote, Record, Registry, TypedNumber

_LAYOUT = frozenset({"place", "fields", "allows", "runs", "label_en", "title", "publisher", "sha256", "ignores"})


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
    """Return what a record says, without where it stands, how it was typed, and words for people."""
    parsed = tuple(_plain(getattr(record, name)) for name in names_of(record) if name not in _LAYOUT)
    return (type(record).__name__, parsed, tuple(map(_of_exception, record.allows)))


def _plain(value: object) -> object:
    if isinstance(value, TypedNumber):
        return value.readings
    if isinstance(value, Quote):
        return tuple(unicodedata.normalize("NFC", part) for part in (value.exact, value.prefix, value.suffix))
    return value


def _of_exception(allow: Allow) -> tuple[object, ...]:
    values = tuple((name, value.readings, of.readings if of else ()) for name, value, of in allow.values)
    return (allow.rule, allow.because, allow.others, values, allow.by, allow.until)


def _changed_exceptions(before: Registry, after: Registry) -> frozenset[str]:
    old = {_of_exception(allow): allow for allow in before.allows}
    new = {_of_exception(allow): allow for allow in after.allows}
    return frozenset(name for key in old.keys() ^ new.keys() for name in (old.get(key) or new[key]).others)


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
