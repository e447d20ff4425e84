"""Figures in the rows of a table: what row and column say of each, and of which year it is.

A table is read off its lines, whatever divides their cells: a row ends with figures that only gaps and strokes divide.
Where tabs or strokes divide both a row and the line above the rows into as many cells, each stands below its own; else
the columns are known where that line names as many years, or as many things, as a row has figures. What is not known so
is left without a time, rather than given that of the text around.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.model.quantity import Quantity
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import StatementWords

# Between two cells, and behind the last: gaps, strokes, marks of notes, and cells that are empty.
_BETWEEN = re.compile(r"[\s|*†‡]*(?:(?:[-–—]|n/?a|\.{2,3})(?:[\s|]+|\Z))*\Z", re.IGNORECASE)
_EMPTY = re.compile(r"(?:[-–—]|n/?a|\.{2,3})(?=[\s|]|\Z)", re.IGNORECASE)
_RULE = re.compile(r"[\s|:–=+-]*\Z")
_YEARS = re.compile(r"(?:[\s|]+(?:năm\s+)?(?:19|20)\d{2}\*?)+[\s|]*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_ROW_OF_YEAR = re.compile(r"[\s|]*(?:năm\s+)?(?P<year>(?:19|20)\d{2})[\s|]+\Z", re.IGNORECASE)
_STROKE = re.compile(r"\|")
_GROUPS = re.compile(r"\d{3}(?: \d{3})+")
_MOST_ROWS = 40
_EDGES = " \t|*:"
# Rules and empty lines may stand between a row and what is above it.
_MOST_ABOVE = 4
_LONGEST_UNIT_LINE = 120
_FEWEST_CELLS = 3
_UNIT_WORDS = 2


class Cell(NamedTuple):
    """What a table says of one of its figures: the words of its row or column, and its year; empty where unknown.

    ``unit`` is that of the whole table, where a line above it names one, ``column`` what stands above the figure
    where that is no time.
    """

    label: str
    period: str
    unit: str = ""
    column: str = ""


class _Row(NamedTuple):
    """A line with the figures that it ends with: their columns, counted from 0, and how many columns there are."""

    line: Span
    name: str
    figures: Sequence[Quantity]
    columns: Sequence[int]
    width: int

    @property
    def year(self) -> str:
        """The year that names the row, if one does."""
        match = _ROW_OF_YEAR.match(self.name)
        return match["year"] if match else ""


def table_cells(
    page: Page, quantities: Sequence[Quantity], times: Sequence[Time], words: StatementWords
) -> Mapping[int, Cell]:
    """Return what tables say of their figures, by where these begin; ``times`` are those of the text."""
    lines = _lines(page.text)
    by_line: dict[int, list[Quantity]] = {}
    at = 0
    for quantity in quantities:
        while at + 1 < len(lines) and lines[at + 1].start <= quantity.start:
            at += 1
        by_line.setdefault(at, []).append(quantity)
    divided = {number: _divided(page, lines[number]) for number in by_line}
    rows = {
        number: row
        for number, found in by_line.items()
        if (row := _divided_row(page, lines[number], divided[number], found) or _row(page.text, lines[number], found))
    }
    cells: dict[int, Cell] = {}
    heads: dict[int, Span | None] = {}
    headings: dict[Span | None, list[Span]] = {None: []}
    units: dict[Span | None, str] = {None: ""}
    for number, row in rows.items():
        head = heads[number] = _head(page.text, lines, heads, number)
        if head is not None and head not in units:
            headings[head] = _divided(page, head)
            units[head] = _unit_above(page.text, lines, head, words)
        line = page.text[head.start : head.end] if head else ""
        heading, own = headings[head], divided[number]
        if len(own) > 1 and len(heading) == len(own):
            for quantity in row.figures:
                column = _at(own, quantity.start)
                cells[quantity.start] = _below(page, row, heading[column], times)._replace(unit=units[head])
            continue
        periods = _periods(line, head, times, row.width) if head else []
        for quantity, column in zip(row.figures, row.columns, strict=True):
            cells[quantity.start] = _cell(row, column, line, periods)._replace(unit=units[head])
    return cells


def _unit_above(text: str, lines: Sequence[Span], head: Span, words: StatementWords) -> str:
    """Return the unit that a line right above a table's head, or between it and the rows, names; empty if none does."""
    number = _at(lines, head.start)
    for above in range(number, max(-1, number - _MOST_ABOVE), -1):
        line = text[lines[above].start : lines[above].end]
        if len(line) <= _LONGEST_UNIT_LINE and (match := words.unit_line.match(line.strip(_EDGES))):
            return match["unit"].strip()
    return ""


def run_together(page: Page, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Return where numbers begin that are several cells, between which a text without tabs has but a space.

    "Revenue 250 310 425" below "2022 2023 2024" is no 250 million.
    """
    found: set[int] = set()
    grouped = [quantity for quantity in quantities if _GROUPS.fullmatch(quantity.text)]
    lines = _lines(page.text) if grouped else []
    for quantity in grouped:
        number = _at(lines, quantity.start)
        for above in range(number - 1, max(-1, number - _MOST_ROWS), -1):
            line = page.text[lines[above].start : lines[above].end]
            if _YEARS.search(line):
                if len(_YEAR.findall(line)) == len(quantity.text.split()):
                    found.add(quantity.start)
                break
    return frozenset(found)


def in_brackets(page: Page, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Return where the numbers begin that fill a cell in brackets, which accounts write for what is below zero."""
    found: set[int] = set()
    text = page.text
    enclosed = [
        each for each in quantities if text[each.start - 1 : each.start] + text[each.end : each.end + 1] == "()"
    ]
    lines = _lines(text) if enclosed else []
    for quantity in enclosed:
        line = lines[_at(lines, quantity.start)]
        cells = (text[cell.start : cell.end].strip(_EDGES) for cell in _divided(page, line)[1:])
        if text[quantity.start - 1 : quantity.end + 1] in cells:
            found.add(quantity.start)
    return frozenset(found)


def _divided(page: Page, line: Span) -> list[Span]:
    """Return the cells of a line by the tabs in it, or by its strokes; the whole line where neither divides it."""
    first, last = bisect_left(page.tabs, line.start), bisect_left(page.tabs, line.end)
    places: Sequence[int] = page.tabs[first:last]
    if not places:
        places = [line.start + match.start() for match in _STROKE.finditer(page.text[line.start : line.end])]
    starts = [line.start, *(place + 1 for place in places)]
    ends = [*places, line.end]
    cells = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    if cells and page.text[line.start : line.start + 1] == "|":
        cells = cells[1:]
    return cells[:-1] if page.text[line.start : line.end].rstrip().endswith("|") else cells


def _below(page: Page, row: _Row, heading: Span, times: Sequence[Time]) -> Cell:
    """Return what is known of a figure below a cell of the line above the rows."""
    name = page.text[heading.start : heading.end].strip(_EDGES)
    if row.year:
        return Cell(name, row.year)
    named = [time.iso for time in times_between(times, heading.start, heading.end) if time.iso]
    if not named and _YEARS.fullmatch(f" {name}"):
        named = _YEAR.findall(name)
    period = named[0] if len(named) == 1 else ""
    return Cell(row.name.strip(_EDGES), period, column="" if named else name)


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _at(spans: Sequence[Span], offset: int) -> int:
    """Return the number of the last of some stretches, which are in order, that begins at an offset or before it."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1


def _row(text: str, line: Span, found: Sequence[Quantity]) -> _Row | None:
    """Return a line as a row: two figures or more at its end, or one behind a year."""
    figures: list[Quantity] = []
    gaps: list[int] = []
    end = line.end
    for quantity in reversed(found):
        between = text[quantity.end : end]
        if quantity.end > line.end or not _BETWEEN.match(between):
            break
        gaps.insert(0, len(_EMPTY.findall(between)))
        figures.insert(0, quantity)
        end = quantity.start
    if not figures:
        return None
    columns = [sum(gaps[:number]) + number for number in range(len(figures))]
    row = _Row(line, text[line.start : end], figures, columns, columns[-1] + 1 + gaps[-1])
    return row if len(figures) > 1 or row.year else None


def _divided_row(page: Page, line: Span, cells: Sequence[Span], found: Sequence[Quantity]) -> _Row | None:
    """Return a line that tabs or strokes divide as a row: with those of its figures that have a cell of their own."""
    if len(cells) < _FEWEST_CELLS:
        return None
    figures: list[Quantity] = []
    columns: list[int] = []
    for quantity in found:
        column = _at(cells, quantity.start)
        if column > 0 and quantity.end <= cells[column].end and _is_alone(page.text, cells[column], quantity):
            figures.append(quantity)
            columns.append(column - 1)
    if not figures:
        return None
    ahead = [page.text[cell.start : cell.end].strip(_EDGES) for cell in cells[: columns[0] + 1]]
    name = " ".join(each for each in ahead if any(map(str.isalpha, each))) or " ".join(ahead)
    return _Row(line, f"{name} ", figures, columns, len(cells) - 1)


def _is_alone(text: str, cell: Span, quantity: Quantity) -> bool:
    """Whether a cell holds a figure, its unit at most, and nothing else that is said."""
    before, behind = text[cell.start : quantity.start], text[quantity.end : cell.end]
    if any(map(str.isalnum, before)):
        return False
    return not any(map(str.isalnum, behind)) or (bool(quantity.unit) and len(behind.split()) <= _UNIT_WORDS)


def _head(text: str, lines: Sequence[Span], heads: Mapping[int, Span | None], number: int) -> Span | None:
    """Return the line above the rows that a row stands in; ``heads`` are those of the rows before it."""
    for above in range(number - 1, max(-1, number - _MOST_ABOVE), -1):
        if above in heads:
            return heads[above]
        line = text[lines[above].start : lines[above].end]
        if line.strip() and not _RULE.match(line):
            return lines[above]
    return None


def _periods(line: str, head: Span, times: Sequence[Time], width: int) -> list[str]:
    """Return the period of each column, where the line above the rows names as many times as there are columns."""
    named = [time.iso for time in times_between(times, head.start, head.end) if time.iso]
    if len(named) != width and _YEARS.search(line):
        named = _YEAR.findall(line)
    return named if len(named) == width else []


def _cell(row: _Row, column: int, head: str, periods: Sequence[str]) -> Cell:
    if not row.year:
        return Cell(row.name.strip(_EDGES), periods[column] if periods else "")
    first, *names = [name.strip(_EDGES) for name in head.strip(_EDGES).split("|" if "|" in head else None)] or [""]
    # Where it is not known which words are whose, all of them are told.
    return Cell(names[column] if len(names) == row.width else " ".join(names) or first, row.year)
