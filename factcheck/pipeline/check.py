"""The order of the stages: load, read, relate, solve, check, gate. No other file knows it as a whole.

``examine`` goes as far as the rules; here it is decided what of their findings counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.gate.allow import Gated, pass_allowed
from factcheck.gate.fold import fold
from factcheck.gate.identity import identity
from factcheck.load.cache import Cache
from factcheck.model.finding import Finding
from factcheck.model.record import replace
from factcheck.model.registry import Registry
from factcheck.model.report import Report, Summary
from factcheck.pipeline.examine import Examined, examine, read_files
from factcheck.pipeline.listing import Listing, list_files
from factcheck.pipeline.plan import Request, UsageError
from factcheck.rules import catalogue, finding

if TYPE_CHECKING:
    from factcheck.gate.baseline import Baseline


def check_registry(request: Request) -> Report:
    """Load a registry, cross-check it, and return everything that a report shows.

    UsageError where a revision or a baseline that the request names cannot be used.
    """
    return check_listing(list_files(request.roots, request.base), request)


def check_listing(
    listing: Listing,
    request: Request,
    cache: Cache | None = None,
    on_file: Callable[[int, int], None] | None = None,
) -> Report:
    """Check a registry whose files are known; ``on_file`` is told how many files of how many were read."""
    examined = examine(read_files(listing, request.texts, cache, on_file), request, cache)
    registry = examined.registry
    gated = gate(examined, request)
    counted = [*gated.counted, *about_exceptions(gated, registry, request)]
    if request.since:
        counted = _since(counted, examined, request)
    known: list[Finding] = []
    if request.baseline and request.baseline.exists():
        from factcheck.gate.baseline import pass_known  # noqa: PLC0415 - most registries have none

        counted, known = pass_known(counted, registry, load_baseline(request.baseline))
    counted = fold(each for each in counted if _counts(each, request.only, registry))
    allowed = [each for each in gated.allowed if _counts(each, request.only, registry)]
    summary = Summary(
        files=len(registry.files),
        sources=len(registry.sources),
        metrics=len(registry.metrics),
        claims=len(registry.claims),
        claims_with_quote=examined.claims_with_quote,
        relations=len(registry.relations),
        relations_checked=examined.relations_checked,
        findings=Counter(each.severity for each in counted),
        allowed=len(allowed),
        known=len(known),
        as_of=request.as_of,
    )
    return Report(
        findings=_worst_first(counted),
        allowed=_worst_first(allowed),
        known=_worst_first(known),
        unchecked=examined.unchecked,
        summary=summary,
        registry=registry,
        figures=examined.figures,
    )


def gate(examined: Examined, request: Request) -> Gated:
    """Split what was found by the registry's exceptions."""
    return pass_allowed(examined.findings, examined.exceptions, examined.registry, request.as_of, catalogue())


def about_exceptions(gated: Gated, registry: Registry, request: Request) -> Iterable[Finding]:
    """Yield the findings about the exceptions themselves."""
    for name, faults in gated.faults.items():
        for fault in faults:
            found = finding(catalogue()[name], fault, request.lang)
            yield replace(found, identity=identity(found, registry))


def load_baseline(path: Path) -> Baseline:
    """Read a baseline; UsageError where it is none."""
    from factcheck.gate.baseline import parse_baseline  # noqa: PLC0415 - as above

    try:
        return parse_baseline(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", f"Không đọc được {path}: {error.strerror}."
        ) from None
    except ValueError as error:
        raise UsageError(
            f"{path} is no baseline: {error}. Mend it (after a merge, keep the lines of both sides), or take the last "
            "one from version control.",
            f"{path} không phải là baseline: {error}. Hãy sửa (sau khi merge, giữ các dòng của cả hai bên), hoặc lấy "
            "bản trước từ kho git.",
        ) from None


def examine_revision(request: Request, revision: str) -> Examined:
    """Examine the registry as it stood at a revision; UsageError where there is none."""
    from factcheck.load.revision import RevisionError, at_revision  # noqa: PLC0415 - most checks ask for none

    try:
        with at_revision(revision, request.roots, request.base) as (roots, folder):
            return examine(read_files(list_files(tuple(roots), folder)), request)
    except RevisionError as error:
        raise UsageError(error.en, error.vi) from None


def _since(findings: list[Finding], examined: Examined, request: Request) -> list[Finding]:
    """Keep the findings that involve something added, changed or removed, and those that are new for any reason.

    Taking a claim away can make a finding between two that stayed: the change broke that too.
    """
    from factcheck.gate.baseline import baseline_of_identities, pass_known  # noqa: PLC0415 - most checks
    from factcheck.gate.changed import changed_records, involves  # noqa: PLC0415 - compare with nothing

    before = examine_revision(request, request.since)
    changed = changed_records(before.registry, examined.registry)
    gated = gate(before, request)
    old = [*gated.counted, *about_exceptions(gated, before.registry, request)]
    new, _ = pass_known(
        findings, examined.registry, baseline_of_identities(identity(each, before.registry) for each in old)
    )
    fresh = {id(each) for each in new}
    return [each for each in findings if id(each) in fresh or involves(each, changed, examined.registry)]


def _counts(found: Finding, only: tuple[str, ...], registry: Registry) -> bool:
    """Whether a finding has a place under one of the paths, or speaks of a record that stands there."""
    if not only:
        return True
    paths = {found.fault.place.path, *(place.path for _, place in found.fault.related)}
    for name in found.fault.claims:
        claim = registry.claims.get(name)
        if claim:
            records = (claim, registry.metric_of(claim), registry.source_of(claim))
            paths |= {record.place.path for record in records if record}
    return any(is_below(path, folder) for path in paths for folder in only)


def is_below(path: str, folder: str) -> bool:
    """Whether a shown path is a folder or file, or lies below it."""
    return folder in ("", ".") or path == folder or path.startswith(folder.rstrip("/") + "/")


def _worst_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """Put files in the order of their worst finding, and findings within a file worst first."""
    worst: dict[str, tuple[int, int]] = {}
    for each in findings:
        path = each.fault.place.path
        worst[path] = min(worst.get(path, each.urgency), each.urgency)
    return tuple(sorted(findings, key=lambda f: (worst[f.fault.place.path], f.fault.place.path, f.urgency, f.order)))
