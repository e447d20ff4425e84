"""Exceptions: which findings an ``allow`` covers, and which exceptions cover nothing any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from factcheck.gate.identity import number_text
from factcheck.model.finding import Fact, Fault, Finding
from factcheck.model.record import NamedTuple, replace
from factcheck.model.registry import Allow, Registry, Relation, TypedNumber


class Gated(NamedTuple):
    """The findings that count, those that an exception covers, and the faults of exceptions, by rule."""

    counted: list[Finding]
    allowed: list[Finding]
    faults: Mapping[str, tuple[Fault, ...]]


class Excepted(NamedTuple):
    """An exception with the id, or the text, of the record that it stands under; empty for one of a file."""

    owner: str
    allow: Allow
    is_relation: bool = False


def pass_allowed(
    findings: Iterable[Finding],
    exceptions: Sequence[Excepted],
    registry: Registry,
    as_of: date,
    rules: Collection[str],
) -> Gated:
    """Split findings by the exceptions that hold on the day ``as_of`` (``until`` included).

    ``rules`` are the names that an exception can give.

    An exception covers a finding of its rule that names exactly the record that holds it and the ids
    ``with`` it, and only as long as the values are those it was written for.
    """
    by_rule: defaultdict[str, list[Excepted]] = defaultdict(list)
    for exception in exceptions:
        by_rule[exception.allow.rule].append(exception)
    counted: list[Finding] = []
    allowed: list[Finding] = []
    used: set[Allow] = set()
    for finding in findings:
        covering = [each for each in by_rule[finding.rule] if _covers(each, finding, registry)]
        used.update(each.allow for each in covering)
        valid = [each for each in covering if not _expired(each.allow, as_of)]
        if valid:
            allowed.append(replace(finding, allowed_because=valid[0].allow.because))
        else:
            counted.append(finding)
    expired = tuple(_fault("expired", each) for each in exceptions if _expired(each.allow, as_of))
    unused = tuple(
        _fault("unused" if each.allow.rule in rules else "no-rule", each)
        for each in exceptions
        if each.allow not in used and not _expired(each.allow, as_of)
    )
    return Gated(counted, allowed, {"expired-allow": expired, "unused-allow": unused})


def exceptions_of(registry: Registry) -> Iterable[Excepted]:
    """Yield the exceptions of a registry: those of metrics, sources, claims, relations, then of files."""
    for records in (
        registry.metrics.values(),
        registry.sources.values(),
        registry.claims.values(),
        registry.relations,
    ):
        for record in records:
            for allow in record.allows:
                owner = record.id or (record.text if isinstance(record, Relation) else "")
                yield Excepted(owner, allow, is_relation=isinstance(record, Relation))
    for allow in registry.allows:
        yield Excepted("", allow)


def _expired(allow: Allow, as_of: date) -> bool:
    return allow.until is not None and as_of > allow.until


def _covers(exception: Excepted, finding: Finding, registry: Registry) -> bool:
    owner, allow, is_relation = exception
    named = frozenset(finding.fault.claims)
    others = frozenset(allow.others)
    if is_relation or (owner and finding.fault.facts.get("relation") == owner):
        # On a relation or a metric's breakdown the claims may be left out: the relation names them.
        exact = finding.fault.facts.get("relation") == owner and (not others or others in (named, named | {owner}))
    elif owner in registry.claims:
        exact = named == others | {owner}
    else:
        exact = named in (others, others | {owner}) and bool(named)
    return exact and all(_has_value(name, value, of, registry) for name, value, of in allow.values)


def _has_value(name: str, value: TypedNumber, of: TypedNumber | None, registry: Registry) -> bool:
    """Whether a claim has the value that an exception was written for; "65/63" pins the denominator too."""
    claim = registry.claims.get(name)
    if claim is None or number_text(claim.value) != number_text(value):
        return False
    return of is None or (claim.of is not None and number_text(claim.of) == number_text(of))


def _fault(wording: str, exception: Excepted) -> Fault:
    owner, allow, _ = exception
    facts: dict[str, Fact] = {
        "allowed": allow.rule,
        "ids": tuple(name for name in (owner, *allow.others) if name),
        "because": allow.because,
        "by": allow.by or "–",
    }
    if allow.until:
        facts["until"] = allow.until
    claims = tuple(name for name in (owner, *allow.others) if name)
    return Fault(wording, allow.place, claims, facts=facts)
