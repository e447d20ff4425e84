"""A relation that nobody has stated yet and that a source's figures bear out."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from factcheck.model.record import record


class ProposalKind(StrEnum):
    """What sort of relation is proposed; the closer the figures stand to each other, the fewer there are to try."""

    BREAKDOWN = "breakdown"
    SUM_ALIKE = "sum of like figures"
    SUM = "sum"
    ALL_OF_SHARES = "shares of a whole"
    QUOTED_SHARE = "share quoted with its counts"
    OWN_SHARE = "share of its own denominator"
    SHARE_ALIKE = "share of like figures"
    SHARE = "share"
    SHARE_OF_PARTS = "share of all parts"
    MULTIPLE = "multiple"
    SAME_WHOLE = "same whole"


@record(frozen=True, slots=True)
class Proposal:
    """One proposed relation.

    ``holds`` is the statement as the registry would hold it, ``figures`` the same with the figures as written.
    ``chance`` is how many relations as unlikely as this one would hold among the source's figures by chance
    alone; ``tried`` is how many combinations of its kind were looked at. ``instead`` are equal statements with
    other claims of the same values.
    """

    id: str
    source: str
    kind: ProposalKind
    holds: str
    figures: str
    claims: tuple[str, ...]
    chance: Fraction
    tried: int
    instead: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Proposals:
    """What was proposed for a registry, most unlikely first within each source, and how much was tried.

    ``too_large`` are the sources with so many like figures that not every sum and ratio was tried.
    """

    proposals: tuple[Proposal, ...]
    sources: int
    tried: int
    threshold: Fraction
    too_large: tuple[str, ...] = ()
