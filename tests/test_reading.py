"""The corpora of each language: every text gives exactly the reading it stands under, or none."""

from __future__ import annotations

import time
import unicodedata
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.exact import plain
from factcheck.read.besides import read_besides
from factcheck.read.languages import detect, known_languages, language
from factcheck.read.numerals import read_digits
from factcheck.read.quotes import canonical_words, read_quote
from factcheck.read.scan import scan

CORPORA = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (Path(__file__).parent / "reading").iterdir()}
VI, EN = language("vi"), language("en")
WITHOUT_MARKS = " without marks"


def reading(quantity):
    """Write a quantity as the corpora do."""
    parts = [
        plain(quantity.value),
        f"or {plain(quantity.also)}" if quantity.also is not None else "",
        f"of {plain(quantity.of)}" if quantity.of is not None else "",
        f".. {plain(quantity.high)}" if quantity.high is not None else "",
        quantity.kind.value,
        quantity.unit,
        quantity.comparator or "",
        "in doubt" if quantity.doubtful and quantity.comparator else "",
    ]
    return " ".join(part for part in parts if part)


def readings(text, code):
    return " | ".join(reading(quantity) for quantity in scan(text, language(code)).quantities)


def cases(part):
    return [
        pytest.param(code, text, str(wanted), id=f"{code}: {text}")
        for code, corpus in CORPORA.items()
        for wanted, texts in corpus[part].items()
        for text in texts
    ]


@pytest.mark.parametrize(("code", "text", "wanted"), cases("quantities"))
def test_readings(code, text, wanted):
    wanted = wanted.removesuffix(WITHOUT_MARKS)
    for form in (text, unicodedata.normalize("NFD", text), text.replace(" ", "\u00a0")):
        assert readings(form, code) == wanted


@pytest.mark.parametrize(("code", "text", "wanted"), cases("vague"))
def test_vague(code, text, wanted):
    found = scan(text, language(code))
    assert [str(each.soft) for each in found.vague] == [wanted]
    assert found.quantities == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [pytest.param(code, text, id=f"{code}: {text}") for code, corpus in CORPORA.items() for text in corpus["nothing"]],
)
def test_no_reading(code, text):
    for form in (text, unicodedata.normalize("NFD", text)):
        found = scan(form, language(code))
        assert readings(form, code) == ""
        assert not [other for other in found.others if other.kind == "unread"]


def test_the_corpora_are_large_enough_and_say_nothing_twice():
    for code, fewest in (("vi", 400), ("en", 200)):
        corpus = CORPORA[code]
        texts = [text for part in ("quantities", "vague") for group in corpus[part].values() for text in group]
        texts += corpus["nothing"]
        assert len(texts) >= fewest
        assert len(texts) == len(set(texts))


def test_every_language_has_its_corpus_with_both_sides():
    assert set(CORPORA) == set(known_languages())
    assert all(corpus["quantities"] and corpus["vague"] and corpus["nothing"] for corpus in CORPORA.values())


def test_every_comparator_of_a_language_is_read():
    for code in known_languages():
        for words, comparator in language(code).left.comparators.items():
            found = scan(f"x {' '.join(words)} 44.5 y", language(code)).quantities
            assert [quantity.comparator for quantity in found] == [comparator], words


def test_offsets_are_those_of_the_original_text():
    text = unicodedata.normalize("NFD", "Đã có trên 13,4 triệu lượt và 46,25% hồ sơ")
    for quantity, words in zip(scan(text, VI).quantities, ["13,4 triệu", "46,25%"], strict=True):
        assert text[quantity.start : quantity.end] == quantity.text
        assert unicodedata.normalize("NFC", quantity.text) == words


def test_the_other_style_is_kept_in_doubt():
    (quantity,) = scan("3,451 hồ sơ", VI).quantities
    assert (quantity.value, quantity.also) == (Fraction("3.451"), 3451)
    (quantity,) = scan("3,451 files", EN).quantities
    assert (quantity.value, quantity.also) == (3451, None)
    (quantity,) = scan("3,451%", VI).quantities
    assert (quantity.value, quantity.also) == (Fraction("0.03451"), None)


@pytest.mark.parametrize("token", ["1.23.456", "1,2,3", "1.234,567,8", "12345.678.901"])
def test_digits_that_fit_no_style_are_not_guessed(token):
    assert read_digits(token, ",", ".") is None
    assert readings(token, "vi") == ""


def test_half_as_much_again_is_rounded_to_halves():
    (quantity,) = read_quote("nợ xấu gấp rưỡi đầu năm", VI).quantities
    assert (str(quantity.hard), str(quantity.soft)) == ("[5/4, 2)", "[5/4, 7/4]")


def test_states_and_scope():
    reading = read_quote("tiếp nhận, xử lý 9/22 bộ, cơ quan", VI)
    assert reading.states == {"tiếp nhận", "xử lý"}
    assert reading.scope == "bộ cơ quan"


def test_labels_are_made_one():
    same = {
        canonical_words(label, VI) for label in ("Tỷ lệ TTHC xử lý hòa giải", "tỉ lệ thủ tục hành chính xử lí hoà giải")
    }
    assert len(same) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hơn 44.200 tài khoản", "vi"),
        ("44.200 tài khoản", "vi"),
        (unicodedata.normalize("NFD", "44.200 tài khoản được cấp"), "vi"),
        ("Xuat khau dat 13,4 ty USD, tang 10% so voi cung ky nam truoc", "vi"),
        ("Theo báo cáo của Vietnam Airlines trên The Times, doanh thu đạt 1.200 tỷ đồng", "vi"),
        ("over 44,200 accounts", "en"),
        ("44,200 accounts", "en"),
        ("Đà Nẵng welcomed 1.2 million visitors in 2019, said Nguyễn Văn Hùng of the city's tourism board.", "en"),
        ("", "en"),
    ],
)
def test_detect(text, code):
    assert detect(text) == code


def test_languages_are_found_by_their_tags():
    assert language("vi-VN") is VI
    assert language("fr") is None


_PIECES = [
    "5m", "(4,312)", "½", "1'250", "12·5%", "c.", "zero", "third", "hạng nhất", " K", " MM", "Mt", " tr", "‰", "points",
    "điểm", " to ", "50/50", "İ", "e\u0301", "5h30m", "giảm", "half a", "nửa", "1 .2", "٣", "１２", "²", "$",
    "hơn trăm", "3 vạn 5", "doubled", "gấp đôi", "1 in 8", " ", " ", " ",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_whatever_a_quote_may_state_besides_is_worked_out_without_an_error(text):
    for found in (VI, EN):
        for quantity in read_besides(text, found):
            assert quantity.hard.contains(quantity.value)
            assert quantity.start < quantity.end


def test_a_quote_that_is_no_short_phrase_is_read_once():
    assert read_besides("a target of 5m, " * 1000, EN) == ()


@given(st.text(alphabet="0123456789.,/%-:() \u00a0hơntriệutỷđồng₫$\u0301\n", max_size=60))
def test_any_text_is_read_without_a_fault(text):
    found = scan(text, VI)
    for quantity in found.quantities:
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.hard.intersect(quantity.soft) == quantity.soft


@given(
    st.text(alphabet="0123456789.,/%-:() qhơnưỡitriệutỷđồngquýIImứcđộ$\u0301\n", max_size=50),
    st.sampled_from(["vi", "en"]),
)
def test_every_digit_lies_in_exactly_one_span(text, code):
    covered = [0] * len(text)
    found = scan(text, language(code))
    for span in (*found.quantities, *found.others):
        for index in range(span.start, span.end):
            covered[index] += 1
    for index, char in enumerate(text):
        if char.isascii() and char.isdigit():
            assert covered[index] == 1, (text, index)


HOSTILE = [
    *("1", "1.", "1,234", "1/", "1-", "9-", "1:", "(", "$", "+", "a", "ă", "e\u0301", "1\u0301"),
    *("mức độ 3, ", "1 tỷ ", "hơn ", "từ 5 đến ", "5 đến ", "hai mươi ", "một ", "vài ", "hàng chục ", "5 bác sĩ/"),
    *("tăng 5% so với ", "1 in ", "one and a ", "of the ", "hai phẩy ba ", "three point "),
]


@pytest.mark.slow
@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece, code):
    def cost(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        scan(text, language(code))
        return time.process_time() - start

    cost(1000)
    small, large = min(cost(20_000) for _ in range(3)), min(cost(80_000) for _ in range(3))
    # Four times the text; what grows with the square of its length would take sixteen times as long.
    assert large < 9 * small + 0.05


def test_a_few_words_with_marks_are_taken_for_the_language_of_their_surroundings():
    assert detect("thu ngân sách") == "en"
    assert detect("thu ngân sách", "vi") == "vi"
    assert detect("budget", "vi") == "en"
    assert detect("tỷ lệ", "en") == "vi"
