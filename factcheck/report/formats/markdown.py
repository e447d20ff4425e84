"""Markdown for a pull request or a step's summary: a table of findings, and what to do about each."""

from __future__ import annotations

import re

from factcheck.model.finding import Finding
from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.report.clean import clean
from factcheck.report.labels import count, label, scope, slips

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💬"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~@-])")


def render(report: Report, layout: Layout) -> str:
    """Return a heading, a table and the summary."""
    lang = layout.lang
    found = [
        count(number, severity.value, lang)
        for severity in Severity
        if (number := report.summary.findings.get(severity, 0))
    ]
    parts = [f"### factcheck: {', '.join(found) or label('nothing', lang)}", ""]
    if report.findings:
        heads = [label(name, lang) for name in ("finding", "where", "next")]
        parts += [f"| | {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        parts += [_row(finding, lang) for finding in report.findings]
        parts.append("")
    parts += [scope(report, lang), ""]
    return "\n".join(parts)


def _row(finding: Finding, lang: str) -> str:
    place = finding.fault.place
    where = f"`{clean(place.path).replace('`', '')}:{place.line}`"
    advice = " ".join(part for part in (slips(finding, lang), finding.help) if part)
    return (
        f"| {_SIGNS[finding.severity]} | **{finding.rule}** {escape_markdown(finding.message)} "
        f"| {where} | {escape_markdown(advice)} |"
    )


def escape_markdown(text: str) -> str:
    """Return text in which Markdown and HTML mean nothing."""
    return _SPECIAL.sub(r"\\\1", clean(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
