"""JUnit XML: a test case for each finding, and one that passes for each file without any."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from factcheck.model.finding import Finding
from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.report.labels import slips

# What XML 1.0 cannot hold, even escaped (its production [2], Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, layout: Layout) -> str:
    """Return a test suite. Errors and warnings are failures; notes pass, with their text as output."""
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.fault.place.path].append(finding)
    cases: list[str] = []
    for path in sorted({*report.registry.files, *by_file}):
        cases += [_case(finding, layout.lang) for finding in by_file[path]] or [
            f'    <testcase classname={_attribute(path)} name={_attribute("no findings")} time="0"/>'
        ]
    failures = sum(finding.severity is not Severity.NOTE for finding in report.findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" time="0"'
    stamp = f'timestamp="{report.summary.as_of.isoformat()}T00:00:00" hostname="localhost"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    suite = f'  <testsuite name="factcheck" {counts} skipped="0" {stamp}>\n' + "\n".join(cases) + "\n  </testsuite>\n"
    return f'{head}<testsuites name="factcheck" {counts}>\n{suite}</testsuites>\n'


def _case(finding: Finding, lang: str) -> str:
    place = finding.fault.place
    where = f"{place.path}:{place.line}:{place.column}"
    name = f"{finding.rule} {where}" + (f" ({', '.join(finding.fault.claims)})" if finding.fault.claims else "")
    opening = f'    <testcase classname={_attribute(place.path)} name={_attribute(name)} time="0">'
    advice = "\n".join(part for part in (slips(finding, lang), finding.help) if part)
    text = _text(f"{where}: {finding.message}\n{advice}")
    if finding.severity is Severity.NOTE:
        return f"{opening}<system-out>{text}</system-out></testcase>"
    return (
        f"{opening}<failure type={_attribute(finding.rule)} message={_attribute(finding.message)}>"
        f"{text}</failure></testcase>"
    )


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
