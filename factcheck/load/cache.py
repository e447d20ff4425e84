"""What was worked out before, kept beside the registry under a name made of everything that it was made from.

A folder of files: safe to delete at any time, and safe with several processes at once, since an entry is written
whole under its own name and never changed. An entry counts only if it bears a seal that needs a secret of this
user on this machine, so that nothing which came with a repository is ever believed, or even unpickled.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import factcheck
from factcheck.load.content import sha256
from factcheck.model.record import record

FOLDER = ".factcheck-cache"
# The bytes of a SHA-256.
_SEAL = 32
_SECRET = 32
RECORD_DIGEST = 16
_OLDEST = 30 * 24 * 3600
_ABOUT = {
    ".gitignore": "# Made by factcheck; it can be deleted at any time.\n*\n",
    # By which backups and searches know a cache (https://bford.info/cachedir/).
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by factcheck.\n",
}


@record(frozen=True, slots=True)
class Cache:
    """A folder of sealed entries; ``maker`` stands for the program and the Python that made them."""

    folder: Path
    secret: bytes
    maker: str

    def name(self, kind: str, *parts: object) -> str:
        """Return the name of what a kind of work gives for these parts, all of them texts, numbers or bytes."""
        return digest_of(repr((kind, self.maker, *parts)).encode())

    def get(self, name: str) -> object | None:
        """Return an entry; None where there is none, or none that can be believed."""
        path = self._path(name)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        import hmac  # noqa: PLC0415 - only an entry that is there needs it

        payload = memoryview(data)[_SEAL:]
        if not hmac.compare_digest(data[:_SEAL], self._seal(name, payload)):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        import pickle  # noqa: PLC0415 - only an entry that is there and sealed needs it

        entry: object = pickle.loads(payload)  # noqa: S301 - only what this user's own factcheck has sealed
        return entry

    def put(self, name: str, entry: object) -> None:
        """Keep an entry; where that cannot be done, it is not kept."""
        import pickle  # noqa: PLC0415 - only where there is something to keep

        payload = pickle.dumps(entry, protocol=5)
        path = self._path(name)
        # No other process has this name, and tempfile would take longer to load than all entries to write.
        temporary = path.with_name(f"{path.name}.{os.getpid()}-{time.time_ns()}")
        with contextlib.suppress(OSError):
            if not path.parent.is_dir():
                self._prepare()
                path.parent.mkdir(exist_ok=True)
            try:
                with open(temporary, "xb", opener=_private) as file:
                    file.write(self._seal(name, payload))
                    file.write(payload)
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Delete what has not been used for a month."""
        oldest = time.time() - _OLDEST
        with contextlib.suppress(OSError):
            for path in self.folder.glob("??/*"):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name[2:]

    def _prepare(self) -> None:
        self.folder.mkdir(exist_ok=True)
        for name, text in _ABOUT.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def _seal(self, name: str, payload: bytes | memoryview) -> bytes:
        import hmac  # noqa: PLC0415 - as for ``get``

        made = hmac.new(self.secret, name.encode(), "sha256")
        made.update(payload)
        return made.digest()


def open_cache(folder: Path) -> Cache | None:
    """Return the cache in a folder, which need not exist yet; None where this user can keep no secret."""
    secret = _secret()
    return Cache(folder, secret, _maker()) if secret else None


def digest_of(data: bytes) -> str:
    """Return what stands for the content of a file."""
    return sha256(data).hex()


def record_digest(data: bytes) -> bytes:
    """Return what stands for a packed record, in RECORD_DIGEST bytes."""
    return sha256(data)[:RECORD_DIGEST]


def _maker() -> str:
    """Return what stands for this program, down to its files, and for the Python that runs it."""
    files = sorted(_states(os.path.dirname(factcheck.__file__)))  # noqa: PTH120 - a path for each file takes long
    return digest_of(repr((factcheck.__version__, sys.version, files)).encode())


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield the Python files below a folder, each with its size and when it was last changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _states(entry.path)


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _secret() -> bytes:
    """Return the secret of this user, made when it is first needed; empty where it cannot be kept."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = (Path(home) if home else Path.home() / ".cache") / "factcheck"
        path = folder / "secret"
        if not path.exists():
            import tempfile  # noqa: PLC0415 - once for each user

            folder.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(os.urandom(_SECRET))
            # Of two processes that begin at once, the one that comes second takes the secret of the first.
            with contextlib.suppress(FileExistsError):
                os.link(temporary, path)
            Path(temporary).unlink()
        found = path.read_bytes()
    except (OSError, RuntimeError):
        return b""
    return found if len(found) == _SECRET else b""
