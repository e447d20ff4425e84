"""``factcheck diff``: what changed between two states of the registry."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import AsOf, LangOption, day_of, spoken


class DiffFormat(StrEnum):
    """How a difference is printed."""

    FULL = "full"
    JSON = "json"
    MARKDOWN = "markdown"


def diff(
    old: Annotated[str, typer.Argument(metavar="REV", help="The git revision to compare with.", show_default=False)],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[REV]", help="The newer revision; by default the files as they are.", show_default=False
        ),
    ] = None,
    output_format: Annotated[
        DiffFormat, typer.Option("--output-format", help="full for people, markdown for a pull request.")
    ] = DiffFormat.FULL,
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Show which figures were added, removed and changed, and which findings appear and disappear."""
    from factcheck.pipeline.diff import compare_revisions, difference_text  # noqa: PLC0415
    from factcheck.pipeline.output import width_of_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, plan  # noqa: PLC0415

    language = spoken(lang)
    try:
        request = plan(as_of=day_of(as_of), lang=language)
        result = compare_revisions(request, old, new)
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    typer.echo(difference_text(result, output_format.value, request.lang, width_of_output()), nl=False)
