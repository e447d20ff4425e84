"""The ``factcheck`` command. Commands import what they need when they run, so that starting is quick."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli.exits import Exit

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


def run() -> None:
    """Run the command and exit with its code."""
    # A terminal or pipe that is not UTF-8 must not turn a finding into a traceback.
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller (`>&-`): what is printed goes nowhere, the exit code still tells.
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    named = sys.argv[1:2]
    codes: list[str | int | None] = []
    # The first to be registered is the last to be called: all others have tidied up by then.
    atexit.register(_leave_at_once, codes)
    try:
        make_app(named if named and named[0] in COMMANDS else COMMANDS)()
    except SystemExit as leaving:
        codes.append(_flushed(leaving.code))
        sys.exit(codes[0])
    except OSError as error:
        sys.exit(_output_lost(error))


def _leave_at_once(codes: Sequence[str | int | None]) -> None:
    """Leave before the interpreter is taken down, unless there is a traceback or message for it to print.

    It would free every object one by one, which takes a tenth of a small check. And where Daft was at work, its
    threads, which live on, may crash it.
    """
    if codes and not isinstance(codes[0], str):
        with contextlib.suppress(OSError):
            sys.stderr.flush()
        os._exit(codes[0] or 0)


def _flushed(code: str | int | None) -> str | int | None:
    try:
        sys.stdout.flush()
    except OSError as error:
        return _output_lost(error)
    return code


def _output_lost(error: OSError) -> int:
    """Leave without a traceback when standard output cannot take what is printed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        # The reader went away (`factcheck check | head`): that is no fault of anyone's.
        return Exit.FINDINGS
    sys.stderr.write(f"factcheck: the output cannot be written: {error.strerror}.\n")
    return Exit.USAGE
