"""What the rules look at: the registry with its figures read, related and worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.model.exact import Exact
from factcheck.model.expression import Comparison
from factcheck.model.finding import Fault, Unchecked
from factcheck.model.interval import Interval
from factcheck.model.period import Period
from factcheck.model.place import Place
from factcheck.model.quantity import Quantity
from factcheck.model.registry import Behaviour, Claim, Metric, Registry, Source


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """A quote as its language reads it: the quantities, the words of state, the words after a ratio."""

    quantities: tuple[Quantity, ...]
    states: frozenset[str] = frozenset()
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim whose figure can be compared: its value and the two intervals that it commits to.

    The intervals come from the quote where it reads and agrees, else from the value as typed. They
    are cut to what the metric allows: counts are whole and not negative, shares lie in 0-100 %.
    ``period`` is the claim's period as its author could know it.
    """

    claim: Claim
    metric: Metric
    source: Source | None
    value: Exact
    hard: Interval
    soft: Interval
    unit: str
    period: Period | None
    whole_number: bool

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def published(self) -> date | None:
        """The day by which the source was published, if known."""
        return self.source.published if self.source else None


@dataclass(frozen=True, slots=True)
class Series:
    """Comparable figures (same metric, dimensions, unit, status, start) with an end date, oldest first."""

    metric: Metric
    behaviour: Behaviour
    start: date | None
    figures: tuple[Figure, ...]


class Verdict(StrEnum):
    """How far a relation holds."""

    HOLDS = "holds"
    HARD_ONLY = "hard-only"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Instance:
    """A relation with the claims that stand for its references.

    ``origin`` is the record that states it, ``members`` maps each reference (name, selector) to the
    claim that fills it.
    """

    origin: str
    place: Place
    text: str
    holds: Comparison
    members: Mapping[tuple[str, tuple[tuple[str, str], ...]], str]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims involved, in the order of the expression, each once."""
        return tuple(dict.fromkeys(self.members.values()))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What working out one relation gave: both sides, hard and soft, and the verdict."""

    instance: Instance
    verdict: Verdict
    left: Interval
    right: Interval
    left_soft: Interval
    right_soft: Interval


@dataclass(frozen=True, slots=True)
class View:
    """All that a rule may ask about; built once for a run, never changed."""

    registry: Registry
    readings: Mapping[str, QuoteReading]
    figures: Mapping[str, Figure]
    agreeing: Mapping[str, Quantity]
    series: tuple[Series, ...]
    groups: tuple[tuple[Figure, ...], ...]
    judgements: tuple[Judgement, ...]
    linked: frozenset[frozenset[str]]
    load_faults: Mapping[str, tuple[Fault, ...]]
    canonical_labels: Mapping[str, tuple[tuple[str, ...], ...]]
    unchecked: tuple[Unchecked, ...] = ()
