"""Two ends of a range: "30-50%", "từ 5 đến 6 triệu", "between 10% and 15%"; but no change from one level to another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.exact import Exact, divide
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple
from factcheck.read.lexicon import Lexicon, trie_match
from factcheck.read.scales import next_numeral, scaled
from factcheck.read.spotted import Numeral, Tail
from factcheck.read.text import Uniform
from factcheck.read.units import code_of, tail_of

_GOES_ON = lazy_pattern(r"[-–]\d+[-–]|/")
_CLAUSE_END = lazy_pattern(r"[.;:!?\n]")
_MOVE_REACH = 64
_BARE_DIGITS = 3
_MOST_BETWEEN = 3
# The upper end of a range is hardly so many times the lower one.
_FAR = 10
LINKS = frozenset(" -–~÷")


class Ends(NamedTuple):
    """Both ends of a range, and the unit that they share."""

    low: Numeral
    high: Numeral
    tail: Tail | None


def may_link(lower: str, end: int, words: Lexicon) -> bool:
    """Whether a sign or the letter of a word that joins the ends of a range stands at ``end``."""
    following = lower[end : end + 2]
    return following[:1] in LINKS and (following[0] != " " or following[1:] in words.link_letters)


def range_at(page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], words: Lexicon) -> Ends | None:
    """Return the range whose lower end is given with its unit, if it is one."""
    end = tail.end if tail else numeral.end
    if not may_link(page.lower, end, words):
        return None
    link = words.link.match(page.lower, end)
    if link is None or not _links(page, link, numeral, tail, left, words):
        return None
    above = next_numeral(page, link.end(), words)
    if above is None or _GOES_ON.match(page.text, above.end):
        return None
    above = scaled(page, above, words)
    above_tail = tail_of(page.lower, above.end, words)
    if tail is not None and not _same_unit(tail, above_tail, words):
        return None
    if numeral.scale == 1 and tail is None and _worth(numeral) < divide(_worth(above), above.scale):
        # "5-6 triệu": the scale is that of both.
        numeral = numeral._replace(scale=above.scale)
    if link["word"] is not None and _worth(above) > _FAR * _worth(numeral) and _moves(left, words):
        # "Rose by 410 to 44,870".
        return None
    return Ends(numeral, above, above_tail) if _worth(numeral) < _worth(above) else None


def _links(
    page: Uniform, link: re.Match[str], numeral: Numeral, tail: Tail | None, left: Sequence[str], words: Lexicon
) -> bool:
    """Whether what stands between two numbers joins them."""
    language = words.language
    if link["word"] is None:
        # "2-3-4" is no range.
        return not (
            page.text[numeral.start - 1 : numeral.start] in ("-", "–") and page.text[numeral.start - 2].isdigit()
        )
    if language.between and link["word"] == language.between[1]:
        return language.between[0] in left[:2]
    return not _is_move(page.lower, numeral.start, left, words) and not _is_step(numeral, tail, left, words)


def _same_unit(tail: Tail, above: Tail | None, words: Lexicon) -> bool:
    if above is None or above.name != tail.name:
        return False
    return tail.name not in ("currency", "measure") or code_of(tail, words) == code_of(above, words)


def _worth(numeral: Numeral) -> Exact:
    digits = numeral.digits
    first = divide(int(digits.whole + digits.decimals) * numeral.scale, 10 ** len(digits.decimals))
    return first + sum(int(piece.whole) * scale for piece, scale in numeral.pieces)


def _is_move(lower: str, start: int, left: Sequence[str], words: Lexicon) -> bool:
    """Whether a word of change makes "from 12% to 15%" two levels."""
    moves = words.language.moves_in_range
    if not moves or not left or left[0] not in words.language.range_heads:
        return False
    clause = _CLAUSE_END.split(lower[max(0, start - _MOVE_REACH) : start])[-1]
    return any(word in moves for word in clause.replace(",", " ").split())


def _is_step(numeral: Numeral, tail: Tail | None, left: Sequence[str], words: Lexicon) -> bool:
    """Whether "down by 0.1 hour to 34.3 hours" tells how far and whereto: the first figure has its own unit."""
    whole = tail is not None or numeral.scale != 1 or len(numeral.digits.whole) > _BARE_DIGITS
    if not whole or (left and left[0] in words.language.range_heads):
        return False
    return _moves(left, words)


def _moves(left: Sequence[str], words: Lexicon) -> bool:
    """Whether a word of change leads to a number."""
    return any(trie_match(words.moves, left[skipped:]) for skipped in range(min(_MOST_BETWEEN, len(left))))
