"""``factcheck check``: cross-check the figures of a registry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.exits import Exit
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
    show_progress,
    spoken,
    stop,
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
    from factcheck.model.severity import Severity  # noqa: PLC0415
    from factcheck.pipeline.output import choose_format, choose_printing, parse_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, missing_baseline, plan  # noqa: PLC0415
    from factcheck.pipeline.printed import print_check  # noqa: PLC0415

    language = spoken(lang)
    if engine_address is not None and engine is Engine.LOCAL:
        from factcheck.pipeline.engine import no_engine  # noqa: PLC0415

        stop(no_engine(), language)
    try:
        chosen = choose_format(output_format, os.environ)
        outputs = tuple(parse_output(given) for given in output or ())
        request = plan(
            tuple(paths or ()),
            as_of=day_of(as_of),
            lang=language,
            since=since,
            baseline=baseline,
            use_baseline=not no_baseline,
            documents=documents,
            require_documents=require_documents,
            use_cache=not no_cache,
            on_engine=engine is Engine.DAFT,
            engine_address=engine_address,
        )
        if baseline and not baseline.exists():
            stop(missing_baseline(baseline), language)
        printing = choose_printing(chosen, outputs, colour=color.value, quiet=quiet, show_allowed=show_allowed)
        found = print_check(request, printing, show_progress)
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    gate = Severity(fail_on.value if fail_on else request.fail_on).rank
    fails = any(number and Severity(severity).rank <= gate for severity, number in found.items())
    raise typer.Exit(Exit.FINDINGS if fails else Exit.CLEAN)
