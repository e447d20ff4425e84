"""The ``factcheck`` command. Commands import what they need when they run, so that starting is quick."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from factcheck import __version__

# In which panel of --help each command is listed. A command is a function in a module of its name.
COMMANDS = {
    "check": "Check",
    "lint": "Check",
    "diff": "Check",
    "baseline": "Check",
    "scan": "Read",
    "coverage": "Documents",
    "pin": "Documents",
    "relate": "Read",
    "draft": "Write",
    "add": "Write",
    "fmt": "Write",
    "rule": "Learn",
    "schema": "Learn",
    "init": "Begin",
}


def make_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the command line, with these commands: to parse the options of all takes longer than most checks."""
    app = typer.Typer(
        name="factcheck",
        help="A linter for the numbers that documents cite.",
        epilog="Begin with: factcheck check claims/",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(main)
    for name in names:
        module = import_module(f"factcheck.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name, rich_help_panel=COMMANDS[name])
            continue
        examples = getattr(module, "EXAMPLES", None)
        app.command(name, rich_help_panel=COMMANDS[name], epilog=examples)(getattr(module, name))
    return app


def _show_version(*, value: bool) -> None:
    if value:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


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
