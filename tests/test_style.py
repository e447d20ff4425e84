"""What is worked out is written as its source writes: marks, scale words, percent signs, units."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.model.finding import Amount, Range
from factcheck.model.format import format_fact
from factcheck.model.interval import Interval
from factcheck.model.style import Style
from factcheck.read.languages import language
from factcheck.read.scan import scan
from factcheck.relate.style import style_of

BILLION = 10**9


@pytest.mark.parametrize(
    ("lang", "text", "style", "value", "unit", "shown"),
    [
        ("vi", "3.451 điều kiện", Style("vi"), 3351, "điều kiện", "3.351 điều kiện"),
        ("vi", "đạt 46,25%", Style("vi"), Fraction(4217, 10000), "%", "42,17%"),
        ("vi", "đạt 46,25 %", Style("vi", percent=" %"), Fraction(4217, 10000), "%", "42,17 %"),
        ("vi", "6.300 tỷ đồng", Style("vi", 10**9, "tỷ"), 6421 * 10**9, "đồng", "6.421 tỷ đồng"),
        ("vi", "1,2 nghìn tỷ đồng", Style("vi", 10**12, "nghìn tỷ"), 1_150 * 10**9, "đồng", "1,15 nghìn tỷ đồng"),
        ("vi", "13,4 triệu lượt", Style("vi", 10**6, "triệu"), 12_345_678, "lượt", "12,346 triệu lượt"),
        ("vi", "171 nghìn tài khoản", Style("vi", 1000, "nghìn"), 44_200, "", "44,2 nghìn"),
        ("vi", "1 triệu 200 nghìn hồ sơ", Style("vi"), 1_300_000, "hồ sơ", "1.300.000 hồ sơ"),
        ("vi", "hai dự án luật", Style("vi"), 3, "dự án luật", "3 dự án luật"),
        ("en", "3.2 million visits", Style("en", 10**6, "million"), 3_250_000, "visits", "3.25 million visits"),
        ("en", "44,200 accounts", Style("en"), 1234, "accounts", "1,234 accounts"),
    ],
)
def test_as_the_source_writes(lang, text, style, value, unit, shown):
    found = scan(text, language(lang)).quantities[0]
    assert style_of(found, lang) == style
    for message_lang in ("en", "vi"):
        assert format_fact(Amount(value, unit, style), message_lang) == shown


def test_without_a_language_the_message_decides():
    assert style_of(None, "") == style_of(None, "fr") == Style()
    assert format_fact(Amount(3451, "", Style()), "en") == "3,451"
    assert format_fact(Amount(3451, "", Style()), "vi") == "3.451"


def test_scale_word_and_unit_are_said_once():
    style = Style("vi", BILLION, "tỷ")
    ends = Interval(6299 * BILLION, 6301 * BILLION, high_open=True)
    assert format_fact(Range(ends, "đồng", style), "en") == "6.299 or more, below 6.301 tỷ đồng"
    assert format_fact(Range(ends, "đồng", style), "vi") == "từ 6.299 đến dưới 6.301 tỷ đồng"
    assert format_fact(Range(Interval(6299 * BILLION, None), "đồng", style), "vi") == "từ 6.299 tỷ đồng trở lên"
    assert format_fact(Range(Interval.point(BILLION), "đồng", style), "en") == "1 tỷ đồng"


def test_a_gap_is_never_rounded_to_nothing():
    assert format_fact(Amount(Fraction(1, 10**7), "pp", Style("vi")), "en") == "0,00001 điểm phần trăm"
    assert format_fact(Amount(Fraction(1, 3), "", Style("en")), "en") == "0.333"
