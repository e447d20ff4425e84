"""A figure is not what its quote says.

## What it does
Reads the quote and looks for the claim's value in it. Reports when the quote holds numbers and none is
the value, or when the denominator (`of`), the comparator or the unit differ.

## Why it matters
The quote and the value are two copies of one figure. When they differ, one was mistyped, and everything
worked out from the value is wrong.

## What it allows
Any way of writing the same number: `171000` and `171_000` for "171 nghìn", `46.25%` for "46,25%". A fall
("giảm 50%") may be stated as `50%` by a metric that is not one of growth. Writings that mean different things to
different readers count for what the claim takes them for: "a target of 5m" (five million, or metres), "(4,312)" (a
loss), "850 K", "3 vạn 5", "none of the 14". A claim without a quote is not checked by this rule.

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

from factcheck.model.exact import plain
from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.quantity import Quantity
from factcheck.model.registry import Claim
from factcheck.model.severity import Severity
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
    "percent-unit": Wording(
        Severity.ERROR,
        "The quote says {read}, which is no percentage; the claim's unit is %, so that its value is {typed} %.",
        "Trích dẫn ghi {read}, không phải tỷ lệ phần trăm; đơn vị của khai báo là %, nên giá trị thành {typed} %.",
        "Give the claim a metric that counts what the quote counts: one with another unit, or behaviour: multiple.",
        "Dùng metric đếm đúng thứ trích dẫn nói: metric có đơn vị khác, hoặc behaviour: multiple.",
    ),
    "sign": Wording(
        Severity.ERROR,
        "The quote speaks of a fall by {read}; the claim says {value}, a rise.",
        "Trích dẫn nói giảm {read}; khai báo ghi {value}, là tăng.",
        "A fall is negative: write value: -{value}.",
        "Mức giảm là số âm: viết value: -{value}.",
    ),
    "scale": Wording(
        Severity.ERROR,
        "The quote says {read}, which is {read_value}; the claim says {value}.",
        "Trích dẫn ghi {read}, tức {read_value}; khai báo ghi {value}.",
        "Write the value out, scale words worked in, or put them into the unit (million USD).",
        "Viết value đầy đủ, đã nhân nghìn/triệu/tỷ, hoặc đưa các từ đó vào unit (tỷ đồng).",
    ),
    "of": Wording(
        Severity.ERROR,
        "The quote says {read}; the claim has of: {of}.",
        "Trích dẫn ghi {read}; khai báo ghi of: {of}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "of-missing": Wording(
        Severity.ERROR,
        "The quote says {read}, so the figure is out of {read_of}; the claim has no of.",
        "Trích dẫn ghi {read}, tức trên tổng số {read_of}; khai báo không có of.",
        "Add of: {read_of}.",
        "Thêm of: {read_of}.",
    ),
    "comparator": Wording(
        Severity.ERROR,
        "The quote hedges {read} as {read_comparator}; the claim's comparator is {comparator}.",
        "Trích dẫn dùng {read} với nghĩa {read_comparator}; khai báo ghi comparator: {comparator}.",
        "Take the comparator from the words right beside the number.",
        "Lấy comparator từ từ đứng sát con số.",
    ),
    "comparator-missing": Wording(
        Severity.ERROR,
        "The quote hedges {read} as {read_comparator}; the claim has no comparator.",
        "Trích dẫn dùng {read} với nghĩa {read_comparator}; khai báo không có comparator.",
        "Add comparator: {read_comparator}.",
        "Thêm comparator: {read_comparator}.",
    ),
    "comparator-extra": Wording(
        Severity.ERROR,
        "In the quote {read} is a bare number; the claim's comparator is {comparator}.",
        "Trong trích dẫn, {read} là số trần; khai báo ghi comparator: {comparator}.",
        "Remove the comparator, or quote the word that it stands for.",
        "Bỏ comparator, hoặc trích cả từ mà nó diễn đạt.",
    ),
    "range-low": Wording(
        Severity.ERROR,
        "The quote gives a range, {read}, of which {value} is the lower end.",
        "Trích dẫn ghi một khoảng, {read}; {value} là đầu dưới của khoảng đó.",
        "Write comparator: at-least, or quote the words that give this figure alone.",
        "Ghi comparator: at-least, hoặc trích phần chỉ ghi riêng con số này.",
    ),
    "range-high": Wording(
        Severity.ERROR,
        "The quote gives a range, {read}, of which {value} is the upper end.",
        "Trích dẫn ghi một khoảng, {read}; {value} là đầu trên của khoảng đó.",
        "Write comparator: at-most, or quote the words that give this figure alone.",
        "Ghi comparator: at-most, hoặc trích phần chỉ ghi riêng con số này.",
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
            "value": _typed(claim, reading.quantities),
            "typed": claim.value.raw,
            "quote": claim.quote.exact if claim.quote else "",
            "read": tuple(dict.fromkeys(f"“{found.text}”" for found in read)),
            "of": claim.of.raw if claim.of else "",
            "comparator": claim.comparator or "",
            "unit": view.registry.unit_of(claim) or "–",
        }
        if quantity:
            facts["read_value"] = quantity.value
            facts["read_of"] = plain(quantity.of) if quantity.of is not None else ""
            facts["read_comparator"] = quantity.comparator or ""
            facts["read_unit"] = quantity.unit or quantity.kind
        key = mismatch.part.partition("-")[0]
        yield Fault(mismatch.part, claim.place_of(key if key in claim.fields else "value"), (claim_id,), facts=facts)


def _typed(claim: Claim, quantities: tuple[Quantity, ...]) -> str:
    """Return the value as typed; with what it means, where that is not plain from its looks."""
    raw = claim.value.raw
    if raw in {quantity.text for quantity in quantities} and len(claim.value.readings) == 1:
        return f"{raw} (= {plain(claim.value.readings[0].value)})"
    return raw
