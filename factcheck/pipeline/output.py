"""Where reports go: the format, the files, colours, the width."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.load.files import decode
from factcheck.model.record import NamedTuple, replace
from factcheck.pipeline.plan import STDIN, Request, UsageError
from factcheck.report import formats

if TYPE_CHECKING:
    from factcheck.model.report import Report, RuleCard

_WIDEST = 100
_BY_SUFFIX = {".sarif": "sarif", ".xml": "junit", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".txt": "full"}
_LINKING_TERMINALS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"})


class Rendered(NamedTuple):
    """A report as it is printed, the files to write, and what to add to the summary of a CI job (path and text)."""

    text: str
    files: tuple[tuple[Path, str], ...]
    summary: tuple[str, str] | None = None


class Output(NamedTuple):
    """One file to write, and the format to write it in."""

    format: str
    path: Path


def choose_format(given: str | None, environment: Mapping[str, str]) -> str:
    """Return the format for standard output: as given, by FACTCHECK_OUTPUT_FORMAT, by the CI, else full."""
    name = given or environment.get("FACTCHECK_OUTPUT_FORMAT")
    if not name:
        return "github" if environment.get("GITHUB_ACTIONS") == "true" else "full"
    if name not in formats():
        raise UsageError(
            f"No output format is called {name}. Known: {', '.join(formats())}.",
            f"Không có định dạng nào tên là {name}. Các định dạng: {', '.join(formats())}.",
        )
    return name


def parse_output(given: str) -> Output:
    """Read ``FORMAT=FILE``, or a file whose ending tells the format; UsageError otherwise."""
    name, equals, file = given.partition("=")
    if STDIN in (given, file):
        raise UsageError(
            f"-o {given}: standard output takes one report; choose it with --output-format.",
            f"-o {given}: đầu ra chuẩn chỉ nhận một báo cáo; hãy chọn bằng --output-format.",
        )
    if equals and name in formats() and file:
        return Output(name, Path(file))
    path = Path(given)
    known = _BY_SUFFIX.get(path.suffix.lower())
    if known is None:
        endings = ", ".join(_BY_SUFFIX)
        raise UsageError(
            f"-o {given}: the ending tells no format. Write FORMAT=FILE (one of {', '.join(formats())}), "
            f"or end the file's name in {endings}.",
            f"-o {given}: đuôi tệp không cho biết định dạng. Viết FORMAT=FILE (một trong {', '.join(formats())}), "
            f"hoặc đặt tên tệp kết thúc bằng {endings}.",
        )
    return Output(known, path)


def wants_colour(mode: str, *, terminal: bool, environment: Mapping[str, str]) -> bool:
    """Decide on colours: ``mode`` first, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, then the terminal."""
    if mode != "auto":
        return mode == "always"
    if environment.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environment.get(name, "0") not in ("", "0"):
            return True
    return terminal and environment.get("TERM") != "dumb"


def wants_hyperlinks(*, terminal: bool, colour: bool, environment: Mapping[str, str]) -> bool:
    """Whether the terminal is known to follow hyperlinks."""
    if not (terminal and colour) or "CI" in environment:
        return False
    if environment.get("FORCE_HYPERLINK", "0") not in ("", "0"):
        return True
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _LINKING_TERMINALS
        or "KITTY_WINDOW_ID" in environment
        or "WT_SESSION" in environment
        or (vte.isdigit() and int(vte) >= 5000)  # noqa: PLR2004 - VTE 0.50 was the first to follow them
    )


def choose_lang(given: str | None, environment: Mapping[str, str]) -> str:
    """Return the language of messages: as given, else Vietnamese where the locale is, else English."""
    if given:
        return given
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "vi" if value.lower().startswith("vi") else "en"
    return "en"


class Printing(NamedTuple):
    """How a report is printed, worked out from options, environment and terminal.

    ``summary`` is the file to which a summary in Markdown is added; empty where none is asked for.
    """

    format: str
    outputs: tuple[Output, ...]
    width: int
    colour: bool
    hyperlinks: bool
    quiet: bool
    show_allowed: bool
    summary: str


def choose_printing(
    output_format: str,
    outputs: tuple[Output, ...] = (),
    *,
    colour: str = "auto",
    quiet: bool = False,
    show_allowed: bool = False,
) -> Printing:
    """Decide how a report is printed."""
    environment = os.environ
    terminal = sys.stdout.isatty()
    coloured = wants_colour(colour, terminal=terminal, environment=environment)
    return Printing(
        format=output_format,
        outputs=outputs,
        width=width_of_output(),
        colour=coloured,
        hyperlinks=wants_hyperlinks(terminal=terminal, colour=coloured, environment=environment),
        quiet=quiet,
        show_allowed=show_allowed,
        summary=environment.get("GITHUB_STEP_SUMMARY", "") if output_format == "github" else "",
    )


def render_report(report: Report, request: Request, printing: Printing) -> Rendered:
    """Lay a report out for standard output and for the files that were asked for."""
    # Only a report that is not kept from before is laid out.
    from factcheck.model.report import Layout  # noqa: PLC0415
    from factcheck.report import render  # noqa: PLC0415

    layout = Layout(
        width=printing.width,
        colour=printing.colour,
        hyperlinks=printing.hyperlinks,
        lang=request.lang,
        read_line=line_reader(request),
        address=lambda path: (request.base / path).as_uri(),
        rules=rule_cards(),
        version=__version__,
        quiet=printing.quiet,
        show_allowed=printing.show_allowed,
    )
    plain = replace(layout, width=_WIDEST, colour=False, hyperlinks=False)
    return Rendered(
        text=render(printing.format, report, layout),
        files=tuple((output.path, render(output.format, report, plain)) for output in printing.outputs),
        summary=(printing.summary, render("markdown", report, plain)) if printing.summary else None,
    )


def deliver(rendered: Rendered) -> None:
    """Write the files, then print the report; UsageError where a file cannot be written."""
    for path, text in rendered.files:
        write_whole(path, text)
    sys.stdout.write(rendered.text)
    if rendered.summary:
        name, summary = rendered.summary
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(summary)


def page_text(markdown: str) -> str:
    """Return a page as it is printed: laid out on a terminal, as Markdown anywhere else."""
    if not sys.stdout.isatty():
        return markdown
    from factcheck.report.pages import render_page  # noqa: PLC0415 - only terminals need it

    colour = colour_of_output("auto")
    return render_page(markdown, width_of_output(), colour=colour)


def colour_of_output(mode: str) -> bool:
    """Decide whether a text for standard output has colours; ``mode`` as ``wants_colour`` takes it."""
    return wants_colour(mode, terminal=sys.stdout.isatty(), environment=os.environ)


def width_of_output(widest: int = _WIDEST) -> int:
    """Return how wide a text for standard output may be: as a terminal is, up to ``widest``; so wide anywhere else."""
    if not sys.stdout.isatty():
        return widest
    from shutil import get_terminal_size  # noqa: PLC0415 - only terminals need it

    return min(get_terminal_size().columns, widest)


def rule_cards() -> dict[str, RuleCard]:
    """Return what a report may say of each rule."""
    from factcheck.model.report import RuleCard  # noqa: PLC0415
    from factcheck.rules import catalogue  # noqa: PLC0415 - loads every rule

    return {rule.name: RuleCard(rule.name, rule.summary, rule.page, rule.severities) for rule in catalogue().values()}


def line_reader(request: Request) -> Callable[[str, int], str]:
    """Return a function that gives one line of a registry file; empty where it cannot be read."""
    from factcheck.load.positions import lines_of  # noqa: PLC0415 - only a report that is laid out anew needs it

    texts = dict(request.texts)
    lines: dict[str, list[str]] = {}

    def read_line(path: str, number: int) -> str:
        if path not in lines:
            try:
                text = decode(texts[path] if path in texts else (request.base / path).read_bytes())
            except OSError:
                text = ""
            lines[path] = lines_of(text) if isinstance(text, str) else []
        return lines[path][number - 1] if 0 < number <= len(lines[path]) else ""

    return read_line


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, keeping its mode; UsageError where that cannot be done.

    A link is followed. What is no regular file (a device, a pipe) is written to as it is, never replaced.
    """
    import tempfile  # noqa: PLC0415 - most reports are only printed

    data = content.encode() if isinstance(content, str) else content
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(data)
            return
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o644
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).chmod(mode)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}.", f"Không ghi được {path}: {error.strerror}."
        ) from None
