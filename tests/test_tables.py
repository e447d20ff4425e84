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


@pytest.mark.parametrize("written", [tab, strokes])
def test_cells_stand_below_their_own_heads(written):
    rows = [
        ("Year", "Number of visits", "Books lent", "Staff (full time)"),
        ("2022", "44,870", "", "41"),
        ("2023", "46,270", "99,800", "43"),
    ]
    assert cells(written(rows)) == [
        ("44,870", "2022", "number of visits"),
        ("41", "2022", "staff (full time)"),
        ("46,270", "2023", "number of visits"),
        ("99,800", "2023", "books lent"),
        ("43", "2023", "staff (full time)"),
    ]
    rows = [("", "2022", "Plan", "2023"), ("Visits to the library", "44,870", "", "46,270"), ("Loans", "", "9", "98")]
    assert cells(written(rows)) == [
        ("44,870", "2022", "visits to the library"),
        ("46,270", "2023", "visits to the library"),
        ("9", "", "loans"),
        ("98", "2023", "loans"),
    ]


def test_cells_that_run_together_are_no_number(tmp_path):
    rows = "Figures 2022 2023 2024\nVisits to the library 250 310 425\nLoans 41 43 45"
    assert [text for text, _, _ in cells(rows)] == ["41", "43", "45"]
    left_out = draft(tmp_path, BEFORE + rows + AFTER).draft.left_out
    assert [(left.words, left.why) for left in left_out] == [("Visits to the library 250 310 425", "cells")]
    assert [text for text, _, _ in cells("Figures 2022 2023\nVisits to the library 250 310 425")] == ["250 310 425"]


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


VI_BEFORE = """Tình hình kinh tế - xã hội của tỉnh năm 2023

Ngày 12/3/2024

Năm 2023, kinh tế của tỉnh tiếp tục phục hồi trong bối cảnh khó khăn chung, các chỉ tiêu chủ yếu như trong bảng sau.

"""
VI_AFTER = "\nCác đơn vị sẽ tiếp tục thực hiện tốt nhiệm vụ được giao, phấn đấu hoàn thành kế hoạch đã đề ra.\n"


def drafted(folder, text):
    made = draft(folder, text)
    metrics = {metric.id: (metric.label, metric.unit, metric.behaviour) for metric in made.draft.metrics}
    return [(claim.value, claim.period, *metrics[claim.metric]) for claim in made.draft.claims], made.text


def test_a_heading_tells_the_unit(tmp_path, check_files):
    rows = [
        ("Chỉ tiêu", "2022", "2023"),
        ("Sản lượng lúa (nghìn tấn)", "1.250,5", "1.310"),
        ("Thu ngân sách, tỷ đồng", "11.250", "12.310"),
        ("Tỷ lệ che phủ rừng (%)", "41,5", "42,0"),
        ("Số xã (ước tính)", "41", "42"),
    ]
    found, text = drafted(tmp_path, VI_BEFORE + tab(rows) + VI_AFTER)
    assert check_files({"claims/draft.yaml": text}).findings == ()
    assert found == [
        ("1250.5", "2022", "sản lượng lúa", "nghìn tấn", "flow"),
        ("1310", "2023", "sản lượng lúa", "nghìn tấn", "flow"),
        ("11_250", "2022", "thu ngân sách", "tỷ đồng", "flow"),
        ("12_310", "2023", "thu ngân sách", "tỷ đồng", "flow"),
        ("41.5%", "2022", "tỷ lệ che phủ rừng", "%", "share"),
        ("42%", "2023", "tỷ lệ che phủ rừng", "%", "share"),
        ("41", "2022", "số xã (ước tính)", "", "flow"),
        ("42", "2023", "số xã (ước tính)", "", "flow"),
    ]


@pytest.mark.parametrize(
    ("before", "line", "after", "unit"),
    [
        (VI_BEFORE, "Đơn vị tính: tỷ đồng", VI_AFTER, "tỷ đồng"),
        (VI_BEFORE, "(ĐVT: Tỷ đồng)", VI_AFTER, "Tỷ đồng"),
        (BEFORE, "Unit: USD million", AFTER, "USD million"),
        (BEFORE, "(in millions of euros)", AFTER, "millions of euros"),
    ],
)
def test_a_line_above_tells_the_unit_of_a_table(tmp_path, check_files, before, line, after, unit):
    rows = [("", "2022", "2023"), ("Thu ngân sách" if before is VI_BEFORE else "Revenue", "250", "310")]
    found, text = drafted(tmp_path, f"{before}{line}\n{tab(rows)}{after}")
    assert check_files({"claims/draft.yaml": text}).findings == ()
    assert [(value, period, named) for value, period, _, named, _ in found] == [
        ("250", "2022", unit),
        ("310", "2023", unit),
    ]


def test_a_figure_of_a_table_is_held_against_claims_in_its_unit(tmp_path):
    registry = """metrics: {thu: {label: thu ngân sách, unit: tỷ đồng, behaviour: flow}}
source: {id: s, title: Báo cáo, published: 2024-03-01, language: vi}
claims:
  - {id: a, metric: thu, quote: "thu ngân sách đạt 12,31 nghìn tỷ đồng", value: 12310, period: 2023}
  - {id: b, metric: thu, quote: "thu ngân sách đạt 11.250 tỷ đồng", value: 11250, period: 2022}
"""
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    for unit, cells, expected in (
        ("tỷ đồng", ("11.250", "12.310"), ["agrees", "agrees"]),
        ("tỷ đồng", ("11.250", "12.130"), ["agrees", "disagrees"]),
        ("nghìn tỷ đồng", ("11,25", "12,31"), ["agrees", "agrees"]),
        ("ha", ("11.250", "12.130"), ["unknown", "unknown"]),
    ):
        rows = [("Chỉ tiêu", "2022", "2023"), (f"Thu ngân sách ({unit})", *cells)]
        found = [each.standing.value for each in linter.check("a.txt", VI_BEFORE + tab(rows) + VI_AFTER)]
        assert found == expected, (unit, cells)


def test_accounts_have_numbers_below_zero_and_columns_of_change(tmp_path, check_files):
    rows = [
        ("Chỉ tiêu", "Quý III/2023", "Quý III/2022", "Tăng/giảm"),
        ("Doanh thu thuần", "1.204.510", "1.050.300", "14,7%"),
        ("Lợi nhuận sau thuế", "(12.400)", "8.250", "-"),
        ("Số nhân viên (người)", "2.410", "2.350", "2,6%"),
    ]
    made = draft(tmp_path, f"{VI_BEFORE}ĐVT: triệu đồng\n\n{strokes(rows)}{VI_AFTER}")
    assert [(left.words, left.why) for left in made.draft.left_out] == [("12.400", "bracketed")]
    metrics = {metric.id: (metric.label, metric.unit) for metric in made.draft.metrics}
    assert [(claim.value, claim.period, *metrics[claim.metric]) for claim in made.draft.claims] == [
        ("1_204_510", "2023-Q3", "doanh thu thuần", "triệu đồng"),
        ("1_050_300", "2022-Q3", "doanh thu thuần", "triệu đồng"),
        ("14.7%", "2023-Q3", "mức tăng, giảm của doanh thu thuần", "%"),
        ("8250", "2022-Q3", "lợi nhuận sau thuế", "triệu đồng"),
        ("2410", "2023-Q3", "số nhân viên", "người"),
        ("2350", "2022-Q3", "số nhân viên", "người"),
        ("2.6%", "2023-Q3", "mức tăng, giảm của số nhân viên", "%"),
    ]
    assert check_files({"claims/draft.yaml": made.text}).findings == ()


def test_rows_of_years_say_so_in_words_too():
    rows = [("Năm", "Số lượt", "Số thẻ"), ("Năm 2022", "44.870", "6.100"), ("Năm 2023", "46.270", "6.240")]
    _, reading, _, _ = read(VI_BEFORE + tab(rows) + VI_AFTER)
    assert [(each.period, each.left) for each in reading.statements] == [
        ("2022", "số lượt"),
        ("2022", "số thẻ"),
        ("2023", "số lượt"),
        ("2023", "số thẻ"),
    ]


PLAN = [
    ("TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2022", "Kế hoạch 2023", "Ước thực hiện 2023", "So với KH (%)"),
    ("1", "Thu ngân sách", "tỷ đồng", "412,5", "430", "455,8", "106"),
    ("2", "Số hộ nghèo giảm", "hộ", "215", "180", "174", "96,7"),
    ("3", "Dân số dùng nước sạch", "%", "91,2", "93", "93,4", "100,4"),
]
TWO_LINES = [
    ("TT", "Chỉ tiêu", "ĐVT", "TH năm 2022", "Năm 2023", "", "So với KH (%)"),
    ("", "", "", "", "KH", "Ước TH", ""),
    *PLAN[1:],
]
PLANNED = [
    ("412.5", "2022", "actual", "tỷ đồng", "thu ngân sách"),
    ("430", "2023", "target", "tỷ đồng", "thu ngân sách"),
    ("455.8", "2023", "estimate", "tỷ đồng", "thu ngân sách"),
    ("106%", "", "actual", "%", "thu ngân sách: so với kh (%)"),
    ("215", "2022", "actual", "hộ", "số hộ nghèo giảm"),
    ("180", "2023", "target", "hộ", "số hộ nghèo giảm"),
    ("174", "2023", "estimate", "hộ", "số hộ nghèo giảm"),
    ("96.7%", "", "actual", "%", "số hộ nghèo giảm: so với kh (%)"),
    ("91.2%", "2022", "actual", "%", "dân số dùng nước sạch"),
    ("93%", "2023", "target", "%", "dân số dùng nước sạch"),
    ("93.4%", "2023", "estimate", "%", "dân số dùng nước sạch"),
    ("100.4%", "", "actual", "%", "dân số dùng nước sạch: so với kh (%)"),
]
DISTRICT = """Kết quả thực hiện các chỉ tiêu của huyện Sơn Hà

Ngày 10/01/2024

Huyện Sơn Hà đã hoàn thành hầu hết các chỉ tiêu chủ yếu được giao, với kết quả cụ thể như bảng dưới đây.

"""


@pytest.mark.parametrize("rows", [PLAN, TWO_LINES])
@pytest.mark.parametrize("written", [tab, strokes])
def test_plan_and_result_in_the_unit_of_the_row(tmp_path, check_files, written, rows):
    made = draft(tmp_path, f"{DISTRICT}{written(rows)}\n\nHuyện sẽ tiếp tục phấn đấu thực hiện các nhiệm vụ.\n")
    metrics = {metric.id: metric for metric in made.draft.metrics}
    assert [
        (claim.value, claim.period, claim.status.value, metrics[claim.metric].unit, metrics[claim.metric].label)
        for claim in made.draft.claims
    ] == PLANNED
    assert [left.why for left in made.draft.left_out] == ["numbering"] * 3
    findings = check_files({"claims/a.yaml": made.text}).findings
    # Where 180 were planned, 174 are what was estimated, and no figure yet.
    assert {each.rule for each in findings} <= {"missed-target"}


def test_a_number_that_no_heading_calls_a_row_s_is_a_figure():
    rows = [("Loans", "Name", "Visits"), ("1", "North", "44,870"), ("2", "South", "46,270")]
    assert [text for text, *_ in cells(tab(rows))] == ["1", "44,870", "2", "46,270"]


def facts(folder, text):
    made = draft(folder, text).draft
    metrics = {metric.id: metric for metric in made.metrics}
    return [
        (claim.value, claim.period, metrics[claim.metric].label, metrics[claim.metric].behaviour)
        for claim in made.claims
    ]


@pytest.mark.parametrize("written", [tab, strokes])
def test_quarters_below_years_and_rows_of_quarters(tmp_path, written):
    rows = [("Chỉ tiêu", "Năm 2023", "", "2024", ""), ("", "Quý I", "Quý II", "Quý I", "Quý II")]
    rows += [("Số khách hàng", "12.400", "13.100", "14.250", "15.020")]
    assert facts(tmp_path, f"{DISTRICT}{written(rows)}\n") == [
        ("12_400", "2023-Q1", "số khách hàng", "flow"),
        ("13_100", "2023-Q2", "số khách hàng", "flow"),
        ("14_250", "2024-Q1", "số khách hàng", "flow"),
        ("15_020", "2024-Q2", "số khách hàng", "flow"),
    ]
    rows = [("Kỳ", "Doanh thu (tỷ đồng)", "Lợi nhuận (tỷ đồng)"), ("Quý I/2023", "1.250", "85,2")]
    rows += [("6 tháng 2023", "2.560", "176,9"), ("Quý I và II", "2.560", "176,9")]
    assert facts(tmp_path, f"{DISTRICT}{written(rows)}\n")[:4] == [
        ("1250", "2023-Q1", "doanh thu", "flow"),
        ("85.2", "2023-Q1", "lợi nhuận", "flow"),
        ("2560", "2023-H1", "doanh thu", "flow"),
        ("176.9", "2023-H1", "lợi nhuận", "flow"),
    ]


def test_a_column_of_change_is_no_level(tmp_path):
    rows = [
        ("Heading", "Budget 2023", "Actual 2023", "Variance", "Change, %"),
        ("Staff", "2,410", "2,455", "45", "1.9"),
    ]
    assert facts(tmp_path, f"{BEFORE}{tab(rows)}\n{AFTER}") == [
        ("2410", "2023", "staff", "flow"),
        ("2455", "2023", "staff", "flow"),
        ("45", "", "staff: variance", ""),
        ("1.9%", "", "staff: change, %", "growth"),
    ]


@pytest.mark.parametrize("cell", ["1\t", "|1", "(1)\t", "(1", "2023/24\t"])
def test_a_row_of_any_length_comes_to_an_end(cell):
    # In time that grows with the square of the cells this would take minutes.
    _, reading, _, _ = read(f"{BEFORE}No\tName\tVisits\n{cell * 6_000}\n{AFTER}")
    assert len(reading.statements) + len(reading.passed_over) < 7_000
