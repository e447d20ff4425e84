"""A quote is not in its document.

## What it does
Looks for each quote in the document of its source, by `prefix` and `suffix` where it stands more than once, and
reports the one that is not there, with the passage that comes closest and what differs in square brackets. It says so
expressly when only a number differs.

## Why it matters
A claim is as good as its link to the document. A quote that differs in a digit was copied wrongly, or speaks of
another edition.

## What it allows
Spaces, line ends, punctuation, capitals, the sort of dash or quotation mark, and where a tone mark is put (hòa,
hoà) may differ; letters and digits may not, and a numeral must be whole: "44.200" is not found in "144.200".
Documents that are not at hand are listed as not checked; `--require-documents` makes that an error.

## Example
```yaml
quote: hơn 42.400 tài khoản đăng ký      # the document has 44.200
value: 42_400
```
Correct the quote and the value.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.anchor import Miss
from factcheck.model.finding import Fact, Fault, Where, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "number": Wording(
        Severity.ERROR,
        "Only the number differs: the document has “{passage}” ({document}, {where}), the quote “{quote_marked}”.",
        "Chỉ con số khác: tài liệu ghi “{passage}” ({document}, {where}), trích dẫn ghi “{quote_marked}”.",
        "Compare with the document. If the quote was copied wrongly, correct it and its value.",
        "Đối chiếu với tài liệu. Nếu chép sai, hãy sửa cả trích dẫn và giá trị.",
    ),
    "words": Wording(
        Severity.ERROR,
        "“{quote_marked}” is not in the document; the closest is “{passage}” ({document}, {where}).",
        "Không có “{quote_marked}” trong tài liệu; gần nhất là “{passage}” ({document}, {where}).",
        "Quote the document word for word.",
        "Trích đúng nguyên văn tài liệu.",
    ),
    "context": Wording(
        Severity.ERROR,
        "“{quote}” is in the document ({document}, {where}), but nowhere with this prefix and suffix.",
        "Tài liệu có “{quote}” ({document}, {where}), nhưng không nơi nào có prefix và suffix như vậy.",
        "Correct the prefix and suffix: the words right before and after the quote.",
        "Sửa prefix và suffix: những từ ngay trước và ngay sau trích dẫn.",
    ),
    "gone": Wording(
        Severity.ERROR,
        "“{quote}” is not in the document {document}, nor anything like it.",
        "Tài liệu {document} không có “{quote}”, cũng không có đoạn nào tương tự.",
        "Look whether the source names the right document, and quote it word for word.",
        "Xem nguồn có ghi đúng tài liệu không, và trích đúng nguyên văn.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each quote that was looked for and not found."""
    for claim_id, sighting in view.sightings.items():
        miss = sighting.outcome
        claim = view.registry.claims[claim_id]
        if not isinstance(miss, Miss) or claim.quote is None:
            continue
        facts: dict[str, Fact] = {
            "document": sighting.document,
            "quote": claim.quote.exact,
            "where": Where(sighting.spot.line, sighting.spot.page),
            "passage": miss.passage,
            "quote_marked": miss.quote,
            "found": miss.found,
            "wanted": miss.wanted,
        }
        yield Fault(miss.difference.value, claim.place_of("quote"), (claim_id,), facts=facts)
