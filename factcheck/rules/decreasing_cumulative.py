"""A cumulative figure goes down.

## What it does
Follows each cumulative metric from the same start through time and reports a figure that must be lower
than one of an earlier date: an error where the hard intervals say so, a warning where only the soft ones do.

## Why it matters
What is counted since a fixed day can only grow. A fall means a wrong figure, a wrong date, or a count that
was begun anew.

## What it allows
Figures that overlap as readers take them, and counts with different starts.

## Example
"trên 171 nghìn tài khoản" to 19/06/2020, then "165.300 tài khoản" to 30/09/2020.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.model.finding import Fact, Fault, Range, Wording
from factcheck.model.interval import Interval
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, Series, View

_HELP_EN = "Check both figures and dates; if the count was begun anew, give the claims their own start (period: A/B)."
_HELP_VI = "Kiểm tra cả hai số liệu và ngày; nếu đếm lại từ đầu, hãy ghi mốc bắt đầu riêng (period: A/B)."

WORDINGS = {
    "falls": Wording(
        Severity.ERROR,
        "{label}: {value} by {date} is less than {other_value} by {other_date}, but a cumulative count cannot fall.",
        "{label}: {value} đến {date} nhỏ hơn {other_value} đến {other_date}, trong khi số lũy kế không thể giảm.",
        _HELP_EN,
        _HELP_VI,
    ),
    "falls-loosely": Wording(
        Severity.WARNING,
        "{label}: {value} by {date} is less than {other_value} by {other_date}; as a cumulative count both can be true "
        "only if one was rounded or written loosely.",
        "{label}: {value} đến {date} nhỏ hơn {other_value} đến {other_date}; là số lũy kế, cả hai chỉ cùng đúng nếu có "
        "số được làm tròn hoặc viết rất thoáng.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each figure below the highest that was certain before."""
    for series in view.series:
        if series.behaviour is Behaviour.CUMULATIVE:
            yield from _falls(series)


def _falls(series: Series) -> Iterator[Fault]:
    """Compare each figure with the highest of the days before it."""
    highest: dict[bool, Figure | None] = {False: None, True: None}
    today: list[Figure] = []
    for figure in series.figures:
        if today and today[0].period != figure.period and _end(today[0]) != _end(figure):
            # Figures of one day conflict with each other; they do not fall.
            highest = {soft: _highest([highest[soft], *today], soft=soft) for soft in (False, True)}
            today = []
        today.append(figure)
        for soft in (False, True):
            before = highest[soft]
            if before and _interval(figure, soft=soft).precedes(_interval(before, soft=soft)):
                yield _fault("falls-loosely" if soft else "falls", figure, before)
                break


def _interval(figure: Figure, *, soft: bool) -> Interval:
    return figure.soft if soft else figure.hard


def _end(figure: Figure) -> date:
    return figure.period.end if figure.period else date.min


def _highest(figures: Iterable[Figure | None], *, soft: bool) -> Figure | None:
    best: Figure | None = None
    for figure in figures:
        if figure is None or _interval(figure, soft=soft).low is None:
            continue
        low, top = _interval(figure, soft=soft).low, _interval(best, soft=soft).low if best else None
        if best is None or (low is not None and top is not None and low > top):
            best = figure
    return best


def _fault(wording: str, figure: Figure, before: Figure) -> Fault:
    soft = wording == "falls-loosely"
    facts: dict[str, Fact] = {
        "label": figure.metric.label,
        "value": figure.words,
        "date": _end(figure),
        "range": Range(_interval(figure, soft=soft), figure.unit),
        "other_value": before.words,
        "other_date": _end(before),
        "other_range": Range(_interval(before, soft=soft), before.unit),
    }
    related = ((before.id, before.claim.place_of("value")),)
    return Fault(wording, figure.claim.place_of("value"), (figure.id, before.id), related, facts)
