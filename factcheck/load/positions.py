"""Where in a file each character of a YAML scalar stands, however the scalar is written.

Quotation marks, escapes, folded lines and block scalars all move characters away from where a simple
count would look for them. Only what is not white space is followed: folding changes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.place import Run, Scalar

# The line breaks of YAML 1.1, by which the parser counts lines.
_BREAK = lazy_pattern("\r\n|[\n\r\x85\u2028\u2029]")
# An anchor or a tag before the scalar.
_PROPERTIES = lazy_pattern(r"(?:[&!]\S*[ \t]+)+")
_ESCAPED = {"x": 2, "u": 4, "U": 8}
_WHITE_ESCAPES = frozenset("tnvfrNLP_ \t")
_OTHER_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b"}


def lines_of(text: str) -> list[str]:
    """Return the lines of a file as positions in it count them."""
    return _BREAK.split(text)


class Lines:
    """The lines of a file, split once and only when a position is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] | None = None

    def runs(self, scalar: Scalar) -> tuple[Run, ...]:
        """Return where the scalar's characters stand, as runs of neighbours.

        Empty where they are not found: then the scalar's own place must do.
        """
        if self._lines is None:
            self._lines = lines_of(self._text)
        if not 0 < scalar.line <= len(self._lines):
            return ()
        line = self._lines[scalar.line - 1]
        properties = _PROPERTIES.match(line, scalar.column - 1)
        column = properties.end() if properties else scalar.column - 1
        start = column if scalar.plain else column + 1
        if "\\" not in scalar.text and "'" not in scalar.text and line.startswith(scalar.text, start):
            return (Run(1, scalar.line, start + 1),)
        return _aligned(scalar, self._lines, column)


def _aligned(scalar: Scalar, lines: list[str], column: int) -> tuple[Run, ...]:
    """Return a run for wherever the next character does not stand right after the one before it."""
    runs: list[Run] = []
    expected: tuple[int, int] | None = None
    written = _written(scalar, lines, column)
    for index, char in enumerate(scalar.text, start=1):
        if char.isspace():
            continue
        found, line, at, length = next(written, ("", 0, 0, 0))
        if found != char:
            return ()
        if expected != (line, at - index):
            runs.append(Run(index, line, at))
        # After an escape the characters that follow stand further right than the count says.
        expected = (line, at - index) if length == 1 else None
    return tuple(runs)


def _written(scalar: Scalar, lines: list[str], column: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield each character that is not white space with line, column and how many characters write it."""
    row = scalar.line - 1
    style = "" if scalar.plain else lines[row][column : column + 1]
    if style in ("|", ">"):
        row, column = row + 1, 0
    elif style:
        column += 1
    while row < len(lines):
        line = lines[row]
        while column < len(line):
            char, length = _decoded(line, column, style)
            if char and not char.isspace():
                yield char, row + 1, column + 1, length
            column += length
        row, column = row + 1, 0


def _decoded(line: str, column: int, style: str) -> tuple[str, int]:
    """Return the character at a column and how many characters write it."""
    char = line[column]
    if style == "'" and line.startswith("''", column):
        return "'", 2
    if style != '"' or char != "\\":
        return char, 1
    escape = line[column + 1 : column + 2]
    if escape in _ESCAPED:
        length = 2 + _ESCAPED[escape]
        return chr(int(line[column + 2 : column + length], 16)), length
    if not escape or escape in _WHITE_ESCAPES:
        # A line break, or white space, that the value holds or leaves out: not followed either way.
        return " ", 2
    return _OTHER_ESCAPES.get(escape, escape), 2
