"""``factcheck lint``: the figures of new texts against the registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.load.documents import read_document
from factcheck.load.files import decode
from factcheck.load.registry import load_registry, resting_collector
from factcheck.model.document import Document, Unreadable
from factcheck.model.exact import plain
from factcheck.model.format import format_interval
from factcheck.model.lint import Checked, Reason, Standing
from factcheck.model.quantity import Quantity
from factcheck.model.record import field, record
from factcheck.model.registry import Metric
from factcheck.model.view import View
from factcheck.pipeline.draft import known_of
from factcheck.pipeline.plan import STDIN, Request, UsageError, read_stdin
from factcheck.pipeline.view import build_view
from factcheck.read.language import Language
from factcheck.read.languages import detect, known_languages, language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.about import doubt_of_others
from factcheck.read.statements.likeness import Metrics, surroundings
from factcheck.read.statements.links import find_links
from factcheck.read.statements.lookup import Answer, Candidate, by_metric, look_up
from factcheck.read.statements.page import publisher_of, read_page
from factcheck.read.statements.published import published_on
from factcheck.read.statements.reading import read_statements
from factcheck.read.statements.repeated import Asked, Numbers, by_numbers
from factcheck.read.statements.scope import Scope, lead_of
from factcheck.read.statements.swapped import doubt_swapped
from factcheck.read.statements.words import StatementWords, statement_words
from factcheck.read.text import uniform
from factcheck.report.lints import render_lint

_WORDS_AROUND = 60
_MOST_APART = 3
_UNKNOWN = {"en": "The registry knows no figure like this.", "vi": "Sổ không có số liệu nào như vậy."}
_WORDINGS: dict[Reason | Standing, dict[str, str]] = {
    Standing.AGREES: {
        "en": "“{text}” agrees with {words}: {label}, {period}, {source}.",
        "vi": "“{text}” khớp với {words}: {label}, {period}, {source}.",
    },
    Standing.SAME_NUMBER: {
        "en": "“{text}” is the number of {words}, {label}, {period}: {source}. The words do not tell whether the text "
        "means the same.",
        "vi": "“{text}” trùng con số trong {words}, {label}, {period}: {source}. Lời văn không cho biết văn bản có nói "
        "về cùng một thứ hay không.",
    },
    Reason.APART: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) cannot both be true of {label}, {period}: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) không thể cùng đúng về {label}, {period}: {source}.",
    },
    Reason.UNDATED: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) cannot both be true of {label} if the text, which names no "
        "time, means {period}: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) không thể cùng đúng về {label} nếu văn bản, vốn không nêu thời "
        "gian, nói về {period}: {source}.",
    },
    Reason.LIKELY_APART: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) are both true of {label}, {period}, only if one of them was "
        "written for a number further off than its words say: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) chỉ cùng đúng về {label}, {period}, nếu một trong hai được viết "
        "cho một số xa hơn lời văn diễn đạt: {source}.",
    },
    Reason.OTHER_WORDS: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) cannot both be true of {label}, {period}, if the text, which "
        "says “{apart}” besides, means the same: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) không thể cùng đúng về {label}, {period}, nếu văn bản, vốn còn "
        "nói “{apart}”, nói về cùng một thứ: {source}.",
    },
    Reason.ONE_PART: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) cannot both be true of {label}, {period}, if the text means "
        "{dimensions} alone: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) không thể cùng đúng về {label}, {period}, nếu văn bản chỉ nói "
        "về {dimensions}: {source}.",
    },
    Reason.ESTIMATED: {
        "en": "“{text}” ({mine}) and {words} ({theirs}), of which one is an estimate, differ on {label}, {period}: "
        "{source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}), trong đó một số là ước tính, khác nhau về {label}, {period}: "
        "{source}.",
    },
    Reason.OTHER_NUMBER: {
        "en": "“{text}” stands where {words} has another number, of {label}, {period}, though both can be true: "
        "{source}.",
        "vi": "“{text}” khác con số trong {words}, về {label}, {period}, dù cả hai có thể cùng đúng: {source}.",
    },
    Reason.SWAPPED: {
        "en": "“{text}” and another number of the sentence seem to have changed places: {words} has the other one, of "
        "{label}, {period}: {source}.",
        "vi": "“{text}” và một con số khác trong câu dường như bị đổi chỗ: {words} có con số kia, về {label}, "
        "{period}: {source}.",
    },
    Reason.OTHER_BODY: {
        "en": "“{text}” ({mine}) and {words} ({theirs}) cannot both be true of {label}, {period}, if the text, which "
        "does not name {publisher}, means the same body: {source}.",
        "vi": "“{text}” ({mine}) và {words} ({theirs}) không thể cùng đúng về {label}, {period}, nếu văn bản, vốn "
        "không nhắc đến {publisher}, nói về cùng một cơ quan, đơn vị: {source}.",
    },
    Reason.SLIP: {
        "en": "“{text}” ({mine}) is one slip away from {words} ({theirs}): both cannot be true if the text means "
        "{label}, {period}: {source}.",
        "vi": "“{text}” ({mine}) chỉ lệch một lỗi gõ so với {words} ({theirs}): không thể cùng đúng nếu văn bản nói về "
        "{label}, {period}: {source}.",
    },
}


@record(slots=True)
class Linter:
    """A registry ready to be asked; what it knows of a language is worked out once."""

    view: View
    _metrics: dict[str, Metrics]
    _candidates: dict[str, list[Candidate]]
    _numbers: Numbers
    _names: dict[str, Mapping[str, Iterable[tuple[str, ...]]]] = field(default_factory=dict)
    _units: dict[str, frozenset[str]] = field(default_factory=dict)

    @staticmethod
    def of(request: Request) -> Linter:
        """Load a registry."""
        view, _ = build_view(load_registry(request.roots, request.base, request.texts), request.as_of)
        candidates = (Candidate.of(figure, view.agreeing.get(name)) for name, figure in view.figures.items())
        return Linter(view, {}, by_metric(candidates), Numbers.of(view.figures.values()))

    def check(self, path: str, text: str, code: str = "", lang: str = "en") -> Iterator[Checked]:
        """Yield every figure of a text's prose with how it stands; UsageError where the language is not known."""
        found, words = _language(code or detect(text))
        made, spot_of = uniform(text), Document(text).spots()
        page = read_page(text)
        metrics = self._metrics_in(found, words)
        reading = read_statements(page, found, words, published_on(page, words), self._units[found.code])
        links = find_links(page, reading.statements, words)
        publisher = canonical_words(publisher_of(page, words), found)
        asked: list[Asked] = []
        for number, statement in enumerate(reading.statements):
            around = surroundings(page, reading.statements, number, links, found, words)
            matches = metrics.matches(statement, around, publisher)
            lead = lead_of(page, reading.statements, number)
            scope = Scope(page, statement, lead, found, words, self._names[found.code], reading.times)
            answer = look_up(page, statement, matches, self._candidates, words, scope.apart)
            asked.append(Asked(statement, matches, answer))
        answers = doubt_swapped(asked, by_numbers(asked, self._numbers, metrics.fits), words)
        answers = doubt_of_others(page, answers, found, words)
        for statement, answer in zip(reading.statements, answers, strict=True):
            for quantity in (statement.quantity, *statement.repeats):
                start, end = made.original(quantity.start), made.original(quantity.end)
                spot = spot_of(start)
                yield Checked(
                    path=path,
                    line=spot.line,
                    column=spot.column,
                    start=start,
                    end=end,
                    words=_around(page.text, quantity.start, quantity.end),
                    quantity=quantity,
                    standing=answer.standing,
                    period=statement.period if statement.told else "",
                    figure=answer.figure,
                    reason=answer.reason,
                    score=answer.score,
                    message=_message(quantity, answer, lang),
                )

    def _metrics_in(self, found: Language, words: StatementWords) -> Metrics:
        if found.code not in self._metrics:
            known = known_of(self.view.registry, found)
            used: dict[str, Metric] = dict(known.metrics)
            self._metrics[found.code] = Metrics(used, known.names, found, words)
            self._names[found.code] = known.names
            self._units[found.code] = known.units(found)
        return self._metrics[found.code]


def lint_files(paths: tuple[str, ...], request: Request, code: str = "") -> tuple[list[Checked], int]:
    """Hold the figures of texts against the registry; also return how many claims it has.

    UsageError where a text cannot be read.
    """
    checked: list[Checked] = []
    with resting_collector():
        linter = Linter.of(request)
        for path in paths:
            checked += linter.check("<stdin>" if path == STDIN else path, _text(path), code, request.lang)
    return checked, len(linter.view.registry.claims)


def _message(quantity: Quantity, answer: Answer, lang: str) -> str:
    figure = answer.figure
    if figure is None:
        return _UNKNOWN[lang]
    template = _WORDINGS[answer.reason or answer.standing][lang]
    of = f"/{plain(quantity.of)}" if quantity.of is not None else ""
    source = figure.source
    published = f" ({source.published.isoformat()})" if source and source.published else ""
    return template.format(
        text=quantity.text,
        mine=format_interval(quantity.soft, figure.unit if quantity.of is None else "", lang) + of,
        theirs=format_interval(figure.soft, figure.unit if quantity.of is None else "", lang),
        words=figure.words,
        label=figure.metric.label,
        publisher=source.publisher if source else "",
        source=(source.title or source.id) + published if source else "–",
        period=figure.period_text or "–",
        apart="”, “".join(answer.apart[:_MOST_APART]),
        dimensions=", ".join(f"{name} {value}" for name, value in figure.claim.dimensions),
    )


def _text(path: str) -> str:
    if path == STDIN:
        text = decode(read_stdin())
        if isinstance(text, str):
            return text
        raise UsageError(
            f"Standard input is not text: {text.detail}. Send UTF-8.",
            f"Đầu vào chuẩn không phải văn bản: {text.detail}. Hãy gửi UTF-8.",
        )
    found: Document | Unreadable = read_document(Path(path))
    if isinstance(found, Unreadable):
        raise UsageError(f"{path}: {found.en}.", f"{path}: {found.vi}.")
    return found.text


def _language(code: str) -> tuple[Language, StatementWords]:
    found = language(code)
    words = statement_words(found) if found else None
    if found is None or words is None:
        raise UsageError(
            f"No language is called {code}. Known: {', '.join(known_languages())}.",
            f"Không có ngôn ngữ nào tên là {code}. Các ngôn ngữ: {', '.join(known_languages())}.",
        )
    return found, words


def _around(text: str, start: int, end: int) -> str:
    """Return the words around a figure, whole words on one line."""
    before = text[max(0, start - _WORDS_AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _WORDS_AROUND].partition("\n")[0]
    if start > _WORDS_AROUND and len(before) == _WORDS_AROUND:
        before = before.partition(" ")[2]
    if len(after) == _WORDS_AROUND:
        after = after.rpartition(" ")[0]
    return " ".join(f"{before}{text[start:end]}{after}".split())


__all__ = ["Linter", "lint_files", "render_lint"]
