"""Registry files as they stood at a git revision."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.load.files import SUFFIXES
from factcheck.model.said import SaidError
from factcheck.model.unchecked import Why

_NO_REPOSITORY = Why("is not inside a git repository", "không nằm trong kho git")
_CANNOT_BE_LISTED = Why("cannot be listed", "không liệt kê được")


class RevisionError(SaidError):
    """A revision that cannot be read; the message says what to do."""


@contextmanager
def at_revision(revision: str, roots: tuple[Path, ...], base: Path) -> Iterator[tuple[list[Path], Path]]:
    """Copy the registry files of a revision into a folder of their own, for as long as they are needed.

    Yields a path for each root, and the folder that stands for ``base``: shown relative to it, a copy has
    the path of its original. Only regular files are copied. RevisionError where there is no repository, no
    such revision, or no git.
    """
    if not roots:
        raise RevisionError(
            "A revision needs a registry in files, not on standard input.",
            "So sánh với một phiên bản cần sổ nằm trong tệp, không phải từ đầu vào chuẩn.",
        )
    here = next(folder for folder in (roots[0], *roots[0].parents) if folder.is_dir())
    top = Path(_git(here, "rev-parse", "--show-toplevel", problem=_NO_REPOSITORY).strip())
    commit = _commit(top, revision)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        copies = [_copy(top, commit, root, base, folder) for root in roots]
        yield copies, folder


def _commit(top: Path, revision: str) -> str:
    """Return the commit that a revision names; ``REV...`` is where the current branch left REV."""
    name = revision.removesuffix("...")
    if name.startswith("-") or not name:
        raise RevisionError(f"{revision!r} is no revision.", f"{revision!r} không phải là phiên bản (revision).")
    problem = Why(
        f"has no revision {name!r} (in CI, fetch the whole history: fetch-depth: 0)",
        f"không có phiên bản (revision) {name!r} (trong CI, hãy tải toàn bộ lịch sử: fetch-depth: 0)",
    )
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", problem=problem)
    if name == revision:
        return commit.strip()
    return _git(top, "merge-base", commit.strip(), "HEAD", problem=_no_common_history(name)).strip()


def _no_common_history(name: str) -> Why:
    return Why(f"has no common history with {name!r}", f"không có lịch sử chung với {name!r}")


def _copy(top: Path, commit: str, root: Path, base: Path, folder: Path) -> Path:
    """Copy what one root held, and return where; there may have been nothing."""
    within = root.resolve().relative_to(top.resolve()).as_posix()
    shown = root.absolute()
    target = folder / (shown.relative_to(base) if shown.is_relative_to(base) else Path("elsewhere") / within)
    listing = _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", within, problem=_CANNOT_BE_LISTED)
    for entry in filter(None, listing.split("\0")):
        about, _, name = entry.partition("\t")
        mode, _, blob = about.split(" ")
        if name.lower().endswith(SUFFIXES) and mode.startswith("100"):
            inside = Path(name).relative_to(within) if within != "." else Path(name)
            path = target / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_git_bytes(top, "cat-file", "blob", blob))
    return target


def _git(folder: Path, *arguments: str, problem: Why) -> str:
    try:
        result = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise RevisionError(
            "git is not installed, so no revision can be read.",
            "Chưa cài git nên không đọc được phiên bản nào.",
        ) from None
    if result.returncode:
        said = result.stderr.decode("utf-8", "replace").strip().splitlines()
        words = f" (git says: {said[0]})" if said and "not a git repository" not in said[0] else ""
        raise RevisionError(f"{folder} {problem.en}{words}.", f"{folder} {problem.vi}{words}.")
    return result.stdout.decode("utf-8", "surrogateescape")


def _git_bytes(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout  # noqa: S603, S607
