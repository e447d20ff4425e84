"""Two figures for the same thing at the same time cannot both be true.

## What it does
Compares claims of one metric with the same dimensions, unit and status: stocks at the ends of their
periods, cumulative counts at their ends if they start on the same day, all others over identical
periods; a flow also with the flows whose periods lie around its own, which it may not exceed. An error
where the hard intervals do not meet, a warning where only the soft ones do not. What was aimed at or
guessed is its source's own: targets and estimates of two sources that do not meet are a warning, forecasts
a note; within one source they are an error like all others.

## Why it matters
One of the two documents is wrong, or they do not speak of the same thing after all.

## What it allows
Everything that rounding and hedges leave open: "gần 50.000" and 49 352 agree.

## Example
"hơn 44.200 tài khoản" in one report and "43.900 tài khoản" in another, both to 09/02/2020.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.model.exact import Exact
from factcheck.model.finding import Amount, Fact, Fault, Range, Wording
from factcheck.model.interval import Interval
from factcheck.model.period import Period
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, Series, View

_HELP_EN = "Check both documents. If both are right, they count different things: tell the metrics or dimensions apart."
_HELP_VI = (
    "Kiểm tra cả hai tài liệu. Nếu cả hai đều đúng thì chúng đếm những thứ khác nhau: hãy tách metric hoặc dimensions."
)
_HELP_APART_EN = "Each may be as its source has it. Check both documents, and say in the text whose figure it is."
_HELP_APART_VI = "Mỗi số có thể đúng theo nguồn của nó. Kiểm tra cả hai tài liệu và nêu rõ số liệu là của nguồn nào."

WORDINGS = {
    "hard": Wording(
        Severity.ERROR,
        "{label}: {value} and {other_value} for the same time cannot both be true ({range} against {other_range}).",
        "{label}: {value} và {other_value} cho cùng thời điểm không thể cùng đúng ({range} so với {other_range}).",
        _HELP_EN,
        _HELP_VI,
    ),
    "soft": Wording(
        Severity.WARNING,
        "{label}: {value} and {other_value} for the same time agree only if one was written loosely: "
        "readers expect {range} against {other_range}.",
        "{label}: {value} và {other_value} cho cùng thời điểm chỉ khớp nếu một số được viết rất thoáng: "
        "người đọc hiểu là {range} so với {other_range}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "target": Wording(
        Severity.WARNING,
        "{label}: two sources name different targets for the same time: {value} and {other_value}.",
        "{label}: hai nguồn nêu mục tiêu khác nhau cho cùng thời điểm: {value} và {other_value}.",
        _HELP_APART_EN,
        _HELP_APART_VI,
    ),
    "estimate": Wording(
        Severity.WARNING,
        "{label}: two sources estimate differently for the same time: {value} and {other_value}.",
        "{label}: hai nguồn ước tính khác nhau cho cùng thời điểm: {value} và {other_value}.",
        _HELP_APART_EN,
        _HELP_APART_VI,
    ),
    "forecast": Wording(
        Severity.NOTE,
        "{label}: two sources forecast differently for the same time: {value} and {other_value}.",
        "{label}: hai nguồn dự báo khác nhau cho cùng thời điểm: {value} và {other_value}.",
        _HELP_APART_EN,
        _HELP_APART_VI,
    ),
    "nested-hard": Wording(
        Severity.ERROR,
        "{label}: {value} for {period} is more than {other_value} for {other_period}, which holds it.",
        "{label}: {value} cho {period} lớn hơn {other_value} cho {other_period}, là khoảng thời gian bao trùm.",
        _HELP_EN,
        _HELP_VI,
    ),
    "nested-soft": Wording(
        Severity.WARNING,
        "{label}: {value} for {period} is not more than {other_value} for {other_period}, which holds it, "
        "only if one was written loosely.",
        "{label}: {value} cho {period} chỉ không vượt {other_value} cho {other_period} (bao trùm nó) "
        "nếu một số được viết rất thoáng.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each figure that contradicts what most others of its group can agree on."""
    for group in view.groups:
        agreed, outside = _agreeable([(figure, figure.hard) for figure in group])
        for figure in outside:
            yield _fault("hard", figure, _opponent(figure, agreed, soft=False))
        loose_agreed, loose = _agreeable([(figure, figure.soft) for figure in agreed])
        for figure in loose:
            yield _fault("soft", figure, _opponent(figure, loose_agreed, soft=True))
    for group in view.apart:
        yield from _of_two_sources(group)
    for series in view.series:
        if series.behaviour is Behaviour.FLOW:
            yield from _nested(series)


def _of_two_sources(group: Sequence[Figure]) -> Iterator[Fault]:
    """Yield the targets, estimates or forecasts that do not meet those of another source."""
    agreed, outside = _agreeable([(figure, figure.hard) for figure in group])
    for figure in outside:
        others = [other for other in agreed if other.claim.source != figure.claim.source]
        opponent = next((other for other in others if not other.hard.meets(figure.hard)), None)
        if opponent is not None:
            yield _fault(figure.claim.status.value, figure, opponent)


def _agreeable(members: Sequence[tuple[Figure, Interval]]) -> tuple[list[Figure], list[Figure]]:
    """Split a group into the most figures that share a value (the earliest reported, in a tie) and the rest.

    Intervals on a line that meet pair by pair share a value, so one sweep over their ends finds it.
    """
    events: list[tuple[bool, Exact, int, bool, int]] = []
    for index, (_, interval) in enumerate(members):
        low, high = interval.low, interval.high
        events.append((low is not None, low or 0, int(interval.low_open), True, index))
        if high is not None:
            events.append((True, high, int(not interval.high_open), False, index))
    events.sort()
    sharing: dict[int, None] = {}
    best: tuple[int, int] = (0, 0)
    chosen: frozenset[int] = frozenset()
    total = 0
    for *_, begins, index in events:
        if not begins:
            del sharing[index]
            total -= index
            continue
        sharing[index] = None
        total += index
        if (len(sharing), -total) > best:
            best = (len(sharing), -total)
            chosen = frozenset(sharing)
    agreed = [figure for index, (figure, _) in enumerate(members) if index in chosen]
    return agreed, [figure for index, (figure, _) in enumerate(members) if index not in chosen]


def _opponent(figure: Figure, agreed: list[Figure], *, soft: bool) -> Figure:
    for other in agreed:
        one, two = (figure.soft, other.soft) if soft else (figure.hard, other.hard)
        if not one.meets(two):
            return other
    return agreed[0]


def _nested(series: Series) -> Iterator[Fault]:
    """Yield flows larger than one around them: a sweep with the periods that are still open."""
    by_start = sorted(series.figures, key=lambda figure: figure.id)
    by_start.sort(key=_span)
    around: list[Figure] = []
    for figure in by_start:
        period = figure.period
        if period is None or figure.may_be_negative:
            # A net figure of a quarter may well exceed that of its year.
            continue
        start = period.start or date.min
        around = [other for other in around if other.period and other.period.end >= start]
        outer = [other for other in around if _encloses(other, period)]
        smaller = [other for other in outer if other.hard.precedes(figure.hard)]
        loosely = [other for other in outer if other.soft.precedes(figure.soft)]
        if smaller:
            yield _fault("nested-hard", figure, smaller[0])
        elif loosely:
            yield _fault("nested-soft", figure, loosely[0])
        around.append(figure)


def _encloses(other: Figure, period: Period) -> bool:
    outer = other.period
    if outer is None or (outer.start, outer.end) == (period.start, period.end):
        return False
    return outer.holds(period)


def _span(figure: Figure) -> tuple[int, int]:
    period = figure.period
    if period is None:
        return (0, 0)
    return ((period.start or date.min).toordinal(), -period.end.toordinal())


def _fault(wording: str, figure: Figure, other: Figure) -> Fault:
    soft = wording.endswith("soft")
    one, two = (figure.soft, other.soft) if soft else (figure.hard, other.hard)
    facts: dict[str, Fact] = {
        "label": figure.metric.label,
        "value": figure.words,
        "other_value": other.words,
        "range": Range(one, figure.unit),
        "other_range": Range(two, other.unit),
        "period": figure.period_text,
        "other_period": other.period_text,
    }
    gap = one.gap(two)
    if gap is not None:
        facts["gap"] = Amount(gap, "pp" if figure.unit == "%" else "")
    related = ((other.id, other.claim.place_of("value")),)
    return Fault(wording, figure.claim.place_of("value"), (figure.id, other.id), related, facts)
