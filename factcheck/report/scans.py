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
        "line": each.line,
        "text": each.text,
        "kind": each.kind,
    }
    if each.quantity is None:
        return record
    quantity = each.quantity
    return record | {
        "value": plain(quantity.value),
        "of": None if quantity.of is None else plain(quantity.of),
        "also": None if quantity.also is None else plain(quantity.also),
        "unit": quantity.unit or None,
        "comparator": quantity.comparator,
        "direction": {1: "up", -1: "down"}.get(quantity.direction),
        "estimate": quantity.estimated,
        "hard": interval_record(quantity.hard),
        "soft": interval_record(quantity.soft),
    }


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
        if each.quantity is None:
            table.add_row(str(each.line), Text(clean(each.text), style="dim"), Text(each.kind, style="dim"), "", words)
        else:
            reading, expected = _reading(each.quantity)
            table.add_row(str(each.line), Text(clean(each.text)), Text(reading), Text(expected), words)
    return laid_out(table, width=width, colour=colour)


def _reading(quantity: Quantity) -> tuple[str, str]:
    percent = "%" if quantity.kind in _PERCENTAGES else ""
    value = _shown(quantity.value, percent)
    if quantity.of is not None:
        value += f" of {format_number(quantity.of, 'en')}"
    if quantity.also is not None:
        value += f" or {format_number(quantity.also, 'en')}"
    parts = [quantity.comparator or "", value, quantity.unit, f"({quantity.kind.value})"]
    return " ".join(part for part in parts if part), format_interval(quantity.soft, percent, "en")


def _shown(value: Exact, percent: str) -> str:
    return format_number(value * 100, "en") + "%" if percent else format_number(value, "en")
