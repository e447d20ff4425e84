"""What was not checked, and why."""

from __future__ import annotations

from factcheck.model.place import Place
from factcheck.model.record import NamedTuple


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
