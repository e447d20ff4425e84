"""Text laid out in lines: wrapped, indented and in columns, with terminal colours or without.

rich lays out the same and much more. A report needs little of it, which took a third of the time of a small check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Protocol

from factcheck.model.record import NamedTuple

# Select Graphic Rendition (ECMA-48, 8.3.117).
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_LINK = "link="
_MORE = "…"
_GAP = "   "
# A column of fewer cells is not read any more.
_NARROW = 8
# What stands on one line if it can: a name of several words is divided behind its hyphens.
_PIECE = re.compile(r"[^\s-]*-+|[^\s-]+")
_WORD = re.compile(r"\s*\S+\s*|\s+")


class Block(Protocol):
    """What can be laid out."""

    def lines(self, width: int) -> Iterable[Text]:
        """Yield its lines, none wider than so many cells."""


class Text:
    """Words, each with a style; a line break in them begins a new line.

    A style is a list of the words that ``_CODES`` has, and of ``link=`` with an address for terminals that follow them.
    Where a text does not wrap, an ellipsis stands for what finds no room on a line.
    """

    __slots__ = ("parts", "wraps")

    def __init__(self, *parts: str | tuple[str, str], style: str = "", wraps: bool = True) -> None:
        self.parts = [(part, style) if isinstance(part, str) else part for part in parts]
        self.wraps = wraps

    def append(self, words: str, style: str = "") -> None:
        """Add words at the end."""
        self.parts.append((words, style))

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join([words for words, _ in self.parts])

    def lines(self, width: int) -> Iterator[Text]:
        """Yield its lines; none ends in spaces."""
        plain = self.plain
        if "\n" not in plain and cells(plain) <= width and plain[-1:] != " ":
            yield self
            return
        start = 0
        for line in plain.split("\n"):
            if cells(line) <= width:
                yield self.between(start, start + len(line.rstrip()))
            elif self.wraps:
                for begin, end in pairwise([0, *_breaks(line, width), len(line)]):
                    yield self.between(start + begin, start + begin + len(line[begin:end].rstrip()))
            else:
                cut = self.between(start, start + _fitting(line, width - cells(_MORE)))
                cut.append(_MORE, cut.parts[-1][1] if cut.parts else "")
                yield cut
            start += len(line) + 1

    def between(self, begin: int, end: int) -> Text:
        """Return the characters from ``begin`` to before ``end``, with their styles."""
        found = Text()
        at = 0
        for words, style in self.parts:
            if piece := words[max(begin - at, 0) : max(end - at, 0)]:
                found.append(piece, style)
            at += len(words)
        return found


class Indented:
    """A block further to the right, with empty lines above and below."""

    def __init__(self, block: Block, by: int = 2, *, above: int = 0, below: int = 0) -> None:
        self._block = block
        self._by = by
        self._above, self._below = above, below

    def lines(self, width: int) -> Iterator[Text]:
        """Yield its lines."""
        yield from [Text()] * self._above
        for line in self._block.lines(max(width - self._by, 1)):
            yield Text(" " * self._by, *line.parts)
        yield from [Text()] * self._below


class Rule:
    """A title, and behind it a line to the end."""

    def __init__(self, title: Text) -> None:
        self._title = title

    def lines(self, width: int) -> Iterator[Text]:
        """Yield its lines."""
        *others, last = self._title.lines(width)
        yield from (*others, Text(*last.parts, (" " + "─" * (width - cells(last.plain) - 1), "dim")))


class Column(NamedTuple):
    """What the cells of a column have in common; ``footer`` stands below them all."""

    heading: str | Text = ""
    style: str = ""
    right: bool = False
    wraps: bool = True
    footer: str = ""


class Table:
    """Rows of cells in columns, each as wide as its widest cell; where there is no room, the widest columns wrap."""

    def __init__(self, columns: Sequence[Column], *, heading_style: str = "dim") -> None:
        self._columns = columns
        self._head = [_cell(column.heading, heading_style, column) for column in columns]
        self._foot = [_cell(column.footer, "", column) for column in columns]
        self._rows: list[list[Text]] = []

    def add(self, *row: str | Text) -> None:
        """Add a row, a cell for each column."""
        self._rows.append([_cell(cell, column.style, column) for cell, column in zip(row, self._columns, strict=True)])

    def lines(self, width: int) -> Iterator[Text]:
        """Yield its lines."""
        has_foot = any(column.footer for column in self._columns)
        widths = self._widths(width)
        yield from self._row(self._head, widths)
        yield Text("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)))
        for row in self._rows:
            yield from self._row(row, widths)
        if has_foot:
            yield Text()
            yield from self._row(self._foot, widths)

    def _widths(self, width: int) -> list[int]:
        """Return how wide the columns are.

        Where there is no room, the widest gives way: at first as far as its words stay whole, then if it wraps.
        """
        columns = list(zip(self._head, self._foot, *self._rows, strict=True))
        widths = [max(cells(line) for cell in column for line in cell.plain.split("\n")) for column in columns]
        excess = sum(widths) + len(_GAP) * (len(widths) - 1) - width
        if excess <= 0:
            return widths
        wraps = [column.wraps for column in self._columns]
        pieces = [[piece for cell in column for piece in _PIECE.findall(cell.plain)] for column in columns]
        words = [max(map(cells, each), default=1) for each in pieces]
        for least in (
            [word if wrap else own for word, wrap, own in zip(words, wraps, widths, strict=True)],
            [_NARROW if wrap else own for wrap, own in zip(wraps, widths, strict=True)],
            [_NARROW] * len(widths),
            [1] * len(widths),
        ):
            while excess > 0 and (giving := [at for at, own in enumerate(widths) if own > least[at]]):
                widths[max(giving, key=lambda at: (widths[at], at))] -= 1
                excess -= 1
        return widths

    def _row(self, row: Sequence[Text], widths: Sequence[int]) -> Iterator[Text]:
        laid = [cell.lines(width) for cell, width in zip(row, widths, strict=True)]
        for pieces in zip_longest(*laid, fillvalue=Text()):
            line = Text()
            for at, (piece, width, column) in enumerate(zip(pieces, widths, self._columns, strict=True)):
                room = " " * (width - cells(piece.plain))
                line.append((_GAP if at else "") + (room if column.right else ""))
                line.parts += piece.parts
                line.append("" if column.right else room)
            yield line


def _cell(given: str | Text, style: str, column: Column) -> Text:
    parts = given.parts if isinstance(given, Text) else [(given, "")]
    return Text(*[(words, own or style) for words, own in parts], wraps=column.wraps)


def laid_out(*blocks: Block, width: int, colour: bool) -> str:
    """Return the blocks one below the other; no line ends in spaces."""
    lines = [line for block in blocks for line in block.lines(width)]
    written = [_coloured(line) if colour else line.plain.rstrip() for line in lines]
    return "".join([line + "\n" for line in written])


def _coloured(line: Text) -> str:
    shown = len(line.plain.rstrip())
    return "".join([_styled(words, style) for words, style in line.between(0, shown).parts])


def _styled(words: str, style: str) -> str:
    address = ""
    codes = []
    for each in style.split():
        if each.startswith(_LINK):
            address = each.removeprefix(_LINK)
        else:
            codes.append(_CODES[each])
    if codes:
        words = f"\x1b[{';'.join(codes)}m{words}\x1b[0m"
    # https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\" if address else words


class _Widths(dict[str, int]):
    """How many cells a character takes up: as Unicode has it (UAX 11), none where it is joined to the one before."""

    def __missing__(self, character: str) -> int:
        wide = unicodedata.east_asian_width(character) in ("W", "F")
        joined = unicodedata.category(character) in ("Mn", "Me") or _is_jamo_behind(character)
        width = self[character] = 0 if joined else 1 + wide
        return width


def _is_jamo_behind(character: str) -> bool:
    """Whether a character is the vowel or the end of a Korean syllable, which its first letter has room for."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"


_WIDTHS = _Widths()


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes up."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def _breaks(line: str, width: int) -> Iterator[int]:
    """Yield where a line is broken: before a word that finds no room, and within one that is wider than a line."""
    room = width
    for match in _WORD.finditer(line):
        word, at = match[0], match.start()
        if cells(word.rstrip()) > room:
            if at:
                yield at
            while cells(word.rstrip()) > width:
                length = max(_fitting(word, width), 1)
                length = word.rfind("-", 0, length) + 1 or length
                word, at = word[length:], at + length
                yield at
            room = width
        room -= cells(word)


def _fitting(line: str, width: int) -> int:
    """Return how many characters of a line find room."""
    for number, character in enumerate(line):
        width -= cells(character)
        if width < 0:
            return number
    return len(line)
