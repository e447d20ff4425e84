"""A whole text to what its digits are, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from factcheck.model.document import Document
from factcheck.model.record import replace
from factcheck.model.scanned import Scanned
from factcheck.read.language import Language
from factcheck.read.scan import scan

_CONTEXT = 40


def scan_document(
    path: str, document: Document, language: Language, *, everything: bool, explain: bool = False
) -> Iterator[Scanned]:
    """Yield the quantities of a document and its vague numbers, and with ``everything`` also what was none."""
    text = document.text
    found = scan(text, language, explain=explain)
    explained = found.explained or repeat(())
    spans = [
        Scanned(path, 0, quantity.start, quantity.end, "", quantity.kind.value, quantity, parts=parts)
        for quantity, parts in zip(found.quantities, explained, strict=False)
    ]
    spans += [Scanned(path, 0, each.start, each.end, "", "count", None, vague=each.soft) for each in found.vague]
    if everything:
        spans += [Scanned(path, 0, other.start, other.end, "", other.kind, None) for other in found.others]
    spans.sort(key=lambda span: (span.start, span.end))
    spot_of = document.spots()
    for span in spans:
        spot = spot_of(span.start)
        first = span.start - spot.column + 1
        last = text.find("\n", span.start)
        yield replace(
            span,
            line=spot.line,
            page=spot.page,
            text=text[span.start : span.end],
            before=text[max(first, span.start - _CONTEXT) : span.start],
            after=text[span.end : min(max(last if last >= 0 else len(text), span.end), span.end + _CONTEXT)],
        )
