"""The quick way to read digits: most stand among the same few words, whose meaning is worked out once and kept.

One pattern finds the digits together with all that stands right of them and matters. Where the words left of them are
known too, or can mean nothing beside a number, the general way reads a specimen among the very same words, once, and
what it made of that holds for all. Wherever anything else may matter, the quick way has no answer.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.model.exact import Exact
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Kind
from factcheck.model.record import NamedTuple
from factcheck.read.dates import quarter_before
from factcheck.read.exactly import Figure, new_figure
from factcheck.read.general import read_digits_at
from factcheck.read.hedges import is_steady
from factcheck.read.language import Language
from factcheck.read.lexicon import SCALE, UNIT, Lexicon, alternation, by_first_letters, trie_match, unit_names
from factcheck.read.names import DOCUMENT
from factcheck.read.neighbours import known_before
from factcheck.read.numerals import Digits, amount_pattern
from factcheck.read.other import TELLING, Other
from factcheck.read.spotted import Hedge, Numeral, Spotted
from factcheck.read.text import Uniform, uniform
from factcheck.read.units import base_of

_WORD = r"[^\W\d_]++"
# All behind the first digit: a pattern that begins with one set of characters is searched several times faster.
_TOKEN = lazy_pattern("[0-9]+(?:[.,][0-9]+)*")
_NUMBER = "[0-9]*(?:[.,][0-9]+)*"
_DATE = "[0-9]?/[0-9]{1,2}/[0-9]{4}(?![0-9/])"
_YEAR = "(?<=1)9[1-9][0-9]|(?<=2)0[0-9]{2}"
# Behind these nothing can follow that belongs to a figure.
_ENDS = r"(?=[,.;\n]|\Z)"
_MOST_MEANINGS = 1 << 13
# What stands for all words that say nothing beside a number, on its left and on its right.
_ANY_LEFT, _ANY_RIGHT = "zzz ", " zzz"
# More than a month or a day has, and without decimals.
_AMOUNT, _SOME_YEAR = "321", "2020"
_NEAR = 40
_GAPS = frozenset(" \n")
_COUNT = Kind.COUNT
_MILLION = 10**6
_BRACKET = "("
_BEFORE = {"": _ANY_LEFT, ",": "zzz, ", _BRACKET: _BRACKET}
_KINDS = {kind.value: kind for kind in (Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE)}
_YEARS = frozenset({"years"})


class Meaning(NamedTuple):
    """What the words beside digits make of them; offsets count from the end of the digits.

    ``kind`` and the rest are as in Spotted; ``known`` is None where that is no quantity. The numeral ends at
    ``numeral_end``, with its scale words, the unit at ``stop``.
    """

    kind: str
    known: Kind | None
    hedge: Hedge
    unit: str
    scale: Exact
    numeral_end: int
    end: int
    stop: int
    words: Lexicon

    def spotted(self, start: int, text: str) -> Spotted:
        """Return what was spotted of a quantity with this meaning, by its place and its text."""
        token = _TOKEN.match(text if text.isascii() else uniform(text).text)
        if token is None:
            raise ValueError(f"no digits at the beginning of {text}")
        language, end = self.words.language, start + token.end()
        # An amount is written in the language's own style.
        whole, _, decimals = token[0].partition(language.decimal)
        digits = Digits(whole.replace(language.group, ""), decimals)
        return self.around(Numeral(start, end + self.numeral_end, digits, self.scale), end)

    def around(self, numeral: Numeral, digits_end: int) -> Spotted:
        """Return what was spotted about a numeral whose digits end at ``digits_end``."""
        unit_at = (numeral.end, digits_end + self.stop)
        end = digits_end + self.end
        return Spotted(self.kind, numeral.start, end, numeral, self.hedge, self.unit, unit_at=unit_at)


@cache
def quick_pattern(words: Lexicon) -> re.Pattern[str]:
    """Return a pattern for digits, in groups: a whole date; an amount; a year; what stands right; what is too much.

    The first three leave out the first digit. What stands right of amounts and years is a per cent sign, a word with
    the scale words before it, or nothing; the group is missing where it is anything else. The last group is there if
    more may belong to the figure.
    """
    language = words.language
    amount = amount_pattern(language.decimal, language.group, short=not language.heads.month_names)
    longer = [name[1:] for name in unit_names(language) if name[:1] == "%" and name != "%"]
    # "12 đô thị": with a word behind it the name of a unit may be another.
    others = alternation({second for _, second in language.right.not_units})
    word = f"{_WORD}(?:/{_WORD})?(?![\\w/]| {others})"
    right = f"%(?!{alternation(longer)})| (?:{alternation(language.right.scales)} )*+{word}|{_ENDS}"
    one = f"(?:({amount})|({_YEAR}))(?![0-9]|[.,]+[0-9])({right})?({_more(language)})?"
    return re.compile(f"[0-9](?:({_DATE})|{one}|{_NUMBER})")


def _more(language: Language) -> str:
    """Match what may make a figure more than it seems, right of its unit: the other end of a range, its whole."""
    right = language.right
    signs = "".join(re.escape(sign) for sign in language.until if not sign[0].isalpha())
    until = alternation([*(word for word in language.until if word[0].isalpha()), *(language.between or ())[1:]])
    link = f"(?:[{signs}]| [{signs}] | {until} )[$€£¥₹]?(?=[0-9])"
    phrases = [*(" ".join(phrase) for phrase in right.after), *right.up, *right.down]
    behind = by_first_letters([*(re.escape(phrase) + r"(?!\w)" for phrase in phrases), *_rates(language)])
    return rf"\+|{link}|(?:[ -]{_WORD}){{0,4}}?(?: ?/| {behind})"


def _rates(language: Language) -> list[str]:
    return [re.escape(phrase) + " (?=[0-9])" for phrase in language.per]


def quick_at(page: Uniform, text: str, match: re.Match[str], start: int, words: Lexicon) -> Figure | Other | None:
    """Return what the digits are that ``quick_pattern`` matches; None where the words beside them do not tell.

    They stand from ``start`` on; ``page`` is made of ``text``, and nothing has moved in it.
    """
    _, amount, year, right, more = match.groups()
    lower = page.lower
    before = lower[start - 1 : start]
    if right is None or more is not None:
        return _shape(page, start, match.end(1)) if before in _GAPS else None
    if before == " ":
        left = known_before(lower, start, words.left_vocabulary)
    elif before == _BRACKET and amount is not None and "." not in amount:
        left = before
    else:
        return _quarter(lower, start, match.end(3), words) if before == "/" and right == "" else None
    meaning = None if left is None else meaning_of(left, right, amount is None, words)
    if meaning is None:
        return None
    kind, known, hedge, _, scale, _, end, stop, _ = meaning
    digits_end = start + 1 + len(year if amount is None else amount)
    end += digits_end
    if known is None:
        return Other(kind, start, end)
    if known is _COUNT:
        if left and _may_multiply(lower, start, words):
            return None
        if scale >= _MILLION and not page.text.startswith(right, digits_end):
            # With a capital, what is counted may be a name, and the amount one of money.
            return None
    base = base_of(page, digits_end + stop, words) if hedge.direction else None
    return new_figure(start, end, text[start:end], known, meaning, page.text[slice(*base)] if base else "")


def _may_multiply(lower: str, start: int, words: Lexicon) -> bool:
    """Whether a word that makes a multiple of a count may stand a few words before it."""
    near = lower[start - _NEAR if start > _NEAR else 0 : start]
    for word in words.language.left.multiples:  # noqa: SIM110 - asked often, and any() takes twice as long
        if word in near:
            return True
    return False


def _shape(page: Uniform, start: int, end_of_date: int) -> Other | None:
    """Return what digits behind a space or line end are by their shape, whatever stands before them."""
    if end_of_date > 0:
        return Other("date", start, end_of_date)
    document = DOCUMENT.match(page.text, start)
    return Other("document-number", start, document.end()) if document else None


def _quarter(lower: str, start: int, end: int, words: Lexicon) -> Other | None:
    """Return the quarter whose year stands from ``start`` to ``end``, if it begins a word."""
    quarter = quarter_before(lower, start, words)
    if quarter is None or lower[quarter - 1 : quarter] not in ("", " "):
        return None
    return Other("period", quarter, end)


@lru_cache(maxsize=_MOST_MEANINGS)
def meaning_of(left: str, right: str, is_year: bool, words: Lexicon) -> Meaning | None:  # noqa: FBT001 - asked often
    """Return what the words beside digits make of them; None where that may depend on more.

    ``left`` is what ``known_before`` finds, or an opening bracket, ``right`` what the pattern finds; ``is_year`` says
    that the digits may be one.
    """
    if right[:1] == " " and right != _ANY_RIGHT and not is_year and _says_nothing(right[1:], words):
        # The words for what is counted are many, and all the same.
        return meaning_of(left, _ANY_RIGHT, is_year, words)
    if not _is_told_by_words(left, right, is_year, words):
        return None
    before = _BEFORE.get(left, f"{left} ")
    digits = _SOME_YEAR if is_year else _AMOUNT
    start, end = len(before), len(before) + len(digits)
    found, _ = read_digits_at(uniform(before + digits + right), start, words, None)
    if is_year:
        is_period = found == Spotted("period", start, end)
        return Meaning("period", None, Hedge(), "", 1, 0, 0, 0, words) if is_period else None
    return _meaning(found, Numeral(start, end, Digits(digits)), words)


def _meaning(found: Spotted, digits: Numeral, words: Lexicon) -> Meaning | None:
    """Return the meaning that a specimen shows, if it is a figure of the plain sort."""
    kind, numeral, end = found.kind, found.numeral, digits.end
    known = _KINDS.get(kind)
    if known is None or numeral is None:
        return None
    if known is _COUNT and found.unit_at[0] != found.unit_at[1]:
        # What is counted in "lần" may as well be multiplied: the digits decide.
        return None
    ends = (numeral.end - end, found.end - end, found.unit_at[1] - end)
    meaning = Meaning(kind, known, found.hedge, found.unit, numeral.scale, *ends, words)
    wanted = meaning.around(digits._replace(end=numeral.end, scale=numeral.scale), end)
    return meaning if found == wanted else None


def _says_nothing(word: str, words: Lexicon) -> bool:
    return word.isalpha() and word not in words.ahead and word not in _first_words(words)


@cache
def _first_words(words: Lexicon) -> frozenset[str]:
    """Return the first words of what may stand behind a figure and change it."""
    right = words.language.right
    phrases = (*(" ".join(phrase) for phrase in right.after), *right.up, *right.down, *words.language.per)
    return frozenset(phrase.split()[0] for phrase in phrases)


def _is_told_by_words(left: str, right: str, is_year: bool, words: Lexicon) -> bool:  # noqa: FBT001
    """Whether nothing but the words right beside digits can tell what they are, whichever digits they are."""
    before = () if left in _BEFORE else tuple(reversed(left.split()))
    if not all(map(str.isalpha, before)) or (before and before[0] in words.currency_words):
        return False
    if not is_steady(before, words, scaled=right.count(" ") > 1):
        return False
    heads = trie_match(words.heads, before)
    roles = heads[0] if heads else frozenset()
    if is_year:
        # No noun follows that could be counted.
        followers = words.language.heads.followers
        alone = not right or (right[1:] in followers and right[1:] not in words.ahead)
        return left != _BRACKET and alone and roles <= _YEARS
    if right == "%":
        return True
    return TELLING.isdisjoint(roles) and (_is_unit(right, words) if right else left != _BRACKET)


def _is_unit(right: str, words: Lexicon) -> bool:
    """Whether what stands behind digits is a word that says nothing, or a whole unit, behind any words of scale."""
    if right == _ANY_RIGHT:
        return True
    *scales, unit = right.split()
    names = unit.split("/")
    if names[0] in _first_words(words) or words.ahead.get(names[0], 0) & ~UNIT:
        return False
    if any(words.ahead.get(word) != SCALE for word in scales) or (scales and unit in words.language.heads.followers):
        # "8,2 tỷ và" may be money: the amounts before it decide.
        return False
    if not scales and names[0] not in words.ahead:
        return False
    return not any(_begins_longer(name, words) for name in (unit, *names))


def _begins_longer(name: str, words: Lexicon) -> bool:
    """Whether a name may go on with another word to a unit with a longer name."""
    return name in words.language.plain_words or any(
        text.startswith(name) and not text[len(name) : len(name) + 1].isalnum() and text != name
        for text in unit_names(words.language)
    )
