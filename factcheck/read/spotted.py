"""What the scanner finds, before any arithmetic: where numbers stand and which words belong to them."""

from __future__ import annotations

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.record import NamedTuple
from factcheck.model.written import Written
from factcheck.read.language import Phrase
from factcheck.read.numerals import Digits


class Numeral(NamedTuple):
    """A number as it stands: digits times a scale, then smaller pieces ("1 tỷ 350 triệu").

    ``written`` is set instead where the number is in words. ``end`` lies behind the last scale word.
    """

    start: int
    end: int
    digits: Digits = Digits("0")
    scale: Exact = 1
    pieces: tuple[tuple[Digits, Exact], ...] = ()
    written: Written | None = None


class Tail(NamedTuple):
    """What stands right of a numeral: the name of its group in the pattern, its words, where it ends."""

    name: str
    text: str
    end: int


class Hedge(NamedTuple):
    """The words beside a numeral that say how it is meant; ``direction`` is -1, 0 or 1.

    ``minus`` says that a word for a minus stands before it; ``clues`` are these words, each with the part of
    the reading that they gave.
    """

    comparator: Comparator | None = None
    doubtful: bool = False
    estimated: bool = False
    direction: int = 0
    minus: bool = False
    clues: tuple[tuple[str, Phrase], ...] = ()


class Hint(NamedTuple):
    """A place where words of numbers may begin, and where the first of them end: -1 where they are vague."""

    place: int
    end: int


class Spotted(NamedTuple):
    """One stretch of text with a number in it: a quantity where ``numeral`` is set, else something else.

    ``kind`` is the name of a kind of quantity, or of what it is instead ("date", "unread" …).
    ``start`` and ``end`` cover the numeral with scale words and percent sign. ``of`` is the
    denominator of a ratio or rank, ``high`` the upper end of a range; ``twofold`` marks a multiple with
    two readings, ``base`` where the words stand that a change is measured against, ``unit_at``
    where its unit does; ``assumed`` marks a currency that is not named, ``rate`` a ratio that need not be a part.
    """

    kind: str
    start: int
    end: int
    numeral: Numeral | None = None
    hedge: Hedge = Hedge()
    unit: str = ""
    of: Numeral | None = None
    high: Numeral | None = None
    negative: bool = False
    twofold: bool = False
    base: tuple[int, int] | None = None
    unit_at: tuple[int, int] = (0, 0)
    assumed: bool = False
    rate: bool = False

    def spotted(self, start: int, text: str) -> Spotted:  # noqa: ARG002 - as what was kept in another way is asked
        """Return itself."""
        return self
