"""``factcheck fmt``: claim files in the house order."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import LangOption, spoken
from factcheck.model.said import SaidError


def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files or folders; by default the whole registry.", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the files that are not in order, and exit with 1.")
    ] = False,
    show_diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    lang: LangOption = None,
) -> None:
    """Put the keys of claim files in the house order; comments, blank lines and values stay as typed.

    Exit codes: 0 all in order now, 1 with --check or --diff where a file is not, 2 where one cannot be read.
    """
    from factcheck.pipeline.edit import tidy_files  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, nothing_in, plan  # noqa: PLC0415

    language = spoken(lang)
    if "-" in (paths or ()):
        stop(_no_standard_input(), language)
    try:
        request = plan(tuple(paths or ()), lang=language, use_baseline=False)
        files = tidy_files(request)
        if not files:
            stop(nothing_in(request.roots, 0), language, Exit.NOTHING)
        changed = [file for file in files if file.refused is None and file.differs]
        for file in changed:
            if show_diff:
                typer.echo(file.difference(), nl=False)
            elif check:
                typer.echo(file.shown)
            else:
                file.write()
                typer.echo(f"tidied {file.shown}")
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    refused = [file.refused for file in files if file.refused is not None]
    for fault in refused:
        typer.echo(f"factcheck: {fault.say(language)}", err=True)
    if refused:
        raise typer.Exit(Exit.USAGE)
    raise typer.Exit(Exit.FINDINGS if changed and (check or show_diff) else Exit.CLEAN)


def _no_standard_input() -> SaidError:
    return SaidError(
        "fmt changes files where they lie and reads no standard input. Name files or folders.",
        "fmt sửa tệp tại chỗ và không đọc đầu vào chuẩn. Hãy ghi tệp hoặc thư mục.",
    )
