"""A whole text to what its digits are, in the order in which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.model.scanned import Scanned
from factcheck.read.language import Language
from factcheck.read.scan import scan

_CONTEXT = 40


def scan_document(path: str, text: str, language: Language, *, everything: bool) -> Iterator[Scanned]:
    """Yield the quantities of a text, and with ``everything`` also what was recognised as none."""
    found = scan(text, language)
    spans: list[tuple[int, int, str, Quantity | None]] = [
        (quantity.start, quantity.end, quantity.kind.value, quantity) for quantity in found.quantities
    ]
    if everything:
        spans += [(other.start, other.end, other.kind, None) for other in found.others]
    spans.sort(key=lambda span: span[:2])
    breaks = [index for index, char in enumerate(text) if char == "\n"]
    for start, end, kind, quantity in spans:
        line = bisect_right(breaks, start - 1) + 1
        first = breaks[line - 2] + 1 if line > 1 else 0
        last = breaks[line - 1] if line <= len(breaks) else len(text)
        yield Scanned(
            path=path,
            line=line,
            start=start,
            end=end,
            text=text[start:end],
            kind=kind,
            quantity=quantity,
            before=text[max(first, start - _CONTEXT) : start],
            after=text[end : min(max(last, end), end + _CONTEXT)],
        )
