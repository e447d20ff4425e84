"""A percentage is not possible.

## What it does
Reports a share outside 0 to 100 %, a percentage "of N" that no whole number out of N gives (the GRIM
test of Brown & Heathers 2017), and a count "x of N" under a metric that is a percentage.

## Why it matters
71 % of 43 people is no number of people: 30 are 69.8 %, 31 are 72.1 %. Either the percentage or the number
is wrong.

## What it allows
Whatever rounding or cutting off can explain. Ratios that may pass 100 % have the behaviour `ratio`.

## Example
```yaml
value: 71%
of: 43
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.exact import Exact, divide, floor_of, round_half_up
from factcheck.model.finding import Amount, Fact, Fault, Wording
from factcheck.model.interval import NOT_NEGATIVE, SHARE, Interval
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, View

WORDINGS = {
    "outside": Wording(
        Severity.ERROR,
        "{value} is not between 0 and 100 %, as a share must be.",
        "{value} không nằm trong khoảng 0–100 %, trong khi đây là một tỷ lệ.",
        "Check the figure; if it may pass 100 %, give the metric behaviour: ratio.",
        "Kiểm tra số liệu; nếu có thể vượt 100 %, đặt behaviour: ratio cho metric.",
    ),
    "counted": Wording(
        Severity.ERROR,
        "{value} of {of} is a count, but the metric {metric} is a percentage.",
        "{value} trên {of} là số đếm, còn metric {metric} là tỷ lệ phần trăm.",
        "Type the percentage instead, without of (66.67% agrees with the quote “two thirds”), or give the count a "
        "metric of its own, with behaviour: stock.",
        "Ghi tỷ lệ phần trăm, không kèm of (66.67% khớp với trích dẫn “hai phần ba”), hoặc đặt một metric riêng cho số "
        "đếm, với behaviour: stock.",
    ),
    "of-nothing": Wording(
        Severity.ERROR,
        "{value} of {of} is no share of anything.",
        "{value} của {of} không phải là tỷ lệ của cái gì cả.",
        "Check the number that the percentage is taken of.",
        "Kiểm tra con số làm mẫu.",
    ),
    "no-count": Wording(
        Severity.ERROR,
        "No whole number out of {of} is {value}: {below} gives {below_share}, {above} gives {above_share}.",
        "Không có số nguyên nào trên {of} cho {value}: {below} cho {below_share}, {above} cho {above_share}.",
        "Check the percentage and the number it is taken of.",
        "Kiểm tra tỷ lệ và con số làm mẫu.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each percentage that cannot be."""
    for claim in view.registry.claims.values():
        if claim.of is not None and view.registry.is_counted_share(claim):
            counted: dict[str, Fact] = {"value": claim.value.raw, "of": claim.of.raw, "metric": claim.metric}
            yield Fault("counted", claim.place_of("value"), (claim.id,), facts=counted)
    for figure in view.figures.values():
        if figure.metric.behaviour is Behaviour.SHARE and not figure.hard.meets(SHARE):
            facts: dict[str, Fact] = {"value": Amount(figure.value, figure.unit)}
            yield Fault("outside", figure.claim.place_of("value"), (figure.id,), facts=facts)
        elif figure.unit == "%" and figure.claim.of and figure.hard.meets(NOT_NEGATIVE):
            yield from _no_count(figure)


def _no_count(figure: Figure) -> Iterator[Fault]:
    of = figure.of or 0
    if of <= 0:
        facts: dict[str, Fact] = {"value": Amount(figure.value, "%"), "of": of}
        yield Fault("of-nothing", figure.claim.place_of("of"), (figure.id,), facts=facts)
        return
    if of.denominator != 1 or (figure.hard * Interval.point(of)).integers() is not None:
        return
    below = floor_of(figure.value * of)
    facts = {
        "value": Amount(figure.value, "%"),
        "of": of,
        "below": below,
        "below_share": Amount(_percent(below, of), "%"),
        "above": below + 1,
        "above_share": Amount(_percent(below + 1, of), "%"),
    }
    yield Fault("no-count", figure.claim.place_of("value"), (figure.id,), facts=facts)


def _percent(count: Exact, of: Exact) -> Exact:
    return round_half_up(divide(count, of), 4)
