"""``factcheck baseline``: adopt the tool on a registry that has findings already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import spoken

if TYPE_CHECKING:
    from factcheck.pipeline.plan import Request

app = typer.Typer(help="Adopt the tool on a registry that has findings already.", no_args_is_help=True)

_File = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The baseline; as configured by default.", show_default=False),
]


@contextmanager
def _planned(file: Path | None) -> Iterator[tuple[Request, Path]]:
    from factcheck.pipeline.plan import (  # noqa: PLC0415
        NothingToCheckError,
        UsageError,
        baseline_of,
        configuration,
        plan,
    )

    try:
        yield plan(use_baseline=False), file or baseline_of(configuration())
    except UsageError as error:
        stop(error, spoken())
    except NothingToCheckError as error:
        stop(error, spoken(), Exit.NOTHING)


@app.command("create")
def create(
    baseline: _File = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that exists.")] = False,
) -> None:
    """Write down every finding that fails the check today, so that only new ones do from now on."""
    from factcheck.pipeline.baseline import create as create_baseline  # noqa: PLC0415

    with _planned(baseline) as (request, path):
        number = create_baseline(request, path, force=force)
        typer.echo(f"{path} holds {number} findings. Commit it; `factcheck check` fails only for others from now on.")


@app.command("prune")
def prune(baseline: _File = None) -> None:
    """Take out what is no longer found. A baseline only ever shrinks."""
    from factcheck.pipeline.baseline import prune as prune_baseline  # noqa: PLC0415

    with _planned(baseline) as (request, path):
        gone, left = prune_baseline(request, path)
        typer.echo(f"{gone} taken out, {left} left in {path}.")


@app.command("show")
def show(baseline: _File = None) -> None:
    """List what the baseline holds, and what of it is no longer found."""
    from factcheck.pipeline.baseline import entries  # noqa: PLC0415

    with _planned(baseline) as (request, path):
        for entry in entries(request, path):
            identity = entry.identity
            values = ", ".join(f"{name}: {raw}" for name, raw in identity.values)
            times = f" ({entry.known} times)" if entry.known > 1 else ""
            typer.echo(f"{'found' if entry.found else 'gone '}  {identity.rule}  {values}{times}")
