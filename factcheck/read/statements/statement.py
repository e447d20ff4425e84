"""A statement of a text: one figure with the words, the time and the state of affairs that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.quantity import AMOUNTS, Kind, Quantity
from factcheck.model.record import NamedTuple, record
from factcheck.model.registry import Status
from factcheck.read.scan import Scan
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import Time

# No sentence is gone back further in than by so many figures.
_LOOK_BACK = 60
_AND = re.compile(r" (?:và|and|nhưng|but) ")


class Place(NamedTuple):
    """A cell: where its table's headings and its row begin in the text, and its column."""

    table: int
    row: int
    column: int


@record(frozen=True, slots=True)
class Statement:
    """One figure and what its text says around it.

    ``left`` runs from the figure before it (or a strong mark) to its hedge, ``right`` from its end to the figure
    after it; both lower case. ``fresh`` is whether ``left`` begins anew, not in the noun of the figure before;
    ``followed`` whether ``right`` leads up to another figure, ``compares`` whether it holds the figure against one.
    ``period`` is ISO, empty where nothing tells it; ``spoken`` is whether its own sentence names the time, ``told``
    whether that, an earlier one or the whole text does. ``base`` is the period that a change is measured from.
    ``against`` is whether it is what a figure before it is held against, ``elsewhen`` whether it is of some other
    time that nothing tells. ``loss`` is whether it is below zero and no fall ("lỗ 42 tỷ"). ``level`` is the level
    that is named right beside it. ``repeats`` are the other places where the same is said. ``heading`` and
    ``heading_unit`` are what a table says that it counts, and in which unit; ``bare`` is then the number in its
    cell. ``place`` is its cell.
    """

    quantity: Quantity
    sentence: Span
    left: str
    right: str
    period: str = ""
    spoken: bool = False
    told: bool = False
    base: str = ""
    status: Status = Status.ACTUAL
    level: str = ""
    fresh: bool = True
    followed: bool = False
    compares: bool = False
    against: bool = False
    elsewhen: bool = False
    loss: bool = False
    repeats: tuple[Quantity, ...] = ()
    heading: str = ""
    heading_unit: str = ""
    bare: Quantity | None = None
    place: Place | None = None

    @property
    def own_left(self) -> str:
        """``left`` without what still belongs to the figure before: of "113% dự toán và tăng 21%" only "tăng"."""
        if self.fresh or "," in self.left:
            return self.left
        return _AND.split(f" {self.left} ")[-1].strip()

    @property
    def is_change(self) -> bool:
        """Whether the figure says how far another one moved, in per cent, points or times."""
        if self.quantity.kind is Kind.POINTS:
            return True
        moved = (self.quantity.direction != 0 and not self.loss) or self.compares
        return moved and self.quantity.kind in (Kind.PERCENT, Kind.MULTIPLE)

    @property
    def is_difference(self) -> bool:
        """Whether the figure says by how many of a thing there are more or fewer than at another time."""
        moved = (self.quantity.direction != 0 and not self.loss) or self.compares
        return self.quantity.kind in AMOUNTS and moved

    @property
    def is_level(self) -> bool:
        """Whether the figure says how much there is, not how far that moved."""
        return not (self.is_change or self.is_difference)

    def is_like(self, other: Statement) -> bool:
        """Whether another figure is of the same kind and unit."""
        mine, theirs = self.quantity, other.quantity
        return mine.kind is theirs.kind and mine.unit == theirs.unit


def are_like_levels(one: Statement, other: Statement) -> bool:
    """Whether two figures both say how much there is, in one kind and unit."""
    return one.is_level and other.is_level and one.is_like(other)


def earlier_in_sentence(statements: Sequence[Statement], number: int) -> list[int]:
    """Return the numbers of the statements before this one in its sentence, in order, the nearest ones of many."""
    first = number
    while first > max(0, number - _LOOK_BACK) and statements[first - 1].sentence == statements[number].sentence:
        first -= 1
    return list(range(first, number))


class PassedOver(NamedTuple):
    """A figure that is no claim, and why: for instance ``threshold``, ``duration`` or ``again``."""

    statement: Statement
    why: str


@record(frozen=True, slots=True)
class Reading:
    """A page with its statements in order, and the figures of its prose that are none (thresholds, durations)."""

    page: Page
    statements: tuple[Statement, ...]
    passed_over: tuple[PassedOver, ...]
    times: tuple[Time, ...]
    scan: Scan
