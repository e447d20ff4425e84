"""A change of a percentage may be relative or in points.

## What it does
Where a claim says of a percentage that it rose or fell by so many per cent, and leaves open whether of
itself or in percentage points, gives the level that each reading starts from.

## Why it matters
46,25 % "tăng 10%" came from 42,05 % if the change is relative, from 36,25 % if it is in points. Writers mean
either.

## What it allows
A change whose `kind` is stated, one of whose readings is impossible (28,34 % cannot have risen by 93
points), or whose earlier level is in the registry: `broken-relation` compares it then.

## Example
```yaml
value: 10%
change: {of: online-share-2020-q2, since: 2019-Q2}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.exact import divide, round_half_up
from factcheck.model.finding import Amount, Fact, Fault, Range, Severity, Wording
from factcheck.model.interval import NOT_NEGATIVE, SHARE, Interval
from factcheck.model.registry import Behaviour, Change, ChangeKind
from factcheck.model.view import Figure, View

WORDINGS = {
    "either": Wording(
        Severity.NOTE,
        "{value} on {level} can be relative, from about {relative}, or in percentage points, from about {points}.",
        "{value} đối với {level} có thể là tương đối, từ khoảng {relative}, hoặc theo điểm phần trăm, "
        "từ khoảng {points}.",
        "Find the earlier level, then state change: kind: relative or points.",
        "Tìm mức trước đó, rồi ghi change: kind: relative hoặc points.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each change that both readings can explain."""
    for figure in view.figures.values():
        change = figure.claim.change
        level = view.figures.get(change.of) if change else None
        if change is None or level is None or change.kind is not ChangeKind.EITHER:
            continue
        if figure.unit == level.unit == "%":
            yield from _either(figure, level, change, view)


def _either(figure: Figure, level: Figure, change: Change, view: View) -> Iterator[Fault]:
    allowed = SHARE if level.metric.behaviour is Behaviour.SHARE else NOT_NEGATIVE
    factor = Interval.point(1) + figure.hard
    if factor.contains(0) or (factor.high is not None and factor.high <= 0):
        return
    relative = (level.hard / factor).intersect(allowed)
    points = (level.hard - figure.hard).intersect(allowed)
    if relative is None or points is None:
        return
    if view.level_before(level, change):
        # With the earlier level at hand the words are settled, or broken-relation says that they cannot be.
        return
    facts: dict[str, Fact] = {
        "value": figure.words,
        "level": level.words,
        "relative": Amount(round_half_up(divide(level.value, 1 + figure.value), 4), "%"),
        "relative_range": Range(relative, "%"),
        "points": Amount(round_half_up(level.value - figure.value, 4), "%"),
        "points_range": Range(points, "%"),
    }
    related = ((level.id, level.claim.place_of("value")),)
    yield Fault("either", figure.claim.place_of("value"), (figure.id, level.id), related, facts)
