"""The baseline's commands: what is known today, what is no longer found, what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.gate.baseline import Baseline, pruned, read_baseline, write_baseline
from factcheck.gate.identity import Identity, identity
from factcheck.model.finding import Severity
from factcheck.model.report import Report
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.plan import Request, UsageError


class Entry(NamedTuple):
    """One entry of a baseline, and whether it is still found."""

    identity: Identity
    found: bool


def create(request: Request, path: Path, *, force: bool) -> int:
    """Write every finding that would fail the check into a baseline; return how many there are.

    UsageError where there is a baseline already, unless forced: a new one would forgive what came since.
    """
    if path.exists() and not force:
        raise UsageError(
            f"{path} exists. `factcheck baseline prune` shrinks it; --force makes it anew with today's findings."
        )
    known = frozenset(_identities(check_registry(request), request.fail_on))
    write_baseline(path, Baseline(known))
    return len(known)


def prune(request: Request, path: Path) -> tuple[int, int]:
    """Take out what is no longer found; return how many entries were taken out and how many are left."""
    before = _read(path)
    after = pruned(before, _identities(check_registry(request), Severity.NOTE.value))
    if after != before:
        write_baseline(path, after)
    return len(before.known) - len(after.known), len(after.known)


def entries(request: Request, path: Path) -> list[Entry]:
    """Return the entries of a baseline in order."""
    current = set(_identities(check_registry(request), Severity.NOTE.value))
    return [Entry(known, known in current) for known in sorted(_read(path).known)]


def _read(path: Path) -> Baseline:
    if not path.exists():
        raise UsageError(f"There is no baseline at {path}. Make one with factcheck baseline create.")
    try:
        return read_baseline(path)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _identities(report: Report, fail_on: str) -> list[Identity]:
    gate = Severity(fail_on).rank
    registry = report.view.registry
    found = [each for finding in report.findings for each in (finding, *finding.folded)]
    return [identity(finding, registry) for finding in found if finding.severity.rank <= gate]
