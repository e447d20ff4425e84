"""Where the quotes of claims stand in their documents, or what comes closest."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.document import Spot
from factcheck.model.record import NamedTuple, record


class Anchor(NamedTuple):
    """A quote that was found: the characters from ``start`` up to ``end`` of the document's text.

    ``verbatim`` is False where only spaces, punctuation or capitals differ.
    """

    start: int
    end: int
    verbatim: bool = True


class Difference(StrEnum):
    """How a document fails to hold a quote; the names are those of the wordings of ``missing-quote``."""

    NUMBER = "number"
    WORDS = "words"
    CONTEXT = "context"
    GONE = "gone"


@record(frozen=True, slots=True)
class Miss:
    """A quote that was not found, and the passage that comes closest, from ``start`` up to ``end``.

    ``passage`` and ``quote`` have the words that differ in square brackets; ``found`` and ``wanted`` are these
    words alone. All are empty where nothing comes close.
    """

    difference: Difference
    start: int = 0
    end: int = 0
    passage: str = ""
    quote: str = ""
    found: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


class Sighting(NamedTuple):
    """Where a claim's quote was looked for: the document's file name, and what came of it at which spot."""

    document: str
    outcome: Anchor | Miss
    spot: Spot


class Digest(NamedTuple):
    """A document at hand: its file name and SHA-256, and how many of how many quotes were found in it."""

    document: str
    sha256: str
    found: int
    quotes: int
