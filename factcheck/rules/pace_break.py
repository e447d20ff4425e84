"""A cumulative count suddenly grows at another pace.

## What it does
Where a cumulative metric has a `since` (the day on which it stood at 0) or three reports, works out how
fast it grew before and after a report, and reports a step between different sources over which the whole
soft interval of pace after ÷ pace before lies outside 1/2 to 2. It takes the place of `unreconciled-change`
for that pair.

## Why it matters
A count that grows five times as fast from one report to the next, or comes to a near stop, is the mark of a
changed definition, a lost or doubled digit, or news.

## What it allows
A step that an `allow` explains, or that a relation or a `change` accounts for.

## Example
854 000 files in the first 62 days, over 9.9 million after 193: 13 800 a day before, 69 000 a day after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.model.exact import Exact, divide
from factcheck.model.finding import Amount, Days, Fact, Fault, Range, Rate, Wording
from factcheck.model.interval import Interval
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Series, Step, View

_STEADY = Interval(Fraction(1, 2), 2)

WORDINGS = {
    "since": Wording(
        Severity.WARNING,
        "{label}: {other_value} by {other_date}, {value} by {date}: {pace_before} a day in the first {days_before}, "
        "{pace_after} a day in the next {days} (×{ratio}). Both can be true only if the pace really broke.",
        "{label}: {other_value} đến {other_date}, {value} đến {date}: {pace_before} mỗi ngày trong {days_before} "
        "đầu, {pace_after} mỗi ngày trong {days} sau (×{ratio}). Cả hai chỉ cùng đúng nếu nhịp thực sự đổi.",
        "Check whether both count the same thing and whether a digit or scale word was lost. If both are right, say "
        "why once: on {claim}, allow with rule: pace-break, with: [{other}], because, by and until.",
        "Kiểm tra xem hai số có đếm cùng một thứ và có sót chữ số hay đơn vị nghìn/triệu không. Nếu cả hai đều đúng, "
        "hãy nêu lý do một lần: ở {claim} ghi allow với rule: pace-break, with: [{other}], because, by và until.",
    ),
}
WORDINGS["reports"] = WORDINGS["since"]._replace(
    en="{label}: {other_value} by {other_date}, {value} by {date}: {pace_before} a day over {days_before} before, "
    "{pace_after} a day over the {days} after (×{ratio}). All can be true only if the pace really broke.",
    vi="{label}: {other_value} đến {other_date}, {value} đến {date}: {pace_before} mỗi ngày trong {days_before} "
    "trước, {pace_after} mỗi ngày trong {days} sau (×{ratio}). Tất cả chỉ cùng đúng nếu nhịp thực sự đổi.",
)


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each step over which the pace breaks for certain."""
    for series in view.series:
        if series.behaviour is not Behaviour.CUMULATIVE:
            continue
        for step in series.steps:
            if step.days > 0 and not view.are_linked(step.earlier.id, step.later.id):
                yield from _break(series, step)


def _break(series: Series, step: Step) -> Iterator[Fault]:
    start = _start(series, step)
    earlier, later = step.earlier.period, step.later.period
    if start is None or earlier is None or later is None or step.later.soft.precedes(step.earlier.soft):
        return
    day, level, value = start
    days_before = (earlier.end - day).days
    if days_before <= 0:
        return
    risen_before = step.earlier.soft - level
    if risen_before.low is None or risen_before.low < 0 or risen_before.contains(0):
        return
    # The ratio of the paces, (risen after / days after) / (risen before / days before), with one division.
    risen_after = step.later.soft - step.earlier.soft
    ratio = (risen_after * Interval.point(days_before)) / (risen_before * Interval.point(step.days))
    if ratio.meets(_STEADY):
        return
    pace_before = divide(step.earlier.value - value, days_before)
    pace_after = divide(step.later.value - step.earlier.value, step.days)
    facts: dict[str, Fact] = {
        "label": series.metric.label,
        "claim": step.later.id,
        "value": step.later.words,
        "amount": Amount(step.later.value, step.later.unit),
        "date": later.end,
        "other": step.earlier.id,
        "other_value": step.earlier.words,
        "other_amount": Amount(step.earlier.value, step.earlier.unit),
        "other_date": earlier.end,
        "factor": Rate(divide(step.later.value, step.earlier.value)) if step.earlier.value else "∞",
        "days_before": Days(days_before),
        "days": Days(step.days),
        "pace_before": Rate(pace_before),
        "pace_after": Rate(pace_after),
        "ratio": Rate(divide(pace_after, pace_before)) if pace_before else "∞",
        "ratio_range": Range(ratio),
    }
    related = [(step.earlier.id, step.earlier.claim.place_of("value"))]
    if step.before:
        related.append((step.before.id, step.before.claim.place_of("value")))
    claims = (step.later.id, step.earlier.id)
    wording = "reports" if step.before else "since"
    yield Fault(wording, step.later.claim.place_of("value"), claims, tuple(related), facts)


def _start(series: Series, step: Step) -> tuple[date, Interval, Exact] | None:
    """Return the report before, or the day on which the count stood at 0."""
    if step.before and step.before.period:
        return step.before.period.end, step.before.soft, step.before.value
    since = series.metric.since
    if since is not None and since == series.start:
        return since, Interval.point(0), 0
    return None
