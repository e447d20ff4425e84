"""The types of document that can be read: one file each, found by the endings that it names.

A reader has ``SUFFIXES`` and ``read(data) -> Document | Unreadable``; what it needs from an extra it imports in
``read``, so that other types do without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from factcheck.model.document import Document, Unreadable
from factcheck.model.modules import modules_in

Reader = Callable[[bytes], Document | Unreadable]


@cache
def readers() -> Mapping[str, Reader]:
    """Return the reader of each file ending, lower case with its dot."""
    found: dict[str, Reader] = {}
    for file in modules_in(__path__):
        module = import_module(f"{__name__}.{file}")
        found.update(dict.fromkeys(module.SUFFIXES, module.read))
    return found
