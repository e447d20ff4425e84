"""A document as text, with a map back to its pages and lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


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
        """Return where the character at ``offset`` stands."""
        start = self.text.rfind("\n", 0, offset) + 1
        page = bisect_right(self.pages, offset) if self.pages else None
        return Spot(self.text.count("\n", 0, offset) + 1, offset - start + 1, page)


class Unreadable(NamedTuple):
    """Why a file is no document that can be read, in English and Vietnamese; each says what to do next."""

    en: str
    vi: str
