"""One part of a registry checked: all rules but those that ask about the registry as a whole.

It is a function from packed records to findings, and what it returns is small: it can run in any process, and its
result can be kept for the next time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.gate.allow import Excepted, exceptions_of
from factcheck.gate.fold import drop_said_better
from factcheck.gate.identity import identity
from factcheck.load.parts import Members, Opened
from factcheck.model.finding import Fault, Finding
from factcheck.model.record import record, replace
from factcheck.model.registry import Registry
from factcheck.model.unchecked import Unchecked
from factcheck.model.view import Figure, View
from factcheck.pipeline.repairs import attach_repairs
from factcheck.pipeline.view import NEARBY, build_view
from factcheck.read.quotes import read_registry
from factcheck.relate.figures import make_figures
from factcheck.relate.references import Unknown, unknown_names
from factcheck.rules import run


@record(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of checking a part.

    ``figures`` are those that its findings speak of. ``unknown`` are names that the part does not define; the
    registry may. ``lost`` are ids without a sound claim, ``unread`` those of all records that were refused.
    """

    findings: tuple[Finding, ...]
    faults: Mapping[str, tuple[Fault, ...]]
    unchecked: tuple[Unchecked, ...]
    figures: Mapping[str, Figure]
    exceptions: tuple[Excepted, ...]
    unknown: tuple[Unknown, ...]
    lost: frozenset[str]
    unread: frozenset[str]
    claims: int
    claims_with_quote: int
    relations: int
    relations_checked: int


def check_part(opened: Opened, members: Sequence[Members], as_of: date, lang: str) -> Outcome:
    """Build, read, relate and check the records of a part."""
    loaded = opened.part(members)
    registry = loaded.registry
    view, unchecked = build_view(loaded, as_of, _Neighbours(opened, members).figures)
    findings = find(view, lang)
    spoken_of = {name for each in findings for name in each.fault.claims}
    named = {name for each in members for name in _names(opened, each)}
    return Outcome(
        findings=tuple(findings),
        faults=view.faults,
        unchecked=tuple(unchecked),
        figures={name: view.figures[name] for name in sorted(spoken_of) if name in view.figures},
        exceptions=tuple(exceptions_of(replace(registry, metrics={}, sources={}))),
        unknown=tuple(unknown_names(registry)),
        lost=frozenset(named - registry.claims.keys()),
        unread=registry.unread,
        claims=len(registry.claims),
        claims_with_quote=sum(claim.quote is not None for claim in registry.claims.values()),
        relations=len(registry.relations),
        relations_checked=len(view.judgements),
    )


def find(view: View, lang: str) -> list[Finding]:
    """Run the rules that look at figures and give each finding its repairs and identity.

    What is said better of the same claims is dropped.
    """
    found = attach_repairs(drop_said_better(run(view, lang)), view.suggestions, lang)
    return [replace(each, identity=identity(each, view.registry)) for each in found]


def _names(opened: Opened, members: Members) -> Iterator[str]:
    names = opened.files[members.file].claims.names
    return (names[number][0] for number in members.claims)


class _Neighbours:
    """The figures that stand next to a claim in its file, whichever part they belong to."""

    def __init__(self, opened: Opened, members: Sequence[Members]) -> None:
        self._opened = opened
        self._members = members
        self._at: dict[str, tuple[int, int]] = {}

    def figures(self, claim: str, known: Mapping[str, Figure]) -> Iterator[Figure]:
        """Yield the figures before and after a claim, nearest first."""
        if not self._at:
            self._at = {
                name: (each.file, number)
                for each in reversed(self._members)
                for number, name in zip(reversed(each.claims), reversed([*_names(self._opened, each)]), strict=True)
            }
        file, at = self._at[claim]
        names = self._opened.files[file].claims.names
        for other in (at + step for step in NEARBY):
            if 0 <= other < len(names):
                figure = known.get(names[other][0]) or self._figure(file, other)
                if figure:
                    yield figure

    def _figure(self, file: int, number: int) -> Figure | None:
        claim = self._opened.claim(file, number)
        if claim is None:
            return None
        whole = self._opened.gathered
        registry = Registry(whole.metrics, whole.sources, {claim.id: claim}, ())
        return make_figures(registry, read_registry(registry)).figures.get(claim.id)
