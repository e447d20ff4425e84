"""Where the ``factcheck`` command starts, and how it ends."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck import __version__

if TYPE_CHECKING:
    from typing import NoReturn


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
    _make_streams_safe()
    codes: list[str | int | None] = []
    # The first to be registered is the last to be called: all others have tidied up by then.
    atexit.register(_leave_at_once, codes)
    try:
        _run_command(sys.argv[1:])
    except SystemExit as leaving:
        codes.append(_flushed(leaving.code))
        sys.exit(codes[0])
    except OSError as error:
        sys.exit(_output_lost(error))
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            # What comes next begins a line of its own, not behind a line that counted files.
            sys.stderr.write("\n")
        from factcheck.cli.exits import Exit  # noqa: PLC0415

        sys.exit(Exit.INTERRUPTED)


def _make_streams_safe() -> None:
    """See to it that a terminal or pipe that is not UTF-8 does not turn a finding into a traceback."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller (`>&-`): what is printed goes nowhere, the exit code still tells.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _run_command(arguments: Sequence[str]) -> NoReturn:
    from factcheck.cli.usual import usual_check  # noqa: PLC0415 - the version is asked for without it

    if usual := usual_check(arguments, os.environ):
        # The collector rests while a registry is checked; it would find nothing in what is loaded for that either.
        gc.disable()
        from factcheck.cli.checking import run_check  # noqa: PLC0415

        sys.exit(run_check(usual))
    from factcheck.cli.main import COMMANDS, make_app  # noqa: PLC0415 - typer takes a quarter of a small check

    make_app(arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS)()
    sys.exit()


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
    from factcheck.cli.exits import Exit  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        # The reader went away (`factcheck check | head`): that is no fault of anyone's.
        return Exit.FINDINGS
    sys.stderr.write(f"factcheck: the output cannot be written: {error.strerror}.\n")
    return Exit.USAGE
