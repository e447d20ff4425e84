"""The table of intervals: what each written number commits its author to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model.commitment import commit
from factcheck.model.comparator import Comparator
from factcheck.model.interval import Interval
from factcheck.model.written import Written

TABLE = [
    # written, comparator, hard, soft
    (Written.from_digits("13", "4", scale=10**6), None, "[13350000, 13500000)", "[13350000, 13450000]"),
    (Written.from_digits("171", scale=1000), None, "[170500, 172000)", "[170500, 171500]"),
    (Written.from_digits("46", "25", percent=True), None, "[9249/20000, 2313/5000)", "[9249/20000, 9251/20000]"),
    (Written.from_digits("0", percent=True), None, "[-1/200, 1/100)", "[-1/200, 1/200]"),
    (Written.from_digits("4150"), None, "[4150, 4150]", "[4150, 4150]"),
    (Written.from_digits("596"), None, "[596, 596]", "[596, 596]"),
    (Written.from_digits("9"), None, "[9, 9]", "[9, 9]"),
    (Written.from_digits("10"), None, "[19/2, 21/2]", "[10, 10]"),
    (Written.from_digits("40"), None, "[38, 42]", "[40, 40]"),
    (Written.from_digits("6900"), None, "[6850, 6950]", "[6900, 6900]"),
    (Written.from_digits("50000"), None, "[47500, 52500]", "[50000, 50000]"),
    (Written.from_digits("100"), "exactly", "[100, 100]", "[100, 100]"),
    (Written.from_digits("44200"), "over", "[44200, ∞)", "(44200, 45084]"),
    (Written.from_digits("171", scale=1000), "over", "[171000, ∞)", "(171000, 174420]"),
    (Written.from_digits("9", "9", scale=10**6), "over", "[9900000, ∞)", "(9900000, 10100000]"),
    (Written.from_digits("50000"), "nearly", "(-∞, 50000]", "[40000, 50000)"),
    (Written.from_digits("50"), "about", "[40, 60]", "[45, 55]"),
    (Written.from_digits("40", percent=True), "about", "[3/10, 1/2]", "[7/20, 9/20]"),
    (Written.from_digits("6300", scale=10**9), "about-over", "[5670000000000, 6930000000000]",
     "(6300000000000, 6500000000000]"),
    (Written.from_digits("12"), "at-least", "[12, ∞)", "[12, ∞)"),
    (Written.from_digits("12"), "at-most", "(-∞, 12]", "(-∞, 12]"),
    (Written.from_digits("12"), "under", "(-∞, 12]", "(-∞, 12)"),
    (Written.from_digits("50", percent=True, negative=True), "over", "(-∞, -1/2]", "[-3/5, -1/2)"),
    (Written.from_digits("0"), "over", "[0, ∞)", "[0, 0]"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "comparator", "hard", "soft"), TABLE)
def test_table(written, comparator, hard, soft):
    commitment = commit(written, Comparator(comparator) if comparator else None)
    assert (str(commitment.hard), str(commitment.soft)) == (hard, soft)


def test_a_double_is_a_rounded_figure():
    assert commit(Written(2, 1, 1, 1, scaled=True)).hard == Interval(Fraction(3, 2), 3, high_open=True)


def test_inside_a_ratio_a_number_is_exact():
    assert commit(Written.from_digits("6900"), exact=True).hard == Interval.point(6900)


@pytest.mark.parametrize(
    ("written", "decimals", "expected"),
    [
        (Written.from_digits("50000"), 0, Interval.point(50000)),
        (Written.from_digits("171000"), -3, Interval(170500, 171500)),
        (Written.from_digits("13", "4"), 1, Interval(Fraction("13.35"), Fraction("13.45"))),
        (Written.from_digits("40", percent=True), 0, Interval(Fraction("0.395"), Fraction("0.405"))),
    ],
)
def test_stated_decimals_replace_the_looks(written, decimals, expected):
    assert commit(written, decimals=decimals) == (expected, expected)


digits = st.from_regex(r"(0|[1-9]\d{0,8})", fullmatch=True)


@given(digits, st.from_regex(r"\d{0,3}", fullmatch=True), st.sampled_from([1, 1000, 10**6]), st.booleans(),
       st.booleans(), st.sampled_from([None, *Comparator]))  # fmt: skip
def test_soft_lies_inside_hard_and_both_end_at_or_hold_the_value(whole, decimals, scale, percent, negative, comparator):
    written = Written.from_digits(whole, decimals, scale=scale, percent=percent, negative=negative)
    hard, soft = commit(written, comparator)
    assert hard.intersect(soft) == soft
    assert hard.contains(written.value)
    assert soft.contains(written.value) or written.value in (soft.low, soft.high)


@given(digits, st.sampled_from([None, *Comparator]))
def test_a_fall_mirrors_a_rise(whole, comparator):
    assume(whole != "0")
    rise = commit(Written.from_digits(whole), comparator)
    fall = commit(Written.from_digits(whole, negative=True), comparator)
    assert (-rise.hard, -rise.soft) == fall
