"""An exception covers nothing any more.

## What it does
Reports an `allow` that no finding matches: the fault is gone, its claims or values are no longer the ones
that the exception was written for, or it names no rule.

## Why it matters
An exception that lies about would cover the next fault of the same claims without anyone having looked at it.

## What it allows
An exception that covers a finding. One whose date has passed is `expired-allow`.

## Example
```yaml
allow: [{rule: pace-break, with: [npsp-feedback-2020-02], because: counts what was received}]
```
after the figure was corrected and the break is gone.
"""

from __future__ import annotations

from factcheck.model.finding import Wording
from factcheck.model.severity import Severity

WORDINGS = {
    "unused": Wording(
        Severity.WARNING,
        "The exception to {allowed} for {ids} covers no finding.",
        "Ngoại lệ của {allowed} cho {ids} không còn áp dụng cho phát hiện nào.",
        "Remove it; or, if a value changed, look at the finding anew and write the exception for the new value.",
        "Xóa ngoại lệ này; hoặc nếu giá trị đã đổi, hãy xem lại phát hiện và viết ngoại lệ cho giá trị mới.",
    ),
    "no-rule": Wording(
        Severity.WARNING,
        "The exception for {ids} names no rule: {allowed}.",
        "Ngoại lệ cho {ids} không nêu đúng tên quy tắc: {allowed}.",
        "Take the name from the finding; `factcheck rule` lists all of them.",
        "Lấy tên quy tắc từ phát hiện; `factcheck rule` liệt kê tất cả.",
    ),
}
check = None
