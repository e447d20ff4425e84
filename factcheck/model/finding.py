"""Faults as rules see them, and findings as reports show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple, field, record
from factcheck.model.severity import Severity
from factcheck.model.style import Style


class Amount(NamedTuple):
    """A number with the unit it is shown in.

    ``%`` shows the value times 100, ``pp`` the same as a difference in percentage points. A ``style`` writes it
    as its source would.
    """

    value: Exact
    unit: str = ""
    style: Style | None = None


class Range(NamedTuple):
    """An interval with the unit it is shown in; a ``style`` writes it, unit included, as its source would."""

    interval: Interval
    unit: str = ""
    style: Style | None = None


class Days(NamedTuple):
    """A number of days."""

    number: int


class Rate(NamedTuple):
    """A number worked out by the tool, to be shown to a few significant digits."""

    value: Exact


class Where(NamedTuple):
    """A place in a document: its line, and its page where it has pages."""

    line: int
    page: int | None = None


class Saying(NamedTuple):
    """A part of a sentence in English and Vietnamese: ``str.format`` strings over facts of its own."""

    en: str
    vi: str
    facts: Mapping[str, Fact]


class Sayings(NamedTuple):
    """Parts of a sentence one after the other, such as the steps of an argument."""

    parts: tuple[Saying, ...]
    between: str = " "


Fact: TypeAlias = str | int | Fraction | date | Amount | Range | Rate | Days | Where | Sayings | tuple[str, ...]


class Wording(NamedTuple):
    """One fault in words: what is wrong and what to do next, in English and Vietnamese.

    The templates are ``str.format`` strings over the facts.
    """

    severity: Severity
    en: str
    vi: str
    help_en: str
    help_vi: str


@record(frozen=True, slots=True)
class Fault:
    """One fault as a rule yields it: which wording applies, where, to which claims, on what facts."""

    wording: str
    place: Place
    claims: tuple[str, ...] = ()
    related: tuple[tuple[str, Place], ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


class Repair(NamedTuple):
    """A value for one claim with which everything that hangs together with it can hold, and why it is likely.

    ``claim`` is its id, or ``id.of`` for its denominator; ``value`` is what to type in the registry; ``why`` says
    which slip it would undo, ``english`` the same in English.
    """

    claim: str
    value: str
    why: str
    english: str


class Identity(NamedTuple):
    """Rule, kind of fault, ids, and what was typed for each: change a value and it is another finding."""

    rule: str
    fault: str
    claims: tuple[str, ...]
    values: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """It as 32 hexadecimal digits."""
        # Loaded only for reports that show it: both take as long to load as a dozen of claims to check.
        import hashlib  # noqa: PLC0415
        import json  # noqa: PLC0415

        return hashlib.sha256(json.dumps(self, ensure_ascii=False).encode()).hexdigest()[:32]


@record(frozen=True, slots=True)
class Finding:
    """One fault with its rule, severity and sentences.

    ``english`` is the message in English, whatever language ``message`` is in. ``folded`` names what the
    finding already explains, ``repairs`` the likeliest slip (one, if it is sure, else up to three that would each do),
    ``identity`` stays the same as long as rule, claims and values do, and
    ``allowed_because`` is the reason of the exception that covers it.
    """

    rule: str
    severity: Severity
    message: str
    help: str
    fault: Fault
    english: str = ""
    folded: tuple[Finding, ...] = ()
    identity: Identity | None = None
    allowed_because: str = ""
    repairs: tuple[Repair, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What stands for its identity."""
        return self.identity.fingerprint if self.identity else ""

    @property
    def urgency(self) -> tuple[int, int]:
        """Sort key: worse severities first; among warnings a broken pace, the likeliest slip, leads."""
        return (self.severity.rank, int(self.rule != "pace-break"))

    @property
    def order(self) -> tuple[str, int, int, int, str, tuple[str, ...]]:
        """Sort key: by place, then severity, rule and claims, so that output never depends on chance."""
        place = self.fault.place
        return (place.path, place.line, place.column, self.severity.rank, self.rule, self.fault.claims)
