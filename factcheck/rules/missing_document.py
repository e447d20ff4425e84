"""A document is not at hand although it must be.

## What it does
Under `--require-documents` (or `require-documents = true`), reports each source with a `document` that cannot be
read: no documents folder, no such file, or a file of which no text can be had.

## Why it matters
A gate that is to check quotes against their documents must not pass because the documents were not there.

## What it allows
Without that option, everything: what is not at hand is listed as not checked. Sources without `document`.

## Example
```yaml
source:
  document: report.pdf     # a scan without a text layer
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

_HELP_EN = (
    "Put the document into the documents folder (--documents, FACTCHECK_DOCUMENTS, or documents in the configuration) "
    "in a form that can be read."
)
_HELP_VI = (
    "Đặt tài liệu vào thư mục tài liệu (--documents, FACTCHECK_DOCUMENTS, hoặc documents trong cấu hình), ở dạng đọc "
    "được."
)

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "no-folder": Wording(
        Severity.ERROR,
        "{document} is required, but no documents folder is configured.",
        "Cần có {document}, nhưng chưa cấu hình thư mục tài liệu.",
        _HELP_EN,
        _HELP_VI,
    ),
    "absent": Wording(
        Severity.ERROR,
        "{document} is required, but it is not in the documents folder {folder}.",
        "Cần có {document}, nhưng không có trong thư mục tài liệu {folder}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "unreadable": Wording(
        Severity.ERROR,
        "{document} is required, but {why_en}.",
        "Cần có {document}, nhưng {why_vi}.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterable[Fault]:
    """Return the faults found while documents were looked for; there are some only where they are required."""
    return view.faults.get("missing-document", ())
