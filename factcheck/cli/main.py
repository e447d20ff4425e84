"""The ``factcheck`` command. Commands import what they need when they run, so that starting is quick."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import baseline, check, diff, init, rule, schema

app = typer.Typer(
    name="factcheck",
    help="A linter for the numbers that documents cite.",
    epilog="Begin with: factcheck check claims/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", rich_help_panel="Check", epilog=check.EXAMPLES)(check.check)
app.command("diff", rich_help_panel="Check")(diff.diff)
app.add_typer(baseline.app, name="baseline", rich_help_panel="Check")
app.command("rule", rich_help_panel="Learn")(rule.rule)
app.command("schema", rich_help_panel="Learn")(schema.schema)
app.command("init", rich_help_panel="Begin")(init.init)


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _show_version(value=value),
            is_eager=True,
            help="Show the version.",
        ),
    ] = False,
) -> None:
    """Cross-check the figures of a claim registry."""


def run() -> None:
    """Run the command and exit with its code."""
    # A terminal or pipe that is not UTF-8 must not turn a finding into a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        # The reader went away (`factcheck check | head`): leave quietly, and keep Python from complaining.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
