"""What the rules look at: the registry with its figures read, related and worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.model.anchor import Digest, Sighting
from factcheck.model.conflict import Conflict, Suggestion
from factcheck.model.exact import Exact
from factcheck.model.expression import Comparison
from factcheck.model.finding import Fault
from factcheck.model.interval import Interval
from factcheck.model.period import Period
from factcheck.model.place import Place
from factcheck.model.quantity import Quantity
from factcheck.model.record import field, record
from factcheck.model.registry import Behaviour, Claim, Metric, Registry, Source
from factcheck.model.style import PLAIN, Style
from factcheck.model.written import Written

if TYPE_CHECKING:
    from factcheck.model.growth import WeighedGrowth


@record(frozen=True, slots=True)
class QuoteReading:
    """A quote as its language reads it: the quantities, the words of state, the words after a ratio."""

    quantities: tuple[Quantity, ...]
    states: frozenset[str] = frozenset()
    scope: str = ""


def _nothing(_: str) -> tuple[Quantity, ...]:
    return ()


@record(frozen=True, slots=True)
class Readings:
    """What the read stage found, by claim id.

    ``units`` are the canonical codes of units that are currencies, measures or percentages;
    ``unread`` are the claims whose quote is in a language without a file; ``labels`` are the label and
    aliases of each metric as canonical words, ``protected`` the words that no slip may change. ``besides``
    tells what a claim's quote may state besides its quantities: asked only where a claim differs from these.
    ``scaled`` are the claims whose unit is so many of a plain one: "tỷ đồng" is 10⁹ of "đồng". ``one_way`` are those
    whose money, as their metric is called, is never below zero.
    """

    quotes: Mapping[str, QuoteReading]
    units: Mapping[str, str]
    unread: tuple[str, ...]
    labels: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    protected: frozenset[str] = frozenset()
    besides: Callable[[str], tuple[Quantity, ...]] = _nothing
    scaled: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    one_way: frozenset[str] = frozenset()


class Slack(StrEnum):
    """Why a figure may lie outside what readers expect: it was cut off, it is a round number, it is hedged."""

    CUT_OFF = "cut-off"
    ROUND = "round"
    HEDGE = "hedge"


@record(frozen=True, slots=True)
class Figure:
    """A claim whose figure can be compared: its value and the two intervals that it commits to.

    The intervals come from the quote where it reads and agrees, else from the value as typed. They
    are cut to what the metric allows: counts are whole and not negative, shares lie in 0-100 %.
    ``written`` is the value with the precision that it is typed in. ``period`` is the claim's period as its author
    could know it. ``code`` is what tells units apart for sure: a currency, a measure or ``%``, and empty for nouns.
    ``style`` is how the quote writes it; ``is_part`` says that it is x of N, and that there is no more of it than N.
    ``scale`` is how many of ``unit`` one of the claim's own unit is: the value is in ``unit``, what was typed is not.
    """

    claim: Claim
    metric: Metric
    source: Source | None
    value: Exact
    written: Written
    hard: Interval
    soft: Interval
    unit: str
    period: Period | None
    whole_number: bool
    may_be_negative: bool = False
    code: str = ""
    style: Style = PLAIN
    is_part: bool = False
    scale: int = 1

    @property
    def slack(self) -> Slack | None:
        """Why the figure may lie outside its soft interval; None where it may not."""
        if self.hard == self.soft:
            return None
        if self.claim.comparator is not None:
            return Slack.HEDGE
        if self.soft.is_point:
            return Slack.ROUND
        # What was cut off reaches further at one end alone; "two thirds" does at both.
        is_loose = self.hard.low != self.soft.low and self.hard.high != self.soft.high
        return Slack.HEDGE if is_loose else Slack.CUT_OFF

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def of(self) -> Exact | None:
        """The number that it counts out of, in the unit of the value; of two readings the whole number."""
        return self.claim.of.readings[-1].value * self.scale if self.claim.of else None

    @property
    def words(self) -> str:
        """The figure as written: the quote in quotation marks, or the value as typed."""
        if self.claim.quote:
            return f"“{self.claim.quote.exact}”"
        typed = self.claim.value.raw
        return typed if self.scale == 1 else f"{typed} {self.claim.unit or self.metric.unit}"

    @property
    def period_text(self) -> str:
        """The period as typed."""
        scalar = self.claim.fields.get("period")
        return scalar.text if scalar else ""

    @property
    def moment(self) -> tuple[date, date, str, str]:
        """Sort key: the end of the period, then publication; the undated first."""
        end = self.period.end if self.period else date.min
        return (end, self.published or date.min, self.claim.source, self.id)

    @property
    def published(self) -> date | None:
        """The day by which the source was published, if known."""
        return self.source.published if self.source else None


@record(frozen=True, slots=True)
class Mismatch:
    """How a quote that holds quantities fails to bear out its claim.

    ``part`` is what differs, as the wording of ``misread-value`` is called; ``quantity`` is the one that
    comes closest, None where no value is the claim's.
    """

    part: str
    quantity: Quantity | None = None


@record(frozen=True, slots=True)
class Step:
    """Two consecutive reports of one thing from different sources.

    ``before`` is the report before the earlier of the two, from whatever source.
    """

    earlier: Figure
    later: Figure
    before: Figure | None
    days: int


@record(frozen=True, slots=True)
class Series:
    """Comparable figures (same metric, dimensions, unit, status, start) that have a period, oldest first."""

    metric: Metric
    behaviour: Behaviour
    start: date | None
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]


@record(frozen=True, slots=True)
class Tiling:
    """A flow, and flows of the same thing whose periods, put one after the other, are its own."""

    whole: Figure
    parts: tuple[Figure, ...]


class Verdict(StrEnum):
    """How far a relation holds.

    As written; thanks to rounding; only if a figure was cut off; only if one was written more loosely than
    readers expect; or not at all.
    """

    HOLDS = "holds"
    ROUNDED = "rounded"
    CUT_OFF = "cut-off"
    HARD_ONLY = "hard-only"
    BROKEN = "broken"


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class Judgement:
    """What working out one relation gave: the verdict, and both sides as hard, as soft and as written intervals.

    ``by_one`` tells that the rounding of one figure explains all. ``blamed`` are the
    claims that have to be read more widely for the relation to hold, ``any_one`` of them or all, or the count that
    would have to be a fraction; ``needed`` is what the only one of them would have to be.
    """

    instance: Instance
    verdict: Verdict
    left: Interval
    right: Interval
    left_soft: Interval
    right_soft: Interval
    left_written: Interval
    right_written: Interval
    by_one: bool = False
    blamed: tuple[str, ...] = ()
    any_one: bool = False
    needed: Interval | None = None


@record(frozen=True, slots=True)
class View:
    """All that a rule may ask about; built once for a run, never changed.

    ``groups`` are the figures that speak of the same thing at the same time, two or more together; ``apart`` the
    targets, estimates and forecasts for one time of several sources, each of which may have its own;
    ``links`` says for each claim in which relations (by number) that can hold it takes part. ``growths`` are the
    claims of growth; one whose meaning is settled is among the judgements too. ``sightings`` are what came of
    looking for each claim's quote, ``digests`` the documents at hand by source; both hold only what could be
    looked at. ``conflicts`` are the sets of figures that cannot all be true although every relation can hold
    alone, ``suggestions`` the likeliest slips behind these and all other contradictions of hard intervals.
    """

    registry: Registry
    readings: Readings
    figures: Mapping[str, Figure]
    agreeing: Mapping[str, Quantity]
    mismatches: Mapping[str, Mismatch]
    series: tuple[Series, ...]
    groups: tuple[tuple[Figure, ...], ...]
    judgements: tuple[Judgement, ...]
    links: Mapping[str, frozenset[int]]
    faults: Mapping[str, tuple[Fault, ...]]
    as_of: date
    apart: tuple[tuple[Figure, ...], ...] = ()
    growths: tuple[WeighedGrowth, ...] = ()
    sightings: Mapping[str, Sighting] = field(default_factory=dict)
    digests: Mapping[str, Digest] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    tilings: tuple[Tiling, ...] = ()

    def are_linked(self, one: str, other: str) -> bool:
        """Whether a relation that can hold, or a change, ties two claims together."""
        nothing: frozenset[int] = frozenset()
        return not self.links.get(one, nothing).isdisjoint(self.links.get(other, nothing))
