"""Which words gave which part of a reading."""

from __future__ import annotations

from factcheck.model.exact import plain
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.scanned import Part
from factcheck.read.spotted import Numeral, Spotted
from factcheck.read.text import Uniform

_UNITS = (Kind.MONEY, Kind.MEASURE, Kind.RANGE)


def parts_of(spotted: Spotted, quantity: Quantity, page: Uniform) -> tuple[Part, ...]:
    """Return the parts of a quantity in the order of its words, as far as each has words of its own."""
    parts = [Part(role, " ".join(words), _meaning(role, spotted)) for role, words in reversed(spotted.hedge.clues)]
    if spotted.numeral is not None:
        parts += _number(spotted.numeral, page)
    if spotted.high is not None:
        parts += [Part("upper end", part.words, part.meaning) for part in _number(spotted.high, page)]
    if spotted.of is not None and quantity.of is not None:
        parts.append(Part("whole", page.text[spotted.of.start : spotted.of.end], plain(quantity.of)))
    if unit := page.text[spotted.unit_at[0] : spotted.unit_at[1]].strip(" -"):
        parts.append(Part("unit", unit, quantity.unit if quantity.kind in _UNITS else quantity.kind.value))
    if quantity.foreign_style:
        parts.append(Part("style", quantity.text, "separators of another language"))
    if quantity.also is not None:
        parts.append(Part("also", quantity.text, plain(quantity.also)))
    if quantity.base:
        parts.append(Part("base", quantity.base, "what the change is measured against"))
    return tuple(parts)


def _meaning(role: str, spotted: Spotted) -> str:
    hedge = spotted.hedge
    if role == "comparator":
        return f"{hedge.comparator}{', or nothing' if hedge.doubtful else ''}"
    if role == "distance":
        return "by how much"
    if role == "direction":
        return "up" if hedge.direction > 0 else "down"
    return "an estimate"


def _number(numeral: Numeral, page: Uniform) -> list[Part]:
    words = page.text[numeral.start : numeral.end]
    if numeral.written is not None:
        return [Part("number", words, plain(numeral.written.value))]
    pieces = [(numeral.digits, numeral.scale), *numeral.pieces]
    worth = " + ".join(
        f"{int(digits.whole)}{'.' + digits.decimals if digits.decimals else ''}"
        + (f" × {plain(scale)}" if scale != 1 else "")
        for digits, scale in pieces
    )
    return [Part("number", words, worth)]
