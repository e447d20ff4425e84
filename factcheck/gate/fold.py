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


def drop_said_better(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that another one says better of the same claims."""
    everything = list(findings)
    said = {(finding.rule, frozenset(finding.fault.claims)) for finding in everything}
    return [
        finding
        for finding in everything
        if not any(
            (better, frozenset(finding.fault.claims)) in said for better in _BY_THE_SAME_PAIR.get(finding.rule, ())
        )
    ]


def fold(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are causes, each with what it explains.

    Only findings that count may be folded, and only into ones that count: what is excepted or known hides
    nothing.
    """
    everything = list(findings)
    misread: dict[str, int] = {}
    impossible: dict[str, int] = {}
    for index, finding in enumerate(everything):
        claims = finding.fault.claims
        if finding.rule == "misread-value":
            misread[claims[0]] = index
        elif finding.rule in ("impossible-share", "part-exceeds-whole") and len(claims) == 1:
            impossible[claims[0]] = index
    into: defaultdict[int, list[Finding]] = defaultdict(list)
    kept: list[int] = []
    for index, finding in enumerate(everything):
        cause = _cause(finding, misread, impossible)
        if cause is None:
            kept.append(index)
        else:
            into[cause].append(finding)
    return [replace(everything[index], folded=tuple(into[index])) for index in kept]


def _cause(finding: Finding, misread: dict[str, int], impossible: dict[str, int]) -> int | None:
    for rules, causes in ((_BY_A_MISREAD_CLAIM, misread), (_BY_AN_IMPOSSIBLE_CLAIM, impossible)):
        if finding.rule in rules:
            for claim in finding.fault.claims:
                if claim in causes:
                    return causes[claim]
    return None
