"""What makes a finding the same finding tomorrow: its rule, its claims and their raw values, never a line."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from factcheck.model.finding import Finding
from factcheck.model.registry import Registry


class Identity(NamedTuple):
    """Rule, kind of fault, ids, and what was typed for each: change a value and it is another finding."""

    rule: str
    fault: str
    claims: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


def identity(finding: Finding, registry: Registry) -> Identity:
    """Return the identity of a finding.

    The values are those of its claims (with denominators), labels of metrics, and a relation's text; a
    finding about none of these is known by its file and message.
    """
    fault = finding.fault
    values = [(name, raw_value(name, registry)) for name in fault.claims]
    if "text" in fault.facts:
        values.append(("relation", str(fault.facts["text"])))
    if not fault.claims:
        values.append((fault.place.path, finding.english))
    return Identity(finding.rule, fault.wording, fault.claims, tuple(values))


def raw_value(name: str, registry: Registry) -> str:
    """Return what was typed as the value of a claim, or the label of a metric."""
    claim = registry.claims.get(name)
    if claim:
        return claim.value.raw + (f"/{claim.of.raw}" if claim.of else "")
    metric = registry.metrics.get(name)
    return metric.label if metric else ""


def fingerprint(finding: Finding, registry: Registry) -> str:
    """Return the identity as 32 hexadecimal digits."""
    text = json.dumps(identity(finding, registry), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
