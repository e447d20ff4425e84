"""``factcheck pin``: record which documents the quotes were read from."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import Documents, LangOption, spoken


def pin(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Claim files or folders whose sources are pinned; all by default.", show_default=False),
    ] = None,
    documents: Documents = None,
    lang: LangOption = None,
) -> None:
    """Record the SHA-256 of each document in its claim file, and say which quotes moved since the last time.

    Exit codes: 0 done, 1 a document was not at hand or a quote is not in it, 2 wrong usage, 3 nothing to pin.
    """
    from factcheck.model.anchor import Miss  # noqa: PLC0415
    from factcheck.model.pins import PinState  # noqa: PLC0415
    from factcheck.pipeline.pin import pin_documents, pins_text  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, configuration, plan  # noqa: PLC0415

    language = spoken(lang)
    try:
        request = plan(tuple(paths or ()), lang=language, use_baseline=False, documents=documents)
        done = pin_documents(request, configuration().root)
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.NOTHING)
    typer.echo(pins_text(done, language), nl=False)
    if not done:
        raise typer.Exit(Exit.NOTHING)
    left = any(each.state is PinState.LEFT for each in done)
    missing = any(isinstance(seen.outcome, Miss) for each in done for seen in each.sightings.values())
    raise typer.Exit(Exit.FINDINGS if left or missing else Exit.CLEAN)
