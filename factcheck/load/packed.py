"""Raw records as bytes: a hundred thousand of them fit into little memory and travel cheaply between processes.

Lines are counted from the one that the record begins on, so that a record which moves in its file stays the same
bytes. Of claims that have the same keys in the same places only the texts are kept of each, and all else once, as their
template. Marshal is used since it is the fastest way for plain texts and numbers, and can hold nothing else.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import Any, TypeAlias

from factcheck.load.cache import RECORD_DIGEST, record_digest
from factcheck.load.keys import BY_NAME
from factcheck.load.raw import RawRecord
from factcheck.model.place import Place, Run, Scalar
from factcheck.model.record import NamedTuple, field, record

# A scalar: its text, line and column, and whether it stands without quotation marks.
Typed: TypeAlias = tuple[str, int, int, bool]
# What makes a packed claim of its texts and the line that it begins on.
Packer: TypeAlias = "Callable[[tuple[str, ...], int], Packed]"
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


class Slot(NamedTuple):
    """Where one of the texts of a claim stands: its number, its key, and where from the first line of the claim on.

    ``plain`` tells whether it stands without quotation marks.
    """

    text: int
    key: str
    line: int
    column: int
    plain: bool


class Template(NamedTuple):
    """What a sound claim consists of besides its texts: the column it begins in, its scalars, its mappings by key."""

    column: int
    scalars: tuple[Slot, ...]
    mappings: tuple[tuple[str, tuple[Slot, ...]], ...]


# How much deeper than its claim an entry of a mapping stands, and what stands between a key and its value.
DEEPER = len("  ")
BETWEEN = len(": ")


class Packed(NamedTuple):
    """A record as ``PackedRecords`` has it; of one with a template the texts alone."""

    record: bytes
    names: tuple[str, ...]
    start: int
    template: Template | None = None


@record(slots=True)
class PackedRecords:
    """The records of one kind in a file, in their order.

    ``names`` holds for each record its own id first ("" where it has none), then what else it names. ``starts`` tells
    where each begins (see ``start_of``), ``templated`` which of the templates it has, counted from 1, or 0 for none,
    ``bound`` which may repeat what stands elsewhere in the file. ``digests`` holds what stands for each of them, one
    after the other, once it was asked for: the same wherever in its file a record stands, unless it is bound.
    """

    kind: str
    records: list[bytes] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("Q"))
    templates: list[Template] = field(default_factory=list)
    numbers: dict[Template, int] = field(default_factory=dict, compare=False, repr=False)
    templated: array[int] = field(default_factory=lambda: array("L"))
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
        # Most have the very template of the one before.
        template, number = None, 0
        for each in new:
            if each.template is not template:
                template, number = each.template, self._number(each.template)
            self.templated.append(number)

    def _number(self, template: Template | None) -> int:
        """Return the number of a template, which is added if it is new; 0 for none."""
        if template is None:
            return 0
        number = self.numbers.setdefault(template, len(self.templates) + 1)
        if number > len(self.templates):
            self.templates.append(template)
        return number

    def extend(self, others: PackedRecords) -> None:
        """Add all records of a part of the same file that comes after."""
        self.bound.update(len(self) + number for number in others.bound)
        self.records += others.records
        self.names += others.names
        self.starts += others.starts
        numbers = [0, *map(self._number, others.templates)]
        self.templated.extend([numbers[each] for each in others.templated])

    def raw(self, number: int, path: str) -> RawRecord:
        """Return a record of the file that is called ``path``."""
        data, line = self.records[number], line_of(self.starts[number])
        if template := self.templated[number]:
            return _filled(self.templates[template - 1], marshal.loads(data), path, line)  # noqa: S302 - as below
        return unpack(data, self.kind, path, line)

    def digest(self, number: int) -> bytes:
        """Return what stands for a record."""
        if len(self.digests) < len(self) * RECORD_DIGEST:
            self.digest_all()
        return self.digests[number * RECORD_DIGEST : (number + 1) * RECORD_DIGEST]

    def digest_all(self) -> None:
        """Work out what stands for each record."""
        templates = [b"", *(record_digest(repr(each).encode()) for each in self.templates)]
        own = [each + templates[number] for each, number in zip(self.records, self.templated, strict=True)]
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


def by_template(claim: Packable) -> tuple[Template, tuple[str, ...]] | None:
    """Return a claim as a template with texts; None where it is not sound or not written a key a line."""
    _, column, sound, scalars, texts, mappings, records, name, runs = claim
    if not sound or texts or records or name or runs:
        return None
    typed = [(line, text, len(key) + BETWEEN, at) for key, (text, line, at, _) in scalars.items()]
    for (key, line, at, plain), values in chain.from_iterable(mappings.values()):
        if len(values) != 1 or not plain or at != column + DEEPER or line != values[0][1]:
            return None
        typed.append((line, values[0][0], DEEPER + len(key) + BETWEEN, values[0][2]))
    typed.sort()
    numbers = {line: number for number, (line, *_) in enumerate(typed)}
    # What stands for another value of the claim has its line.
    if len(numbers) < len(typed) or any(at != column + before for _, _, before, at in typed):
        return None

    def slot(key: str, value: Typed) -> Slot:
        _, line, at, plain = value
        return Slot(numbers[line], key, line, at, plain)

    template = Template(
        column,
        tuple([slot(key, value) for key, value in scalars.items()]),
        tuple(
            [
                (within, tuple([slot(key[0], values[0]) for key, values in entries]))
                for within, entries in mappings.items()
            ]
        ),
    )
    return template, tuple([text for _, text, *_ in typed])


def pack_texts(texts: tuple[str, ...]) -> bytes:
    """Return the texts of a claim that has a template as bytes."""
    return marshal.dumps(texts, _VERSION)


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


def _filled(template: Template, texts: Sequence[str], path: str, first: int) -> RawRecord:
    """Return the claim with a template that has these texts."""
    return RawRecord(
        "claim",
        Place(path, first, template.column),
        {key: _new(Scalar, (texts[text], first + line, at, bare)) for text, key, line, at, bare in template.scalars},
        {},
        {
            name: [
                (
                    _new(Scalar, (key, first + line, at - len(key) - BETWEEN, True)),
                    [_new(Scalar, (texts[text], first + line, at, bare))],
                )
                for text, key, line, at, bare in slots
            ]
            for name, slots in template.mappings
        },
    )


def _scalar(typed: Typed, first: int) -> Scalar:
    text, line, column, plain = typed
    return _new(Scalar, (text, first + line, column, plain))
