"""The claim registry as records: every field parsed once, with what was typed and where kept beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.expression import Comparison
from factcheck.model.period import Duration, Period
from factcheck.model.place import Place, Run, Scalar
from factcheck.model.record import field, record
from factcheck.model.written import Written

Dimensions = frozenset[tuple[str, str]]


class Behaviour(StrEnum):
    """How a metric moves in time, which decides what its figures can be compared with."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    SHARE = "share"
    RATIO = "ratio"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    LEVEL = "level"
    RANK = "rank"


class Status(StrEnum):
    """Whether a figure happened, was aimed at, or was guessed."""

    ACTUAL = "actual"
    TARGET = "target"
    ESTIMATE = "estimate"
    FORECAST = "forecast"

    @property
    def lies_ahead(self) -> bool:
        """Whether the figure speaks of what had not happened yet: a target or a forecast."""
        return self in (Status.TARGET, Status.FORECAST)


class ChangeKind(StrEnum):
    """Whether a change is relative to its base or counted in percentage points."""

    RELATIVE = "relative"
    POINTS = "points"
    EITHER = "either"


@record(frozen=True, slots=True)
class TypedNumber:
    """A number as typed in the registry.

    ``readings`` has one entry, or two where a Vietnamese and an English reader would differ: then the
    first takes the mark for the decimal one, the second for grouping.
    """

    raw: str
    readings: tuple[Written, ...]


@record(frozen=True, slots=True)
class Quote:
    """The words that carry a figure: a W3C TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@record(frozen=True, slots=True)
class Ignore:
    """Words of a document whose figures have no claim on purpose.

    Either a ``quote``, wherever it stands, or the stretch from the phrase ``begin`` (the document's beginning where
    empty) to the end of the phrase ``end`` (the document's end where empty).
    """

    because: str
    place: Place
    quote: Quote | None = None
    begin: str = ""
    end: str = ""


@record(frozen=True, slots=True)
class Allow:
    """An owned, dated, explained exception.

    ``others`` are the ids that the finding names besides the record's own; ``values`` the ids
    with the values (and denominators) that the exception was written for: where given, it covers nothing else.
    """

    rule: str
    because: str
    place: Place
    others: tuple[str, ...] = ()
    values: tuple[tuple[str, TypedNumber, TypedNumber | None], ...] = ()
    by: str = ""
    until: date | None = None


@record(frozen=True, slots=True)
class Change:
    """What a claim of growth modifies: the claim ``of``, against its level at ``since`` (``since_text`` as typed).

    ``of`` is the level after the change, or the one before it where its period is ``since``.
    """

    of: str
    since: Period | None
    kind: ChangeKind
    since_text: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: id, place, the scalars as typed by key, and exceptions."""

    id: str
    place: Place
    fields: Mapping[str, Scalar] = field(repr=False)
    allows: tuple[Allow, ...] = ()

    def place_of(self, key: str) -> Place:
        """Return where the value of ``key`` stands, or the record itself where it has none."""
        scalar = self.fields.get(key)
        return Place(self.place.path, scalar.line, scalar.column) if scalar else self.place


@record(frozen=True, slots=True, kw_only=True)
class Metric(Record):
    """What is counted or measured, defined once for all sources."""

    label: str
    label_en: str = ""
    aliases: tuple[str, ...] = ()
    unit: str = ""
    behaviour: Behaviour | None = None
    since: date | None = None
    whole: str = ""
    breakdown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    max_change: Exact | None = None
    valid_for: Duration | None = None


@record(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One document. ``published`` is the last day that the stated date can mean; None where unknown."""

    title: str = ""
    publisher: str = ""
    published: date | None = None
    language: str = ""
    document: str = ""
    sha256: str = ""
    ignores: tuple[Ignore, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One figure that one source states about one metric."""

    metric: str
    source: str
    value: TypedNumber
    quote: Quote | None = None
    of: TypedNumber | None = None
    comparator: Comparator | None = None
    decimals: int | None = None
    unit: str = ""
    period: Period | None = None
    dimensions: Dimensions = frozenset()
    status: Status = Status.ACTUAL
    change: Change | None = None


@record(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """An arithmetic statement that must hold; ``id`` is made from its place where none is given.

    ``text`` is the statement on one line, ``runs`` where its characters stand in the file.
    """

    holds: Comparison
    text: str
    runs: tuple[Run, ...] = field(default=(), repr=False)

    def place_at(self, column: int) -> Place:
        """Return where in the file a column of the statement stands, however its scalar is written."""
        return place_in(self.runs, column, self.place_of("holds"))


def place_in(runs: tuple[Run, ...], column: int, otherwise: Place) -> Place:
    """Return where the ``column``-th character of a scalar stands; ``otherwise`` where nothing tells."""
    for run in reversed(runs):
        if run.start <= column:
            return Place(otherwise.path, run.line, run.column + column - run.start)
    return otherwise


@record(frozen=True, slots=True)
class Registry:
    """Everything that could be read, in the order of files and lines.

    ``unread`` holds the ids of records that were refused, so that a reference to one is not called
    unknown; ``incomplete`` names the files of which a part could not be read at all.
    """

    metrics: Mapping[str, Metric]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    relations: Sequence[Relation]
    allows: tuple[Allow, ...] = ()
    unread: frozenset[str] = frozenset()
    incomplete: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def metric_of(self, claim: Claim) -> Metric | None:
        """Return the metric of a claim, if the registry defines it."""
        return self.metrics.get(claim.metric)

    def source_of(self, claim: Claim) -> Source | None:
        """Return the source of a claim, if the registry defines it."""
        return self.sources.get(claim.source)

    def unit_of(self, claim: Claim) -> str:
        """Return the unit that a claim is in: its own, else its metric's."""
        metric = self.metric_of(claim)
        return claim.unit or (metric.unit if metric else "")

    def is_counted_share(self, claim: Claim) -> bool:
        """Whether a claim counts x of N under a metric that is a percentage."""
        if claim.of is None or claim.value.readings[0].percent:
            return False
        metric = self.metric_of(claim)
        return metric is not None and metric.behaviour is Behaviour.SHARE
