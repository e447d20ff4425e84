"""Figures in the rows of a table: what row and column say of each, and of which year it is.

A table is read off its lines, whatever divides their cells: a row ends with figures that only gaps and strokes divide.
Where tabs or strokes divide both a row and the line above the rows into as many cells, each stands below its own; else
the columns are known where that line names as many years, or as many things, as a row has figures. What is not known so
is left without a time, rather than given that of the text around.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Status
from factcheck.read.statements.columns import EDGES, YEAR, Column, Role, columns_below
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.statement import Place
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import StatementWords

# Between two cells, and behind the last: gaps, strokes, marks of notes, and cells that are empty.
_BETWEEN = re.compile(r"[\s|*†‡]*(?:(?:[-–—]|n/?a|\.{2,3})(?:[\s|]+|\Z))*\Z", re.IGNORECASE)
_EMPTY = re.compile(r"(?:[-–—]|n/?a|\.{2,3})(?=[\s|]|\Z)", re.IGNORECASE)
_RULE = re.compile(r"[\s|:–=+-]*\Z")
_YEARS = re.compile(r"(?:[\s|]+(?:năm\s+)?(?:19|20)\d{2}\*?)+[\s|]*\Z", re.IGNORECASE)
_ROW_OF_YEAR = re.compile(r"[\s|]*(?:năm\s+)?(?P<year>(?:19|20)\d{2})[\s|]+\Z", re.IGNORECASE)
_STROKE = re.compile(r"\|")
_GROUPS = re.compile(r"\d{3}(?: \d{3})+")
# What begins the name of a row that is a part of the one above.
_POINTS = "-–—•+* "
_YEAR_HEADING = re.compile(r"(?:19|20)\d{2}\W*(?:[^\W\d_]{1,3}[$€£¥]|[$€£¥])?\W*(?:\w+\W*){0,2}\Z")
_MOST_ROWS = 40
# Rules and empty lines may stand between a row and what is above it.
_MOST_ABOVE = 4
_LONGEST_UNIT_LINE = 120
_FEWEST_CELLS = 3
_UNIT_WORDS = 2


class Cell(NamedTuple):
    """What a table says of one of its figures: the words of its row or column, and its year; empty where unknown.

    ``unit`` is that of the row or of the whole table, where a cell or a line above names one; ``in_cell`` says that a
    cell does. ``column`` is what stands above the figure where that is no time, ``status`` whether it is of a plan.
    ``place`` is where in a table below a line of headings it stands, ``moves`` whether its column is of changes.
    """

    label: str
    period: str
    unit: str = ""
    column: str = ""
    status: Status = Status.ACTUAL
    in_cell: bool = False
    place: Place | None = None
    moves: bool = False


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
    headings: dict[Span | None, list[Column]] = {None: []}
    units: dict[Span | None, str] = {None: ""}
    for number, row in rows.items():
        head = heads[number] = _head(page.text, lines, heads, number)
        if head is not None and head not in units:
            headings[head] = _columns(page, lines, head, times, words)
            units[head] = _unit_above(page.text, lines, head, words)
        line = page.text[head.start : head.end] if head else ""
        heading, own = headings[head], divided[number]
        if len(own) > 1 and len(heading) == len(own):
            unit = _unit_of_row(page, own, heading, row)
            name = _name_of_row(page, own, heading, row)
            period = row.year or _time_of_row(page, own[: row.columns[0] + 1], times)
            for quantity in row.figures:
                column = _at(own, quantity.start)
                moves = words.change_columns.search(heading[column].text.lower()) is not None
                cell = _below(period, name, heading[column])._replace(place=_place(head, row, column), moves=moves)
                cells[quantity.start] = cell._replace(unit=unit or units[head], in_cell=bool(unit))
            continue
        periods = _periods(line, head, times, row.width) if head else []
        for quantity, column in zip(row.figures, row.columns, strict=True):
            cell = _cell(row, column, line, periods)._replace(place=_place(head, row, column))
            cells[quantity.start] = cell._replace(unit=units[head])
    return cells


def _place(head: Span | None, row: _Row, column: int) -> Place | None:
    return None if head is None else Place(head.start, row.line.start, column)


def _unit_above(text: str, lines: Sequence[Span], head: Span, words: StatementWords) -> str:
    """Return the unit that a line right above a table's head, or between it and the rows, names; empty if none does."""
    number = _at(lines, head.start)
    for above in range(number, max(-1, number - _MOST_ABOVE), -1):
        line = text[lines[above].start : lines[above].end]
        if len(line) <= _LONGEST_UNIT_LINE and (match := words.unit_line.match(line.strip(EDGES))):
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
                if len(YEAR.findall(line)) == len(quantity.text.split()):
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
    cells: dict[int, frozenset[str]] = {}
    for quantity in enclosed:
        number = _at(lines, quantity.start)
        if number not in cells:
            divided = _divided(page, lines[number])[1:]
            cells[number] = frozenset(text[cell.start : cell.end].strip(EDGES) for cell in divided)
        if text[quantity.start - 1 : quantity.end + 1] in cells[number]:
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


def _columns(
    page: Page, lines: Sequence[Span], head: Span, times: Sequence[Time], words: StatementWords
) -> list[Column]:
    """Return the columns below a line of headings; with them the line above, if it divides as this one does."""
    lower = _divided(page, head)
    if len(lower) < _FEWEST_CELLS:
        return columns_below(page, (), lower, times, words)
    above = _at(lines, head.start) - 1
    if above > 0 and _RULE.match(page.text[lines[above].start : lines[above].end]):
        above -= 1
    upper = _divided(page, lines[above]) if above >= 0 else []
    # Of two lines of headings one leaves cells empty: those that the other fills for both.
    is_heading = len(upper) == len(lower) and any(_is_empty(page, cell) for cell in (*upper, *lower))
    return columns_below(page, upper if is_heading else (), lower, times, words)


def _is_empty(page: Page, cell: Span) -> bool:
    return not page.text[cell.start : cell.end].strip(EDGES)


def row_numbers(page: Page, quantities: Sequence[Quantity], words: StatementWords) -> frozenset[int]:
    """Return where the numbers begin that only number the rows of a table, or its notes: the column above says so."""
    found: set[int] = set()
    lines = _lines(page.text) if quantities else []
    numbered: dict[int, frozenset[int]] = {}
    for number, cells, inside in _by_row(page, lines, quantities):
        numbered[number] = _numbering(page, lines, number, len(cells), numbered, words)
        if not numbered[number]:
            continue
        for quantity in inside:
            column = _at(cells, quantity.start)
            if column in numbered[number] and _is_alone(page.text, cells[column], quantity):
                found.add(quantity.start)
    return frozenset(found)


def in_names(page: Page, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Return where numbers begin that are said in the name of a row ("Under 25"), and not in a cell of their own."""
    found: set[int] = set()
    for _, cells, inside in _by_row(page, _lines(page.text) if quantities else [], quantities):
        first = page.text[cells[0].start : cells[0].end].strip(EDGES)
        named = [quantity for quantity in inside if quantity.end <= cells[0].end]
        if not named or not any(map(str.isalpha, first)):
            continue
        others = (page.text[cell.start : cell.end].strip(EDGES) for cell in cells[1:])
        if any(other[-1:].isdigit() or other.endswith("%") for other in others):
            found.update(quantity.start for quantity in named)
    return frozenset(found)


def years_of_columns(page: Page, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Return where years begin that look like amounts, since a unit follows them in a heading: "2024 £000"."""
    years = [quantity for quantity in quantities if YEAR.match(quantity.text.strip("$€£¥"))]
    found: set[int] = set()
    for _, cells, inside in _by_row(page, _lines(page.text) if years else [], years):
        headings = (_YEAR_HEADING.match(page.text[cell.start : cell.end].strip(EDGES)) for cell in cells)
        if sum(heading is not None for heading in headings) > 1:
            found.update(quantity.start for quantity in inside)
    return frozenset(found)


def _by_row(
    page: Page, lines: Sequence[Span], quantities: Sequence[Quantity]
) -> Iterator[tuple[int, list[Span], list[Quantity]]]:
    """Yield the lines that divide into cells: their number, their cells and the quantities in them."""
    for number, inside in groupby(quantities, key=lambda quantity: _at(lines, quantity.start)):
        cells = _divided(page, lines[number])
        if len(cells) >= _FEWEST_CELLS:
            yield number, cells, list(inside)


def _numbering(
    page: Page,
    lines: Sequence[Span],
    number: int,
    width: int,
    known: Mapping[int, frozenset[int]],
    words: StatementWords,
) -> frozenset[int]:
    """Return the columns that number the rows or notes of the table of a line; ``known`` are those of lines before."""
    for above in range(number - 1, max(-1, number - _MOST_ROWS), -1):
        cells = _divided(page, lines[above])
        if len(cells) == 1 and _is_empty(page, cells[0]):
            # In place of a rule below the headings.
            continue
        if len(cells) != width:
            break
        if above in known:
            return known[above]
        heads = [page.lower[cell.start : cell.end].strip(f"{EDGES}.") for cell in cells]
        rows = {0} if heads[0] in words.row_numbers else set()
        if found := rows | {column for column, head in enumerate(heads) if head in words.note_columns}:
            return frozenset(found)
    return frozenset()


def _unit_of_row(page: Page, own: Sequence[Span], columns: Sequence[Column], row: _Row) -> str:
    """Return the unit that a cell of the row names, if there is a column for it besides one that names the row.

    "Đơn vị" is the unit, and also the body that a row is of.
    """
    if not any(column.role is Role.FIGURES for column in columns[: row.columns[0] + 1]):
        return ""
    named = (own[number] for number, column in enumerate(columns) if column.role is Role.UNIT)
    return next((page.text[cell.start : cell.end].strip(EDGES) for cell in named), "")


def _name_of_row(page: Page, own: Sequence[Span], columns: Sequence[Column], row: _Row) -> str:
    """Return what names a row: what stands before its figures and is neither its number nor its unit."""
    ahead = [
        (page.text[cell.start : cell.end].strip(EDGES).lstrip(_POINTS), column.role)
        for cell, column in zip(own[: row.columns[0] + 1], columns, strict=False)
    ]
    named = [(name, role) for name, role in ahead if role is not Role.NUMBER and any(map(str.isalpha, name))]
    # "Đơn vị" is the unit, or else the body that a row is of.
    told = [name for name, role in named if role is Role.FIGURES] or [name for name, _ in named]
    return " ".join(told) or row.name.strip(EDGES)


def _time_of_row(page: Page, before: Sequence[Span], times: Sequence[Time]) -> str:
    """Return the time that names a row: all that stands before its figures; empty where it says more."""
    named = [cell for cell in before if not _is_empty(page, cell)]
    found = times_between(times, named[0].start, named[0].end) if len(named) == 1 else ()
    if len(found) != 1 or found[0].base:
        return ""
    around = page.text[named[0].start : found[0].start] + page.text[found[0].end : named[0].end]
    return "" if around.strip(EDGES) else found[0].iso


def _below(period: str, name: str, column: Column) -> Cell:
    """Return what is known of a figure below a heading, in a row that a time names if ``period`` is one."""
    if period:
        return Cell(column.text, period)
    return Cell(name, column.period, column=column.name, status=column.status)


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
    ahead = [page.text[cell.start : cell.end].strip(EDGES) for cell in cells[: columns[0] + 1]]
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
        named = YEAR.findall(line)
    return named if len(named) == width else []


def _cell(row: _Row, column: int, head: str, periods: Sequence[str]) -> Cell:
    if not row.year:
        return Cell(row.name.strip(EDGES), periods[column] if periods else "")
    first, *names = [name.strip(EDGES) for name in head.strip(EDGES).split("|" if "|" in head else None)] or [""]
    # Where it is not known which words are whose, all of them are told.
    return Cell(names[column] if len(names) == row.width else " ".join(names) or first, row.year)
