"""The types of document that can be read: one file each, found by the endings that it names.

A reader has ``SUFFIXES`` and ``read(data) -> Document | Unreadable``; what it needs from an extra it imports in
``read``, so that other types do without.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from factcheck.model.document import Document, Unreadable

Reader = Callable[[bytes], Document | Unreadable]


@cache
def readers() -> Mapping[str, Reader]:
    """Return the reader of each file ending, lower case with its dot."""
    found: dict[str, Reader] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = import_module(f"{__name__}.{info.name}")
        found.update(dict.fromkeys(module.SUFFIXES, module.read))
    return found
