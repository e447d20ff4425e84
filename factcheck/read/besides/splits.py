"""Two shares that make up a whole: "50/50", "a 60-40 split"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.exact import divide
from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted, exactly

_SPLIT = re.compile(r"(?<![\d.,/-])(\d{1,2})[-–/:](\d{1,2})(?![\d.,/:-]*\d)")
_WHOLE = 100


def splits(quoted: Quoted) -> Iterator[Quantity]:
    """Yield both shares of each split as percentages."""
    for found in _SPLIT.finditer(quoted.text):
        if int(found[1]) + int(found[2]) == _WHOLE:
            for group in (1, 2):
                yield exactly(divide(int(found[group]), _WHOLE), Kind.PERCENT, found, group)
