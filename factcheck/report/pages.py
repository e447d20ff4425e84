"""A rule's page for a terminal."""

from __future__ import annotations

import io

from rich.console import Console
from rich.markdown import Markdown


def render_page(markdown: str, width: int, *, colour: bool) -> str:
    """Return Markdown laid out for a terminal."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    console.print(Markdown(markdown, code_theme="ansi_dark", hyperlinks=False))
    return stream.getvalue()
