"""``factcheck draft``: a document to a first claim file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import AsOf, LangOption, day_of, spoken

if TYPE_CHECKING:
    from factcheck.pipeline.draft import Drafted


def draft(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="The document to read.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The claim file to write, - for standard output; by default one named after the source, in the "
            "registry's folder.",
            show_default=False,
        ),
    ] = None,
    metrics: Annotated[
        Path | None,
        typer.Option(
            "--metrics",
            metavar="PATH",
            help="The registry, or a part of it, whose metrics are known; by default the configured one.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", help="vi or en; by default told by the letters of the text.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Write a first claim file from a document: a claim for every figure, to be read against it by a person.

    Each claim has its quote, value, comparator, period and the metric that its words match best; a guess is marked by
    a comment. Exit codes: 0 written, 2 wrong usage, 3 no figure in the document.
    """
    from factcheck.pipeline.draft import draft_document, drafting_plan, no_figures, write_draft  # noqa: PLC0415
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415

    spoken_language = spoken(lang)
    try:
        desk = drafting_plan(document, metrics, as_of=day_of(as_of), lang=spoken_language)
        replacing = output if force else None
        drafted = draft_document(document, desk.document, desk.request, code=language, replacing=replacing)
        if not drafted.draft.claims:
            stop(no_figures(document), spoken_language, Exit.NOTHING)
        path = output or desk.folder / f"{drafted.draft.id}.yaml"
        if str(path) == "-":
            typer.echo(drafted.text, nl=False)
        else:
            write_draft(drafted, path, force=force)
    except UsageError as error:
        stop(error, spoken_language)
    _say(drafted, path, spoken_language)


def _say(drafted: Drafted, path: Path, language: str) -> None:
    from factcheck.pipeline.draft import summary_text  # noqa: PLC0415

    for line in summary_text(drafted, path, language):
        typer.echo(line, err=True)
