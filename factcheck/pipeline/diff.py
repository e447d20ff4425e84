"""``factcheck diff``: two states of a registry side by side."""

from __future__ import annotations

from factcheck.gate.allow import pass_allowed
from factcheck.gate.difference import difference
from factcheck.load.registry import Loaded, load_registry
from factcheck.model.difference import Difference
from factcheck.model.finding import Finding
from factcheck.pipeline.check import build_view, find, load_revision
from factcheck.pipeline.plan import Request
from factcheck.report.differences import render_difference
from factcheck.rules import catalogue


def compare_revisions(request: Request, old: str, new: str | None) -> Difference:
    """Compare the registry at one revision with another, or with the files as they are."""
    before = load_revision(request, old)
    after = load_revision(request, new) if new else load_registry(request.roots, request.base)
    found = (_found(before, request), _found(after, request))
    return difference(before.registry, after.registry, *found, request.as_of)


def _found(loaded: Loaded, request: Request) -> list[Finding]:
    view, _ = build_view(loaded, request)
    return pass_allowed(find(view, loaded, request), loaded.registry, request.as_of, catalogue()).counted


def difference_text(result: Difference, output_format: str, lang: str) -> str:
    """Return a difference as a table for people, JSON or Markdown."""
    return render_difference(result, output_format, lang)
