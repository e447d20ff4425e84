"""Records: to readers and the type checker, frozen dataclasses with slots.

The type checker is what refuses to change one. Python's own way to refuse it makes every record three times as slow
to build, of which a large registry has millions, and every class that has it half as slow again to define, of which
a start has a hundred.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record

    __all__ = ["record"]
else:
    from dataclasses import dataclass

    T = TypeVar("T")

    def record(*, frozen: bool, slots: bool, kw_only: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]:
        """Make a class a dataclass that can be hashed as a frozen one, by its fields."""
        return dataclass(slots=slots, kw_only=kw_only, eq=eq, unsafe_hash=frozen and eq)
