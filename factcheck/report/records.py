"""Findings as plain data for JSON. The form is versioned and mapped by hand, so that internals may change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from factcheck.model.exact import Exact, plain
from factcheck.model.finding import Amount, Days, Fact, Finding, Range, Rate, Repair, Sayings, Where
from factcheck.model.format import format_rate, format_where, say
from factcheck.model.interval import Interval
from factcheck.model.place import Place
from factcheck.model.report import Report
from factcheck.model.severity import Severity
from factcheck.model.unchecked import Unchecked

VERSION = 1


def summary_record(report: Report) -> dict[str, object]:
    """Return the counts of a report."""
    summary = report.summary
    return {
        "files": summary.files,
        "sources": summary.sources,
        "metrics": summary.metrics,
        "claims": summary.claims,
        "claims_with_quote": summary.claims_with_quote,
        "relations": summary.relations,
        "relations_checked": summary.relations_checked,
        **{f"{severity}s": summary.findings.get(severity, 0) for severity in Severity},
        "allowed": summary.allowed,
        "known": summary.known,
        "not_checked": len(report.unchecked),
        "as_of": summary.as_of.isoformat(),
    }


def finding_record(finding: Finding) -> dict[str, object]:
    """Return one finding; numbers are texts, so that none is rounded on the way."""
    fault = finding.fault
    facts = _facts(fault.facts)
    if finding.folded:
        facts["folded"] = [f"{folded.rule}: {folded.message}" for folded in finding.folded]
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "claims": list(fault.claims),
        **_place(fault.place),
        "related": [{"claim": claim, **_place(place)} for claim, place in fault.related],
        "facts": facts,
        **({"repairs": [_repair(repair) for repair in finding.repairs]} if finding.repairs else {}),
        "fingerprint": finding.fingerprint,
        **({"allowed_because": finding.allowed_because} if finding.allowed_because else {}),
    }


def _facts(facts: Mapping[str, Fact]) -> dict[str, object]:
    return {name: _fact(fact) for name, fact in facts.items()}


def _repair(repair: Repair) -> dict[str, str]:
    return {"claim": repair.claim, "value": repair.value, "why": repair.why}


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}


def unchecked_record(entry: Unchecked) -> dict[str, object]:
    """Return one thing that was not checked."""
    return {"what": entry.what, "why": entry.reason("en"), **(_place(entry.place) if entry.place else {})}


def _fact(fact: Fact) -> object:
    match fact:
        case Amount():
            return _number(fact.value, fact.unit)
        case Range():
            return interval_record(fact.interval, fact.unit)
        case Days() | Rate():
            return str(fact.number) if isinstance(fact, Days) else format_rate(fact.value, "en").replace(",", "")
        case Where():
            return format_where(fact, "en")
        case date():
            return fact.isoformat()
        case bool() | int() | Fraction():
            return plain(fact)
        case Sayings():
            return [{"text": say(part, "en"), **_facts(part.facts)} for part in fact.parts]
        case tuple():
            return list(fact)
        case str():
            return str(fact)


def fact_record(fact: Fact) -> object:
    """Return one fact as data."""
    return _fact(fact)


def _number(value: Exact, unit: str) -> str:
    return plain(value * 100) + unit if unit in ("%", "pp") else plain(value)


def interval_record(interval: Interval, unit: str = "") -> dict[str, object]:
    """Return the ends of an interval; an infinite one is null and open."""
    return {
        "low": None if interval.low is None else _number(interval.low, unit),
        "high": None if interval.high is None else _number(interval.high, unit),
        "low_open": interval.low is None or interval.low_open,
        "high_open": interval.high is None or interval.high_open,
    }
