"""Columns that say how far others moved: in per cent, in points or by how many, between two columns or two rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.model.interval import Interval
from factcheck.model.period import parse_period
from factcheck.model.quantity import AMOUNTS, PERCENTAGES, Kind
from factcheck.model.record import NamedTuple
from factcheck.read.statements.grid import Cell, Grid, Meant, Tested, borne_out, grids
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_ONE = Interval.point(1)


class Change(NamedTuple):
    """The figures, by the numbers of their statements, of when something had moved and of when it had not yet."""

    later: int
    earlier: int


def changes_in_tables(statements: Sequence[Statement], words: StatementWords) -> dict[int, Change]:
    """Return, for each percentage in a column that says how far the others moved, between which figures that is."""
    found: dict[int, Change] = {}
    for grid in grids(statements):
        for column in grid.columns:
            if (moved := _moved(grid, column, words)) is None:
                continue
            for row in (*moved.holding, *moved.failing):
                if grid.quantity((row, column)).kind in PERCENTAGES:
                    found[grid.cells[row, column]] = _between(grid, moved, row)
    return found


def table_differences(grid: Grid, words: StatementWords) -> Iterator[Meant]:
    """Yield by how much there is more in one column than in an earlier one, or than in the row before."""
    for column in grid.columns:
        if (moved := _moved(grid, column, words)) is None:
            continue
        for row in (*moved.holding, *moved.failing):
            if grid.quantity((row, column)).kind in AMOUNTS:
                yield Meant("sum", (*_between(grid, moved, row), grid.cells[row, column]), row in moved.failing)


def _moved(grid: Grid, column: int, words: StatementWords) -> Tested | None:
    """Return between which two columns, or from row to row of which one, a column says what moved; None if none."""
    if not words.change_columns.search(grid.headings.get(column, "")):
        return None

    def tested(*columns: int) -> Tested:
        return grid.tested(columns, column, lambda row: _has_moved(grid, row, columns, column))

    others = [other for other in grid.columns if other != column]
    across = borne_out(column, (tested(*pair) for pair in permutations(others, 2) if _follows(grid, *pair)))
    return across or borne_out(column, map(tested, others))


def _between(grid: Grid, moved: Tested, row: int) -> Change:
    """Return between which figures a row's change is, of those that a column is known to be of."""
    return Change(grid.cells[row, moved.columns[0]], grid.cells[_earlier(grid, row, moved.columns)])


def _earlier(grid: Grid, row: int, columns: tuple[int, ...]) -> Cell:
    """Return the cell that the first of some columns moved from: in the second, or in the row before."""
    later, *earlier = columns
    return (row, earlier[0]) if earlier else (_row_before(grid, row, later), later)


def _row_before(grid: Grid, row: int, column: int) -> int:
    """Return the row beside one, above or below, whose time is before its own; -1 where none is."""
    number = grid.rows.index(row)
    mine = grid.statement(row, column)
    for other in (*grid.rows[number - 1 : number], *grid.rows[number + 1 : number + 2]):
        theirs = grid.statement(other, column)
        if not (mine and theirs and mine.period and theirs.period) or theirs.quantity.comparator is not None:
            continue
        if parse_period(theirs.period).end < parse_period(mine.period).end:
            return other
    return -1


def _follows(grid: Grid, later: int, earlier: int) -> bool:
    """Whether the figures of one column are of a later time than those of another."""
    for row in grid.rows:
        one, other = grid.statement(row, later), grid.statement(row, earlier)
        if one is None or other is None:
            continue
        if not one.period or not other.period or one.status is not other.status:
            return False
        return parse_period(one.period).end > parse_period(other.period).end
    return False


def _has_moved(grid: Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
    """Whether a row's figures moved so; None where they are such that this cannot be said."""
    later, earlier = (row, columns[0]), _earlier(grid, row, columns)
    if earlier not in grid.cells:
        return None
    new, old, moved = map(grid.value, (later, earlier, (row, column)))
    kind = grid.quantity((row, column)).kind
    relative = None if old.contains(0) else (new / old - _ONE).meets(moved)
    if grid.quantity(later).kind is Kind.PERCENT and kind in PERCENTAGES:
        # Whether in points or relative, which headings do not say, only a row that holds tells.
        return (new - old).meets(moved) or relative or None
    if not grid.are_alike(later, earlier):
        return None
    if kind in AMOUNTS:
        return (new - old).meets(moved) if grid.are_alike((row, column), later) else None
    return relative if kind is Kind.PERCENT else None
