"""The text of a claim file with another ``sha256`` in its source, and nothing else changed."""

from __future__ import annotations

import re

from factcheck.model.registry import Source

_PLAIN_KEY = re.compile(r"[ \t]*(?:\"document\"|'document'|document)[ \t]*:[ \t]+\Z")
_QUOTES = frozenset("\"'")


class CannotPinError(Exception):
    """The source is written in a way that is left alone."""


def with_digest(text: str, source: Source, sha256: str) -> str:
    """Return the text of a claim file with the digest of a source written or replaced.

    ``source`` is what was read from this very text. A new digest goes right after the document: on a line of its own
    with the same indentation, or behind a comma where the source stands in braces. CannotPinError where the
    document or the old digest is not written on one line as it is read (in a block of text, say).
    """
    if "sha256" in source.fields:
        start, end = _span(text, source, "sha256")
        return text[:start] + sha256 + text[end:]
    start, end = _span(text, source, "document")
    if start and text[start - 1] in _QUOTES:
        start, end = start - 1, end + 1
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    if not _PLAIN_KEY.fullmatch(before):
        return f"{text[:end]}, sha256: {sha256}{text[end:]}"
    line_end = text.find("\n", end)
    indent = before[: len(before) - len(before.lstrip(" \t"))]
    if line_end < 0:
        return f"{text}\n{indent}sha256: {sha256}\n"
    ending = "\r\n" if text[line_end - 1] == "\r" else "\n"
    return f"{text[: line_end + 1]}{indent}sha256: {sha256}{ending}{text[line_end + 1 :]}"


def _span(text: str, source: Source, key: str) -> tuple[int, int]:
    """Return where the characters of a value stand, without quotation marks."""
    scalar = source.fields[key]
    start = _offset(text, scalar.line, scalar.column)
    if not scalar.plain:
        if text[start : start + 1] not in _QUOTES:
            raise CannotPinError(key)
        start += 1
    end = start + len(scalar.text)
    if text[start:end] != scalar.text:
        raise CannotPinError(key)
    return start, end


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
