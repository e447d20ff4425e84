"""A quantity: one figure read from text."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.record import record


class Kind(StrEnum):
    """What class of thing a number is; figures of different kinds are never equal."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage-points"
    MONEY = "money"
    MEASURE = "measure"
    RATIO = "ratio"
    RANK = "rank"
    MULTIPLE = "multiple"
    RANGE = "range"


# So many of a thing, and so much in a hundred.
AMOUNTS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
PERCENTAGES = (Kind.PERCENT, Kind.POINTS)

_SMALLEST_BASE = 100


def is_rate_base(whole: Exact) -> bool:
    """Whether rates are counted per so many: 100, 1 000, 10 000 and so on."""
    return whole >= _SMALLEST_BASE and str(whole).strip("0") == "1"


@record(frozen=True, slots=True)
class Quantity:
    """One figure as read: exact value in base units, two intervals, and where its words stand.

    ``of`` is the denominator of a ratio or rank. ``direction`` is -1 after a word of decrease, 1 after one
    of increase, 0 otherwise; a percentage, multiple or number of points that falls is negative. ``also``
    holds the value under the other convention for separators where the digits allow both ("3,451").
    ``start`` and ``end`` are offsets in the text that was read, of the numeral with its scale words and
    percent sign. ``doubtful`` marks a comparator that the words may not mean.

    A range ("30-50%") has its ends in ``low`` and ``high``, ``value`` is the lower one, and ``unit`` is
    "%", "pp" (percentage points) or "times" besides the codes of currencies and measures; its intervals
    hold both ends as far as each may reach. ``foreign_style`` marks digits in the separators of another
    language ("13.4" in Vietnamese), ``assumed_unit`` a currency that only the words around it suggest.
    ``base`` are the words that a change is measured against. ``rate`` marks a ratio to a round number that counts
    something else, of which it need not be a part ("140 thuê bao/100 dân").
    """

    value: Exact
    kind: Kind
    hard: Interval
    soft: Interval
    comparator: Comparator | None = None
    of: Exact | None = None
    unit: str = ""
    direction: int = 0
    also: Exact | None = None
    estimated: bool = False
    doubtful: bool = False
    text: str = ""
    start: int = 0
    end: int = 0
    low: Exact | None = None
    high: Exact | None = None
    foreign_style: bool = False
    assumed_unit: bool = False
    base: str = ""
    rate: bool = False


@record(frozen=True, slots=True)
class Vague:
    """Words that hint at a number and state none ("hàng chục nghìn", "several thousand").

    ``soft`` is what a reader expects; nothing is admitted as certain.
    """

    text: str
    soft: Interval
    start: int
    end: int
