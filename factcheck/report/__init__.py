"""Reports to text. A format is one file in ``formats/``; it lays sentences out and never words them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.model.modules import modules_in
from factcheck.report import formats as _formats

if TYPE_CHECKING:
    from factcheck.model.report import Layout, Report


@cache
def formats() -> tuple[str, ...]:
    """Return the names of all output formats, in order."""
    return modules_in(_formats.__path__)


def render(name: str, report: Report, layout: Layout) -> str:
    """Return a report as text in the format called ``name``; KeyError where there is none."""
    if name not in formats():
        raise KeyError(name)
    module = import_module(f"{_formats.__name__}.{name}")
    text: str = module.render(report, layout)
    return text
