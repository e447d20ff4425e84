"""Records: to readers and the type checker, frozen dataclasses with slots.

The type checker is what refuses to change one. Python's own way to refuse it makes every record three times as slow
to build, of which a large registry has millions. And of the four functions that a dataclass compiles for every class
only one is compiled here, for building records; the others do as well without: a start has a hundred classes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record

    __all__ = ["record"]
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    T = TypeVar("T")

    def record(*, frozen: bool, slots: bool, kw_only: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]:
        """Make a class a dataclass that can be compared and hashed as a frozen one, by its fields."""
        if not frozen:
            raise TypeError("records are frozen")

        def make(cls: type[T]) -> type[T]:
            made = dataclass(slots=slots, kw_only=kw_only, eq=False, repr=False)(cls)
            made.__repr__ = _representation(tuple(each.name for each in fields(made) if each.repr))
            if eq:
                compared = tuple(each.name for each in fields(made) if each.compare)
                made.__eq__, made.__hash__ = _comparison(compared)
            return made

        return make

    def _comparison(names: tuple[str, ...]) -> tuple[Callable[[T, object], bool], Callable[[T], int]]:
        key = attrgetter(*names) if names else lambda _: ()

        def equal(self: T, other: object) -> bool:
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        return equal, lambda self: hash(key(self))

    def _representation(names: tuple[str, ...]) -> Callable[[T], str]:
        def represent(self: T) -> str:
            values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({values})"

        return represent
