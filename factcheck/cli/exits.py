"""What the exit codes mean, and how a command stops."""

from __future__ import annotations

import contextlib
import sys
from enum import IntEnum
from typing import NoReturn

from factcheck.model.said import SaidError


class Exit(IntEnum):
    """The exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING = 3
    INTERRUPTED = 130


def stop(error: SaidError, lang: str, code: Exit = Exit.USAGE) -> NoReturn:
    """End a command with a message on standard error."""
    # Where nobody can read the message, the exit code still tells.
    with contextlib.suppress(OSError):
        sys.stderr.write(f"factcheck: {error.say(lang)}\n")
    sys.exit(code)
