"""A console of rich that lays text out and adds nothing of its own: no markup, no guessing, no environment."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType


def laid_out(*parts: RenderableType, width: int, colour: bool) -> str:
    """Return what rich makes of ``parts``; without colours, no line ends in spaces."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    text = stream.getvalue()
    return text if colour else "\n".join(line.rstrip() for line in text.split("\n"))
