"""``factcheck add``: one claim read, checked against the whole registry, and written at the end of its file."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.append import append_claim
from factcheck.load.events import YamlFault
from factcheck.load.files import Undecodable, decode, encode_like, registry_files, shown_path
from factcheck.load.registry import Loaded, load_registry
from factcheck.load.tidy import ChangedMeaningError
from factcheck.load.write import Value
from factcheck.model.exact import plain
from factcheck.model.finding import Finding
from factcheck.model.ident import fresh, slug
from factcheck.model.quantity import Quantity
from factcheck.model.record import record, replace
from factcheck.model.registry import Registry
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import Request, UsageError
from factcheck.read.language import Language
from factcheck.read.languages import detect, language
from factcheck.read.quotes import read_quote
from factcheck.read.typed import Typed, typed
from factcheck.read.unit_names import unit_scale


@record(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A claim as asked for; what is empty is worked out or left out."""

    metric: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    value: str = ""
    of: str = ""
    comparator: str = ""
    period: str = ""
    unit: str = ""
    decimals: str = ""
    status: str = ""
    note: str = ""
    id: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()


@record(frozen=True, slots=True)
class Added:
    """A claim ready to be written: the file, its new content, the lines that are new, and what a check says of it."""

    path: Path
    shown: str
    lines: str
    content: bytes
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What a check would call an error."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    def write(self) -> None:
        """Write the file whole; UsageError where that fails."""
        write_whole(self.path, self.content)


class Desk:
    """A registry open for one more claim."""

    def __init__(self, request: Request, file: Path | None, source: str) -> None:
        self.request = request
        self._files = {
            shown_path(path, request.base): path for root in request.roots for path in registry_files(root)[0]
        }
        self._texts = {shown: _read(path, shown) for shown, path in self._files.items()}
        self._loaded = self._load(self._texts)
        self.shown = self._file(file, source)
        self._source = source
        if source and source not in self.registry.sources:
            raise UsageError(
                f"No source is called {source}. Known: {', '.join(self.registry.sources) or 'none'}.",
                f"Không có nguồn nào tên là {source}. Các nguồn: {', '.join(self.registry.sources) or 'chưa có'}.",
            )

    @property
    def registry(self) -> Registry:
        """The registry as it stands."""
        return self._loaded.registry

    def _load(self, texts: dict[str, bytes]) -> Loaded:
        return load_registry((), self.request.base, tuple(texts.items()))

    def _file(self, file: Path | None, source: str) -> str:
        if file is not None:
            real = {path.resolve(): shown for shown, path in self._files.items()}
            path = file if file.is_absolute() else self.request.base / file
            if path.resolve() in real:
                return real[path.resolve()]
            raise UsageError(
                f"{file} is no file of this registry. Name one of: {', '.join(self._files)}; or begin one with "
                "factcheck draft.",
                f"{file} không phải tệp của sổ này. Hãy chọn một trong: {', '.join(self._files)}; hoặc tạo bằng "
                "factcheck draft.",
            )
        found = self.registry.sources
        places = {found[name].place.path for name in found if source in ("", name)}
        if len(places) == 1:
            return places.pop()
        raise UsageError(
            f"Name the file to write the claim into: --file FILE ({', '.join(sorted(places)) or 'none has a source'}).",
            f"Hãy ghi tệp để thêm khai báo: --file TỆP ({', '.join(sorted(places)) or 'chưa tệp nào có nguồn'}).",
        )

    @property
    def _file_source(self) -> str:
        return next((name for name, each in self.registry.sources.items() if each.place.path == self.shown), "")

    def readings(self, quote: str) -> tuple[Quantity, ...]:
        """Return the quantities of a quote as its source's language reads them."""
        found = self._language(quote)
        return read_quote(quote, found).quantities if found else ()

    def _language(self, quote: str) -> Language | None:
        source = self.registry.sources.get(self._source or self._file_source)
        return language(source.language) if source and source.language else language(detect(quote))

    def _scale(self, wanted: Wanted) -> int:
        """Return what the unit of a claim multiplies its value by."""
        metric, found = self.registry.metrics.get(wanted.metric), self._language(wanted.quote)
        unit = wanted.unit or (metric.unit if metric else "")
        return unit_scale(unit, found)[0] if found else 1

    def proposed(self, wanted: Wanted) -> Wanted:
        """Fill value, denominator and comparator from the quote, where it leaves no doubt; UsageError where it does."""
        if not wanted.quote:
            return wanted
        scale = self._scale(wanted)
        options = [(quantity, typed(quantity, scale)) for quantity in self.readings(wanted.quote)]
        known = [(quantity, found) for quantity, found in options if found is not None]
        if wanted.value:
            bare = wanted.value.replace("_", "")
            matching = [found for _, found in known if found.value.replace("_", "") == bare]
            return _filled(wanted, matching[0]) if matching and not wanted.comparator and not wanted.of else wanted
        if len(known) == 1:
            return _filled(wanted, known[0][1])
        read = "; ".join(f"“{quantity.text}” = {plain(quantity.value)}" for quantity, _ in options)
        raise UsageError(
            f"The quote holds {'several numbers: ' + read if options else 'no number that can be read'}. "
            "Say which value is meant with --value.",
            f"Trích dẫn có {'nhiều số: ' + read if options else 'không số nào đọc được'}. "
            "Hãy ghi giá trị bằng --value.",
        )

    def claim(self, wanted: Wanted) -> Added:
        """Put a claim into its file, in memory, and check the registry with it; UsageError where that cannot be."""
        name = wanted.id or self._fresh_id(wanted)
        fields = _fields(wanted, name, self._source if self._source != self._file_source else "")
        data = self._texts[self.shown]
        text = decode(data)
        if isinstance(text, Undecodable):
            raise _refused(f"{self.shown}:{text.line}:{text.column}", text.detail)
        try:
            after, lines = append_claim(text, fields)
        except YamlFault as fault:
            raise _refused(f"{self.shown}:{fault.line}:{fault.column}", fault.detail or fault.wording) from None
        except ChangedMeaningError:
            raise UsageError(
                f"{self.shown}: nothing can be put behind its claims. Write them as a list of lines, one - for each.",
                f"{self.shown}: không thêm được vào claims. Hãy viết danh sách theo dòng, mỗi khai báo một dấu -.",
            ) from None
        content = encode_like(after, data)
        return Added(self._files[self.shown], self.shown, lines, content, self._findings(name, content))

    def _findings(self, name: str, content: bytes) -> tuple[Finding, ...]:
        """Return what a check says of the new claim, and of its file that was not said before."""
        before = {found.fingerprint for found in self._checked(self._texts)}
        return tuple(
            each
            for each in self._checked({**self._texts, self.shown: content})
            if name in each.fault.claims
            or name in (other for other, _ in each.fault.related)
            or (each.fault.place.path == self.shown and each.fingerprint not in before)
        )

    def _checked(self, texts: dict[str, bytes]) -> tuple[Finding, ...]:
        request = replace(self.request, roots=(), only=(), texts=tuple(texts.items()), since="", baseline=None)
        return check_registry(request).findings

    def _fresh_id(self, wanted: Wanted) -> str:
        when = slug(f"a {wanted.period.rpartition('/')[2]}")[2:]
        parts = [slug(wanted.metric), *(slug(value) or value for _, value in wanted.dimensions), when]
        base = "-".join(part for part in parts if part) or "claim"
        taken = {*self.registry.claims, *self.registry.metrics, *self.registry.unread}
        return fresh(base, taken)


def _filled(wanted: Wanted, found: Typed) -> Wanted:
    return replace(
        wanted, value=wanted.value or found.value, of=found.of, comparator=wanted.comparator or found.comparator
    )


def _fields(wanted: Wanted, name: str, source: str) -> dict[str, Value]:
    quote: Value = wanted.quote
    if wanted.prefix or wanted.suffix:
        parts = {"exact": wanted.quote, "prefix": wanted.prefix, "suffix": wanted.suffix}
        quote = {key: text for key, text in parts.items() if text}
    given: dict[str, Value] = {
        "id": name,
        "metric": wanted.metric,
        "source": source,
        "quote": quote,
        "value": wanted.value,
        "of": wanted.of,
        "comparator": wanted.comparator,
        "decimals": wanted.decimals,
        "unit": wanted.unit,
        "period": wanted.period,
        "dimensions": dict(wanted.dimensions),
        "status": wanted.status,
        "note": wanted.note,
    }
    return {key: value for key, value in given.items() if value}


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refused(shown, error.strerror or "") from None


def _refused(where: str, detail: str) -> UsageError:
    return UsageError(
        f"{where}: {detail}. Mend the file first; nothing was written.",
        f"{where}: {detail}. Hãy sửa tệp trước; chưa ghi gì.",
    )
