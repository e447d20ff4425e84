"""Where the ``factcheck`` command starts."""

from __future__ import annotations

import contextlib
import sys

from factcheck import __version__


def run() -> None:
    """Run the command and exit with its code.

    What is asked most often in scripts, the version alone, is answered before the parser of the command line is
    loaded, which takes longer than all else.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout:
        with contextlib.suppress(OSError):
            sys.stdout.write(f"factcheck {__version__}\n")
            sys.stdout.flush()
            return
    from factcheck.cli.main import run as parse_and_run  # noqa: PLC0415

    parse_and_run()
