"""``factcheck fmt``: claim files into the house order, each written whole or not at all."""

from __future__ import annotations

import difflib
from pathlib import Path

from factcheck.load.events import YamlFault
from factcheck.load.files import Undecodable, decode, encode_like, registry_files, shown_path
from factcheck.load.tidy import ChangedMeaningError, tidy
from factcheck.model.record import record
from factcheck.model.said import SaidError
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import Request


@record(frozen=True, slots=True)
class Tidied:
    """One file: as it was, as it should be, and why it was refused where it was."""

    path: Path
    shown: str
    before: str = ""
    after: str = ""
    data: bytes = b""
    refused: SaidError | None = None

    @property
    def differs(self) -> bool:
        """Whether the file is not in the house order."""
        return self.before != self.after

    def difference(self) -> str:
        """Return the change as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), self.shown, self.shown
        )
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def write(self) -> None:
        """Write the file in the house order, in the encoding that it had; UsageError where that fails."""
        write_whole(self.path, encode_like(self.after, self.data))


def tidy_files(request: Request) -> list[Tidied]:
    """Put every file that the request counts into the house order, in memory."""
    found: list[Tidied] = []
    for root in request.roots:
        for path in registry_files(root)[0]:
            shown = shown_path(path, request.base)
            if not request.only or any(shown == each or shown.startswith(f"{each}/") for each in request.only):
                found.append(_tidied(path, shown))
    return found


def _tidied(path: Path, shown: str) -> Tidied:
    try:
        data = path.read_bytes()
    except OSError as error:
        return Tidied(path, shown, refused=_unread(shown, error.strerror or "", error.strerror or ""))
    text = decode(data)
    if isinstance(text, Undecodable):
        where = f"{shown}:{text.line}:{text.column}"
        return Tidied(
            path,
            shown,
            refused=_unread(where, f"{text.detail}; save it as UTF-8", f"{text.detail}; hãy lưu dạng UTF-8"),
        )
    try:
        return Tidied(path, shown, text, tidy(text), data)
    except YamlFault as fault:
        where = f"{shown}:{fault.line}:{fault.column}"
        detail = "it holds a second document" if fault.wording == "second-document" else fault.detail or fault.wording
        return Tidied(path, shown, refused=_unread(where, f"{detail}; mend the YAML", f"{detail}; hãy sửa YAML"))
    except ChangedMeaningError:
        return Tidied(
            path,
            shown,
            refused=_unread(
                shown,
                "its lines cannot be put in order without changing what they say; move its keys by hand",
                "không thể sắp lại các dòng mà giữ nguyên nghĩa; hãy tự sắp lại các khóa",
            ),
        )


def _unread(where: str, en: str, vi: str) -> SaidError:
    return SaidError(f"{where}: left as it is: {en}.", f"{where}: giữ nguyên: {vi}.")
