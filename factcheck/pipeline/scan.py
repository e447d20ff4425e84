"""``factcheck scan``: documents to quantities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.load.documents import locate, read_bytes, read_document
from factcheck.load.encodings import decode_text
from factcheck.load.readers import readers
from factcheck.load.registry import load_registry
from factcheck.model.document import Document, Unreadable
from factcheck.model.scanned import Scanned
from factcheck.pipeline.plan import STDIN, NothingToCheckError, UsageError, plan, read_stdin
from factcheck.read.documents import scan_document
from factcheck.read.languages import detect, known_languages, language
from factcheck.report.scans import render_lines, render_table

# Texts keep their markup, so that offsets are those of the file.
_AS_TYPED = (".txt", ".text", ".md", ".markdown")


def scan_files(
    paths: tuple[str, ...], code: str | None, *, everything: bool, explain: bool = False
) -> Iterator[Scanned]:
    """Yield what the digits of each text are; UsageError where a file or language cannot be read."""
    if code is not None and language(code) is None:
        raise UsageError(
            f"No language is called {code}. Known: {_known()}.",
            f"Không có ngôn ngữ nào tên là {code}. Các ngôn ngữ: {_known()}.",
        )
    spoken = _Spoken()
    for path in paths:
        document = _document(path)
        named = code or spoken.in_document(path) or detect(document.text)
        found = language(named)
        if found is None:
            raise UsageError(
                f"{path} is in {named!r} by its source, a language that is not read. Known: {_known()}. "
                "--language reads it as one of these.",
                f"{path} theo nguồn là tiếng {named!r}, một ngôn ngữ không đọc được. Các ngôn ngữ: {_known()}. "
                "--language để đọc như một trong số đó.",
            )
        name = "<stdin>" if path == STDIN else path
        yield from scan_document(name, document, found, everything=everything, explain=explain)


def _known() -> str:
    return ", ".join(known_languages())


class _Spoken:
    """The languages of documents that a registry names as the files of its sources; loaded when first asked."""

    def __init__(self) -> None:
        self._languages: dict[Path, str] | None = None

    def in_document(self, path: str) -> str:
        """Return the language that a source gives for a file; empty where none does."""
        if path == STDIN:
            return ""
        if self._languages is None:
            self._languages = dict(_languages())
        return self._languages.get(Path(path).resolve(), "")


def _languages() -> Iterator[tuple[Path, str]]:
    """Yield the documents of the registry of the current folder with their languages; none where there is none."""
    try:
        request = plan(use_baseline=False)
    except (UsageError, NothingToCheckError):
        return
    if request.documents is None:
        return
    for source in load_registry(request.roots, request.base).registry.sources.values():
        path = locate(request.documents, source.document) if source.document else None
        if path is not None and source.language:
            yield path.resolve(), source.language


def _document(path: str) -> Document:
    """Read a file: what has a type of its own as such, everything else as text, character for character."""
    suffix = Path(path).suffix.lower()
    if path != STDIN and suffix in readers() and suffix not in _AS_TYPED:
        document = read_document(Path(path))
        if isinstance(document, Unreadable):
            raise _refused(path, document)
        return document
    data = read_stdin() if path == STDIN else read_bytes(Path(path))
    text = data if isinstance(data, Unreadable) else decode_text(data)
    if isinstance(text, Unreadable):
        raise _refused(path, text)
    return Document(text)


def _refused(path: str, why: Unreadable) -> UsageError:
    if path == STDIN:
        return UsageError(f"Standard input: {why.en}.", f"Đầu vào chuẩn: {why.vi}.")
    return UsageError(f"{path}: {why.en}.", f"{path}: {why.vi}.")


__all__ = ["render_lines", "render_table", "scan_files"]
