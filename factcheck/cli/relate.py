"""``factcheck relate``: propose relations that nobody has stated yet."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.checking import show_progress
from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import Colour, LangOption, spoken

_WIDEST = 120
EXAMPLES = (
    "Examples: factcheck relate · factcheck relate claims/report.yaml --chance 0.05 · "
    "factcheck relate --accept files-sum --write claims/relations.yaml"
)


class RelateFormat(StrEnum):
    """How proposals are printed."""

    TABLE = "table"
    YAML = "yaml"
    JSON = "json"


def relate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files or folders whose sources are looked at; by default all.", show_default=False),
    ] = None,
    chance: Annotated[
        str | None,
        typer.Option(
            "--chance",
            metavar="NUMBER",
            help="Propose a relation if a source holds fewer coincidences as unlikely than this; 1/4 by default.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        RelateFormat,
        typer.Option("--output-format", help="table for people (with YAML to paste), yaml, or json for programs."),
    ] = RelateFormat.TABLE,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="ID", help="A proposal to write; may be repeated.", show_default=False),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar="FILE", help="The registry file that accepted proposals go to.", show_default=False
        ),
    ] = None,
    stated: Annotated[
        bool,
        typer.Option("--stated", help="List the relations that are stated instead, and how far each holds."),
    ] = False,
    color: Annotated[Colour, typer.Option("--color", help="When to colour.")] = Colour.AUTO,
    lang: LangOption = None,
) -> None:
    """Propose sums, shares and multiples that hold within rounding and hardly hold by chance.

    Only figures of one source are related, and nothing is written unless you accept it.

    Exit codes: 0 done, 2 wrong usage, 3 no registry.
    """
    from factcheck.pipeline import relate as pipeline  # noqa: PLC0415
    from factcheck.pipeline.output import colour_of_output, width_of_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, plan  # noqa: PLC0415

    language = spoken(lang)
    try:
        if bool(accept) != bool(write):
            stop(pipeline.one_without_the_other(), language)
        request = plan(tuple(paths or ()), lang=language, use_baseline=False)
        layout = pipeline.TextLayout(width_of_output(_WIDEST), language, colour_of_output(color.value))
        if stated:
            sys.stdout.write(pipeline.stated_text(request, output_format.value, layout))
            return
        found, incomplete = pipeline.propose_relations(request, pipeline.parse_chance(chance), show_progress)
        for path in incomplete:
            typer.echo(f"factcheck: {path}: {_INCOMPLETE[language]}", err=True)
        if accept and write:
            for proposal in pipeline.accept(request, found, accept, write):
                typer.echo(f"{write}: {proposal.id}: {proposal.holds}")
            return
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    sys.stdout.write(pipeline.proposals_text(found, output_format.value, layout))


_INCOMPLETE = {
    "en": "it could not be read to its end; run factcheck check.",
    "vi": "không đọc được đến hết tệp; hãy chạy factcheck check.",
}
