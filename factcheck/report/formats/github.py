"""Annotations for GitHub Actions. It shows ten errors and ten warnings a step, so no more are printed."""

from __future__ import annotations

from factcheck.model.finding import Finding
from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.report.clean import clean
from factcheck.report.labels import scope, slips

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST = 10


def render(report: Report, layout: Layout) -> str:
    """Return workflow commands, at most ten of each severity, and how many were left out."""
    lines: list[str] = []
    for severity in Severity:
        found = [finding for finding in report.findings if finding.severity is severity]
        lines += [_annotation(finding, layout.lang) for finding in found[:_MOST]]
        if len(found) > _MOST:
            lines.append(f"{len(found) - _MOST} more {severity}s are in the step's summary.")
    if not layout.quiet:
        lines.append(f"{len(report.findings) or 'No'} findings {scope(report, 'en')}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, lang: str) -> str:
    place = finding.fault.place
    message = " ".join(part for part in (finding.message, slips(finding, lang)) if part)
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"factcheck: {finding.rule}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(clean(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
