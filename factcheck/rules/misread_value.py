"""A figure is not what its quote says.

## What it does
Reads the quote and looks for the claim's value in it. Reports when the quote holds numbers and none is
the value, or when the denominator (`of`), the comparator or the unit differ.

## Why it matters
The quote and the value are two copies of one figure. When they differ, one was mistyped, and everything
worked out from the value is wrong.

## What it allows
Any way of writing the same number: `171000` and `171_000` for "171 nghìn", `46.25%` for "46,25%". A fall
("giảm 50%") may be stated as `50%` by a metric that is not one of growth. A claim without a quote is not
checked by this rule.

## Example
```yaml
quote: trên 171 nghìn tài khoản
value: 117000        # the digits are swapped
comparator: over
```
Write `value: 171000`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Fact, Fault, Severity, Wording
from factcheck.model.view import View

_HELP_EN = "Compare the claim with its document and correct whichever was copied wrongly."
_HELP_VI = "Đối chiếu với tài liệu gốc và sửa chỗ chép sai."

WORDINGS = {
    "value": Wording(
        Severity.ERROR,
        "The quote says {read}, the claim says {value}.",
        "Trích dẫn ghi {read}, khai báo ghi {value}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "percent-sign": Wording(
        Severity.ERROR,
        "The quote says {read}, a percentage; the claim says {value}, without a % sign.",
        "Trích dẫn ghi {read}, là tỷ lệ phần trăm; khai báo ghi {value}, thiếu dấu %.",
        "Write value: {value}%.",
        "Viết value: {value}%.",
    ),
    "of": Wording(
        Severity.ERROR,
        "The quote says {read}, so the figure is out of {read_of}; the claim has of: {of}.",
        "Trích dẫn ghi {read}, tức trên tổng số {read_of}; khai báo ghi of: {of}.",
        "Write of: {read_of}, or correct the quote.",
        "Viết of: {read_of}, hoặc sửa trích dẫn.",
    ),
    "comparator": Wording(
        Severity.ERROR,
        "The quote hedges {read} as {read_comparator}; the claim's comparator is {comparator}.",
        "Trích dẫn dùng {read} với nghĩa {read_comparator}; khai báo ghi comparator: {comparator}.",
        "Take the comparator from the words right beside the number, or leave it out for a bare number.",
        "Lấy comparator từ từ đứng sát con số; số trần thì bỏ trống.",
    ),
    "unit": Wording(
        Severity.ERROR,
        "The quote gives {read} in another unit ({read_unit}) than the claim ({unit}).",
        "Trích dẫn ghi {read} với đơn vị khác ({read_unit}) so với khai báo ({unit}).",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each claim whose quote says something else."""
    for claim_id, mismatch in view.mismatches.items():
        claim = view.registry.claims[claim_id]
        reading = view.readings.quotes[claim_id]
        quantity = mismatch.quantity
        read = (quantity,) if quantity else reading.quantities
        facts: dict[str, Fact] = {
            "value": claim.value.raw,
            "quote": claim.quote.exact if claim.quote else "",
            "read": tuple(dict.fromkeys(f"“{found.text}”" for found in read)),
            "of": claim.of.raw if claim.of else "–",
            "comparator": claim.comparator or "–",
            "unit": view.registry.unit_of(claim) or "–",
        }
        if quantity:
            facts["read_of"] = quantity.of if quantity.of is not None else "–"
            facts["read_comparator"] = quantity.comparator or "–"
            facts["read_unit"] = quantity.unit or quantity.kind
        key = {"percent-sign": "value"}.get(mismatch.part, mismatch.part)
        yield Fault(mismatch.part, claim.place_of(key if key in claim.fields else "value"), (claim_id,), facts=facts)
