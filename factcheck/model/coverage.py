"""Which figures of a document claims account for."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from fractions import Fraction

from factcheck.model.document import Spot
from factcheck.model.quantity import Quantity
from factcheck.model.record import record
from factcheck.model.registry import Ignore
from factcheck.model.unchecked import Unchecked


class How(StrEnum):
    """How a figure of a document is accounted for."""

    CLAIM = "claim"
    REPEAT = "repeat"
    IGNORED = "ignored"
    UNCOVERED = "uncovered"


@record(frozen=True, slots=True)
class Accounted:
    """One figure of a document; ``by`` is the claim that it is of or repeats, or the reason why it has none.

    ``before`` and ``after`` are the words around it on its line.
    """

    quantity: Quantity
    spot: Spot
    how: How
    by: str = ""
    before: str = ""
    after: str = ""


@record(frozen=True, slots=True)
class SourceCoverage:
    """The figures of one document in order. ``idle`` are the exceptions that no figure needs any more."""

    source: str
    document: str
    figures: tuple[Accounted, ...]
    idle: tuple[Ignore, ...] = ()

    def count(self, *ways: How) -> int:
        """Return how many figures are accounted for in any of these ways."""
        found = Counter(figure.how for figure in self.figures)
        return sum(found[way] for way in ways)

    @property
    def share(self) -> Fraction:
        """The share of figures with a claim among those that were not left out on purpose; 1 where there are none."""
        covered = self.count(How.CLAIM, How.REPEAT)
        wanted = covered + self.count(How.UNCOVERED)
        return Fraction(covered, wanted) if wanted else Fraction(1)


@record(frozen=True, slots=True)
class Coverage:
    """The coverage of every source whose document is at hand, and what could not be looked at."""

    sources: tuple[SourceCoverage, ...]
    unchecked: tuple[Unchecked, ...]
