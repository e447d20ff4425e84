"""Raw records as bytes: a hundred thousand of them fit into little memory and travel cheaply between processes.

Lines are counted from the one that the record begins on, so that a record which moves in its file stays the same
bytes. Marshal is used since it is the fastest way for plain texts and numbers, and can hold nothing else.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Collection
from typing import Any, TypeAlias

from factcheck.load.cache import RECORD_DIGEST, record_digest
from factcheck.load.keys import BY_NAME
from factcheck.load.raw import RawRecord
from factcheck.model.place import Place, Run, Scalar
from factcheck.model.record import NamedTuple, field, record

# A scalar: its text, line and column, and whether it stands without quotation marks.
Typed: TypeAlias = tuple[str, int, int, bool]
# A record as plain values: line (0, but for those under it), column, whether it is sound, scalars, texts, mappings,
# records, name and runs.
Packable: TypeAlias = tuple[
    int,
    int,
    bool,
    dict[str, Typed],
    dict[str, list[Typed]],
    dict[str, list[tuple[Typed, list[Typed]]]],
    "dict[str, list[Packable]]",
    Typed | None,
    list[tuple[int, int, int]],
]

_LINE = 32
# Later versions of the format write what is shared once, so that equal records may be different bytes.
_VERSION = 2
# The quickest way to a named tuple: there are millions of them.
_new: Callable[[type[Scalar], tuple[Any, ...]], Scalar] = tuple.__new__


class Packed(NamedTuple):
    """A record as ``PackedRecords`` has it."""

    record: bytes
    names: tuple[str, ...]
    start: int


@record(slots=True)
class PackedRecords:
    """The records of one kind in a file, in their order.

    ``names`` holds for each record its own id first ("" where it has none), then what else it names. ``starts`` tells
    where each begins (see ``start_of``), ``bound`` which may repeat what stands elsewhere in the file. ``digests``
    holds what stands for each of them, one after the other, once it was asked for: the same wherever in its file a
    record stands, unless it is bound.
    """

    kind: str
    records: list[bytes] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("Q"))
    bound: set[int] = field(default_factory=set)
    digests: bytes = b""

    def __len__(self) -> int:
        return len(self.records)

    def add(self, new: Collection[Packed], *, bound: bool = False) -> None:
        """Add records; ``bound`` are those that may repeat what stands elsewhere in the file."""
        if bound:
            self.bound.update(range(len(self), len(self) + len(new)))
        self.records += [each.record for each in new]
        self.names += [each.names for each in new]
        self.starts.extend([each.start for each in new])

    def extend(self, others: PackedRecords) -> None:
        """Add all records of a part of the same file that comes after."""
        self.bound.update(len(self) + number for number in others.bound)
        self.records += others.records
        self.names += others.names
        self.starts += others.starts

    def raw(self, number: int, path: str) -> RawRecord:
        """Return a record of the file that is called ``path``."""
        return unpack(self.records[number], self.kind, path, line_of(self.starts[number]))

    def digest(self, number: int) -> bytes:
        """Return what stands for a record."""
        if len(self.digests) < len(self) * RECORD_DIGEST:
            self.digest_all()
        return self.digests[number * RECORD_DIGEST : (number + 1) * RECORD_DIGEST]

    def digest_all(self) -> None:
        """Work out what stands for each record."""
        own = self.records
        if self.bound:
            own = [
                each + b"%d" % start if number in self.bound else each
                for number, (each, start) in enumerate(zip(own, self.starts, strict=True))
            ]
        self.digests = b"".join(map(record_digest, own))


def start_of(place: Place) -> int:
    """Return a line and column as one number, in the order in which they stand in a file."""
    return place.line << _LINE | place.column


def line_of(start: int) -> int:
    """Return the line of a start."""
    return start >> _LINE


def pack(record: Packable) -> bytes:
    """Return a record, and those under it, as bytes."""
    return marshal.dumps(record, _VERSION)


def unpack(data: bytes, kind: str, path: str, line: int) -> RawRecord:
    """Return the record that was packed, beginning on a line of a file."""
    return _record(marshal.loads(data), kind, path, line)  # noqa: S302 - plain values only, and nothing of them is run


def packable_claim(
    column: int, scalars: dict[str, Typed], mappings: dict[str, list[tuple[Typed, list[Typed]]]]
) -> Packable:
    """Return a sound claim, which begins in a column, with its scalars and its mappings and nothing else."""
    return (0, column, True, scalars, {}, mappings, {}, None, [])


def packable(record: RawRecord) -> Packable:
    """Return a record, and those under it, as plain values; its path is left out."""
    return _packable(record, record.place.line)


def _packable(record: RawRecord, first: int) -> Packable:
    return (
        record.place.line - first,
        record.place.column,
        record.sound,
        {key: _typed(scalar, first) for key, scalar in record.scalars.items()},
        {key: [_typed(text, first) for text in texts] for key, texts in record.texts.items()},
        {
            key: [(_typed(name, first), [_typed(text, first) for text in texts]) for name, texts in entries]
            for key, entries in record.mappings.items()
        },
        {key: [_packable(child, first) for child in children] for key, children in record.records.items()},
        _typed(record.name, first) if record.name else None,
        [(run.start, run.line - first, run.column) for run in record.runs],
    )


def _typed(scalar: Scalar, first: int) -> Typed:
    return (scalar.text, scalar.line - first, scalar.column, scalar.plain)


def _record(plain: tuple[Any, ...], kind: str, path: str, first: int) -> RawRecord:
    line, column, sound, scalars, texts, mappings, records, name, runs = plain
    keys = BY_NAME[kind]
    return RawRecord(
        kind,
        Place(path, first + line, column),
        {key: _new(Scalar, (text, first + line, at, bare)) for key, (text, line, at, bare) in scalars.items()},
        texts and {key: [_scalar(text, first) for text in values] for key, values in texts.items()},
        mappings
        and {
            key: [(_scalar(word, first), [_scalar(text, first) for text in values]) for word, values in entries]
            for key, entries in mappings.items()
        },
        records
        and {
            key: [_record(child, keys[key].record, path, first) for child in children]
            for key, children in records.items()
        },
        _scalar(name, first) if name else None,
        sound,
        tuple([Run(start, first + line, column) for start, line, column in runs]) if runs else (),
    )


def _scalar(typed: Typed, first: int) -> Scalar:
    text, line, column, plain = typed
    return _new(Scalar, (text, first + line, column, plain))
