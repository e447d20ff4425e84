"""A record compares, hashes and shows itself as the frozen dataclass that it is to the type checker."""

import dataclasses
import inspect
import pickle

import pytest

from factcheck.model.record import field, names_of, record, replace


def both(**options):
    """Return the same class as a record and as a dataclass."""

    def make(decorate, field):
        class Reading:
            """What is compared by two of its three fields."""

            value: int
            place: int = field(compare=False)
            words: tuple[str, ...] = field(default=(), repr=False)

        return decorate(**options)(Reading)

    return make(record, field), make(dataclasses.dataclass, dataclasses.field)


def test_records_are_compared_and_hashed_by_the_fields_that_count():
    ours, plain = both(frozen=True, slots=True)
    one, moved, other = ours(1, 2, ("a",)), ours(1, 3, ("a",)), ours(2, 2, ("a",))
    assert one == moved
    assert hash(one) == hash(moved) == hash(plain(1, 2, ("a",)))
    assert one != other
    assert one != plain(1, 2, ("a",))
    assert len({one, moved, other}) == 2


def test_records_show_themselves_as_dataclasses_do():
    ours, plain = both(frozen=True, slots=True)
    assert repr(ours(1, 2)).rpartition(".")[2] == repr(plain(1, 2)).rpartition(".")[2] == "Reading(value=1, place=2)"
    assert [each.name for each in dataclasses.fields(ours)] == ["value", "place", "words"]
    assert replace(ours(1, 2), value=3) == ours(3, 2)


def test_a_record_has_slots_and_may_be_built_by_keyword_alone():
    ours, _ = both(frozen=True, slots=True, kw_only=True)
    with pytest.raises(TypeError):
        ours(1, 2)
    with pytest.raises(AttributeError):
        ours(value=1, place=2).extra = 1


def test_records_without_equality_are_themselves_alone():
    ours, _ = both(frozen=True, slots=True, eq=False)
    one = ours(1, 2)
    assert one == one  # noqa: PLR0124
    assert one != ours(1, 2)
    assert len({one, ours(1, 2)}) == 2


def test_records_of_one_field_and_of_none_compare():
    @record(frozen=True, slots=True)
    class One:
        value: int

    @record(frozen=True, slots=True)
    class Nothing:
        pass

    assert One(1) == One(1) != One(2)
    assert len({One(1), One(1), One(2)}) == 2
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


@record(frozen=True, slots=True, kw_only=True)
class Named:
    name: str
    marks: tuple[str, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Measured(Named):
    """More of a thing that has a name."""

    size: int
    notes: list[str] = field(default_factory=list)

    def __post_init__(self):
        if self.size < 0:
            raise ValueError("sizes are not negative")


def test_what_builds_on_a_record_has_its_fields_first():
    one = Measured(size=1, name="a")
    assert names_of(one) == ("name", "marks", "size", "notes")
    assert one == Measured(name="a", size=1) != Measured(name="b", size=1)
    assert one != Named(name="a")
    assert repr(one) == "Measured(name='a', marks=(), size=1, notes=[])"
    assert replace(one, size=2, marks=("x",)) == Measured(name="a", size=2, marks=("x",))
    assert isinstance(one, Named)


def test_a_default_is_made_for_each_record_and_what_is_wrong_is_refused():
    first, second = Measured(size=1, name="a"), Measured(size=1, name="a")
    first.notes.append("changed")
    assert second.notes == []
    with pytest.raises(ValueError, match="negative"):
        Measured(size=-1, name="a")
    with pytest.raises(TypeError):
        Measured(size=1)
    with pytest.raises(TypeError):
        replace(first, length=3)
    with pytest.raises(TypeError, match="default_factory"):

        @record(slots=True)
        class Shared:
            notes: list[str] = []  # noqa: RUF012


def test_records_can_be_matched_copied_and_sent_to_another_process():
    one = Measured(size=1, name="a", notes=["n"])
    assert pickle.loads(pickle.dumps(one, protocol=5)) == one
    match one:
        case Measured(name="a", size=size):
            assert size == 1
        case _:
            pytest.fail("it is one")


def test_the_standard_library_takes_a_record_for_a_dataclass():
    one = Measured(size=1, name="a")
    assert dataclasses.is_dataclass(one)
    assert dataclasses.asdict(one) == {"name": "a", "marks": (), "size": 1, "notes": []}
    assert dataclasses.replace(one, size=2) == Measured(name="a", size=2)


def test_how_a_record_is_built_can_be_asked_before_one_is():
    @record(frozen=True, slots=True)
    class Pair:
        first: int
        second: int = 2

    assert str(inspect.signature(Pair)) == "(first, second=2)"
    assert (Pair(1).second, Pair(1, 3).second) == (2, 3)
    assert str(inspect.signature(Pair)) == "(first, second=2)"


def test_a_record_that_may_change_has_no_hash():
    @record(slots=True)
    class Count:
        number: int = 0

    one = Count()
    one.number += 1
    assert one == Count(1)
    with pytest.raises(TypeError):
        hash(one)
