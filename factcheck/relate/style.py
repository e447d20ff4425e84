"""In which style a figure was written: its language's marks and its scale word."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model.exact import divide
from factcheck.model.format import LANGUAGES, format_number
from factcheck.model.quantity import Quantity
from factcheck.model.style import Style

_DIGITS_AND_WORD = re.compile(r"(\d[\d.,]*)\s+([^\W\d_]+(?:\s[^\W\d_]+)?)\Z")
_PERCENT = re.compile(r"\d(\s?%)\Z")
_SCALES = tuple(10**power for power in (2, 3, 5, 6, 8, 9, 12, 15))


@cache
def _bare(marks: str) -> Style:
    return Style(marks)


def style_of(quantity: Quantity | None, lang: str) -> Style:
    """Return the style of a quantity: "6.300 tỷ" has the marks of Vietnamese and the scale word tỷ.

    A scale may be of two words ("1,2 nghìn tỷ"). The worth of the word is what makes the digits the value, so no list
    of words is needed; digits that no scale explains ("1 triệu 200 nghìn") have none.
    """
    marks = lang if lang in LANGUAGES else ""
    if quantity is None or quantity.text[-1:].isdigit():
        return _bare(marks)
    match = _DIGITS_AND_WORD.search(quantity.text)
    if percent := _PERCENT.search(quantity.text):
        return Style(marks, percent=percent[1])
    if match is None or not marks:
        return Style(marks)
    for scale in _SCALES:
        if format_number(divide(quantity.value, scale), marks) == match[1]:
            return Style(marks, scale, match[2])
    return Style(marks)
