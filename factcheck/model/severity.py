"""How bad a fault is."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How bad a fault is; a gate fails from a chosen severity upwards."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """The worse, the smaller: the order in which findings are listed."""
        return list(Severity).index(self)
