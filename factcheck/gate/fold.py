"""One finding per cause: what an earlier finding already explains is folded into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.finding import Finding
from factcheck.model.record import replace
from factcheck.model.severity import Severity

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
        "joint-contradiction",
        "mismatched-periods",
        "ambiguous-change",
        "shifting-denominator",
    }
)
# A quote with another number than its document explains that the value differs from it as well.
_BY_A_MISCOPIED_QUOTE = _BY_A_MISREAD_CLAIM | {"misread-value"}
# What explains, from the most to the least specific: the document, the quote, then arithmetic.
_BY_THE_WORDS = ("missing-quote", "misread-value")
_ARITHMETIC = (
    "impossible-share",
    "part-exceeds-whole",
    "conflicting-values",
    "decreasing-cumulative",
    "broken-relation",
    "joint-contradiction",
)
_ORDER = (*_BY_THE_WORDS, *_ARITHMETIC)
# An impossible figure explains the relations that it breaks.
_BY_AN_IMPOSSIBLE_CLAIM = frozenset({"broken-relation", "joint-contradiction"})
# The same two claims, said better.
_BY_THE_SAME_PAIR = {
    "unreconciled-change": ("pace-break", "decreasing-cumulative"),
    "pace-break": ("decreasing-cumulative",),
    "mismatched-periods": ("broken-relation",),
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
    nothing. A miscopied, misread or impossible claim explains what it breaks; of the findings that one sure repair
    mends the most specific explains the others; and a broken relation or conflict explains a joint
    contradiction that it has a claim in common with.
    """
    everything = list(findings)
    miscopied: dict[str, int] = {}
    misread: dict[str, int] = {}
    impossible: dict[str, int] = {}
    for index, finding in enumerate(everything):
        claims = finding.fault.claims
        if finding.rule == "missing-quote" and finding.fault.wording == "number":
            miscopied[claims[0]] = index
        elif finding.rule == "misread-value":
            misread[claims[0]] = index
        elif finding.rule in ("impossible-share", "part-exceeds-whole") and len(claims) == 1:
            impossible[claims[0]] = index
    by_one_claim = (
        (_BY_A_MISCOPIED_QUOTE, miscopied),
        (_BY_A_MISREAD_CLAIM, misread),
        (_BY_AN_IMPOSSIBLE_CLAIM, impossible),
    )
    mended = _first_mended(everything)
    wrong = _first_wrong(everything)
    causes: dict[int, int] = {}
    for index, finding in enumerate(everything):
        for cause in _causes(finding, by_one_claim, mended, wrong):
            if cause != index and _rank(everything[cause], cause) < _rank(finding, index):
                causes[index] = cause
                break
    into: defaultdict[int, list[Finding]] = defaultdict(list)
    for index, cause in causes.items():
        root = cause
        while root in causes:
            root = causes[root]
        into[root].append(everything[index])
    return [
        replace(finding, folded=tuple(into[index])) for index, finding in enumerate(everything) if index not in causes
    ]


def _rank(finding: Finding, index: int) -> tuple[int, int]:
    """Sort key by which of two findings the one explains the other; each is explained by a smaller one only."""
    order = _ORDER.index(finding.rule) if finding.rule in _ORDER else len(_ORDER)
    return order, index


def _first_mended(findings: Sequence[Finding]) -> dict[tuple[str, str], int]:
    """Return for each sure repair the most specific finding that it mends."""
    first: dict[tuple[str, str], int] = {}
    for index, finding in enumerate(findings):
        if len(finding.repairs) == 1:
            key = finding.repairs[0][:2]
            if key not in first or _rank(finding, index) < _rank(findings[first[key]], first[key]):
                first[key] = index
    return first


def _first_wrong(findings: Sequence[Finding]) -> dict[str, int]:
    """Return for each claim the most specific error of arithmetic that names it, joint contradictions apart."""
    first: dict[str, int] = {}
    for index, finding in enumerate(findings):
        if finding.severity is Severity.ERROR and finding.rule in _ARITHMETIC[:-1]:
            for claim in finding.fault.claims:
                if claim not in first or _rank(finding, index) < _rank(findings[first[claim]], first[claim]):
                    first[claim] = index
    return first


def _causes(
    finding: Finding,
    by_one_claim: Iterable[tuple[frozenset[str], dict[str, int]]],
    mended: dict[tuple[str, str], int],
    wrong: dict[str, int],
) -> Iterator[int]:
    claims = finding.fault.claims
    for rules, known in by_one_claim:
        if finding.rule in rules:
            yield from (known[claim] for claim in claims if claim in known)
    if len(finding.repairs) == 1 and finding.rule not in _BY_THE_WORDS:
        yield mended[finding.repairs[0][:2]]
    if finding.rule == "joint-contradiction":
        yield from (wrong[claim] for claim in claims if claim in wrong)
