"""How one figure leans on another."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.record import NamedTuple


class LinkKind(StrEnum):
    """How a figure leans on another."""

    RATIO = "ratio"
    CHANGE = "change"
    SHARE = "share"
    PART = "part"
    HELD = "held"
    LIST = "list"


class Link(NamedTuple):
    """The kind of a link, and the number of the statement that is leaned on."""

    kind: LinkKind
    parent: int
