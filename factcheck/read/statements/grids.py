"""What the columns and rows of a table have to do with each other: changes, shares, totals.

Headings seldom say it in full ("Tăng/giảm (%)", "Tỷ lệ", "Total"), but the figures do: what most rows of a table bear
out is what the table means, also in the row where a figure is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from math import prod
from typing import NamedTuple

from factcheck.model.interval import Interval
from factcheck.model.period import parse_period
from factcheck.model.quantity import Kind
from factcheck.read.statements.slips import is_a_slip_away
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_AMOUNTS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_ONE = Interval.point(1)
_FEWEST = 2
# From so many rows on, one of four may be wrong.
_TELLING = 4
_MOST_COLUMNS = 12
_MOST_ROWS = 400
_MOST_PARTS = 80
# As many tries as a table has pairs of rows find what is there by chance less than once in so many tables.
_SELDOM = 1_000


class Change(NamedTuple):
    """The figures, by the numbers of their statements, of when something had moved and of when it had not yet."""

    later: int
    earlier: int


class Meant(NamedTuple):
    """A relation of a table, as in ``arithmetic.Stated``; ``meant`` is whether it is one though it does not hold."""

    kind: str
    numbers: tuple[int, ...]
    meant: bool


class _Grid:
    """One table: the number of the statement in each cell that has one, and what its rows and columns are called."""

    def __init__(self, statements: Sequence[Statement], cells: Mapping[tuple[int, int], int]) -> None:
        self.statements = statements
        self.cells = cells
        self.rows = sorted({row for row, _ in cells})[:_MOST_ROWS]
        self.columns = sorted({column for _, column in cells})[:_MOST_COLUMNS]
        self.names: dict[int, str] = {}
        self.headings: dict[int, str] = {}
        for (row, column), number in cells.items():
            statement = statements[number]
            if statement.heading:
                self.names.setdefault(row, statement.left)
                self.headings.setdefault(column, statement.heading.rpartition(": ")[2])

    def statement(self, row: int, column: int) -> Statement | None:
        number = self.cells.get((row, column))
        return None if number is None else self.statements[number]

    def rows_of(self, *columns: int) -> list[int]:
        """Return the rows that have plain figures in all of some columns."""
        found = []
        for row in self.rows:
            beside = [self.statement(row, column) for column in columns]
            if all(each is not None and each.quantity.comparator is None for each in beside):
                found.append(row)
        return found

    def value(self, row: int, column: int) -> Interval:
        return self.statements[self.cells[row, column]].quantity.hard

    def are_alike(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether two cells hold amounts of one kind and unit."""
        mine, theirs = (self.statements[self.cells[each]].quantity for each in (one, other))
        return mine.kind in _AMOUNTS and (mine.kind, mine.unit) == (theirs.kind, theirs.unit)

    def is_total(self, name: str, words: StatementWords) -> bool:
        """Whether a name begins or ends with the word for a total: "tổng số hồ sơ", "hồ sơ tiếp nhận tổng số"."""
        bare = name.strip(" *|:")
        return any(
            found.start() == 0 or (found.end() == len(bare) and bare[found.start() - 1] == " ")
            for found in words.total_rows.finditer(bare)
        )


class _Found(NamedTuple):
    """What a column may be, with the rows that bear it out and those that do not."""

    columns: tuple[int, ...]
    holding: list[int]
    failing: list[int]

    @property
    def is_meant(self) -> bool:
        tested = len(self.holding) + len(self.failing)
        return len(self.holding) >= _FEWEST and len(self.holding) * _TELLING >= tested * (_TELLING - 1)


def changes_in_tables(statements: Sequence[Statement], words: StatementWords) -> dict[int, Change]:
    """Return, for each percentage in a column that says how far the others moved, between which figures that is."""
    found: dict[int, Change] = {}
    for grid in _grids(statements):
        for column in grid.columns:
            if (moved := _moved(grid, column, words)) is None:
                continue
            for row in (*moved.holding, *moved.failing):
                if grid.statements[grid.cells[row, column]].quantity.kind in (Kind.PERCENT, Kind.POINTS):
                    found[grid.cells[row, column]] = _between(grid, moved, row)
    return found


def relations_in_tables(statements: Sequence[Statement], words: StatementWords) -> Iterator[Meant]:
    """Yield what tables mean besides: shares, totals below or beside their parts, and differences."""
    for grid in _grids(statements):
        for column in grid.columns:
            yield from _differences(grid, column, words)
            yield from _shares(grid, column, words)
            yield from _total_column(grid, column, words)
        yield from _total_rows(grid, words)


def _grids(statements: Sequence[Statement]) -> list[_Grid]:
    tables: defaultdict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for number, statement in enumerate(statements):
        if statement.place is not None:
            tables[statement.place.table].setdefault((statement.place.row, statement.place.column), number)
    grids = [_Grid(statements, cells) for cells in tables.values()]
    return [grid for grid in grids if len(grid.rows) >= _FEWEST]


def _moved(grid: _Grid, column: int, words: StatementWords) -> _Found | None:
    """Return between which two columns, or from row to row of which one, a column says what moved; None if none."""
    if not words.change_columns.search(grid.headings.get(column, "")):
        return None
    others = [other for other in grid.columns if other != column]
    pairs = (pair for pair in permutations(others, 2) if _follows(grid, *pair))
    across = _best(column, (_tested(grid, pair, column, _has_moved) for pair in pairs))
    return across or _best(column, (_tested(grid, (other,), column, _has_moved) for other in others))


def _between(grid: _Grid, moved: _Found, row: int) -> Change:
    """Return between which figures a row's change is, of those that a column is known to be of."""
    later, *earlier = moved.columns
    other = (row, earlier[0]) if earlier else (_row_before(grid, row, later), later)
    return Change(grid.cells[row, later], grid.cells[other])


def _row_before(grid: _Grid, row: int, column: int) -> int:
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


def _follows(grid: _Grid, later: int, earlier: int) -> bool:
    """Whether the figures of one column are of a later time than those of another."""
    for row in grid.rows:
        one, other = grid.statement(row, later), grid.statement(row, earlier)
        if one is None or other is None:
            continue
        if not one.period or not other.period or one.status is not other.status:
            return False
        return parse_period(one.period).end > parse_period(other.period).end
    return False


def _has_moved(grid: _Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
    """Whether a row's figures moved so; None where they are such that this cannot be said."""
    later = (row, columns[0])
    earlier = (row, columns[1]) if len(columns) > 1 else (_row_before(grid, row, columns[0]), columns[0])
    if earlier not in grid.cells:
        return None
    new, old, moved = (grid.value(*each) for each in (later, earlier, (row, column)))
    kind = grid.statements[grid.cells[row, column]].quantity.kind
    share = grid.statements[grid.cells[later]].quantity.kind is Kind.PERCENT
    if share and kind in (Kind.PERCENT, Kind.POINTS):
        # Whether in points or relative, which headings do not say, only a row that holds tells.
        return True if (new - old).meets(moved) or _relative(new, old, moved) else None
    if not grid.are_alike(later, earlier):
        return None
    if kind in _AMOUNTS:
        return (new - old).meets(moved) if grid.are_alike((row, column), later) else None
    return _relative(new, old, moved) if kind is Kind.PERCENT and not old.contains(0) else None


def _relative(new: Interval, old: Interval, moved: Interval) -> bool:
    return not old.contains(0) and (new / old - _ONE).meets(moved)


def _tested(
    grid: _Grid,
    columns: tuple[int, ...],
    column: int,
    holds: Callable[[_Grid, int, tuple[int, ...], int], bool | None],
) -> _Found:
    found = _Found(columns, [], [])
    for row in grid.rows_of(*columns, column):
        if (answer := holds(grid, row, columns, column)) is not None:
            (found.holding if answer else found.failing).append(row)
        if len(found.failing) > max(_TELLING, len(found.holding)):
            # It will not come to three of four any more, but in a table that begins with other things.
            break
    return found


def _best(column: int, candidates: Iterator[_Found]) -> _Found | None:
    """Return what most rows bear out, and of such the nearest columns; None where too few do.

    Where as many rows bear out something else, it is left open what the others mean.
    """
    meant = [each for each in candidates if each.is_meant]
    meant.sort(key=lambda each: (-len(each.holding), sum(abs(column - other) for other in each.columns), each.columns))
    if len(meant) > 1 and len(meant[1].holding) == len(meant[0].holding):
        return meant[0]._replace(failing=[])
    return meant[0] if meant else None


def _differences(grid: _Grid, column: int, words: StatementWords) -> Iterator[Meant]:
    """Yield by how much there is more in one column than in an earlier one."""
    if (moved := _moved(grid, column, words)) is None:
        return
    for row in (*moved.holding, *moved.failing):
        if grid.statements[grid.cells[row, column]].quantity.kind in _AMOUNTS:
            yield Meant("sum", (*_between(grid, moved, row), grid.cells[row, column]), row in moved.failing)


def _shares(grid: _Grid, column: int, words: StatementWords) -> Iterator[Meant]:
    """Yield percentages of one column in another, or of each row's figure in that of the row of totals."""
    if words.change_columns.search(grid.headings.get(column, "")):
        return
    others = [other for other in grid.columns if other != column]
    across = _best(column, (_tested(grid, pair, column, _is_share) for pair in permutations(others, 2)))
    down = _best(column, (_tested(grid, (other,), column, _of_total(grid, words)) for other in others))
    found = max((each for each in (across, down) if each), key=lambda each: len(each.holding), default=None)
    if found is None or len({grid.value(row, column) for row in found.holding}) < _FEWEST:
        # "100%" in every row tells nothing.
        return
    for row in (*found.holding, *found.failing):
        failing = row in found.failing
        if failing and grid.is_total(grid.names.get(row, ""), words):
            continue
        part, *whole = (grid.cells[row, other] for other in found.columns)
        whole = whole or [grid.cells[_total_of(grid, words), found.columns[0]]]
        yield Meant("share", (part, *whole, grid.cells[row, column]), failing)


def _is_share(grid: _Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
    """Whether a percentage, or a number with decimals, is one figure by another; None where it cannot be said."""
    part, whole = ((row, each) for each in columns)
    share = grid.statements[grid.cells[row, column]].quantity
    decimals = share.kind is Kind.COUNT and share.value.denominator != 1
    if not (share.kind is Kind.PERCENT or decimals) or grid.value(*whole).contains(0):
        return None
    kinds = [grid.statements[grid.cells[each]].quantity.kind for each in (part, whole)]
    percents = share.kind is Kind.PERCENT and kinds == [Kind.PERCENT, Kind.PERCENT]
    if not percents and not grid.are_alike(part, whole):
        return None
    holds = (grid.value(*part) / grid.value(*whole)).meets(share.hard)
    # "93,4%" where 93% were planned: of percentages only a row that holds tells.
    return holds or None if percents else holds


def _total_of(grid: _Grid, words: StatementWords) -> int:
    """Return the only row of totals; -1 where there is none, or more."""
    totals = [row for row in grid.rows if grid.is_total(grid.names.get(row, ""), words)]
    return totals[0] if len(totals) == 1 else -1


def _of_total(grid: _Grid, words: StatementWords) -> Callable[[_Grid, int, tuple[int, ...], int], bool | None]:
    total = _total_of(grid, words)

    def holds(grid: _Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
        whole = (total, columns[0])
        share = grid.statements[grid.cells[row, column]].quantity
        if row == total or whole not in grid.cells or share.kind is not Kind.PERCENT:
            return None
        if not grid.are_alike((row, columns[0]), whole) or grid.value(*whole).contains(0):
            return None
        return (grid.value(row, columns[0]) / grid.value(*whole)).meets(share.hard)

    return holds


def _total_column(grid: _Grid, column: int, words: StatementWords) -> Iterator[Meant]:
    """Yield the totals of rows: what some columns right before theirs add up to, or right behind it."""
    if not grid.is_total(grid.headings.get(column, ""), words):
        return
    before = [each for each in grid.columns if each < column]
    behind = [each for each in grid.columns if each > column]
    parts = [tuple(before[-size:]) for size in range(_FEWEST, len(before) + 1)]
    parts += [tuple(behind[:size]) for size in range(_FEWEST, len(behind) + 1)]
    found = _best(column, (_tested(grid, side, column, _adds_up) for side in parts))
    for row in (*found.holding, *found.failing) if found else ():
        numbers = [grid.cells[row, each] for each in (column, *(found.columns if found else ()))]
        failing = found is not None and row in found.failing
        if not failing or _is_slip(grid.statements, numbers):
            yield Meant("sum", tuple(numbers), failing)


def _adds_up(grid: _Grid, row: int, columns: tuple[int, ...], column: int) -> bool | None:
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
    off = whole - sum(parts)
    return is_a_slip_away(whole, whole - off) or any(
        part + off > 0 and is_a_slip_away(part, part + off) for part in parts
    )


def _total_rows(grid: _Grid, words: StatementWords) -> Iterator[Meant]:
    """Yield the totals of columns: of the rows above a row of totals, or below it, and of groups of rows."""
    groups = _groups(grid)
    for first, group in groups.items():
        yield from _column_totals(grid, grid.rows[first], [grid.rows[part] for part in group])
    inside = {part for group in groups.values() for part in group}
    totals = [number for number, row in enumerate(grid.rows) if grid.is_total(grid.names.get(row, ""), words)]
    for number in totals:
        if number in groups:
            continue
        before = max((other for other in totals if other < number), default=-1)
        after = min((other for other in totals if other > number), default=len(grid.rows))
        for side in (range(before + 1, number), range(number + 1, after)):
            parts = [grid.rows[part] for part in side if part not in inside]
            if not _FEWEST <= len(parts) <= _MOST_PARTS:
                continue
            found = [*_column_totals(grid, grid.rows[number], parts)]
            yield from found
            if found:
                break


def _groups(grid: _Grid) -> dict[int, range]:
    """Return the rows that are what the rows below them add up to, to the digit and in two columns at least."""
    values = {
        column: [
            each.quantity.value
            if each and each.quantity.kind in _AMOUNTS and each.quantity.comparator is None
            else None
            for each in (grid.statement(row, column) for row in grid.rows)
        ]
        for column in grid.columns
    }
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
            if last > first + 1 and len(same) >= max(_FEWEST, len(sums) - 1) and _is_no_chance(grid, sums, same):
                found[first] = range(first + 1, last + 1)
                break
            if len(sums) < _FEWEST:
                break
    return found


def _is_no_chance(grid: _Grid, sums: Mapping[int, Fraction], same: Sequence[int]) -> bool:
    """Whether so many rows of such numbers would hardly come to the same by themselves; of small ones they do."""
    return prod(sums[column] for column in same) >= _SELDOM * len(grid.rows) ** 2


def _column_totals(grid: _Grid, total: int, parts: Sequence[int]) -> list[Meant]:
    """Return the columns that add up, and with them those in which a slip explains that they do not; else nothing."""
    holding: list[Meant] = []
    failing: list[Meant] = []
    for column in grid.columns:
        rows = [row for row in parts if (row, column) in grid.cells]
        if (total, column) not in grid.cells or len(rows) < _FEWEST:
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
