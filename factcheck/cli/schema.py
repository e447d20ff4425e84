"""``factcheck schema``: the JSON Schema of claim files, for editors."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of claim files, for editors."""
    from factcheck.pipeline.pages import schema_text  # noqa: PLC0415

    typer.echo(schema_text(), nl=False)
