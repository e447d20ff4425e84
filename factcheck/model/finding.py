"""Faults as rules see them, and findings as reports show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.place import Place


class Severity(StrEnum):
    """How bad a fault is; a gate fails from a chosen severity upwards."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """The worse, the smaller: the order in which findings are listed."""
        return list(Severity).index(self)


class Amount(NamedTuple):
    """A number with the unit it is shown in.

    ``%`` shows the value times 100, ``pp`` the same as a difference in percentage points.
    """

    value: Exact
    unit: str = ""


class Range(NamedTuple):
    """An interval with the unit it is shown in."""

    interval: Interval
    unit: str = ""


class Rate(NamedTuple):
    """A number worked out by the tool, to be shown to a few significant digits."""

    value: Exact


Fact: TypeAlias = str | int | Fraction | date | Amount | Range | Rate | tuple[str, ...]


class Wording(NamedTuple):
    """One fault in words: what is wrong and what to do next, in English and Vietnamese.

    The templates are ``str.format`` strings over the facts.
    """

    severity: Severity
    en: str
    vi: str
    help_en: str
    help_vi: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault as a rule yields it: which wording applies, where, to which claims, on what facts."""

    wording: str
    place: Place
    claims: tuple[str, ...] = ()
    related: tuple[tuple[str, Place], ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault with its rule, severity and sentences; ``folded`` names what it already explains."""

    rule: str
    severity: Severity
    message: str
    help: str
    fault: Fault
    folded: tuple[str, ...] = ()

    @property
    def urgency(self) -> tuple[int, int]:
        """Sort key: worse severities first; among warnings a broken pace, the likeliest slip, leads."""
        return (self.severity.rank, int(self.rule != "pace-break"))

    @property
    def order(self) -> tuple[str, int, int, int, str, tuple[str, ...]]:
        """Sort key: by place, then severity, rule and claims, so that output never depends on chance."""
        place = self.fault.place
        return (place.path, place.line, place.column, self.severity.rank, self.rule, self.fault.claims)


class Unchecked(NamedTuple):
    """Something that was not checked, and why."""

    what: str
    why: str
    place: Place | None = None
