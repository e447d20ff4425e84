"""A table as a grid of figures, and what most of its rows bear out.

Headings seldom say in full what a column is of ("Tăng/giảm (%)", "Tỷ lệ", "Total"), but the figures do: what most rows
of a table bear out is what the table means, also in the row where a figure is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.model.interval import Interval
from factcheck.model.quantity import AMOUNTS, Quantity
from factcheck.model.record import NamedTuple
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

FEWEST = 2
# From so many rows on, one of four may be wrong.
_TELLING = 4
_MOST_COLUMNS = 12
_MOST_ROWS = 400

Cell = tuple[int, int]


class Meant(NamedTuple):
    """A relation of a table, as in ``arithmetic.Stated``; ``meant`` is whether it is one though it does not hold."""

    kind: str
    numbers: tuple[int, ...]
    meant: bool


class Grid:
    """One table: the number of the statement in each cell that has one, and what its rows and columns are called."""

    def __init__(self, statements: Sequence[Statement], cells: Mapping[Cell, int]) -> None:
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
        """Return the statement in a cell; None in an empty one."""
        number = self.cells.get((row, column))
        return None if number is None else self.statements[number]

    def quantity(self, cell: Cell) -> Quantity:
        """Return the figure in a cell that has one."""
        return self.statements[self.cells[cell]].quantity

    def value(self, cell: Cell) -> Interval:
        """Return what the figure in a cell that has one may be."""
        return self.quantity(cell).hard

    def are_alike(self, one: Cell, other: Cell) -> bool:
        """Whether two cells hold amounts of one kind and unit."""
        mine, theirs = self.quantity(one), self.quantity(other)
        return mine.kind in AMOUNTS and (mine.kind, mine.unit) == (theirs.kind, theirs.unit)

    def tested(self, columns: tuple[int, ...], column: int, holds: Callable[[int], bool | None]) -> Tested:
        """Ask of each row that has plain figures in some columns and another one; of None as answer nothing follows."""
        found = Tested(columns, [], [])
        for row in self.rows:
            beside = [self.statement(row, each) for each in (*columns, column)]
            if any(each is None or each.quantity.comparator is not None for each in beside):
                continue
            if (answer := holds(row)) is not None:
                (found.holding if answer else found.failing).append(row)
            if len(found.failing) > max(_TELLING, len(found.holding)):
                # It will not come to three of four any more, but in a table that begins with other things.
                break
        return found


class Tested(NamedTuple):
    """What a column may have to do with others, with the rows that bear it out and those that do not."""

    columns: tuple[int, ...]
    holding: list[int]
    failing: list[int]

    @property
    def is_meant(self) -> bool:
        """Whether most rows bear it out."""
        tested = len(self.holding) + len(self.failing)
        return len(self.holding) >= FEWEST and len(self.holding) * _TELLING >= tested * (_TELLING - 1)


def grids(statements: Sequence[Statement]) -> list[Grid]:
    """Return the tables of a text that have rows enough to tell anything."""
    tables: defaultdict[int, dict[Cell, int]] = defaultdict(dict)
    for number, statement in enumerate(statements):
        if statement.place is not None:
            tables[statement.place.table].setdefault((statement.place.row, statement.place.column), number)
    found = [Grid(statements, cells) for cells in tables.values()]
    return [grid for grid in found if len(grid.rows) >= FEWEST]


def is_total(name: str, words: StatementWords) -> bool:
    """Whether a name begins or ends with the word for a total: "tổng số hồ sơ", "hồ sơ tiếp nhận tổng số"."""
    bare = name.strip(" *|:")
    return any(
        found.start() == 0 or (found.end() == len(bare) and bare[found.start() - 1] == " ")
        for found in words.total_rows.finditer(bare)
    )


def borne_out(column: int, candidates: Iterable[Tested]) -> Tested | None:
    """Return what most rows bear out of a column, and of such the nearest columns; None where too few do.

    Where as many rows bear out something else, it is left open what the others mean.
    """
    meant = [each for each in candidates if each.is_meant]
    meant.sort(key=lambda each: (-len(each.holding), sum(abs(column - other) for other in each.columns), each.columns))
    if len(meant) > 1 and len(meant[1].holding) == len(meant[0].holding):
        return meant[0]._replace(failing=[])
    return meant[0] if meant else None
