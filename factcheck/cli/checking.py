"""What ``factcheck check`` does once its options are known, however they were read."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from factcheck.cli.exits import Exit, stop
from factcheck.model.record import record


@record(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """The options of ``check`` as they were given: empty, None or False where they were not."""

    paths: tuple[str, ...] = ()
    since: str = ""
    fail_on: str | None = None
    as_of: date | None = None
    baseline: Path | None = None
    no_baseline: bool = False
    documents: Path | None = None
    require_documents: bool = False
    no_cache: bool = False
    on_engine: bool = False
    engine_address: str | None = None
    output_format: str | None = None
    output: tuple[str, ...] = ()
    color: str = "auto"
    lang: str | None = None
    quiet: bool = False
    show_allowed: bool = False


def run_check(options: CheckOptions) -> Exit:
    """Check, print and write what was asked for; SystemExit with a message where the options cannot be used."""
    from factcheck.model.severity import Severity  # noqa: PLC0415
    from factcheck.pipeline.output import choose_format, choose_lang, choose_printing, parse_output  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, missing_baseline, plan  # noqa: PLC0415
    from factcheck.pipeline.printed import print_check  # noqa: PLC0415

    language = choose_lang(options.lang, os.environ)
    if options.engine_address is not None and not options.on_engine:
        from factcheck.pipeline.engine import no_engine  # noqa: PLC0415

        stop(no_engine(), language)
    try:
        chosen = choose_format(options.output_format, os.environ)
        outputs = tuple(parse_output(given) for given in options.output)
        request = plan(
            options.paths,
            as_of=options.as_of,
            lang=language,
            since=options.since,
            baseline=options.baseline,
            use_baseline=not options.no_baseline,
            documents=options.documents,
            require_documents=options.require_documents,
            use_cache=not options.no_cache,
            on_engine=options.on_engine,
            engine_address=options.engine_address,
        )
        if options.baseline and not options.baseline.exists():
            stop(missing_baseline(options.baseline), language)
        printing = choose_printing(
            chosen, outputs, colour=options.color, quiet=options.quiet, show_allowed=options.show_allowed
        )
        found = print_check(request, printing, show_progress)
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    gate = Severity(options.fail_on or request.fail_on).rank
    fails = any(number and Severity(severity).rank <= gate for severity, number in found.items())
    return Exit.FINDINGS if fails else Exit.CLEAN


def show_progress(done: int, total: int) -> None:
    """Say on a terminal how far reading has come; nothing anywhere else."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or total < 10:  # noqa: PLR2004 - too quick to see
        return
    sys.stderr.write(f"\rfactcheck: {done} of {total} files\x1b[K" if done < total else "\r\x1b[K")
    sys.stderr.flush()
