"""``factcheck check`` from a request to what is printed: taken from the cache where nothing has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from factcheck.load.cache import Cache
from factcheck.load.content import contents_of
from factcheck.model.record import NamedTuple
from factcheck.pipeline.listing import Listing, cache_for, list_files, state_of
from factcheck.pipeline.output import Printing, Rendered, deliver, render_report
from factcheck.pipeline.plan import Request, nothing_in
from factcheck.pipeline.spread import cores


class Printed(NamedTuple):
    """What a check prints, and how many of its findings count, by severity.

    ``documents`` are the files of documents that it depends on, each with what stands for its content.
    """

    rendered: Rendered
    found: Mapping[str, int]
    documents: tuple[tuple[Path, str], ...]


def print_check(
    request: Request, printing: Printing, on_file: Callable[[int, int], None] | None = None
) -> Mapping[str, int]:
    """Check a registry, print the report and write the files; return how many findings count, by severity.

    UsageError where a revision or a baseline cannot be used, or a file cannot be written; NothingToCheckError where
    the registry holds nothing.
    """
    listing = list_files(request.roots, request.base)
    cache = cache_for(request, listing)
    # What a revision is called may move at any time.
    kept = cache is not None and not request.since
    printed = _kept(request, printing, listing, cache, on_file) if kept and cache else None
    printed = printed or _checked(request, printing, listing, cache, on_file)
    deliver(printed.rendered)
    return printed.found


def _kept(
    request: Request,
    printing: Printing,
    listing: Listing,
    cache: Cache,
    on_file: Callable[[int, int], None] | None,
) -> Printed:
    """Return what is in the cache, if all that it was made from is as it was; else check, and keep what comes out."""
    began = time.time_ns()
    before = [state_of(path) for path, _ in listing.paths]
    paths = [path for path, _ in listing.paths]
    contents = contents_of([*paths, *([request.baseline] if request.baseline else [])], cores())
    name = cache.name("report", [shown for _, shown in listing.paths], contents, listing.passed_over, request, printing)
    kept = cache.get(name)
    if isinstance(kept, Printed) and kept.documents == _with_contents([path for path, _ in kept.documents]):
        return kept
    printed = _checked(request, printing, listing, cache, on_file)
    changed = before != [state_of(path) for path, _ in listing.paths]
    if not changed and not any(_is_newer(path, began) for path, _ in printed.documents):
        cache.put(name, printed)
        cache.tidy()
    return printed


def _is_newer(path: Path, began: int) -> bool:
    """Whether a file may have changed since a moment, given in nanoseconds."""
    state = state_of(path)
    return bool(state) and max(state[1:3]) >= began


def _checked(
    request: Request,
    printing: Printing,
    listing: Listing,
    cache: Cache | None,
    on_file: Callable[[int, int], None] | None,
) -> Printed:
    from factcheck.load.registry import resting_collector  # noqa: PLC0415 - a report that is kept needs no rules
    from factcheck.pipeline.check import check_listing  # noqa: PLC0415
    from factcheck.pipeline.documents import paths_of  # noqa: PLC0415

    with resting_collector():
        report = check_listing(listing, request, cache, on_file)
        if not report.summary.claims and not report.findings:
            raise nothing_in(request.roots, report.summary.files)
        documents = paths_of(report.registry, request.documents)
        return Printed(
            render_report(report, request, printing),
            {severity.value: number for severity, number in report.summary.findings.items()},
            _with_contents(documents),
        )


def _with_contents(paths: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    return tuple(zip(paths, contents_of(paths, cores()), strict=True))
