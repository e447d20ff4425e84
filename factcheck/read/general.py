"""The general way to read digits: ask of everything beside them what it makes of them."""

from __future__ import annotations

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.read.figure import read_figure
from factcheck.read.lexicon import EVERYTHING, Lexicon
from factcheck.read.neighbours import left_words
from factcheck.read.other import is_amount, is_other
from factcheck.read.plain import plain_figure
from factcheck.read.spotted import Spotted
from factcheck.read.text import Uniform

# A run of digits, and the word behind it if one space stands between.
_DIGITS = lazy_pattern(r"([0-9]+(?:[.,][0-9]+)*)(?: ([^\W\d_]+))?")


def read_digits_at(page: Uniform, start: int, words: Lexicon, last: Spotted | None) -> tuple[Spotted, int]:
    """Return what the digits that begin at ``start`` are, ``unread`` where they fit nothing, and where they end.

    ``last`` is what the digits before were.
    """
    lower = page.lower
    match = _DIGITS.match(lower, start)
    if match is None:
        raise ValueError(f"no digits at {start}")
    digits, following = match.groups()
    end = match.end(1)
    # Most words behind digits begin nothing; where there is none, anything may stand there.
    ahead = EVERYTHING if following is None else words.ahead.get(following, 0)
    left = left_words(lower, start, words.last_words, words.dotted)
    token = words.read_token(digits)
    spotted = None
    if is_amount(lower[start - 1 : start], lower[end : end + 1], token, words, left, last, ahead):
        if token.digits is not None:
            spotted = plain_figure(page, start, digits, words, left, token.digits, ahead)
    else:
        spotted = is_other(page, start, end, words, left, last)
    spotted = spotted or read_figure(page, start, digits, words, left, last, token, ahead)
    return spotted or Spotted("unread", start, end), end
