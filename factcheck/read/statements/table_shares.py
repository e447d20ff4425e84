"""Columns that say what share one column is of another, or each row of the row of totals."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from factcheck.model.quantity import Kind
from factcheck.read.statements.grid import FEWEST, Cell, Grid, Meant, Tested, borne_out, is_total
from factcheck.read.statements.words import StatementWords


def table_shares(grid: Grid, words: StatementWords) -> Iterator[Meant]:
    """Yield percentages of one column in another, or of each row's figure in that of the row of totals."""
    for column in grid.columns:
        yield from _shares(grid, column, words)


def _shares(grid: Grid, column: int, words: StatementWords) -> Iterator[Meant]:
    if words.change_columns.search(grid.headings.get(column, "")):
        return
    totals = [row for row in grid.rows if is_total(grid.names.get(row, ""), words)]
    total = totals[0] if len(totals) == 1 else None

    def whole_of(row: int, columns: tuple[int, ...]) -> Cell:
        return (row, columns[1]) if len(columns) > 1 else (total or 0, columns[0])

    def tested(*columns: int) -> Tested:
        return grid.tested(
            columns, column, lambda row: _holds(grid, (row, columns[0]), whole_of(row, columns), (row, column))
        )

    others = [other for other in grid.columns if other != column]
    across = borne_out(column, (tested(*pair) for pair in permutations(others, 2)))
    down = borne_out(column, map(tested, others)) if total is not None else None
    found = max((each for each in (across, down) if each), key=lambda each: len(each.holding), default=None)
    if found is None or len({grid.value((row, column)) for row in found.holding}) < FEWEST:
        # "100%" in every row tells nothing.
        return
    for row in (*found.holding, *found.failing):
        failing = row in found.failing
        if not (failing and row in totals):
            numbers = (grid.cells[cell] for cell in ((row, found.columns[0]), whole_of(row, found.columns)))
            yield Meant("share", (*numbers, grid.cells[row, column]), failing)


def _holds(grid: Grid, part: Cell, whole: Cell, share: Cell) -> bool | None:
    """Whether a percentage, or a number with decimals, is one figure by another; None where it cannot be said."""
    figure = grid.quantity(share)
    decimals = figure.kind is Kind.COUNT and figure.value.denominator != 1
    if part == whole or whole not in grid.cells or not (figure.kind is Kind.PERCENT or decimals):
        return None
    if grid.value(whole).contains(0):
        return None
    holds = (grid.value(part) / grid.value(whole)).meets(figure.hard)
    if not decimals and grid.quantity(part).kind is grid.quantity(whole).kind is Kind.PERCENT:
        # "93,4%" where 93% were planned: of percentages only a row that holds tells.
        return holds or None
    return holds if grid.are_alike(part, whole) else None
