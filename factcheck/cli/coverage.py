"""``factcheck coverage``: which figures of the documents have a claim."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import Colour, Documents, LangOption, RequireDocuments, spoken


class CoverageFormat(StrEnum):
    """How coverage is printed."""

    FULL = "full"
    JSON = "json"


def coverage(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Claim files or folders whose sources count; all by default.", show_default=False),
    ] = None,
    fail_under: Annotated[
        str | None,
        typer.Option(
            "--fail-under",
            metavar="PERCENT",
            help="Exit with 1 where any source is covered less than this.",
            show_default=False,
        ),
    ] = None,
    documents: Documents = None,
    require_documents: RequireDocuments = False,
    output_format: Annotated[
        CoverageFormat, typer.Option("--output-format", help="full for people, json for programs.")
    ] = CoverageFormat.FULL,
    color: Annotated[Colour, typer.Option("--color", help="When to colour.")] = Colour.AUTO,
    lang: LangOption = None,
) -> None:
    """List the figures of each document, and whether a claim covers them.

    Exit codes: 0 covered, 1 below --fail-under or a required document not at hand, 2 wrong usage, 3 no document.
    """
    from factcheck.pipeline.coverage import coverage_text, measure_coverage, parse_percentage  # noqa: PLC0415
    from factcheck.pipeline.output import colour_of_output, width_of_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, plan  # noqa: PLC0415

    language = spoken(lang)
    try:
        least = parse_percentage(fail_under) if fail_under is not None else None
        request = plan(
            tuple(paths or ()),
            lang=language,
            use_baseline=False,
            documents=documents,
            require_documents=require_documents,
        )
        measured = measure_coverage(request)
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    width = width_of_output()
    colour = colour_of_output(color.value)
    sys.stdout.write(coverage_text(measured, output_format.value, language, width, colour=colour))
    if request.require_documents and measured.unchecked:
        raise typer.Exit(Exit.FINDINGS)
    if not measured.sources:
        raise typer.Exit(Exit.NOTHING)
    if least is not None and any(source.share < least for source in measured.sources):
        raise typer.Exit(Exit.FINDINGS)
