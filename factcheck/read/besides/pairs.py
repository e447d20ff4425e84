"""Two counts of which one is a part of the other: "Cứ 10 người thì có 3 người hút thuốc", "of the 38 countries 12"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted

_MOST = 6


def pairs(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each whole count as a part of each larger one."""
    counts = [each for each in quoted.quantities if each.kind is Kind.COUNT and each.value.denominator == 1]
    if len(counts) > _MOST:
        return
    for part in counts:
        for whole in counts:
            if 0 < part.value < whole.value:
                exact = Interval.point(part.value)
                yield replace(part, kind=Kind.RATIO, of=whole.value, hard=exact, soft=exact)
