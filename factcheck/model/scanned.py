"""What a scan of a document lists: quantities, and digits that are none, each with its place."""

from __future__ import annotations

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple, record


class Part(NamedTuple):
    """Which words of a text gave which part of a reading, and what they mean."""

    role: str
    words: str
    meaning: str


@record(frozen=True, slots=True)
class Scanned:
    """One span of a document; ``quantity`` is None where ``kind`` names something else than a quantity.

    A vague number ("hàng chục nghìn") has no quantity but ``vague``, what a reader expects. ``parts``
    explain the reading, where that was asked for.

    ``start`` and ``end`` are character offsets in the document's text, ``line`` counts from 1, on its ``page`` where
    there are pages; the span stands between ``before`` and ``after`` on that line.
    """

    path: str
    line: int
    start: int
    end: int
    text: str
    kind: str
    quantity: Quantity | None
    before: str = ""
    after: str = ""
    vague: Interval | None = None
    parts: tuple[Part, ...] = ()
    page: int | None = None
