"""Rows and columns of totals, and rows that are what a group of others below them adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod

from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.read.statements.grid import FEWEST, Grid, Meant, Tested, borne_out, is_total
from factcheck.read.statements.slips import explains_sum
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_MOST_PARTS = 80
# As many tries as a table has pairs of rows find what is there by chance less than once in so many tables.
_SELDOM = 1_000


def table_totals(grid: Grid, words: StatementWords) -> Iterator[Meant]:
    """Yield the columns and rows of a table that are what others add up to."""
    for column in grid.columns:
        yield from _total_column(grid, column, words)
    yield from _total_rows(grid, words)


def _total_column(grid: Grid, column: int, words: StatementWords) -> Iterator[Meant]:
    """Yield the totals of rows: what some columns right before theirs add up to, or right behind it."""
    if not is_total(grid.headings.get(column, ""), words):
        return
    before = [each for each in grid.columns if each < column]
    behind = [each for each in grid.columns if each > column]
    sides = [tuple(before[-size:]) for size in range(FEWEST, len(before) + 1)]
    sides += [tuple(behind[:size]) for size in range(FEWEST, len(behind) + 1)]

    def tested(side: tuple[int, ...]) -> Tested:
        return grid.tested(side, column, lambda row: _adds_up(grid, row, side, column))

    found = borne_out(column, map(tested, sides))
    if found is None:
        return
    for row in (*found.holding, *found.failing):
        numbers = [grid.cells[row, each] for each in (column, *found.columns)]
        failing = row in found.failing
        if not failing or _is_slip(grid.statements, numbers):
            yield Meant("sum", tuple(numbers), failing)


def _adds_up(grid: Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
    if not all(grid.are_alike((row, each), (row, column)) for each in columns):
        return None
    return _sums_up(grid.statements, [grid.cells[row, each] for each in (column, *columns)])


def _sums_up(statements: Sequence[Statement], numbers: Sequence[int]) -> bool:
    """Whether the first of some figures is what the others add up to."""
    total = Interval.point(0)
    for number in numbers[1:]:
        total += statements[number].quantity.soft
    return total.meets(statements[numbers[0]].quantity.soft)


def _is_slip(statements: Sequence[Statement], numbers: Sequence[int]) -> bool:
    """Whether a slip in one figure explains that the first is not what the others add up to."""
    whole, *parts = (statements[number].quantity.value for number in numbers)
    return explains_sum(whole, parts)


def _total_rows(grid: Grid, words: StatementWords) -> Iterator[Meant]:
    """Yield the totals of columns: of the rows above a row of totals, or below it, and of groups of rows."""
    groups = _groups(grid)
    for first, group in groups.items():
        yield from _column_totals(grid, grid.rows[first], [grid.rows[part] for part in group])
    inside = {part for group in groups.values() for part in group}
    totals = [number for number, row in enumerate(grid.rows) if is_total(grid.names.get(row, ""), words)]
    for number in totals:
        if number in groups:
            continue
        before = max((other for other in totals if other < number), default=-1)
        after = min((other for other in totals if other > number), default=len(grid.rows))
        for side in (range(before + 1, number), range(number + 1, after)):
            parts = [grid.rows[part] for part in side if part not in inside]
            if not FEWEST <= len(parts) <= _MOST_PARTS:
                continue
            found = [*_column_totals(grid, grid.rows[number], parts)]
            yield from found
            if found:
                break


def _groups(grid: Grid) -> dict[int, range]:
    """Return the rows that are what the rows below them add up to, to the digit and in two columns at least."""
    values = {column: [_amount(grid.statement(row, column)) for row in grid.rows] for column in grid.columns}
    found: dict[int, range] = {}
    for first in range(len(grid.rows)):
        sums = {column: Fraction(0) for column in grid.columns if values[column][first]}
        for last in range(first + 1, min(first + 1 + _MOST_PARTS, len(grid.rows))):
            for column in [*sums]:
                if (value := values[column][last]) is None:
                    del sums[column]
                else:
                    sums[column] += value
            same = [column for column in sums if sums[column] == values[column][first]]
            if last > first + 1 and len(same) >= max(FEWEST, len(sums) - 1) and _is_no_chance(grid, sums, same):
                found[first] = range(first + 1, last + 1)
                break
            if len(sums) < FEWEST:
                break
    return found


def _amount(statement: Statement | None) -> Exact | None:
    """Return what a cell counts, if it says so plainly."""
    if statement is None or statement.quantity.kind not in AMOUNTS or statement.quantity.comparator is not None:
        return None
    return statement.quantity.value


def _is_no_chance(grid: Grid, sums: Mapping[int, Fraction], same: Sequence[int]) -> bool:
    """Whether so many rows of such numbers would hardly come to the same by themselves; of small ones they do."""
    return prod(sums[column] for column in same) >= _SELDOM * len(grid.rows) ** 2


def _column_totals(grid: Grid, total: int, parts: Sequence[int]) -> list[Meant]:
    """Return the columns that add up, and with them those in which a slip explains that they do not; else nothing."""
    holding: list[Meant] = []
    failing: list[Meant] = []
    for column in grid.columns:
        rows = [row for row in parts if (row, column) in grid.cells]
        if (total, column) not in grid.cells or len(rows) < FEWEST:
            continue
        numbers = [grid.cells[row, column] for row in (total, *rows)]
        plain = all(grid.statements[each].quantity.comparator is None for each in numbers)
        whole = grid.statements[numbers[0]].quantity
        # Percentages add up where they are shares of one whole.
        shares = whole.value == 1 and all(grid.statements[each].quantity.kind is Kind.PERCENT for each in numbers)
        if not plain or not (shares or all(grid.are_alike((row, column), (total, column)) for row in rows)):
            continue
        if _sums_up(grid.statements, numbers):
            holding.append(Meant("sum", tuple(numbers), meant=False))
        elif len(rows) == len(parts) and _is_slip(grid.statements, numbers):
            failing.append(Meant("sum", tuple(numbers), meant=True))
    return [*holding, *failing] if holding else []
