"""A document as text, with a map back to its pages and lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

_LINE_END = re.compile("\n")


class Spot(NamedTuple):
    """Where a character stands: line and column from 1, and the page where the document has pages."""

    line: int
    column: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document. ``pages`` holds the offset at which each page begins; empty without pages."""

    text: str
    pages: tuple[int, ...] = ()

    def spot(self, offset: int) -> Spot:
        """Return where the character at ``offset`` stands; ``spots`` is quicker for many."""
        start = self.text.rfind("\n", 0, offset) + 1
        return Spot(self.text.count("\n", 0, offset) + 1, offset - start + 1, self._page(offset))

    def spots(self) -> Callable[[int], Spot]:
        """Return a function that does what ``spot`` does, after looking for the lines once."""
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

        def spot(offset: int) -> Spot:
            line = bisect_right(starts, offset)
            return Spot(line, offset - starts[line - 1] + 1, self._page(offset))

        return spot

    def _page(self, offset: int) -> int | None:
        return bisect_right(self.pages, offset) if self.pages else None


class Unreadable(NamedTuple):
    """Why a file is no document that can be read, in English and Vietnamese; each says what to do next."""

    en: str
    vi: str
