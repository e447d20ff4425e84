"""How far a long command has come: on a terminal's standard error, and nowhere else."""

from __future__ import annotations

import os
import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck.model.format import format_number

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class Progress:
    """A line that counts documents while they are read; gone when the work is done."""

    def __init__(self, *, shown: bool, lang: str) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        if shown and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            from rich.console import Console  # noqa: PLC0415 - only terminals need it
            from rich.progress import Progress as Bar  # noqa: PLC0415
            from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._task = self._bar.add_task("", total=None)
        self._lang = lang
        self._documents = 0
        self._began = monotonic()

    def __enter__(self) -> Self:
        """Show the line."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it away."""
        if self._bar:
            self._bar.stop()

    def advance(self, documents: int) -> None:
        """Count documents that are done."""
        if self._bar and self._task is not None:
            self._documents += documents
            words = "{} tài liệu, {} mỗi giây" if self._lang == "vi" else "{} documents, {} a second"
            rate = int(self._documents / max(monotonic() - self._began, 0.001))
            shown = (format_number(number, self._lang) for number in (self._documents, rate))
            self._bar.update(self._task, description=words.format(*shown))

    def say(self, line: str) -> None:
        """Print a line, above the count where there is one."""
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            sys.stderr.write(line + "\n")
