"""Two states of a registry compared, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from factcheck.gate.changed import meaning
from factcheck.model.difference import ChangedFigure, Difference
from factcheck.model.exact import Exact, divide
from factcheck.model.finding import Finding
from factcheck.model.registry import Claim, Registry


def difference(
    before: Registry, after: Registry, found_before: Iterable[Finding], found_after: Iterable[Finding], as_of: date
) -> Difference:
    """Compare two registries and what was found in each; findings are the same if their fingerprints are."""
    old, new = before.claims, after.claims
    both = [name for name in new if name in old]
    changed = [_changed(old[name], new[name]) for name in both if _figure(old[name]) != _figure(new[name])]
    figures = {change.new.id for change in changed}
    reworded = [new[name] for name in both if name not in figures and meaning(old[name]) != meaning(new[name])]
    was = {finding.fingerprint: finding for finding in found_before}
    now = {finding.fingerprint: finding for finding in found_after}
    return Difference(
        added=tuple(new[name] for name in new if name not in old),
        removed=tuple(old[name] for name in old if name not in new),
        changed=tuple(changed),
        reworded=tuple(reworded),
        appearing=tuple(finding for key, finding in now.items() if key not in was),
        disappearing=tuple(finding for key, finding in was.items() if key not in now),
        as_of=as_of,
    )


def _figure(claim: Claim) -> tuple[object, ...]:
    values = tuple((reading.value, reading.percent) for reading in claim.value.readings)
    of = tuple(reading.value for reading in claim.of.readings) if claim.of else ()
    return (values, of, claim.comparator, claim.unit)


def _changed(old: Claim, new: Claim) -> ChangedFigure:
    was, now = _only(old), _only(new)
    if was is None or now is None:
        return ChangedFigure(old, new, None, None)
    return ChangedFigure(old, new, now - was, divide(now, was) if was else None)


def _only(claim: Claim) -> Exact | None:
    readings = claim.value.readings
    return readings[0].value if len(readings) == 1 else None
