"""Parser events to raw records, driven by the table of keys.

A raw record holds every value as typed. What does not fit the table is a fault, and is left out;
what does fit around it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import yaml

from factcheck.load.events import Events, YamlFault, position, scalar_of
from factcheck.load.keys import BY_NAME, RECORDS, Key, Shape
from factcheck.model.finding import Fact, Fault
from factcheck.model.place import Place, Run, Scalar
from factcheck.model.record import field, record

if TYPE_CHECKING:
    from factcheck.load.positions import Lines

_SCALARS = frozenset(
    {
        Shape.TEXT,
        Shape.ID,
        Shape.NUMBER,
        Shape.INTEGER,
        Shape.PERIOD,
        Shape.DATE,
        Shape.DURATION,
        Shape.ANY_DATE,
        Shape.CHOICE,
        Shape.EXPRESSION,
    }
)
# The keys of each record whose value is one scalar, and those that it cannot be without.
SIMPLE = {
    record: frozenset(
        key.name
        for key in keys
        if (key.shape in _SCALARS or key.shape is Shape.TEXT_OR_RECORD) and key.shape is not Shape.EXPRESSION
    )
    for record, keys in RECORDS.items()
}
REQUIRED = {record: tuple(key.name for key in keys if key.required) for record, keys in RECORDS.items()}
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_LIKELY = 70


@record(slots=True)
class RawRecord:
    """One record as typed: scalars by key, then what is not a scalar, by shape.

    ``runs`` tell where in the file the characters of a relation's statement stand.
    """

    kind: str
    place: Place
    scalars: dict[str, Scalar] = field(default_factory=dict)
    texts: dict[str, list[Scalar]] = field(default_factory=dict)
    mappings: dict[str, list[tuple[Scalar, list[Scalar]]]] = field(default_factory=dict)
    records: dict[str, list[RawRecord]] = field(default_factory=dict)
    name: Scalar | None = None
    sound: bool = True
    runs: tuple[Run, ...] = ()


class RawReader:
    """Reads one file, given as text or as UTF-8.

    Faults gather in ``faults``; records appear in the record that was given. With ``take`` those of the file's lists
    are handed over one by one instead, each with its list's name, so that no more than one is held. ``stands_for``
    is asked of each item of the claims that is no claim, by its line, whether it stands for claims read before.
    """

    def __init__(
        self,
        path: str,
        text: str | bytes,
        take: Callable[[str, RawRecord], None] | None = None,
        stands_for: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.complete = True
        # The keys of the file itself, in their order.
        self.sections: list[str] = []
        self._text = text
        self._take = take
        self._stands_for = stands_for
        self._lines: Lines | None = None
        self._events = Events(text)
        self._key = yaml.ScalarEvent(None, None, (True, False), "")
        self._end: yaml.Event = yaml.StreamEndEvent()

    def read(self) -> RawRecord:
        """Read the whole file; after broken YAML, return what stood before it."""
        record = RawRecord("file", Place(self.path))
        try:
            self._read_document(record)
        except YamlFault as fault:
            self.complete = False
            self._fault(fault.wording, fault.line, fault.column, detail=fault.detail)
        return record

    @property
    def has_anchors(self) -> bool:
        """Whether something was named so far that may be repeated elsewhere in the file."""
        return self._events.has_anchors

    def _read_document(self, record: RawRecord) -> None:
        self._events.next()  # the start of the stream
        event = self._events.next()
        if isinstance(event, yaml.StreamEndEvent):
            return
        event = self._events.next()
        if isinstance(event, yaml.MappingStartEvent):
            self._fill(record, event)
        elif not (isinstance(event, yaml.ScalarEvent) and event.value in _EMPTY):
            self._wrong_shape(event, "the file", "a mapping")
            self._skip(event)
        self._events.next()  # the end of the document
        event = self._events.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise YamlFault("second-document", *position(event), "---")

    def _fault(self, wording: str, line: int, column: int, **facts: Fact) -> None:
        self.faults.append(Fault(wording, Place(self.path, line, column), facts=facts))

    def _wrong_shape(self, event: yaml.Event, what: str, wanted: str) -> None:
        self._fault("wrong-shape", *position(event), what=what, wanted=wanted, got=_shape_of(event))

    def _skip(self, event: yaml.Event) -> None:
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = self._events.next()
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _pairs(self) -> Iterator[tuple[str, yaml.Event]]:
        """Yield key and first event of each value of the mapping just begun, repeated keys left out.

        The event of the key itself is in ``_key``, that of the mapping's end then in ``_end``: only faults and names
        ask where they stand.
        """
        seen: dict[str, yaml.ScalarEvent] = {}
        next_event = self._events.next
        while type(event := next_event()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                self._wrong_shape(event, "a key", "a word")
                self._skip(event)
                self._skip(next_event())
                continue
            value = next_event()
            name = event.value
            if name in seen:
                line, column = position(event)
                self._fault("repeated-key", line, column, key=name, first=str(position(seen[name])[0]))
                self._skip(value)
                continue
            seen[name] = self._key = event
            yield name, value
        self._end = event

    def _fill(self, record: RawRecord, start: yaml.MappingStartEvent, within: int = 0) -> None:
        """Fill a record from the mapping just begun; ``within`` is the column of what it stands under."""
        keys, simple = BY_NAME[record.kind], SIMPLE[record.kind]
        for name, event in self._pairs():
            if name in simple and type(event) is yaml.ScalarEvent:
                value = event.value
                if value not in _EMPTY and not value.isspace():
                    record.scalars[name] = scalar_of(event)
                    continue
            if record.kind == "file":
                self.sections.append(name)
            key = keys.get(name)
            if key is None:
                self._unknown_key(scalar_of(self._key), record.kind)
                self._skip(event)
            elif not self._fill_key(record, key, event):
                record.sound = record.sound and record.kind == "file"
        if within and not start.flow_style:
            self._refuse_cut_off(start, within)
        for name in REQUIRED[record.kind]:
            if record.sound and not _has(record, name):
                place = record.place
                self._fault("missing-key", place.line, place.column, key=name, record=record.kind)
                record.sound = False

    def _refuse_cut_off(self, start: yaml.MappingStartEvent, within: int) -> None:
        """Refuse a record that a line has ended which is indented less than it, yet more than what it stands under.

        It ends as if it were complete, and may well not be: so it is let go with the rest of the file, and nothing is
        said of what it lacks.
        """
        line, column = position(self._end)
        if column > within:
            try:
                self._events.look_ahead()
            except YamlFault as fault:
                raise YamlFault("bad-indentation", line, column, str(position(start)[1] - 1)) from fault

    def _unknown_key(self, name: Scalar, kind: str) -> None:
        from rapidfuzz import process  # noqa: PLC0415 - only a mistyped key needs it

        known = list(BY_NAME[kind])
        best = process.extractOne(name.text, known, score_cutoff=_LIKELY)
        facts: dict[str, Fact] = {"key": name.text, "record": kind, "known": tuple(known)}
        if best:
            facts["suggestion"] = str(best[0])
        wording = "unknown-key-suggestion" if best else "unknown-key"
        self._fault(wording, name.line, name.column, **facts)

    def _fill_key(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if key.shape in _SCALARS:
            return self._fill_scalar(record, key, event)
        if key.shape is Shape.TEXTS:
            texts = self._texts(key.name, event)
            if texts is not None:
                record.texts[key.name] = texts
            return texts is not None
        if key.shape in (Shape.MAPPING, Shape.LISTS):
            return self._fill_mapping(record, key, event)
        if key.shape is Shape.TEXT_OR_RECORD and isinstance(event, yaml.ScalarEvent):
            return self._fill_scalar(record, key, event)
        if key.shape in (Shape.RECORD, Shape.TEXT_OR_RECORD):
            return self._fill_record(record, key, event)
        if key.shape is Shape.RECORDS_BY_ID:
            return self._fill_records_by_id(record, key, event)
        return self._fill_records(record, key, event)

    def _fill_scalar(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if not isinstance(event, yaml.ScalarEvent):
            self._wrong_shape(event, key.name, "one value")
            self._skip(event)
            return False
        scalar = scalar_of(event)
        if (scalar.plain and scalar.text in _EMPTY) or (key.required and not scalar.text.strip()):
            self._fault("empty-value", scalar.line, scalar.column, key=key.name)
            return False
        record.scalars[key.name] = scalar
        if key.shape is Shape.EXPRESSION:
            record.runs = self._runs(event, scalar)
        return True

    def _runs(self, event: yaml.ScalarEvent, scalar: Scalar) -> tuple[Run, ...]:
        start: Any = event.start_mark
        end: Any = event.end_mark
        if scalar.plain and start.line == end.line and end.column - start.column == len(scalar.text):
            return (Run(1, scalar.line, scalar.column),)
        if self._lines is None:
            from factcheck.load.positions import Lines  # noqa: PLC0415 - few statements are written that way

            self._lines = Lines(self._text if isinstance(self._text, str) else self._text.decode())
        return self._lines.runs(scalar)

    def _texts(self, name: str, event: yaml.Event) -> list[Scalar] | None:
        if isinstance(event, yaml.ScalarEvent):
            return [scalar_of(event)]
        if not isinstance(event, yaml.SequenceStartEvent):
            self._wrong_shape(event, name, "a list")
            self._skip(event)
            return None
        texts: list[Scalar] = []
        while not isinstance(event := self._events.next(), yaml.SequenceEndEvent):
            if isinstance(event, yaml.ScalarEvent):
                texts.append(scalar_of(event))
            else:
                self._wrong_shape(event, f"an entry of {name}", "one value")
                self._skip(event)
        return texts

    def _fill_mapping(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if not isinstance(event, yaml.MappingStartEvent):
            self._wrong_shape(event, key.name, "a mapping")
            self._skip(event)
            return False
        entries = record.mappings.setdefault(key.name, [])
        for _, value in self._pairs():
            name = scalar_of(self._key)
            if key.shape is Shape.MAPPING and not isinstance(value, yaml.ScalarEvent):
                self._wrong_shape(value, f"{key.name}: {name.text}", "one value")
                self._skip(value)
                continue
            texts = self._texts(name.text, value)
            if texts is not None:
                entries.append((name, texts))
        return True

    def _fill_record(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if not isinstance(event, yaml.MappingStartEvent):
            self._wrong_shape(event, key.name, "a mapping")
            self._skip(event)
            return False
        child = RawRecord(key.record, Place(self.path, *position(event)))
        self._fill(child, event, position(self._key)[1])
        record.records[key.name] = [child]
        return child.sound or record.kind == "file"

    def _fill_records(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value in _EMPTY:
            return True
        if not isinstance(event, yaml.SequenceStartEvent):
            self._wrong_shape(event, key.name, "a list")
            self._skip(event)
            return False
        children = record.records.setdefault(key.name, [])
        _, column = position(event)
        while not isinstance(event := self._events.next(), yaml.SequenceEndEvent):
            if not isinstance(event, yaml.MappingStartEvent):
                if not (key.name == "claims" and self._stands_for(position(event)[0])):
                    self._wrong_shape(event, f"an entry of {key.name}", "a mapping")
                    self._skip(event)
                continue
            child = RawRecord(key.record, Place(self.path, *position(event)))
            self._fill(child, event, column)
            self._add(record, key, children, child)
        return True

    def _fill_records_by_id(self, record: RawRecord, key: Key, event: yaml.Event) -> bool:
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value in _EMPTY:
            return True
        if not isinstance(event, yaml.MappingStartEvent):
            self._wrong_shape(event, key.name, "a mapping")
            self._skip(event)
            return False
        children = record.records.setdefault(key.name, [])
        for _, value in self._pairs():
            name = scalar_of(self._key)
            if not isinstance(value, yaml.MappingStartEvent):
                self._wrong_shape(value, f"{key.name}: {name.text}", "a mapping")
                self._skip(value)
                continue
            child = RawRecord(key.record, Place(self.path, name.line, name.column), name=name)
            self._fill(child, value, name.column)
            self._add(record, key, children, child)
        return True

    def _add(self, record: RawRecord, key: Key, children: list[RawRecord], child: RawRecord) -> None:
        if self._take and record.kind == "file":
            self._take(key.name, child)
        else:
            children.append(child)


def _has(record: RawRecord, name: str) -> bool:
    return name in record.scalars or name in record.records


def _shape_of(event: yaml.Event) -> str:
    if isinstance(event, yaml.MappingStartEvent):
        return "a mapping"
    if isinstance(event, yaml.SequenceStartEvent):
        return "a list"
    return "one value"
