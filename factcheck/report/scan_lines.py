"""Scanned documents as JSON lines for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from factcheck.model.exact import Exact, plain
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.scanned import Scanned
from factcheck.report.records import interval_record

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# JSON escapes the controls below a space by itself; a terminal may act on these too.
_CONTROLS = re.compile("[\x7f-\x9f]")


def render_lines(found: Iterable[Scanned], row: str | None = None) -> Iterator[str]:
    """Yield one JSON object a line; exact numbers are texts, percentages are fractions of one.

    ``row`` tells which row of a table the document is, where it is one.
    """
    for each in found:
        line = _ENCODE(_record(each, row))
        yield (_CONTROLS.sub(_escaped, line) if _CONTROLS.search(line) else line) + "\n"


def render_unreadable(path: str, row: str | None, why: str) -> str:
    """Return one line that says why a document has none: for runs in which no process can tell a person."""
    record = {"path": path, **({} if row is None else {"id": row}), "text": why, "kind": "unreadable"}
    return _ENCODE(record) + "\n"


def _escaped(control: re.Match[str]) -> str:
    return f"\\u{ord(control[0]):04x}"


def _record(each: Scanned, row: str | None) -> dict[str, object]:
    record: dict[str, object] = {
        "path": each.path,
        **({} if row is None else {"id": row}),
        "start": each.start,
        "end": each.end,
        **({"page": each.page} if each.page else {}),
        "line": each.line,
        "text": each.text,
        "kind": each.kind,
    }
    if each.quantity is not None:
        record |= _quantity(each.quantity)
    elif each.vague is not None:
        record |= dict.fromkeys(_FIELDS) | {"soft": interval_record(each.vague), "vague": True}
    if each.parts:
        record["parts"] = [part._asdict() for part in each.parts]
    return record


def _quantity(quantity: Quantity) -> dict[str, object]:
    is_range = quantity.kind is Kind.RANGE
    return dict.fromkeys(_FIELDS) | {
        "value": None if is_range else plain(quantity.value),
        "also": _plain(quantity.also),
        "of": _plain(quantity.of),
        "low": _plain(quantity.low),
        "high": _plain(quantity.high),
        "unit": quantity.unit or None,
        "unit_assumed": quantity.assumed_unit,
        "comparator": quantity.comparator,
        "doubtful": quantity.doubtful,
        "direction": {1: "up", -1: "down"}.get(quantity.direction),
        "base": quantity.base or None,
        "estimate": quantity.estimated,
        "other_style": quantity.foreign_style,
        "hard": interval_record(quantity.hard),
        "soft": interval_record(quantity.soft),
        "vague": False,
    }


_FIELDS = (
    "value",
    "also",
    "of",
    "low",
    "high",
    "unit",
    "unit_assumed",
    "comparator",
    "doubtful",
    "direction",
    "base",
    "estimate",
    "other_style",
    "hard",
    "soft",
    "vague",
)


def _plain(value: Exact | None) -> str | None:
    return None if value is None else plain(value)
