"""An exception has passed its date.

## What it does
Reports an `allow` whose `until` lies before the day of the check (`--as-of`, today by default). The finding
that it covered counts again.

## Why it matters
An exception with a date was meant to be looked at again by then.

## What it allows
The day itself: `until` is the last day on which the exception holds.

## Example
```yaml
allow: [{rule: stale-claim, because: the new report is due in March, by: Lan, until: 2026-03-31}]
```
"""

from __future__ import annotations

from factcheck.model.finding import Wording
from factcheck.model.severity import Severity

WORDINGS = {
    "expired": Wording(
        Severity.WARNING,
        "The exception to {allowed} for {ids} ended on {until} (by {by}: {because}).",
        "Ngoại lệ của {allowed} cho {ids} đã hết hạn ngày {until} ({by}: {because}).",
        "Ask its owner: mend what it covered, remove it, or renew its date.",
        "Hỏi người phụ trách: sửa điều được miễn, xóa ngoại lệ, hoặc gia hạn.",
    ),
}
check = None
