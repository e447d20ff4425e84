"""Files to documents."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.files import decode
from factcheck.model.document import Document, Unreadable


def read_document(path: Path) -> Document | Unreadable:
    """Read a file as a document; what cannot be read is said, with what to do next."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Unreadable(f"it cannot be read: {error.strerror}", f"không đọc được: {error.strerror}")
    text = decode(data)
    if isinstance(text, str):
        return Document(text)
    return Unreadable(
        f"line {text.line}, column {text.column} is not text: {text.detail}; save the file as UTF-8",
        f"dòng {text.line}, cột {text.column} không phải văn bản: {text.detail}; hãy lưu tệp dạng UTF-8",
    )
