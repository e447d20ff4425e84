"""A rule's page for a terminal."""

from __future__ import annotations

from rich.markdown import Markdown

from factcheck.report.console import laid_out


def render_page(markdown: str, width: int, *, colour: bool) -> str:
    """Return Markdown laid out for a terminal."""
    return laid_out(Markdown(markdown, code_theme="ansi_dark", hyperlinks=False), width=width, colour=colour)
