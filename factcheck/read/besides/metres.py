"""Metres that may be millions: "5m" is five metres, or five million."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.besides.quoted import Quoted

_METRE, _MILLION = "m", 10**6
_NEXT = re.compile(r" ([^\W\d_]+)")


def metres_or_millions(quoted: Quoted) -> Iterator[Quantity]:
    """Yield each figure that was read as metres as millions, and the other way round, where it may be either.

    A word behind it tells which it is: "5m people", "5m tall". A language without such words knows only metres.
    """
    right = quoted.language.right
    if not right.metre_words:
        return
    million = next(name for name, worth in right.scales.items() if worth == _MILLION)
    metres = next(name for name, code in right.measures.items() if code == _METRE and name != _METRE)
    for quantity in quoted.quantities:
        is_metres = quantity.kind is Kind.MEASURE and quantity.unit == _METRE
        at = quantity.end if is_metres else quantity.end - 1
        if not (is_metres or quantity.kind is Kind.COUNT) or not _is_grown_on(quoted.text, at):
            continue
        word = _NEXT.match(quoted.text, at + 1)
        following = word[1].lower() if word else ""
        if is_metres and following not in right.metre_words:
            yield from quoted.reread(quantity.start, at, at + 1, f" {million}")
        elif not is_metres and (not following or following in quoted.language.heads.followers):
            yield from quoted.reread(quantity.start, at, at + 1, f" {metres}")


def _is_grown_on(text: str, at: int) -> bool:
    return text[at : at + 1].lower() == _METRE and text[at - 1].isdigit()
