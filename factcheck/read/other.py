"""Digits that are no quantity, told by the words beside them: levels, ordinals, numbers of documents, years."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple
from factcheck.read.dates import date_shape, month_or_day, span_of_year, year
from factcheck.read.lexicon import HOUR, SPAN, Lexicon, trie_match
from factcheck.read.names import name_shape
from factcheck.read.neighbours import noun_follows
from factcheck.read.numerals import Token
from factcheck.read.spotted import Spotted
from factcheck.read.text import Uniform

_LEVEL = lazy_pattern(r"\d{1,2}(?![\d.,]*\d| ?%|\w)")
_LEVELS = lazy_pattern(r"\d(?:[,/&-]\d)*(?![\d.,]*\d| ?%|\w)")
_NAME = lazy_pattern(r"\d+(?:[-/]\w+)*")
_SECTION = lazy_pattern(r"\d+(?:\.\d+)*(?:[a-zđ](?!\w))?")
_SCORE = lazy_pattern(r"\d{1,2} ?[-–] ?\d{1,2}(?![\w%])")
_CODE = lazy_pattern(r"0\d{2,}\Z")
_SERIAL = lazy_pattern(r"\d+(?:/\d+)+")
_LONGEST_PHONE = 8
_PHONE_REACH = 40
# How far behind a level the next one may stand: "mức độ 3 hoặc 4".
NEXT_LEVEL = len(" hoặc ")
_MOST_ORDINAL_DIGITS = 4
_SHAPED = frozenset("/-–:")
_DASHES = ("-", "–")
_JOINS = frozenset("/-")
_BEFORE_FIGURES = frozenset(" (")
_FREE_PHONES = frozenset({"1800", "1900"})
_CENTURIES = frozenset({"19", "20"})
_SHORT = 2
_NO_ROLES: tuple[frozenset[str], int] = (frozenset(), 0)
# What may stand behind an amount; a space only before a word that begins nothing else.
_QUIET = frozenset(" ,.;\n%") | {""}
# The roles that a number of any size may be made something else by.
TELLING = frozenset(
    {
        "ranks",
        "ordinals",
        "weak_ordinals",
        "documents",
        "names",
        "levels",
        "scores",
        "numbers",
        "months",
        "quarters",
        "days",
    }
)


class Other(NamedTuple):
    """A stretch of digits that is no quantity, or that was not read at all (``unread``)."""

    kind: str
    start: int
    end: int


def is_amount(
    before: str, after: str, token: Token, words: Lexicon, left: Sequence[str], last: Spotted | None, ahead: int
) -> bool:
    """Whether digits are surely a quantity: by their own shape, and with nothing beside them that says otherwise.

    That is so for most, and saves them the questions of ``is_other``, each of which would be answered with no.
    ``before`` and ``after`` are the characters beside the digits; the others are those of ``is_other``.
    """
    if before == " ":
        if after == "%":
            return True
    elif before != "(" or token.dotted:
        return False
    if not token.amount or after not in _QUIET or (after == " " and ahead & (HOUR | SPAN)):
        return False
    if (token.short and words.language.heads.month_names) or (last is not None and last.kind == "level"):
        return False
    if left and left[0] in words.heads:
        found = trie_match(words.heads, left)
        return found is None or TELLING.isdisjoint(found[0])
    return True


def is_other(  # noqa: C901 - each question is asked only where its answer can be yes
    page: Uniform, start: int, end: int, words: Lexicon, left: Sequence[str], last: Spotted | None
) -> Spotted | None:
    """Return what the digits at ``start`` are, if they are no quantity.

    ``left`` are the words before. ``last`` is what the digits before were: the second level of "mức độ
    3, 4" is known by the first.
    """
    text = page.text
    before, after, digits = text[start - 1 : start], text[end : end + 1], text[start:end]
    if after == "%" and before == " ":
        return None
    roles, size = _NO_ROLES
    if left and left[0] in words.heads:
        roles, size = trie_match(words.heads, left) or _NO_ROLES
    glued = after.isalpha()
    shaped = glued or after in _SHAPED or before in _JOINS or digits[0] == "0" or "." in digits
    if not shaped and after == " ":
        shaped = text[end + 1 : end + 2] in _DASHES or digits in _FREE_PHONES
    named = shaped or after == ")" or before not in _BEFORE_FIGURES
    if named and (found := name_shape(page, start, end, words)):
        return found
    short = len(digits) <= _SHORT
    if (shaped or (after == " " and short)) and (found := date_shape(page, start, end, words, last, shaped=shaped)):
        return found
    if after == "%":
        return None
    is_code = _CODE.match(digits) and page.text[start - 1 : start] != "."
    if is_code or (len(digits) >= _LONGEST_PHONE and _is_phone(page, start, digits, words)):
        return Spotted("phone" if len(digits) >= _LONGEST_PHONE else "name", start, end)
    if short and (roles or words.language.heads.month_names) and (found := month_or_day(page, start, end, words, left)):
        return found
    if "levels" in roles or (last is not None and last.kind == "level"):
        found = _level(page, start, words, roles, size, last)
        if found is not None:
            return found
    if digits[:2] in _CENTURIES and (found := year(page, start, words, left)):
        return found
    if (roles or glued) and (found := _headed(page, start, end, words, left, roles, size)):
        return found
    return span_of_year(page, start, end, words, left) if short and after == " " else None


def has_unit(page: Uniform, end: int, words: Lexicon) -> bool:
    """Whether a scale, percent sign, currency or measure stands right of a numeral."""
    if (tail := words.tail.match(page.lower, end)) and tail.lastgroup != "times":
        return True
    return words.scale.match(page.lower, end) is not None


def _is_phone(page: Uniform, start: int, digits: str, words: Lexicon) -> bool:
    if len(digits) < _LONGEST_PHONE or not digits.isdigit():
        return False
    reach = page.lower[max(0, start - _PHONE_REACH) : start].replace("(", " ").replace(":", " ").split()
    return any(word in words.language.heads.phones for word in reach)


def _level(
    page: Uniform, start: int, words: Lexicon, roles: frozenset[str], size: int, last: Spotted | None
) -> Spotted | None:
    is_level = "levels" in roles
    goes_on = last is not None and last.kind == "level" and start - last.end <= NEXT_LEVEL
    if not is_level and not goes_on:
        return None
    match = (_LEVELS if size > 1 or not is_level else _LEVEL).match(page.text, start)
    if match is None or has_unit(page, match.end(), words):
        return None
    noun = noun_follows(page.text, match.end(), words.language.heads.followers)
    if noun and is_level and size == 1 and (match.end() - start > 1 or _counted(page, match.end(), words)):
        # "Cấp 50 giấy phép" grants permits.
        return None
    if is_level or (last and page.lower[last.end : start].strip() in words.language.heads.joiners):
        return Spotted("level", start, match.end())
    return None


def _counted(page: Uniform, end: int, words: Lexicon) -> bool:
    return (
        page.lower[end : end + 16].split(" ")[1:2] != []
        and page.lower[end : end + 16].split(" ")[1] in words.language.heads.counted
    )


def _headed(  # noqa: C901 - one question a role
    page: Uniform, start: int, end: int, words: Lexicon, left: Sequence[str], roles: frozenset[str], size: int
) -> Spotted | None:
    heads = words.language.heads
    digits = page.text[start:end]
    suffix = next((each for each in heads.ordinal_suffixes if page.lower.startswith(each, end)), "")
    if suffix and not page.lower[end + len(suffix) : end + len(suffix) + 1].isalpha():
        return None if "ranks" in roles else Spotted("ordinal", start, end + len(suffix))
    if not roles or "plain" in roles or has_unit(page, end, words):
        return None
    if "scores" in roles and (score := _SCORE.match(page.text, start)):
        return Spotted("name", start, score.end())
    if "numbers" in roles and (serial := _SERIAL.match(page.text, start)):
        return Spotted("document-number", start, serial.end())
    if "ranks" in roles and ("weak_ordinals" not in roles or size > 1):
        return None
    if "documents" in roles and (section := _SECTION.match(page.text, start)):
        return None if page.text[end : end + 1] == "/" else Spotted("document-number", start, max(end, section.end()))
    if "ordinals" in roles and left[0] in heads.rank_words and digits.replace(".", "").isdigit():
        return Spotted("ordinal", start, end) if page.text[end : end + 1] != "/" else None
    if not digits.isdigit() or len(digits) > _MOST_ORDINAL_DIGITS or page.text[end : end + 1] == "/":
        return None
    if "ordinals" in roles:
        return Spotted("ordinal", start, end)
    if "numbers" in roles and (len(left) == 1 or left[1] not in heads.number_nouns):
        kind = "document-number" if trie_match(words.heads, left[1:]) and len(digits) > 1 else "ordinal"
        return Spotted(kind, start, end)
    if "names" in roles:
        name = _NAME.match(page.text, start)
        return Spotted("name", start, name.end() if name else end)
    if (
        "weak_ordinals" in roles
        and not noun_follows(page.text, end, words.language.heads.followers)
        and page.text[end : end + 1] not in ("-", "–")
    ):
        return Spotted("ordinal", start, end)
    return None
