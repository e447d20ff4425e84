"""The documents that folders and patterns name, in a fixed order, one after the other and never all at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.load.readers import readers
from factcheck.model.document import Unreadable
from factcheck.model.record import NamedTuple

_MAGIC = re.compile(r"[*?[]")


class Found(NamedTuple):
    """A document that was found, or what could not be looked into and why."""

    path: str
    refused: Unreadable | None = None


def is_pattern(name: str) -> bool:
    """Whether a name that is no file or folder is a pattern such as ``docs/**/*.txt``."""
    return bool(_MAGIC.search(name))


def in_folder(folder: str) -> Iterator[Found]:
    """Yield the documents of all known types below a folder."""
    known = tuple(readers())
    return _walk(folder, folder.rstrip("/") + "/", lambda path: path.lower().endswith(known), None)


def matching(pattern: str) -> Iterator[Found]:
    """Yield the files that a pattern matches, whatever their type; ``**`` stands for any folders, or none."""
    parts = pattern.split("/")
    fixed = next(number for number, part in enumerate(parts) if is_pattern(part))
    below = "/".join(parts[:fixed]) + "/" if fixed else ""
    wanted = parts[fixed:]
    depth = None if "**" in wanted else len(wanted)
    return _walk(below or ".", below, lambda path: _fits(path.removeprefix(below).split("/"), wanted), depth)


def _fits(names: list[str], wanted: list[str]) -> bool:
    if not wanted:
        return not names
    if wanted[0] == "**":
        return any(_fits(names[skipped:], wanted[1:]) for skipped in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], wanted[0]) and _fits(names[1:], wanted[1:])


def _walk(folder: str, below: str, keep: Callable[[str], bool], depth: int | None, root: str = "") -> Iterator[Found]:
    """Yield the files below a folder, sorted within each folder; hidden ones and links that lead out are left out.

    ``below`` is what their paths begin with, ``depth`` how many folders deep they may lie.
    """
    root = root or os.path.realpath(folder)
    try:
        with os.scandir(folder) as entries:
            inside = sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError as error:
        yield Found(
            folder,
            Unreadable(
                f"the folder cannot be read: {error.strerror}; check that it may be",
                f"không đọc được thư mục: {error.strerror}; hãy kiểm tra quyền đọc",
            ),
        )
        return
    for entry in inside:
        path = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            if depth is None or depth > 1:
                yield from _walk(path, f"{path}/", keep, None if depth is None else depth - 1, root)
        elif keep(path) and _stays_inside(entry, path, root):
            yield Found(path)


def _stays_inside(entry: os.DirEntry[str], path: str, root: str) -> bool:
    if not entry.is_symlink():
        return entry.is_file()
    real = Path(path).resolve()
    return real.is_file() and real.is_relative_to(root)
