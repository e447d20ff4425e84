"""What makes a finding the same finding tomorrow: its rule, its claims and their raw values, never a line."""

from __future__ import annotations

from factcheck.model.exact import plain
from factcheck.model.finding import Finding, Identity
from factcheck.model.registry import Registry, TypedNumber

# The facts besides values that make a fault what it is.
_LINES = frozenset({"first", "first_line", "column", "folder"})
_TELLING = ("text", "quote", "name", "period", "key", "got")


def identity(finding: Finding, registry: Registry) -> Identity:
    """Return the identity of a finding.

    The values are those of its claims (with denominators) and labels of metrics, and what else the fault is
    about: a quote, a name, a period, a relation's text. A finding about no claim is known by its file
    and facts.
    """
    fault = finding.fault
    values = [(name, value_text(name, registry)) for name in fault.claims]
    values += [(fact, str(fault.facts[fact])) for fact in _TELLING if fact in fault.facts]
    if not fault.claims or finding.rule == "duplicate-id":
        telling = (f"{key}={fact}" for key, fact in sorted(fault.facts.items()) if key not in _LINES)
        values.append((fault.place.path, "; ".join(telling)))
    return Identity(finding.rule, fault.wording, fault.claims, tuple(values))


def value_text(name: str, registry: Registry) -> str:
    """Return what was typed as the value of a claim, grouping apart, or the label of a metric."""
    claim = registry.claims.get(name)
    if claim:
        return number_text(claim.value) + (f"/{number_text(claim.of)}" if claim.of else "")
    metric = registry.metrics.get(name)
    return metric.label if metric else ""


def number_text(number: TypedNumber) -> str:
    """Write a typed number in one way: ``44_200`` and ``44200`` alike, both readings of ``44.200``."""
    return "|".join(
        plain(reading.value * 100) + "%" if reading.percent else plain(reading.value) for reading in number.readings
    )
