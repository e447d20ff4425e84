"""A rule's page for a terminal: Markdown, which only rich lays out."""

from __future__ import annotations

import io

from rich.console import Console
from rich.markdown import Markdown


def render_page(markdown: str, width: int, *, colour: bool) -> str:
    """Return Markdown laid out for a terminal, with nothing guessed and nothing taken from the environment."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(Markdown(markdown, code_theme="ansi_dark", hyperlinks=False))
    text = stream.getvalue()
    return text if colour else "\n".join(line.rstrip() for line in text.split("\n"))
