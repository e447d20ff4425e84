"""Spaces that came into a number where a page was set or read by a machine: "63. 8%", "1 .234"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.read.besides.quoted import Quoted

_APART = re.compile(r"(?<=\d)(?: [.,]|[.,] )(?=\d)")


def spaces(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each number that a space beside its mark takes apart as one."""
    for found in _APART.finditer(quoted.text):
        start = found.start()
        while start and quoted.text[start - 1].isdigit():
            start -= 1
        yield from quoted.reread(start, found.start(), found.end(), found[0].strip())
