"""Claims with the same keys in the same order, as most of a large file have, read by one pattern.

A pattern for all lines of an item at once is matched in half the time that its lines take one by one, and where its
keys stand is known beforehand. What it reads is what the lines would have given: it is made from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from factcheck.load.packed import Packable, Typed, packable_claim
from factcheck.model.record import NamedTuple

# What stands on one line of an item: two spaces where its key stands that much deeper, the key, its plain value, or
# else the quotation mark and what stands between two of them; and the line itself where it is blank.
Line: TypeAlias = tuple[str, ...]

_ODD = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"
# Values that YAML takes as they stand, without quotation marks and between two of them.
PLAIN = rf"(?!(?:null|Null|NULL)\n)(?:[^\W_]|-[0-9])[^:#{_ODD}]*+(?<! )"
QUOTED = rf"[^\s\"'\\{_ODD}][^\"'\\{_ODD}]*+"

# Fewer claims do not make up for the making of a pattern.
_OFTEN = 20
# Each pattern is tried in turn.
_MOST_PATTERNS = 4
_MOST_COUNTED = 1_000


class Shapes:
    """The shapes of the items of one list, which are indented by ``indent``."""

    def __init__(self, indent: str) -> None:
        self._indent = indent
        self._often: list[_Shape] = []
        self._met: Counter[tuple[tuple[str, str, str], ...]] = Counter()

    def read(self, text: str, start: int) -> tuple[Packable, int, int] | None:
        """Read the item at ``start`` if it has a shape that was met often and another item follows.

        Returns the claim, how many lines it has, and where it ends.
        """
        for shape in self._often:
            if match := shape.pattern.match(text, start):
                return shape.claim(match.groups()), shape.lines, match.end()
        return None

    def meet(self, lines: Sequence[Line]) -> None:
        """Take note of the lines of an item that is a claim."""
        if len(self._often) == _MOST_PATTERNS:
            return
        if len(self._met) == _MOST_COUNTED:
            self._met.clear()
        met = tuple([(deep, key, mark) for deep, key, _, mark, _, _ in lines])
        self._met[met] += 1
        if self._met[met] == _OFTEN:
            self._often.append(_shape(self._indent, lines))


class _Value(NamedTuple):
    """Where one value of a shape stands: after which key, on which line from the first, in which column."""

    key: str
    line: int
    column: int
    plain: bool


class _Shape:
    """A pattern for all lines of an item, a group for each value, and what the values are."""

    def __init__(self, pattern: str, lines: int, column: int) -> None:
        self.pattern = re.compile(pattern)
        self.lines = lines
        self.column = column
        self.values: list[_Value] = []
        self.scalars: list[tuple[str, int]] = []
        self.mappings: dict[str, list[int]] = {}

    def claim(self, texts: Sequence[str]) -> Packable:
        """Return the claim with these values."""
        values: list[Typed] = [
            (text, line, column, plain) for text, (_, line, column, plain) in zip(texts, self.values, strict=True)
        ]
        scalars = {key: values[number] for key, number in self.scalars}
        mappings = {
            name: [(self._name(number), [values[number]]) for number in numbers]
            for name, numbers in self.mappings.items()
        }
        return packable_claim(self.column, scalars, mappings)

    def _name(self, number: int) -> Typed:
        key, line, column, _ = self.values[number]
        return (key, line, column - len(key) - 2, True)


def _shape(indent: str, lines: Sequence[Line]) -> _Shape:
    """Return the shape of an item with these lines."""
    patterns: list[str] = []
    for number, (deep, key, plain, mark, _, blank) in enumerate(lines):
        before = f"{indent}{'  ' if number else '- '}{deep}{key}:"
        value = f" ({PLAIN})" if plain else f" {mark}({QUOTED}){mark}" if mark else ""
        patterns.append(" *\n" if blank else f"{before}{value}\n")
    shape = _Shape(f"{''.join(patterns)}(?={indent}- )", len(lines), len(indent) + 3)
    entries: list[int] = []
    for number, (deep, key, plain, mark, _, blank) in enumerate(lines):
        if not (plain or mark):
            if not blank:
                entries = shape.mappings[key] = []
            continue
        if deep:
            entries.append(len(shape.values))
        else:
            shape.scalars.append((key, len(shape.values)))
        shape.values.append(_Value(key, number, shape.column + len(deep) + len(key) + 2, not mark))
    return shape
