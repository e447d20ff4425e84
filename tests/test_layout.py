"""Text in lines: nothing wider than there is room, no word lost, every style closed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text as RichText

from factcheck.report.clean import clean
from factcheck.report.layout import Column, Indented, Rule, Table, Text, cells, laid_out

WORDS = st.lists(
    st.sampled_from(["a", "đã có", "171 nghìn", "tài-khoản", "数字", "ê\u0302", "x" * 30, "  "]), max_size=12
)


def plain(*blocks, width):
    return laid_out(*blocks, width=width, colour=False)


@pytest.mark.parametrize(
    ("text", "width"),
    [("a", 1), ("Dịch vụ công", 12), ("e\u0302\u0301", 1), ("数字", 4), ("│ ─ →", 5), ("", 0), ("😀", 2)],
)
def test_cells_of_a_terminal(text, width):
    assert cells(text) == width


@given(WORDS, st.integers(30, 60))
def test_lines_are_those_of_rich(words, width):
    text = " ".join(words)
    wrapped = RichText(text).wrap(Console(width=width, _environ={}), width)
    assert [line.plain for line in Text(text).lines(width)] == [line.plain.rstrip() for line in wrapped]


@given(WORDS, WORDS, st.integers(2, 60))
def test_nothing_is_lost_and_nothing_is_too_wide(some, others, width):
    text = Text(" ".join(some), (" ".join(others), "bold"))
    lines = list(text.lines(width))
    assert "".join("".join(line.plain for line in lines).split()) == "".join(text.plain.split())
    assert all(cells(line.plain) <= width for line in lines)
    kept = "".join(words for line in lines for words, style in line.parts if style)
    assert "".join(kept.split()) == "".join(" ".join(others).split())


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4), st.integers(20, 80))
def test_a_table_has_all_its_words_and_finds_room(rows, width):
    table = Table([Column("one"), Column("two", right=True), Column("three", style="dim")])
    for row in rows:
        table.add(*(" ".join(words) for words in row))
    lines = plain(table, width=width).splitlines()
    assert all(cells(line) <= width for line in lines)
    given_words = "onetwothree" + "".join(word for row in rows for words in row for word in words)
    assert sorted("".join(lines).replace("─", "").replace(" ", "")) == sorted(given_words.replace(" ", ""))


def test_a_word_longer_than_a_line_is_divided_behind_a_hyphen_if_it_has_one():
    assert plain(Text("npsp-accounts-2020-02 x"), width=14) == "npsp-accounts-\n2020-02 x\n"
    assert plain(Text("x" * 10), width=4) == "xxxx\nxxxx\nxx\n"


def test_a_text_that_does_not_wrap_ends_in_an_ellipsis():
    assert plain(Text("one two", "\nthree", wraps=False), width=5) == "one …\nthree\n"


def test_a_line_break_begins_a_line():
    assert plain(Indented(Text("one\ntwo"), 3, above=1, below=1), width=9) == "\n   one\n   two\n\n"


def test_columns_stand_where_their_widest_cell_lets_them():
    table = Table([Column("what"), Column("sum", right=True, footer="1,009")])
    table.add("hồ sơ", "9")
    table.add(Text("lượt"), Text("1,000", style="bold"))
    assert plain(table, width=30) == (
        "what      sum\n"
        "─────────────\n"
        "hồ sơ       9\n"
        "lượt    1,000\n"
        "\n"
        "        1,009\n"
    )  # fmt: skip


def test_columns_that_do_not_wrap_give_way_last():
    table = Table([Column("name", wraps=False), Column("words")])
    table.add("fixed name", "many words that wrap")
    assert plain(table, width=20) == (
        "name         words\n"
        "────────────────────\n"
        "fixed name   many\n"
        "             words\n"
        "             that\n"
        "             wrap\n"
    )
    assert "fixed…   many\n" in plain(table, width=14)


def test_words_stay_whole_as_long_as_any_column_can_give_way():
    table = Table([Column("what is counted"), Column("a day before", right=True), Column("sum", right=True)])
    table.add("accounts of the portal", "713", "13,400,000")
    assert plain(table, width=32) == (
        "what is       a day          sum\n"
        "counted      before\n"
        "────────────────────────────────\n"
        "accounts        713   13,400,000\n"
        "of the\n"
        "portal\n"
    )


def test_a_rule_fills_its_line():
    assert plain(Rule(Text("a.yaml")), width=12) == "a.yaml ─────\n"


def test_colours_are_closed_at_the_end_of_each_line():
    text = Text(("error", "bold red"), " in ", ("two words", "dim"), "   ")
    assert laid_out(text, width=11, colour=True) == ("\x1b[1;31merror\x1b[0m in\n\x1b[2mtwo words\x1b[0m\n")
    written = laid_out(text, width=4, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", written) == laid_out(text, width=4, colour=False)


def test_a_link_is_followed_by_its_end():
    text = Text(("a.yaml:1", "dim link=file:///a.yaml"))
    assert laid_out(text, width=20, colour=True) == "\x1b]8;;file:///a.yaml\x1b\\\x1b[2ma.yaml:1\x1b[0m\x1b]8;;\x1b\\\n"
    assert laid_out(text, width=20, colour=False) == "a.yaml:1\n"


def test_what_breaks_a_line_or_a_paragraph_is_made_visible():
    assert clean("a\u2028b\u2029c\x85d") == "a\\u2028b\\u2029c\\u0085d"


def test_syllables_in_letters_are_as_wide_as_whole_ones():
    assert cells("\u110c\u1165\u11ab") == cells("\uc804") == 2
