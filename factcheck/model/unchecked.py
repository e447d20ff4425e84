"""What was not checked, and why."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.place import Place


class Why(NamedTuple):
    """A reason in English and in Vietnamese."""

    en: str
    vi: str


class Unchecked(NamedTuple):
    """Something that was not checked, and why; ``where`` says more exactly what of it."""

    what: str
    why: Why
    place: Place | None = None
    where: str = ""

    def reason(self, lang: str) -> str:
        """Return the reason in a language."""
        why = self.why.vi if lang == "vi" else self.why.en
        return f"{self.where}: {why}" if self.where else why
