"""Quotes in documents: found word for word or not at all, and a changed digit is always seen."""

from __future__ import annotations

import unicodedata

import pytest
from conftest import ROOT, check_folder
from hypothesis import given
from hypothesis import strategies as st
from library import QUOTES, TEXTS, VI, write

from factcheck.load.documents import read_document
from factcheck.load.registry import load_registry
from factcheck.model.anchor import Anchor, Difference, Miss
from factcheck.model.document import Document
from factcheck.model.registry import Quote
from factcheck.pipeline.documents import look_for_quotes
from factcheck.read.anchor import Anchors
from factcheck.read.loose import loose
from factcheck.read.normal import normal, normal_text

SHARED = ROOT.parent / "shared" / "documents"
ENDINGS = ("txt", "md", "html", "pdf", "docx")


def text_of(path):
    document = read_document(path)
    assert isinstance(document, Document), document
    return document.text


def found(text, quote, prefix="", suffix=""):
    return Anchors(text).find(Quote(quote, prefix, suffix))


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_quote_is_found_in_every_format(tmp_path, code, ending):
    anchors = Anchors(text_of(write(tmp_path, code)[ending]))
    for quote in QUOTES[code]:
        place = anchors.find(Quote(quote))
        assert isinstance(place, Anchor), quote
        assert normal_text(anchors.original[place.start : place.end]) == normal_text(quote)


def altered(text, quote):
    """Yield the text with each digit of a quote changed, and where: in every place where the quote stands."""
    places = Anchors(text).every(Quote(quote))
    first = places[0]
    for index in range(first.start, first.end):
        if text[index].isdigit():
            chars = list(text)
            moved = [place.start + index - first.start for place in places]
            for at in moved:
                chars[at] = str((int(text[index]) + 1) % 10)
            yield "".join(chars), moved


def assert_seen(text, quote):
    """Every digit of a quote, changed in its document: never found, and the very passage shown."""
    tried = 0
    for changed, places in altered(text, quote):
        miss = found(changed, quote)
        assert isinstance(miss, Miss), (quote, changed[miss.start : miss.end])
        assert miss.difference is Difference.NUMBER, (quote, miss)
        assert any(miss.start <= place < miss.end for place in places), (quote, miss)
        assert "[" in miss.passage
        tried += 1
    return tried


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_changed_digit_is_seen_in_every_format(tmp_path, code, ending):
    text = text_of(write(tmp_path, code)[ending])
    assert sum(assert_seen(text, quote) for quote in QUOTES[code]) >= 25


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_changed_digit_is_seen_in_a_long_document(tmp_path, code):
    text = text_of(write(tmp_path, code)["txt"])
    other = " ".join(TEXTS[code]).translate(str.maketrans("0123456789", "7391862054"))
    filler = "\n".join(f"{number}. {other}" for number in range(100_000, 100_150))
    for quote in QUOTES[code]:
        assert_seen(f"{filler}\n{text}\n{filler}", quote)


needs_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the documents of the shipped registry are not here")


@needs_documents
def test_every_quote_of_the_shipped_registry_is_found():
    report = check_folder(ROOT / "claims", documents=SHARED, require=True)
    claims = report.registry.claims
    looked = look_for_quotes(report.registry, SHARED, required=True)
    assert set(looked.sightings) == set(claims)
    assert all(isinstance(seen.outcome, Anchor) and seen.outcome.verbatim for seen in looked.sightings.values())
    assert not report.fails("error")


@needs_documents
@pytest.mark.slow
def test_a_changed_digit_in_any_quoted_figure_of_the_five_documents_is_seen():
    registry = load_registry((ROOT / "claims",), ROOT).registry
    texts = {source.id: text_of(SHARED / source.document) for source in registry.sources.values()}
    tried = sum(assert_seen(texts[claim.source], claim.quote.exact) for claim in registry.claims.values())
    assert tried > 350


@needs_documents
@pytest.mark.slow
def test_the_check_says_so_of_every_claim_whose_figure_was_changed_in_a_copy(tmp_path):
    """One digit of each quoted figure in a copy of its document, through the whole check."""
    registry = load_registry((ROOT / "claims",), ROOT).registry
    files = {source.id: source.document for source in registry.sources.values()}
    caught = 0
    for claim in registry.claims.values():
        text = text_of(SHARED / files[claim.source])
        for changed, _ in list(altered(text, claim.quote.exact))[:1]:
            (tmp_path / files[claim.source]).write_text(changed, encoding="utf-8")
            report = check_folder(ROOT / "claims", documents=tmp_path)
            (tmp_path / files[claim.source]).unlink()
            findings = [each for each in report.findings if each.rule == "missing-quote"]
            (finding,) = [each for each in findings if each.fault.claims == (claim.id,)]
            assert finding.message.startswith("Only the number differs")
            caught += 1
    assert caught > 95


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Trung tâm “Hoà  Bình”\nnăm 2019–2020", '"Hòa Bình" năm 2019-2020'),
        ("QUÝ II: 44.200 lượt", "Quý II: 44.200 lượt"),
        ("596 dịch vụcông", "596 dịch vụ công"),
        ("5\u00a0000\u202fsách", "5 000 sách"),
        ("４４.２００ sách", "44.200 sách"),
        ("the infor-\nmation of 5 towns", "the information of 5 towns"),
        ("zero\u200bwidth 5", "zerowidth 5"),
        ("mức độ 3, 4 và 5", "mức độ 3, 4 và 5"),
        ("9 / 22 huyện", "9/22 huyện"),
        ("44.200¹ tài khoản² đăng ký", "44.200 tài khoản đăng ký"),
        (unicodedata.normalize("NFD", VI[1]), "trên 171 nghìn bạn đọc"),
    ],
)
def test_what_may_differ(text, quote):
    place = found(f"Một. {text} hết.", quote)
    assert isinstance(place, Anchor)
    words = f"Một. {text} hết."[place.start : place.end]
    assert loose(normal_text(words)).text == loose(normal_text(quote)).text


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("144.200 sách", "44.200 sách"),
        ("44.2001 sách", "44.200"),
        ("9/225 huyện", "9/22"),
        ("19/22 huyện", "9/22 huyện"),
        ("đạt 46,25%", "đạt 46"),
        ("đạt 46,25%", "đạt 46,25"),
        ("mức 3,4 triệu", "mức 3, 4 triệu"),
        ("có 5 000 sách", "có 5000 sách"),
        ("thay đổi -5% so", "thay đổi +5% so"),
        ("thu $5 mỗi lần", "thu €5 mỗi lần"),
        ("rose .5 points", "rose 5 points"),
        ("rose .5 points", "5 points"),
        ("dài 3½ km", "dài 3"),
        ("rộng 5 km²", "rộng 5 km³"),
        ("gần 171 nghìn", "trên 171 nghìn"),
        ("171 nghìn bạn", "171 ngàn bạn"),
    ],
)
def test_what_may_not_differ(text, quote):
    assert isinstance(found(f"Một. {text} hết.", quote), Miss)


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_phrase_is_found_whatever_stands_between_its_words_and_with_no_letter_changed(tmp_path, code):
    text = text_of(write(tmp_path, code)["txt"])
    anchors = Anchors(f"{text}\n{' '.join(TEXTS['en'] + TEXTS['vi'])}")
    words = text.split()
    for first in range(len(words) - 4):
        phrase = words[first : first + 5]
        for between in ("  ", ", ", "\n", " – "):
            # Two numbers side by side are told apart by what stands between them.
            joined = phrase[0]
            for word in phrase[1:]:
                joined += (between if joined[-1].isalpha() and word[0].isalpha() else " ") + word
            assert isinstance(anchors.find(Quote(joined)), Anchor), joined
        at = next(index for index, word in enumerate(phrase) if word[0].isalpha())
        changed = [*phrase[:at], "zz" + phrase[at][1:], *phrase[at + 1 :]]
        miss = anchors.find(Quote(" ".join(changed)))
        assert isinstance(miss, Miss), changed
        assert miss.difference is Difference.WORDS


def test_only_the_number_is_said_to_differ_where_it_does():
    miss = found("Có trên 171 nghìn bạn đọc.", "trên 117 nghìn bạn đọc")
    assert (miss.difference, miss.found, miss.wanted) == (Difference.NUMBER, ("171",), ("117",))
    miss = found("Có gần 171 nghìn bạn đọc.", "trên 117 nghìn bạn đọc")
    assert miss.difference is Difference.WORDS
    assert miss.passage == "[gần 171] nghìn bạn đọc"


def test_prefix_and_suffix_choose():
    text = "In spring the library lent 500 books. In autumn the library lent 500 books, and more."
    second = text.rindex("500")
    assert found(text, "500 books").start == text.index("500")
    assert found(text, "500 books", prefix="autumn the library lent").start == second
    assert found(text, "500 books", suffix=", and more").start == second
    assert found(text, "500 books", prefix="Autumn, the library  lent", suffix="and MORE").start == second
    assert found(text, "500 books", prefix="winter the library lent").difference is Difference.CONTEXT
    assert found(text, "500 books", prefix="5 autumn the library lent").difference is Difference.CONTEXT
    assert found("15 of 500 books", "of 500", prefix="5").difference is Difference.CONTEXT


def test_whole_words_are_preferred():
    assert found("canine cases, nine cases", "nine cases").start == 14
    assert isinstance(found("BộTTTT 5 việc", "TTTT 5 việc"), Anchor)


@pytest.mark.parametrize("quote", ["", " ", "…", "“”", "\u200b"])
def test_a_quote_of_nothing_is_not_found(quote):
    assert found("Anything at all.", quote).difference is Difference.GONE


@given(st.text(max_size=80))
def test_offsets_lead_back(text):
    made = normal(text)
    marks = [made.original(offset) for offset in range(len(made.text) + 1)]
    assert marks == sorted(marks)
    assert not text or 0 <= marks[0] <= marks[-1] <= len(text)


@given(st.lists(st.sampled_from(["hoà", "hòa", "5.000", "9/22", "–", " ", "\n\n", "“", "x", "e\u0301", "\u00ad"])))
def test_every_piece_of_a_text_is_found_in_it(parts):
    text = " ".join(parts)
    if loose(normal_text(text)).text:
        assert isinstance(found(text, text), Anchor)


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_is_too_odd(quote, text):
    outcome = found(text, quote)
    assert 0 <= outcome.start <= outcome.end <= len(text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The o\ufb03ce served 12,480 visitors.", "office served 12,480 visitors"),
        ("The office \ufb01lled 12 posts.", "\ufb01lled 12 posts"),
        ("It is 2.5× more.", "2.5x more"),
        ("Sales (up 5 %).\n\n5 000 sold.", "up 5%"),
        ("There are 5 000 m² of space.", "5 000 m2 of space"),
        ("There are 5 000 m2 of space.", "5 000 m² of space"),
        ("The system² has 40 users.", "system has 40 users"),
    ],
)
def test_what_is_written_otherwise_and_says_the_same_is_found(text, quote):
    place = found(text, quote)
    assert isinstance(place, Anchor), place
    assert text.startswith(quote[0], place.start)
    last = quote.split()[-1]
    assert text[place.start : place.end].replace(" %", "%").endswith(last)


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        ("There were 3 450 borrowers.", "3,450 borrowers", "[3 450] borrowers"),
        ("A share of 85,5 % of them.", "shore of 85,5% of them", "[share] of 85,5 % of them"),
        ("There were 1,250 bor\u00adrowers.", "1,520 borrowers", "[1,250] borrowers"),
    ],
)
def test_a_passage_is_shown_with_whole_numerals(text, quote, passage):
    miss = found(text, quote)
    assert isinstance(miss, Miss)
    assert miss.passage == passage
