"""What the row or column of a table counts, and in which unit: "Budget, USD million", "Sản lượng (nghìn tấn)"."""

from __future__ import annotations

import re

from factcheck.model.commitment import commit
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import NamedTuple, replace
from factcheck.model.written import Written
from factcheck.read.exactly import Figure
from factcheck.read.language import Language
from factcheck.read.unit_names import unit_code, unit_scale

_UNIT = re.compile(r"(?P<what>[^()]*[^(),;\s])\s*(?:[,;]\s*(?P<behind>[^,;()]+)|\((?P<inside>[^()]+)\))\s*\Z")
_LONGEST = 300


class Heading(NamedTuple):
    """The words of a heading without its unit, and the unit, empty where it names none.

    ``bracketed`` says that words in brackets end it, which are then no unit that is known.
    """

    label: str
    unit: str
    bracketed: bool = False


def split_heading(text: str, language: Language) -> Heading:
    """Take a heading apart; what stands behind its last comma or in brackets is a unit only if it is known as one."""
    match = _UNIT.match(text[:_LONGEST])
    unit = (match["behind"] or match["inside"]).strip() if match else ""
    if match is None or not (is_unit(unit, language) or (match["inside"] and unit.lower() in language.heads.counted)):
        return Heading(text, "", bracketed=match is not None and match["inside"] is not None)
    return Heading(match["what"], unit)


def is_unit(text: str, language: Language) -> bool:
    """Whether text names a currency, a measure, a part of one, or so many of a thing."""
    return bool(text) and (unit_scale(text, language)[0] != 1 or bool(unit_code(text, language)))


def in_unit(quantity: Quantity, unit: str, language: Language) -> Quantity | None:
    """Return a bare number of a table in the unit of its heading; None where it is none, or has a unit of its own.

    A number in a unit of millions is rounded to its last digit, though it may look exact.
    """
    if quantity.kind is not Kind.COUNT or not unit or not isinstance(quantity, Figure):
        return None
    numeral = quantity.spotted().numeral
    if numeral is None or numeral.written is not None or numeral.scale != 1 or numeral.pieces:
        return None
    scale, _ = unit_scale(unit, language)
    code = unit_code(unit, language)
    percent = code == "%"
    written = Written.from_digits(numeral.digits.whole, numeral.digits.decimals, scale=scale, percent=percent)
    if quantity.value < 0:
        written = written.mirrored()
    hard, soft = commit(written, quantity.comparator)
    kind = Kind.PERCENT if percent else _kind(code, language)
    name = "" if percent else code
    return replace(quantity, value=written.value, kind=kind, hard=hard, soft=soft, unit=name, also=None)


def _kind(code: str, language: Language) -> Kind:
    if not code:
        return Kind.COUNT
    currencies = {*language.right.currencies.values(), *language.left.prefix_currencies.values()}
    return Kind.MONEY if code in currencies else Kind.MEASURE
