"""Records: to readers and the type checker, dataclasses with slots, most of them frozen.

The type checker is what refuses to change one. Python's own way to refuse it makes every record three times as slow
to build, of which a large registry has millions. And they are made here, not by the dataclasses of the standard
library, because a start makes a hundred classes: there that takes a tenth of the time of a check, since each of the
functions of a class is compiled anew and the modules behind it are large. Whoever asks for their fields as those of
dataclasses (``asdict``, pretty printers) gets them.

Tuples with names are made here for the same reason: that of ``typing`` looks at the type of every field.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import field, replace
    from typing import NamedTuple

    __all__ = ["NamedTuple", "field", "names_of", "record", "replace"]
else:
    from collections import namedtuple
    from operator import attrgetter

    T = TypeVar("T")
    _MISSING = object()
    # To compile takes as long as to build so many records by hand.
    _BY_HAND = 8

    class _MakingTuples(type):
        """What makes a class with fields one of tuples."""

        def __new__(cls, name: str, _: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = body.get("__annotations__", {})
            defaults = [body.pop(each) for each in fields if each in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])  # noqa: PYI024
            for each, value in body.items():
                setattr(made, each, value)
            return made

    NamedTuple = type.__new__(_MakingTuples, "NamedTuple", (), {})

    class field:  # noqa: N801 - it stands for the function of that name
        """What is said of a field besides its type."""

        __slots__ = ("compare", "default", "factory", "kw_only", "repr", "type")

        def __init__(
            self,
            *,
            default: object = _MISSING,
            default_factory: Callable[[], object] | None = None,
            repr: bool = True,  # noqa: A002
            compare: bool = True,
        ) -> None:
            if default.__class__.__hash__ is None:
                raise TypeError(f"{default!r} would be shared by all records; give a default_factory")
            self.default, self.factory, self.repr, self.compare = default, default_factory, repr, compare

    def record(
        *, slots: bool, frozen: bool = False, kw_only: bool = False, eq: bool = True
    ) -> Callable[[type[T]], type[T]]:
        """Make a class a record, which can be compared by its fields, and hashed by them where it is frozen."""
        if not slots:
            raise TypeError("records have slots")

        def make(cls: type[T]) -> type[T]:
            body = dict(cls.__dict__)
            body.pop("__dict__", None)
            body.pop("__weakref__", None)
            own = {name: _taken(body, name, kind, kw_only) for name, kind in body.get("__annotations__", {}).items()}
            fields = getattr(cls, "__record__", {}) | own
            body["__qualname__"] = cls.__qualname__
            body["__record__"] = fields
            body["__slots__"] = tuple(own)
            body["__match_args__"] = tuple([name for name, each in fields.items() if not each.kw_only])
            body["__init__"] = _compiling_itself(fields, post=hasattr(cls, "__post_init__"))
            body["__repr__"] = _representation([name for name, each in fields.items() if each.repr])
            body["__dataclass_fields__"] = _AS_DATACLASS
            body["__signature__"] = _SIGNATURE
            if eq:
                key = _key([name for name, each in fields.items() if each.compare])
                body["__eq__"] = _equality(key)
                body["__hash__"] = (lambda self: hash(key(self))) if frozen else None
            made = body["__init__"].record = type(cls)(cls.__name__, cls.__bases__, body)
            return made

        return make

    def replace(one: T, /, **changes: object) -> T:
        """Return a record with some of its fields changed."""
        return one.__class__(**{name: getattr(one, name) for name in one.__record__} | changes)

    def _taken(body: dict[str, Any], name: str, kind: object, kw_only: bool) -> field:  # noqa: FBT001
        default = body.pop(name, _MISSING)
        taken = default if isinstance(default, field) else field(default=default)
        taken.type, taken.kw_only = kind, kw_only
        return taken

    def _compiling_itself(fields: dict[str, field], *, post: bool) -> Callable[..., None]:
        """Return what builds the first few records by hand, then compiles the way to build them: most have no more."""
        left = _BY_HAND

        def init(self: object, *given: object, **named: object) -> None:
            nonlocal left
            left -= 1
            if left > 0 and _filled(self, fields, given, named):
                if post:
                    self.__post_init__()
                return
            init.record.__init__ = made = _initializer(fields, post=post)
            made(self, *given, **named)

        return init

    def _filled(one: object, fields: dict[str, field], given: tuple[object, ...], named: dict[str, object]) -> bool:
        """Give a record its fields; tells whether they are those that it has."""
        places = one.__match_args__
        values = dict(zip(places, given, strict=False)) | named
        if len(given) > len(places) or len(values) < len(given) + len(named):
            return False
        for name, each in fields.items():
            value = values.pop(name, each.default)
            if value is _MISSING:
                if each.factory is None:
                    return False
                value = each.factory()
            setattr(one, name, value)
        return not values

    def _initializer(fields: dict[str, field], *, post: bool) -> Callable[..., None]:
        known: dict[str, Any] = {"MISSING": _MISSING}
        parameters, lines = ["self"], []
        for name, each in sorted(fields.items(), key=lambda item: item[1].kw_only):
            if each.kw_only and "*" not in parameters:
                parameters.append("*")
            if each.factory:
                known[f"make_{name}"] = each.factory
                parameters.append(f"{name}=MISSING")
                lines.append(f" self.{name} = make_{name}() if {name} is MISSING else {name}")
                continue
            if each.default is not _MISSING:
                known[f"default_{name}"] = each.default
            parameters.append(name if each.default is _MISSING else f"{name}=default_{name}")
            lines.append(f" self.{name} = {name}")
        lines.append(" self.__post_init__()" if post else " pass")
        exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines]), known)  # noqa: S102 - names of fields
        made: Callable[..., None] = known["__init__"]
        return made

    def _key(names: list[str]) -> Callable[[Any], object]:
        return attrgetter(*names) if names else lambda _: ()

    def _equality(key: Callable[[Any], object]) -> Callable[[Any, object], bool]:
        def equal(self: Any, other: object) -> bool:  # noqa: ANN401
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        return equal

    def _representation(names: list[str]) -> Callable[[Any], str]:
        def represent(self: Any) -> str:  # noqa: ANN401
            values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({values})"

        return represent

    class _AsDataclass:
        """The fields of a record as the standard library wants them, made when it asks."""

        def __get__(self, _: object, owner: type) -> dict[str, Any]:
            import dataclasses  # noqa: PLC0415

            given = []
            for name, each in owner.__record__.items():
                options = {"repr": each.repr, "compare": each.compare, "kw_only": each.kw_only}
                if each.factory:
                    options["default_factory"] = each.factory
                elif each.default is not _MISSING:
                    options["default"] = each.default
                given.append((name, each.type, dataclasses.field(**options)))
            return dataclasses.make_dataclass(owner.__name__, given).__dataclass_fields__

    class _Signature:
        """How a record is built, for those who ask before the first one is."""

        def __get__(self, _: object, owner: type) -> object:
            import inspect  # noqa: PLC0415

            init = _initializer(owner.__record__, post=False)
            _, *parameters = inspect.signature(init).parameters.values()
            return inspect.Signature(parameters)

    _AS_DATACLASS = _AsDataclass()
    _SIGNATURE = _Signature()


def names_of(one: object) -> tuple[str, ...]:
    """Return the names of a record's fields, in their order."""
    names: tuple[str, ...] = tuple(type(one).__record__)  # type: ignore[attr-defined]
    return names
