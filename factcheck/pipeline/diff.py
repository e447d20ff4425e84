"""``factcheck diff``: two states of a registry side by side."""

from __future__ import annotations

from factcheck.gate.difference import difference
from factcheck.model.difference import Difference
from factcheck.pipeline.check import examine_revision, gate
from factcheck.pipeline.examine import examine, read_files
from factcheck.pipeline.listing import list_files
from factcheck.pipeline.plan import Request
from factcheck.report.differences import render_difference


def compare_revisions(request: Request, old: str, new: str | None) -> Difference:
    """Compare the registry at one revision with another, or with the files as they are."""
    before = examine_revision(request, old)
    after = (
        examine_revision(request, new) if new else examine(read_files(list_files(request.roots, request.base)), request)
    )
    found = (gate(before, request).counted, gate(after, request).counted)
    return difference(before.registry, after.registry, *found, request.as_of)


def difference_text(result: Difference, output_format: str, lang: str, width: int) -> str:
    """Return a difference as a table for people, JSON or Markdown."""
    return render_difference(result, output_format, lang, width)
