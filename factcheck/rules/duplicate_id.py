"""One id stands for two records.

## What it does
Reports an id that is given a second time: among claims and metrics together, among sources, among
relations. The first record keeps it; the second is left out of the other checks.

## Why it matters
A relation that names the id would mean either, and a figure copied with its id hides the other.

## What it allows
A source and a claim with the same id, since they are never named in the same place.

## Example
Two claims with `id: npsp-accounts-2020-02`, in two files.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "duplicate": Wording(
        Severity.ERROR,
        "The id {id} is already taken at {first_path}:{first_line}.",
        "Mã {id} đã được dùng tại {first_path}:{first_line}.",
        "Give one of the two another id, or remove the copy.",
        "Đặt mã khác cho một trong hai, hoặc xóa bản sao.",
    ),
    "claim-and-metric": Wording(
        Severity.ERROR,
        "A claim and a metric cannot both be called {id}, since relations name either (see {first_path}:{first_line}).",
        "Một khai báo và một metric không thể cùng mã {id}, vì quan hệ gọi tên cả hai (xem {first_path}:{first_line}).",
        "Give the claim another id: that of its metric and, say, the period.",
        "Đặt mã khác cho khai báo: mã của metric kèm thời gian chẳng hạn.",
    ),
}


def check(view: View) -> Iterable[Fault]:
    """Return the ids that were met twice while loading."""
    return view.faults.get("duplicate-id", ())
