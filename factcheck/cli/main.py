"""The ``factcheck`` command. Commands import what they need when they run, so that starting is quick."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import (
    add,
    baseline,
    check,
    coverage,
    diff,
    draft,
    fmt,
    init,
    lint,
    pin,
    relate,
    rule,
    scan,
    schema,
)
from factcheck.cli.exits import Exit

app = typer.Typer(
    name="factcheck",
    help="A linter for the numbers that documents cite.",
    epilog="Begin with: factcheck check claims/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", rich_help_panel="Check", epilog=check.EXAMPLES)(check.check)
app.command("lint", rich_help_panel="Check")(lint.lint)
app.command("diff", rich_help_panel="Check")(diff.diff)
app.add_typer(baseline.app, name="baseline", rich_help_panel="Check")
app.command("scan", rich_help_panel="Read", epilog=scan.EXAMPLES)(scan.scan)
app.command("coverage", rich_help_panel="Documents")(coverage.coverage)
app.command("pin", rich_help_panel="Documents")(pin.pin)
app.command("relate", rich_help_panel="Read", epilog=relate.EXAMPLES)(relate.relate)
app.command("draft", rich_help_panel="Write")(draft.draft)
app.command("add", rich_help_panel="Write")(add.add)
app.command("fmt", rich_help_panel="Write")(fmt.fmt)
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
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller (`>&-`): what is printed goes nowhere, the exit code still tells.
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SystemExit as leaving:
        sys.exit(_flushed(leaving.code))
    except OSError as error:
        sys.exit(_output_lost(error))


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
