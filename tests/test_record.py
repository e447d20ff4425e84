"""A record compares, hashes and shows itself as the frozen dataclass that it is to the type checker."""

from dataclasses import dataclass, field, fields, replace

import pytest

from factcheck.model.record import record


def both(**options):
    """Return the same class as a record and as a dataclass."""

    def make(decorate):
        class Reading:
            """What is compared by two of its three fields."""

            value: int
            place: int = field(compare=False)
            words: tuple[str, ...] = field(default=(), repr=False)

        return decorate(**options)(Reading)

    return make(record), make(dataclass)


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
    assert [each.name for each in fields(ours)] == ["value", "place", "words"]
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
