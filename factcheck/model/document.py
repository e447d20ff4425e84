"""A document as text, with a map back to its pages and lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple, record

_LINE_END = lazy_pattern("\n")


class Spot(NamedTuple):
    """Where a character stands: line and column from 1; in a document with pages, the line is that on its page."""

    line: int
    column: int
    page: int | None = None


@record(frozen=True, slots=True)
class Document:
    """The text of a document.

    ``pages`` holds the offset at which each page begins; empty without pages. ``scans`` are the numbers of the pages,
    from 1, that are pictures without a text layer: what stands there is not in ``text``. ``around`` is what a web page
    has besides its main text: menus, lists of other articles, notices.
    """

    text: str
    pages: tuple[int, ...] = ()
    scans: tuple[int, ...] = ()
    around: str = ""

    def spot(self, offset: int) -> Spot:
        """Return where the character at ``offset`` stands; for many, ask ``spots`` once."""
        return self.spots()(offset)

    def spots(self) -> Callable[[int], Spot]:
        """Return a function that does what ``spot`` does, after looking for the lines once."""
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

        def spot(offset: int) -> Spot:
            line = bisect_right(starts, offset)
            column = offset - starts[line - 1] + 1
            if not self.pages:
                return Spot(line, column)
            page = bisect_right(self.pages, offset)
            return Spot(line - bisect_right(starts, self.pages[page - 1]) + 1, column, page)

        return spot


class Unreadable(NamedTuple):
    """Why a file is no document that can be read, in English and Vietnamese; each says what to do next."""

    en: str
    vi: str
