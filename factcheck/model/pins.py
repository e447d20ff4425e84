"""What pinning did, and where the quotes of a document stood when it was pinned."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from factcheck.model.anchor import Sighting
from factcheck.model.record import field, record
from factcheck.model.unchecked import Why


class PinState(StrEnum):
    """What became of one source."""

    PINNED = "pinned"
    REPINNED = "repinned"
    SAME = "same"
    LEFT = "left"


@record(frozen=True, slots=True)
class Pinned:
    """One source: its document, what became of its pin, and what came of looking for its quotes.

    ``before`` holds the line of each claim's quote when the document was pinned the time before, as far as
    that is known; ``why`` is the reason of a source that was left as it was.
    """

    source: str
    document: str
    state: PinState
    why: Why | None = None
    sightings: Mapping[str, Sighting] = field(default_factory=dict)
    before: Mapping[str, int] = field(default_factory=dict)
