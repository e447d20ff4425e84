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
from typing import Any, Generic, NamedTuple, TypeVar

from factcheck.load.keys import BY_NAME, Shape
from factcheck.load.raw import REQUIRED, SIMPLE, RawRecord
from factcheck.model.place import Place, Scalar

_CLAIMS = re.compile(r"^claims:[ ]*\n(?: *(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_SCALARS = SIMPLE["claim"]
_REQUIRED = frozenset(REQUIRED["claim"])
_MAPPINGS = frozenset(name for name, key in BY_NAME["claim"].items() if key.shape is Shape.MAPPING)
# An item that is no claim, in the text that is left.
_NO_CLAIM = '- ""'
# They end a line to YAML, though not to everyone: with one of them in a file its lines would be counted in two ways.
_ODD_BREAKS = "\r\x85\u2028\u2029"
_ODD = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"
_PLAIN = rf"(?!(?:null|Null|NULL)\n)(?:[^\W_]|-[0-9])[^:#{_ODD}]*+(?<! )"
_QUOTED = rf"[^\s\"'\\{_ODD}][^\"'\\{_ODD}]*+"

Kept = TypeVar("Kept")
_scalar: Callable[[type[Scalar], tuple[Any, ...]], Scalar] = tuple.__new__


class SetAside(NamedTuple, Generic[Kept]):
    """The text that is left for the parser; by the line at which each stretch began, what was kept of its claims."""

    rest: str
    claims: dict[int, list[Kept]]


def set_aside(text: str, path: str, keep: Callable[[RawRecord], Kept]) -> SetAside[Kept]:
    """Read the plain claims of a file and take them out of its text."""
    claims: dict[int, list[Kept]] = {}
    section = _CLAIMS.search(text)
    if section is None or any(odd in text for odd in _ODD_BREAKS):
        return SetAside(text, claims)
    indent, start = section[1], section.start(1)
    lines_of, item = _lines_of(indent), f"\n{indent}- "
    line = text.count("\n", 0, start) + 1
    rest: list[str] = []
    done, stretch = 0, None
    # The last item is the parser's: only what follows could tell where it ends.
    while end := text.find(item, start) + 1:
        lines = lines_of(text, start, end)
        raw = _claim(lines, Place(path, line, len(indent) + 3))
        if raw is None:
            stretch = None
        else:
            if stretch is None:
                stretch = claims[line] = []
                rest += [text[done:start], indent, _NO_CLAIM]
            stretch.append(keep(raw))
            rest.append("\n" * len(lines))
            done = end
        line += len(lines)
        start = end
    return SetAside("".join([*rest, text[done:]]), claims)


@cache
def _lines_of(indent: str) -> Callable[[str, int, int], list[tuple[str, ...]]]:
    """Return what splits an item of a list with this indentation into its lines.

    Of each line it gives: two spaces where its key stands that much deeper, the key, its plain value, or else the
    quotation mark and what stands between two of them; and the line itself where it is blank. All are empty where it
    is any other line.
    """
    key = rf"{indent}(?:- |  )(  )?(\w[\w-]{{0,99}}+):"
    value = rf" (?:({_PLAIN})|([\"'])({_QUOTED})\4)"
    return re.compile(rf"^{key}(?:{value})?\n|^( *\n)|^.*\n", re.MULTILINE).findall


def _claim(lines: Sequence[tuple[str, ...]], place: Place) -> RawRecord | None:
    """Return the claim that the lines of an item hold; None where only the parser can tell what they hold."""
    scalars: dict[str, Scalar] = {}
    mappings: dict[str, list[tuple[Scalar, list[Scalar]]]] = {}
    entries: list[tuple[Scalar, list[Scalar]]] | None = None
    keys, number, column = 0, place.line, place.column
    for deep, key, plain, mark, quoted, blank in lines:
        if (plain or mark) and not deep and key in _SCALARS:
            scalars[key] = _scalar(Scalar, (plain or quoted, number, column + len(key) + 2, not mark))
            keys += 1
            entries = None
        elif (plain or mark) and deep and entries is not None:
            name = Scalar(key, number, column + 2)
            entries.append((name, [Scalar(plain or quoted, number, name.column + len(key) + 2, not mark)]))
        elif key in _MAPPINGS and not (deep or plain or mark or key in mappings):
            entries = mappings[key] = []
        elif not blank:
            return None
        number += 1
    if keys > len(scalars) or not scalars.keys() >= _REQUIRED:
        return None
    if any(not each or len({name.text for name, _ in each}) < len(each) for each in mappings.values()):
        return None
    return RawRecord("claim", place, scalars, mappings=mappings)
