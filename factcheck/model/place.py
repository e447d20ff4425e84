"""Where something stands in a registry file, and what was typed there."""

from __future__ import annotations

from factcheck.model.record import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


class Run(NamedTuple):
    """Characters of a scalar that stand side by side in the file, from the ``start``-th one (counted from 1) on."""

    start: int
    line: int
    column: int


class Scalar(NamedTuple):
    """One YAML scalar exactly as typed, before any conversion; ``plain`` means without quotation marks."""

    text: str
    line: int
    column: int
    plain: bool = True
