"""JSON for programs: one object with everything that was found, excepted, and left unchecked."""

from __future__ import annotations

import json

from factcheck.model.report import Layout, Report
from factcheck.report.records import VERSION, finding_record, summary_record, unchecked_record


def render(report: Report, _layout: Layout) -> str:
    """Return the report as one JSON object."""
    document = {
        "version": VERSION,
        "findings": [finding_record(finding) for finding in report.findings],
        "allowed": [finding_record(finding) for finding in report.allowed],
        "known": [finding_record(finding) for finding in report.known],
        "not_checked": [unchecked_record(entry) for entry in report.unchecked],
        "summary": summary_record(report),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
