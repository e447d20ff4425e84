"""What was spotted, worked out: exact values and the intervals that they commit to."""

from __future__ import annotations

from factcheck.model.commitment import commit
from factcheck.model.exact import Exact, divide, plain
from factcheck.model.interval import Interval
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.written import Written
from factcheck.read.spotted import Numeral, Spotted
from factcheck.read.text import Uniform

_MOVES = (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
_DOUBTFUL_STYLE = (Kind.COUNT, Kind.RATIO, Kind.MONEY, Kind.MEASURE)


def make_quantity(spotted: Spotted, page: Uniform, text: str) -> Quantity:
    """Work out a spotted quantity of ``text``, which ``page`` is made of; its offsets are those of the text."""
    if spotted.numeral is None:
        raise ValueError(f"no quantity: {spotted.kind}")
    start, end = page.original(spotted.start), page.original(spotted.end)
    kind = Kind.RANGE if spotted.high else Kind(spotted.kind)
    written = _written(spotted.numeral, spotted.unit)
    fall = spotted.hedge.direction < 0 and spotted.kind in _MOVES
    if spotted.negative or fall or spotted.hedge.minus:
        written = written.mirrored()
    hard, soft = commit(written, spotted.hedge.comparator, exact=spotted.of is not None)
    low = high = None
    if spotted.high is not None:
        above = _written(spotted.high, spotted.unit)
        if fall:
            above = above.mirrored()
        hard_above, soft_above = commit(above, spotted.hedge.comparator)
        hard, soft = _around(hard, hard_above), _around(soft, soft_above)
        low, high = sorted((written.value, above.value))
    return Quantity(
        value=written.value if low is None else low,
        kind=kind,
        hard=hard,
        soft=soft,
        comparator=spotted.hedge.comparator,
        of=None if spotted.of is None else _written(spotted.of, "").value,
        unit=spotted.unit if kind in (Kind.MONEY, Kind.MEASURE, Kind.RANGE) else "",
        direction=spotted.hedge.direction,
        also=_also(spotted, kind, written),
        estimated=spotted.hedge.estimated,
        doubtful=spotted.hedge.doubtful,
        low=low,
        high=high,
        assumed_unit=spotted.assumed,
        foreign_style=spotted.numeral.digits.foreign,
        base=page.text[slice(*spotted.base)].strip(" .") if spotted.base else "",
        text=text[start:end],
        start=start,
        end=end,
    )


def _around(one: Interval, other: Interval) -> Interval:
    """Return the smallest interval that holds both."""
    low, high = (one, other) if one.low is None or (other.low is not None and one.low <= other.low) else (other, one)
    top = high if high.high is None or (low.high is not None and high.high >= low.high) else low
    return Interval(low.low, top.high, low.low_open, top.high_open)


def _also(spotted: Spotted, kind: Kind, written: Written) -> Exact | None:
    numeral = spotted.numeral
    if spotted.twofold:
        # "Tăng thêm 2 lần": twice as much, or twice as much again.
        return written.value + (1 if written.value > 0 else -1)
    if numeral is None or not numeral.digits.also or numeral.scale != 1 or kind not in _DOUBTFUL_STYLE:
        return None
    return int(numeral.digits.also)


def _written(numeral: Numeral, unit: str) -> Written:
    if numeral.written is not None:
        written = numeral.written.times(numeral.scale)
    else:
        digits = numeral.digits
        written = Written.from_digits(digits.whole, digits.decimals, scale=numeral.scale)
        for piece, scale in numeral.pieces:
            written = _sum(written, Written.from_digits(piece.whole, piece.decimals, scale=scale))
    parts = _PARTS_OF_ONE.get(unit)
    return written.as_part(parts) if parts else written


# What a sign divides its figure by; a percentage is its fraction.
_PARTS_OF_ONE = {"%": 100, "pp": 100, "‰": 1_000, "bp": 10_000}


def _sum(one: Written, other: Written) -> Written:
    """Return a number written in two pieces: as precise as the smaller one."""
    value = one.value + other.value
    digits = len(plain(divide(value, other.significant))) if other.significant else one.digits
    return Written(value, other.last, other.significant, digits, scaled=other.last > 1)
