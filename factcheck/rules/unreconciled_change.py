"""A figure moved far from one report to the next, and nothing says why.

## What it does
Compares consecutive reports of one thing from different sources, between the nearest ends of their soft
intervals. Reports a stock or cumulative figure that moved by more than ×`max_change` (1.5 unless the metric
says otherwise) a year, a flow that moved by more than that from one period to the next of equal length,
and a share or ratio that moved by more points than its `max_change`, where it has one.

## Why it matters
The two reports may both be true, but a reader who sees one after the other needs to know which, and why.
The message gives both figures and dates, how far apart they are, and the pace before and after.

## What it allows
A change that an `allow` explains, that a relation holding both figures accounts for, or that a `change`
links. Ranks, growth rates and zeros are never compared.

## Example
"hơn 44.200 tài khoản" by 09/02/2020 and "trên 171 nghìn tài khoản" by 19/06/2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.exact import Exact, divide, magnitude
from factcheck.model.finding import Amount, Days, Fact, Fault, Rate, Wording
from factcheck.model.interval import Interval
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Series, Step, View

_DEFAULT = Fraction(3, 2)
_YEAR = 365
_FACTORS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE, Behaviour.FLOW})
_POINTS = frozenset({Behaviour.SHARE, Behaviour.RATIO})

_MOVED_EN = "{label}: {other_value} by {other_date}, {value} by {date}: ×{factor} in {days}. "
_MOVED_VI = "{label}: {other_value} đến {other_date}, {value} đến {date}: ×{factor} trong {days}. "
_HELP_EN = (
    "If both are right, say why once: on {claim}, allow with rule: unreconciled-change, with: [{other}], "
    "because, by and until. If not, correct the wrong one."
)
_HELP_VI = (
    "Nếu cả hai đều đúng, hãy nêu lý do một lần: ở {claim} ghi allow với rule: unreconciled-change, "
    "with: [{other}], because, by và until. Nếu không, hãy sửa số sai."
)

WORDINGS = {
    "paced": Wording(
        Severity.WARNING,
        _MOVED_EN + "Both can be true: as a cumulative count it went from {pace_before} a day to {pace_after} a day, "
        "a steady pace.",
        _MOVED_VI + "Cả hai có thể cùng đúng: là số lũy kế, nhịp tăng từ {pace_before} lên {pace_after} mỗi ngày, "
        "khá đều.",
        _HELP_EN,
        _HELP_VI,
    ),
    "unsteady": Wording(
        Severity.WARNING,
        _MOVED_EN + "Both can be true if the pace really went from {pace_before} a day to {pace_after} a day.",
        _MOVED_VI + "Cả hai có thể cùng đúng nếu nhịp tăng thực sự đổi từ {pace_before} thành {pace_after} mỗi ngày.",
        _HELP_EN,
        _HELP_VI,
    ),
    "cumulative": Wording(
        Severity.WARNING,
        _MOVED_EN + "Both can be true, since a cumulative count may grow: {pace_after} a day between the two; "
        "nothing shows the pace before.",
        _MOVED_VI + "Cả hai có thể cùng đúng vì số lũy kế có thể tăng: {pace_after} mỗi ngày giữa hai báo cáo; "
        "chưa biết nhịp trước đó.",
        _HELP_EN,
        _HELP_VI,
    ),
    "stock": Wording(
        Severity.WARNING,
        _MOVED_EN + "Both can be true only if it really moved that far.",
        _MOVED_VI + "Cả hai chỉ cùng đúng nếu thực tế đã thay đổi đến mức đó.",
        _HELP_EN,
        _HELP_VI,
    ),
    "flow": Wording(
        Severity.WARNING,
        "{label}: {other_value} for {other_period}, {value} for {period}: ×{factor} between periods of equal length. "
        "Both can be true only if it really moved that far.",
        "{label}: {other_value} cho {other_period}, {value} cho {period}: ×{factor} giữa hai kỳ dài bằng nhau. "
        "Cả hai chỉ cùng đúng nếu thực tế đã thay đổi đến mức đó.",
        _HELP_EN,
        _HELP_VI,
    ),
    "points": Wording(
        Severity.WARNING,
        "{label}: {other_value} for {other_period}, {value} for {period}: {points} points apart, more than {limit}.",
        "{label}: {other_value} cho {other_period}, {value} cho {period}: cách nhau {points} điểm phần trăm, "
        "quá {limit}.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each step that is too long to go unexplained."""
    for series in view.series:
        for step in series.steps:
            if step.days <= 0 or view.are_linked(step.earlier.id, step.later.id):
                continue
            if series.behaviour in _FACTORS:
                yield from _by_factor(series, step)
            elif series.behaviour in _POINTS and series.metric.max_change is not None:
                yield from _by_points(step, series.metric.max_change)


def _by_factor(series: Series, step: Step) -> Iterator[Fault]:
    factor = _nearest_factor(step.earlier.soft, step.later.soft)
    falls = step.later.soft.precedes(step.earlier.soft)
    if factor is None or (falls and series.behaviour is Behaviour.CUMULATIVE):
        return
    limit = series.metric.max_change or _DEFAULT
    years = 1 if series.behaviour is Behaviour.FLOW else step.days
    if not _exceeds(factor, limit, years):
        return
    facts = _facts(step)
    facts["factor"] = Rate(divide(step.later.value, step.earlier.value))
    facts["factor_at_least"] = Rate(factor)
    wording = "flow" if series.behaviour is Behaviour.FLOW else "stock"
    if series.behaviour is Behaviour.CUMULATIVE:
        wording = _paces(series, step, facts)
    yield _fault(wording, step, facts)


def _nearest_factor(earlier: Interval, later: Interval) -> Exact | None:
    """Return by what factor the nearest ends differ, upwards or downwards; None where nothing is certain."""
    for low, high in ((later.low, earlier.high), (earlier.low, later.high)):
        if low is not None and high is not None and low > high > 0:
            return divide(low, high)
    return None


def _exceeds(factor: Exact, limit: Exact, days: int) -> bool:
    """Whether ``factor`` > ``limit`` ^ max(1, days/365), in whole numbers throughout."""
    if days <= _YEAR:
        return factor > limit
    return factor**_YEAR > limit**days


def _paces(series: Series, step: Step, facts: dict[str, Fact]) -> str:
    """Add the paces before and after to the facts, and return the wording that they call for."""
    after = divide(step.later.value - step.earlier.value, step.days)
    facts["pace_after"] = Rate(after)
    before = _pace_before(series, step)
    if before is None:
        return "cumulative"
    facts["pace_before"] = Rate(before)
    if before:
        facts["ratio"] = Rate(divide(after, before))
    return "paced" if before <= 2 * after and after <= 2 * before else "unsteady"


def _pace_before(series: Series, step: Step) -> Exact | None:
    since, period = series.metric.since, step.earlier.period
    if period is None:
        return None
    if step.before and step.before.period:
        days = (period.end - step.before.period.end).days
        return divide(step.earlier.value - step.before.value, days)
    if since is not None and since == series.start and period.end > since:
        return divide(step.earlier.value, (period.end - since).days)
    return None


def _by_points(step: Step, limit: Exact) -> Iterator[Fault]:
    gap = step.earlier.soft.gap(step.later.soft)
    if gap is None or gap <= limit:
        return
    facts = _facts(step)
    facts["points"] = magnitude(step.later.value - step.earlier.value) * 100
    facts["limit"] = limit * 100
    yield _fault("points", step, facts)


def _facts(step: Step) -> dict[str, Fact]:
    earlier, later = step.earlier, step.later
    facts: dict[str, Fact] = {
        "label": later.metric.label,
        "claim": later.id,
        "value": later.words,
        "amount": Amount(later.value, later.unit),
        "period": later.period_text,
        "other": earlier.id,
        "other_value": earlier.words,
        "other_amount": Amount(earlier.value, earlier.unit),
        "other_period": earlier.period_text,
        "days": Days(step.days),
    }
    if earlier.period and later.period:
        facts |= {"date": later.period.end, "other_date": earlier.period.end}
    return facts


def _fault(wording: str, step: Step, facts: dict[str, Fact]) -> Fault:
    related = ((step.earlier.id, step.earlier.claim.place_of("value")),)
    return Fault(wording, step.later.claim.place_of("value"), (step.later.id, step.earlier.id), related, facts)
