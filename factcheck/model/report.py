"""Everything that a report may show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from factcheck.model.finding import Finding
from factcheck.model.record import record
from factcheck.model.registry import Registry
from factcheck.model.severity import Severity
from factcheck.model.unchecked import Unchecked
from factcheck.model.view import Figure


@record(frozen=True, slots=True)
class Summary:
    """What was looked at, and how much was found."""

    files: int
    sources: int
    metrics: int
    claims: int
    claims_with_quote: int
    relations: int
    relations_checked: int
    findings: Mapping[Severity, int]
    allowed: int
    known: int
    as_of: date


@record(frozen=True, slots=True)
class Report:
    """The findings that count, those that are excepted or known, what was not checked, and the registry.

    ``figures`` are those that the findings speak of.
    """

    findings: tuple[Finding, ...]
    allowed: tuple[Finding, ...]
    known: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    summary: Summary
    registry: Registry
    figures: Mapping[str, Figure]

    def fails(self, fail_on: str) -> bool:
        """Whether any finding is as bad as ``fail_on`` or worse."""
        gate = Severity(fail_on).rank
        return any(finding.severity.rank <= gate for finding in self.findings)


@record(frozen=True, slots=True)
class RuleCard:
    """What a report may say of a rule."""

    name: str
    summary: str
    page: str
    severities: tuple[Severity, ...]


@record(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a report is laid out.

    ``hyperlinks`` makes places clickable in terminals that can; ``quiet`` leaves out all but findings;
    ``show_allowed`` adds the findings that an exception covers. ``read_line`` gives a line of a registry
    file, ``address`` the file:// address of one.
    """

    width: int
    colour: bool
    lang: str
    read_line: Callable[[str, int], str]
    address: Callable[[str], str]
    rules: Mapping[str, RuleCard]
    version: str
    hyperlinks: bool = False
    quiet: bool = False
    show_allowed: bool = False
