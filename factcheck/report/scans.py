"""Scanned documents as a table for people or as JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from factcheck.model.exact import Exact, plain
from factcheck.model.format import format_interval, format_number
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.scanned import Scanned
from factcheck.report.clean import clean
from factcheck.report.console import laid_out
from factcheck.report.records import interval_record

_PERCENTAGES = (Kind.PERCENT, Kind.POINTS)


def render_lines(found: Iterable[Scanned]) -> Iterable[str]:
    """Yield one JSON object a line; exact numbers are texts, percentages are fractions of one."""
    for each in found:
        yield json.dumps(_record(each), ensure_ascii=False) + "\n"


def _record(each: Scanned) -> dict[str, object]:
    record: dict[str, object] = {
        "path": each.path,
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


def render_table(found: Iterable[Scanned], width: int, *, colour: bool) -> str:
    """Return a table: line, quantity, how it is read, what a reader expects, the words around it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column("line", justify="right", no_wrap=True)
    table.add_column("quantity", overflow="fold")
    table.add_column("read as", overflow="fold")
    table.add_column("readers expect", overflow="fold")
    table.add_column("words", ratio=1, overflow="fold")
    for each in found:
        words = Text.assemble(
            (clean(each.before.lstrip()), "dim"), (clean(each.text), "bold"), (clean(each.after.rstrip()), "dim")
        )
        line = f"p. {each.page}, {each.line}" if each.page else str(each.line)
        if each.quantity is not None:
            reading, expected = _reading(each.quantity)
            table.add_row(line, Text(clean(each.text)), Text(reading), Text(expected), words)
        elif each.vague is not None:
            expected = format_interval(each.vague, "", "en")
            table.add_row(line, Text(clean(each.text)), Text("vague"), Text(expected), words)
        else:
            table.add_row(line, Text(clean(each.text), style="dim"), Text(each.kind, style="dim"), "", words)
        for part in each.parts:
            meaning = Text(clean(part.meaning), style="dim")
            table.add_row("", Text(f"  {part.role}", style="dim"), Text(clean(part.words), style="dim"), meaning, "")
    return laid_out(table, width=width, colour=colour)


def _reading(quantity: Quantity) -> tuple[str, str]:
    percent = "%" if quantity.kind in _PERCENTAGES or quantity.unit in ("%", "pp") else ""
    value = _shown(quantity.value, percent)
    if quantity.high is not None:
        value += f" to {_shown(quantity.high, percent)}"
    if quantity.of is not None:
        value += f" of {format_number(quantity.of, 'en')}"
    if quantity.also is not None:
        value += f" or {format_number(quantity.also, 'en')}"
    unit = "" if percent and quantity.unit == "%" else quantity.unit
    parts = [quantity.comparator or "", value, unit, f"({quantity.kind.value})"]
    if quantity.foreign_style:
        parts.append("in another style")
    return " ".join(part for part in parts if part), format_interval(quantity.soft, percent, "en")


def _shown(value: Exact, percent: str) -> str:
    return format_number(value * 100, "en") + "%" if percent else format_number(value, "en")
