"""Claims that are written a key a line, read without the YAML parser.

Nearly all claims of a large registry are, and parsing them would take a third of all the time that it takes to check
them. A claim counts as plain where each of its lines can only be a key with a value on the same line, or one of its
dimensions; any other, and everything else in the file, is left to the parser.

Whether such lines were claims at all depends on what stands around them: they may be words in quotation marks. So in
the text that is left an empty item stands for each stretch of plain claims, and only where the parser comes across it
among the claims of the file were they that. Lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.load.keys import BY_NAME, Shape
from factcheck.load.packed import BETWEEN, Packed, Packer, Slot, Template
from factcheck.load.raw import REQUIRED, SIMPLE
from factcheck.load.shapes import PLAIN, QUOTED, Item, Layout, Line, Shapes, layout_of, texts_of
from factcheck.model.record import NamedTuple

_CLAIMS = re.compile(r"^claims:[ ]*\n(?: *(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_SCALARS = SIMPLE["claim"]
_REQUIRED = frozenset(REQUIRED["claim"])
_MAPPINGS = frozenset(name for name, key in BY_NAME["claim"].items() if key.shape is Shape.MAPPING)
# An item that is no claim, in the text that is left.
_NO_CLAIM = '- ""'
_MOST_LAYOUTS = 1_000
# They end a line to YAML, though not to everyone: with one of them in a file its lines would be counted in two ways.
_ODD_BREAKS = "\r\x85\u2028\u2029"


class SetAside(NamedTuple):
    """The text that is left for the parser, and by the line at which each stretch began its claims."""

    rest: str
    claims: dict[int, list[Packed]]


def set_aside(text: str, packing: Callable[[Template], Packer]) -> SetAside:
    """Read the plain claims of a file and take them out of its text.

    ``packing`` returns what packs the claims of a template.
    """
    claims: dict[int, list[Packed]] = {}
    section = _CLAIMS.search(text)
    if section is None or any(odd in text for odd in _ODD_BREAKS):
        return SetAside(text, claims)
    indent, start = section[1], section.start(1)
    items = _Items(text, indent, packing)
    line = text.count("\n", 0, start) + 1
    rest: list[str] = []
    done, stretch = 0, None
    while item := items.read(start):
        pack, texts, lines, end = item
        if pack is None:
            stretch = None
        else:
            if stretch is None:
                stretch = claims[line] = []
                rest += [text[done:start], indent, _NO_CLAIM]
            stretch.append(pack(texts, line))
            rest.append("\n" * lines)
            done = end
        line += lines
        start = end
    return SetAside("".join([*rest, text[done:]]), claims)


class _Items:
    """The items of a list with an indentation."""

    def __init__(self, text: str, indent: str, packing: Callable[[Template], Packer]) -> None:
        self._text = text
        self._next = f"\n{indent}- "
        self._column = len(indent) + 3
        self._lines_of = _lines_of(indent)
        self._packing = packing
        self._packers: dict[Layout, Packer | None] = {}
        self._shapes = Shapes(indent)

    def read(self, start: int) -> Item | None:
        """Read the item at ``start``; None for the last, the parser's: only what follows could tell where it ends."""
        if known := self._shapes.read(self._text, start):
            return known
        end = self._text.find(self._next, start) + 1
        if not end:
            return None
        lines = self._lines_of(self._text, start, end)
        layout = layout_of(lines)
        pack = self._packer(layout)
        if pack is None:
            return Item(None, (), len(lines), end)
        self._shapes.meet(layout, pack)
        return Item(pack, texts_of(lines), len(lines), end)

    def _packer(self, layout: Layout) -> Packer | None:
        """Return what packs the claims with a layout; None where only the parser can tell what they hold."""
        if layout not in self._packers:
            if len(self._packers) == _MOST_LAYOUTS:
                self._packers.clear()
            template = _template(layout, self._column)
            self._packers[layout] = self._packing(template) if template else None
        return self._packers[layout]


@cache
def _lines_of(indent: str) -> Callable[[str, int, int], list[Line]]:
    """Return what splits an item of a list with this indentation into its lines, empty where they are any others."""
    key = rf"{indent}(?:- |  )(  )?(\w[\w-]{{0,99}}+):"
    value = rf" (?:({PLAIN})|([\"'])({QUOTED})\4)"
    return re.compile(rf"^{key}(?:{value})?\n|^( *\n)|^.*\n", re.MULTILINE).findall


def _template(layout: Layout, column: int) -> Template | None:
    """Return the template of the claims with a layout; None where only the parser can tell what they hold."""
    scalars: dict[str, Slot] = {}
    mappings: dict[str, list[Slot]] = {}
    entries: list[Slot] | None = None
    keys = texts = 0
    for number, (deep, key, plain, mark, blank) in enumerate(layout):
        slot = Slot(texts, key, number, column + len(deep) + len(key) + BETWEEN, plain)
        if (plain or mark) and not deep and key in _SCALARS:
            scalars[key] = slot
            keys += 1
            entries = None
        elif (plain or mark) and deep and entries is not None:
            entries.append(slot)
        elif key in _MAPPINGS and not (deep or plain or mark or key in mappings):
            entries = mappings[key] = []
        elif not blank:
            return None
        texts += bool(plain or mark)
    if keys > len(scalars) or not scalars.keys() >= _REQUIRED:
        return None
    if any(not slots or len({slot.key for slot in slots}) < len(slots) for slots in mappings.values()):
        return None
    return Template(column, tuple(scalars.values()), tuple([(name, tuple(slots)) for name, slots in mappings.items()]))
