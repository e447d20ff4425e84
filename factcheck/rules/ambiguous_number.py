"""A number can be read two ways.

## What it does
Reports a value typed with a mark before exactly three digits (`44.200`), and a quote whose number is
written so that two readers would take it differently ("3,451" in a Vietnamese text).

## Why it matters
`44.200` is forty-four thousand two hundred to a Vietnamese reader and forty-four point two to an English
one, and YAML would quietly make it 44.2.

## What it allows
`44200`, `44_200`, `44.20`, and any number with `decimals` stated: `decimals: 0` takes the mark for
grouping, `decimals: 3` for the decimal one. The claim's other checks go on with the reading that its
quote bears out; without one, its figure is not compared.

## Example
```yaml
value: 44.200      # write 44200
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.exact import plain
from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.registry import Claim, TypedNumber
from factcheck.model.severity import Severity
from factcheck.model.view import View

_TWO_MARKS = re.compile(r"[.,]\d{3}[.,]\d{3}")

WORDINGS = {
    "typed": Wording(
        Severity.WARNING,
        "{key}: {raw} can be read as {one} or as {other}.",
        "{key}: {raw} có thể đọc là {one} hoặc {other}.",
        "Write {other_plain}, or {one_plain} if the mark is a decimal one.",
        "Viết {other_plain}, hoặc {one_plain} nếu đó là dấu thập phân.",
    ),
    "grouped": Wording(
        Severity.WARNING,
        "{key}: {raw} groups its digits with a mark that other readers take for a decimal one.",
        "{key}: {raw} nhóm chữ số bằng dấu mà người đọc khác hiểu là dấu thập phân.",
        "Write {one_plain}; _ may group the digits.",
        "Viết {one_plain}; có thể nhóm chữ số bằng dấu _.",
    ),
    "quoted": Wording(
        Severity.WARNING,
        "“{read}” in the quote can be read as {one} or as {other}.",
        "“{read}” trong trích dẫn có thể đọc là {one} hoặc {other}.",
        "State decimals: 0 or decimals: 3 on the claim to say which is meant.",
        "Ghi decimals: 0 hoặc decimals: 3 để nói rõ nghĩa nào.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each ambiguous number, typed or quoted."""
    for claim in view.registry.claims.values():
        yield from _typed(claim, "value", claim.value)
        if claim.of:
            yield from _typed(claim, "of", claim.of)
        if claim.decimals is None:
            yield from _quoted(claim, view)


def _typed(claim: Claim, key: str, number: TypedNumber) -> Iterator[Fault]:
    two_ways = len(number.readings) > 1
    if not two_ways and not _TWO_MARKS.search(number.raw):
        return
    values = [reading.value for reading in number.readings]
    facts: dict[str, Fact] = {"key": key, "raw": number.raw, "one": values[0], "one_plain": plain(values[0])}
    if two_ways:
        facts |= {"other": values[1], "other_plain": plain(values[1])}
    yield Fault("typed" if two_ways else "grouped", claim.place_of(key), (claim.id,), facts=facts)


def _quoted(claim: Claim, view: View) -> Iterator[Fault]:
    reading = view.readings.quotes.get(claim.id)
    agreeing = view.agreeing.get(claim.id)
    read = (agreeing,) if agreeing else reading.quantities if reading else ()
    for quantity in read:
        if quantity.also is not None:
            one, other = quantity.value, quantity.also
            facts: dict[str, Fact] = {"read": quantity.text, "one": one, "other": other}
            yield Fault("quoted", claim.place_of("quote"), (claim.id,), facts=facts)
            return
