"""Options that several commands share, and how a command stops."""

from __future__ import annotations

import os
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

WHAT = "What counts"
OUTPUT = "Output"
DOCUMENTS = "Documents"


class FailOn(StrEnum):
    """The lowest severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Lang(StrEnum):
    """The language of messages."""

    EN = "en"
    VI = "vi"


ON_ENGINE = "Beyond one machine"


class Engine(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DAFT = "daft"


EngineAddress = Annotated[
    str | None,
    typer.Option(
        "--engine-address",
        metavar="ADDRESS",
        help="The Ray cluster that Daft runs on (ray://HOST:10001, or auto); by default this machine.",
        show_default=False,
        rich_help_panel=ON_ENGINE,
    ),
]


class Colour(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="The day on which exceptions, targets and old figures are judged; today by default.",
        show_default=False,
        rich_help_panel=WHAT,
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="The language of messages; by default that of the locale.",
        show_default=False,
        rich_help_panel=OUTPUT,
    ),
]

Documents = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        metavar="DIR",
        envvar="FACTCHECK_DOCUMENTS",
        help="The folder of the documents that quotes are looked for in; as configured by default.",
        show_default=False,
        rich_help_panel=DOCUMENTS,
    ),
]
RequireDocuments = Annotated[
    bool,
    typer.Option(
        "--require-documents",
        help="Make it an error that a document is not at hand.",
        rich_help_panel=DOCUMENTS,
    ),
]


def day_of(moment: datetime | None) -> date | None:
    """Return the day that an option names."""
    return moment.date() if moment else None


def spoken(lang: Lang | None = None) -> str:
    """Return the language that messages are in."""
    from factcheck.pipeline.output import choose_lang  # noqa: PLC0415

    return choose_lang(lang.value if lang else None, os.environ)
