"""A document is not the one that was pinned.

## What it does
Compares the SHA-256 of a source's document with the `sha256` that `factcheck pin` recorded.

## Why it matters
The figures were read from another edition. Quotes that are still there may have other words around them now.

## What it allows
Sources without `sha256`, and documents that are not at hand, which are listed as not checked.

## Example
```yaml
source:
  document: report.pdf
  sha256: 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
```
Look at what changed, correct the claims, and run `factcheck pin`, which says what moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "changed": Wording(
        Severity.ERROR,
        "{document} is not the file that was pinned (now {got}…, pinned {pinned}…); quotes still found: {found} of "
        "{quotes}.",
        "{document} không còn là tệp đã ghim (nay {got}…, đã ghim {pinned}…); trích dẫn còn tìm thấy: {found} trong "
        "{quotes}.",
        "Look at what changed in it, correct the claims, then run factcheck pin.",
        "Xem tài liệu đổi những gì, sửa các khai báo, rồi chạy factcheck pin.",
    ),
}
_SHOWN = 12


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each source whose document has another digest than was pinned."""
    for name, digest in view.digests.items():
        source = view.registry.sources[name]
        if source.sha256 and source.sha256 != digest.sha256:
            facts: dict[str, Fact] = {
                "name": name,
                "document": digest.document,
                "got": digest.sha256[:_SHOWN],
                "pinned": source.sha256[:_SHOWN],
                "found": digest.found,
                "quotes": digest.quotes,
            }
            yield Fault("changed", source.place_of("sha256"), facts=facts)
