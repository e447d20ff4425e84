"""``factcheck check``: cross-check the figures of a registry."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from factcheck.cli.exits import Exit


class OutputFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    JSON = "json"


class FailOn(StrEnum):
    """The lowest severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Lang(StrEnum):
    """The language of messages."""

    EN = "en"
    VI = "vi"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files or folders whose findings count; the whole registry is loaded all the same. "
            "By default all of it.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="full for people, json for programs.")
    ] = OutputFormat.FULL,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="The lowest severity that makes the exit code 1; warning unless configured.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%d"],
            help="The day on which exceptions are judged; today by default.",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the messages.")] = Lang.EN,
) -> None:
    """Cross-check every figure against its quote, the other figures, arithmetic and time.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 nothing to check.
    """
    from factcheck.pipeline import (  # noqa: PLC0415
        NothingToCheckError,
        UsageError,
        check_registry,
        plan,
        print_report,
    )

    try:
        request = plan(tuple(paths or ()), as_of.date() if as_of else None, lang.value)
    except UsageError as error:
        _stop(str(error), Exit.USAGE)
    except NothingToCheckError as error:
        _stop(str(error), Exit.NOTHING)
    report = check_registry(request)
    if not report.summary.claims and not report.findings:
        _stop(_nothing(request.roots, report.summary.files), Exit.NOTHING)
    print_report(report, output_format.value, lang.value)
    gate = fail_on.value if fail_on else request.fail_on
    raise typer.Exit(Exit.FINDINGS if report.fails(gate) else Exit.CLEAN)


def _nothing(roots: tuple[Path, ...], files: int) -> str:
    where = ", ".join(str(root) for root in roots)
    what = "holds no claims" if files else "holds no YAML files"
    return f"Nothing to check: {where} {what}. Name a folder of claim files: factcheck check FOLDER."


def _stop(message: str, code: Exit) -> NoReturn:
    typer.echo(f"factcheck: {message}", err=True)
    raise typer.Exit(code)
