"""One line a finding: ``path:line:column: severity rule message``, as editors and grep like it."""

from __future__ import annotations

from factcheck.model.finding import Finding
from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.report.clean import clean
from factcheck.report.labels import count, label, scope

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_PLAIN = "\x1b[0m"


def render(report: Report, layout: Layout) -> str:
    """Return one line a finding and one of summary."""
    shown = (*report.findings, *(report.allowed if layout.show_allowed else ()))
    lines = [_line(finding, layout) for finding in shown]
    if not layout.quiet:
        found = [
            count(number, severity.value, layout.lang)
            for severity in Severity
            if (number := report.summary.findings.get(severity, 0))
        ]
        lines.append(f"{', '.join(found) or label('nothing', layout.lang)} {scope(report, layout.lang)}")
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, layout: Layout) -> str:
    place = finding.fault.place
    severity = label(finding.severity.value, layout.lang)
    if layout.colour:
        severity = f"{_COLOURS[finding.severity]}{severity}{_PLAIN}"
    excepted = f" ({label('allowed', layout.lang, because=finding.allowed_because)})" if finding.allowed_because else ""
    where = f"{clean(place.path)}:{place.line}:{place.column}"
    return f"{where}: {severity} {finding.rule} {clean(finding.message + excepted)}"
