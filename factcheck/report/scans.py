"""Scanned documents as a table for people."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.exact import Exact
from factcheck.model.format import format_interval, format_number
from factcheck.model.quantity import PERCENTAGES, Quantity
from factcheck.model.scanned import Scanned
from factcheck.report.clean import clean
from factcheck.report.layout import Column, Table, Text, laid_out


def render_table(found: Iterable[Scanned], width: int, *, colour: bool) -> str:
    """Return a table: line, quantity, how it is read, what a reader expects, the words around it."""
    heads = ("quantity", "read as", "readers expect", "words")
    table = Table([Column("line", right=True, wraps=False), *map(Column, heads)])
    for each in found:
        words = Text(
            (clean(each.before.lstrip()), "dim"), (clean(each.text), "bold"), (clean(each.after.rstrip()), "dim")
        )
        line = f"p. {each.page}, {each.line}" if each.page else str(each.line)
        if each.quantity is not None:
            reading, expected = _reading(each.quantity)
            table.add(line, Text(clean(each.text)), Text(reading), Text(expected), words)
        elif each.vague is not None:
            expected = format_interval(each.vague, "", "en")
            table.add(line, Text(clean(each.text)), Text("vague"), Text(expected), words)
        else:
            table.add(line, Text(clean(each.text), style="dim"), Text(each.kind, style="dim"), "", words)
        for part in each.parts:
            meaning = Text(clean(part.meaning), style="dim")
            table.add("", Text(f"  {part.role}", style="dim"), Text(clean(part.words), style="dim"), meaning, "")
    return laid_out(table, width=width, colour=colour)


def _reading(quantity: Quantity) -> tuple[str, str]:
    percent = "%" if quantity.kind in PERCENTAGES or quantity.unit in ("%", "pp") else ""
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
