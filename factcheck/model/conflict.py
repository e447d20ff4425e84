"""What the solver found: figures that cannot all be true, and the slips that would explain it."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.interval import Interval
from factcheck.model.record import record


class Tie(StrEnum):
    """Why figures depend on each other: a relation or a change that is stated, or what nobody has to state."""

    RELATION = "relation"
    CUMULATIVE = "cumulative"
    NESTED = "nested"
    PART = "part"


@record(frozen=True, slots=True)
class Link:
    """One statement that ties figures together: a relation or change, or what the kind of figure demands.

    ``text`` is the relation as stated, or ``a <= b`` for what nobody had to state; ``claims`` are those that
    it names. ``origin`` is the record that states it.
    """

    tie: Tie
    text: str
    claims: tuple[str, ...]
    origin: str = ""


@record(frozen=True, slots=True)
class Step:
    """One step of an explanation: what ``link`` leaves for ``claim``, given all that was worked out before it.

    ``given`` are the intervals that it starts from, by claim.
    """

    link: Link
    claim: str
    interval: Interval
    given: tuple[tuple[str, Interval], ...] = ()


@record(frozen=True, slots=True)
class Conflict:
    """A smallest set of claims and links that cannot hold together: without any one of them the rest can.

    ``steps`` lead to ``claim``, which ``stated`` contradicts ``implied``. Where no chain of single steps
    shows it (equations that must be solved together, or whole numbers that do not exist), ``steps`` is
    empty and ``whole`` says whether it is only because counts are whole numbers.
    """

    claims: tuple[str, ...]
    links: tuple[Link, ...]
    steps: tuple[Step, ...] = ()
    claim: str = ""
    stated: Interval | None = None
    implied: Interval | None = None
    whole: bool = False


class Slip(StrEnum):
    """How a figure came to be mistyped."""

    REPLACED = "replaced"
    DROPPED = "dropped"
    ADDED = "added"
    DOUBLED = "doubled"
    SWAPPED = "swapped"
    SCALE = "scale"
    MARK = "mark"
    SIGN = "sign"
    POINTS = "points"
    NEIGHBOUR = "neighbour"
    QUOTE = "quote"


@record(frozen=True, slots=True)
class Repair:
    """A value which, in place of one claim's, lets everything that hangs together with it hold.

    ``claim`` is its id, or ``id.of`` for its denominator. ``value`` is what to type, ``typed`` what
    stands there now, ``slip`` what turned the one into the other and ``restored`` how many of the stated
    relations that the claim takes part in hold then. ``source`` is the claim a value was taken from, or the words of
    the quote.
    """

    claim: str
    value: str
    typed: str
    slip: Slip
    restored: int
    source: str = ""


@record(frozen=True, slots=True)
class Suggestion:
    """The repairs of a contradiction between ``claims``: one where it is sure, else up to three that would each do."""

    claims: frozenset[str]
    repairs: tuple[Repair, ...]
