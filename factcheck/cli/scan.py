"""``factcheck scan``: list every quantity of documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import ON_ENGINE, OUTPUT, Colour, Engine, EngineAddress, spoken

if TYPE_CHECKING:
    from factcheck.pipeline.batch import Reading
    from factcheck.pipeline.entries import Columns
    from factcheck.pipeline.scan import Outcome, RefusedError
    from factcheck.pipeline.sinks import Target

_WIDEST = 140
_MANY = "Many documents"
EXAMPLES = (
    "Examples: factcheck scan report.txt · factcheck scan archive/ --jobs 0 -o quantities.parquet · "
    "factcheck scan 'docs/**/*.txt' --output-format jsonl · factcheck scan pages.parquet --text-column body"
)


class ScanFormat(StrEnum):
    """How quantities are listed."""

    TABLE = "table"
    JSONL = "jsonl"


def scan(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Documents, folders of documents, quoted patterns ('docs/**/*.txt') and Parquet files, whose rows are "
            "documents; - reads a text from standard input.",
            show_default=False,
        ),
    ],
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also list what was recognised as no quantity: dates, levels, numbers of laws …"),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show which words gave which part of each reading.")
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", help="vi or en; by default that of the source, else told by the words.", show_default=False
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=0,
            help="How many documents to read at a time, each on a core; 0 takes all cores. The output is the same. "
            "The table is made by one.",
            rich_help_panel=_MANY,
        ),
    ] = 1,
    engine: Annotated[
        Engine,
        typer.Option(
            "--engine",
            help="local works by itself; daft reads and writes Parquet and folders through Daft, addresses such as "
            "s3://… too. Then -o names a folder.",
            rich_help_panel=ON_ENGINE,
        ),
    ] = Engine.LOCAL,
    engine_address: EngineAddress = None,
    text_column: Annotated[
        str | None,
        typer.Option(
            "--text-column",
            metavar="NAME",
            help="The column of Parquet files that holds the texts; text by default.",
            show_default=False,
            rich_help_panel=_MANY,
        ),
    ] = None,
    id_column: Annotated[
        str | None,
        typer.Option(
            "--id-column",
            metavar="NAME",
            help="The column that tells the documents apart; id by default where there is one, else rows are counted "
            "from 0.",
            show_default=False,
            rich_help_panel=_MANY,
        ),
    ] = None,
    output_format: Annotated[
        ScanFormat | None,
        typer.Option(
            "--output-format",
            help="What to print: table for people, jsonl for programs. By default table, and nothing with -o.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help="Write the quantities to a file, jsonl or parquet, by its ending; may be repeated.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    color: Annotated[Colour, typer.Option("--color", help="When to colour.", rich_help_panel=OUTPUT)] = Colour.AUTO,
) -> None:
    """List every quantity of documents: what was written, how it is read, and what it commits to.

    Exit codes: 0 all were read, 2 wrong usage or a document that cannot be read, 3 no documents, 130 interrupted; what
    was done until then is kept.
    """
    from factcheck.pipeline.batch import Reading  # noqa: PLC0415
    from factcheck.pipeline.engine import engine_folder, no_engine  # noqa: PLC0415
    from factcheck.pipeline.entries import Columns  # noqa: PLC0415
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415
    from factcheck.pipeline.scan import check_language  # noqa: PLC0415
    from factcheck.pipeline.sinks import choose_printed, parse_target  # noqa: PLC0415
    from factcheck.pipeline.spread import cores  # noqa: PLC0415

    lang = spoken()
    reading = Reading(language, everything, explain)
    columns = Columns(text_column, id_column)
    try:
        check_language(language)
        if engine is Engine.DAFT:
            _scan_with_daft(
                files, reading, columns, engine_folder(output, printed=output_format is not None), engine_address, lang
            )
            return
        if engine_address is not None:
            stop(no_engine(), lang)
        targets = [parse_target(given) for given in output or ()]
        chosen = choose_printed(output_format, targets)
        if chosen == "table":
            outcome = _print_tables(files, reading, columns, color, lang)
        else:
            outcome = _write_lines(files, reading, columns, targets, jobs or cores(), lang, printed=bool(chosen))
    except UsageError as error:
        stop(error, lang)
    _finish(outcome, lang)


def _print_tables(files: list[str], reading: Reading, columns: Columns, color: Colour, lang: str) -> Outcome:
    """Print a table for each document, under its name where there are several."""
    from factcheck.pipeline.output import colour_of_output, width_of_output  # noqa: PLC0415
    from factcheck.pipeline.scan import Outcome, RefusedError, scan_one_by_one  # noqa: PLC0415
    from factcheck.report.clean import clean  # noqa: PLC0415
    from factcheck.report.scans import render_table  # noqa: PLC0415

    width = width_of_output(_WIDEST)
    colour = colour_of_output(color.value)
    outcome = Outcome()
    try:
        for each in scan_one_by_one(files, reading, columns):
            if isinstance(each, RefusedError):
                outcome.count(each)
                _say(each, lang)
                continue
            name, found = each
            outcome.documents += 1
            if len(files) == 1 and name in (*files, "<stdin>"):
                sys.stdout.write(render_table(found, width, colour=colour))
            elif listed := list(found):
                sys.stdout.write(f"{clean(name)}\n{render_table(listed, width, colour=colour)}\n")
    except KeyboardInterrupt:
        outcome.interrupted = True
    return outcome


def _write_lines(
    files: list[str], reading: Reading, columns: Columns, targets: list[Target], jobs: int, lang: str, *, printed: bool
) -> Outcome:
    from factcheck.cli.progress import Progress  # noqa: PLC0415
    from factcheck.pipeline.scan import scan_many  # noqa: PLC0415

    with Progress(shown=not (printed and sys.stdout.isatty()), lang=lang) as progress:

        def tell(documents: int, refused: Sequence[RefusedError]) -> None:
            progress.advance(documents)
            for each in refused:
                progress.say(f"factcheck: {_sentence(each, lang)}")

        return scan_many(files, reading, columns, jobs=jobs, printed=printed, targets=targets, tell=tell)


def _scan_with_daft(
    files: list[str], reading: Reading, columns: Columns, folder: str, address: str | None, lang: str
) -> None:
    from factcheck.pipeline.daft_scan import scan_with_daft  # noqa: PLC0415

    outcome, refused = scan_with_daft(files, reading, columns, folder, address)
    for each in refused:
        _say(each, lang)
    if outcome.interrupted:
        said = {
            "en": f"factcheck: interrupted; {folder} may hold a part of the quantities; delete it before the next run.",
            "vi": f"factcheck: bị ngắt; {folder} có thể chứa một phần số liệu: hãy xóa trước khi chạy lại.",
        }
        typer.echo(said[lang], err=True)
        sys.stdout.flush()
        sys.stderr.flush()
        # The threads of an engine that was stopped in the middle crash a process that ends in an orderly way.
        os._exit(Exit.INTERRUPTED)
    _finish(outcome, lang)


def _sentence(error: RefusedError, lang: str) -> str:
    from factcheck.report.clean import clean  # noqa: PLC0415

    return clean(error.say(lang))


def _say(error: RefusedError, lang: str) -> None:
    typer.echo(f"factcheck: {_sentence(error, lang)}", err=True)


def _finish(outcome: Outcome, lang: str) -> None:
    from factcheck.model.format import format_number  # noqa: PLC0415

    done = format_number(outcome.documents, lang)
    if outcome.interrupted:
        said = {
            "en": f"factcheck: interrupted; {done} documents are done and kept.",
            "vi": f"factcheck: bị ngắt; {done} tài liệu đã xong và được giữ lại.",
        }
        typer.echo(said[lang], err=True)
        raise typer.Exit(Exit.INTERRUPTED)
    if outcome.lost:
        said = {
            "en": f"factcheck: a process was lost, most likely for want of memory; {done} documents are done and kept. "
            "Try fewer --jobs.",
            "vi": f"factcheck: một tiến trình bị mất, có lẽ do thiếu bộ nhớ; {done} tài liệu đã xong và được giữ lại. "
            "Hãy giảm --jobs.",
        }
        typer.echo(said[lang], err=True)
    if outcome.lost or outcome.refused:
        raise typer.Exit(Exit.USAGE)
    if outcome.nothing:
        raise typer.Exit(Exit.NOTHING)
