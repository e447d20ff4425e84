"""Whether equations have a solution in whole numbers, whatever their size.

Column operations that can be undone in whole numbers bring the equations into echelon form (Hermite 1851);
then one after the other either gives the next unknown or has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from factcheck.model.exact import Exact


def has_whole_solution(equations: Sequence[tuple[Sequence[Exact], Exact]]) -> bool:
    """Whether whole numbers fulfil all equations (factors of the unknowns in order, and what their sum is)."""
    rows: list[list[int]] = []
    sums: list[int] = []
    for factors, total in equations:
        scale = lcm(total.denominator, *(factor.denominator for factor in factors))
        rows.append([int(factor * scale) for factor in factors])
        sums.append(int(total * scale))
    found: list[int] = []
    for row, total in zip(rows, sums, strict=True):
        known = sum(factor * value for factor, value in zip(row, found, strict=False))
        _clear(rows, row, len(found))
        pivot = row[len(found)] if len(found) < len(row) else 0
        if not pivot:
            if known != total:
                return False
            continue
        value, rest = divmod(total - known, pivot)
        if rest:
            return False
        found.append(value)
    return True


def _clear(rows: list[list[int]], row: list[int], begin: int) -> None:
    """Add columns to each other (Euclid's algorithm) until ``row`` has one factor at most from ``begin`` on."""
    while True:
        columns = [column for column in range(begin, len(row)) if row[column]]
        if not columns:
            return
        least = min(columns, key=lambda column: abs(row[column]))
        for other in rows:
            other[begin], other[least] = other[least], other[begin]
        rest = [column for column in range(begin + 1, len(row)) if row[column]]
        if not rest:
            return
        for column in rest:
            times = row[column] // row[begin]
            for other in rows:
                other[column] -= times * other[begin]
