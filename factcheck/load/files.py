"""Which files make up a registry, and their text."""

from __future__ import annotations

import codecs
import os
import re
from functools import cache
from pathlib import Path

from factcheck.model.place import Place
from factcheck.model.record import NamedTuple
from factcheck.model.unchecked import Unchecked, Why

SUFFIXES = (".yaml", ".yml")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LEADS_OUT = Why("the link leads out of the registry", "liên kết dẫn ra ngoài sổ")
_LINKED_FOLDER = Why("a linked folder is not followed", "không đi theo thư mục liên kết")


class Undecodable(NamedTuple):
    """Why bytes are no text, and where."""

    line: int
    column: int
    detail: str


def registry_files(root: Path) -> tuple[list[Path], list[Unchecked]]:
    """Return the YAML files under ``root`` in a fixed order, and what was passed over.

    ``root`` may be one file. Hidden folders are skipped; a link that leads out of the folder that was
    named is not followed.
    """
    if root.is_file():
        return [root], []
    if not root.is_dir():
        return [], []
    found: list[Path] = []
    passed_over: list[Unchecked] = []
    inside = root.resolve()
    for parts, path in sorted([(path.relative_to(root).parts, path) for path in root.rglob("*")]):
        if any(part.startswith(".") for part in parts):
            continue
        is_link = path.is_symlink()
        if is_link and path.is_dir():
            passed_over.append(Unchecked(path.name, _LINKED_FOLDER, Place(str(path))))
        elif path.suffix.lower() not in SUFFIXES or not path.is_file():
            continue
        elif not is_link or path.resolve().is_relative_to(inside):
            found.append(path)
        else:
            passed_over.append(Unchecked(path.name, _LEADS_OUT, Place(str(path))))
    return found, passed_over


def files_under(roots: tuple[Path, ...]) -> tuple[list[Path], list[Unchecked]]:
    """Return the YAML files under ``roots``, each once, and what was passed over; a link only where its file is not."""
    files: dict[Path, Path] = {}
    links: dict[Path, Path] = {}
    listed: list[Path] = []
    unchecked: list[Unchecked] = []
    for root in roots:
        found, passed_over = registry_files(root)
        inside = root.resolve()
        for path in found:
            # No folder below the root is a link, and to follow all of a path takes long.
            if path.is_symlink():
                links.setdefault(path.resolve(), path)
            else:
                files.setdefault(inside if path == root else inside / path.relative_to(root), path)
        listed += found
        unchecked += passed_over
    chosen = {*(links | files).values()}
    return [path for path in dict.fromkeys(listed) if path in chosen], unchecked


def shown_path(path: Path, base: Path) -> str:
    """Return a path as reports show it: relative to ``base`` if it lies below, with forward slashes."""
    absolute = path.absolute()
    shown = (absolute.relative_to(base) if absolute.is_relative_to(base) else absolute).as_posix()
    # A name that is not UTF-8 must not make the report so.
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


# In UTF-8, bytes of which none is a part of a character that is not printable to YAML.
_HARMLESS = b"\t\n\r" + bytes({*range(0x20, 0x100)} - {0x7F, 0xC2, 0xED, 0xEF})


@cache
def _not_yaml() -> re.Pattern[str]:
    """Return what YAML 1.1 calls not printable (section 5.1 of its specification)."""
    return re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def decode(data: bytes) -> str | Undecodable:
    """Return the text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one."""
    encoding = "utf-8"
    for mark, name in _BOMS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        line, column = _position(before)
        byte = data[error.start : error.start + 1].hex()
        return Undecodable(line, column, f"byte 0x{byte} is not {encoding.upper()}")
    # Nearly every file is free of what may be such a character, and that is found out ten times as fast.
    suspect = encoding != "utf-8" or data.translate(None, _HARMLESS)
    if suspect and (match := _not_yaml().search(text)):
        line, column = _position(text[: match.start()])
        return Undecodable(line, column, f"control character U+{ord(match[0]):04X}")
    return text


def as_utf8(data: bytes, text: str) -> bytes:
    """Return the bytes that ``text`` was decoded from as UTF-8 without a byte order mark."""
    return text.encode() if any(data.startswith(mark) for mark, _ in _BOMS) else data


def encode_like(text: str, data: bytes) -> bytes:
    """Return text in the encoding that ``data`` is in, byte order mark included."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return mark + text.encode(name)
    return text.encode()


def _position(before: str) -> tuple[int, int]:
    lines = before.split("\n")
    return len(lines), len(lines[-1]) + 1
