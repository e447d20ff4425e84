"""``factcheck draft``: a document to a claim file that a check passes, but for what is wrong in the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from factcheck.load.documents import read_document
from factcheck.load.drafts import WHY, draft_text
from factcheck.load.files import registry_files, shown_path
from factcheck.load.registry import load_registry
from factcheck.model.document import Document, Unreadable
from factcheck.model.draft import Draft, without_claims
from factcheck.model.exact import Exact
from factcheck.model.finding import Finding
from factcheck.model.ident import fresh
from factcheck.model.record import record, replace
from factcheck.model.registry import Registry
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import NothingToCheckError, Request, UsageError, configuration, plan
from factcheck.read.language import Language
from factcheck.read.languages import detect, known_languages, language
from factcheck.read.quotes import canonical_labels, canonical_words
from factcheck.read.statements.choose import Known
from factcheck.read.statements.compose import compose
from factcheck.read.statements.tied import Told
from factcheck.read.statements.words import statement_words
from factcheck.report.clean import clean

_BROKEN = frozenset({"misread-value", "malformed-claim", "unknown-reference", "unreadable-quote", "duplicate-id"})
_ARITHMETIC = frozenset({"broken-relation", "joint-contradiction"})
# Differences from the registry's figures that a wrong guess at the metric would bring about.
_DIFFERENCES = frozenset({"conflicting-values", "decreasing-cumulative", "mismatched-periods", "unreconciled-change"})
_ROUNDS = 4
_CERTAIN = 0.7
_QUOTE_WORDS = 4


@record(frozen=True, slots=True)
class Drafted:
    """A draft with its YAML, and what a check of the registry with it says of it."""

    draft: Draft
    text: str
    findings: tuple[Finding, ...]
    known_as: str = ""


@record(frozen=True, slots=True)
class Desk:
    """Where a draft is made: the registry that it is checked with, its folder, and the document's name there."""

    request: Request
    folder: Path
    document: str


def drafting_plan(document: Path, metrics: Path | None, *, as_of: date | None, lang: str) -> Desk:
    """Work out the registry that a draft belongs to; without one, the draft stands by itself.

    UsageError where the document or the registry that was named does not exist.
    """
    if not document.is_file():
        raise UsageError(
            f"{document} is no file. Name the document to read.", f"{document} không phải là tệp. Hãy ghi tên tài liệu."
        )
    config = configuration()
    try:
        request = plan((str(metrics),) if metrics else (), as_of=as_of, lang=lang, use_baseline=False)
    except NothingToCheckError:
        here = Path.cwd()
        request = Request(roots=(), base=here, as_of=as_of or date.today(), lang=lang)  # noqa: DTZ011 - the user's day
    folder = config.claims if config.claims.is_dir() else Path()
    name = document.name
    if config.documents and document.resolve().is_relative_to(config.documents.resolve()):
        name = document.resolve().relative_to(config.documents.resolve()).as_posix()
    return Desk(request, folder, name)


def summary_text(drafted: Drafted, path: Path, lang: str) -> Iterator[str]:
    """Yield what a person should know of a draft, line by line."""
    draft = drafted.draft
    vi = lang == "vi"
    claims, new, relations = len(draft.claims), len(draft.metrics), len(draft.relations)
    shown = shown_path(path, Path.cwd())
    if str(path) != "-":
        yield (
            f"đã ghi {shown}: {claims} khai báo, {new} chỉ số mới, {relations} quan hệ"
            if vi
            else f"wrote {shown}: {claims} claims, {new} new metrics, {relations} relations"
        )
    if drafted.known_as:
        yield (
            f"Sổ đã có tài liệu này, với nguồn {drafted.known_as}."
            if vi
            else f"The registry has this document already, as source {drafted.known_as}."
        )
    for left in draft.left_out:
        words = clean(left.words)
        yield f"để ngoài “{words}”: {WHY[left.why][1]}" if vi else f"left out “{words}”: {WHY[left.why][0]}"
    counts = Counter(finding.rule for finding in drafted.findings)
    if counts:
        listed = ", ".join(f"{rule} × {count}" for rule, count in sorted(counts.items()))
        yield (
            f"factcheck check sẽ báo: {listed}. Hãy đối chiếu với tài liệu."
            if vi
            else f"factcheck check will say: {listed}. Compare them with the document."
        )


def read_text(path: Path) -> str:
    """Return the text of a document; UsageError where it cannot be read."""
    found: Document | Unreadable = read_document(path)
    if isinstance(found, Unreadable):
        raise UsageError(f"{path}: {found.en}.", f"{path}: {found.vi}.")
    return found.text


def known_of(registry: Registry, found: Language) -> Known:
    """Return what a registry knows, for matching with a text: its metrics' labels, and the words of its quotes.

    A metric's English label stands first for a text in English.
    """
    names = {metric: list(labels) for metric, labels in canonical_labels(registry, found.code).items()}
    for metric in registry.metrics.values():
        if found.code == "en" and metric.label_en:
            names[metric.id].insert(0, canonical_words(metric.label_en, found))
    sources: dict[str, dict[str, None]] = {}
    moments: dict[str, set[date]] = {}
    values: dict[str, set[Exact]] = {}
    told: dict[str, list[Told]] = {}
    for claim in registry.claims.values():
        if (source := registry.sources.get(claim.source)) is not None:
            sources.setdefault(claim.metric, {})[f"{source.title} {source.publisher}"] = None
        if claim.period is not None and claim.period.is_instant:
            moments.setdefault(claim.metric, set()).add(claim.period.end)
        if claim.of is None and claim.period is not None and not claim.dimensions:
            told.setdefault(claim.metric, []).extend(Told(claim.period, each.value) for each in claim.value.readings)
        if claim.of is None:
            values.setdefault(claim.metric, set()).update(reading.value for reading in claim.value.readings)
        if claim.quote is None or claim.metric not in names:
            continue
        words = re.sub(r"[\d.,%]+", " ", claim.quote.exact)
        spoken = language(detect(words))
        if spoken is not None and len(words.split()) >= _QUOTE_WORDS:
            names[claim.metric].append(canonical_words(words, spoken))
    taken = frozenset({*registry.claims, *registry.metrics, *registry.unread})
    return Known(
        registry.metrics,
        names,
        taken,
        {metric: " ; ".join(each) for metric, each in sources.items()},
        {metric: frozenset(days) for metric, days in moments.items()},
        {metric: frozenset(each) for metric, each in values.items()},
        {metric: tuple(each) for metric, each in told.items()},
    )


def draft_document(
    path: Path, document: str, request: Request, *, code: str = "", replacing: Path | None = None
) -> Drafted:
    """Draft a claim file from a document; UsageError where it, or its language, cannot be read.

    ``document`` is the name that the claim file gives it. What the file ``replacing`` holds is not known: the draft is
    to be written over it.
    """
    text = read_text(path)
    code = code or detect(text)
    found = language(code)
    words = statement_words(found) if found else None
    if found is None or words is None:
        raise UsageError(
            f"No language is called {code}. Known: {', '.join(known_languages())}.",
            f"Không có ngôn ngữ nào tên là {code}. Các ngôn ngữ: {', '.join(known_languages())}.",
        )
    texts = _registry_texts(request, replacing)
    registry = load_registry((), request.base, texts).registry
    known = known_of(registry, found)
    known_as = next((name for name, source in registry.sources.items() if source.document == document), "")
    barred: dict[int, frozenset[str]] = {}
    for _ in range(_ROUNDS):
        draft = compose(text, document, found, words, known._replace(barred=dict(barred)))
        draft = replace(draft, id=fresh(draft.id, registry.sources))
        drafted = _checked(draft, texts, request, known_as)
        clashes = _clashes(drafted, registry)
        if not clashes:
            break
        barred = {
            start: barred.get(start, frozenset()) | clashes.get(start, frozenset()) for start in {*barred, *clashes}
        }
    return drafted


def _clashes(drafted: Drafted, registry: Registry) -> dict[int, frozenset[str]]:
    """Return the metrics that figures were guessed to be of, and which the registry's own figures speak against.

    A metric that the words leave no doubt of stays: then the two documents really differ.
    """
    drafted_claims = {claim.id: claim for claim in drafted.draft.claims if claim.metric in registry.metrics}
    found: dict[int, frozenset[str]] = {}
    for finding in drafted.findings:
        involved = [drafted_claims[name] for name in finding.fault.claims if name in drafted_claims]
        if finding.rule in _DIFFERENCES:
            # Two figures of one time that cannot both be true, of which one is said of something narrower.
            is_apart = finding.severity is Severity.ERROR
            # Where both are the text's own, only that tells them apart.
            both = not any(name in registry.claims for name in finding.fault.claims)
            doubtful = [
                claim
                for claim in involved
                if (is_apart and claim.apart) or (not both and (claim.score < _CERTAIN or claim.rivals))
            ]
        elif finding.rule in _ARITHMETIC and finding.fault.place.path != "<draft>" and involved:
            doubtful = [min(involved, key=lambda claim: (claim.score, claim.id))]
        else:
            continue
        for claim in doubtful:
            found[claim.start] = found.get(claim.start, frozenset()) | {claim.metric}
    return found


def _registry_texts(request: Request, without: Path | None) -> tuple[tuple[str, bytes], ...]:
    paths = [path for root in request.roots for path in registry_files(root)[0]]
    if without is not None and without.exists():
        paths = [path for path in paths if not path.samefile(without)]
    return tuple((shown_path(path, request.base), path.read_bytes()) for path in paths)


def _checked(draft: Draft, texts: tuple[tuple[str, bytes], ...], request: Request, known_as: str) -> Drafted:
    """Take out, round by round, what a check would call broken; what is wrong in the document stays."""
    name = "<draft>"
    for _ in range(_ROUNDS):
        text = draft_text(draft)
        findings = _about(draft, (*texts, (name, text.encode())), request)
        broken = {claim for each in findings if each.rule in _BROKEN for claim in each.fault.claims}
        relations = {
            each.fault.place.line for each in findings if each.rule in _ARITHMETIC and each.fault.place.path == name
        }
        guessed = _without_relations(draft, relations, text)
        if not broken and guessed == draft:
            return Drafted(draft, text, findings, known_as)
        draft = without_claims(guessed, broken, "refused") if broken else guessed
    return Drafted(draft, draft_text(draft), findings, known_as)


def _without_relations(draft: Draft, lines: Iterable[int], text: str) -> Draft:
    """Return a draft without the relations of some lines, but for those that the document means."""
    written = text.split("\n")
    gone = {written[line - 1] for line in lines}
    kept = (each for each in draft.relations if each in draft.meant or not any(each in line for line in gone))
    return replace(draft, relations=tuple(kept))


def _about(draft: Draft, texts: tuple[tuple[str, bytes], ...], request: Request) -> tuple[Finding, ...]:
    """Check the registry with a draft in it, and return what concerns the draft, notes left out."""
    ids = {claim.id for claim in draft.claims}
    report = check_registry(replace(request, roots=(), only=(), texts=texts, since="", baseline=None))
    return tuple(
        each
        for each in report.findings
        if each.severity is not Severity.NOTE
        and (each.fault.place.path == "<draft>" or any(claim in ids for claim in each.fault.claims))
    )


def no_figures(document: Path) -> NothingToCheckError:
    """Return the error of a document in whose prose no figure was found."""
    return NothingToCheckError(
        f"{document}: no figure was found in its prose; nothing was written. factcheck scan lists what its digits are.",
        f"{document}: không thấy số liệu nào trong lời văn; chưa ghi gì. factcheck scan liệt kê mọi chữ số trong đó.",
    )


def write_draft(drafted: Drafted, path: Path, *, force: bool) -> None:
    """Write a draft; UsageError where the file exists, unless forced."""
    if path.exists() and not force:
        raise UsageError(
            f"{path} exists; nothing was written. Name another file with -o, or overwrite it with --force.",
            f"{path} đã có; chưa ghi gì. Hãy chọn tệp khác bằng -o, hoặc ghi đè bằng --force.",
        )
    write_whole(path, drafted.text)
