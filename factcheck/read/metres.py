"""What a figure with an "m" grown onto it may be besides: "5m" is five metres, or five million."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.quantity import Kind, Quantity
from factcheck.read.language import Language
from factcheck.read.scan import scan_page
from factcheck.read.text import uniform

_METRE, _MILLION = "m", 10**6
_NEXT = re.compile(r" ([^\W\d_]+)")


def other_readings(text: str, quantities: tuple[Quantity, ...], found: Language) -> tuple[Quantity, ...]:
    """Return each figure that was read as metres as millions, and the other way round, where it may be either.

    A word behind it tells which it is: "5m people", "5m tall". A language without such words knows only metres.
    """
    right = found.right
    if not right.metre_words:
        return ()
    million = next(name for name, worth in right.scales.items() if worth == _MILLION)
    metres = next(name for name, code in right.measures.items() if code == _METRE and name != _METRE)
    others: list[Quantity] = []
    for quantity in quantities:
        following = _following(text, quantity)
        if following is None:
            continue
        if quantity.kind is Kind.MEASURE and following not in right.metre_words:
            others += _read_as(million, text, quantity, quantity.end, found)
        elif quantity.kind is Kind.COUNT and (not following or following in found.heads.followers):
            others += _read_as(metres, text, quantity, quantity.end - 1, found)
    return tuple(others)


def _following(text: str, quantity: Quantity) -> str | None:
    """Return the word behind a figure with an "m" grown onto it, empty where there is none; None for any other."""
    if quantity.kind is Kind.MEASURE and quantity.unit == _METRE:
        at = quantity.end
    elif quantity.kind is Kind.COUNT:
        at = quantity.end - 1
    else:
        return None
    if text[at : at + 1].lower() != _METRE or not text[at - 1].isdigit():
        return None
    word = _NEXT.match(text, at + 1)
    return word[1].lower() if word else ""


def _read_as(unit: str, text: str, quantity: Quantity, at: int, found: Language) -> list[Quantity]:
    """Read a figure with another word in the place of its "m"."""
    written = f"{text[:at]} {unit}{text[at + 1 :]}"
    read = scan_page(uniform(written), written, found).quantities
    return [
        replace(other, text=text[other.start : at + 1], end=at + 1) for other in read if other.start == quantity.start
    ]
