"""The figures of one source that can take part in a proposed relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.record import record
from factcheck.model.registry import Behaviour, Dimensions
from factcheck.model.view import Figure

_NO_LEVEL = frozenset({Behaviour.RANK, Behaviour.GROWTH})


@record(frozen=True, slots=True, eq=False)
class Term:
    """One number that a relation may name: a claim's figure, or its denominator (``claim.of``).

    ``soft`` is what a reader takes it for, ``grid`` the worth of its last digit that is not zero: among round
    numbers coincidences are common. ``order`` is its place in the registry.
    """

    name: str
    figure: Figure
    value: Exact
    soft: Interval
    grid: int
    order: int

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.figure.unit == "%" and not self.is_denominator

    @property
    def is_denominator(self) -> bool:
        """Whether it is the N of "x of N"."""
        return self.name != self.figure.id

    @property
    def width(self) -> Exact:
        """How wide its rounding leaves it."""
        return 0 if self.soft.low is None or self.soft.high is None else self.soft.high - self.soft.low

    @property
    def dimensions(self) -> Dimensions:
        """The dimensions of its claim."""
        return self.figure.claim.dimensions

    @property
    def metric(self) -> str:
        """The metric of its claim."""
        return self.figure.claim.metric

    @property
    def unit(self) -> str:
        """The unit in which it is counted; figures in different ones are never added."""
        return self.figure.code or self.figure.unit

    @property
    def end(self) -> date | None:
        """The last day that it speaks of."""
        return self.figure.period.end if self.figure.period else None


def terms_by_source(figures: Mapping[str, Figure]) -> Mapping[str, list[Term]]:
    """Return the terms of each source: figures that happened and are written without a hedge, and denominators.

    A hedge can always be stretched, so nothing that it takes part in is unlikely, and 100 % fits every whole.
    """
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for order, figure in enumerate(figures.values()):
        found[figure.claim.source].extend(_terms(figure, order))
    return found


def _terms(figure: Figure, order: int) -> Iterator[Term]:
    claim = figure.claim
    if claim.status.lies_ahead or figure.metric.behaviour in _NO_LEVEL or claim.change is not None:
        return
    hedged = claim.comparator not in (None, Comparator.EXACTLY)
    bounded = figure.soft.low is not None and figure.soft.high is not None
    if not hedged and bounded and figure.value >= 0 and not (figure.unit == "%" and figure.value == 1):
        yield Term(figure.id, figure, figure.value, figure.soft, _grid(figure.value), order)
    whole = figure.of
    if whole is not None and figure.unit != "%" and whole > 0:
        yield Term(f"{figure.id}.of", figure, whole, Interval.point(whole), _grid(whole), order)


def _grid(value: Exact) -> int:
    grid = 1
    if value and value.denominator == 1:
        while value % (grid * 10) == 0:
            grid *= 10
    return grid
