"""A quote holds no number that can be read.

## What it does
Reports a quote in which no quantity is found.

## Why it matters
Without one, nothing ties the claim's value to the words it was read from, and a mistyped value passes.

## What it allows
A claim without a quote (a figure from a table, say): it is checked against everything but its words.

## Example
```yaml
quote: tài khoản đăng ký        # the number was left out
value: 44200
```
Quote "hơn 44.200 tài khoản đăng ký".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

WORDINGS = {
    "nothing": Wording(
        Severity.WARNING,
        "No quantity can be read from “{quote}”.",
        "Không đọc được số lượng nào trong “{quote}”.",
        "Quote the shortest phrase that holds the number; leave the quote out if the figure has no words.",
        "Trích cụm từ ngắn nhất có con số; nếu số liệu không có lời văn thì bỏ quote.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each quote without a quantity."""
    for claim_id, reading in view.readings.quotes.items():
        claim = view.registry.claims[claim_id]
        if not reading.quantities and claim.quote and claim_id not in view.agreeing:
            facts = {"quote": claim.quote.exact}
            yield Fault("nothing", claim.place_of("quote"), (claim_id,), facts=facts)
