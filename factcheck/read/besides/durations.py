"""Hours and minutes as one length of time: "5 hours and 30 minutes", "2h41m", "3 giờ 20 phút"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted

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
            yield _count(value, found)


def _count(value: Exact, found: re.Match[str]) -> Quantity:
    interval = Interval.point(value)
    return Quantity(value, Kind.COUNT, interval, interval, text=found[0], start=found.start(), end=found.end())
