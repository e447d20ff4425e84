"""Claims with the same keys in the same order, as most of a large file have, read by one pattern.

A pattern for all lines of an item at once is matched in half the time that its lines take one by one. What it reads is
what the lines would have given: it is made from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from factcheck.load.packed import Packer
from factcheck.model.record import NamedTuple

# What stands on one line of an item: two spaces where its key stands that much deeper, the key, its plain value, or
# else the quotation mark and what stands between two of them; and the line itself where it is blank.
Line: TypeAlias = tuple[str, ...]
# The lines of an item without their texts: for each, what stands before its key, the key, whether there is a plain
# value, the quotation mark of any other, and whether it is blank.
Layout: TypeAlias = tuple[tuple[str, str, bool, str, bool], ...]

_ODD = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"
# Values that YAML takes as they stand, without quotation marks and between two of them.
PLAIN = rf"(?!(?:null|Null|NULL)\n)(?:[^\W_]|-[0-9])[^:#{_ODD}]*+(?<! )"
QUOTED = rf"[^\s\"'\\{_ODD}][^\"'\\{_ODD}]*+"

# Fewer claims do not make up for the making of a pattern.
_OFTEN = 20
# Each pattern is tried in turn.
_MOST_PATTERNS = 4
_MOST_COUNTED = 1_000


def layout_of(lines: Sequence[Line]) -> Layout:
    """Return the lines of an item without their texts."""
    return tuple([(deep, key, bool(plain), mark, bool(blank)) for deep, key, plain, mark, _, blank in lines])


def texts_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the texts of the lines of an item, in their order."""
    return tuple([plain or quoted for _, _, plain, mark, quoted, _ in lines if plain or mark])


class Item(NamedTuple):
    """An item of a list: what packs it, its texts, how many lines it has and where it ends.

    Nothing packs it, and it has no texts, where only the parser can tell what it is.
    """

    pack: Packer | None
    texts: tuple[str, ...]
    lines: int
    end: int


class Shapes:
    """The shapes of the items of one list, which are indented by ``indent``."""

    def __init__(self, indent: str) -> None:
        self._indent = indent
        self._often: list[tuple[re.Pattern[str], Packer, int]] = []
        self._met: Counter[Layout] = Counter()

    def read(self, text: str, start: int) -> Item | None:
        """Read the item at ``start`` if it has a shape that was met often and another item follows."""
        for pattern, pack, lines in self._often:
            if match := pattern.match(text, start):
                return Item(pack, match.groups(), lines, match.end())
        return None

    def meet(self, layout: Layout, pack: Packer) -> None:
        """Take note of the layout of an item that is a claim, and of what packs such claims."""
        if len(self._often) == _MOST_PATTERNS:
            return
        if len(self._met) == _MOST_COUNTED:
            self._met.clear()
        self._met[layout] += 1
        if self._met[layout] == _OFTEN:
            self._often.append((_pattern(self._indent, layout), pack, len(layout)))


def _pattern(indent: str, layout: Layout) -> re.Pattern[str]:
    """Return a pattern for the items with a layout, with a group for each text."""
    lines: list[str] = []
    for number, (deep, key, plain, mark, blank) in enumerate(layout):
        before = f"{indent}{'  ' if number else '- '}{deep}{key}:"
        value = f" ({PLAIN})" if plain else f" {mark}({QUOTED}){mark}" if mark else ""
        lines.append(" *\n" if blank else f"{before}{value}\n")
    return re.compile(f"{''.join(lines)}(?={indent}- )")
