"""``factcheck init``: begin a registry."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.exits import stop
from factcheck.cli.options import spoken


def init(
    folder: Annotated[
        Path, typer.Argument(help="Where to begin; the current folder by default.", show_default=False)
    ] = Path(),
) -> None:
    """Write a configuration, the schema for editors, and a first registry that passes."""
    from factcheck.pipeline.begin import begin  # noqa: PLC0415
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415

    try:
        written = begin(folder)
    except UsageError as error:
        stop(error, spoken())
    for path in written:
        typer.echo(f"wrote {path}")
    go = f"cd {folder} && " if str(folder) != "." else ""
    typer.echo(f"Next: {go}factcheck check, then replace the example by your first document.")
