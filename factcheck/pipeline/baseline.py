"""The baseline's commands: what is known today, what is no longer found, what is in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from factcheck.gate.baseline import Baseline, baseline_of_identities, baseline_text, pruned
from factcheck.gate.identity import identity
from factcheck.model.finding import Identity
from factcheck.model.record import NamedTuple
from factcheck.model.report import Report
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry, load_baseline
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import Request, UsageError, missing_baseline


class Entry(NamedTuple):
    """One entry of a baseline, how often it is known, and how often it is still found."""

    identity: Identity
    known: int
    found: int


def create(request: Request, path: Path, *, force: bool) -> int:
    """Write every finding that would fail the check into a baseline; return how many there are.

    UsageError where there is a baseline already, unless forced: a new one would forgive what came since.
    """
    if path.exists() and not force:
        raise UsageError(
            f"{path} exists. `factcheck baseline prune` shrinks it; --force makes it anew with today's findings.",
            f"{path} đã có. `factcheck baseline prune` thu gọn nó; --force tạo lại theo các phát hiện hôm nay.",
        )
    baseline = baseline_of_identities(_identities(check_registry(request), request.fail_on))
    write_whole(path, baseline_text(baseline))
    return baseline.size


def prune(request: Request, path: Path) -> tuple[int, int]:
    """Take out what is no longer found; return how many findings were taken out and how many are left."""
    before = _read(path)
    after = pruned(before, _identities(check_registry(request), Severity.NOTE.value))
    if after.size != before.size:
        write_whole(path, baseline_text(after))
    return before.size - after.size, after.size


def entries(request: Request, path: Path) -> list[Entry]:
    """Return the entries of a baseline in order."""
    current = Counter(_identities(check_registry(request), Severity.NOTE.value))
    return [Entry(known, count, current[known]) for known, count in sorted(_read(path).known.items())]


def _read(path: Path) -> Baseline:
    if not path.exists():
        raise missing_baseline(path)
    return load_baseline(path)


def _identities(report: Report, fail_on: str) -> list[Identity]:
    gate = Severity(fail_on).rank
    registry = report.registry
    found = [each for finding in report.findings for each in (finding, *finding.folded)]
    return [identity(finding, registry) for finding in found if finding.severity.rank <= gate]
