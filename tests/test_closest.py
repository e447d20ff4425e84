"""Where a missing quote comes closest: the very passage, in texts of every size, by pieces or pairs of words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.anchoring import text_of
from factcheck.model.anchor import Anchor, Difference
from factcheck.model.registry import Quote
from factcheck.read.anchor import Anchors
from factcheck.read.loose import loose
from factcheck.read.normal import normal
from factcheck.read.skeleton import Skeleton, skeleton

# Less than pairs are made of, as much as that, and as much as a word index is made of.
SIZES = (3_000, 30_000, 500_000)


@pytest.mark.parametrize("size", SIZES)
def test_typing_errors_lead_to_the_passage(size):
    text, cases = text_of(size)
    anchors = Anchors(text)
    for case in cases[:60]:
        digit, typos = anchors.find(Quote(case.digit)), anchors.find(Quote(case.typos))
        assert (digit.difference, digit.start) == (Difference.NUMBER, case.start)
        assert (typos.difference, typos.start) == (Difference.WORDS, case.start), (case, typos)
        assert typos.end == digit.end
        assert len(typos.wanted) == 3


@pytest.mark.parametrize("size", SIZES)
def test_half_of_a_quote_leads_to_the_passage(size):
    """No more than every second word is right, so that no pair of words is."""
    text, cases = text_of(size)
    anchors = Anchors(text)
    for case in cases[:10]:
        words = case.exact.split()
        words[1::2] = [f"{word[:-1]}xx" for word in words[1::2]]
        miss = anchors.find(Quote(" ".join(words)))
        assert abs(miss.start - case.start) < 20, (words, miss)


@pytest.mark.parametrize("size", SIZES)
def test_a_quote_of_another_text_is_gone(size):
    miss = Anchors(text_of(size)[0]).find(Quote("what was said of ships, sealing wax and 17 cabbages, or of kings"))
    assert miss.difference is Difference.GONE


@pytest.mark.parametrize("size", SIZES)
def test_punctuation_and_capitals_may_differ_anywhere(size):
    text, cases = text_of(size)
    anchors = Anchors(text)
    for case in cases[:20]:
        place = anchors.find(Quote(case.exact.upper().replace(" ", ", ", 1)))
        assert isinstance(place, Anchor)
        assert (place.start, place.verbatim) == (case.start, False)


def test_a_number_of_another_length_is_a_number():
    text = "Có trên 171.500 nghìn bạn đọc. " + "Một dòng khác. " * 500
    miss = Anchors(text).find(Quote("trên 17 nghìn bạn đọc"))
    assert (miss.difference, miss.found, miss.wanted) == (Difference.NUMBER, ("171.500",), ("17",))


def test_a_word_more_or_less_at_the_end_is_seen_as_it_is():
    text = "Hội nghị sẽ đẩy mạnh cung cấp dịch vụ công trực tuyến ở mức độ 4 trong năm 2020 tại các địa phương."
    more = Anchors(text).find(Quote("đẩy mạnh cung cấp các dịch vụ công trực tuyến ở mức độ 4"))
    assert more.passage == "đẩy mạnh cung cấp dịch vụ công trực tuyến ở mức độ 4"
    assert more.wanted == ("các",)
    less = Anchors(text).find(Quote("đẩy mạnh cung cấp vụ công trực tuyến ở mức độ 4 trong năm"))
    assert less.passage == "đẩy mạnh cung cấp [dịch] vụ công trực tuyến ở mức độ 4 trong năm"


def test_among_many_lines_alike_the_one_with_most_of_the_digits_is_shown():
    chance = Random(1)
    lines = [f"Huyện nọ có {''.join(chance.choices('136789', k=5))} hồ sơ trực tuyến trong năm" for _ in range(3_000)]
    lines[2_000] = "Huyện nọ có 44244 hồ sơ trực tuyến trong năm"
    text = ".\n".join(lines)
    miss = Anchors(text).find(Quote("nọ có 44245 hồ sơ trực tuyến trong năm"))
    assert (miss.difference, miss.found) == (Difference.NUMBER, ("44244",))


def test_pieces_and_pairs_find_the_same_places():
    """The same sentences as part of a short text and of a long one."""
    text, cases = text_of(200_000)
    short, long = Anchors(text[:4_000]), Anchors(text)
    for case in cases:
        if case.start < 3_900:
            assert short.find(Quote(case.typos)) == long.find(Quote(case.typos))


@given(st.text("aAbB12.,% ²\u0301-İß", max_size=8), st.text("aAbB12.,% ²\u0301-İß", max_size=40))
def test_what_stands_somewhere_loosely_has_its_letters_there(phrase, text):
    uniform = normal(text).text
    if loose(phrase).text in loose(uniform).text:
        assert skeleton(phrase) in Skeleton(uniform)


@given(st.text("aA1. ²İß–", max_size=30), st.data())
def test_letters_lead_back(text, data):
    letters = skeleton(text)
    start = data.draw(st.integers(0, len(letters)))
    wanted = letters[start : data.draw(st.integers(start, len(letters)))]
    if wanted:
        places = list(Skeleton(text).places(wanted))
        assert places
        assert all(wanted in skeleton(text[first:last]) for first, last in places)


def test_letters_lead_back_far_into_a_text():
    text = "– “đ. " * 3_000 + "Tìm ở đây" + " xong" * 3_000
    ((start, end),) = Skeleton(text).places("tìmởđây")
    assert text[start:end] == "Tìm ở đây"
