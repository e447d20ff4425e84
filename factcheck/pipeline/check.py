"""The order of the stages: load, read, relate, solve, check, gate. No other file knows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from factcheck.gate.allow import Gated, pass_allowed
from factcheck.gate.baseline import Baseline, baseline_of_identities, parse_baseline, pass_known
from factcheck.gate.changed import changed_records, involves
from factcheck.gate.fold import drop_said_better, fold
from factcheck.gate.identity import fingerprint, identity
from factcheck.load.registry import Loaded, load_registry
from factcheck.load.revision import RevisionError, at_revision
from factcheck.model.finding import Fault, Finding, Unchecked, Why
from factcheck.model.place import Place
from factcheck.model.registry import Registry
from factcheck.model.report import Report, Summary
from factcheck.model.view import Judgement, Verdict, View
from factcheck.pipeline.documents import look_for_quotes
from factcheck.pipeline.plan import Request, UsageError
from factcheck.pipeline.repairs import attach_repairs
from factcheck.read.quotes import read_registry
from factcheck.read.since import read_since
from factcheck.relate.figures import make_figures
from factcheck.relate.growth import make_growths
from factcheck.relate.instances import make_instances
from factcheck.relate.references import mixed_relations, unknown_references
from factcheck.relate.series import compare
from factcheck.rules import catalogue, finding, run
from factcheck.solve.contradictions import find_contradictions
from factcheck.solve.evaluate import judge_all
from factcheck.solve.growth import unchecked_growths, weigh

_CUT_SHORT = Why("the file could not be read to its end", "không đọc được đến hết tệp")
_NO_SOURCE = Why("it names no source to compare its dates with", "không ghi nguồn nên không so sánh được ngày")
_NO_DATE = Why("no date of publication to check periods against", "không có ngày đăng để kiểm tra thời gian")


def check_registry(request: Request, on_file: Callable[[int, int], None] | None = None) -> Report:
    """Load a registry, cross-check it, and return everything that a report shows.

    ``on_file`` is told how many files of how many were read. UsageError where a revision or a baseline
    that the request names cannot be used.
    """
    loaded = load_registry(request.roots, request.base, request.texts, on_file)
    view, unchecked = build_view(loaded, request)
    findings = find(view, loaded, request)
    gated = pass_allowed(findings, loaded.registry, request.as_of, catalogue())
    counted = [*gated.counted, *_about_exceptions(gated, loaded.registry, request)]
    if request.since:
        counted = _since(counted, loaded, request)
    known: list[Finding] = []
    if request.baseline and request.baseline.exists():
        counted, known = pass_known(counted, loaded.registry, load_baseline(request.baseline))
    registry = loaded.registry
    counted = fold(each for each in counted if _counts(each, request.only, registry))
    allowed = [each for each in gated.allowed if _counts(each, request.only, registry)]
    summary = Summary(
        files=len(registry.files),
        sources=len(registry.sources),
        metrics=len(registry.metrics),
        claims=len(registry.claims),
        claims_with_quote=sum(claim.quote is not None for claim in registry.claims.values()),
        relations=len(registry.relations),
        relations_checked=len(view.judgements),
        findings=Counter(each.severity for each in counted),
        allowed=len(allowed),
        known=len(known),
        as_of=request.as_of,
    )
    return Report(_worst_first(counted), _worst_first(allowed), _worst_first(known), tuple(unchecked), summary, view)


def find(view: View, loaded: Loaded, request: Request) -> list[Finding]:
    """Run every rule and give each finding its repairs and fingerprint.

    What is said better of the same claims is dropped.
    """
    found = attach_repairs(drop_said_better(run(view, request.lang)), view.suggestions, request.lang)
    return [replace(each, fingerprint=fingerprint(each, loaded.registry)) for each in found]


def _about_exceptions(gated: Gated, registry: Registry, request: Request) -> Iterable[Finding]:
    for name, faults in gated.faults.items():
        for fault in faults:
            found = finding(catalogue()[name], fault, request.lang)
            yield replace(found, fingerprint=fingerprint(found, registry))


def load_baseline(path: Path) -> Baseline:
    """Read a baseline; UsageError where it is none."""
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


def load_revision(request: Request, revision: str) -> Loaded:
    """Load the registry as it stood at a revision; UsageError where there is none."""
    try:
        with at_revision(revision, request.roots, request.base) as (roots, folder):
            return load_registry(tuple(roots), folder)
    except RevisionError as error:
        raise UsageError(error.en, error.vi) from None


def _since(findings: list[Finding], loaded: Loaded, request: Request) -> list[Finding]:
    """Keep the findings that involve something added, changed or removed, and those that are new for any reason.

    Taking a claim away can make a finding between two that stayed: the change broke that too.
    """
    before = load_revision(request, request.since)
    changed = changed_records(before.registry, loaded.registry)
    found = find(build_view(before, request)[0], before, request)
    gated = pass_allowed(found, before.registry, request.as_of, catalogue())
    old = [*gated.counted, *_about_exceptions(gated, before.registry, request)]
    new, _ = pass_known(
        findings, loaded.registry, baseline_of_identities(identity(each, before.registry) for each in old)
    )
    fresh = {id(each) for each in new}
    return [each for each in findings if id(each) in fresh or involves(each, changed, loaded.registry)]


def build_view(loaded: Loaded, request: Request) -> tuple[View, list[Unchecked]]:
    """Read and relate a loaded registry as a request asks; also returns what cannot be checked, and why."""
    registry = loaded.registry
    readings = read_registry(registry)
    figures = make_figures(registry, readings)
    compared = compare(figures.figures)
    mixed = list(mixed_relations(registry))
    refused = frozenset(relation.place for relation, _ in mixed)
    instances = make_instances(registry, figures.figures, refused)
    judged = judge_all(instances.instances, figures.figures)
    growths = make_growths(registry, figures.figures, figures.agreeing, read_since(registry))
    weighed = tuple(weigh(growth, figures.figures) for growth in growths)
    judgements = (*judged.judgements, *(each.settled for each in weighed if each.settled))
    contradictions = find_contradictions(
        registry,
        readings,
        figures.figures,
        figures.agreeing,
        figures.mismatches,
        judgements,
        compared.groups,
        compared.series,
    )
    looked = look_for_quotes(registry, request.documents, required=request.require_documents)
    faults: dict[str, tuple[Fault, ...]] = {name: tuple(found) for name, found in looked.faults.items()} | dict(
        loaded.faults
    )
    faults["malformed-claim"] = (
        *faults["malformed-claim"],
        *looked.faults["malformed-claim"],
        *(fault for _, fault in mixed),
    )
    faults["unknown-reference"] = unknown_references(registry)
    view = View(
        registry=registry,
        readings=readings,
        figures=figures.figures,
        agreeing=figures.agreeing,
        mismatches=figures.mismatches,
        series=compared.series,
        groups=compared.groups,
        judgements=judgements,
        links=links_of(registry, judgements),
        faults=faults,
        as_of=request.as_of,
        growths=weighed,
        sightings=looked.sightings,
        digests=looked.digests,
        conflicts=contradictions.conflicts,
        suggestions=contradictions.suggestions,
    )
    unchecked = [
        *loaded.unchecked,
        *_unread(registry),
        *looked.unchecked,
        *(_in_other_language(claim, registry) for claim in readings.unread),
        *figures.unchecked,
        *compared.unchecked,
        *instances.unchecked,
        *judged.unchecked,
        *unchecked_growths(weighed),
    ]
    return view, unchecked


def _unread(registry: Registry) -> Iterable[Unchecked]:
    for path in registry.incomplete:
        yield Unchecked(path, _CUT_SHORT, Place(path))
    for claim in registry.claims.values():
        if not claim.source:
            yield Unchecked(claim.id, _NO_SOURCE, claim.place)
    for source in registry.sources.values():
        if source.published is None:
            yield Unchecked(source.id, _NO_DATE, source.place)


def _in_other_language(claim: str, registry: Registry) -> Unchecked:
    source = registry.source_of(registry.claims[claim])
    code = source.language if source else ""
    why = Why(f"quotes in {code!r} cannot be read", f"không đọc được trích dẫn bằng tiếng {code!r}")
    return Unchecked(claim, why, registry.claims[claim].place)


def links_of(registry: Registry, judgements: Iterable[Judgement]) -> dict[str, frozenset[int]]:
    """Return for each claim the numbers of the relations and changes that tie it to others."""
    links: defaultdict[str, set[int]] = defaultdict(set)
    number = 0
    for judgement in judgements:
        if judgement.verdict is not Verdict.BROKEN:
            number += 1
            for name in judgement.instance.claims:
                links[name].add(number)
    for claim in registry.claims.values():
        if claim.change:
            number += 1
            links[claim.id].add(number)
            links[claim.change.of].add(number)
    return {claim: frozenset(numbers) for claim, numbers in links.items()}


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
