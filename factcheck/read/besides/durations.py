"""Hours and minutes as one length of time: "5 hours and 30 minutes", "2h41m", "3 giờ 20 phút"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.exact import divide
from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted, exactly

_DURATION = re.compile(
    r"(?<![\d.,])(\d{1,3}) ?(?:h|hrs?|hours?|giờ|tiếng) ?(?:and |, )?(\d{1,2}) ?(?:m|mins?|minutes?|phút)?(?!\w)",
    re.IGNORECASE,
)
_MINUTES = 60


def durations(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each in hours and in minutes."""
    for found in _DURATION.finditer(quoted.text):
        minutes = int(found[1]) * _MINUTES + int(found[2])
        for value in (minutes, divide(minutes, _MINUTES)):
            yield exactly(value, Kind.COUNT, found)
