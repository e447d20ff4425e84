"""Plain text."""

from __future__ import annotations

from factcheck.load.encodings import decode_text
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".txt", ".text")


def read(data: bytes) -> Document | Unreadable:
    """Read plain text; its lines are the file's."""
    text = decode_text(data)
    return Document(_lines(text)) if isinstance(text, str) else text


def _lines(text: str) -> str:
    # Line ends are made one, so that a line is what an editor shows as one.
    return text.replace("\r\n", "\n").replace("\r", "\n")
