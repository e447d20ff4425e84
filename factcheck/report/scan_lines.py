"""Scanned documents as JSON lines for programs.

An archive has more quantities than anything else that is written here, and building a dictionary for each costs as
much as reading it; so a line is put together from pieces, of which only the texts go through an encoder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from factcheck.model.exact import Exact, plain
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.scanned import Scanned

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# JSON escapes the controls below a space by itself; a terminal may act on these too.
_CONTROLS = re.compile("[\x7f-\x9f]")
_TRUTHS = ("false", "true")
UNREADABLE = "unreadable"
_DIRECTIONS = {0: "null", 1: '"up"', -1: '"down"'}


def render_lines(found: Iterable[Scanned], row: str | None = None) -> Iterator[str]:
    """Yield one JSON object a line; exact numbers are texts, percentages are fractions of one.

    ``row`` tells which row of a table the document is, where it is one.
    """
    called = "" if row is None else f'"id": {_json(row)}, '
    path = start = ""
    for each in found:
        if each.path != path or not start:
            path = each.path
            start = f'{{"path": {_json(path)}, {called}"start": '
        page = f', "page": {each.page}' if each.page else ""
        parts = f', "parts": {_json([part._asdict() for part in each.parts])}' if each.parts else ""
        yield (
            f'{start}{each.start}, "end": {each.end}{page}, "line": {each.line}, "text": {_json(each.text)}, '
            f'"kind": "{each.kind}"{_reading(each)}{parts}}}\n'
        )


def render_unreadable(path: str, row: str | None, why: str) -> str:
    """Return one line that says why a document has none: for runs in which no process can tell a person."""
    record = {"path": path, **({} if row is None else {"id": row}), "text": why, "kind": UNREADABLE}
    return _json(record) + "\n"


def _json(value: object) -> str:
    encoded = _ENCODE(value)
    return _CONTROLS.sub(_escaped, encoded) if _CONTROLS.search(encoded) else encoded


def _escaped(control: re.Match[str]) -> str:
    return f"\\u{ord(control[0]):04x}"


def _reading(each: Scanned) -> str:
    if each.quantity is not None:
        return _quantity(each.quantity)
    return "" if each.vague is None else _vague(each.vague)


def _quantity(quantity: Quantity) -> str:
    value = "null" if quantity.kind is Kind.RANGE else f'"{plain(quantity.value)}"'
    comparator = "null" if quantity.comparator is None else f'"{quantity.comparator.value}"'
    return (
        f', "value": {value}, "also": {_number(quantity.also)}, "of": {_number(quantity.of)}, '
        f'"low": {_number(quantity.low)}, "high": {_number(quantity.high)}, '
        f'"unit": {_text(quantity.unit)}, "unit_assumed": {_TRUTHS[quantity.assumed_unit]}, '
        f'"comparator": {comparator}, "doubtful": {_TRUTHS[quantity.doubtful]}, '
        f'"direction": {_DIRECTIONS[quantity.direction]}, "base": {_text(quantity.base)}, '
        f'"estimate": {_TRUTHS[quantity.estimated]}, "other_style": {_TRUTHS[quantity.foreign_style]}, '
        f'"hard": {_interval(quantity.hard)}, "soft": {_interval(quantity.soft)}, "vague": false'
    )


def _vague(soft: Interval) -> str:
    """Return the fields of a quantity for a number that is only hinted at: nothing but what a reader expects."""
    unknown = ", ".join(f'"{name}": null' for name in _UNKNOWN)
    return f', {unknown}, "soft": {_interval(soft)}, "vague": true'


_UNKNOWN = (
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
)


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    low_end = _number(low)
    high_end = low_end if high is low else _number(high)
    return (
        f'{{"low": {low_end}, "high": {high_end}, "low_open": {_TRUTHS[low is None or interval.low_open]}, '
        f'"high_open": {_TRUTHS[high is None or interval.high_open]}}}'
    )


def _number(value: Exact | None) -> str:
    return "null" if value is None else f'"{plain(value)}"'


def _text(value: str) -> str:
    return _json(value) if value else "null"
