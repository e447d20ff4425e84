"""JSON lines for programs that read as they go: one object a line, the kind of each under ``type``."""

from __future__ import annotations

import json

from factcheck.model.report import Layout, Report
from factcheck.report.records import VERSION, finding_record, summary_record, unchecked_record


def render(report: Report, _layout: Layout) -> str:
    """Return findings, then what was excepted, known and not checked, then the summary."""
    groups = (("finding", report.findings), ("allowed", report.allowed), ("known", report.known))
    lines: list[dict[str, object]] = [
        {"type": kind, **finding_record(finding)} for kind, findings in groups for finding in findings
    ]
    lines += [{"type": "not_checked", **unchecked_record(entry)} for entry in report.unchecked]
    lines.append({"type": "summary", "version": VERSION, **summary_record(report)})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
