"""``factcheck scan``: documents to quantities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.load.files import decode
from factcheck.model.scanned import Scanned
from factcheck.pipeline.plan import STDIN, UsageError, read_stdin
from factcheck.read.documents import scan_document
from factcheck.read.languages import detect, known_languages, language
from factcheck.report.scans import render_lines, render_table


def scan_files(
    paths: tuple[str, ...], code: str | None, *, everything: bool, explain: bool = False
) -> Iterator[Scanned]:
    """Yield what the digits of each text are; UsageError where a file or language cannot be read."""
    if code is not None and language(code) is None:
        raise UsageError(
            f"No language is called {code}. Known: {', '.join(known_languages())}.",
            f"Không có ngôn ngữ nào tên là {code}. Các ngôn ngữ: {', '.join(known_languages())}.",
        )
    for path in paths:
        text = _text(path)
        found = language(code or detect(text))
        if found is not None:
            yield from scan_document(
                "<stdin>" if path == STDIN else path, text, found, everything=everything, explain=explain
            )


def _text(path: str) -> str:
    try:
        data = read_stdin() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", f"Không đọc được {path}: {error.strerror}."
        ) from None
    text = decode(data)
    if isinstance(text, str):
        return text
    raise UsageError(
        f"{path}:{text.line}:{text.column} is not text: {text.detail}. Save the file as UTF-8.",
        f"{path}:{text.line}:{text.column} không phải văn bản: {text.detail}. Hãy lưu tệp dạng UTF-8.",
    )


__all__ = ["render_lines", "render_table", "scan_files"]
