"""The unit of a metric or claim, as its author named it: "tấn/ha", "tỷ đồng", "USD million", "basis points"."""

from __future__ import annotations

from functools import cache

from factcheck.read.language import Language
from factcheck.read.languages import language

_LEAST = 1_000
_TONNES = frozenset({"t", "tC", "tCO2", "tCO2e", "tCO2eq"})
_PREFIXES = {"k": 10**3, "M": 10**6, "G": 10**9}
# Behind a currency they are never metres or tonnes.
_CAPITALS = frozenset({"K", "M", "B", "mn", "mln", "bn", "tn"})
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}


@cache
def unit_code(unit: str, found: Language) -> str:
    """Return the code of a unit that is a currency, a measure or a part of one; empty for a noun.

    "tỷ đồng/năm" is money, as "đồng" is, but "tấn/ha" is no weight. Basis points are "bp", pence "GBP/100".
    """
    _, bare = unit_scale(unit, found)
    lower = bare.lower()
    first, per, second = map(str.strip, lower.replace(" per ", "/").partition("/"))
    measures = found.right.measures
    if per and first in measures and second in measures and lower not in measures:
        return f"{measures[first]}/{measures[second]}"
    for name in (lower, first):
        if name in found.right.percent or name in found.right.points:
            return "%"
        if name in found.right.basis_points:
            return "bp"
        if name in found.right.per_mille:
            return "‰"
        if currency := found.right.subunits.get(name):
            return f"{currency}/100"
        code = _currency(name, found) or measures.get(name)
        if code:
            return code
    return ""


@cache
def unit_scale(unit: str, found: Language) -> tuple[int, str]:
    """Return how many of a plain unit make one of this, and that unit: 10⁹ and "đồng" for "tỷ đồng".

    A unit that no scale word is part of is one of itself, as are hundreds and dozens.
    """
    worth, bare = _taken_apart(unit, found)
    if worth == 1 and " " in unit and unit.isascii() and (english := language("en")) not in (None, found):
        # "USD million" beside Vietnamese quotes.
        worth, bare = _taken_apart(unit, english)
    return (worth, bare) if worth >= _LEAST else (1, unit)


def _taken_apart(unit: str, found: Language) -> tuple[int, str]:
    sign, rest = unit[:1], unit[1:]
    if not sign.isalnum() and _currency(sign, found) and (worth := _scale(rest.strip(), found, sign)):
        return worth, sign
    # "Mt", "Mt CO2"
    first, _, gas = rest.partition(" ")
    if first in _TONNES and sign in _PREFIXES:
        return _PREFIXES[sign], f"{first} {gas}".rstrip()
    words = unit.replace("(", " ").replace(")", " ").split()
    worth = 1
    while (
        words
        and (scale := _scale(words[0], found, alone=len(words) == 1))
        and _pair(words) not in found.right.not_scales
    ):
        worth *= scale
        words = words[1:]
    if worth != 1 and words[:1] == ["of"]:
        words = words[1:]
    while len(words) > 1 and _is_unit(words[-2], found) and (scale := _scale(words[-1], found, behind=words[-2])):
        worth *= scale
        words = words[:-1]
    return worth, " ".join(words)


def _scale(word: str, found: Language, behind: str = "", *, alone: bool = False) -> int:
    """Return what a word multiplies a unit by, 0 where it is none that does.

    "m" does only behind a currency, "M" also before a noun: alone it may be anything.
    """
    lower = word.lower()
    scales = found.right.scales
    if not (behind or alone) and word in _CAPITALS:
        return _LETTERS[lower]
    if lower in ("000", "'000", "000s"):
        return 10**3
    if lower in _LETTERS and _currency(behind.lower(), found):
        return _LETTERS[lower]
    return scales.get(lower) or scales.get(lower.removesuffix("s"), 0)


def _is_unit(word: str, found: Language) -> bool:
    """Whether a scale word behind it is its scale: "USD million", but not "cases per million"."""
    lower = word.lower()
    return bool(_currency(lower, found)) or lower in found.right.measures


def _currency(name: str, found: Language) -> str:
    return found.right.currencies.get(name) or found.left.prefix_currencies.get(name, "")


def _pair(words: list[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words[:2])
