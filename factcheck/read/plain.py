"""The short way for the amounts that most figures are: digits with at most one word or a per cent sign behind them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.quantity import Kind
from factcheck.read.hedges import find_hedge
from factcheck.read.lexicon import UNIT, Lexicon
from factcheck.read.numerals import Digits
from factcheck.read.ranges import LINKS, may_link
from factcheck.read.spotted import Numeral, Spotted
from factcheck.read.text import Uniform
from factcheck.read.units import ENDS, KINDS, base_of, tail_of, unit_of

_REACH = 40
_AMOUNTS = frozenset({"currency", "measure"})
_COUNT, _PERCENT = Kind.COUNT.value, Kind.PERCENT.value


def plain_figure(
    page: Uniform, start: int, token: str, words: Lexicon, left: Sequence[str], digits: Digits, ahead: int
) -> Spotted | None:
    """Read an amount that has only one word or a per cent sign behind it.

    ``read_figure`` would find the same, but only after it has asked for everything that may stand beside a
    figure. Here that is ruled out first, by few questions; where it cannot be, the answer is None.
    """
    lower, end = page.lower, start + len(token)
    if left:
        if not left[0].isalpha() or left[0] in words.currency_words:
            return None
    elif lower[start - 1 : start] != "(":
        return None
    unit = _unit(page, end, words, ahead)
    if unit is None:
        return None
    kind, code, stop = unit
    counts = kind == _COUNT
    if counts and left and not words.language.left.multiples.isdisjoint(left[:3]):
        return None
    if not counts and lower[stop : stop + 1] in LINKS and may_link(lower, stop, words):
        return None
    numeral = Numeral(start, end, digits)
    hedge = find_hedge(lower, start, stop, left, numeral, words, counts=counts)
    base = base_of(page, stop, words) if hedge.direction else None
    end_of_all = stop if kind == _PERCENT else end
    return Spotted(kind, start, end_of_all, numeral, hedge, code, base=base, unit_at=(end, stop))


def _unit(page: Uniform, end: int, words: Lexicon, ahead: int) -> tuple[str, str, int] | None:
    """Return kind, code and end of the unit of a figure; None where more than one may stand there."""
    lower = page.lower
    after = lower[end : end + 1]
    if after == "%":
        return (_PERCENT, "%", end + 1) if words.percent_alone else None
    if after in ENDS:
        return _COUNT, "", end
    if after != " " or _may_be_more(page, end, words, ahead):
        return None
    tail = tail_of(lower, end, words) if ahead else None
    if tail is None:
        return _COUNT, "", end
    return (KINDS[tail.name], unit_of(page, tail, words), tail.end) if tail.name in _AMOUNTS else None


def _may_be_more(page: Uniform, end: int, words: Lexicon, ahead: int) -> bool:
    """Whether a scale, a ratio or "per" may stand behind a figure."""
    if ahead & ~UNIT or page.lower.find("/", end, end + _REACH) >= 0:
        return True
    return words.per is not None and words.per.match(page.text, end) is not None
