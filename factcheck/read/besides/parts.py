"""A part of a number that the quote gives: "half of the 48 districts" are 24, "40% of 2,000 respondents" 800."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model.exact import divide
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.read.besides.quoted import Quoted

_OF_SOMETHING = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def parts(quoted: Quoted) -> Iterator[Quantity]:
    """Yield what each percentage or fraction is of the number behind it."""
    for part, whole in pairwise(quoted.quantities):
        between = quoted.text[part.end : whole.start].strip().lower()
        if whole.kind not in _OF_SOMETHING or between not in quoted.language.of:
            continue
        if part.kind is Kind.PERCENT and not part.direction:
            worth = whole.value
        elif part.kind is Kind.RATIO and part.of is not None:
            worth = divide(whole.value, part.of)
        else:
            continue
        yield replace(
            part,
            kind=whole.kind,
            unit=whole.unit,
            of=None,
            value=divide(part.value * worth, 1),
            hard=part.hard * Interval.point(worth),
            soft=part.soft * Interval.point(worth),
            text=quoted.text[part.start : whole.end],
            end=whole.end,
        )
