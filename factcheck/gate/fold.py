"""One finding per cause: what an earlier finding already explains is folded into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from factcheck.model.finding import Finding

# A figure that is not what its quote says explains whatever else it breaks.
_BY_A_MISREAD_CLAIM = frozenset(
    {
        "conflicting-values",
        "decreasing-cumulative",
        "unreconciled-change",
        "pace-break",
        "part-exceeds-whole",
        "impossible-share",
        "broken-relation",
        "ambiguous-change",
        "shifting-denominator",
    }
)
# An impossible figure explains the relations that it breaks.
_BY_AN_IMPOSSIBLE_CLAIM = frozenset({"broken-relation"})
# The same two claims, said better.
_BY_THE_SAME_PAIR = {
    "unreconciled-change": ("pace-break", "decreasing-cumulative"),
    "pace-break": ("decreasing-cumulative",),
}


def fold(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are causes, each with the rules and messages of what it explains."""
    everything = list(findings)
    misread: dict[str, int] = {}
    impossible: dict[str, int] = {}
    pairs: dict[tuple[str, frozenset[str]], int] = {}
    for index, finding in enumerate(everything):
        claims = finding.fault.claims
        if finding.rule == "misread-value":
            misread[claims[0]] = index
        elif finding.rule in ("impossible-share", "part-exceeds-whole") and len(claims) == 1:
            impossible[claims[0]] = index
        pairs[finding.rule, frozenset(claims)] = index
    into: defaultdict[int, list[Finding]] = defaultdict(list)
    kept: list[int] = []
    for index, finding in enumerate(everything):
        cause = _cause(finding, misread, impossible, pairs)
        if cause is None:
            kept.append(index)
        else:
            into[cause].append(finding)
    return [
        replace(everything[index], folded=tuple(f"{f.rule}: {f.message}" for f in into[index]))
        if index in into
        else everything[index]
        for index in kept
    ]


def _cause(
    finding: Finding,
    misread: dict[str, int],
    impossible: dict[str, int],
    pairs: dict[tuple[str, frozenset[str]], int],
) -> int | None:
    if finding.rule in _BY_A_MISREAD_CLAIM:
        for claim in finding.fault.claims:
            if claim in misread:
                return misread[claim]
    if finding.rule in _BY_AN_IMPOSSIBLE_CLAIM:
        for claim in finding.fault.claims:
            if claim in impossible:
                return impossible[claim]
    for better in _BY_THE_SAME_PAIR.get(finding.rule, ()):
        found = pairs.get((better, frozenset(finding.fault.claims)))
        if found is not None:
            return found
    return None
