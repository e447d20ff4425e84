"""The order of the stages: load, read, relate, solve, check, gate. No other file knows it."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.gate.allow import split_allowed
from factcheck.gate.fold import fold
from factcheck.load.config import Config, ConfigError, find_config
from factcheck.load.files import decode
from factcheck.load.registry import Loaded, load_registry, shown_path
from factcheck.model.finding import Fault, Finding, Unchecked
from factcheck.model.place import Place
from factcheck.model.registry import Registry
from factcheck.model.report import Layout, Report, Summary
from factcheck.model.view import Judgement, Verdict, View
from factcheck.read.quotes import read_registry
from factcheck.relate.figures import make_figures
from factcheck.relate.instances import make_instances
from factcheck.relate.references import mixed_relations, unknown_references
from factcheck.relate.series import compare
from factcheck.report import render
from factcheck.rules import catalogue, run
from factcheck.solve.evaluate import judge_all

_WIDEST = 100


class UsageError(Exception):
    """A wrong path or configuration; the message says what to do."""


class NothingToCheckError(Exception):
    """There is no registry here; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to check.

    ``roots`` are the files and folders of the registry, ``only`` the paths whose findings count (all,
    where empty), ``base`` the folder that paths are shown relative to.
    """

    roots: tuple[Path, ...]
    base: Path
    only: tuple[str, ...]
    as_of: date
    lang: str
    fail_on: str


def plan(paths: tuple[Path, ...], as_of: date | None, lang: str) -> Request:
    """Work out which registry is meant.

    UsageError where a path or the configuration is wrong, NothingToCheckError where there is no registry.

    Paths inside a configured registry choose which of its findings count. Paths outside every configured
    registry are, together, a registry of their own.
    """
    base = Path.cwd()
    day = as_of or date.today()  # noqa: DTZ011 - the day where the user is
    absolute = [path if path.is_absolute() else base / path for path in paths]
    for path, given in zip(absolute, paths, strict=True):
        if not path.exists():
            raise UsageError(f"{given} does not exist. Check the path, or leave it out to check the whole registry.")
    try:
        configs = [find_config(path) for path in absolute or [base]]
    except ConfigError as error:
        raise UsageError(str(error)) from None
    inside = [
        path.resolve().is_relative_to(config.claims.resolve()) for path, config in zip(absolute, configs, strict=False)
    ]
    config = configs[0]
    if absolute and not any(inside):
        return Request(tuple(absolute), base, (), day, lang, config.fail_on)
    if not all(inside) or len({each.claims for each in configs}) > 1:
        raise UsageError("The paths belong to different registries. Check one registry at a time.")
    if not config.claims.exists():
        raise _no_registry(config)
    only = tuple(shown_path(path, base) for path in absolute)
    return Request((config.claims,), base, only, day, lang, config.fail_on)


def _no_registry(config: Config) -> UsageError | NothingToCheckError:
    if config.path:
        return UsageError(f"{config.path} names {config.claims} as the registry, but it does not exist.")
    return NothingToCheckError(
        f"Nothing to check: there is no folder {config.claims.name}/ here and no configuration above. "
        "Name a folder of claim files: factcheck check FOLDER."
    )


def check_registry(request: Request) -> Report:
    """Load a registry, cross-check it, and return everything that a report shows."""
    loaded = load_registry(request.roots, request.base)
    view, unchecked = build_view(loaded)
    findings = fold(run(view, request.lang))
    counted, allowed = split_allowed(findings, loaded.registry, request.as_of)
    counted = [finding for finding in counted if _counts(finding, request.only)]
    allowed = [finding for finding in allowed if _counts(finding, request.only)]
    registry = loaded.registry
    summary = Summary(
        files=len(registry.files),
        sources=len(registry.sources),
        metrics=len(registry.metrics),
        claims=len(registry.claims),
        claims_with_quote=sum(claim.quote is not None for claim in registry.claims.values()),
        relations=len(registry.relations),
        relations_checked=len(view.judgements),
        findings=Counter(finding.severity for finding in counted),
        allowed=len(allowed),
        as_of=request.as_of,
    )
    return Report(_worst_first(counted), _worst_first(allowed), tuple(unchecked), summary, view)


def print_report(report: Report, output_format: str, lang: str) -> None:
    """Print a report to standard output in one of the formats."""
    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else _WIDEST
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    sys.stdout.write(render(output_format, report, Layout(width, colour, lang, read_line)))


def read_line(path: str, number: int) -> str:
    """Return one line of a registry file; empty where it cannot be read."""
    try:
        text = decode(Path(path).read_bytes())
    except OSError:
        return ""
    lines = text.split("\n") if isinstance(text, str) else []
    return lines[number - 1] if 0 < number <= len(lines) else ""


def rule_page(name: str) -> str | None:
    """Return a rule's page as Markdown; None where there is no such rule."""
    rule = catalogue().get(name)
    return f"# {rule.name}\n\n{rule.page}\n" if rule else None


def rule_list() -> str:
    """Return all rules, one to a line: name, severities, fault."""
    rules = catalogue().values()
    widest = max(len(rule.name) for rule in rules)
    lines = [f"{rule.name:<{widest}}  {'/'.join(rule.severities):<13}  {rule.summary}" for rule in rules]
    return "\n".join(lines) + "\n"


def suggest_rule(name: str) -> str | None:
    """Return the rule whose name comes nearest, if any comes near."""
    from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(name, list(catalogue()), score_cutoff=60)
    return str(best[0]) if best else None


def build_view(loaded: Loaded) -> tuple[View, list[Unchecked]]:
    """Read and relate a loaded registry; also returns what cannot be checked, and why."""
    registry = loaded.registry
    readings = read_registry(registry)
    figures = make_figures(registry, readings)
    compared = compare(figures.figures)
    mixed = list(mixed_relations(registry))
    refused = frozenset(relation.place for relation, _ in mixed)
    instances = make_instances(registry, figures.figures, refused)
    judged = judge_all(instances.instances, figures.figures)
    faults: dict[str, tuple[Fault, ...]] = dict(loaded.faults)
    faults["malformed-claim"] = (*faults["malformed-claim"], *(fault for _, fault in mixed))
    faults["unknown-reference"] = unknown_references(registry)
    view = View(
        registry=registry,
        readings=readings,
        figures=figures.figures,
        agreeing=figures.agreeing,
        mismatches=figures.mismatches,
        series=compared.series,
        groups=compared.groups,
        judgements=judged.judgements,
        links=links_of(registry, judged.judgements),
        faults=faults,
    )
    unchecked = [
        *loaded.unchecked,
        *_unread(registry),
        *(_in_other_language(claim, registry) for claim in readings.unread),
        *figures.unchecked,
        *compared.unchecked,
        *instances.unchecked,
        *judged.unchecked,
    ]
    return view, unchecked


def _unread(registry: Registry) -> Iterable[Unchecked]:
    for path in registry.incomplete:
        yield Unchecked(path, "the file could not be read to its end", Place(path))
    for claim in registry.claims.values():
        if not claim.source:
            yield Unchecked(claim.id, "it names no source to compare its dates with", claim.place)
    for source in registry.sources.values():
        if source.published is None:
            why = "no date of publication to check periods against"
            yield Unchecked(source.id, why, source.place)
        if source.document:
            why = "quotes not looked for in the document"
            yield Unchecked(source.id, why, source.place_of("document"))


def _in_other_language(claim: str, registry: Registry) -> Unchecked:
    source = registry.source_of(registry.claims[claim])
    code = source.language if source else ""
    return Unchecked(claim, f"quotes in {code!r} cannot be read", registry.claims[claim].place)


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


def _counts(finding: Finding, only: tuple[str, ...]) -> bool:
    """Whether a finding has a place under one of the paths that were asked for."""
    if not only:
        return True
    places = [finding.fault.place, *(place for _, place in finding.fault.related)]
    return any(_below(place.path, path) for place in places for path in only)


def _below(path: str, folder: str) -> bool:
    return folder in ("", ".") or path == folder or path.startswith(folder.rstrip("/") + "/")


def _worst_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """Put files in the order of their worst finding, and findings within a file worst first."""
    worst: dict[str, tuple[int, int]] = {}
    for finding in findings:
        path = finding.fault.place.path
        worst[path] = min(worst.get(path, finding.urgency), finding.urgency)
    return tuple(sorted(findings, key=lambda f: (worst[f.fault.place.path], f.fault.place.path, f.urgency, f.order)))
