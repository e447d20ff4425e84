"""Digits that count something: their scale, unit, hedge and direction, and what they are joined to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact, divide
from factcheck.model.quantity import Kind
from factcheck.model.written import Written
from factcheck.read.hedges import find_hedge
from factcheck.read.lexicon import Lexicon, trie_match
from factcheck.read.neighbours import left_words, noun_follows
from factcheck.read.numerals import Digits, read_digits
from factcheck.read.spotted import Hedge, Numeral, Spotted, Tail
from factcheck.read.text import Uniform

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SPACED = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d{1,2})?(?![\d.,/:%-]|\d)")
_RATIO = re.compile(r" ?/ ?(?=\d+(?:[.,]\d+)*(?![\d/]|/))")
_UNITS_APART = re.compile(r"(?: [^\W\d_]+){1,3} ?/ ?(?=\d+(?:[.,]\d+)*(?![\d/]))")
_COLON = re.compile(r" ?: ?(?=\d)")
_MIXED = re.compile(r" ([1-9])/([2-9])(?![\d/])")
_REST = re.compile(r" (\d{1,3})(?![\d.,/:%-]|\d)")
_TENTH = re.compile(r"\d(?![\d.,]*\d)")
_GLUED = re.compile(r"[a-z]{1,3}(?![^\W\d_])")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_SIGN = re.compile(r"(?:^|[\s(])[-–+]\Z")
_LINE_START = re.compile(r"(?:^|\n)[-–]\Z")
_AS_SCORE = re.compile(r"[-–]\d+[-–]")
_CURRENCY_BEFORE = re.compile(r"[$€£¥₹][\d.,]+\Z")
_NEXT = re.compile(r" ([^\W\d_]+)")
_THOUSAND = 1_000
_MILLION = 1_000_000
_NEAR = 4
_SAME_SENTENCE = 120
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)|\n")
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
_MOST_DIGITS = 60
_THREE_DIGITS = 3
_REACH = 40
_MOVE_REACH = 64
_UNITS = {"percent": "%", "points": "pp", "mille": "‰", "basis": "bp"}
_SIGNS_OF_UNITS = frozenset(_UNITS.values())
_KINDS = {
    "percent": Kind.PERCENT,
    "mille": Kind.PERCENT,
    "points": Kind.POINTS,
    "basis": Kind.POINTS,
    "currency": Kind.MONEY,
    "subunit": Kind.MONEY,
    "measure": Kind.MEASURE,
    "surely": Kind.MULTIPLE,
    "times": Kind.MULTIPLE,
}


def read_figure(page: Uniform, start: int, token: str, words: Lexicon, last: Spotted | None = None) -> Spotted | None:
    """Return the quantity whose digits begin at ``start``; None where they fit no style.

    ``last`` is what the digits before were: an amount without a currency has that of the one before it.
    """
    numeral = _numeral(page, start, token, words)
    if numeral is None:
        return None
    if part := _VULGAR.get(page.text[numeral.end : numeral.end + 1]):
        return _mixed(page, numeral, numeral.end + 1, part, words)
    if (ratio := _ratio(page, numeral, words)) is not None:
        return ratio
    numeral = _scaled(page, numeral, words)
    if (ratio := _ratio_of_units(page, numeral, words)) is not None:
        return ratio
    return finished(page, numeral, words, last)


def finished(page: Uniform, numeral: Numeral, words: Lexicon, before: Spotted | None = None) -> Spotted:
    """Look around a numeral for unit, hedge and direction, and for the other end of a range."""
    tail = tail_of(page.lower, numeral.end, words)
    start, currency, signed, negative = _signs(page, numeral.start, words)
    left: Sequence[str] = left_words(page.lower, start, words.dotted)
    last, high = numeral, None
    if numeral.written is None and (ends := _upper_end(page, numeral, tail, left, words)) is not None:
        numeral, high, tail = ends
        last = high
    hedged = left[1:] if high is not None and left and left[0] in words.language.range_heads else left
    stop = tail.end if tail else last.end
    counts = tail is None and high is None and numeral.scale == 1
    points = tail is not None and tail.name in ("points", "basis")
    hedge = find_hedge(page.lower, start, stop, hedged, numeral, words, counts=counts, distance=points)
    kind, unit, twofold = _kind(page, numeral, tail, left, hedge, words)
    if tail is not None and tail.name == "subunit":
        numeral = numeral._replace(scale=divide(numeral.scale, 100))
    if not currency and kind is Kind.COUNT and tail is None and last.scale >= _MILLION:
        currency = _currency_of_context(page, numeral.start, last.end, left, words, before)
    if currency and kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE):
        kind, unit = Kind.MONEY, currency
    if negative and kind is Kind.COUNT and _LINE_START.search(page.text, max(0, start - 2), start):
        signed = negative = False
    return Spotted(
        kind=kind.value,
        start=start - 1 if signed and start == numeral.start else numeral.start,
        end=stop if unit in _SIGNS_OF_UNITS else last.end,
        numeral=numeral,
        hedge=hedge,
        unit=unit,
        high=high,
        negative=negative,
        twofold=twofold,
        base=_base(page, stop, words) if hedge.direction or kind is Kind.MULTIPLE else None,
        unit_at=(last.end, stop),
    )


def _currency_of_context(
    page: Uniform, start: int, end: int, left: Sequence[str], words: Lexicon, before: Spotted | None
) -> str:
    """Return the currency of a large number that names none: "lãi 8,2 tỷ"; that of the amount before it, if near."""
    heads = words.language.heads
    if noun_follows(page.text, end, heads.followers):
        return ""
    if before is not None and before.kind == Kind.MONEY and start - before.end < _SAME_SENTENCE:
        return "" if _SENTENCE_END.search(page.text, before.end, start) else before.unit
    return words.language.home_currency if any(word in heads.money for word in left[:_NEAR]) else ""


def _kind(
    page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], hedge: Hedge, words: Lexicon
) -> tuple[Kind, str, bool]:
    """Return what class of thing a number is, the code of its unit, and whether it is a multiple in doubt."""
    if (tail is not None and tail.name in ("surely", "times")) or _is_multiple(left, words):
        kind, twofold = _multiple(page, numeral, tail, left, hedge, words)
        if kind in (Kind.MULTIPLE, Kind.COUNT):
            return kind, "times" if kind is Kind.MULTIPLE else "", twofold
    if tail is not None:
        return _KINDS[tail.name], _UNITS.get(tail.name) or _unit(page, tail, words), False
    return Kind.RANK if _is_rank(page, numeral, left, words) else Kind.COUNT, "", False


def _is_rank(page: Uniform, numeral: Numeral, left: Sequence[str], words: Lexicon) -> bool:
    """Whether a number without a unit is a place: "đứng thứ 48", but not "xếp 5 bộ hồ sơ"."""
    found = trie_match(words.heads, left)
    if found is None or "ranks" not in found[0] or numeral.digits.decimals or numeral.scale != 1:
        return False
    return left[0] in words.language.heads.rank_words or not noun_follows(
        page.text, numeral.end, words.language.heads.followers
    )


def tail_of(lower: str, end: int, words: Lexicon) -> Tail | None:
    """Return the unit that stands right of a numeral, if one does."""
    match = words.tail.match(lower, end)
    if match is None or match.lastgroup is None:
        return None
    return Tail(match.lastgroup, match[match.lastgroup], match.end())


def _unit(page: Uniform, tail: Tail, words: Lexicon) -> str:
    """Return the code of a unit, with the one that it is told by: "tạ/ha"."""
    code = _code(tail, words)
    if tail.name != "measure" or page.text[tail.end : tail.end + 1] != "/":
        return code
    per = tail_of(page.lower, tail.end + 1, words)
    return f"{code}/{_code(per, words)}" if per is not None and per.name == "measure" else code


def _code(tail: Tail, words: Lexicon) -> str:
    right = words.language.right
    name = words.language.plain_words.get(tail.text, tail.text)
    if tail.name == "subunit":
        return right.subunits[name]
    return (right.currencies if tail.name == "currency" else right.measures)[name]


def _numeral(page: Uniform, start: int, token: str, words: Lexicon) -> Numeral | None:
    """Read a run of digits, with groups set apart by single spaces ("5 000") as SI writes them."""
    following = page.text[start + len(token) : start + len(token) + 2]
    if following[:1] == " " and following[1:].isdigit() and (grouped := _SPACED.match(page.text, start)):
        token = grouped[0]
    language = words.language
    digits = read_digits(token.replace(" ", ""), language.decimal, language.group)
    if digits is None or len(token) > _MOST_DIGITS:
        return None
    return Numeral(start, start + len(token), digits)


def next_numeral(page: Uniform, start: int, words: Lexicon) -> Numeral | None:
    """Return the digits that begin at ``start``, if some do."""
    token = _TOKEN.match(page.text, start)
    return _numeral(page, start, token[0], words) if token else None


def _ratio(page: Uniform, numeral: Numeral, words: Lexicon) -> Spotted | None:
    """Read "3.451/6.191", "30 trong số 43", "48th of 132", "1 in 4", "10:1"."""
    text, lower, end = page.text, page.lower, numeral.end
    left: list[str] | None = None
    if lower[end : end + 2] in words.language.heads.ordinal_suffixes:
        # "Ranked 5th out of 17".
        end += 2
    if mixed := _MIXED.match(text, end):
        return _mixed(page, numeral, mixed.end(), (int(mixed[1]), int(mixed[2])), words)
    link = _RATIO.match(text, end) or words.of.match(lower, end)
    if link is None and text[end : end + 2].lstrip()[:1] == ":":
        left = left_words(lower, numeral.start, words.dotted)
        link = _COLON.match(text, end) if left and left[0] in words.language.heads.ratios else None
    link = link or _per(page, numeral, words) or _one_in(page, numeral, words)
    if link is None:
        return None
    below = next_numeral(page, link.end(), words)
    if (
        below is None
        or (below.digits.decimals and not numeral.digits.decimals)
        or _YEAR.match(text[below.start : below.end])
        and link[0][:1] == " "
    ):
        return None
    below = _scaled(page, below, words)
    if tail_of(lower, below.end, words) and tail_of(lower, below.end, words).name == "percent":
        return None
    left = left_words(lower, numeral.start, words.dotted) if left is None else left
    roles, _ = trie_match(words.heads, left) or (frozenset(), 0)
    kind = Kind.RANK if "ranks" in roles else Kind.RATIO
    hedge = find_hedge(lower, numeral.start, below.end, left, numeral, words)
    return Spotted(kind.value, numeral.start, below.end, numeral, hedge, of=below)


def _per(page: Uniform, numeral: Numeral, words: Lexicon) -> re.Match[str] | None:
    """Match the link of "133 deaths per 100 000 people": a rate in a round number."""
    link = words.per.match(page.text, numeral.end) if words.per else None
    below = next_numeral(page, link.end(), words) if link else None
    if below is None or below.digits.decimals or len(below.digits.whole) <= 2 or below.digits.whole.strip("0") != "1":
        return None
    return link


def _one_in(page: Uniform, numeral: Numeral, words: Lexicon) -> re.Match[str] | None:
    """Match the link of "1 in 4 adults": a small number in a larger round one, with a noun behind."""
    if words.one_in is None or numeral.digits.decimals or len(numeral.digits.whole) > 2:
        return None
    link = words.one_in.match(page.lower, numeral.end)
    below = next_numeral(page, link.end(), words) if link else None
    if link is None or below is None or not below.digits.whole.strip("0"):
        return None
    worth = int(below.digits.whole)
    round_enough = worth <= 20 or len(below.digits.whole.rstrip("0")) <= 1
    return link if int(numeral.digits.whole) < worth and round_enough else None


def _ratio_of_units(page: Uniform, numeral: Numeral, words: Lexicon) -> Spotted | None:
    """Read "800.000 ha/700.000 ha", "28 bác sĩ/10.000 dân": a part and its whole, each with its unit."""
    link = _UNITS_APART.match(page.text, numeral.end)
    if link is None or not link[0].islower():
        return None
    first = link[0].split()[0].rstrip("/")
    heads = words.language.heads
    if first in heads.months or first in heads.quarters or first in heads.days or first in heads.spans:
        return None
    below = next_numeral(page, link.end(), words)
    if (
        below is None
        or below.digits.whole == "1"
        and not below.digits.decimals
        or _YEAR.match(page.text[below.start : below.end])
    ):
        below_is_one = below is not None and below.digits.whole == "1"
        scaled = _scaled(page, below, words) if below_is_one and below else None
        if scaled is None or scaled.scale == 1:
            return None
        below = scaled
    else:
        below = _scaled(page, below, words)
    left = left_words(page.lower, numeral.start, words.dotted)
    hedge = find_hedge(page.lower, numeral.start, below.end, left, numeral, words)
    return Spotted(Kind.RATIO.value, numeral.start, below.end, numeral, hedge, of=below)


def _mixed(page: Uniform, numeral: Numeral, end: int, fraction: tuple[int, int], words: Lexicon) -> Spotted:
    """Read "3 1/2", "38½"."""
    part = divide(*fraction)
    written = Written(int(numeral.digits.whole) + part, part, part, 2, scaled=True)
    return finished(page, Numeral(numeral.start, end, numeral.digits, written=written), words)


def _scaled(page: Uniform, numeral: Numeral, words: Lexicon) -> Numeral:
    scale, end = scale_of(page.lower, numeral.end, words)
    if scale == 1:
        return numeral
    numeral = numeral._replace(scale=scale, end=end)
    return _stacked(page, numeral, words)


def scale_of(lower: str, end: int, words: Lexicon) -> tuple[int, int]:
    """Return what the scale words right of a numeral multiply by, and where they end."""
    right = words.language.right
    following = lower[end : end + 1]
    if following.isalpha() and (glued := _GLUED.match(lower, end)):
        worth = right.glued_scales.get(glued[0])
        if worth and (glued[0] not in right.measures or _is_million(lower, end, glued.end(), words)):
            return _scale_words(lower, glued.end(), words, worth)
    if following not in (" ", "-") and not following.isalpha():
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
    if _CURRENCY_BEFORE.search(lower, max(0, end - _REACH), end):
        return True
    following = _NEXT.match(lower, behind)
    return following is not None and following[1] not in words.language.right.metre_words


def _stacked(page: Uniform, numeral: Numeral, words: Lexicon) -> Numeral:
    """Add what a smaller scale follows with: "1 tỷ 350 triệu", "12 ngàn 500", "13 triệu rưỡi", "2tr5"."""
    text, lower, scale = page.text, page.lower, numeral.scale
    if scale >= _THOUSAND and lower[numeral.end - 1].isalpha() and (tenth := _TENTH.match(text, numeral.end)):
        piece = (Digits(tenth[0]), divide(scale, 10))
        return numeral._replace(pieces=(piece,), end=tenth.end())
    while scale >= _THOUSAND:
        if words.half and (half := words.half.match(lower, numeral.end)):
            piece = (Digits("5"), divide(scale, 10))
            return numeral._replace(pieces=(*numeral.pieces, piece), end=half.end())
        rest = _REST.match(text, numeral.end)
        if rest is None or numeral.digits.decimals:
            break
        smaller, end = scale_of(lower, rest.end(), words)
        worth: Exact = smaller
        if smaller == 1:
            if len(rest[1]) != _THREE_DIGITS or scale > 10**9:
                break
            worth = divide(scale, _THOUSAND)
        tail = tail_of(lower, end, words)
        if smaller >= scale or int(rest[1]) * worth >= scale or (tail and tail.name == "percent"):
            break
        numeral = numeral._replace(pieces=(*numeral.pieces, (Digits(rest[1]), worth)), end=end)
        if smaller == 1:
            break
        scale = smaller
    return numeral


def _signs(page: Uniform, start: int, words: Lexicon) -> tuple[int, str, bool, bool]:
    """Return where the signs before a numeral begin, the code of a currency among them, any sign, and a minus."""
    text, currency = page.text, ""
    before = text[start - 1 : start]
    if before == " ":
        before = text[start - 2 : start - 1]
    if before and (before in "$€£¥₹₫" or before.isalpha()):
        reach = max(0, start - 8)
        if found := words.prefixes.search(page.lower, reach, start):
            name = found[0].strip()
            currency = words.language.left.prefix_currencies[name]
            start = found.start()
    sign = text[start - 1 : start]
    signed = sign in ("-", "–", "+") and bool(_SIGN.search(text, max(0, start - 2), start))
    return start, currency, signed, signed and sign != "+"


def _upper_end(
    page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], words: Lexicon
) -> tuple[Numeral, Numeral, Tail | None] | None:
    """Return both ends of a range and the unit they share ("30-50%", "từ 12% đến 15%"), if there is one."""
    end = tail.end if tail else numeral.end
    link = words.link.match(page.lower, end)
    if link is None:
        return None
    if link["word"] in ("and", "và") and not (left and left[0] == "between" or len(left) > 1 and left[1] == "between"):
        return None
    if link["word"] and (_is_move(page.lower, numeral.start, left, words) or _is_step(tail, left, words)):
        return None
    above = next_numeral(page, link.end(), words)
    if above is None or page.text[above.end : above.end + 1] == "/" or _AS_SCORE.match(page.text, above.end):
        return None
    if (
        link["sign"]
        and page.text[numeral.start - 2 : numeral.start - 1].isdigit()
        and page.text[numeral.start - 1] in "-–"
    ):
        return None
    above = _scaled(page, above, words)
    above_tail = tail_of(page.lower, above.end, words)
    if tail is not None and (above_tail is None or above_tail.name != tail.name):
        return None
    if (
        tail is not None
        and above_tail is not None
        and tail.name in ("currency", "measure")
        and _code(tail, words) != _code(above_tail, words)
    ):
        return None
    if numeral.scale == 1 and above.scale != 1 and tail is None and _below(numeral, above):
        numeral = numeral._replace(scale=above.scale, pieces=())
    if _worth(numeral) >= _worth(above):
        return None
    return numeral, above, above_tail


def _below(numeral: Numeral, above: Numeral) -> bool:
    """Whether the bare first number is the smaller one under the scale of the second ("5-6 triệu")."""
    return _worth(numeral) < divide(_worth(above), above.scale)


def _worth(numeral: Numeral) -> Exact:
    digits = numeral.digits
    return divide(int(digits.whole + digits.decimals) * numeral.scale, 10 ** len(digits.decimals)) + sum(
        int(piece.whole) * scale for piece, scale in numeral.pieces
    )


def _is_move(lower: str, start: int, left: Sequence[str], words: Lexicon) -> bool:
    """Whether a word of change makes "from 12% to 15%" two levels instead of a range."""
    if not left or left[0] not in words.language.range_heads or not words.language.moves_in_range:
        return False
    reach = lower[max(0, start - _MOVE_REACH) : start]
    clause = re.split(r"[.;:!?\n]", reach)[-1]
    return any(word in words.language.moves_in_range for word in clause.replace(",", " ").split())


def _is_step(tail: Tail | None, left: Sequence[str], words: Lexicon) -> bool:
    """Whether "down by 0.1 hour to 34.3 hours" tells how far and whereto: the first figure has its own unit."""
    if tail is None or (left and left[0] in words.language.range_heads):
        return False
    return any(trie_match(words.moves, left[skipped:]) for skipped in range(min(2, len(left))))


def _is_multiple(left: Sequence[str], words: Lexicon) -> bool:
    return any(word in words.language.left.multiples for word in left[:3])


def _multiple(
    page: Uniform, numeral: Numeral, tail: Tail | None, left: Sequence[str], hedge: Hedge, words: Lexicon
) -> tuple[Kind, bool]:
    """Tell "gấp 3,5 lần" and "tăng 2 lần" (in doubt) from "họp 3 lần", which counts."""
    sure = _is_multiple(left, words) or (tail is not None and tail.name == "surely")
    if tail is not None and tail.name not in ("times", "surely"):
        return _KINDS[tail.name], False
    if sure and tail is None and numeral.scale != 1:
        return Kind.COUNT, False
    compared = tail is not None and words.base.match(page.lower, tail.end) is not None
    moved = bool(hedge.direction) and any(word in words.language.left.doubled for word in left[:4])
    if sure or moved or compared or hedge.comparator is Comparator.OVER and hedge.doubtful or numeral.digits.decimals:
        return Kind.MULTIPLE, moved and not sure
    return Kind.COUNT, False


def _base(page: Uniform, end: int, words: Lexicon) -> tuple[int, int] | None:
    found = words.base.match(page.lower, end)
    if found is None:
        return None
    whole = found.groupdict().get("whole")
    return found.span("whole") if whole else found.span("base")
