"""Where something stands in a registry file, and what was typed there."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


class Scalar(NamedTuple):
    """One YAML scalar exactly as typed, before any conversion; ``plain`` means without quotation marks."""

    text: str
    line: int
    column: int
    plain: bool = True
