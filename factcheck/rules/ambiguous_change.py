"""A change of a percentage may be relative or in points.

## What it does
Where a claim says of a percentage that it rose or fell by so many per cent, and leaves open whether of
itself or in percentage points, gives the level that each reading starts from, or leads to where only the earlier
level is claimed.

## Why it matters
46,25 % "tăng 10%" came from 42,05 % if the change is relative, from 36,25 % if it is in points. Writers mean
either.

## What it allows
A change whose `kind` is stated, one of whose readings is impossible (28,34 % cannot have risen by 93
points), whose quote says points, or both of whose levels are in the registry: `broken-relation` compares them
then.

## Example
```yaml
value: 10%
change: {of: online-share-2020-q2, since: 2019-Q2}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.exact import Exact, divide, magnitude, round_half_up
from factcheck.model.finding import Amount, Fact, Fault, Range, Wording
from factcheck.model.growth import Outcome, Reading, WeighedGrowth
from factcheck.model.severity import Severity
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
    "either-after": Wording(
        Severity.NOTE,
        "{value} on {level} can be relative, to about {relative}, or in percentage points, to about {points}.",
        "{value} đối với {level} có thể là tương đối, lên khoảng {relative}, hoặc theo điểm phần trăm, "
        "lên khoảng {points}.",
        "Find the later level, then state change: kind: relative or points.",
        "Tìm mức sau đó, rồi ghi change: kind: relative hoặc points.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each change that both readings can explain."""
    for weighed in view.growths:
        growth = weighed.growth
        level = growth.after or growth.before
        if weighed.is_ambiguous and level is not None:
            yield _either(weighed, level)


def _either(weighed: WeighedGrowth, level: Figure) -> Fault:
    figure = weighed.growth.figure
    facts: dict[str, Fact] = {"value": figure.words, "level": level.words}
    for outcome in weighed.outcomes:
        if outcome.implied is not None:
            facts[outcome.reading.value] = Amount(round_half_up(_point(weighed, outcome, level), 4), "%")
            facts[f"{outcome.reading.value}_range"] = Range(outcome.implied, "%")
    related = ((level.id, level.claim.place_of("value")),)
    wording = "either" if weighed.growth.after else "either-after"
    return Fault(wording, figure.claim.place_of("value"), (figure.id, level.id), related, facts)


def _point(weighed: WeighedGrowth, outcome: Outcome, level: Figure) -> Exact:
    """Return the other level, taking the figures as written where they allow it."""
    change = weighed.growth.figure.value
    if weighed.growth.after is None:
        point = level.value * (1 + change) if outcome.reading is Reading.RELATIVE else level.value + change
    elif outcome.reading is Reading.POINTS:
        point = level.value - change
    elif change > -1:
        point = divide(level.value, 1 + change)
    else:
        point = -1
    if outcome.implied is None or outcome.implied.contains(point):
        return point
    ends = [end for end in (outcome.implied.low, outcome.implied.high) if end is not None]
    return min(ends, key=lambda end: magnitude(end - point), default=point)
