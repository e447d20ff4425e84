"""A whole text to what its digits are, in the order in which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

from factcheck.model.scanned import Scanned
from factcheck.read.language import Language
from factcheck.read.scan import scan

_CONTEXT = 40


def scan_document(
    path: str, text: str, language: Language, *, everything: bool, explain: bool = False
) -> Iterator[Scanned]:
    """Yield the quantities of a text and its vague numbers, and with ``everything`` also what was none."""
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
    breaks = [index for index, char in enumerate(text) if char == "\n"]
    for span in spans:
        line = bisect_right(breaks, span.start - 1) + 1
        first = breaks[line - 2] + 1 if line > 1 else 0
        last = breaks[line - 1] if line <= len(breaks) else len(text)
        yield replace(
            span,
            line=line,
            text=text[span.start : span.end],
            before=text[max(first, span.start - _CONTEXT) : span.start],
            after=text[span.end : min(max(last, span.end), span.end + _CONTEXT)],
        )
