"""Where the lines of a scan go: standard output, files of JSON lines, Parquet files."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Protocol

from factcheck.model.record import NamedTuple
from factcheck.pipeline.plan import STDIN, UsageError
from factcheck.report.parquet import EXTRA, ParquetLines

_BY_SUFFIX = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
FORMATS = ("jsonl", "parquet")


class Target(NamedTuple):
    """One file to write, and the format to write it in."""

    format: str
    path: Path


class Sink(Protocol):
    """Takes finished lines, and in the end keeps them or, after a failure, drops what can be dropped."""

    def write(self, lines: bytes) -> None:
        """Add finished lines."""

    def close(self, *, keep: bool) -> None:
        """Keep or drop what was written."""


def parse_target(given: str) -> Target:
    """Read ``FORMAT=FILE``, or a file whose ending tells the format; UsageError otherwise."""
    name, equals, file = given.partition("=")
    if STDIN in (given, file):
        raise UsageError(
            f"-o {given}: standard output takes lines; choose them with --output-format jsonl.",
            f"-o {given}: đầu ra chuẩn chỉ nhận các dòng; hãy chọn bằng --output-format jsonl.",
        )
    target = Target(name, Path(file)) if equals and name in FORMATS and file else None
    if target is None:
        path = Path(given)
        known = _BY_SUFFIX.get(path.suffix.lower())
        if known is None:
            endings = ", ".join(_BY_SUFFIX)
            raise UsageError(
                f"-o {given}: the ending tells no format. Write FORMAT=FILE (one of {', '.join(FORMATS)}), or end the "
                f"file's name in {endings}.",
                f"-o {given}: đuôi tệp không cho biết định dạng. Viết FORMAT=FILE (một trong {', '.join(FORMATS)}), "
                f"hoặc đặt tên tệp kết thúc bằng {endings}.",
            )
        target = Target(known, path)
    if target.format == "parquet" and find_spec("pyarrow") is None:
        raise UsageError(
            f"-o {given}: writing Parquet needs an extra; run: {EXTRA}",
            f"-o {given}: ghi Parquet cần phần bổ sung; hãy chạy: {EXTRA}",
        )
    return target


def choose_printed(given: str | None, targets: Sequence[Target]) -> str:
    """Return what is printed: as given, else a table where no file is written, else nothing."""
    if given == "table" and targets:
        raise UsageError(
            "-o writes quantities while they are found, and a table cannot be printed beside that. Leave out "
            "--output-format, or make it jsonl.",
            "-o ghi số liệu ngay trong khi quét, không thể in bảng kèm theo. Hãy bỏ --output-format, hoặc chọn jsonl.",
        )
    return given or ("" if targets else "table")


class PrintedLines:
    """Standard output; what is printed stays."""

    def write(self, lines: bytes) -> None:
        """Print lines at once, so that a reader sees them and an interruption loses none."""
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()

    def close(self, *, keep: bool) -> None:
        """Nothing is left to do."""


class WrittenFile:
    """A file that appears, whole, when it is closed; UsageError where it cannot be written.

    What is no regular file (a device, a pipe) is written to as it is, never replaced. A link is followed.
    """

    def __init__(self, target: Target) -> None:
        self._path = target.path
        self._temporary: Path | None = None
        with self._told():
            self._real = target.path.resolve()
            if self._real.exists() and not self._real.is_file():
                self._file: IO[bytes] = self._real.open("wb")
            else:
                mode = self._real.stat().st_mode & 0o7777 if self._real.exists() else 0o644
                descriptor, name = tempfile.mkstemp(dir=self._real.parent, prefix=f".{self._real.name}.")
                self._temporary = Path(name)
                self._temporary.chmod(mode)
                self._file = os.fdopen(descriptor, "wb")
            self._table = ParquetLines(self._file) if target.format == "parquet" else None

    def write(self, lines: bytes) -> None:
        """Add finished lines."""
        with self._told():
            (self._table or self._file).write(lines)

    def close(self, *, keep: bool) -> None:
        """Put the file in its place; else leave nothing behind."""
        with self._told():
            try:
                if keep and self._table:
                    self._table.close()
                self._file.close()
                if keep and self._temporary:
                    self._temporary.replace(self._real)
            finally:
                if self._temporary:
                    self._temporary.unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = error.strerror or str(error)
            raise UsageError(
                f"{self._path} cannot be written: {why}.", f"Không ghi được {self._path}: {why}."
            ) from None
