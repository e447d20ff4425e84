"""``factcheck check``: cross-check the figures of a registry."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.checking import CheckOptions, run_check
from factcheck.cli.options import (
    ON_ENGINE,
    OUTPUT,
    WHAT,
    AsOf,
    Colour,
    Documents,
    Engine,
    EngineAddress,
    FailOn,
    LangOption,
    RequireDocuments,
    day_of,
)

EXAMPLES = (
    "Examples: factcheck check · factcheck check --since origin/main -o report.sarif -o junit=tests.xml · "
    "factcheck check claims/new.yaml --lang vi"
)


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files or folders whose findings count; the whole registry is loaded all the same. "
            "By default all of it. - reads a claim file from standard input.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="REV",
            help="Count only findings that involve something added or changed since this git revision; REV... means "
            "since this branch left REV.",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = "",
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="The lowest severity that makes the exit code 1; warning unless configured.",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = None,
    as_of: AsOf = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Known findings, which do not count; .factcheck-baseline.json unless configured.",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Count known findings too.", rich_help_panel=WHAT)
    ] = False,
    documents: Documents = None,
    require_documents: RequireDocuments = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            envvar="FACTCHECK_NO_CACHE",
            help="Work everything out anew, and keep nothing in .factcheck-cache for the next time.",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = False,
    engine: Annotated[
        Engine,
        typer.Option(
            "--engine",
            help="local works by itself; daft groups the claims by what has to be looked at together and checks the "
            "groups through Daft, on a cluster too. The findings are the same; nothing is kept for the next time.",
            rich_help_panel=ON_ENGINE,
        ),
    ] = Engine.LOCAL,
    engine_address: EngineAddress = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            metavar="FORMAT",
            help="full (the default), concise, json, jsonl, sarif, github, gitlab, junit or markdown; also by "
            "FACTCHECK_OUTPUT_FORMAT. On GitHub Actions, github by itself.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help="Also write the report to a file; may be repeated. The file's ending tells the format.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    color: Annotated[
        Colour,
        typer.Option(
            "--color",
            help="When to colour; auto heeds NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE.",
            rich_help_panel=OUTPUT,
        ),
    ] = Colour.AUTO,
    lang: LangOption = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print findings and nothing else.", rich_help_panel=OUTPUT)
    ] = False,
    show_allowed: Annotated[
        bool,
        typer.Option("--show-allowed", help="Show the findings that exceptions cover, too.", rich_help_panel=OUTPUT),
    ] = False,
) -> None:
    """Cross-check every figure against its quote, the other figures, arithmetic and time.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 nothing to check.
    """
    raise typer.Exit(
        run_check(
            CheckOptions(
                paths=tuple(paths or ()),
                since=since,
                fail_on=fail_on.value if fail_on else None,
                as_of=day_of(as_of),
                baseline=baseline,
                no_baseline=no_baseline,
                documents=documents,
                require_documents=require_documents,
                no_cache=no_cache,
                on_engine=engine is Engine.DAFT,
                engine_address=engine_address,
                output_format=output_format,
                output=tuple(output or ()),
                color=color.value,
                lang=lang.value if lang else None,
                quiet=quiet,
                show_allowed=show_allowed,
            )
        )
    )
