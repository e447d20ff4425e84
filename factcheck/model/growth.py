"""A claim of growth with the two levels that it joins, as far as they are claimed."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.expression import Comparison, Reference
from factcheck.model.interval import Interval
from factcheck.model.record import record
from factcheck.model.view import Figure, Judgement, Verdict

# Stands in an expression for a level that no claim states.
UNKNOWN = Reference("", 1)


class Reading(StrEnum):
    """What the words of a change can mean.

    "tăng 10%" is relative or in points, "tăng 3,5 lần" is times (×3.5) or times more (×4.5), and "tăng 2.000
    hồ sơ" is by that number.
    """

    RELATIVE = "relative"
    POINTS = "points"
    TIMES = "times"
    TIMES_MORE = "times-more"
    NUMBER = "number"


@record(frozen=True, slots=True)
class Growth:
    """One claim of growth: the figure, the level before and the level after, and what each reading states.

    ``since`` is the earlier period as typed or as the quote names it. A level that no claim states is None, and
    UNKNOWN in the statements; there are none where the figure's unit makes it no change of that level.
    """

    figure: Figure
    before: Figure | None
    after: Figure | None
    since: str
    statements: tuple[tuple[Reading, Comparison], ...]


@record(frozen=True, slots=True)
class Outcome:
    """What one reading of a growth gives.

    Where both levels are claimed, ``judgement`` says how far it holds. Where one is, ``implied`` is all that
    the other can be and ``expected`` what a reader would take it for; both are None if the reading is impossible.
    """

    reading: Reading
    judgement: Judgement | None = None
    implied: Interval | None = None
    expected: Interval | None = None


@record(frozen=True, slots=True)
class WeighedGrowth:
    """A growth with what each of its readings gives."""

    growth: Growth
    outcomes: tuple[Outcome, ...]

    @property
    def is_ambiguous(self) -> bool:
        """Whether a percentage may have changed relatively or in points, and no other level tells which."""
        possible = {outcome.reading for outcome in self.outcomes if outcome.implied is not None}
        return {Reading.RELATIVE, Reading.POINTS} <= possible

    def of(self, reading: Reading) -> Outcome | None:
        """Return what one reading gives."""
        return next((outcome for outcome in self.outcomes if outcome.reading is reading), None)

    @property
    def settled(self) -> Judgement | None:
        """The judgement, where the words can mean one thing only: one reading, or the only one that is possible."""
        judgements = [outcome.judgement for outcome in self.outcomes if outcome.judgement]
        possible = [judgement for judgement in judgements if judgement.verdict is not Verdict.BROKEN]
        if len(judgements) == 1:
            return judgements[0]
        return possible[0] if len(possible) == 1 else None

    @property
    def best(self) -> Judgement | None:
        """The judgement of the reading that holds best; None where a level is missing."""
        judgements = [outcome.judgement for outcome in self.outcomes if outcome.judgement]
        return min(judgements, key=lambda judgement: list(Verdict).index(judgement.verdict), default=None)
