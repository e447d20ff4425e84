"""``factcheck scan``: list every quantity of a text."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import Colour, spoken, stop

_WIDEST = 140


class ScanFormat(StrEnum):
    """How quantities are listed."""

    TABLE = "table"
    JSONL = "jsonl"


def scan(
    files: Annotated[
        list[str], typer.Argument(help="Documents; - reads a text from standard input.", show_default=False)
    ],
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also list what was recognised as no quantity: dates, levels, numbers of laws …"),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show which words gave which part of each reading.")
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", help="vi or en; by default that of the source, else told by the words.", show_default=False
        ),
    ] = None,
    output_format: Annotated[
        ScanFormat, typer.Option("--output-format", help="table for people, jsonl for programs.")
    ] = ScanFormat.TABLE,
    color: Annotated[Colour, typer.Option("--color", help="When to colour.")] = Colour.AUTO,
) -> None:
    """List every quantity of documents: what was written, how it is read, and what it commits to."""
    from factcheck.pipeline.output import wants_colour  # noqa: PLC0415
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415
    from factcheck.pipeline.scan import render_lines, render_table, scan_files  # noqa: PLC0415

    try:
        found = scan_files(tuple(files), language, everything=everything, explain=explain)
        if output_format is ScanFormat.JSONL:
            sys.stdout.writelines(render_lines(found))
            return
        terminal = sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else _WIDEST
        colour = wants_colour(color.value, terminal=terminal, environment=os.environ)
        sys.stdout.write(render_table(found, width, colour=colour))
    except UsageError as error:
        stop(error, spoken())
