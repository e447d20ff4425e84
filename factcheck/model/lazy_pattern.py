"""Regular expressions that are compiled when they are first used.

To read figures takes a hundred of them. Half are for what most registries have nowhere, and to compile those too would
take a twentieth of a small check.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what can be used as the pattern; re.error when it is first used, where it is none."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """A pattern of which each method is looked up, and the whole compiled, when it is first asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a pattern has
        # The standard library remembers what it has compiled.
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self._flags), name)
        return found
