"""A run of digits and separators to a number, in a language's own style first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple

# No figure has more; a longer run of digits is not read.
MOST_DIGITS = 60
_GROUP_LENGTH = 3
_PARTS = lazy_pattern(r"[.,]")
_MARKS = lazy_pattern(r"\d")
# Lakh and crore: groups of two above the last three (12,34,567).
_INDIAN = lazy_pattern(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
# Days, months and years with dots between; what stands beside the digits decides.
_DATE = lazy_pattern(
    r"\d{1,2}\.\d{1,2}\.\d{4}|(?:\d|[12]\d|3[01]|0\d)\.(?:0?[1-9]|1[0-2])(?!\d)|\d{1,2}\.(?:19|20)\d\d"
)
_FREE_PHONES = frozenset({"1800", "1900"})
_CENTURIES = frozenset({"19", "20"})
_SHORT, _FOUR_DIGITS, _LONGEST_PHONE = 2, 4, 8


class Digits(NamedTuple):
    """Digits before and after the decimal mark.

    ``also`` is the other way to take them, if there is one; ``foreign`` marks the style of another
    language ("13.4" in Vietnamese).
    """

    whole: str
    decimals: str = ""
    also: str = ""
    foreign: bool = False


class Token(NamedTuple):
    """What a run of digits is by itself.

    An ``amount`` can be no date, year, code or phone number by its shape. ``short`` tokens have two characters
    at most, ``dotted`` ones a dot.
    """

    digits: Digits | None
    amount: bool
    short: bool
    dotted: bool


def token_reader(decimal: str, group: str) -> Callable[[str], Token]:
    """Return a function that reads tokens in a language's style; it remembers a bounded number of them."""

    @lru_cache(maxsize=1 << 16)
    def read(token: str) -> Token:
        digits = read_digits(token, decimal, group) if len(token) <= MOST_DIGITS else None
        return Token(digits, _is_amount(token), len(token) <= _SHORT, "." in token)

    return read


def _is_amount(token: str) -> bool:
    if token[0] == "0" or token[:4] in _FREE_PHONES:
        return False
    if token.isdigit():
        return len(token) < _LONGEST_PHONE and not (len(token) == _FOUR_DIGITS and token[:2] in _CENTURIES)
    return _DATE.match(token) is None


def amount_pattern(decimal: str, group: str, *, short: bool) -> str:
    """Return a pattern for most tokens that are amounts and can be read in one way only, behind their first digit.

    They are written in the language's own style. Without ``short`` they have three characters at least.
    """
    groups = f"(?:{re.escape(group)}[0-9]{{3}})"
    whole = "[0-9]{0,2}" if short else f"(?:[0-9]{{2}}|[0-9]?(?={groups}))"
    # With dots, what has one or two digits before and behind may be a date.
    long = "" if decimal == "," else "(?<=[0-9]{3})"
    return f"(?<!0){whole}{groups}*(?:{long}{re.escape(decimal)}[0-9]{{1,2}})?"


def read_digits(token: str, decimal: str, group: str) -> Digits | None:
    """Read a token of ASCII digits, dots and commas; None where it fits no style.

    ``decimal`` and ``group`` are the language's own marks. Its own style wins; the other one is taken
    where only it fits. A single decimal mark before exactly three digits ("3,451" in Vietnamese) may be
    grouping in the other style: then ``also`` holds the digits of that reading.
    """
    if token.isdigit():
        return Digits(token)
    marks = _MARKS.sub("", token)
    parts = _PARTS.split(token)
    first, last = marks[0], marks[-1]
    grouped = _is_grouped(parts)
    if len(marks) == 1:
        if grouped:
            if first == group:
                return Digits("".join(parts))
            return Digits(parts[0], parts[1], also="".join(parts))
        return Digits(parts[0], parts[1], foreign=first != decimal)
    if first == last and marks == first * len(marks):
        if grouped:
            return Digits("".join(parts), foreign=first != group)
        return Digits(token.replace(",", "")) if group == "," and _INDIAN.match(token) else None
    if marks == first * (len(marks) - 1) + last and _is_grouped(parts[:-1]):
        return Digits("".join(parts[:-1]), parts[-1], foreign=first != group)
    if group == "," and _INDIAN.match(token):
        whole, _, decimals = token.partition(".")
        return Digits(whole.replace(",", ""), decimals)
    return None


def _is_grouped(parts: list[str]) -> bool:
    head, *rest = parts
    return 0 < len(head) <= _GROUP_LENGTH and head[0] != "0" and all(len(part) == _GROUP_LENGTH for part in rest)
