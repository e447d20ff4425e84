"""Raw records as bytes: a hundred thousand of them fit into little memory and travel cheaply between processes.

Marshal is used since it is the fastest way for plain texts and numbers, and can hold nothing else.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any, TypeAlias

from factcheck.load.keys import BY_NAME
from factcheck.load.raw import RawRecord
from factcheck.model.place import Place, Run, Scalar

# A scalar: its text, line and column, and whether it stands without quotation marks.
Typed: TypeAlias = tuple[str, int, int, bool]
# A record as plain values: line, column, whether it is sound, scalars, texts, mappings, records, name and runs.
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

# Later versions of the format write what is shared once, so that equal records may be different bytes.
_VERSION = 2
# What is a tuple already becomes a named one without being taken apart: there are millions of them.
_scalar: Callable[[type[Scalar], tuple[Any, ...]], Scalar] = tuple.__new__


def pack(record: Packable) -> bytes:
    """Return a record, and those under it, as bytes."""
    return marshal.dumps(record, _VERSION)


def unpack(data: bytes, kind: str, path: str) -> RawRecord:
    """Return the record that was packed."""
    return _record(marshal.loads(data), kind, path)  # noqa: S302 - plain values only, and nothing of them is run


def packable_claim(
    line: int, column: int, scalars: dict[str, Typed], mappings: dict[str, list[tuple[Typed, list[Typed]]]]
) -> Packable:
    """Return a sound claim, which begins at a place, with its scalars and its mappings and nothing else."""
    return (line, column, True, scalars, {}, mappings, {}, None, [])


def packable(record: RawRecord) -> Packable:
    """Return a record, and those under it, as plain values; its path is left out."""
    return (
        record.place.line,
        record.place.column,
        record.sound,
        {key: _typed(scalar) for key, scalar in record.scalars.items()},
        {key: [_typed(text) for text in texts] for key, texts in record.texts.items()},
        {key: [_entry(*entry) for entry in entries] for key, entries in record.mappings.items()},
        {key: [packable(child) for child in children] for key, children in record.records.items()},
        _typed(record.name) if record.name else None,
        [(run.start, run.line, run.column) for run in record.runs],
    )


def _entry(name: Scalar, texts: list[Scalar]) -> tuple[Typed, list[Typed]]:
    return _typed(name), [_typed(text) for text in texts]


def _typed(scalar: Scalar) -> Typed:
    return (scalar.text, scalar.line, scalar.column, scalar.plain)


def _record(plain: tuple[Any, ...], kind: str, path: str) -> RawRecord:
    line, column, sound, scalars, texts, mappings, records, name, runs = plain
    keys = BY_NAME[kind]
    return RawRecord(
        kind,
        Place(path, line, column),
        {key: _scalar(Scalar, scalar) for key, scalar in scalars.items()},
        texts and {key: [_scalar(Scalar, text) for text in values] for key, values in texts.items()},
        mappings
        and {
            key: [(_scalar(Scalar, word), [_scalar(Scalar, text) for text in values]) for word, values in entries]
            for key, entries in mappings.items()
        },
        records
        and {key: [_record(child, keys[key].record, path) for child in children] for key, children in records.items()},
        _scalar(Scalar, name) if name else None,
        sound,
        tuple([Run(*run) for run in runs]) if runs else (),
    )
