"""A figure is older than its metric says that figures stay current.

## What it does
Takes the newest claim of each metric (with the same dimensions, unit and status) and reports it when the
metric's `valid_for` has passed since the end of its period, as of `--as-of` (today by default).

## Why it matters
A figure that was right three years ago is quoted as if it were today's.

## What it allows
Metrics without `valid_for`, targets and forecasts, and older claims of a metric that has a current one.

## Example
```yaml
metrics:
  npsp-accounts: {label: accounts, valid_for: P1Y}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, View

WORDINGS = {
    "old": Wording(
        Severity.WARNING,
        "{label}: {value} is of {end} and was to be renewed by {due} (valid for {valid_for}); as of {as_of} nothing "
        "newer is here.",
        "{label}: {value} là số liệu đến {end}, cần cập nhật trước {due} (hiệu lực {valid_for}); đến {as_of} chưa có "
        "số mới hơn.",
        "Look for a newer report and add its figure.",
        "Tìm báo cáo mới hơn và thêm số liệu.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each newest figure whose time has passed."""
    newest: dict[object, Figure] = {}
    for figure in view.figures.values():
        claim = figure.claim
        if figure.period is None or figure.metric.valid_for is None or claim.status.lies_ahead:
            continue
        thing = (claim.metric, claim.dimensions, figure.unit, claim.status)
        if thing not in newest or figure.moment > newest[thing].moment:
            newest[thing] = figure
    for figure in newest.values():
        valid_for = figure.metric.valid_for
        end = figure.period.end if figure.period else date.max
        if valid_for is None or view.as_of <= (due := valid_for.after(end)):
            continue
        facts: dict[str, Fact] = {
            "label": figure.metric.label,
            "value": figure.words,
            "end": end,
            "due": due,
            "valid_for": figure.metric.fields["valid_for"].text,
            "as_of": view.as_of,
        }
        yield Fault("old", figure.claim.place_of("period"), (figure.id,), facts=facts)
