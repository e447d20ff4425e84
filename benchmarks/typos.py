"""The method of correct_typos of R's package deductive (van der Loo & de Jonge), written anew from its description.

Scholtus (2009), "Automatic correction of simple typing errors in numerical data with balance edits": of the
variables that occur in violated balance edits only, each may be given the value that an edit asks for, if
that is one edit away from what stands there (optimal string alignment distance). The set of such corrections
that satisfies the most edits is applied; where several do, what they have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple


class Edit(NamedTuple):
    """A balance edit: the sum of the variables times their factors is 0."""

    factors: Mapping[str, int]


def correct_typos(values: Mapping[str, int], edits: Sequence[Edit], tolerance: int) -> dict[str, int]:
    """Return the variables that are corrected, with their new values."""
    violated = [number for number, edit in enumerate(edits) if abs(_sum(edit, values)) > tolerance]
    asked = _asked_for(values, edits, violated, tolerance)
    best: list[tuple[tuple[str, int], ...]] = []
    most = 0
    for size in range(1, min(len(violated), len(asked)) + 1):
        for chosen in combinations(sorted(asked), size):
            numbers = [number for one in chosen for number in asked[one]]
            if len({name for name, _ in chosen}) < size or len(set(numbers)) < len(numbers):
                continue
            if len(numbers) > most:
                most, best = len(numbers), []
            if len(numbers) == most:
                best.append(chosen)
    return dict(set(best[0]).intersection(*best)) if best else {}


def _asked_for(
    values: Mapping[str, int], edits: Sequence[Edit], violated: Sequence[int], tolerance: int
) -> Mapping[tuple[str, int], set[int]]:
    """Return the corrections one edit away from what stands there, with the balance edits that they satisfy."""
    fixed = {name for number, edit in enumerate(edits) if number not in violated for name in edit.factors}
    asked: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number in violated:
        for name, factor in edits[number].factors.items():
            value = values[name] - _sum(edits[number], values) // factor
            if name not in fixed and value >= 0 and _distance(str(value), str(values[name])) <= 1:
                asked[name, value].add(number)
    for (name, value), satisfied in asked.items():
        changed = {**values, name: value}
        with_it = [number for number in violated if name in edits[number].factors]
        satisfied.update(number for number in with_it if abs(_sum(edits[number], changed)) <= tolerance)
    return asked


def _sum(edit: Edit, values: Mapping[str, int]) -> int:
    return sum(factor * values[name] for name, factor in edit.factors.items())


def _distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance: Damerau-Levenshtein, no part edited twice."""
    rows = [
        [row + column if not row or not column else 0 for column in range(len(other) + 1)]
        for row in range(len(one) + 1)
    ]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            best = min(
                rows[row - 1][column] + 1,
                rows[row][column - 1] + 1,
                rows[row - 1][column - 1] + (one[row - 1] != other[column - 1]),
            )
            swapped = row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]
            rows[row][column] = min(best, rows[row - 2][column - 2] + 1) if swapped else best
    return rows[-1][-1]
