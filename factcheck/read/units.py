"""What stands right of a numeral: percent signs, currencies, measures."""

from __future__ import annotations

from factcheck.model.quantity import Kind
from factcheck.read.lexicon import Lexicon
from factcheck.read.spotted import Tail
from factcheck.read.text import Uniform

# What is counted in a unit of this class, as plain text: members of an enumeration cost much to look up and to hash.
KINDS = {
    "percent": Kind.PERCENT.value,
    "mille": Kind.PERCENT.value,
    "points": Kind.POINTS.value,
    "basis": Kind.POINTS.value,
    "currency": Kind.MONEY.value,
    "subunit": Kind.MONEY.value,
    "measure": Kind.MEASURE.value,
}
# Behind these no unit can follow.
ENDS = frozenset(",.;)\n") | {""}


def tail_of(lower: str, end: int, words: Lexicon) -> Tail | None:
    """Return the unit that stands right of a numeral, if one does."""
    if lower[end : end + 1] in ENDS:
        return None
    match = words.tail.match(lower, end)
    if match is None or match.lastgroup is None or match.lastindex is None:
        return None
    return Tail(match.lastgroup, match[match.lastindex], match.end())


def unit_of(page: Uniform, tail: Tail, words: Lexicon) -> str:
    """Return the code of a currency or measure, with the measure that it is told by: "tạ/ha", "tonnes per hectare"."""
    code = code_of(tail, words)
    if tail.name != "measure":
        return code
    link = next((each for each in words.per_unit if page.lower.startswith(each, tail.end)), None)
    if link is None:
        return code
    per = tail_of(page.lower, tail.end + len(link), words)
    return f"{code}/{code_of(per, words)}" if per is not None and per.name == "measure" else code


def code_of(tail: Tail, words: Lexicon) -> str:
    """Return the code of a currency or measure."""
    right = words.language.right
    name = words.language.plain_words.get(tail.text, tail.text)
    if tail.name == "subunit":
        return right.subunits[name]
    return (right.currencies if tail.name == "currency" else right.measures)[name]


def base_of(page: Uniform, end: int, words: Lexicon) -> tuple[int, int] | None:
    """Return where the words stand that a change is measured against, right of a figure."""
    found = words.base.match(page.lower, end)
    if found is None:
        return None
    # Either the whole of what was found names the base, or what stands behind its first words.
    return found.span(found.lastgroup or 0)
