"""A figure speaks of a time after its document was published.

## What it does
Reports a claim whose period begins after its source's date of publication, or whose stated end is later.

## Why it matters
Nobody reports what has not happened yet: the period or the date of publication is wrong, or the figure is a
target or forecast.

## What it allows
A year, quarter or month that holds the day of publication (it means "to date"), and claims whose status is
`target` or `forecast`; an `estimate` may be made before its period is over, and of a day in the year of
publication ("ước đến 31/12"). Of a source published in "2020-03" the last day of that month counts; one without
a date is not checked.

## Example
A figure to 19/06/2020 in a report of 13/02/2020.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.registry import Status
from factcheck.model.severity import Severity
from factcheck.model.view import View

_HELP_EN = (
    "Check the period and the date of publication. A month, quarter, half or year (2024-H1) means up to publication; "
    "a plan has status: target or forecast, an estimate status: estimate."
)
_HELP_VI = (
    "Kiểm tra period và ngày đăng. Tháng, quý, nửa năm hay năm (2024-H1) nghĩa là tính đến ngày đăng; "
    "kế hoạch ghi status: target hoặc forecast, ước tính ghi status: estimate."
)

WORDINGS = {
    "begins": Wording(
        Severity.ERROR,
        "The period {period} begins after the source was published ({published}).",
        "Khoảng thời gian {period} bắt đầu sau ngày đăng tài liệu ({published}).",
        _HELP_EN,
        _HELP_VI,
    ),
    "ends": Wording(
        Severity.ERROR,
        "The period {period} ends after the source was published ({published}).",
        "Khoảng thời gian {period} kết thúc sau ngày đăng tài liệu ({published}).",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each period that lies ahead of its document."""
    for claim in view.registry.claims.values():
        source = view.registry.source_of(claim)
        period = claim.period
        if period is None or source is None or source.published is None or claim.status.lies_ahead:
            continue
        begins = period.start is not None and period.start > source.published
        ends = period.stated_end is not None and period.stated_end > source.published
        if claim.status is Status.ESTIMATE:
            # "Ước đạt" is said of a half-year, or of its last day, days before it is over.
            begins = begins and not (period.is_instant and period.end.year == source.published.year)
            ends = False
        if begins or ends:
            facts: dict[str, Fact] = {"period": claim.fields["period"].text, "published": source.published}
            related = ((source.id, source.place_of("published")),)
            wording = "begins" if begins else "ends"
            yield Fault(wording, claim.place_of("period"), (claim.id,), related, facts)
