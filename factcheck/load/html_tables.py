"""Where the rows of a web page's tables have no cell of their own, since one of another column or row is over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# No table has headings over more, and a page may ask for any number.
_MOST = 50
_TABLE, _ROW = "table", "tr"
CELLS = frozenset({"td", "th"})
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})


def empty_cells(root: LexborNode) -> Mapping[int, tuple[int, int]]:
    """Return how many empty cells to put before and behind the cells and rows of tables, by their ``mem_id``.

    With them every cell stands in its own column. Those of a row are to stand at its end.
    """
    gaps: dict[int, tuple[int, int]] = {}
    for table in root.css(_TABLE):
        # How many rows more the cell of a column reaches down.
        reach: dict[int, int] = {}
        for row in _rows(table):
            column = 0
            below: dict[int, int] = {}
            for cell in _children(row, CELLS):
                free = column
                while reach.get(free):
                    free += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                if free > column or wide > 1:
                    gaps[cell.mem_id] = (free - column, wide - 1)
                column = free + wide
                below |= dict.fromkeys(range(free, column), high - 1)
            last = max((number + 1 for number, rows in reach.items() if rows), default=0)
            if last > column:
                gaps[row.mem_id] = (0, last - column)
            reach = {number: rows - 1 for number, rows in reach.items() if rows > 1} | below
    return gaps


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Yield the rows of a table, and of no table inside it."""
    for child in table.iter():
        if child.tag == _ROW:
            yield child
        elif child.tag in _SECTIONS:
            yield from _children(child, frozenset({_ROW}))


def _children(node: LexborNode, tags: frozenset[str]) -> Iterator[LexborNode]:
    return (child for child in node.iter() if child.tag in tags)


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(int(value), 1), _MOST) if value.isascii() and value.isdigit() and len(value) < _MOST else 1
