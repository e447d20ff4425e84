"""``factcheck rule``: the pages of the rules."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exits import stop
from factcheck.cli.options import spoken


def rule(
    name: Annotated[str | None, typer.Argument(help="A rule, such as misread-value.", show_default=False)] = None,
) -> None:
    """Show what a rule does, why it matters and what it allows; without a name, list all rules."""
    from factcheck.pipeline.output import page_text  # noqa: PLC0415
    from factcheck.pipeline.pages import no_rule, rule_list, rule_page  # noqa: PLC0415

    if name is None:
        typer.echo(rule_list(), nl=False)
        return
    page = rule_page(name)
    if page is None:
        stop(no_rule(name), spoken())
    typer.echo(page_text(page), nl=False, color=True)
