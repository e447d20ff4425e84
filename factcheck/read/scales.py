"""Digits and the scale words behind them: "13,4 triệu", "1 tỷ 350 triệu", "2tr5", "$2m"."""

from __future__ import annotations

from factcheck.model.exact import Exact, divide
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.read.lexicon import Lexicon
from factcheck.read.numerals import MOST_DIGITS, Digits
from factcheck.read.spotted import Numeral
from factcheck.read.text import Uniform
from factcheck.read.units import tail_of

_TOKEN = lazy_pattern(r"[0-9]+(?:[.,][0-9]+)*")
_SPACED = lazy_pattern(
    r"(?<![\d.,/])[1-9]\d{0,2}(?:(?: \d{3})+|(?:['’]\d{3})+)(?:[.,]\d{1,2})?"
    r"(?![\d.,/:%]|-(?![^\W\d_]|[1-9]\d{0,2}(?: \d{3})+(?!\d)))"
)
_GROUP_MARKS = frozenset(" '’")
_GROUP_MARK = lazy_pattern("[ '’]")
_REST = lazy_pattern(r" (\d{1,3})(?![\d.,/:%-]|\d)")
_TENTH = lazy_pattern(r"\d(?![\d.,]*\d)")
_GLUED = lazy_pattern(r"[a-z]{1,3}(?![^\W\d_])")
_CURRENCY_BEFORE = lazy_pattern(r"[$€£¥₹][\d.,]+\Z")
# "£5m to 6m".
_LOWER_END_BEFORE = lazy_pattern(r"[$€£¥₹][\d.,]+(?:m ?(?:-|–|to|and) ?|-|–| to )[\d.,]+\Z")
_UPPER_END = lazy_pattern(r"[-–][\d.,]+")
_DIGITS_BEFORE = lazy_pattern(r"[\d.,]+\Z")
_DECIMALS = lazy_pattern(r"\d[.,]\d{1,2}\Z")
_NEXT = lazy_pattern(r" ([^\W\d_]+)")
_THOUSAND, _BILLION = 10**3, 10**9
_THREE_DIGITS = 3
_REACH = 40


def digits_at(page: Uniform, start: int, token: str, words: Lexicon) -> Numeral | None:
    """Read a run of digits, with groups set apart by single spaces ("5 000") as SI does, or marks ("5'000")."""
    end = start + len(token)
    following = page.text[end : end + 2]
    if following[:1] in _GROUP_MARKS and following[1:].isdigit() and (grouped := _SPACED.match(page.text, start)):
        token = _GROUP_MARK.sub("", grouped[0])
        end = grouped.end()
    digits = words.read_token(token).digits
    if digits is None or end - start > MOST_DIGITS:
        return None
    return Numeral(start, end, digits)


def next_numeral(page: Uniform, start: int, words: Lexicon) -> Numeral | None:
    """Return the digits that begin at ``start``, if some do."""
    token = _TOKEN.match(page.text, start)
    return digits_at(page, start, token[0], words) if token else None


def scaled(page: Uniform, numeral: Numeral, words: Lexicon) -> Numeral:
    """Return a numeral with the scale words behind it, and the smaller pieces behind these."""
    scale, end = scale_of(page.lower, numeral.end, words)
    return numeral if scale == 1 else _stacked(page, numeral._replace(scale=scale, end=end), words)


def scale_of(lower: str, end: int, words: Lexicon) -> tuple[int, int]:
    """Return what the scale words right of a numeral multiply by, and where they end."""
    right = words.language.right
    following = lower[end : end + 1]
    if following.isalpha():
        glued = _GLUED.match(lower, end)
        worth = right.glued_scales.get(glued[0]) if glued else None
        if glued and worth and (glued[0] not in right.measures or _is_million(lower, end, glued.end(), words)):
            return _scale_words(lower, glued.end(), words, worth)
    elif following not in (" ", "-"):
        return 1, end
    return _scale_words(lower, end, words, 1)


def _scale_words(lower: str, end: int, words: Lexicon, scale: int) -> tuple[int, int]:
    scales, plain = words.language.right.scales, words.language.plain_words
    while found := words.scale.match(lower, end):
        name = found["scale"]
        scale *= scales[plain.get(name, name)]
        end = found.end()
    return scale, end


def _is_million(lower: str, end: int, behind: int, words: Lexicon) -> bool:
    """Whether "2m" means millions: a currency stands before it, or something that can be counted behind it."""
    before = max(0, end - _REACH)
    if _CURRENCY_BEFORE.search(lower, before, end) or _LOWER_END_BEFORE.search(lower, before, end):
        return True
    if (upper := _UPPER_END.match(lower, behind)) and lower[upper.end() : upper.end() + 1] == lower[end]:
        # "5m-6m people".
        return _is_million(lower, upper.end(), upper.end() + behind - end, words)
    digits = _DIGITS_BEFORE.search(lower, before, end)
    if digits and words.prefixes.search(lower, before, digits.start()):
        return True
    following = _NEXT.match(lower, behind)
    if following is not None:
        small = following[1] in words.language.heads.followers
        return following[1] not in words.language.right.metre_words and (not small or _has_decimals(lower, end))
    return _has_decimals(lower, end) and bool(words.language.right.metre_words)


def _has_decimals(lower: str, end: int) -> bool:
    return _DECIMALS.search(lower, max(0, end - _REACH), end) is not None


def _stacked(page: Uniform, numeral: Numeral, words: Lexicon) -> Numeral:
    """Add what a smaller scale follows with: "1 tỷ 350 triệu", "12 ngàn 500", "13 triệu rưỡi", "2tr5"."""
    text, lower, scale = page.text, page.lower, numeral.scale
    if scale >= _THOUSAND and lower[numeral.end - 1].isalpha() and (tenth := _TENTH.match(text, numeral.end)):
        return _with_piece(numeral, Digits(tenth[0]), divide(scale, 10), tenth.end())
    while scale >= _THOUSAND:
        if words.half and (half := words.half.match(lower, numeral.end)):
            return _with_piece(numeral, Digits("5"), divide(scale, 10), half.end())
        rest = _REST.match(text, numeral.end)
        if rest is None or numeral.digits.decimals:
            break
        smaller, end = scale_of(lower, rest.end(), words)
        worth: Exact = smaller
        if smaller == 1:
            # "1 triệu 200" leaves the thousands unsaid.
            if len(rest[1]) != _THREE_DIGITS or scale > _BILLION:
                break
            worth = divide(scale, _THOUSAND)
        tail = tail_of(lower, end, words)
        if smaller >= scale or int(rest[1]) * worth >= scale or (tail and tail.name == "percent"):
            break
        numeral = _with_piece(numeral, Digits(rest[1]), worth, end)
        if smaller == 1:
            break
        scale = smaller
    return numeral


def _with_piece(numeral: Numeral, digits: Digits, scale: Exact, end: int) -> Numeral:
    return numeral._replace(pieces=(*numeral.pieces, (digits, scale)), end=end)
