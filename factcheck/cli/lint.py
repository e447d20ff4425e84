"""``factcheck lint``: a new text against the registry."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import AsOf, Colour, FailOn, LangOption, day_of, spoken


class LintFormat(StrEnum):
    """How the figures of a text are listed."""

    FULL = "full"
    JSON = "json"
    JSONL = "jsonl"


def lint(
    texts: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help="Texts to read; - reads standard input.", show_default=False),
    ],
    registry: Annotated[
        str | None,
        typer.Option(
            "--registry", metavar="PATH", help="The registry; by default the configured one.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="error for figures that disagree, note for doubt too.")
    ] = FailOn.ERROR,
    language: Annotated[
        str, typer.Option("--language", help="vi or en; by default told by the letters of each text.")
    ] = "",
    output_format: Annotated[
        LintFormat, typer.Option("--output-format", help="full for people, json or jsonl for programs.")
    ] = LintFormat.FULL,
    color: Annotated[Colour, typer.Option("--color", help="When to colour.")] = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print what disagrees or is in doubt, no more.")] = False,
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Hold the figures of a new text against the registry: which agree, which disagree, which it does not know.

    A figure is held against a claim only where kind, unit, time and words fit well; doubt is a note. Exit codes: 0
    nothing at or above --fail-on, 1 a figure disagrees, 2 wrong usage, 3 no registry.
    """
    from factcheck.pipeline.lint import lint_files, render_lint  # noqa: PLC0415
    from factcheck.pipeline.output import colour_of_output, width_of_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, nothing_in, plan  # noqa: PLC0415

    spoken_language = spoken(lang)
    try:
        request = plan((registry,) if registry else (), as_of=day_of(as_of), lang=spoken_language, use_baseline=False)
        checked, claims = lint_files(tuple(texts), request, language)
    except UsageError as error:
        stop(error, spoken_language)
    except NothingToCheckError as error:
        stop(error, spoken_language, Exit.NOTHING)
    if not claims:
        stop(nothing_in(request.roots, 1), spoken_language, Exit.NOTHING)
    width = width_of_output()
    colour = colour_of_output(color.value)
    sys.stdout.write(render_lint(checked, output_format.value, spoken_language, width, colour=colour, quiet=quiet))
    failing = {"error": ("error",), "warning": ("error", "warning"), "note": ("error", "warning", "note")}[
        fail_on.value
    ]
    raise typer.Exit(Exit.FINDINGS if any(each.severity in failing for each in checked) else Exit.CLEAN)
