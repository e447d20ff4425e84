"""The words around a number that say on which side of it the truth lies."""

from __future__ import annotations

from enum import StrEnum


class Comparator(StrEnum):
    """How a figure relates to the number written; a bare number has none."""

    EXACTLY = "exactly"
    OVER = "over"
    AT_LEAST = "at-least"
    NEARLY = "nearly"
    UNDER = "under"
    AT_MOST = "at-most"
    ABOUT = "about"
    ABOUT_OVER = "about-over"
