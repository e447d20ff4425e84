"""Errors that a person must be told of, in words of both languages."""

from __future__ import annotations


class SaidError(Exception):
    """An error with its message in English and Vietnamese; each says what to do next."""

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.en = en
        self.vi = vi

    def say(self, lang: str) -> str:
        """Return the message in a language."""
        return self.vi if lang == "vi" else self.en
