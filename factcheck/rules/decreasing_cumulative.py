"""A cumulative figure goes down.

## What it does
Follows each cumulative metric from the same start through time and reports a figure that must be lower
than one of an earlier date.

## Why it matters
What is counted since a fixed day can only grow. A fall means a wrong figure, a wrong date, or a count that
was begun anew.

## What it allows
Figures that overlap once rounding and hedges are counted in, and counts with different starts.

## Example
"trên 171 nghìn tài khoản" to 19/06/2020, then "165.300 tài khoản" to 30/09/2020.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Fact, Fault, Range, Severity, Wording
from factcheck.model.registry import Behaviour
from factcheck.model.view import Figure, Series, View

WORDINGS = {
    "falls": Wording(
        Severity.ERROR,
        "{label}: {value} by {date} is less than {other_value} by {other_date}, but a cumulative count cannot fall.",
        "{label}: {value} đến {date} nhỏ hơn {other_value} đến {other_date}, trong khi số lũy kế không thể giảm.",
        "Check both figures and dates; if the count was begun anew, give the claims their own start (period: A/B).",
        "Kiểm tra cả hai số liệu và ngày; nếu đếm lại từ đầu, hãy ghi mốc bắt đầu riêng (period: A/B).",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each figure below the highest that was certain before."""
    for series in view.series:
        if series.behaviour is Behaviour.CUMULATIVE:
            yield from _falls(series)


def _falls(series: Series) -> Iterator[Fault]:
    highest: Figure | None = None
    candidate: Figure | None = None
    day = None
    for figure in series.figures:
        if figure.period is None:
            continue
        if figure.period.end != day:
            # Figures of one day conflict with each other; they do not fall.
            highest = _higher(highest, candidate)
            candidate, day = None, figure.period.end
        candidate = _higher(candidate, figure)
        if highest and figure.hard.precedes(highest.hard) and highest.period:
            facts: dict[str, Fact] = {
                "label": series.metric.label,
                "value": figure.words,
                "date": figure.period.end,
                "range": Range(figure.hard, figure.unit),
                "other_value": highest.words,
                "other_date": highest.period.end,
                "other_range": Range(highest.hard, highest.unit),
            }
            related = ((highest.id, highest.claim.place_of("value")),)
            claims = (figure.id, highest.id)
            yield Fault("falls", figure.claim.place_of("value"), claims, related, facts)


def _higher(one: Figure | None, other: Figure | None) -> Figure | None:
    if one is None or other is None or other.hard.low is None:
        return other if one is None else one
    return other if one.hard.low is None or other.hard.low > one.hard.low else one
