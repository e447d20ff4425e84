"""The likeliest slip: what is suggested, when nothing is, and that one cause gives one finding."""

from __future__ import annotations

import json

import pytest

from factcheck.load.number import parse_number
from factcheck.model.conflict import Slip
from factcheck.solve.slips import Form, form_of, undo

METRICS = """\
metrics:
  m: {label: số hồ sơ, unit: hồ sơ, behaviour: flow}
  p: {label: tỷ lệ, unit: "%", behaviour: share}
  g: {label: mức tăng, unit: "%", behaviour: growth}
  d: {label: doanh thu, unit: đồng, behaviour: level}
  k: {label: sản lượng, unit: nghìn tấn, behaviour: flow}
source: {id: s, language: vi, published: 2022-08-20}
claims:
"""


def registry(claims, *relations):
    lines = [f"  - {{id: {name}, {rest}}}" for name, rest in claims.items()]
    return METRICS + "\n".join([*lines, "relations:", *(f"  - holds: {holds}" for holds in relations)]) + "\n"


def suggested(check_files, claims, *relations, lang="en"):
    report = check_files({"a.yaml": registry(claims, *relations)}, lang)
    return [(finding.rule, [(repair.claim, repair.value) for repair in finding.repairs]) for finding in report.findings]


SUM = {"total": "metric: m, value: 65_834", "a": "metric: m, value: 11_497", "late": "metric: m, value: 13"}
SHARES = ("total = a + b + late", "b / total = share")


def with_b(b, share="82.517%"):
    return {**SUM, "b": f"metric: m, {b}", "share": f'metric: p, quote: "{share.replace(".", ",")}", value: {share}'}


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("54_234", "swapped"),
        ("54_924", "one digit mistyped"),
        ("5_324", "dropped"),
        ("544_324", "struck twice"),
        ("594_324", "too many"),
    ],
)
def test_a_slip_that_two_relations_betray_is_put_right(check_files, typed, slip):
    report = check_files({"a.yaml": registry(with_b(f"value: {typed}"), *SHARES)})
    (finding,) = report.findings
    ((claim, value, why, _),) = finding.repairs
    assert (claim, value) == ("b", "54_324")
    assert slip in why
    assert why.endswith("both of its relations then hold")
    assert [folded.rule for folded in finding.folded] == ["broken-relation"]


def test_the_quote_slipped_alike_changes_nothing(check_files):
    found = suggested(check_files, with_b("quote: đúng hạn là 54.234, value: 54_234"), *SHARES)
    assert found == [("broken-relation", [("b", "54_324")])]


def test_a_quote_that_says_otherwise_gives_the_number_and_one_finding(check_files):
    found = suggested(check_files, with_b("quote: đúng hạn là 54.324, value: 54_234"), *SHARES)
    assert found == [("misread-value", [("b", "54_324")])]


def test_a_quote_that_the_arithmetic_refutes_is_not_suggested(check_files):
    found = suggested(check_files, with_b("quote: đúng hạn là 54.234, value: 54_324"), *SHARES)
    assert found == [("misread-value", [])]


def test_a_quote_with_two_numbers_gives_the_one_that_fits(check_files):
    found = suggested(check_files, with_b("quote: từ 54.234 lên 54.324 hồ sơ, value: 54_432"), *SHARES)
    assert found == [("misread-value", [("b", "54_324")])]


def test_what_one_relation_cannot_tell_apart_is_listed(check_files):
    claims = {"total": "metric: m, value: 131", "a": "metric: m, value: 54", "b": "metric: m, value: 67"}
    ((_, repairs),) = suggested(check_files, claims, "total = a + b")
    assert {("total", "121"), ("a", "64"), ("b", "77")} == set(repairs)


def test_too_many_slips_at_once_are_no_suggestion(check_files):
    claims = {
        name: f"metric: m, value: {value}" for name, value in zip("uvwxyz", (11, 22, 33, 44, 55, 66), strict=True)
    }
    ((_, repairs),) = suggested(check_files, claims, "u + v + w + x + y = z")
    assert repairs == []


def test_a_wrong_scale(check_files):
    claims = {
        "total": "metric: d, quote: 1.234 tỷ đồng, value: 1_234_000_000_000",
        "a": "metric: d, quote: 813 triệu đồng, value: 813_000_000",
        "b": "metric: d, quote: 421 tỷ đồng, value: 421_000_000_000",
    }
    assert suggested(check_files, claims, "total = a + b") == [("broken-relation", [("a", "813_000_000_000")])]


def test_a_slip_in_a_unit_of_thousands_is_put_right_in_that_unit(check_files):
    claims = {
        "total": 'metric: k, quote: "6.992,9 nghìn tấn", value: 6992.9',
        "a": 'metric: k, quote: "2.935,1 nghìn tấn", value: 2_935_100',
        "b": 'metric: k, quote: "4.075,8 nghìn tấn", value: 4075.8',
    }
    assert suggested(check_files, claims, "total = a + b") == [("broken-relation", [("b", "4057.8")])]
    claims["b"] = 'metric: k, quote: "4.057,8 nghìn tấn", value: 4075.8'
    ((_, repairs),) = suggested(check_files, claims, "total = a + b")
    assert repairs == [("b", "4057.8")]


def test_a_moved_decimal_mark(check_files):
    claims = {
        "part": "metric: m, value: 1517",
        "whole": "metric: m, value: 1829",
        "share": 'metric: p, quote: "8,294%", value: 8.294%',
    }
    ((_, repairs),) = suggested(check_files, claims, "part / whole = share")
    assert ("share", "82.94%") in repairs


def test_a_value_taken_from_the_claim_beside(check_files):
    claims = {
        "total": "metric: m, value: 65_834",
        "a": "metric: m, value: 11_497",
        "b": "metric: m, value: 11_497",
        "late": "metric: m, value: 13",
        "share": 'metric: p, quote: "82,5166%", value: 82.5166%',
    }
    report = check_files({"a.yaml": registry(claims, *SHARES)})
    (finding,) = report.findings
    ((claim, value, why, _),) = finding.repairs
    assert (claim, value) == ("b", "54_324")
    assert "taken from a beside it" in why


def test_per_cent_for_points(check_files):
    claims = {
        "x1": 'metric: p, quote: "20,00%", value: 20.00%, period: 2020',
        "x2": 'metric: p, quote: "46,25%", value: 46.25%, period: 2021',
        "rise": "metric: g, value: 26%, period: 2021, change: {of: x2, since: 2020, kind: relative}",
    }
    ((_, repairs),) = suggested(check_files, claims)
    assert ("rise", "131%") in repairs


def test_a_denominator(check_files):
    claims = {
        "some": "metric: m, value: 583, of: 1_758",
        "all": "metric: m, value: 1_578",
        "share": 'metric: p, quote: "36,945%", value: 36.945%',
    }
    found = suggested(check_files, claims, "some.of = all", "some / some.of = share")
    assert found == [("broken-relation", [("some.of", "1_578")])]


def test_words_in_both_languages(check_files):
    claims = with_b("value: 54_234")
    (finding,) = check_files({"a.yaml": registry(claims, *SHARES)}, "vi").findings
    (repair,) = finding.repairs
    assert repair.why == "đảo hai chữ số liền nhau trong 54_234; khi đó cả hai quan hệ của nó đều đúng"
    assert repair.english == "two neighbouring digits swapped in 54_234; both of its relations then hold"


def test_every_format_shows_it(check_files):
    from pathlib import Path

    from factcheck.model.report import Layout
    from factcheck.pipeline.output import rule_cards
    from factcheck.report import render

    report = check_files({"a.yaml": registry(with_b("value: 54_234"), *SHARES)})
    layout = Layout(
        width=100,
        colour=False,
        lang="en",
        read_line=lambda *_: "",
        address=lambda path: Path(path).name,
        rules=rule_cards(),
        version="0",
    )
    for name in ("full", "markdown", "github", "gitlab", "junit", "sarif", "json", "jsonl"):
        shown = render(name, report, layout).replace("\\_", "_")
        assert "54_324" in shown, name
    (finding,) = json.loads(render("json", report, layout))["findings"]
    assert [set(repair) for repair in finding["repairs"]] == [{"claim", "value", "why"}]
    (result,) = json.loads(render("sarif", report, layout))["runs"][0]["results"]
    assert result["properties"]["repairs"][0]["value"] == "54_324"


@pytest.mark.parametrize(
    ("raw", "text", "form"),
    [
        ("13_400_000", "13,4 triệu", Form("13", "4", 10**6)),
        ("67_791", "67.791", Form("67791", "")),
        ("171_000", "171 nghìn", Form("171", "", 1000)),
        ("9", "9/22", Form("9", "")),
        ("-12.5", "", Form("12", "5", negative=True)),
    ],
)
def test_the_form_of_a_figure(raw, text, form):
    from factcheck.model.interval import Interval
    from factcheck.model.quantity import Kind, Quantity

    number = parse_number(raw)
    written = number.readings[0]
    point = Interval.point(written.value)
    quantity = Quantity(written.value, Kind.COUNT, point, point, text=text) if text else None
    found = form_of(number, written, quantity)
    assert found == form
    assert found.written.value == written.value


def test_every_slip_can_be_undone():
    meant = Form("54324", "")
    for slip, typed in {
        Slip.SWAPPED: "54234",
        Slip.REPLACED: "54924",
        Slip.DROPPED: "5324",
        Slip.DOUBLED: "544324",
        Slip.ADDED: "594324",
        Slip.SCALE: "54324000",
    }.items():
        assert (meant, slip) in {(each.form, each.slip) for each in undo(Form(typed, ""))}


def with_document(text):
    claims = with_b("quote: đúng hạn là 54.234, value: 54_234", share="82.52%")
    claims = {name: rest.replace('quote: "82,52%", ', "") for name, rest in claims.items()}
    files = registry(claims, *SHARES).replace("{id: s,", "{id: s, document: a.txt,")
    return {"a.yaml": files, "documents/a.txt": text}


def test_a_miscopied_quote_explains_what_its_figure_breaks(check_files):
    (finding,) = check_files(with_document("Trong năm, đúng hạn là 54.324.")).findings
    assert (finding.rule, finding.fault.wording) == ("missing-quote", "number")
    assert [folded.rule for folded in finding.folded] == ["broken-relation", "broken-relation"]


def test_a_quote_that_is_missing_for_its_words_explains_nothing(check_files):
    findings = check_files(with_document("Không nói gì về hồ sơ.")).findings
    assert sorted(found.rule for found in findings) == ["broken-relation", "missing-quote"]
