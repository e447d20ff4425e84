"""The baseline: findings known when the tool was adopted, which do not fail a check until they change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.gate.identity import identity
from factcheck.model.finding import Finding, Identity
from factcheck.model.record import field, record
from factcheck.model.registry import Registry

VERSION = 1


@record(frozen=True, slots=True)
class Baseline:
    """How often each known finding was found."""

    known: Mapping[Identity, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many findings are known."""
        return sum(self.known.values())


def baseline_of_identities(found: Iterable[Identity]) -> Baseline:
    """Return the baseline that knows exactly these findings."""
    return Baseline(Counter(found))


def parse_baseline(text: str) -> Baseline:
    """Read a baseline; ValueError, which says what is wrong, where it is none."""
    import json  # noqa: PLC0415 - most registries have none

    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise ValueError("it has no list of findings")  # noqa: TRY004 - bad data, not misuse
    if document.get("version") != VERSION:
        raise ValueError(f"version {document.get('version')} is not known here")
    known: Counter[Identity] = Counter()
    for number, entry in enumerate(document["findings"], start=1):
        try:
            count = int(entry.get("count", 1))
            values = tuple((str(name), str(raw)) for name, raw in entry["values"])
            found = Identity(str(entry["rule"]), str(entry["fault"]), tuple(map(str, entry["claims"])), values)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise ValueError(f"entry {number} is not one that factcheck wrote") from None
        known[found] += max(count, 0)
    return Baseline(known)


def baseline_text(baseline: Baseline) -> str:
    """Write a baseline, one finding to a line so that changes read well in a diff."""
    import json  # noqa: PLC0415 - most registries have none

    lines = [
        json.dumps(known._asdict() | ({"count": count} if count > 1 else {}), ensure_ascii=False)
        for known, count in sorted(baseline.known.items())
    ]
    findings = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def pass_known(
    findings: Iterable[Finding], registry: Registry, baseline: Baseline
) -> tuple[list[Finding], list[Finding]]:
    """Split findings into new and known ones; an entry covers as many as it was made of, and no more."""
    new: list[Finding] = []
    known: list[Finding] = []
    left = Counter(baseline.known)
    for finding in findings:
        found = identity(finding, registry)
        (known if left[found] > 0 else new).append(finding)
        left[found] -= 1
    return new, known


def pruned(baseline: Baseline, current: Iterable[Identity]) -> Baseline:
    """Return the baseline without what is no longer found; it never grows."""
    now = Counter(current)
    return Baseline({known: min(count, now[known]) for known, count in baseline.known.items() if now[known] > 0})
