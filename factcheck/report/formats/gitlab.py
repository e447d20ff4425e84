"""GitLab's Code Quality report: a list of issues, each with a fingerprint that survives moved lines."""

from __future__ import annotations

import json

from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.report.labels import label, slips

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report, layout: Layout) -> str:
    """Return the findings as Code Quality issues; what to do, and as of when, is the body of each."""
    lang, day = layout.lang, report.summary.as_of.isoformat()
    issues = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "content": {"body": f"{slips(finding, lang)} {finding.help} ({label('as_of', lang, date=day)})".lstrip()},
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.fault.place.path, "lines": {"begin": finding.fault.place.line}},
        }
        for finding in report.findings
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
