"""``factcheck rule``: the pages of the rules."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exits import Exit


def rule(
    name: Annotated[str | None, typer.Argument(help="A rule, such as misread-value.", show_default=False)] = None,
) -> None:
    """Show what a rule does, why it matters and what it allows; without a name, list all rules."""
    from factcheck.pipeline.pages import rule_list, rule_page, suggest_rule  # noqa: PLC0415

    if name is None:
        typer.echo(rule_list(), nl=False)
        return
    page = rule_page(name)
    if page is None:
        best = suggest_rule(name)
        hint = f" Did you mean {best}?" if best else ""
        typer.echo(f"factcheck: no rule is called {name}.{hint} `factcheck rule` lists all rules.", err=True)
        raise typer.Exit(Exit.USAGE)
    typer.echo(page, nl=False)
