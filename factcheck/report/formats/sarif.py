"""SARIF 2.1.0 (OASIS) for code scanning. Its texts are English whatever the language of the run."""

from __future__ import annotations

import json
from urllib.parse import quote

from factcheck.model.finding import Finding
from factcheck.model.place import Place
from factcheck.model.report import Layout, Report, RuleCard
from factcheck.model.severity import Severity
from factcheck.report.labels import slips

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_ROOT = "%SRCROOT%"


def render(report: Report, layout: Layout) -> str:
    """Return one run. Excepted findings are left out unless asked for; then they carry a suppression."""
    found = (*report.findings, *(report.allowed if layout.show_allowed else ()))
    names = sorted({finding.rule for finding in found})
    index = {name: number for number, name in enumerate(names)}
    driver = {
        "name": "factcheck",
        "semanticVersion": layout.version,
        "rules": [_rule(layout.rules[name]) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that factcheck was run in."}}},
        "properties": {"asOf": report.summary.as_of.isoformat()},
        "results": [_result(finding, index[finding.rule]) for finding in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(card: RuleCard) -> dict[str, object]:
    text = card.page.replace("```yaml", "```")
    return {
        "id": card.name,
        "name": "".join(word.capitalize() for word in card.name.split("-")),
        "shortDescription": {"text": card.summary},
        "fullDescription": {"text": card.summary},
        "help": {"text": text, "markdown": card.page},
        "defaultConfiguration": {"level": _LEVELS[card.severities[0]]},
    }


def _result(finding: Finding, rule_index: int) -> dict[str, object]:
    fault = finding.fault
    primary = _location(fault.place)
    if fault.claims:
        primary["logicalLocations"] = [{"name": claim, "kind": "member"} for claim in fault.claims]
    related = [
        {"id": number, **_location(place), "message": {"text": claim}}
        for number, (claim, place) in enumerate(fault.related, start=1)
        if place != fault.place
    ]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(part for part in (finding.english, slips(finding, "en")) if part)},
        "locations": [primary],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if related:
        result["relatedLocations"] = related
    if finding.repairs:
        repairs = [{"claim": each.claim, "value": each.value, "why": each.english} for each in finding.repairs]
        result["properties"] = {"repairs": repairs}
    if finding.allowed_because:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.allowed_because}]
    return result


def _location(place: Place) -> dict[str, object]:
    artifact: dict[str, object] = {"uri": quote(place.path)}
    if not place.path.startswith("/"):
        artifact["uriBaseId"] = _ROOT
    else:
        artifact["uri"] = "file://" + quote(place.path)
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
