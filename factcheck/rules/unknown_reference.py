"""A name stands for nothing in the registry.

## What it does
Reports a claim whose metric or source is defined nowhere, a relation, change or exception that names an
unknown id, with the nearest known name.

## Why it matters
A claim under a mistyped metric is compared with nothing, and a relation with an unknown member is not
checked.

## What it allows
A name that is defined in a record which was itself refused. While any file is too broken to be read to its
end, nothing is called unknown, since the name may stand in the lost part.

## Example
```yaml
metric: npsp-acounts      # npsp-accounts
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "unknown": Wording(
        Severity.ERROR,
        "No {kind} is called {name}.",
        "Không có {kind} nào tên là {name}.",
        "Define it, or correct the name.",
        "Khai báo tên này, hoặc sửa lại cho đúng.",
    ),
    "unknown-suggestion": Wording(
        Severity.ERROR,
        "No {kind} is called {name}. Did you mean {suggestion}?",
        "Không có {kind} nào tên là {name}. Có phải là {suggestion}?",
        "Write {suggestion}, or define {name}.",
        "Viết {suggestion}, hoặc khai báo {name}.",
    ),
}


def check(view: View) -> Iterable[Fault]:
    """Return what the references came to nothing with."""
    return view.faults.get("unknown-reference", ())
