"""What the rows and columns of a table have to do with each other, and what is said where one figure is wrong."""

from __future__ import annotations

import random

import pytest
from test_drafting import draft
from test_tables import AFTER, BEFORE, gap, strokes, tab

CHANGES = [
    ("Region", "Deaths 2023", "Deaths 2024", "Change (%)"),
    ("North", "151", "139", "-8"),
    ("South", "187", "180", "-4"),
    ("East", "211", "240", "14"),
    ("Islands", "100", "93", "-7"),
    ("Total", "649", "652", "0"),
]
SHARES = [
    ("Office", "Received", "In time", "Share"),
    ("Health", "5,210", "5,198", "99.8%"),
    ("Building", "1,980", "1,951", "98.5%"),
    ("Land", "3,406", "2,911", "85.5%"),
    ("Town hall", "8,744", "8,740", "99.95%"),
    ("All offices", "19,340", "18,800", "97.2%"),
]
STRUCTURE = [
    ("Source", "Income (£m)", "Share (%)"),
    ("Grants", "412.5", "41.3"),
    ("Fees", "280.0", "28.0"),
    ("Gifts", "190.5", "19.1"),
    ("Rents", "117.0", "11.7"),
    ("Total", "1,000.0", "100.0"),
]
BESIDE = [
    ("School", "Girls", "Boys", "Total"),
    ("Mill Lane", "1,204", "1,310", "2,514"),
    ("Hill Road", "987", "1,022", "2,009"),
    ("Park View", "640", "655", "1,295"),
    ("Station Road", "711", "702", "1,413"),
]
DIFFERENCES = [
    ("Branch", "Loans 2023", "Loans 2024", "Difference"),
    ("North", "44,870", "46,270", "1,400"),
    ("South", "12,310", "12,105", "-205"),
    ("East", "9,871", "9,900", "29"),
    ("West", "6,120", "6,404", "284"),
]
# What was reached, in per cent of what was planned.
PLANNED = [
    ("Town", "Plan 2024", "Result 2024", "Reached (%)"),
    ("Ash", "4,300", "4,558", "106.0"),
    ("Elm", "1,812", "1,740", "96.0"),
    ("Oak", "2,200", "2,310", "105.0"),
    ("Fir", "1,250", "1,250", "100.0"),
]
BY_YEAR = [
    ("Year", "Hospitals", "With records", "Increase on the year before", "Growth of records (%)"),
    ("2020", "1,438", "12", "", ""),
    ("2021", "1,450", "31", "19", "158.3"),
    ("2022", "1,465", "57", "26", "83.9"),
    ("2023", "1,481", "86", "29", "50.9"),
    ("2024", "1,490", "135", "49", "57.0"),
]
# By its heading, how many relations and linked changes come of each.
TABLES = {
    "changes": (CHANGES, 2, 5),
    "shares": (SHARES, 7, 0),
    "structure": (STRUCTURE, 6, 0),
    "beside": (BESIDE, 4, 0),
    "differences": (DIFFERENCES, 4, 0),
    "planned": (PLANNED, 4, 0),
    "by year": (BY_YEAR, 4, 4),
    "by year, last first": ([BY_YEAR[0], *reversed(BY_YEAR[1:])], 4, 4),
}
# Each with one figure changed by a slip, and what stands in the sentence that is then said of it.
SLIPS = [
    (CHANGES, "240", "204"),
    (CHANGES, "187", "178"),
    (CHANGES, "-8", "-18"),
    (SHARES, "2,911", "2,191"),
    (SHARES, "98.5%", "95.8%"),
    (SHARES, "19,340", "19,430"),
    (STRUCTURE, "28.0", "82.0"),
    (STRUCTURE, "190.5", "199.5"),
    (BESIDE, "1,295", "1,259"),
    (BESIDE, "987", "887"),
    (DIFFERENCES, "29", "92"),
    (DIFFERENCES, "12,105", "12,015"),
    (PLANNED, "96.0", "69.0"),
    (BY_YEAR, "57.0", "75.0"),
    (BY_YEAR, "29", "92"),
    (PLANNED, "2,310", "2,130"),
]
ARITHMETIC = {"broken-relation", "joint-contradiction"}


def drafted(folder, rows, written=tab):
    return draft(folder, f"{BEFORE}{written(rows)}\n{AFTER}")


@pytest.mark.parametrize("written", [tab, strokes])
@pytest.mark.parametrize("name", TABLES)
def test_what_most_rows_bear_out_is_what_a_table_means(tmp_path, name, written):
    rows, relations, changes = TABLES[name]
    made = drafted(tmp_path, rows, written)
    assert len(made.draft.relations) == relations
    assert sum(claim.change is not None for claim in made.draft.claims) == changes
    assert not made.draft.meant
    assert made.findings == ()


@pytest.mark.parametrize(("rows", "old", "new"), SLIPS, ids=lambda each: each if isinstance(each, str) else "")
def test_the_row_with_a_slip_is_told(tmp_path, rows, old, new):
    assert sum(row.count(old) for row in rows) == 1
    slipped = [tuple(new if cell == old else cell for cell in row) for row in rows]
    made = drafted(tmp_path, slipped)
    said = [each for each in made.findings if each.rule in ARITHMETIC]
    values = {claim.id: claim.value.rstrip("%").replace("_", "") for claim in made.draft.claims}
    wrong = new.replace(",", "").replace("%", "").removesuffix(".0")
    assert said
    assert all(any(values[claim] == wrong for claim in each.fault.claims) for each in said)


def test_periods_and_names_of_changes(tmp_path):
    made = drafted(tmp_path, CHANGES).draft
    labels = {metric.id: metric.label for metric in made.metrics}
    changes = [(claim.value, labels[claim.metric], claim.period) for claim in made.claims if claim.change]
    assert changes[:2] == [("-8%", "change in north: deaths", "2024"), ("-4%", "change in south: deaths", "2024")]
    assert {claim.change[1] for claim in made.claims if claim.change} == {"2023"}


def test_a_row_of_averages_or_of_what_overlaps_is_no_sum(tmp_path):
    rows = [
        ("Town", "People", "Mean age", "Towns reached"),
        ("Ash", "4,300", "41.2", "1,204"),
        ("Elm", "1,800", "38.9", "1,310"),
        ("All towns", "6,100", "40.5", "2,377"),
    ]
    made = drafted(tmp_path, rows)
    assert len(made.draft.relations) == 1
    assert made.findings == ()


def test_parts_of_parts_among_the_rows_make_no_sum(tmp_path):
    rows = [
        ("Spending", "2023", "2024"),
        ("Staff", "4,300", "4,512"),
        ("of which teachers", "3,100", "3,204"),
        ("Buildings", "1,800", "1,911"),
        ("Total", "6,100", "6,423"),
    ]
    assert drafted(tmp_path, rows).draft.relations == ()


def test_totals_first_and_totals_of_groups(tmp_path):
    first = [
        ("District", "Loans", "Visits"),
        ("Total", "6,100", "9,305"),
        ("Ash", "4,300", "5,204"),
        ("Elm", "1,800", "4,101"),
    ]
    assert len(drafted(tmp_path, first).draft.relations) == 2
    groups = [
        ("Group", "Loans", "Visits"),
        ("Ash", "4,300", "5,204"),
        ("Elm", "1,800", "4,101"),
        ("Total of towns", "6,100", "9,305"),
        ("Hill", "310", "511"),
        ("Dale", "205", "422"),
        ("Total of villages", "515", "933"),
    ]
    (tmp_path / "second").mkdir()
    relations = drafted(tmp_path / "second", groups).draft.relations
    assert len(relations) == 4
    assert all(relation.count("+") == 1 for relation in relations)


NESTED = [
    ("No", "Office", "Online", "On paper", "Files in total", "Share"),
    ("I", "Province", "8,120", "1,455", "9,575", "84.8%"),
    ("1", "Justice", "5,210", "455", "5,665", "92.0%"),
    ("2", "Health", "2,910", "1,000", "3,910", "74.4%"),
    ("II", "Districts", "12,344", "4,106", "16,450", "75.0%"),
    ("", "Total", "20,464", "5,561", "26,025", "78.6%"),
]


def test_rows_that_are_totals_of_those_below_them(tmp_path):
    made = drafted(tmp_path, NESTED)
    # Of three columns the province's offices and all that the total is of; of five rows the two kinds and the shares.
    assert len(made.draft.relations) == 3 + 3 + 5 + 5
    assert made.findings == ()


@pytest.mark.parametrize(("old", "new"), [("1,455", "1,545"), ("5,561", "5,651"), ("2,910", "2,190")])
def test_a_slip_in_a_group_of_rows(tmp_path, old, new):
    made = drafted(tmp_path, [tuple(new if cell == old else cell for cell in row) for row in NESTED])
    assert {each.rule for each in made.findings} & ARITHMETIC


def test_small_numbers_that_add_up_by_chance_are_no_group(tmp_path):
    rows = [("Town", "Fires", "Floods"), ("Ash", "5", "7"), ("Elm", "3", "4"), ("Oak", "2", "3"), ("Fir", "9", "1")]
    assert drafted(tmp_path, rows).draft.relations == ()


def test_a_sign_in_a_cell_tells_a_change(tmp_path):
    rows = [("Sales", "£m", "Change"), ("Food", "1,412.3", "+4.1%"), ("Home", "214.6", "-2.6%")]
    made = drafted(tmp_path, rows, gap).draft
    behaviours = {metric.id: metric.behaviour for metric in made.metrics}
    growths = [claim.value for claim in made.claims if behaviours[claim.metric] == "growth"]
    assert growths == ["4.1%", "-2.6%"]


def test_the_same_share_in_every_row_tells_nothing(tmp_path):
    rows = [("Town", "Homes", "With water", "Share"), *((f"{name} town", "812", "812", "100%") for name in "ABCD")]
    assert drafted(tmp_path, rows).draft.relations == ()


def test_figures_that_have_nothing_to_do_with_each_other_are_not_held_against_each_other(tmp_path):
    generator = random.Random(7)
    for number in range(25):
        rows = [("Town", "Loans 2023", "Loans 2024", "Change (%)", "Share (%)", "Total")]
        for name in ("Ash", "Elm", "Oak", "Fir", "Total"):
            counts = [f"{generator.randint(1_000, 99_999):,}" for _ in range(2)]
            rates = [f"{generator.randint(-400, 400) / 10}", f"{generator.randint(1, 999) / 10}"]
            rows.append((name, *counts, *rates, f"{generator.randint(1_000, 99_999):,}"))
        folder = tmp_path / str(number)
        folder.mkdir()
        made = drafted(folder, rows)
        assert made.draft.meant == frozenset()
        assert [each for each in made.findings if each.rule in ARITHMETIC] == []


def test_a_table_without_marks_between_its_cells(tmp_path):
    rows = [("Year", "2022", "2023", "2024"), ("Ash", "4,300", "4,410", "4,505"), ("Elm", "1,800", "1,790", "1,815")]
    assert len(drafted(tmp_path, [*rows, ("Total", "6,100", "6,200", "6,320")], gap).draft.relations) == 3


def test_a_ratio_of_columns_is_no_percentage_and_whole_numbers_are_no_ratio(tmp_path):
    rows = [
        ("School", "Places", "Applied", "Admitted", "Applicants per place"),
        ("Mill Lane", "540", "812", "538", "1.50"),
        ("Hill Road", "450", "603", "449", "1.34"),
        ("Park View", "495", "910", "495", "1.84"),
        ("Station Road", "405", "418", "371", "1.03"),
    ]
    made = drafted(tmp_path, rows)
    assert len(made.draft.relations) == 4
    assert all("applied" in relation.partition("/")[0] for relation in made.draft.relations)
    assert made.findings == ()


def test_what_two_columns_bear_out_alike_accuses_nobody(tmp_path):
    rows = [
        ("School", "Places", "Applied", "Admitted", "Share"),
        ("Mill Lane", "1,250", "812", "1,250", "65.0%"),
        ("Hill Road", "1,450", "603", "1,450", "41.6%"),
        ("Park View", "1,495", "910", "1,495", "60.9%"),
        ("Station Road", "1,405", "418", "1,407", "27.9%"),
    ]
    made = drafted(tmp_path, rows)
    assert not made.draft.meant
    assert made.findings == ()


def test_numbers_in_names_notes_and_years_with_a_unit_are_no_figures(tmp_path):
    rows = [
        ("", "Note", "2024 £000", "2023 £000"),
        ("Members under 25", "2", "1,204", "1,110"),
        ("Other members", "3", "3,410", "3,275"),
        ("Total", "", "4,614", "4,385"),
    ]
    made = drafted(tmp_path, rows, strokes).draft
    units = {metric.id: metric.unit for metric in made.metrics}
    assert [(claim.value, claim.period, units[claim.metric]) for claim in made.claims] == [
        ("1204", "2024", "£000"),
        ("1110", "2023", "£000"),
        ("3410", "2024", "£000"),
        ("3275", "2023", "£000"),
        ("4614", "2024", "£000"),
        ("4385", "2023", "£000"),
    ]
    assert len(made.relations) == 2


def test_a_month_below_a_number_is_no_day_of_it(tmp_path):
    rows = [("Month", "Visits", "Rate"), ("October 2024", "48,210", "25"), ("November 2024", "51,304", "26")]
    assert [claim.period for claim in drafted(tmp_path, rows).draft.claims] == ["2024-10"] * 2 + ["2024-11"] * 2


@pytest.mark.parametrize(
    ("quote", "agrees"), [("418 | 285", True), ("418", True), ("418 pupils", False), ("418/500", False)]
)
def test_a_quote_of_cells_alone_is_in_the_unit_of_the_metric(check_files, quote, agrees):
    head = "metrics: {net: {label: net assets, unit: £000, behaviour: flow}}\n"
    source = (
        "source: {id: %s, language: en}\nclaims:\n  - {id: %s, metric: net, quote: '%s', value: 418, period: 2024}\n"
    )
    one, other = source % ("a", "one", quote), source % ("b", "two", "£418,000")
    report = check_files({"claims/m.yaml": head, "claims/a.yaml": one, "claims/b.yaml": other})
    assert (report.findings == ()) is agrees
