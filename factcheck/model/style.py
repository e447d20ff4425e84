"""How a figure was written, so that what is worked out from it can be written alike."""

from __future__ import annotations

from factcheck.model.exact import Exact
from factcheck.model.record import NamedTuple


class Style(NamedTuple):
    """The marks of a language (empty: those of the message) and a scale word with its worth: "tỷ" and 10⁹.

    ``percent`` is the percent sign, with the space before it where the source writes one.
    """

    lang: str = ""
    scale: Exact = 1
    word: str = ""
    percent: str = "%"


PLAIN = Style()
