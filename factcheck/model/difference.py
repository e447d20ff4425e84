"""What changed between two states of a registry, in figures and in findings."""

from __future__ import annotations

from datetime import date

from factcheck.model.exact import Exact
from factcheck.model.finding import Finding
from factcheck.model.record import record
from factcheck.model.registry import Claim


@record(frozen=True, slots=True)
class ChangedFigure:
    """A claim whose value, denominator or comparator changed.

    ``difference`` and ``factor`` are those of the values; None where a value can be read two ways, or the
    old one is 0.
    """

    old: Claim
    new: Claim
    difference: Exact | None
    factor: Exact | None


@record(frozen=True, slots=True)
class Difference:
    """Figures added, removed and changed, claims changed otherwise, findings that appear and disappear."""

    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[ChangedFigure, ...]
    reworded: tuple[Claim, ...]
    appearing: tuple[Finding, ...]
    disappearing: tuple[Finding, ...]
    as_of: date
