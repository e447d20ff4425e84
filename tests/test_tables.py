"""Tables in texts: which year and which words belong to a figure, and that none is held against another year's."""

from __future__ import annotations

import pytest
from conftest import AS_OF, write_files
from test_drafting import draft, read

from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

BEFORE = """Town Library: report 2024

Published 1 March 2025

The library did well in 2024, as the figures below show. In 2024 it opened a new reading room for its many visitors.

"""
AFTER = """
The council thanks all the readers and the staff of the library for their help in 2024, and wishes them all well.
"""
YEARS_ABOVE = [("Figures", "2022", "2023", "2024"), ("Visits to the library", "44,870", "46,270", "48,210")]
YEARS_BESIDE = [("Year", "Visits", "Loans"), ("2022", "44,870", "102,300"), ("2023", "46,270", "99,800")]


def tab(rows):
    return "\n".join("\t".join(row) for row in rows)


def gap(rows):
    return "\n".join(" ".join(row) for row in rows)


def strokes(rows):
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def cells(table):
    _, reading, _, _ = read(BEFORE + table + "\n" + AFTER)
    return [(each.quantity.text, each.period, each.left) for each in reading.statements]


@pytest.mark.parametrize("written", [tab, gap, strokes])
def test_years_above_or_beside_the_figures(written):
    name = "visits to the library"
    assert cells(written(YEARS_ABOVE)) == [
        ("44,870", "2022", name),
        ("46,270", "2023", name),
        ("48,210", "2024", name),
    ]
    assert cells(written(YEARS_BESIDE)) == [
        ("44,870", "2022", "visits"),
        ("102,300", "2022", "loans"),
        ("46,270", "2023", "visits"),
        ("99,800", "2023", "loans"),
    ]


def test_quarters_above_the_figures():
    rows = [("", "Q1 2024", "Q2 2024"), ("Visits", "11,200", "12,340")]
    assert cells(strokes(rows)) == [("11,200", "2024-Q1", "visits"), ("12,340", "2024-Q2", "visits")]


@pytest.mark.parametrize(
    "head", ["Figures | Plan | Result", "Figures | 2023 | 2024 | Change", "Figures | 2024", "Figures"]
)
def test_columns_that_name_no_time_leave_their_figures_without_one(head):
    assert cells(f"| {head} |\n|---|\n| Visits | 45,000 | 48,210 |") == [
        ("45,000", "", "visits"),
        ("48,210", "", "visits"),
    ]


def test_an_empty_cell_is_a_column_too():
    rows = [
        ("Figures", "2022", "2023", "2024"),
        ("Visits", "44,870", "n/a", "48,210"),
        ("Loans", "99,800", "97,450", "–"),
    ]
    assert cells(strokes(rows)) == [
        ("44,870", "2022", "visits"),
        ("48,210", "2024", "visits"),
        ("99,800", "2022", "loans"),
        ("97,450", "2023", "loans"),
    ]


def test_a_long_table_keeps_its_head():
    rows = [YEARS_ABOVE[0], *((f"Branch {chr(97 + number % 26)}", "1,100", "1,200", "1,300") for number in range(200))]
    assert {period for _, period, _ in cells(tab(rows))} == {"2022", "2023", "2024"}


def test_a_line_of_prose_is_no_row():
    for line in ("It lent 46,270 books and had 1,200 members.", "Visits: 48,210", "In 2024 it had 6,120 members"):
        _, reading, _, _ = read(BEFORE + line + "\n" + AFTER)
        assert all(each.left != "" or each.period for each in reading.statements), line
        assert {each.period for each in reading.statements} == {"2024"}, line


@pytest.mark.parametrize("written", [tab, gap, strokes])
def test_a_figure_of_another_year_is_not_held_against_a_claim(tmp_path, written):
    registry = """metrics: {visits: {label: visits to the library, unit: visits, behaviour: flow}}
source: {id: s, title: Library report, published: 2025-03-01, language: en}
claims:
  - {id: v24, metric: visits, quote: "48,210 visits", value: 48210, period: 2024}
"""
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    wrong = [(*YEARS_ABOVE[0],), (*YEARS_ABOVE[1][:3], "42,810")]
    for rows, expected in ((YEARS_ABOVE, "agrees"), (wrong, "disagrees")):
        found = [each.standing.value for each in linter.check("a.txt", BEFORE + written(rows) + "\n" + AFTER)]
        assert found == ["unknown", "unknown", expected]


def test_a_table_is_drafted_with_its_years(tmp_path):
    made = draft(tmp_path, BEFORE + strokes(YEARS_ABOVE) + "\n" + AFTER).draft
    assert [(claim.value, claim.period) for claim in made.claims] == [
        ("44_870", "2022"),
        ("46_270", "2023"),
        ("48_210", "2024"),
    ]
    assert {metric.label for metric in made.metrics} == {"visits to the library"}
    assert all("|" not in claim.exact for claim in made.claims)
