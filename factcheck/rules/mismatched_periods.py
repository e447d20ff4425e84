"""Figures of shorter periods do not add up to that of the longer one.

## What it does
Where flows of one metric (with the same dimensions, unit and status) are claimed for periods that make up
another, such as two halves and their year, or nine months and a fourth quarter, adds them up. An error where
they come from one source and no values within the hard intervals make the sum the whole; a warning where
they come from several, since figures may have been revised in between. What is counted, and neither measured nor
paid, may have been counted in more than one of the periods: a sum above the whole is a warning within one source, and
a note across several.

## Why it matters
What flows in the two halves of a year is what flows in the year: at least one of the figures is wrong, out of
date, or of something else.

## What it allows
All that rounding and hedges leave open. Stocks, cumulative counts, shares and levels do not add up, and are left alone,
as are periods with a gap between them. Of several reports of one period the newest counts.

## Example
£412.6m in the first half and £458.7m in the second, and £861.3m in the year: £10m less.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Amount, Fact, Fault, Range, Wording
from factcheck.model.interval import Interval
from factcheck.model.severity import Severity
from factcheck.model.view import Tiling, View

_EN = "{label}: {parts} add up to {sum}, but {value} is stated for {period}; off by {gap}."
_VI = "{label}: {parts} cộng lại là {sum}, nhưng số nêu cho {period} là {value}; lệch {gap}."
_TWICE_EN = " All can be true only if some were counted in more than one of the periods."
_TWICE_VI = " Tất cả chỉ cùng đúng nếu có phần được đếm trong nhiều hơn một kỳ."
_HELP_EN = "Check the figures against their documents: {claims}. If all are right, one of them is of something else."
_HELP_VI = "Đối chiếu các số với tài liệu: {claims}. Nếu tất cả đều đúng thì có số nói về thứ khác."

WORDINGS = {
    "hard": Wording(Severity.ERROR, _EN, _VI, _HELP_EN, _HELP_VI),
    "sources": Wording(
        Severity.WARNING,
        _EN + " All can be true only if figures were revised from one report to the next.",
        _VI + " Tất cả chỉ cùng đúng nếu số liệu đã được điều chỉnh giữa các báo cáo.",
        _HELP_EN,
        _HELP_VI,
    ),
    "twice": Wording(Severity.WARNING, _EN + _TWICE_EN, _VI + _TWICE_VI, _HELP_EN, _HELP_VI),
    "twice-sources": Wording(Severity.NOTE, _EN + _TWICE_EN, _VI + _TWICE_VI, _HELP_EN, _HELP_VI),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each flow that those of the periods in it do not add up to."""
    for tiling in view.tilings:
        total = Interval.point(0)
        for part in tiling.parts:
            total += part.hard
        if total.meets(tiling.whole.hard) or _is_told(tiling):
            continue
        several = len({figure.claim.source for figure in (tiling.whole, *tiling.parts)}) > 1
        if tiling.whole.hard.precedes(total) and not tiling.whole.code:
            yield _fault("twice-sources" if several else "twice", tiling, total)
        else:
            yield _fault("sources" if several else "hard", tiling, total)


def _is_told(tiling: Tiling) -> bool:
    """Whether one of the parts alone is more than the whole: `conflicting-values` speaks then."""
    whole = tiling.whole
    return any(whole.hard.precedes(part.hard) and not part.may_be_negative for part in tiling.parts)


def _fault(wording: str, tiling: Tiling, total: Interval) -> Fault:
    whole, parts = tiling.whole, tiling.parts
    gap = total.gap(whole.hard)
    facts: dict[str, Fact] = {
        "label": whole.metric.label,
        "parts": ", ".join(f"{part.words} ({part.period_text})" for part in parts),
        "sum": Range(total, whole.unit, whole.style),
        "value": whole.words,
        "period": whole.period_text,
        "gap": Amount(0 if gap is None else gap, whole.unit, whole.style),
        "claims": (whole.id, *(part.id for part in parts)),
    }
    related = tuple((part.id, part.claim.place_of("value")) for part in parts)
    return Fault(wording, whole.claim.place_of("value"), (whole.id, *(part.id for part in parts)), related, facts)
