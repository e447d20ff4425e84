"""Raw records as bytes: a hundred thousand of them fit into little memory and travel cheaply between processes.

Marshal is used since it is the fastest way for plain texts and numbers, and can hold nothing else.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any

from factcheck.load.keys import BY_NAME
from factcheck.load.raw import RawRecord
from factcheck.model.place import Place, Run, Scalar

# What is a tuple already becomes a named one without being taken apart: there are millions of them.
_scalar: Callable[[type[Scalar], tuple[Any, ...]], Scalar] = tuple.__new__


def pack(record: RawRecord) -> bytes:
    """Return a record, and those under it, as bytes; its path is left out."""
    return marshal.dumps(_plain(record))


def unpack(data: bytes, kind: str, path: str) -> RawRecord:
    """Return the record that was packed."""
    return _record(marshal.loads(data), kind, path)  # noqa: S302 - plain values only, and nothing of them is run


def _plain(record: RawRecord) -> tuple[Any, ...]:
    return (
        record.place.line,
        record.place.column,
        record.sound,
        {key: tuple(scalar) for key, scalar in record.scalars.items()},
        record.texts and {key: [tuple(text) for text in texts] for key, texts in record.texts.items()},
        record.mappings and {key: [_entry(*entry) for entry in entries] for key, entries in record.mappings.items()},
        record.records and {key: [_plain(child) for child in children] for key, children in record.records.items()},
        tuple(record.name) if record.name else None,
        [tuple(run) for run in record.runs],
    )


def _entry(name: Scalar, texts: list[Scalar]) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
    return tuple(name), [tuple(text) for text in texts]


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
