"""Measures what factcheck finds of contradictions and slips, and how long it takes; prints Markdown tables.

    python -m benchmarks.arithmetic [--registries N] [--seed N]

Needs the extra ``test`` (z3). The same seed gives the same figures, times apart.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.cost import cost
from benchmarks.documents import shipped
from benchmarks.oracle import can_hold
from benchmarks.registries import Sample, sample
from benchmarks.typos import Edit, correct_typos
from factcheck.model.finding import Finding
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.plan import Request

AS_OF = date(2026, 1, 31)


def main() -> None:
    """Run all benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--registries", type=int, default=1000, help="random registries, half of them rounded")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_registries(options.registries, options.seed)
    shipped(options.seed)
    cost(options.seed)


def check(text: str) -> tuple[Finding, ...]:
    """Check one claim file."""
    request = Request(roots=(), base=Path.cwd(), as_of=AS_OF, lang="en", texts=(("registry.yaml", text.encode()),))
    return tuple(each for each in check_registry(request).findings if each.severity is Severity.ERROR)


def random_registries(count: int, seed: int) -> None:
    """Contradictions against z3, suggestions against the truth and against correct_typos."""
    print("| | exact | rounded |\n| --- | ---: | ---: |")
    columns = [_measure(count // 2, Random(seed + rounded), rounded=bool(rounded)) for rounded in (0, 1)]
    for name in columns[0]:
        print(f"| {name} | {columns[0][name]} | {columns[1][name]} |")
    print()


def _measure(count: int, random: Random, *, rounded: bool) -> dict[str, str]:
    seen: Counter[str] = Counter()
    for _ in range(count):
        one = sample(random, rounded=rounded)
        findings = check(one.text())
        possible = can_hold(one)
        seen["contradictory"] += not possible
        seen["found"] += bool(findings) and not possible
        seen["false"] += bool(findings) and possible
        if possible:
            continue
        truth = {(one.slipped, one.meant)}
        sure, listed = _suggested(findings)
        seen["suggested"] += bool(sure)
        seen["right"] += sure == truth
        seen["listed"] += truth <= listed
        for name, tolerant in (("they", False), ("they, tolerant,", True)):
            theirs = _their_correction(one, tolerant=tolerant)
            seen[f"{name} suggested"] += bool(theirs)
            seen[f"{name} were right"] += set(theirs.items()) == truth
    return {
        "registries with one slip": str(count),
        "contradictory, by z3": str(seen["contradictory"]),
        "of these found": str(seen["found"]),
        "found though z3 has a solution": str(seen["false"]),
        "one suggestion: precision": _share(seen["right"], seen["suggested"]),
        "one suggestion: recall": _share(seen["right"], seen["contradictory"]),
        "up to three: recall": _share(seen["listed"], seen["contradictory"]),
        "correct_typos: precision": _share(seen["they were right"], seen["they suggested"]),
        "correct_typos: recall": _share(seen["they were right"], seen["contradictory"]),
        "correct_typos with tolerance: precision": _share(
            seen["they, tolerant, were right"], seen["they, tolerant, suggested"]
        ),
        "correct_typos with tolerance: recall": _share(seen["they, tolerant, were right"], seen["contradictory"]),
    }


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _suggested(findings: tuple[Finding, ...]) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Return what is suggested alone, and all that is listed."""
    by_finding = [{(each.claim, int(each.value)) for each in finding.repairs} for finding in findings]
    sure = [repairs for repairs in by_finding if len(repairs) == 1]
    return set().union(*sure), set().union(*by_finding)


def _their_correction(one: Sample, *, tolerant: bool) -> dict[str, int]:
    """Apply correct_typos; ``tolerant`` as its documentation advises for rounded figures, by two units."""
    edits = [Edit({whole: -1, **dict.fromkeys(parts, 1)}) for whole, parts in one.sums]
    edits += [Edit({each.claim: 1, each.fact: -1}) for each in one.claims if each.claim != each.fact]
    values = {each.claim: each.value for each in one.claims}
    unit = max(each.unit for each in one.claims)
    return correct_typos(values, edits, tolerance=2 * unit if tolerant and unit > 1 else 0)


if __name__ == "__main__":
    main()
