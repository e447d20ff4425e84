"""What a registry says of the figures of a text."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.quantity import Quantity
from factcheck.model.record import record
from factcheck.model.severity import Severity
from factcheck.model.view import Figure


class Standing(StrEnum):
    """How a figure of a text stands to the registry.

    ``SAME_NUMBER``: the registry has the number, of the same kind and about the same time, and the words do not tell
    whether it is the same thing.
    """

    AGREES = "agrees"
    SAME_NUMBER = "same-number"
    DISAGREES = "disagrees"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"

    @property
    def has_number(self) -> bool:
        """Whether the registry has the figure's number."""
        return self in (Standing.AGREES, Standing.SAME_NUMBER)


class Reason(StrEnum):
    """Why a figure disagrees, or is in doubt.

    ``APART``: the two cannot both be true. ``UNDATED``: nor could they, if the text, which names no time, means the
    claim's. ``LIKELY_APART``: only if one was written for a number further off than its words make a reader expect.
    ``OTHER_WORDS``: nor could they, if the text, which says more than the claim's metric does, means the same.
    ``ONE_PART``: nor could they, if the text means the part that the claim's dimensions name. ``ESTIMATED``: they do
    not meet, but one of them is an estimate of the other. ``OTHER_NUMBER``: the same words stand beside another
    number, though both can be true. ``SLIP``: nor could they, if the text means the claim's figure, whose number is a
    slip away. ``SWAPPED``: the words are those of the claim, and the number is that of another claim whose words stand
    beside the claim's number. ``OTHER_BODY``: nor could they, if the text, which is another body's and names no
    publisher of the claim's source, means the same.
    """

    APART = "apart"
    UNDATED = "undated"
    LIKELY_APART = "likely-apart"
    OTHER_WORDS = "other-words"
    ONE_PART = "one-part"
    ESTIMATED = "estimated"
    OTHER_NUMBER = "other-number"
    SLIP = "slip"
    SWAPPED = "swapped"
    OTHER_BODY = "other-body"


@record(frozen=True, slots=True)
class Checked:
    """One figure of a text and the claim that it was held against, if any.

    ``line`` and ``column`` count from 1; ``words`` is the clause around the figure. ``period`` is the time that the
    text gives for it, empty where it gives none. ``score`` is how well the claim's metric fits the words, ``message``
    says in one sentence how the two stand.
    """

    path: str
    line: int
    column: int
    start: int
    end: int
    words: str
    quantity: Quantity
    standing: Standing
    period: str = ""
    figure: Figure | None = None
    reason: Reason | None = None
    score: float = 0
    message: str = ""

    @property
    def severity(self) -> Severity | None:
        """An error where the two cannot both be true, a note where there is doubt, None otherwise."""
        if self.standing is Standing.DISAGREES:
            return Severity.ERROR
        return Severity.NOTE if self.standing is Standing.DOUBTFUL else None
