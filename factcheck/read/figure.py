"""Digits that count something: their unit, hedge and direction, and what they are joined to."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.comparator import Comparator
from factcheck.model.exact import divide
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Kind
from factcheck.model.written import Written
from factcheck.read.hedges import find_hedge
from factcheck.read.lexicon import EVERYTHING, LINK, PART, SCALE, UNIT, Lexicon, trie_match
from factcheck.read.neighbours import left_words, noun_follows
from factcheck.read.numerals import Digits, Token
from factcheck.read.ranges import range_at
from factcheck.read.ratios import ratio_at, ratio_of_units
from factcheck.read.scales import digits_at, scale_of, scaled
from factcheck.read.spotted import Hedge, Numeral, Spotted, Tail
from factcheck.read.text import Uniform
from factcheck.read.units import ENDS, KINDS, base_of, tail_of, unit_of

_MIXED = lazy_pattern(r" ([1-9])/([2-9])(?![\d/])")
_SIGN = lazy_pattern(r"(?:^|[\s(=])[-–+]\Z")
_LINE_START = lazy_pattern(r"(?:^|\n)[-–]\Z")
_SENTENCE_END = lazy_pattern(r"[.!?](?:\s|$)|\n")
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
_CURRENCY_SIGNS = frozenset("$€£¥₹₫₦₩")
_LONGEST_CURRENCY = 8
_MILLION, _TRILLION = 10**6, 10**12
_NEAR = 4
_SAME_SENTENCE = 120
_REACH = 40
_UNITS = {"percent": "%", "points": "pp", "mille": "‰", "basis": "bp"}
_SIGNS_OF_UNITS = frozenset(_UNITS.values())
# As plain text: the members of an enumeration cost much to look up and more to hash.
_COUNT, _MONEY, _RANK, _MULTIPLE = (kind.value for kind in (Kind.COUNT, Kind.MONEY, Kind.RANK, Kind.MULTIPLE))
_AMOUNTS = frozenset({_COUNT, _MONEY, Kind.MEASURE.value})
_POINTS = frozenset({"points", "basis"})
_MINUS = frozenset("-–")


def read_figure(
    page: Uniform,
    start: int,
    token: str,
    words: Lexicon,
    left: Sequence[str],
    last: Spotted | None,
    read: Token,
    ahead: int = EVERYTHING,
) -> Spotted | None:
    """Return the quantity whose digits begin at ``start``; None where they fit no style.

    ``left`` are the words before; ``last`` is what the digits before were: an amount without a currency
    has that of the one before it. ``read`` is what the token is by itself, ``ahead`` what the word behind it may begin.
    """
    numeral: Numeral | None
    if ahead == EVERYTHING or read.digits is None:
        numeral = digits_at(page, start, token, words)
        if numeral is None:
            return None
    else:
        numeral = Numeral(start, start + len(token), read.digits)
    text, end = page.text, numeral.end
    if text[start - 1 : start] == "." and token.isdigit() and not text[start - 2 : start - 1].strip(" (-–\n=<>≤≥~≈"):
        # ".05"
        numeral = numeral._replace(start=start - 1, digits=Digits("0", token))
    after = text[end : end + 1]
    if after not in ENDS and after != "%":
        if (after in _VULGAR or text[end + 1 : end + 2].isdigit()) and (mixed := _mixed(page, numeral, words)):
            return mixed
        may_be_part = ahead & PART or (words.per is not None and words.per.match(text, end) is not None)
        if may_be_part and (ratio := ratio_at(page, numeral, left, words)):
            return ratio
        if ahead & SCALE:
            numeral = scaled(page, numeral, words)
            if numeral.end != end:
                ahead = EVERYTHING
        slash = text.find("/", numeral.end, numeral.end + _REACH) >= 0
        if slash and (ratio := ratio_of_units(page, numeral, left, words)):
            return ratio
    return finished(page, numeral, words, left, last, ahead)


def _mixed(page: Uniform, numeral: Numeral, words: Lexicon) -> Spotted | None:
    """Read "3 1/2", "38½"."""
    end = numeral.end
    fraction = _VULGAR.get(page.text[end])
    if fraction is not None:
        end += 1
    elif found := _MIXED.match(page.text, end):
        fraction, end = (int(found[1]), int(found[2])), found.end()
    else:
        return None
    part = divide(*fraction)
    written = Written(int(numeral.digits.whole) + part, part, part, 2, scaled=True)
    scale, end = scale_of(page.lower, end, words)
    return finished(page, Numeral(numeral.start, end, numeral.digits, scale, written=written), words)


def finished(
    page: Uniform,
    numeral: Numeral,
    words: Lexicon,
    left: Sequence[str] | None = None,
    before: Spotted | None = None,
    ahead: int = EVERYTHING,
) -> Spotted:
    """Look around a numeral for unit, hedge and direction, and for the other end of a range.

    ``left`` are the words before it where they are known; ``before`` is what was spotted last, ``ahead`` what
    the word behind it may begin.
    """
    lower, start, end = page.lower, numeral.start, numeral.end
    tail = tail_of(lower, end, words) if ahead & UNIT else None
    currency = sign = ""
    if not left or left[0] in words.currency_words or not left[0].isalpha():
        start, currency, sign = _signs(page, start, words)
        if left is None or start != numeral.start or sign:
            left = left_words(lower, start - len(sign), words.last_words, words.dotted)
    last, high, hedged = numeral, None, left
    if (tail or ahead & LINK) and numeral.written is None and (ends := range_at(page, numeral, tail, left, words)):
        numeral, high, tail = ends
        last, end = high, high.end
        hedged = left[1:] if left and left[0] in words.language.range_heads else left
    stop = tail.end if tail else end
    counts = tail is None and high is None and numeral.scale == 1
    points = tail is not None and tail.name in _POINTS
    assumed = False
    hedge = find_hedge(lower, start, stop, hedged, numeral, words, counts=counts, distance=points)
    kind, unit, twofold = _kind(page, numeral, tail, left, hedge, words)
    if tail is not None and tail.name == "subunit":
        numeral = numeral._replace(scale=divide(numeral.scale, 100))
    if not currency and tail is None and last.scale >= _MILLION and kind == _COUNT:
        currency, assumed = _currency_of_context(page, last, words, before), True
    if currency and kind in _AMOUNTS:
        kind, unit = _MONEY, currency
    if (
        sign
        and kind == _COUNT
        and _LINE_START.search(page.text, max(0, start - 2), start)
        and page.text[end : end + 2].strip().isalpha()
    ):
        # The dash of a list, glued to its first word.
        sign = ""
    return Spotted(
        kind,
        start - len(sign) if start == numeral.start else numeral.start,
        stop if unit in _SIGNS_OF_UNITS else end,
        numeral,
        hedge,
        unit,
        None,
        high,
        sign in _MINUS,
        twofold,
        base_of(page, stop, words) if hedge.direction or kind == _MULTIPLE else None,
        (end, stop),
        assumed and bool(currency),
    )


def _signs(page: Uniform, start: int, words: Lexicon) -> tuple[int, str, str]:
    """Return where the currency before a numeral begins, its code, and the sign before that."""
    text, currency = page.text, ""
    before = text[start - 1 : start]
    if before == " ":
        before = text[start - 2 : start - 1]
    if before and (before in _CURRENCY_SIGNS or before.isalpha()):
        found = words.prefixes.search(page.lower, max(0, start - _LONGEST_CURRENCY), start)
        if found:
            currency = words.language.left.prefix_currencies[found[0].strip()]
            start = found.start()
    sign = text[start - 1 : start]
    if sign not in ("-", "–", "+") or not _SIGN.search(text, max(0, start - 2), start):
        sign = ""
    return start, currency, sign


def _kind(
    page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], hedge: Hedge, words: Lexicon
) -> tuple[str, str, bool]:
    """Return what class of thing a number is, the code of its unit, and whether it is a multiple in doubt."""
    if tail is not None:
        name = tail.name
        if kind := KINDS.get(name):
            return kind, _UNITS.get(name) or unit_of(page, tail, words), False
    known = words.language.left
    multiplied = bool(left) and not known.multiples.isdisjoint(left[:3])
    if (tail is not None or multiplied) and _is_multiple(page, numeral, tail, left, hedge, words, sure=multiplied):
        moved = bool(hedge.direction) and any(word in known.doubled for word in left[:_NEAR])
        return _MULTIPLE, "times", moved and not multiplied and tail is not None and tail.name == "times"
    return _RANK if tail is None and _is_rank(page, numeral, left, words) else _COUNT, "", False


def _is_multiple(
    page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], hedge: Hedge, words: Lexicon, *, sure: bool
) -> bool:
    """Tell "gấp 3,5 lần" and "tăng 2 lần" from "họp 3 lần", which counts."""
    if tail is None:
        return sure and numeral.scale == 1
    if sure or tail.name == "surely" or numeral.digits.decimals:
        return True
    moved = bool(hedge.direction) and any(word in words.language.left.doubled for word in left[:_NEAR])
    more = hedge.comparator is Comparator.OVER and hedge.doubtful
    return moved or more or words.base.match(page.lower, tail.end) is not None


def _is_rank(page: Uniform, numeral: Numeral, left: Sequence[str], words: Lexicon) -> bool:
    """Whether a number without a unit is a place: "đứng thứ 48", but not "xếp 5 bộ hồ sơ"."""
    found = trie_match(words.heads, left) if left and left[0] in words.heads else None
    if found is None or "ranks" not in found[0] or numeral.digits.decimals or numeral.scale != 1:
        return False
    heads = words.language.heads
    return left[0] in heads.rank_words or not noun_follows(page.text, numeral.end, heads.followers)


def _currency_of_context(page: Uniform, numeral: Numeral, words: Lexicon, before: Spotted | None) -> str:
    """Return the currency of a large number that names none; empty where it need not be money.

    That of the amount before it, if near; else, for "lãi 8,2 tỷ" and for thousands of "tỷ", in which
    nothing but money is counted, that of the language's home.
    """
    heads, start = words.language.heads, numeral.start
    if not heads.money or noun_follows(page.text, numeral.end, heads.followers):
        return ""
    near = before is not None and before.kind == _MONEY and start - before.end < _SAME_SENTENCE
    if before is not None and near and not _SENTENCE_END.search(page.text, before.end, start):
        return before.unit
    nearby = left_words(page.lower, start, None, words.dotted)[:_NEAR]
    is_money = numeral.scale >= _TRILLION or any(word in heads.money for word in nearby)
    return words.language.home_currency if is_money else ""
