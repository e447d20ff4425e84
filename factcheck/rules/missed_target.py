"""A target was missed.

## What it does
Compares a claim whose status is `target` with the actual figure that settles it: the same metric, dimensions
and unit, for the same period (for stocks, cumulative counts and percentages: ending on the same day). Only
targets whose time has come, as of `--as-of` (today by default), are judged.

## Why it matters
A report that gives the result rarely repeats the target. Side by side, they are news.

## What it allows
A target met, or one that its intervals leave open. A bare target counts as a floor, unless its comparator is
`at-most` or `under`.

## Example
"mục tiêu 90% vào năm 2020", then "86,5%" for 2020.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from factcheck.model.comparator import Comparator
from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.registry import Behaviour, Status
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, View

WORDINGS = {
    "missed": Wording(
        Severity.NOTE,
        "{label}: the target for {target_period} was {target}, the figure is {value}.",
        "{label}: mục tiêu cho {target_period} là {target}, kết quả là {value}.",
        "Nothing need be mended: check both quotes before you report it.",
        "Không cần sửa gì: hãy kiểm tra hai trích dẫn trước khi đưa tin.",
    ),
}
_CEILINGS = frozenset({Comparator.AT_MOST, Comparator.UNDER})
_BY_WHOLE_PERIOD = frozenset({Behaviour.FLOW, Behaviour.GROWTH, Behaviour.MULTIPLE})


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each target that an actual figure settles and misses."""
    targets = [figure for figure in view.figures.values() if figure.claim.status is Status.TARGET]
    if not targets:
        return
    actuals: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in view.figures.values():
        claim, period = figure.claim, figure.claim.period
        if period is None:
            continue
        if claim.status is Status.ACTUAL and figure.period and figure.period.end == period.end:
            # A year that its report cut short ("to date") settles nothing.
            thing = (claim.metric, claim.dimensions, figure.unit)
            actuals[thing, _when(figure)].append(figure)
    for target in targets:
        claim, period = target.claim, target.claim.period
        if period is None or period.end > view.as_of:
            continue
        thing = (claim.metric, claim.dimensions, target.unit)
        for actual in actuals.get((thing, _when(target)), ()):
            if _misses(actual, target):
                yield _fault(actual, target)
                break


def _when(figure: Figure) -> tuple[date | None, date | None]:
    period = figure.claim.period
    if period is None:
        return (None, None)
    return (period.start if figure.metric.behaviour in _BY_WHOLE_PERIOD else None, period.end)


def _misses(actual: Figure, target: Figure) -> bool:
    # A fall aimed at is missed by a smaller fall.
    if (target.claim.comparator in _CEILINGS) != (target.value < 0):
        return target.hard.precedes(actual.hard)
    return actual.hard.precedes(target.hard)


def _fault(actual: Figure, target: Figure) -> Fault:
    facts: dict[str, Fact] = {
        "label": target.metric.label,
        "target": target.words,
        "target_period": target.period_text,
        "value": actual.words,
        "period": actual.period_text,
    }
    related = ((target.id, target.claim.place_of("value")),)
    return Fault("missed", actual.claim.place_of("value"), (actual.id, target.id), related, facts)
