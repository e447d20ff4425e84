"""Manners: colours, hyperlinks, languages and formats as the environment asks; width of Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest
from conftest import check_folder, write_files

from factcheck.model.report import Layout
from factcheck.pipeline.output import (
    choose_format,
    choose_lang,
    parse_output,
    rule_cards,
    wants_colour,
    wants_hyperlinks,
)
from factcheck.pipeline.plan import UsageError
from factcheck.report import formats, render


@pytest.mark.parametrize(
    ("mode", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(mode, environment, terminal, expected):
    assert wants_colour(mode, terminal=terminal, environment=environment) is expected


def test_hyperlinks_only_where_they_are_followed():
    assert wants_hyperlinks(terminal=True, colour=True, environment={"TERM_PROGRAM": "WezTerm"})
    assert wants_hyperlinks(terminal=True, colour=True, environment={"VTE_VERSION": "6003"})
    assert not wants_hyperlinks(terminal=True, colour=True, environment={})
    assert not wants_hyperlinks(terminal=False, colour=True, environment={"TERM_PROGRAM": "WezTerm"})
    assert not wants_hyperlinks(terminal=True, colour=True, environment={"TERM_PROGRAM": "WezTerm", "CI": "true"})


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        (None, {}, "en"),
        (None, {"LANG": "vi_VN.UTF-8"}, "vi"),
        (None, {"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "vi_VN"}, "vi"),
        ("en", {"LANG": "vi_VN.UTF-8"}, "en"),
    ],
)
def test_language(given, environment, expected):
    assert choose_lang(given, environment) == expected


def test_format():
    assert choose_format(None, {}) == "full"
    assert choose_format(None, {"GITHUB_ACTIONS": "true"}) == "github"
    assert choose_format(None, {"GITHUB_ACTIONS": "true", "FACTCHECK_OUTPUT_FORMAT": "junit"}) == "junit"
    assert choose_format("json", {"FACTCHECK_OUTPUT_FORMAT": "junit"}) == "json"
    with pytest.raises(UsageError, match="yaml"):
        choose_format(None, {"FACTCHECK_OUTPUT_FORMAT": "yaml"})


def test_every_ending_tells_a_format_that_exists():
    for ending in ("sarif", "xml", "json", "jsonl", "md", "txt"):
        assert parse_output(f"out/report.{ending}").format in formats()
    assert parse_output("gitlab=report.json") == ("gitlab", parse_output("report.json").path)
    assert parse_output("a=b.md").path.name == "a=b.md"


FILES = {
    "a.yaml": """\
metrics: {m: {label: tài khoản, unit: tài khoản, behaviour: stock}}
source: {id: a, published: 2020-07-01, language: vi}
claims: [{id: a1, metric: m, quote: "596 tài khoản đăng ký", value: 596, period: 2020-06-30}]
""",
    "b.yaml": """\
source: {id: b, published: 2020-07-01, language: vi}
claims: [{id: b1, metric: m, quote: "695 tài khoản", value: 695, period: 2020-06-30}]
""",
}


def layout(**changes):
    plain = {
        "width": 100,
        "colour": False,
        "lang": "en",
        "read_line": lambda _path, _line: "",
        "address": lambda path: f"file:///{path}",
        "rules": rule_cards(),
        "version": "0",
    }
    return Layout(**{**plain, **changes})


def test_composed_and_decomposed_text_take_the_same_room(tmp_path):
    columns = []
    for form in ("NFC", "NFD"):
        files = {name: unicodedata.normalize(form, text) for name, text in FILES.items()}
        text = render("full", check_folder(write_files(tmp_path / form, files)), layout())
        (line,) = [line for line in text.splitlines() if line.strip().startswith("quote")]
        columns.append(len("".join(char for char in line if not unicodedata.combining(char)).partition("“695")[0])
                       if form == "NFD" else len(line.partition("“695")[0]))  # fmt: skip
    assert columns[0] == columns[1] > 0


def test_places_are_links_where_asked(tmp_path):
    report = check_folder(write_files(tmp_path, FILES))
    assert "file:///b.yaml" in render("full", report, layout(colour=True, hyperlinks=True))
    assert "file:///" not in render("full", report, layout(colour=True))


def test_github_shows_ten_of_a_kind_and_counts_the_rest(tmp_path):
    claims = "".join(f"  - {{id: c{i}, metric: m, quote: {i} hồ sơ, value: 7}}\n" for i in range(10, 23))
    files = {"a.yaml": "metrics: {m: {label: m}}\nsource: {id: s, language: vi}\nclaims:\n" + claims}
    text = render("github", check_folder(write_files(tmp_path, files)), layout())
    assert text.count("::error ") == 10
    assert "3 more errors are in the step's summary." in text


def test_github_commands_cannot_be_broken_out_of(tmp_path):
    hostile = 'metrics: {m: {label: m}}\nclaims: [{id: c, metric: m, quote: "5%\\n::error::x", value: 7}]\n'
    text = render("github", check_folder(write_files(tmp_path, {"a, b:c.yaml": hostile})), layout())
    assert [line.partition(" ")[0] for line in text.splitlines()] == ["::error", "1"]
    assert "file=a%2C b%3Ac.yaml" in text


def test_markdown_holds_no_markup_of_the_registry(tmp_path):
    hostile = 'metrics: {m: {label: m}}\nclaims: [{id: c, metric: m, quote: "<img src=x> [a](b) | @all 5", value: 7}]\n'
    files = {"a.yaml": hostile + "# \n", "b.yaml": hostile.replace("id: c", "id: d").replace("metrics", "metrics")}
    text = render("markdown", check_folder(write_files(tmp_path, files)), layout())
    assert "<img" not in text
    assert "[a](b)" not in text
    assert "@all" not in text


def test_a_page_is_laid_out_for_a_terminal():
    from factcheck.pipeline.pages import rule_page
    from factcheck.report.pages import render_page

    page = render_page(rule_page("misread-value"), 60, colour=True)
    assert "\x1b[" in page
    assert "## What it does" not in page
    assert "What it does" in page


@pytest.mark.parametrize(("terminal", "term"), [(True, "xterm"), (True, "dumb"), (False, "xterm")])
def test_progress_is_for_terminals_only(monkeypatch, terminal, term):
    import io

    from factcheck.cli.checking import show_progress

    stream = io.StringIO()
    stream.isatty = lambda: terminal
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", term)
    show_progress(1, 100)
    show_progress(100, 100)
    shown = terminal and term != "dumb"
    assert ("1 of 100 files" in stream.getvalue()) is shown
    assert stream.getvalue().endswith("\r\x1b[K") is shown
