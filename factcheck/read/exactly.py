"""What was spotted, worked out: exact values and the intervals that they commit to."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol, cast

from factcheck.model.commitment import commit
from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact, divide, plain
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import NamedTuple, replace
from factcheck.model.written import Written
from factcheck.read.numerals import Digits
from factcheck.read.spotted import Spotted
from factcheck.read.text import Uniform

_MOVES = frozenset({Kind.PERCENT.value, Kind.POINTS.value, Kind.MULTIPLE.value})
_WITH_UNITS = frozenset({Kind.MONEY.value, Kind.MEASURE.value})
_DOUBTFUL_STYLE = frozenset({Kind.COUNT.value, Kind.RATIO.value, Kind.MONEY.value, Kind.MEASURE.value})
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
_KNOWN_FIGURES = 1 << 13
# What a sign divides its figure by; a percentage is its fraction.
_PARTS_OF_ONE = {"%": 100, "pp": 100, "‰": 1_000, "bp": 10_000}


class Figure(Quantity):
    """A quantity that is worked out when first asked for more than its place and its words.

    Most figures of a long text are only located or compared by a few of their parts, and exact arithmetic
    costs several times as much as finding them.
    """

    __slots__ = ("_source",)
    _source: Source

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - called for a part that is not worked out yet
        if name in _NUMBERS:
            _work_out(self, self.spotted())
        elif name in _WORDS:
            _say(self, self.spotted())
        elif name == "base":
            setattr(self, name, "")
        else:
            raise AttributeError(f"a quantity has no {name}")
        return getattr(self, name)

    def spotted(self) -> Spotted:
        """Return what was spotted of it in the text."""
        spotted = self._source.spotted(self.start, self.text)
        self._source = spotted
        return spotted

    def __reduce__(self) -> tuple[type[Quantity], tuple[object, ...]]:
        """Go to other processes as a plain quantity."""
        return Quantity, tuple(getattr(self, part) for part in Quantity.__slots__)


class Source(Protocol):
    """What a quantity is worked out from."""

    def spotted(self, start: int, text: str) -> Spotted:
        """Return what was spotted of the quantity that stands at ``start`` as ``text``."""


_NUMBERS = frozenset({"value", "hard", "soft", "of", "also", "low", "high"})
_WORDS = frozenset(
    {"comparator", "unit", "direction", "estimated", "doubtful", "assumed_unit", "foreign_style", "rate"}
)
_new = object.__new__


def make_quantity(spotted: Spotted, page: Uniform, text: str) -> Figure:
    """Return the quantity that was spotted in ``text``, which ``page`` is made of; offsets are in the text."""
    if spotted.numeral is None:
        raise ValueError(f"no quantity: {spotted.kind}")
    start, end = spotted.start, spotted.end
    if page.offsets is not None:
        start, end = page.offsets[start], page.offsets[end]
    kind = Kind.RANGE if spotted.high else _KINDS[spotted.kind]
    base = page.text[slice(*spotted.base)] if spotted.base else ""
    return new_figure(start, end, text[start:end], kind, spotted, base)


def new_figure(start: int, end: int, text: str, kind: Kind, source: Source, base: str) -> Figure:
    """Return a quantity by its place, its words, and what the rest of it is to be worked out from."""
    quantity: Any = _new(Figure)
    quantity.start = start
    quantity.end = end
    quantity.text = text
    quantity.kind = kind
    quantity._source = source  # noqa: SLF001 - its own
    if base:
        quantity.base = base.strip(" .")
    return cast("Figure", quantity)


def _say(quantity: Any, spotted: Spotted) -> None:  # noqa: ANN401 - a figure, which is being made
    """Set the parts of a quantity that its words say."""
    hedge = spotted.hedge
    quantity.comparator = hedge.comparator
    quantity.unit = spotted.unit if spotted.high or spotted.kind in _WITH_UNITS else ""
    quantity.direction = hedge.direction
    quantity.estimated = hedge.estimated
    quantity.doubtful = hedge.doubtful
    quantity.assumed_unit = spotted.assumed
    quantity.foreign_style = spotted.numeral is not None and spotted.numeral.digits.foreign
    quantity.rate = spotted.rate


def _work_out(quantity: Any, spotted: Spotted) -> None:  # noqa: ANN401 - a figure, which is being made
    """Set the parts of a quantity that are worked out from its digits."""
    if spotted.numeral is None:
        raise ValueError(f"no quantity: {spotted.kind}")
    comparator = spotted.hedge.comparator
    fall = spotted.hedge.direction < 0 and spotted.kind in _MOVES
    mirrored = spotted.negative or fall or spotted.hedge.minus
    numeral = spotted.numeral
    in_ratio = spotted.of is not None
    one = _worked_out(*numeral[2:], spotted.unit, comparator, mirrored=mirrored, exact=in_ratio, rounded=spotted.rate)
    low = high = None
    value, hard, soft = one
    if spotted.high is not None:
        above = _worked_out(*spotted.high[2:], spotted.unit, comparator, mirrored=fall, exact=False)
        hard, soft = _around(hard, above.hard), _around(soft, above.soft)
        low, high = sorted((value, above.value))
        value = low
    quantity.value = value
    quantity.hard = hard
    quantity.soft = soft
    quantity.of = None if spotted.of is None else _written(*spotted.of[2:], "").value
    quantity.also = _also(spotted, one.value)
    quantity.low = low
    quantity.high = high


class _Worth(NamedTuple):
    """A figure's value and the intervals that it commits to."""

    value: Exact
    hard: Interval
    soft: Interval


@lru_cache(maxsize=_KNOWN_FIGURES)
def _worked_out(
    digits: Digits,
    scale: Exact,
    pieces: tuple[tuple[Digits, Exact], ...],
    spelled: Written | None,
    unit: str,
    comparator: Comparator | None,
    *,
    mirrored: bool,
    exact: bool,
    rounded: bool = False,
) -> _Worth:
    """Work out one figure. Short ones are written again and again ("10%", "5 triệu"), so they are kept."""
    written = _written(digits, scale, pieces, spelled, unit)
    if rounded:
        # To its last digit, though it may not look it.
        written, exact = replace(written, scaled=True), False
    if mirrored:
        written = written.mirrored()
    hard, soft = commit(written, comparator, exact=exact)
    return _Worth(written.value, hard, soft)


def _around(one: Interval, other: Interval) -> Interval:
    """Return the smallest interval that holds both."""
    low, high = (one, other) if one.low is None or (other.low is not None and one.low <= other.low) else (other, one)
    top = high if high.high is None or (low.high is not None and high.high >= low.high) else low
    return Interval(low.low, top.high, low.low_open, top.high_open)


def _also(spotted: Spotted, value: Exact) -> Exact | None:
    numeral = spotted.numeral
    if spotted.twofold:
        # "Tăng thêm 2 lần": twice as much, or twice as much again.
        return value + (1 if value > 0 else -1)
    if (
        numeral is None
        or not numeral.digits.also
        or numeral.scale != 1
        or spotted.high
        or spotted.kind not in _DOUBTFUL_STYLE
    ):
        return None
    return int(numeral.digits.also)


def _written(
    digits: Digits, scale: Exact, pieces: tuple[tuple[Digits, Exact], ...], spelled: Written | None, unit: str
) -> Written:
    if spelled is not None:
        written = spelled.times(scale)
    else:
        written = Written.from_digits(digits.whole, digits.decimals, scale=scale)
        for piece, worth in pieces:
            written = _sum(written, Written.from_digits(piece.whole, piece.decimals, scale=worth))
    parts = _PARTS_OF_ONE.get(unit)
    return written.as_part(parts) if parts else written


def _sum(one: Written, other: Written) -> Written:
    """Return a number written in two pieces: as precise as the smaller one."""
    value = one.value + other.value
    digits = len(plain(divide(value, other.significant))) if other.significant else one.digits
    return Written(value, other.last, other.significant, digits, scaled=other.last > 1)
