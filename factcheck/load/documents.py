"""Files to documents, and where a source's file lies."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

from factcheck.load.readers import readers
from factcheck.model.document import Document, Unreadable

EXTRA = "pip install 'factcheck[documents]'"
_LARGEST = 256 * 1024 * 1024
_SAVE_AS = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".csv", ".xlsx": ".csv"}


def read_document(path: Path) -> Document | Unreadable:
    """Read a file as a document; what cannot be read is said, with what to do next."""
    data = read_bytes(path)
    return data if isinstance(data, Unreadable) else parse_document(path.name, data)


def read_bytes(path: Path) -> bytes | Unreadable:
    """Return what a file holds; no device, pipe or folder, and nothing beyond 256 MB."""
    try:
        if not path.exists():
            return Unreadable("there is no such file; check the path", "không có tệp này; hãy xem lại đường dẫn")
        if not path.is_file():
            return Unreadable("it is no file; name a file", "không phải tệp; hãy ghi tên một tệp")
        if path.stat().st_size > _LARGEST:
            return Unreadable("it is larger than 256 MB; split it", "lớn hơn 256 MB; hãy chia nhỏ")
        return path.read_bytes()
    except OSError as error:
        return Unreadable(
            f"it cannot be read: {error.strerror}; check that it may be",
            f"không đọc được: {error.strerror}; hãy kiểm tra quyền đọc",
        )


def parse_document(name: str, data: bytes) -> Document | Unreadable:
    """Read the bytes of a document as the type that the ending of its name tells."""
    suffix = Path(name).suffix.lower()
    reader = readers().get(suffix)
    if reader is None:
        known = ", ".join(readers())
        better = _SAVE_AS.get(suffix, ".txt")
        return Unreadable(
            f"documents of type {suffix or '(none)'} are not read ({known} are); save it as {better}",
            f"không đọc được loại tệp {suffix or '(không có đuôi)'} (chỉ đọc {known}); hãy lưu dạng {better}",
        )
    try:
        return reader(data)
    except ImportError:
        return Unreadable(
            f"reading {suffix} needs an extra; run: {EXTRA}", f"đọc {suffix} cần phần bổ sung; hãy chạy: {EXTRA}"
        )


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as ``sha256`` in a claim file holds it."""
    import hashlib  # noqa: PLC0415 - only what was pinned needs it

    return hashlib.sha256(data).hexdigest()


def leads_out(name: str) -> bool:
    """Whether a name is no path inside a folder by its looks alone: absolute, with a drive, or with ``..``."""
    windows = PureWindowsPath(name)
    return (
        PurePosixPath(name).is_absolute()
        or bool(windows.drive or windows.root)
        or ".." in (*PurePosixPath(name).parts, *windows.parts)
        or "\0" in name
    )


def locate(folder: Path, name: str) -> Path | None:
    """Return the path of a document in the documents folder; None where it would lead out, by a link too."""
    if leads_out(name):
        return None
    path = folder / name
    try:
        inside = os.path.realpath(path)
        root = os.path.realpath(folder)
    except (OSError, ValueError):
        return None
    return path if Path(inside).is_relative_to(root) else None
