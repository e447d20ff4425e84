"""The files of a registry as they are on disk: which they are, and whether they may have changed."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.cache import Cache, open_cache
from factcheck.load.files import files_under, shown_path
from factcheck.model.record import NamedTuple
from factcheck.model.unchecked import Unchecked
from factcheck.pipeline.plan import Request

# Fewer bytes of claim files than these are a few dozen figures, checked before anyone has looked up.
_WORTH_KEEPING = 16_000


class Listing(NamedTuple):
    """The paths of a registry's files with their names in reports, what was passed over, and their size in bytes."""

    paths: tuple[tuple[Path, str], ...]
    passed_over: tuple[Unchecked, ...]
    size: int


def list_files(roots: tuple[Path, ...], base: Path) -> Listing:
    """Return the YAML files under ``roots``, each once."""
    found, passed_over = files_under(roots)
    paths = tuple((path, shown_path(path, base)) for path in found)
    return Listing(paths, tuple(passed_over), sum(_size(path) for path in found))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def cache_for(request: Request, listing: Listing) -> Cache | None:
    """Return the cache that a check may use; None where it may not, or where that would not pay."""
    if request.cache is None or request.texts or listing.size < _WORTH_KEEPING:
        return None
    return open_cache(request.cache)


def state_of(path: Path) -> tuple[int, ...]:
    """Return what changes whenever a file does; empty where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
