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
from collections.abc import Callable, Sequence
from functools import cache

from factcheck.load.keys import BY_NAME, Shape
from factcheck.load.packed import Packable, Packed, Typed, packable_claim
from factcheck.load.raw import REQUIRED, SIMPLE
from factcheck.load.shapes import PLAIN, QUOTED, Line, Shapes
from factcheck.model.record import NamedTuple

_CLAIMS = re.compile(r"^claims:[ ]*\n(?: *(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_SCALARS = SIMPLE["claim"]
_REQUIRED = frozenset(REQUIRED["claim"])
_MAPPINGS = frozenset(name for name, key in BY_NAME["claim"].items() if key.shape is Shape.MAPPING)
# An item that is no claim, in the text that is left.
_NO_CLAIM = '- ""'
# They end a line to YAML, though not to everyone: with one of them in a file its lines would be counted in two ways.
_ODD_BREAKS = "\r\x85\u2028\u2029"


class SetAside(NamedTuple):
    """The text that is left for the parser, and by the line at which each stretch began its claims."""

    rest: str
    claims: dict[int, list[Packed]]


def set_aside(text: str, packed: Callable[[Packable, int], Packed]) -> SetAside:
    """Read the plain claims of a file and take them out of its text; each is packed, with the line it begins on."""
    claims: dict[int, list[Packed]] = {}
    section = _CLAIMS.search(text)
    if section is None or any(odd in text for odd in _ODD_BREAKS):
        return SetAside(text, claims)
    indent, start = section[1], section.start(1)
    items = _Items(text, indent)
    line = text.count("\n", 0, start) + 1
    rest: list[str] = []
    done, stretch = 0, None
    while item := items.read(start):
        claim, lines, end = item
        if claim is None:
            stretch = None
        else:
            if stretch is None:
                stretch = claims[line] = []
                rest += [text[done:start], indent, _NO_CLAIM]
            stretch.append(packed(claim, line))
            rest.append("\n" * lines)
            done = end
        line += lines
        start = end
    return SetAside("".join([*rest, text[done:]]), claims)


class _Items:
    """The items of a list with an indentation."""

    def __init__(self, text: str, indent: str) -> None:
        self._text = text
        self._next = f"\n{indent}- "
        self._column = len(indent) + 3
        self._lines_of = _lines_of(indent)
        self._shapes = Shapes(indent)

    def read(self, start: int) -> tuple[Packable | None, int, int] | None:
        """Read the item at ``start``: the claim that it is, how many lines it has, and where it ends.

        No claim where only the parser can tell what it is. None for the last item, which is the parser's too: only
        what follows could tell where it ends.
        """
        if known := self._shapes.read(self._text, start):
            return known
        end = self._text.find(self._next, start) + 1
        if not end:
            return None
        lines = self._lines_of(self._text, start, end)
        claim = _claim(lines, self._column)
        if claim:
            self._shapes.meet(lines)
        return claim, len(lines), end


@cache
def _lines_of(indent: str) -> Callable[[str, int, int], list[Line]]:
    """Return what splits an item of a list with this indentation into its lines, empty where they are any others."""
    key = rf"{indent}(?:- |  )(  )?(\w[\w-]{{0,99}}+):"
    value = rf" (?:({PLAIN})|([\"'])({QUOTED})\4)"
    return re.compile(rf"^{key}(?:{value})?\n|^( *\n)|^.*\n", re.MULTILINE).findall


def _claim(lines: Sequence[Line], column: int) -> Packable | None:
    """Return the claim that the lines of an item hold; None where only the parser can tell what they hold."""
    scalars: dict[str, Typed] = {}
    mappings: dict[str, list[tuple[Typed, list[Typed]]]] = {}
    entries: list[tuple[Typed, list[Typed]]] | None = None
    keys = 0
    for number, (deep, key, plain, mark, quoted, blank) in enumerate(lines):
        if (plain or mark) and not deep and key in _SCALARS:
            scalars[key] = (plain or quoted, number, column + len(key) + 2, not mark)
            keys += 1
            entries = None
        elif (plain or mark) and deep and entries is not None:
            at = column + len(deep)
            entries.append(((key, number, at, True), [(plain or quoted, number, at + len(key) + 2, not mark)]))
        elif key in _MAPPINGS and not (deep or plain or mark or key in mappings):
            entries = mappings[key] = []
        elif not blank:
            return None
    if keys > len(scalars) or not scalars.keys() >= _REQUIRED:
        return None
    if any(not each or len({name[0] for name, _ in each}) < len(each) for each in mappings.values()):
        return None
    return packable_claim(column, scalars, mappings)
