"""Every key of the registry, defined once.

The loader, its "did you mean", the JSON Schema and the documentation are all made from these tables.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.comparator import Comparator
from factcheck.model.record import record
from factcheck.model.registry import Behaviour, ChangeKind, Status


class Shape(StrEnum):
    """What the YAML under a key must look like."""

    TEXT = "text"
    ID = "id"
    NUMBER = "number"
    INTEGER = "integer"
    PERIOD = "period"
    DATE = "date"
    DURATION = "duration"
    ANY_DATE = "any-date"
    CHOICE = "choice"
    EXPRESSION = "expression"
    TEXTS = "list of texts"
    MAPPING = "mapping of texts"
    LISTS = "mapping of lists of texts"
    RECORD = "record"
    RECORDS = "list of records"
    TEXT_OR_RECORD = "text or record"
    RECORDS_BY_ID = "mapping of records"


@record(frozen=True, slots=True)
class Key:
    """One key: the shape of its value, what it means, and for some shapes what it may hold."""

    name: str
    shape: Shape
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()
    record: str = ""


_ALLOW = Key("allow", Shape.RECORDS, "Exceptions to rules, each owned and explained.", record="allow")
_NOTE = Key("note", Shape.TEXT, "Anything a reader of the registry should know.")

RECORDS: dict[str, tuple[Key, ...]] = {
    "file": (
        Key("metrics", Shape.RECORDS_BY_ID, "What is counted or measured, by id.", record="metric"),
        Key("source", Shape.RECORD, "The document that this file's claims were read from.", record="source"),
        Key("claims", Shape.RECORDS, "The figures, one entry each.", record="claim"),
        Key("relations", Shape.RECORDS, "Arithmetic that must hold among the figures.", record="relation"),
        Key("allow", Shape.RECORDS, "Exceptions that belong to no record; `with` names all ids.", record="allow"),
    ),
    "metric": (
        Key("label", Shape.TEXT, "What is counted or measured, in the sources' language.", required=True),
        Key("label_en", Shape.TEXT, "The label in English."),
        Key("aliases", Shape.TEXTS, "Other names that documents use for it."),
        Key(
            "unit",
            Shape.TEXT,
            "What one of it is: a noun, a currency, a measure, %, or so many of these (tỷ đồng, USD million).",
        ),
        Key(
            "behaviour",
            Shape.CHOICE,
            "How it moves in time, which decides what its figures are compared with.",
            choices=tuple(Behaviour),
        ),
        Key("since", Shape.DATE, "The day on which a cumulative count began, at 0."),
        Key("whole", Shape.ID, "The population that it is a count of, such as central-agencies."),
        Key(
            "breakdown",
            Shape.LISTS,
            "Dimension values that add up to the figure without that dimension.",
        ),
        Key(
            "max_change",
            Shape.NUMBER,
            "The largest change that needs no explanation: a factor a year for stocks and cumulative "
            "counts, a factor from one period to the next for flows, points for shares and ratios.",
        ),
        Key("valid_for", Shape.DURATION, "How long a figure stays current, as an ISO 8601 duration such as P1Y."),
        _NOTE,
        _ALLOW,
    ),
    "source": (
        Key("id", Shape.ID, "The id by which claims name this document.", required=True),
        Key("title", Shape.TEXT, "The document's title."),
        Key("publisher", Shape.TEXT, "Who published it."),
        Key("published", Shape.ANY_DATE, "The day, month or year of publication."),
        Key("language", Shape.TEXT, "The language of its words: vi or en."),
        Key("url", Shape.TEXT, "Where it can be found."),
        Key("document", Shape.TEXT, "Its file, relative to the documents folder."),
        Key("sha256", Shape.TEXT, "The SHA-256 of that file when its quotes were taken; `factcheck pin` writes it."),
        Key(
            "ignore",
            Shape.RECORDS,
            "Figures left out on purpose; `factcheck coverage` counts them apart.",
            record="ignore",
        ),
        _NOTE,
        _ALLOW,
    ),
    "claim": (
        Key("id", Shape.ID, "The claim's id, unique across claims and metrics.", required=True),
        Key("metric", Shape.ID, "The id of the metric that the figure is about.", required=True),
        Key("source", Shape.ID, "The id of the source; by default the file's."),
        Key(
            "quote",
            Shape.TEXT_OR_RECORD,
            "The shortest verbatim phrase that carries the figure.",
            record="quote",
        ),
        Key(
            "value",
            Shape.NUMBER,
            "The figure in its unit: ASCII digits, optional sign, . for decimals, _ for grouping, final %.",
            required=True,
        ),
        Key("of", Shape.NUMBER, "The denominator, for x of N."),
        Key(
            "comparator",
            Shape.CHOICE,
            "The words around the number: over, nearly, about …; none for a bare number.",
            choices=tuple(Comparator),
        ),
        Key(
            "decimals",
            Shape.INTEGER,
            "How many decimals the figure is good for: 0 makes a whole number exact, -3 means thousands; "
            "by default read from the way it is written.",
        ),
        Key("unit", Shape.TEXT, "The unit, where it is not the metric's."),
        Key(
            "period",
            Shape.PERIOD,
            "2020-06-19, 2019-12-09/2020-06-19, ../2018-06-30, 2020-06, 2020-Q2, 2020-H1, 2020.",
        ),
        Key("dimensions", Shape.MAPPING, "What the figure is broken down by."),
        Key("status", Shape.CHOICE, "actual unless said otherwise.", choices=tuple(Status)),
        Key("change", Shape.RECORD, "For growth: what the figure modifies.", record="change"),
        _NOTE,
        _ALLOW,
    ),
    "relation": (
        Key("id", Shape.ID, "The relation's id."),
        Key(
            "holds",
            Shape.EXPRESSION,
            "The statement: claims or metrics, + - × ÷ ( ), = <= >= < >.",
            required=True,
        ),
        _NOTE,
        _ALLOW,
    ),
    "quote": (
        Key("exact", Shape.TEXT, "The words themselves.", required=True),
        Key("prefix", Shape.TEXT, "The words just before, to tell this place from others."),
        Key("suffix", Shape.TEXT, "The words just after."),
    ),
    "change": (
        Key(
            "of",
            Shape.ID,
            "The claim whose figure grew or fell to what it is; or, where only that is claimed, the level before.",
            required=True,
        ),
        Key(
            "since",
            Shape.PERIOD,
            "The period of the level that the change is measured from; by default as the quote says (cùng kỳ, a year "
            "earlier).",
        ),
        Key(
            "kind",
            Shape.CHOICE,
            "relative, points, or either (the default) where the words leave it open.",
            choices=tuple(ChangeKind),
        ),
    ),
    "allow": (
        Key("rule", Shape.TEXT, "The rule whose finding is accepted.", required=True),
        Key("with", Shape.TEXTS, "The other ids that the finding names."),
        Key(
            "values",
            Shape.MAPPING,
            "The values, by claim id (65, or 65/63), that the exception was written for; when one changes it no longer "
            "covers.",
        ),
        Key("because", Shape.TEXT, "Why this is no fault.", required=True),
        Key("by", Shape.TEXT, "Who says so."),
        Key("until", Shape.DATE, "The last day on which the exception holds."),
    ),
    "ignore": (
        Key("quote", Shape.TEXT_OR_RECORD, "The words that carry the figure, wherever they stand.", record="quote"),
        Key("from", Shape.TEXT, "Instead of a quote: the words with which a stretch begins; the beginning by default."),
        Key("to", Shape.TEXT, "The words with which that stretch ends; the end of the document by default."),
        Key("because", Shape.TEXT, "Why it has no claim.", required=True),
    ),
}

BY_NAME: dict[str, dict[str, Key]] = {record: {key.name: key for key in keys} for record, keys in RECORDS.items()}
