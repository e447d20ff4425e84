"""``factcheck init``: a first registry that passes."""

from __future__ import annotations

from pathlib import Path

from factcheck.pipeline.output import write_whole
from factcheck.pipeline.pages import schema_text
from factcheck.pipeline.plan import UsageError

_MODELINE = "# yaml-language-server: $schema=../factcheck.schema.json\n"
_CONFIG = """\
# The folder that holds the registry. Paths are relative to this file.
claims = "claims"
# The lowest severity that fails a check: error, warning or note.
fail-on = "warning"
"""
_METRICS = (
    _MODELINE
    + """\
# What is counted or measured, defined once for all documents.
metrics:
  library-visits:
    label: visits to the town library
    unit: visits
    behaviour: flow        # stock, flow, cumulative, share, ratio, growth, multiple, level or rank
"""
)
_CLAIMS = (
    _MODELINE
    + """\
# One file for each document: where it comes from, then its figures with the words they were read from.
source:
  id: example-report
  title: Annual report of the town library
  publisher: Town library
  published: 2026-02-01
  language: en

claims:
  - id: library-visits-2025
    metric: library-visits
    quote: more than 12,500 visits
    value: 12_500
    comparator: over
    period: 2025
  - id: library-visits-2025-children
    metric: library-visits
    quote: 4,310 of them by children
    value: 4310
    period: 2025
    dimensions: {visitors: children}

relations:
  - holds: library-visits-2025-children <= library-visits-2025
"""
)


def begin(folder: Path) -> list[Path]:
    """Write a configuration, the schema and two claim files; return them.

    UsageError, with nothing written, where one of them exists already.
    """
    files = {
        folder / "factcheck.toml": _CONFIG,
        folder / "factcheck.schema.json": schema_text(),
        folder / "claims" / "metrics.yaml": _METRICS,
        folder / "claims" / "example-report.yaml": _CLAIMS,
    }
    existing = [str(path) for path in files if path.exists()]
    if existing:
        raise UsageError(
            f"{', '.join(existing)} exists already; nothing was written. Name an empty folder.",
            f"{', '.join(existing)} đã có; chưa ghi gì. Hãy ghi một thư mục trống.",
        )
    try:
        (folder / "claims").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written to: {error.strerror}.", f"Không ghi được vào {folder}: {error.strerror}."
        ) from None
    for path, text in files.items():
        write_whole(path, text)
    return list(files)
