"""What a scan of a document lists: quantities, and digits that are none, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Scanned:
    """One span of a document; ``quantity`` is None where ``kind`` names something else than a quantity.

    ``start`` and ``end`` are character offsets in the document, ``line`` counts from 1, ``context`` is the
    line around it with the span between ``before`` and ``after``.
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
