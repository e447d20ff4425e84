"""Lookalike labels: looking words up finds what comparing all labels with each other finds."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.lookalikes import exhaustive, labels, ours, view_of

# Words near to each other, of any length, with tone marks in both places, digits, states and a negation among them.
ALIKE = (
    "thư thứ trường trưởng trường2 trươờng truờng trngườ thủy thuỷ thủ không khong nghiệp nghiệpp nghiệm đúng hạn hẹn "
    "received receives recieved services service servcies without within 2018 2019 TTHC dịch-vụ dịch vụ a"
)


def pairs(names):
    view = view_of(names)
    found = ours(view)
    assert found == exhaustive(view)
    return found


def test_what_is_found_among_made_up_labels_is_all_there_is():
    assert len(pairs(labels(1500))) > 30


def test_what_is_found_among_labels_of_words_alike_is_all_there_is():
    chance = Random(1)
    names = [" ".join(chance.choices(ALIKE.split(), k=chance.randint(1, 4))) for _ in range(300)]
    assert len(pairs(names)) > 100


@given(st.lists(st.lists(st.text("abcdeé\u0301", min_size=3, max_size=7), min_size=1, max_size=3), max_size=8))
def test_what_is_found_among_any_labels_is_all_there_is(names):
    pairs([" ".join(words) for words in names])


def test_every_two_of_three_spellings_are_a_pair():
    assert pairs(["hồ sơ hòa giải", "hồ sơ hoà giải", "hồ sơ hòa  giải"]) == {
        ("m-0", "m-1"),
        ("m-0", "m-2"),
        ("m-1", "m-2"),
    }
