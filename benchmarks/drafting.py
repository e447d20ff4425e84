"""How well ``factcheck draft`` does on documents whose claim files were written by hand.

    python benchmarks/drafting.py DOCUMENTS_FOLDER [REGISTRY]

Each document is drafted against the registry without its own claims: first with all metrics known, then with only
the metrics that the other documents' claims use, as if it were the first document of its kind. A drafted claim is
right where its figure stands in the quote of a hand-made claim with the same value, denominator and comparator.
Periods, metrics and relations are judged among the claims that were found. The table is Markdown.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factcheck.load.expression import parse_relation
from factcheck.load.registry import load_registry
from factcheck.model.draft import Draft, DraftClaim
from factcheck.model.expression import references
from factcheck.model.period import parse_period
from factcheck.model.registry import Claim, Registry
from factcheck.pipeline.draft import draft_document, read_text
from factcheck.pipeline.plan import Request
from factcheck.read.statements.page import read_page

AS_OF = date(2026, 1, 31)
BROKEN = ("misread-value", "malformed-claim", "unknown-reference", "duplicate-id")


@dataclass
class Score:
    """Right ones, and how many there are in the draft and in the hand-made file."""

    right: int = 0
    drafted: int = 0
    made: int = 0

    def add(self, right: int, drafted: int, made: int) -> None:
        """Count one document."""
        self.right += right
        self.drafted += drafted
        self.made += made

    def __str__(self) -> str:
        """Write precision and recall with the counts that they come from."""
        return f"{_percent(self.right, self.drafted)} | {_percent(self.right, self.made)}"


@dataclass
class Scores:
    """All that is measured."""

    claims: Score = field(default_factory=Score)
    periods: Score = field(default_factory=Score)
    ends: Score = field(default_factory=Score)
    metrics: Score = field(default_factory=Score)
    apart: Score = field(default_factory=Score)
    relations: Score = field(default_factory=Score)
    broken: int = 0
    said: Counter[str] = field(default_factory=Counter)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} % ({part}/{whole})" if whole else "–"


def main() -> None:
    """Print the tables."""
    documents = Path(sys.argv[1])
    root = Path(sys.argv[2] if len(sys.argv) > 2 else "claims")
    registry = load_registry((root,), Path.cwd()).registry
    total, rows = Scores(), []
    for source in sorted(registry.sources):
        document = registry.sources[source].document
        if document and (documents / document).exists():
            scores = Scores()
            for each in (scores, total):
                _measure(each, registry, source, documents / document, root)
            rows.append((source, scores))
    print(
        "| document | claims: precision | recall | periods | same end | metrics, all known "
        "| metrics, other documents' only |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, scores in [*rows, ("**all**", total)]:
        print(
            f"| {name} | {scores.claims} | {_percent(scores.periods.right, scores.periods.drafted)} "
            f"| {_percent(scores.ends.right, scores.ends.drafted)} "
            f"| {_percent(scores.metrics.right, scores.metrics.drafted)} "
            f"| {_percent(scores.apart.right, scores.apart.drafted)} |"
        )
    print("\n| | precision | recall |\n| --- | --- | --- |")
    for name, score in (
        ("claims", total.claims),
        ("periods", total.periods),
        ("periods, the same end", total.ends),
        ("metrics, all known", total.metrics),
        ("metrics, those of the other documents known", total.apart),
        ("relations", total.relations),
    ):
        print(f"| {name} | {score} |")
    said = ", ".join(f"{rule} × {count}" for rule, count in sorted(total.said.items()))
    print(f"\nWhat a check says of the drafts beside the other documents: {said or 'nothing'}")
    print(f"\nClaims that a check calls broken ({', '.join(BROKEN)}): {total.broken}")


def _measure(scores: Scores, registry: Registry, source: str, path: Path, root: Path) -> None:
    made = [claim for claim in registry.claims.values() if claim.source == source]
    others = {claim.metric for claim in registry.claims.values() if claim.source != source}
    draft, broken, said = _draft(registry, source, path, root, frozenset(registry.metrics))
    pairs = _pairs(draft, made, path)
    scores.broken += broken
    scores.said.update(said)
    scores.claims.add(len(pairs), len(draft.claims), len(made))
    scores.periods.add(sum(_iso(d.period) == _iso_of(m) for d, m in pairs), len(pairs), len(made))
    scores.ends.add(
        sum(_end(d.period) == (m.period.end if m.period else None) for d, m in pairs), len(pairs), len(made)
    )
    scores.metrics.add(sum(d.metric == m.metric for d, m in pairs), len(pairs), len(made))
    known = frozenset(others)
    draft, broken, _ = _draft(registry, source, path, root, known)
    scores.broken += broken
    apart = _pairs(draft, made, path)
    scores.apart.add(
        sum(d.metric == m.metric if m.metric in known else d.metric not in known for d, m in apart),
        len(apart),
        len(made),
    )
    draft, _, _ = _draft(registry, source, path, root, frozenset(registry.metrics))
    mine, theirs = _drafted_relations(draft, pairs), _made_relations(registry, made)
    scores.relations.add(len(mine & theirs), len(mine), len(theirs))


def _draft(
    registry: Registry, source: str, path: Path, root: Path, metrics: frozenset[str]
) -> tuple[Draft, int, Counter[str]]:
    """Draft a document against a copy of the registry without its own file and without some metrics."""
    own = registry.sources[source].place.path
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "claims"
        copy.mkdir()
        for file in sorted(root.glob("*.yaml")):
            if file.as_posix().endswith(own) or "relations" in file.name:
                continue
            shutil.copy(file, copy / file.name)
            if "metrics" in file.name:
                _cut(copy / file.name, metrics)
        drafted = draft_document(path, path.name, Request(roots=(copy,), base=copy, as_of=AS_OF))
    broken = sum(finding.rule in BROKEN for finding in drafted.findings if finding.fault.place.path == "<draft>")
    return drafted.draft, broken, Counter(finding.rule for finding in drafted.findings)


def _cut(path: Path, metrics: frozenset[str]) -> None:
    """Take metrics out of a file, line by line."""
    kept, keep = [], True
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if match := re.match(r"  ([a-z0-9-]+):\s*$", line):
            keep = match[1] in metrics
        if keep or not line.startswith("  "):
            kept.append(line)
    path.write_text("".join(kept), "utf-8")


def _pairs(draft: Draft, made: list[Claim], path: Path) -> list[tuple[DraftClaim, Claim]]:
    """Pair drafted with hand-made claims: the same figure, in the words of the hand-made quote."""
    text = " ".join(read_page(read_text(path)).text.split())
    left = list(made)
    pairs = []
    for claim in draft.claims:
        best = None
        for other in left:
            if _same_figure(claim, other) and _overlap(claim, other, text):
                best = other
                break
        if best is not None:
            left.remove(best)
            pairs.append((claim, best))
    return pairs


def _same_figure(claim: DraftClaim, other: Claim) -> bool:
    value = claim.value.replace("_", "").removesuffix("%")
    typed = other.value.raw.replace("_", "").removesuffix("%")
    of = other.of.raw.replace("_", "") if other.of else ""
    same = value.lstrip("-") == typed.lstrip("-") and claim.of.replace("_", "") == of
    return same and claim.comparator == (other.comparator.value if other.comparator else "")


def _overlap(claim: DraftClaim, other: Claim, text: str) -> bool:
    """Whether two quotes share a place in the text, or are parts of one another."""
    one, two = claim.exact, other.quote.exact if other.quote else ""
    if one in two or two in one:
        return True
    return any(a < d and c < b for a, b in _places(one, text) for c, d in _places(two, text))


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(words)
    while start >= 0 and words:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _iso(period: str) -> object:
    return (parse_period(period).start, parse_period(period).end) if period else None


def _iso_of(claim: Claim) -> object:
    return (claim.period.start, claim.period.end) if claim.period else None


def _end(period: str) -> object:
    return parse_period(period).end if period else None


Relation = tuple[str, frozenset[str]]


def _shape(text: str) -> str:
    return "<=" if "<=" in text else "/" if " / " in text else "+" if " + " in text else "="


def _drafted_relations(draft: Draft, pairs: list[tuple[DraftClaim, Claim]]) -> set[Relation]:
    names = {claim.id: other.id for claim, other in pairs}
    found = set()
    for text in draft.relations:
        terms = frozenset(names.get(each.name, f"?{each.name}") for each in references(parse_relation(text)))
        found.add((_shape(text), terms))
    return found


def _made_relations(registry: Registry, made: list[Claim]) -> set[Relation]:
    """Return the hand-made relations within one document: those over its claims, over metrics, and breakdowns."""
    ids = {claim.id for claim in made}
    whole: dict[object, str] = {
        (claim.metric, claim.period, claim.status): claim.id for claim in made if not claim.dimensions
    }
    found: set[Relation] = set()
    for relation in registry.relations:
        names = [each.name for each in references(relation.holds)]
        if all(name in ids for name in names):
            found.add((_shape(relation.text), frozenset(names)))
        elif all(name in registry.metrics for name in names):
            for period in {claim.period for claim in made}:
                members = [whole.get((name, period, made[0].status.ACTUAL)) for name in names]
                if all(members):
                    found.add((_shape(relation.text), frozenset(str(member) for member in members)))
    return found | _breakdowns(registry, made, whole)


def _breakdowns(registry: Registry, made: list[Claim], whole: dict[object, str]) -> set[Relation]:
    """Return the sums over dimensions that the registry states, where the document has all of their parts."""
    found: set[Relation] = set()
    for metric in registry.metrics.values():
        for dimension, values in metric.breakdown:
            groups: dict[object, set[str]] = {}
            for claim in made:
                if claim.metric == metric.id and {name for name, _ in claim.dimensions} == {dimension}:
                    groups.setdefault((metric.id, claim.period, claim.status), set()).add(claim.id)
            for key, parts in groups.items():
                if key in whole and len(parts) == len(values):
                    found.add(("+", frozenset({whole[key], *parts})))
    return found


if __name__ == "__main__":
    main()
