"""Drafting: what a text states with its figures, and a claim file that a check accepts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import AS_OF, write_files
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cmd import run

from factcheck.pipeline.draft import draft_document
from factcheck.pipeline.plan import Request
from factcheck.read.languages import detect, language
from factcheck.read.scan import scan
from factcheck.read.statements.arithmetic import find_relations
from factcheck.read.statements.links import find_links
from factcheck.read.statements.page import clean_title, publisher_of, read_page
from factcheck.read.statements.periods import plainly, shifted
from factcheck.read.statements.published import published_on
from factcheck.read.statements.reading import read_statements
from factcheck.read.statements.times import find_times
from factcheck.read.statements.words import statement_words
from factcheck.read.typed import typed

DOCUMENTS = Path(__file__).parent / "drafting" / "documents"
EXPECTED = yaml.load((Path(__file__).parent / "drafting" / "statements.yaml").read_text("utf-8"), yaml.BaseLoader)
BROKEN = {"misread-value", "malformed-claim", "unknown-reference", "unreadable-quote", "duplicate-id"}


def read(text):
    found = language(detect(text))
    words = statement_words(found)
    page = read_page(text)
    published = published_on(page, words)
    return page, read_statements(page, found, words, published), words, published


def draft(folder, text, registry=None):
    write_files(folder, {"document.txt": text, **{f"claims/{name}": data for name, data in (registry or {}).items()}})
    roots = (folder / "claims",) if registry else ()
    return draft_document(folder / "document.txt", "document.txt", Request(roots=roots, base=folder, as_of=AS_OF))


@pytest.mark.parametrize("name", EXPECTED)
def test_statements(name):
    expected = EXPECTED[name]
    page, reading, words, published = read((DOCUMENTS / f"{name}.txt").read_text("utf-8"))
    got = []
    for statement in reading.statements:
        line = f"{statement.quantity.text.lstrip('$')} = {statement.period}"
        line += f" from {statement.base}" if statement.base else ""
        got.append(line if statement.status.value == "actual" else f"{line} {statement.status.value}")
    assert got == expected["statements"]
    assert str(published) == expected["published"]
    assert [passed.statement.quantity.text for passed in reading.passed_over] == expected.get("without", [])
    links = find_links(page, reading.statements, words)
    shown = []
    for stated in find_relations(page, reading.statements, links, words):
        terms = [
            reading.statements[term.statement].quantity.text.lstrip("$") + (".of" if term.of else "")
            for term in stated.terms
        ]
        joined = {"sum": " + ".join(terms[1:]), "part": terms[-1], "same": terms[-1]}.get(stated.kind)
        if stated.kind == "share":
            shown.append(f"{terms[0]} / {' + '.join(terms[1:-1])} = {terms[-1]}")
        elif stated.kind == "whole":
            shown.append(f"{' + '.join(terms)} = 100%")
        else:
            shown.append(f"{terms[0]} {'<=' if stated.kind == 'part' else '='} {joined}")
    assert shown == expected["relations"]


def test_the_same_figure_of_two_months_is_said_twice(tmp_path):
    text = "Notes on the office\n\n12 June 2024\n\n"
    text += "In March 2024 the share of applications settled in time was 96.1%.\n\n"
    text += "In May 2024 the share of applications settled in time was 96.1%.\n"
    assert [claim.period for claim in draft(tmp_path, text).draft.claims] == ["2024-03", "2024-05"]


def labels_of(folder, name):
    made = draft(folder, (DOCUMENTS / name).read_text("utf-8")).draft
    labels = {metric.id: metric.label for metric in made.metrics}
    return {claim.exact: labels[claim.metric] for claim in made.claims}


def test_labels_of_what_is_said_again_or_in_other_units(tmp_path):
    said = labels_of(tmp_path, "vi-economy.txt")
    for words, label in (
        ("quý I tăng 4,12%", "mức tăng, giảm của tổng sản phẩm trên địa bàn"),
        ("III tăng 6,24%", "mức tăng, giảm của tổng sản phẩm trên địa bàn"),
        ("84,6 nghìn tỷ đồng", "quy mô GRDP theo giá hiện hành"),
        ("3,5 tỷ USD", "quy mô GRDP theo giá hiện hành"),
        ("152,4 triệu đồng/lao động", "năng suất lao động bình quân"),
        ("6.410 USD", "năng suất lao động bình quân"),
        ("giảm 6,3%", "mức tăng, giảm của doanh nghiệp có vốn nước ngoài"),
        ("2,6 lần", "mức tăng, giảm của khách quốc tế đến tỉnh"),
        ("tăng 0,81%", "mức tăng, giảm của dân số trung bình"),
        ("402,1 nghìn người", "dân số thành thị"),
        ("chiếm 66,9%", "tỷ lệ dân số nông thôn"),
    ):
        assert [found for exact, found in said.items() if words in exact][:1] == [label], words


def test_labels_say_what_the_text_says_of_a_figure(tmp_path):
    said = labels_of(tmp_path, "vi-quarter.txt")
    for words, label in (
        ("ước tăng 8,1%", "mức tăng, giảm của tổng sản phẩm trên địa bàn"),
        ("126 doanh nghiệp", "doanh nghiệp thành lập mới"),
        ("gần 1,2 nghìn tỷ đồng", "vốn đăng ký (doanh nghiệp thành lập mới)"),
        ("giảm 6,5%", "mức tăng, giảm của doanh nghiệp thành lập mới"),
        ("tăng 4,1%", "mức tăng, giảm của vốn đăng ký (doanh nghiệp thành lập mới)"),
        ("2,45 tỷ USD", "tổng kim ngạch xuất, nhập khẩu hàng hóa"),
        ("chiếm tỷ trọng 18,4%", "tỷ lệ khu vực nông, lâm nghiệp và thủy sản"),
        ("41,5 nghìn lượt người", "khách quốc tế đến tỉnh"),
    ):
        assert [found for exact, found in said.items() if words in exact][:1] == [label], words


@pytest.mark.parametrize(
    ("sentence", "label", "value", "of", "comparator"),
    [
        ("Two thirds of adults used the portal.", "share of adults used the portal", "66.67%", "", ""),
        ("One in eight people had no internet.", "share of people had no internet", "12.5%", "", ""),
        ("One in 5 homes has fibre.", "share of homes has fibre", "20%", "", ""),
        ("Half of all schools closed.", "share of all schools closed", "50%", "", ""),
        ("Nearly two-thirds of councils answered.", "share of councils answered", "66.67%", "", "nearly"),
        ("Three out of every five pensioners asked.", "share of pensioners asked", "60%", "", ""),
        ("Nine out of 22 ministries were connected.", "ministries were connected", "9", "22", ""),
        ("One in 200,000 people falls ill.", "people falls ill", "1", "200_000", ""),
        ("Hơn hai phần ba số hộ đã có internet.", "tỷ lệ số hộ đã có internet", "66.67%", "", "over"),
        ("Có 9/22 bộ đã kết nối.", "bộ đã kết nối", "9", "22", ""),
    ],
)
def test_fractions_are_shares(tmp_path, check_files, sentence, label, value, of, comparator):
    head = "Notes on the office\n\n12 June 2024\n\n" if sentence.isascii() else "Ghi chép\n\nNgày 12/6/2024\n\n"
    made = draft(tmp_path, f"{head}{sentence}\n")
    assert [(metric.label, metric.unit == "%") for metric in made.draft.metrics] == [(label, value.endswith("%"))]
    assert [(claim.value, claim.of, claim.comparator) for claim in made.draft.claims] == [(value, of, comparator)]
    assert check_files({"claims/draft.yaml": made.text}).findings == ()


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_draft_passes_a_check_and_is_the_same_each_time(path, tmp_path, check_files):
    text = path.read_text("utf-8")
    drafted = draft(tmp_path, text)
    assert drafted.draft.claims
    assert drafted.text == draft(tmp_path, text).text
    report = check_files({"claims/draft.yaml": drafted.text})
    assert [finding.message for finding in report.findings if finding.rule in BROKEN] == []
    assert report.summary.claims == len(drafted.draft.claims)
    assert report.summary.relations_checked >= len(drafted.draft.relations)
    # Every quote stands in the document, word by word.
    flat = " ".join(text.split())
    assert [claim.exact for claim in drafted.draft.claims if claim.exact not in flat] == []


def test_a_draft_depends_on_nothing_but_its_input(tmp_path):
    path = str(DOCUMENTS / "en-budget.txt")
    texts = {
        run(tmp_path, ["draft", path, "-o", "-"], PYTHONHASHSEED=seed, LC_ALL=locale).stdout
        for seed, locale in (("0", "C"), ("7", "C.UTF-8"))
    }
    assert len(texts) == 1
    assert "claims:" in texts.pop()


def test_furniture_is_not_drafted(tmp_path):
    text = (DOCUMENTS / "vi-trade.txt").read_text("utf-8")
    values = {claim.value for claim in draft(tmp_path, text).draft.claims}
    assert "12%" not in values
    assert "5" not in values


def test_the_header_is_read_from_the_text():
    page, _, words, published = read((DOCUMENTS / "vi-trade.txt").read_text("utf-8"))
    assert clean_title(page) == "Xuất khẩu thủy sản của tỉnh Bãi Cát tăng mạnh trong nửa đầu năm 2024"
    assert publisher_of(page, words) == "baobaicat.vn"
    assert published == date(2024, 7, 15)


def test_of_two_dates_the_one_by_the_title_is_the_article_s():
    text = "Thứ Hai, 19/09/2018\n\nTin tức\n05/07/2018 03:04\nSố trường đạt chuẩn của huyện tăng thêm\n\n"
    text += "Theo báo cáo của phòng giáo dục, đến nay toàn huyện đã có 42 trường đạt chuẩn quốc gia, tăng 3 trường.\n"
    assert read(text)[3] == date(2018, 7, 5)


REGISTRY = {
    "metrics.yaml": """\
metrics:
  schools:
    label: trường đạt chuẩn quốc gia của huyện
    unit: trường
    behaviour: stock
  pupils:
    label: học sinh của huyện
    unit: học sinh
    behaviour: stock
  pass-rate:
    label: tỷ lệ học sinh tốt nghiệp
    unit: "%"
    behaviour: share
  levels:
    label: phòng học của huyện
    unit: phòng học
    behaviour: stock
    breakdown: {level: ["1", "2"]}
"""
}


def claims_of(tmp_path, sentence):
    text = f"Giáo dục của huyện Đông trong năm qua\n\n12/01/2024\n\n{sentence}\n"
    return {claim.exact: claim for claim in draft(tmp_path, text, REGISTRY).draft.claims}


def test_metrics_are_known_by_their_words(tmp_path):
    claims = claims_of(
        tmp_path,
        "Tính đến ngày 31/12/2023, huyện có 42 trường đạt chuẩn quốc gia với 18.200 học sinh; tỷ lệ học sinh tốt "
        "nghiệp đạt 98,5%, và 12 thư viện xã mở cửa cuối tuần.",
    )
    metrics = {claim.value: claim.metric for claim in claims.values()}
    assert metrics["42"] == "schools"
    assert metrics["18_200"] == "pupils"
    assert metrics["98.5%"] == "pass-rate"
    assert metrics["12"] not in ("schools", "pupils", "pass-rate", "levels")


def test_a_level_is_the_dimension_that_the_metric_breaks_down_by(tmp_path):
    claims = claims_of(
        tmp_path,
        "Đến nay, huyện có 300 phòng học, trong đó 180 phòng học mức độ 1 và 120 phòng học mức độ 2 đã sửa xong.",
    )
    found = {claim.value: (claim.metric, claim.dimensions) for claim in claims.values()}
    assert found == {
        "300": ("levels", ()),
        "180": ("levels", (("level", "1"),)),
        "120": ("levels", (("level", "2"),)),
    }


DEATHS = """\
metrics: {deaths: {label: deaths, unit: deaths, behaviour: flow}}
source: {id: s, title: Annual statistics 2023, published: 2024-03-01, language: en}
claims: [{id: deaths-23, metric: deaths, quote: "577,160 deaths were registered", value: 577_160, period: 2023}]
"""


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("In 2023, 571,760 deaths were registered.", ["conflicting-values"]),
        ("In 2023, 2,300 deaths in Leeds were linked to heat.", []),
        ("In 2023 deaths were up 7,100.", []),
    ],
)
def test_a_figure_of_something_narrower_is_not_set_against_the_whole(tmp_path, sentence, rules):
    drafted = draft(tmp_path, f"A year in figures\n\n1 March 2024\n\n{sentence}\n", {"a.yaml": DEATHS})
    assert len(drafted.draft.claims) == 1
    assert [finding.rule for finding in drafted.findings] == rules


def test_what_is_wrong_in_the_document_stays_wrong(tmp_path):
    text = "Báo cáo của huyện Đông về trường học\n\n12/01/2024\n\n"
    text += (
        "Trong năm 2023, huyện có 42 trường, trong đó 30 trường tiểu học và 14 trường trung học cơ sở.\n\n"
        "Đến ngày 31/12/2023, 51/42 trường của huyện đã đạt chuẩn quốc gia theo quy định của Bộ Giáo dục.\n"
    )
    drafted = draft(tmp_path, text)
    # Parts that do not add up are no relation; a part above its whole is the document's own fault.
    assert not any("=" in relation and "+" in relation for relation in drafted.draft.relations)
    assert [finding.rule for finding in drafted.findings] == ["part-exceeds-whole"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("từ ngày 09/12/2019 đến ngày 19/6/2020", "2019-12-09/2020-06-19"),
        ("Từ khi khai trương (09/12/2019) đến ngày 09/02/2020", "2019-12-09/2020-02-09"),
        ("trong quý II/2018", "2018-Q2"),
        ("quý 3 năm 2021", "2021-Q3"),
        ("6 tháng đầu năm 2020", "2020-H1"),
        ("9 tháng năm 2020", "2020-01/2020-09"),
        ("tháng 6 năm 2020", "2020-06"),
        ("ngày 5 tháng 7 năm 2018", "2018-07-05"),
        ("tính đến hết quý II/2020", "2020-06-30"),
        ("đến cuối năm 2021", "2021-12-31"),
        ("đến nay", "2022-03-15"),
        ("kể từ khi hoạt động đến nay", "../2022-03-15"),
        ("năm ngoái", "2021"),
        ("quý II", "2022-Q2"),
        ("from 1 March 2020 to 30 June 2021", "2020-03-01/2021-06-30"),
        ("in the second quarter of 2018", "2018-Q2"),
        ("as of 30 June 2020", "2020-06-30"),
        ("June 19, 2020", "2020-06-19"),
        ("by the end of September 2021", "2021-09-30"),
        ("in the first nine months of 2020", "2020-01/2020-09"),
        ("to date", "2022-03-15"),
        ("last year", "2021"),
        ("since 2019", "2019/2022-03-15"),
    ],
)
def test_times(text, iso):
    words = statement_words(language("en" if text.isascii() else "vi"))
    assert [time.iso for time in find_times(text, text.lower(), words, date(2022, 3, 15))] == [iso]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("tăng 10% so với cùng kỳ 2019", "base"),
        ("so với quý I/2018", "base"),
        ("up 6% from 2022", "base"),
        ("compared with 2020", "base"),
        ("định hướng đến năm 2030", "aside"),
        ("giai đoạn năm 2025", "aside"),
    ],
)
def test_times_that_no_figure_is_about(text, what):
    words = statement_words(language("en" if text.isascii() else "vi"))
    (time,) = find_times(text, text.lower(), words, date(2022, 3, 15))
    assert getattr(time, what)


def test_a_law_s_date_is_no_figure_s():
    text = "Nghị quyết số 17/NQ-CP ngày 07/3/2019 của Chính phủ"
    words = statement_words(language("vi"))
    documents = [(each.start, each.end) for each in scan(text, language("vi")).others if each.kind == "document-number"]
    (time,) = find_times(text, text.lower(), words, None, documents)
    assert time.aside


@pytest.mark.parametrize(
    ("iso", "months", "earlier"),
    [
        ("2020-Q1", 3, "2019-Q4"),
        ("2020", 12, "2019"),
        ("2020", 3, ""),
        ("2020-06-30", 12, "2019-06-30"),
        ("2020-02-29", 12, "2019-02-28"),
        ("2020-H1", 6, "2019-H2"),
        ("2020-01/2020-09", 12, "2019-01/2019-09"),
        ("../2020-06-30", 12, ""),
        ("2020-01", 1, "2019-12"),
    ],
)
def test_periods_move_back(iso, months, earlier):
    assert shifted(iso, months) == earlier


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("hơn 44.200 tài khoản", "vi", ("44_200", "", "over")),
        ("9/22 bộ", "vi", ("9", "22", "")),
        ("giảm hơn 50% so với", "vi", ("-50%", "", "over")),
        ("13,4 triệu lượt", "vi", ("13_400_000", "", "")),
        ("46.25 percent", "en", ("46.25%", "", "")),
        ("tăng gấp rưỡi", "vi", ("1.5", "", "")),
    ],
)
def test_quantities_as_typed(text, code, value):
    (quantity,) = scan(text, language(code)).quantities
    assert tuple(typed(quantity)) == value


_PIECES = st.sampled_from(
    [
        "Trong năm 2023, ", "đến nay, ", "tỷ lệ ", "đạt ", "trong đó ", "gồm ", "chiếm ", "tăng ", "giảm ", "so với ",
        "cùng kỳ ", "(", ")", "; ", ". ", ", ", "\n", "\n\n", "hơn ", "gần ", "12 ", "45,6% ", "3/7 ", "1.234.567 ",
        "2,5 triệu ", "hồ sơ ", "phản ánh, kiến nghị ", "mức độ 3 ", "mục tiêu ", "In 2022, ", "of which ", "up ",
        "$3.2 million ", "women ", "to date ", "#", "- ", "'", '"', ": ", "{", "[", "năm ", "quý II/2020 ", "\u202e",
        "%", "là ", "và ", "của ", "Ủy ban ", "tấn/ha ", "đồng/kg ", "xếp hạng 5/17 ", "gấp đôi ", "0 ", "-5 ",
    ]
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_no_text_breaks_a_draft(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("fuzz")
    drafted = draft(folder, text, REGISTRY)
    assert {finding.rule for finding in drafted.findings} & BROKEN == set()
    assert yaml.safe_load(drafted.text)["source"]["id"]
    assert re.match(r"[a-z]", drafted.draft.id)


def test_labels_of_movements(tmp_path):
    said = labels_of(tmp_path, "en-labour.txt")
    for words, label in (
        ("74.2%", "employment rate"),
        ("from 3.7%", "unemployment rate"),
        ("rose by 1,200", "change in payrolled employees"),
        ("to 412,600", "payrolled employees"),
        ("430", "change in vacancies"),
        ("construction by 1.1%", "change in construction"),
        ("6.0%", "annual rate for food"),
        ("61.3%", "debt"),
    ):
        assert [found for exact, found in said.items() if words in exact][:1] == [label], words
    made = draft(tmp_path, (DOCUMENTS / "en-labour.txt").read_text("utf-8")).draft
    assert [claim.value for claim in made.claims if "lower" in claim.exact] == ["-0.4%"]
    assert [left.why for left in made.left_out] == ["again", "again"]


RESULTS = """Arden Water plc: results for the six months ended 30 September 2024

14 November 2024

Revenue for the six months ended 30 September 2024 rose 8.2% to £612.4m (H1 2023/24: £566.0m). Earnings per share were
12.4p.

Net debt stood at £2.87bn at 30 September 2024. We invested £241m in the half, 30% more than a year ago. We expect
revenue of £1.2bn for the year to 31 March 2025.
"""


def test_times_of_a_company_s_half_year(tmp_path):
    made = draft(tmp_path, RESULTS).draft
    labels = {metric.id: metric.label for metric in made.metrics}
    assert [(claim.value, claim.period, claim.status.value, labels[claim.metric]) for claim in made.claims] == [
        ("8.2%", "2024-04/2024-09", "actual", "change in revenue"),
        ("612_400_000", "2024-04/2024-09", "actual", "revenue"),
        ("566_000_000", "2023-04/2023-09", "actual", "revenue"),
        ("0.124", "2024-04/2024-09", "actual", "earnings per share"),
        ("2_870_000_000", "2024-09-30", "actual", "net debt"),
        ("241_000_000", "2024-04/2024-09", "actual", "we invested in the half"),
        ("30%", "2024-04/2024-09", "actual", "change in we invested in the half"),
        ("1_200_000_000", "2024-04/2025-03", "forecast", "we expect revenue"),
    ]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("118 calls between July and September", ["2024-Q3"]),
        ("From July to September 2023 there were 5", ["2023-Q3"]),
        ("from November to January 2024", ["2023-11/2024-01"]),
        ("It may to some extent", []),
        ("5 since its launch in June 2022", ["2022-06/2024-11-04"]),
        ("the highest since records began in 1997", ["1997"]),
        ("accounts taken over since 2022", ["2022/2024-11-04"]),
        ("In 2022/23 there were 5, in 2023/24 there were 7", []),
        ("In 2023/24 there were 7 at 31 March 2024", ["2023-04/2024-03", "2024-03-31"]),
        ("In 2023-24, the year to 30 June 2024, and H1 2023/24", ["2023-07/2024-06", "2023-07/2024-06"]),
        ("In 2024/25 and 2023/24, at 30 September 2024", ["2024-09-30"]),
        ("the 2023/24 school year", ["2023-09/2024-08"]),
        ("£84 at the end of September", ["2024-09-30"]),
        ("Tourism: 2023 results. It peaked at 89% in August", ["2023", "2023-08"]),
        ("Tourism in 2023: at the end of the year it had 46 beds", ["2023", "2023-12-31"]),
    ],
)
def test_times_of_several_months_or_years(text, times):
    assert [
        time.iso for time in find_times(text, text.lower(), statement_words(language("en")), date(2024, 11, 4))
    ] == times


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("In 2023, the library set a record of 48,210 visits.", ["2023"]),
        ("In 2023, the library had an average of 4,018 visits a month.", ["2023"]),
        ("In 2023 it had 48,210 visits, up from 46,270.", ["2023", ""]),
        ("In 2023 it had 48,210 visits, exceeding the previous record of 46,990.", ["2023", ""]),
        ("In 2023 it had 48,210 visits. The year before, it had 46,270.", ["2023", "2022"]),
        ("In 2023 it had 48,210 visits. In the first half it had 23,900.", ["2023", "2023-H1"]),
    ],
)
def test_what_another_figure_is_held_against_has_its_own_time(tmp_path, sentence, periods):
    made = draft(tmp_path, f"Notes on the library\n\n12 June 2024\n\n{sentence}\n").draft
    assert [claim.period for claim in made.claims] == periods


def test_a_draft_written_over_another_knows_nothing_of_it(tmp_path):
    first = draft(tmp_path, (DOCUMENTS / "vi-portal.txt").read_text("utf-8")).text
    write_files(tmp_path, {"claims/a.yaml": first})
    request = Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF)
    again = draft_document(tmp_path / "document.txt", "document.txt", request, replacing=tmp_path / "claims" / "a.yaml")
    assert (again.text, again.known_as) == (first, "")
    beside = draft_document(tmp_path / "document.txt", "document.txt", request)
    assert beside.text != first
    assert beside.known_as != ""


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("2024-01-01/2024-12-31", "2024"), ("2024-07-01/2024-12-31", "2024-H2"), ("2024-04-01/2024-06-30", "2024-Q2"),
        ("2024-02-01/2024-02-29", "2024-02"), ("2024-02-01/2024-02-28", "2024-02-01/2024-02-28"),
        ("2024-01/2024-03", "2024-01/2024-03"), ("../2024-01-01", "../2024-01-01"),
        ("2023-01-01/2024-12-31", "2023-01-01/2024-12-31"),
    ],
)  # fmt: skip
def test_from_the_first_to_the_last_day_of_a_year_is_that_year(days, period):
    assert plainly(days) == period


@pytest.mark.parametrize(
    ("sentence", "behaviour"),
    [
        ("Trong quý III năm 2024, thu nhập bình quân của lao động là 7,6 triệu đồng/tháng.", "level"),
        ("Trong quý III năm 2024, giá gạo xuất khẩu đạt 640 USD.", "level"),
        ("Trong quý III năm 2024, trị giá gạo xuất khẩu đạt 640 triệu USD.", "flow"),
        ("Trong quý III năm 2024, lực lượng lao động là 53,0 triệu người.", "level"),
        ("Trong quý III năm 2024, có 4.210 lao động được giải quyết việc làm mới.", "flow"),
        ("In September 2024 the average daily number of passengers was 15,230.", "level"),
        ("In September 2024 the number of passengers was 15,230.", "flow"),
        ("Spending per visitor in September 2024 was £45.", "level"),
        ("In September 2024 31,230 people were in work.", "level"),
    ],
)
def test_an_average_a_price_and_people_at_work_are_levels(tmp_path, sentence, behaviour):
    drafted = draft(tmp_path, f"A year in figures\n\n1 November 2024\n\n{sentence}\n").draft
    assert [metric.behaviour for metric in drafted.metrics] == [behaviour]


FEWER = """\
In 2023 there were 3,420 teachers in Northshire. In 2023 the average bill was £1,425. In 2023 there were 212 fires.

In 2024 there were 3,380 teachers in Northshire, {0} fewer than in 2023. The average bill was £1,305 in 2024, £{1} lower
than in 2023. In 2024 there were 240 fires, an increase of {2} on 2023.
"""


@pytest.mark.parametrize(("said", "wrong"), [((40, 120, 28), 0), ((140, 210, 38), 3)])
def test_a_difference_is_checked_against_the_levels_that_it_joins(tmp_path, said, wrong):
    drafted = draft(tmp_path, f"A year in figures\n\n6 October 2024\n\n{FEWER.format(*said)}")
    changes = {claim.exact: (claim.value, claim.change) for claim in drafted.draft.claims if claim.change}
    assert changes == {
        f"{said[0]} fewer": (f"-{said[0]}", ("teachers-in-northshire-2024", "2023")),
        f"£{said[1]} lower": (f"-{said[1]}", ("average-bill-2024", "2023")),
        f"increase of {said[2]}": (f"{said[2]}", ("fires-2024", "2023")),
    }
    assert [finding.rule for finding in drafted.findings] == ["broken-relation"] * wrong


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("In June 2024 there were 25 centres, two more than three months earlier.", "2024-03"),
        ("On 19 May 2024 there were 25 centres, two more than a week earlier.", "2024-05-12"),
        ("Tại ngày 30/6/2024, tổng tài sản đạt 219.480 tỷ đồng, tăng 8.040 tỷ đồng so với đầu năm.", "2023-12-31"),
        ("Tại ngày 30/6/2024, tổng tài sản đạt 219.480 tỷ đồng, tăng 8.040 tỷ đồng so với cuối quý I.", "2024-03-31"),
    ],
)
def test_a_change_is_measured_from_some_time_before(tmp_path, text, since):
    drafted = draft(tmp_path, f"A year in figures\n\n25 July 2024\n\n{text}\n").draft
    assert [claim.change[1] for claim in drafted.claims if claim.change] == [since]


def test_what_a_title_of_a_day_is_followed_by_is_of_that_day(tmp_path):
    text = "Northern Prisons Inspectorate\nPrison population statistics, 31 March 2024\nReleased 25 April 2024\n\n"
    drafted = draft(tmp_path, text + "There were 3,635 women in prison in the north of the country.\n").draft
    assert (drafted.title, drafted.publisher) == (
        "Prison population statistics, 31 March 2024",
        "Northern Prisons Inspectorate",
    )
    assert [claim.period for claim in drafted.claims] == ["2024-03-31"]


def test_the_end_of_last_year_is_the_day_of_last_december_s_report(tmp_path):
    head = "Kết quả giảm nghèo năm {0}\nNgày {1}\n\nĐến cuối năm {0}, toàn huyện còn {2} hộ nghèo"
    first = draft(tmp_path / "a", head.format(2022, "20/12/2022", "3.186") + ".\n")
    second = head.format(2023, "19/12/2023", "2.521") + ", giảm {} hộ so với cuối năm 2022.\n"
    for number, (fell, rules) in enumerate((("665", []), ("655", ["broken-relation"]))):
        drafted = draft(tmp_path / str(number), second.format(fell), {"a.yaml": first.text})
        assert [claim.change[1] for claim in drafted.draft.claims if claim.change] == ["2022-12-20"]
        assert [finding.rule for finding in drafted.findings] == rules


def test_the_first_four_months(tmp_path):
    text = "In the first four months the airline carried 6.71 million passengers on all of its scheduled flights.\n"
    drafted = draft(tmp_path, f"A year in figures\n\n7 May 2024\n\n{text}").draft
    assert [claim.period for claim in drafted.claims] == ["2024-01/2024-04"]


ADDED = """\
TỔNG CÔNG TY CẢNG HẢI AN
Kết quả quý {}
Ngày 22/01/2024

{} đạt 3,61 triệu tấn hàng hóa{} đạt 13,48 triệu tấn. Sản lượng container đạt 229.800 TEU.
"""


@pytest.mark.parametrize(
    ("title", "opening", "joint", "periods"),
    [
        ("IV năm 2023", "Quý IV năm 2023", "; cả năm", ["2023-Q4", "2023", "2023-Q4"]),
        (
            "III năm 2023",
            "Quý III năm 2023",
            "; lũy kế 9 tháng đầu năm 2023",
            ["2023-Q3", "2023-01/2023-09", "2023-Q3"],
        ),
        ("III năm 2023", "Quý III năm 2023", ". Chín tháng đầu năm 2023", ["2023-Q3", "2023-01/2023-09", "2023-Q3"]),
    ],
)
def test_what_adds_up_all_of_a_time_dates_nothing_behind_it(tmp_path, title, opening, joint, periods):
    drafted = draft(tmp_path, ADDED.format(title, opening, joint)).draft
    assert drafted.publisher == "TỔNG CÔNG TY CẢNG HẢI AN"
    assert [claim.period for claim in drafted.claims] == periods


@pytest.mark.parametrize(
    ("parts", "rules"),
    [
        ("đúng hạn 193.060 hồ sơ, quá hạn 1.320 hồ sơ", []),
        ("đúng hạn 193.060 hồ sơ, quá hạn 1.230 hồ sơ", ["broken-relation"]),
        ("đúng hạn 193.060 hồ sơ, quá hạn 1.010 hồ sơ", []),
        ("đã trả 193.060 hồ sơ, đang xử lý 1.230 hồ sơ", []),
    ],
)
def test_on_time_and_late_are_all_of_what_was_done(tmp_path, parts, rules):
    text = f"Kết quả\n\nNgày 04/7/2024\n\nTrong quý II/2024, giải quyết 194.380 hồ sơ, trong đó {parts}.\n"
    assert [finding.rule for finding in draft(tmp_path, text).findings] == rules


@pytest.mark.parametrize(
    ("sentence", "behaviours"),
    [
        ("Trong quý III năm 2024, toàn tỉnh có 1.284 đơn vị sử dụng ngân sách.", {"level"}),
        ("Trong quý III năm 2024, toàn tỉnh có 1.284 doanh nghiệp thành lập mới.", {"flow"}),
        ("Trong quý III năm 2024, toàn tỉnh có 84 vụ cháy tại các khu dân cư.", {"flow"}),
        ("Group sales were £1,872m in the 26 weeks to 24 September 2024.", {"flow"}),
    ],
)
def test_what_there_is_in_a_province_is_a_level(tmp_path, sentence, behaviours):
    drafted = draft(tmp_path, f"A year in figures\n\n1 November 2024\n\n{sentence}\n").draft
    assert {metric.behaviour for metric in drafted.metrics} == behaviours


def test_a_time_behind_of_which_is_that_of_the_part(tmp_path):
    text = "Năm 2024, chi thường xuyên đạt 8.052 tỷ đồng, trong đó quý IV đạt 2.178 tỷ đồng.\n"
    assert [claim.period for claim in draft(tmp_path, f"Kết quả\n\nNgày 10/01/2025\n\n{text}").draft.claims] == [
        "2024",
        "2024-Q4",
    ]


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("The share of homes with fibre rose from 57.4% in 2022 to 55.3% in 2023.", ["part-exceeds-whole"]),
        ("The share of homes with fibre rose from 55.3% in 2022 to 57.4% in 2023.", []),
        ("In 2023 there were 157 fires, down from 148 in 2022.", ["part-exceeds-whole"]),
        ("In 2023 there were 157 fires, up from 148 in 2022.", []),
        ("Sales fell to £41m in 2023 from £39m in 2022.", ["part-exceeds-whole"]),
        ("In 2023 we reached 18,400 children in 163 schools, up from 15,100 and 140.", []),
        ("In 2023 we reached 18,400 children in 163 schools, up from 15,100.", []),
        ("Tỷ lệ hộ nghèo giảm từ 5,83% năm 2022 xuống 7,42% năm 2023.", ["part-exceeds-whole"]),
        ("Tỷ lệ hộ nghèo giảm từ 7,42% năm 2022 xuống 5,83% năm 2023.", []),
    ],
)
def test_a_move_that_its_figures_belie_is_told(tmp_path, sentence, rules):
    day = "6 March 2024" if sentence.isascii() or "£" in sentence else "Ngày 06/3/2024"
    drafted = draft(tmp_path, f"A year in figures\n\n{day}\n\n{sentence}\n")
    assert [finding.rule for finding in drafted.findings] == rules


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Hiện 596 dịch vụ đã lên Cổng, trong khi cuối năm 2022 mới có 8 dịch vụ.", ["2024-01-24", "2022-12-31"]),
        (
            "Trong ba tháng cuối năm 2023, cảng bốc dỡ 3,61 triệu tấn, nâng tổng sản lượng cả năm lên 13,48 triệu tấn.",
            ["2023-10/2023-12", "2023"],
        ),
        ("Công ty thu về 512,9 tỷ đồng trong quý IV và 1.951,6 tỷ đồng cả năm.", ["2023-Q4", "2023"]),
        ("Quý IV/2023, thu 512,9 tỷ đồng, đạt 96% kế hoạch cả năm.", ["2023-Q4", "2023-Q4"]),
        ("By 10 January 2024 it had 171,000 accounts. In early October it had 44,200 accounts.", ["2024-01-10", ""]),
    ],
)
def test_the_time_of_a_figure_is_its_own(tmp_path, text, periods):
    head = "A note on the port\n\n24 January 2024" if text.isascii() else "Ghi chép về cảng\n\nNgày 24/01/2024"
    assert [claim.period for claim in draft(tmp_path, f"{head}\n\n{text}\n").draft.claims] == periods


@pytest.mark.parametrize(("day", "period"), [("22/01/2024", "2023-Q4"), ("22/12/2023", "2023-Q4")])
def test_a_quarter_that_has_just_ended_is_that_of_last_year(tmp_path, day, period):
    text = "Doanh thu quý IV đạt 512,9 tỷ đồng nhờ sản lượng hàng hóa qua cảng tiếp tục tăng.\n"
    drafted = draft(tmp_path, f"Thông cáo kết quả kinh doanh\n\nNgày {day}\n\n{text}").draft
    assert [claim.period for claim in drafted.claims] == [period]


def test_what_came_in_by_the_end_of_a_month_is_of_its_year_and_named_as_in_a_month(tmp_path):
    text = "Cục Thuế\n\nNgày 05/10/2024\n\nTháng 9/2024, thu ngân sách đạt 1.012 tỷ đồng. Thu ngân sách đến hết tháng "
    text += "9 đạt 9.420 tỷ đồng. Dư nợ tín dụng tính đến 30/9/2024 là 81.200 tỷ đồng.\n"
    made = draft(tmp_path, text).draft
    labels = {metric.id: (metric.label, metric.behaviour) for metric in made.metrics}
    assert [(*labels[claim.metric], claim.period) for claim in made.claims] == [
        ("thu ngân sách", "flow", "2024-09"),
        ("thu ngân sách", "flow", "2024-01/2024-09"),
        ("dư nợ tín dụng", "stock", "2024-09-30"),
    ]


def test_what_leads_to_a_time_is_no_part_of_a_name(tmp_path):
    text = "Finance office\n\n5 October 2024\n\nRevenue to the end of September came to £9.4m, a little more than was "
    text += "thought. Outstanding loans as of 30 September 2024 were £81.2m.\n"
    labels = [metric.label for metric in draft(tmp_path, text).draft.metrics]
    assert labels == ["revenue", "outstanding loans"]


LINES = {
    "Performance report, period to 31 March 2024": """\
Northern Rail ran 2,418,600 train services in 2023/24, 3.2% more than in the previous year.

Complaints fell by 12% to 41,300.

At 31 March 2024 the company had 345 trains and 7,120 staff. Ticket income was £812 million.
""",
    "Half-year report, April to September 2024": """\
In the six months to 30 September 2024 passengers made 51.7 million journeys, up from 47.9 million a year earlier.

86.2% of trains arrived on time, compared with 84.7% in 2023/24 as a whole.
""",
    "Waste and recycling 2022/23": """\
Households in the county threw away 412,600 tonnes of waste in 2022/23. Of this, 61,400 tonnes went to landfill.

Our 14 recycling centres received 1.86 million visits.
""",
}


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        (
            "Performance report, period to 31 March 2024",
            ["2023-04/2024-03"] * 4 + ["2024-03-31"] * 2 + ["2023-04/2024-03"],
        ),
        ("Half-year report, April to September 2024", ["2024-04/2024-09", "2023-04/2023-09", "2024-04/2024-09", ""]),
        ("Waste and recycling 2022/23", [""] * 4),
    ],
)
def test_a_report_is_of_the_time_in_its_title(tmp_path, title, periods):
    text = f"Northern Rail\n{title}\nPublished 24 October 2024\n\n{LINES[title]}"
    assert [claim.period for claim in draft(tmp_path, text).draft.claims] == periods


@pytest.mark.parametrize(
    ("sentence", "left_out"),
    [
        ("It took crews 8 minutes 40 seconds to arrive.", ["8 minutes", "40 seconds"]),
        ("It took crews 2 hours and 15 minutes to arrive.", ["2 hours", "15 minutes"]),
        ("Thời gian phản ứng trung bình là 8 phút 40 giây.", ["8 phút", "40 giây"]),
        ("It took crews 9 minutes to arrive and 30 minutes to leave.", []),
    ],
)
def test_a_length_in_two_units_has_no_value(tmp_path, sentence, left_out):
    made = draft(tmp_path, f"Fire service\n\n14 March 2024\n\n{sentence}\n").draft
    assert [each.words for each in made.left_out if each.why == "two-units"] == left_out
