"""lint: a new text's figures against the registry, with few false alarms."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT, write_files
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.lint import Reason, Standing
from factcheck.pipeline.draft import draft_document
from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

REGISTRY = """\
metrics:
  visits:
    label: visits to the town library
    unit: visits
    behaviour: flow
  loans:
    label: books lent by the town library
    unit: books
    behaviour: flow
  members:
    label: members of the town library
    unit: members
    behaviour: stock
  member-share:
    label: share of inhabitants who are members of the town library
    unit: "%"
    behaviour: share
  budget:
    label: budget of the town library
    unit: USD
    behaviour: flow

source:
  id: report-2025
  title: Annual report of the town library
  published: 2026-02-01
  language: en

claims:
  - id: visits-2025
    metric: visits
    quote: 12,480 visits to the town library
    value: 12_480
    period: 2025
  - id: visits-2024
    metric: visits
    quote: 11,900 visits to the town library in 2024
    value: 11_900
    period: 2024
  - id: loans-2025
    metric: loans
    quote: lent more than 45,000 books
    value: 45_000
    comparator: over
    period: 2025
  - id: members-2025
    metric: members
    quote: had 3,120 members
    value: 3120
    period: 2025-12-31
  - id: member-share-2025
    metric: member-share
    quote: 24.6% of inhabitants
    value: 24.6%
    period: 2025
  - id: budget-2026
    metric: budget
    quote: budget of $1.5 million
    value: 1_500_000
    period: 2026
    status: target
"""


@pytest.fixture
def standings(tmp_path):
    write_files(tmp_path, {"claims/library.yaml": REGISTRY})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))

    def run(text, lang="en"):
        found = linter.check("speech.txt", f"A word on our library\n\n{text}\n", lang=lang)
        return [
            (each.quantity.text.lstrip("$"), each.standing.value, each.figure.id if each.figure else "")
            for each in found
        ]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2025, there were 12,480 visits to the town library.", ("12,480", "agrees", "visits-2025")),
        ("In 2025, there were about 12,500 visits to the town library.", ("12,500", "agrees", "visits-2025")),
        ("In 2025, there were 12,840 visits to the town library.", ("12,840", "disagrees", "visits-2025")),
        ("In 2025, there were over 13,000 visits to the town library.", ("13,000", "disagrees", "visits-2025")),
        # Another time is another figure.
        ("In 2024, there were 11,900 visits to the town library.", ("11,900", "agrees", "visits-2024")),
        ("In 2019, there were 9,100 visits to the town library.", ("9,100", "unknown", "")),
        # Without a time, only the very words of a claim are held against it.
        ("There were 9,100 visits to our library.", ("9,100", "unknown", "")),
        ("There were 9,100 visits to the town library.", ("9,100", "doubtful", "visits-2025")),
        ("There were 12,480 visits to the town library.", ("12,480", "agrees", "visits-2025")),
        ("At the end of 2025, the town library had 3,120 members.", ("3,120", "agrees", "members-2025")),
        ("At the end of 2025, the town library had 3,210 members.", ("3,210", "disagrees", "members-2025")),
        # Other words, another kind, another unit: another figure.
        ("In 2025, there were 830 complaints about the town library.", ("830", "unknown", "")),
        ("In 2025, visits to the town library rose by 5%.", ("5%", "unknown", "")),
        (
            "In 2025, the share of inhabitants who are members of the town library widened 120 bps to reach us.",
            ("120 bps", "unknown", ""),
        ),
        ("In 2025, the roof of the town library cost $12.4 million.", ("12.4 million", "unknown", "")),
        # What sets a figure apart from the claim's leaves it in doubt.
        ("In 2025, there were 5,100 school visits to the town library.", ("5,100", "doubtful", "visits-2025")),
        ("In Leeds, there were 5,100 visits to the town library in 2025.", ("5,100", "doubtful", "visits-2025")),
        ("In 2025, there were 4.2 visits to the town library per inhabitant.", ("4.2", "doubtful", "visits-2025")),
        ("In 2025, there were 90 excess visits to the town library.", ("90", "doubtful", "visits-2025")),
        ("In 2025, there were 4,100 visits to the town library by children.", ("4,100", "doubtful", "visits-2025")),
        # How far a figure moved is not where it stands.
        ("In 2025, visits to the town library were up 580.", ("580", "unknown", "")),
        ("At the end of 2025, members of the town library were down 120.", ("120", "unknown", "")),
        ("In 2025, there were 580 more visits to our town library.", ("580", "unknown", "")),
        ("In 2025, there were another 580 visits to the town library.", ("580", "unknown", "")),
        # A percentage of those who do is the share who do.
        ("In 2025, 24.6% of inhabitants were members of the town library.", ("24.6%", "agrees", "member-share-2025")),
        (
            "In 2025, 42.6% of inhabitants were members of the town library.",
            ("42.6%", "disagrees", "member-share-2025"),
        ),
        (
            "In 2025, a quarter of inhabitants were members of the town library.",
            ("a quarter", "agrees", "member-share-2025"),
        ),
        ("In 2025, half of inhabitants were members of the town library.", ("half", "disagrees", "member-share-2025")),
        ("In 2025, 42% of members of the town library came by bus.", ("42%", "unknown", "")),
        (
            "In 2025, 42% of young inhabitants were members of the town library.",
            ("42%", "unknown", ""),
        ),
        (
            "In 2025, 42% of inhabitants of the hills were members of the town library.",
            ("42%", "unknown", ""),
        ),
        # What was planned is not what happened.
        ("In 2026, the budget of the town library was $1.9 million.", ("1.9 million", "unknown", "")),
        # The same words beside another number that can be true too.
        ("In 2025, the town library lent more than 46,000 books.", ("46,000", "doubtful", "loans-2025")),
        # It can be true only if more than 45,000 was written for far more.
        ("In 2025, there were 90,512 books lent by the town library.", ("90,512", "doubtful", "loans-2025")),
    ],
)
def test_standing(standings, text, expected):
    assert standings(text) == [expected]


def test_the_words_that_leave_a_figure_in_doubt_are_named(tmp_path):
    write_files(tmp_path, {"claims/library.yaml": REGISTRY})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = "A word on our library\n\nIn 2025, there were 5,100 school visits to the town library.\n"
    said = {lang: [each.message for each in linter.check("a.txt", text, "en", lang)] for lang in ("en", "vi")}
    assert "if the text, which says “school” besides, means the same" in said["en"][0]
    assert "vốn còn nói “school”" in said["vi"][0]


def test_a_figure_with_a_letter_grown_onto_it_ends_a_sentence(tmp_path):
    registry = (
        REGISTRY.replace("unit: USD", "unit: GBP").replace("$1.5 million", "£1.5m").replace("    status: target\n", "")
    )
    write_files(tmp_path, {"claims/library.yaml": registry.replace("period: 2026", "period: 2025")})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = "Our library\n\nIn 2025, the fee per card was 12p. In 2025, the budget of the town library was £1.9m.\n"
    assert [each.standing.value for each in linter.check("a.txt", text, "en")] == ["unknown", "disagrees"]


def test_a_part_of_a_figure_is_not_the_figure(standings):
    text = "In 2025, there were 12,480 visits to the town library, of which 4,100 visits to the town library by night."
    assert [standing for _, standing, _ in standings(text)] == ["agrees", "unknown"]
    # It cannot be more than all of them.
    text = text.replace("4,100", "14,100")
    assert [standing for _, standing, _ in standings(text)] == ["agrees", "doubtful"]


def test_every_place_is_shown_where_it_stands_in_the_text(tmp_path):
    write_files(tmp_path, {"claims/library.yaml": REGISTRY})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    # Decomposed letters and wrapped lines move nothing.
    text = (
        "Cafe\u0301 talk of the town library\n\nIn 2025, as everybody in this town must have heard by now, there were\n"
    )
    text += "some 12,480 visits to the town library.\n"
    (found,) = linter.check("speech.txt", text)
    assert (found.line, found.column) == (4, 6)
    assert text[found.start : found.end] == "12,480"


def test_no_registry_of_another_language_is_guessed_at(standings):
    assert standings("Năm 2025, thư viện đón 12.840 lượt khách tới đọc sách và mượn sách.") == [
        ("12.840", "unknown", "")
    ]


LETTERS = "năm ,.;:()%0123456789 \n$visitlbr2025 trênđếnkhoảng\u202e\u0301/-"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The words fit only half, but the number is one slip away at the same time.
        ("Đến ngày 09/02/2020, Cổng Dịch vụ công quốc gia ghi nhận 42.400 tài khoản.", ("doubtful", "slip")),
        ("Đến ngày 09/02/2020, Cổng Dịch vụ công quốc gia ghi nhận 51.300 tài khoản.", ("unknown", None)),
        ("Đến ngày 09/02/2021, Cổng Dịch vụ công quốc gia ghi nhận 42.400 tài khoản.", ("unknown", None)),
        ("Đến ngày 09/02/2020, Cổng Dịch vụ công quốc gia có 42.400 tài khoản của trẻ em.", ("unknown", None)),
        # What a sentence ends with is the time of all that it lists.
        (
            "Cổng Dịch vụ công quốc gia có 116 nghìn tài khoản doanh nghiệp, 9 nghìn thẻ tính đến tháng 12/2020.",
            ("unknown", None),
        ),
    ],
)
def test_a_number_a_slip_away_leaves_doubt_where_the_words_fit_half(text, expected):
    linter = Linter.of(Request(roots=(ROOT / "claims",), base=ROOT, as_of=AS_OF))
    first, *_ = linter.check("a.txt", f"Tin tức\n\n{text}\n")
    assert (first.standing.value, first.reason.value if first.reason else None) == expected


def test_an_english_text_is_held_against_vietnamese_claims(tmp_path):
    registry = """\
metrics:
  visits:
    label: lượt khách tới thư viện huyện
    label_en: visits to the district library
    unit: lượt
    behaviour: flow
source: {id: report, published: 2026-02-01, language: vi}
claims:
  - {id: visits-2025, metric: visits, quote: đón 12.480 lượt khách, value: 12_480, period: 2025}
"""
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    found = [
        [
            each.standing.value
            for each in linter.check("a.txt", f"The library\n\nIn 2025, there were {number} {words}.\n")
        ]
        for number, words in (
            ("12,480", "visits to the district library"),
            ("12,840", "visits to the district library"),
            ("12,840", "visits to the district museum"),
        )
    ]
    assert found == [["agrees"], ["disagrees"], ["unknown"]]


DOCUMENTS = sorted((Path(__file__).parent / "drafting" / "documents").glob("*.txt"))


def own_linter(path, folder):
    """Return a linter whose registry is the draft of the document itself."""
    drafted = draft_document(path, path.name, Request(roots=(), base=folder, as_of=AS_OF))
    write_files(folder, {"claims/draft.yaml": drafted.text})
    return Linter.of(Request(roots=(folder / "claims",), base=folder, as_of=AS_OF))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_text_never_disagrees_with_its_own_draft(path, tmp_path):
    checked = list(own_linter(path, tmp_path).check(path.name, path.read_text("utf-8")))
    standings = [each.standing for each in checked]
    assert Standing.DISAGREES not in standings
    assert Standing.DOUBTFUL not in standings
    assert standings.count(Standing.AGREES) >= len(standings) // 2


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_changed_first_digit_is_never_said_to_agree(path, tmp_path):
    text = path.read_text("utf-8")
    linter = own_linter(path, tmp_path)
    for each in list(linter.check(path.name, text)):
        place = re.compile(r"\d").search(text, each.start, each.end)
        if place is None:
            continue
        digit = int(place[0]) % 9 + 1
        altered = text[: place.start()] + str(digit) + text[place.end() :]
        found = [other for other in linter.check(path.name, altered) if other.start == each.start]
        assert [other.standing for other in found if other.standing is Standing.AGREES] == [], each.words


def test_a_large_registry_answers_as_a_small_one_does(tmp_path):
    label = "loads of wares {0} kept in shed {0}"
    others = "".join(f"  other-{n}:\n    label: {label.format(n)}\n    unit: loads\n" for n in range(500))
    write_files(tmp_path, {"claims/library.yaml": REGISTRY, "claims/others.yaml": f"metrics:\n{others}"})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = "In 2025, there were 12,840 visits to the town library, which lent more than 45,000 books."
    found = [(each.standing.value, each.figure.id) for each in linter.check("speech.txt", text) if each.figure]
    assert found == [("disagrees", "visits-2025"), ("agrees", "loans-2025")]


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=400))
def test_no_text_breaks_lint(text):
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        write_files(base, {"claims/library.yaml": REGISTRY})
        linter = Linter.of(Request(roots=(base / "claims",), base=base, as_of=AS_OF))
        for each in linter.check("speech.txt", f"In 2025, there were visits to the town library: {text}."):
            assert each.line >= 1
            assert each.message


TRAFFIC = """\
metrics:
  crashes: {label: vụ tai nạn giao thông, unit: vụ, behaviour: flow}
  killed: {label: người chết do tai nạn giao thông, unit: người, behaviour: flow}
  poor: {label: tỷ lệ hộ nghèo, unit: "%", behaviour: share}
  budget: {label: thu ngân sách, unit: nghìn tỷ đồng, behaviour: flow}
source: {id: s, title: Niên giám thống kê 2024, publisher: Cục Thống kê, published: 2024-12-20, language: vi}
claims:
  - {id: crashes-5, metric: crashes, quote: xảy ra 1.854 vụ tai nạn giao thông, value: 1854, period: 2024-05}
  - {id: killed-5, metric: killed, quote: làm chết 890 người, value: 890, period: 2024-05}
  - {id: poor-24, metric: poor, quote: "tỷ lệ hộ nghèo còn 1,93%", value: 1.93, period: 2024}
  - {id: budget-24, metric: budget, quote: "1.448,2 nghìn tỷ đồng", value: 1448.2, period: 2024}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong tháng 5/2024, xảy ra 1.854 vụ tai nạn giao thông, làm chết 890 người.", ["agrees", "agrees"]),
        ("Trong tháng 5/2024, xảy ra 1.548 vụ tai nạn giao thông, làm chết 980 người.", ["disagrees", "disagrees"]),
        ("Trong tháng 5/2024, TP.HCM xảy ra 131 vụ tai nạn giao thông, làm chết 58 người.", ["doubtful", "doubtful"]),
        ("Tháng 5/2024, bình quân mỗi ngày xảy ra 60 vụ tai nạn giao thông.", ["doubtful"]),
        ("Tháng 5/2024 giảm 120 vụ tai nạn giao thông.", ["unknown"]),
        ("Tháng 5/2024 có thêm 120 vụ tai nạn giao thông.", ["unknown"]),
        ("Năm 2024, tỷ lệ hộ nghèo còn 1,39%.", ["disagrees"]),
        ("Năm 2024, tỷ lệ hộ nghèo đa chiều là 4,06%.", ["doubtful"]),
        ("Năm 2024, thu ngân sách đạt 1.448,2 nghìn tỷ đồng.", ["agrees"]),
        ("Năm 2024, thu ngân sách của Hà Nội đạt 380 nghìn tỷ đồng.", ["doubtful"]),
    ],
)
def test_a_vietnamese_text_about_something_narrower_is_in_doubt(tmp_path, text, expected):
    write_files(tmp_path, {"claims/a.yaml": TRAFFIC})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    assert [each.standing.value for each in linter.check("a.txt", f"Bản tin\n\n{text}\n", "vi")] == expected


TRADE = """\
metrics:
  exports: {label: kim ngạch xuất khẩu, unit: USD, behaviour: flow}
  exports-growth: {label: tăng trưởng kim ngạch xuất khẩu, unit: "%", behaviour: growth}
  imports: {label: kim ngạch nhập khẩu, unit: USD, behaviour: flow}
  imports-growth: {label: tăng trưởng kim ngạch nhập khẩu, unit: "%", behaviour: growth}
  on-time: {label: hồ sơ giải quyết đúng hạn, unit: hồ sơ, behaviour: flow}
  late: {label: hồ sơ giải quyết quá hạn, unit: hồ sơ, behaviour: flow}
  visitors: {label: lượt khách du lịch, unit: lượt khách, behaviour: flow, breakdown: {region: [north, south]}}
  births: {label: trẻ em được sinh ra, unit: trẻ, behaviour: flow}
source: {id: s, title: Báo cáo tháng 4, publisher: Cục Thống kê, published: 2023-05-05, language: vi}
claims:
  - {id: imports-4, metric: imports, quote: 21 tỷ USD, value: 21_000_000_000, period: 2023-04}
  - {id: grown-4, metric: imports-growth, quote: "tăng 0,2% so với cùng kỳ năm trước", value: 0.2%, period: 2023-04}
  - {id: on-time-4, metric: on-time, quote: 73.950 hồ sơ, value: 73950, period: 2023-04}
  - {id: north-4, metric: visitors, quote: 919 nghìn lượt khách, value: 919_000, period: 2023-04,
     dimensions: {region: north}}
  - {id: births-5, metric: births, quote: ước đạt 700 trẻ, value: 700, period: 2023-05, status: estimate}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words that may be said of many things are not those of a claim of another thing.
        ("Tháng 4/2023, kim ngạch xuất khẩu tăng 12,0% so với cùng kỳ năm trước.", ("unknown", None)),
        ("Tháng 4/2023, kim ngạch nhập khẩu tăng 2,0% so với cùng kỳ năm trước.", ("disagrees", "apart")),
        ("Tháng 4/2023, còn 1.929 hồ sơ giải quyết quá hạn.", ("unknown", None)),
        ("Tháng 4/2023, có 79.350 hồ sơ giải quyết đúng hạn.", ("disagrees", "apart")),
        # A part is held against a figure of that part only.
        ("Tháng 4/2023, cả nước đón 1,355 triệu lượt khách du lịch.", ("doubtful", "one-part")),
        # What was estimated may have come otherwise.
        ("Tháng 5/2023, có 748 trẻ em được sinh ra.", ("doubtful", "estimated")),
    ],
)
def test_a_claim_of_another_thing_is_not_held_against_a_text(tmp_path, text, expected):
    write_files(tmp_path, {"claims/a.yaml": TRADE})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    for lang in ("en", "vi"):
        ((checked),) = linter.check("a.txt", f"Bản tin\n\n15/06/2023\n\n{text}\n", "vi", lang)
        assert (checked.standing.value, checked.reason) == expected
        assert checked.message


LIBRARY = """\
metrics:
  visits: {label: lượt bạn đọc đến thư viện, label_en: visits to the library, unit: VISITS, behaviour: flow}
  members: {label: thẻ bạn đọc của thư viện, label_en: members of the library, unit: MEMBERS, behaviour: stock}
  loans: {label: lượt mượn sách của thư viện, label_en: books lent by the library, unit: BOOKS, behaviour: flow}
  income: {label: kinh phí của thư viện, label_en: income of the library, unit: MONEY, behaviour: flow}
  share: {label: tỷ lệ bạn đọc là học sinh, label_en: share of visitors who are pupils, unit: "%", behaviour: share}
source: {id: s, title: Library report, published: 2025-03-01, language: CODE}
"""
SAID = {
    "en": (
        {"VISITS": "visits", "MEMBERS": "members", "BOOKS": "books", "MONEY": "GBP"},
        [
            "48,210 visits to the library",
            "6,120 members",
            "lent 97,450 books",
            "income of £412,000",
            "32% of visitors were pupils",
        ],
    ),
    "vi": (
        {"VISITS": "lượt", "MEMBERS": "thẻ", "BOOKS": "lượt", "MONEY": "đồng"},
        [
            "48.210 lượt bạn đọc đến thư viện",
            "6.120 thẻ bạn đọc",
            "97.450 lượt mượn sách",
            "412.000 đồng",
            "32% bạn đọc là học sinh",
        ],
    ),
}


@pytest.mark.parametrize("code", SAID)
def test_true_figures_of_other_things_and_times_are_not_called_wrong(tmp_path, code):
    words, quotes = SAID[code]
    text = LIBRARY.replace("CODE", code)
    for name, unit in words.items():
        text = text.replace(name, unit)
    metrics = ("visits", "members", "loans", "income", "share")
    claims = zip(metrics, quotes, ("48210", "6120", "97450", "412000", "32%"), strict=True)
    text += "claims:\n"
    for metric, quote, value in claims:
        period = "2024-12-31" if metric == "members" else "2024"
        text += f'  - {{id: {metric}-24, metric: {metric}, quote: "{quote}", value: {value}, period: {period}}}\n'
    write_files(tmp_path, {"claims/a.yaml": text})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    corpus = (Path(__file__).parent / "linting" / f"{code}.txt").read_text("utf-8")
    checked = list(linter.check("a.txt", corpus, code))
    assert len(checked) > 30
    assert [each.words for each in checked if each.standing is Standing.DISAGREES] == []
    wrong = {
        "en": "In 2024 there were 42,810 visits to the library.",
        "vi": "Năm 2024, có 42.810 lượt bạn đọc đến thư viện.",
    }
    (last,) = linter.check("a.txt", f"{corpus.splitlines()[0]}\n\n1/3/2025\n\n{wrong[code]}\n", code)
    assert last.standing is Standing.DISAGREES


AUSTRALIAN = """\
metrics:
  revenue: {label: revenue of the department, unit: AUD, behaviour: flow}
source: {id: r23, title: Annual report 2023, published: 2024-02-01, language: en}
claims:
  - {id: a, metric: revenue, quote: revenue of the department was $12.4 million, value: 12_400_000, period: 2023}
"""


@pytest.mark.parametrize(
    ("amount", "standing"),
    [("$14.2 million", "disagrees"), ("$12.4 million", "agrees"), ("US$14.2 million", "unknown")],
)
def test_a_dollar_is_that_of_the_registry_unless_the_text_says_otherwise(tmp_path, amount, standing):
    write_files(tmp_path, {"claims/a.yaml": AUSTRALIAN})
    request = Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF)
    text = f"Annual report\n\n1 February 2025\n\nIn 2023, revenue of the department was {amount}.\n"
    assert [each.standing.value for each in Linter.of(request).check("a.txt", text, "en")] == [standing]
    write_files(tmp_path, {"report.txt": text})
    (claim,) = draft_document(tmp_path / "report.txt", "report.txt", request).draft.claims
    assert (claim.metric == "revenue") is (standing != "unknown")


def test_a_word_of_a_name_tells_another_place(tmp_path):
    registry = """\
metrics:
  people: {label: inhabitants of Riverton, unit: people, behaviour: stock}
source: {id: s, title: Riverton yearbook, published: 2025-02-01, language: en}
claims:
  - {id: a, metric: people, quote: "Riverton had 412,300 inhabitants", value: 412300, period: 2024-12-31}
"""
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    for name, standing in (("Riverton", "disagrees"), ("Greater Riverton", "doubtful")):
        text = f"A note\n\n1 March 2025\n\n{name} had 1.1 million inhabitants at the end of 2024.\n"
        assert [each.standing.value for each in linter.check("a.txt", text, "en")] == [standing], name


def test_a_whole_is_not_held_against_its_part_and_a_hedge_is_no_word_of_a_quote(tmp_path):
    linter = own_linter(DOCUMENTS[0].parent / "vi-portal.txt", tmp_path)
    text = "Ngày 20/9/2024\n\nTrong 8 tháng đầu năm 2023, toàn tỉnh tiếp nhận trên {} hồ sơ thủ tục hành chính, 70% là "
    text += "trực tuyến.\n\nSau ba năm, Cổng Dịch vụ công tỉnh có khoảng {} tài khoản đăng ký.\n"

    def standings(files, accounts):
        checked = linter.check("a.txt", text.format(files, accounts))
        return {each.quantity.text: each.standing for each in checked}

    said = standings("486 nghìn", "312 nghìn")
    assert (said["486 nghìn"], said["312 nghìn"]) == (Standing.AGREES, Standing.AGREES)
    said = standings("468 nghìn", "512 nghìn")
    assert Standing.AGREES not in (said["468 nghìn"], said["512 nghìn"])


def test_words_beyond_a_comma_are_not_those_of_a_quote(tmp_path):
    registry = (
        "metrics: {m: {label: xuất khẩu cà phê, unit: tấn, behaviour: flow}}\n"
        "source: {id: s, language: vi, published: 2025-02-01}\n"
        "claims: [{id: c, metric: m, quote: '1,46 triệu tấn cà phê', value: 1460000, period: 2024}]\n"
    )
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    for mark, standing in ((",", "unknown"), (";", "unknown"), ("", "doubtful")):
        text = f"Báo cáo\n\n1/3/2025\n\nNăm 2024, loại nhân đạt 1,41 triệu tấn{mark} cà phê chế biến đạt 148.000 tấn.\n"
        assert next(linter.check("a.txt", text, "vi")).standing.value == standing, mark


@pytest.mark.parametrize(("number", "standing"), [("1 tỷ", "agrees"), ("1,2 tỷ", "agrees"), ("2 tỷ", "doubtful")])
def test_rough_figures_that_only_share_an_end_do_not_agree(tmp_path, number, standing):
    registry = (
        "metrics: {m: {label: kim ngạch xuất khẩu cá ngừ, unit: USD, behaviour: flow}}\n"
        "source: {id: s, language: vi, published: 2025-01-10}\n"
        "claims: [{id: c, metric: m, quote: kim ngạch xuất khẩu cá ngừ đạt 1 tỷ USD, value: 1_000_000_000, "
        "period: 2024}]\n"
    )
    write_files(tmp_path, {"claims/a.yaml": registry})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = f"Báo cáo\n\n1/3/2025\n\nNăm 2024, về cá ngừ, kim ngạch xuất khẩu là {number} USD.\n"
    assert [each.standing.value for each in linter.check("a.txt", text, "vi")] == [standing]


YEARBOOK = """\
metrics:
  students:
    {label: students of Lakeside University, unit: students, behaviour: stock, breakdown: {level: [first, higher]}}
  staff: {label: members of staff, unit: people, behaviour: stock}
  academics: {label: academics, unit: people, behaviour: stock}
  research: {label: research income, unit: GBP, behaviour: flow}
  abroad: {label: share of international students, unit: "%", behaviour: share}
source: {id: s, title: Facts and figures, publisher: Lakeside University, published: 2023-09-12, language: en}
claims:
  - {id: students-22, metric: students, quote: "19,064 students were enrolled", value: 19064, period: 2022}
  - {id: undergraduates, metric: students, quote: "14,212 undergraduates", value: 14212, period: 2022,
     dimensions: {level: first}}
  - {id: postgraduates, metric: students, quote: "4,852 postgraduates", value: 4852, period: 2022,
     dimensions: {level: higher}}
  - {id: staff-22, metric: staff, quote: "employs 3,196 people", value: 3196, period: 2023-09-12}
  - {id: academics-22, metric: academics, quote: "1,438 are academics", value: 1438, period: 2023-09-12}
  - {id: research-22, metric: research, quote: "Research income rose to £79.53 million", value: 79530000,
     period: 2022}
  - {id: abroad-22, metric: abroad, quote: "International students made up 26%", value: 26%, period: 2022}
"""
ARTICLE = """\
Lakeside keeps growing

3 October 2023

The university taught 19,064 people, 14,212 of them undergraduates and 4,852 working for higher degrees. More than a
quarter, 26%, came from abroad.

Its payroll has 3,196 names on it; 1,438 teach or do research, which brought in £79.5m.

A room costs £164 a week, and the boat race drew 7,350 spectators.
"""


def article_standings(tmp_path, *changes):
    write_files(tmp_path, {"claims/a.yaml": YEARBOOK})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = ARTICLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {each.quantity.text.lstrip("£"): each for each in linter.check("a.txt", text, "en")}


def test_an_article_repeats_a_report_in_other_words(tmp_path):
    found = article_standings(tmp_path)
    known = {text: each.figure.id for text, each in found.items() if each.standing is Standing.SAME_NUMBER}
    known |= {text: each.figure.id for text, each in found.items() if each.standing is Standing.AGREES}
    assert known == {
        "19,064": "students-22",
        "14,212": "undergraduates",
        "4,852": "postgraduates",
        "26%": "abroad-22",
        "3,196": "staff-22",
        "1,438": "academics-22",
        "79.5m": "research-22",
        "a quarter": "abroad-22",
    }
    assert {text for text, each in found.items() if each.standing is Standing.UNKNOWN} == {"164", "7,350"}


def test_a_slip_in_an_article_is_in_doubt(tmp_path):
    found = article_standings(tmp_path, ("3,196", "3,916"), ("4,852 working", "4,582 working"))
    doubted = {text: (each.figure.id, each.reason) for text, each in found.items() if each.severity}
    assert doubted == {"3,916": ("staff-22", Reason.SLIP), "4,582": ("postgraduates", Reason.SLIP)}
    assert "one slip away from “employs 3,196 people”" in found["3,916"].message


def test_one_number_alone_tells_nothing_of_what_a_text_is_about(tmp_path):
    write_files(tmp_path, {"claims/a.yaml": YEARBOOK})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = "The fair\n\n3 October 2023\n\n3,196 cakes were sold, and 4,582 cups of tea. It rained on 164 tents.\n"
    assert {each.standing for each in linter.check("a.txt", text, "en")} == {Standing.UNKNOWN}


def test_a_text_of_very_many_numbers_is_about_no_source_by_chance(tmp_path):
    numbers = range(101, 1000, 2)
    claims = "".join(
        f"  - {{id: c{n}, metric: m{n}, quote: {n} loads, value: {n}, period: 2024-12-31}}\n" for n in numbers
    )
    metrics = "".join(f"  m{n}: {{label: loads of ware w{n} in the sheds, unit: loads}}\n" for n in numbers)
    head = "source: {id: s, title: Wares, publisher: Harbour, published: 2025-01-10, language: en}\n"
    write_files(tmp_path, {"claims/a.yaml": f"metrics:\n{metrics}{head}claims:\n{claims}"})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = "Sales\n\n3 October 2025\n\n" + " ".join(f"The stall had {n} visitors." for n in numbers)
    found = list(linter.check("a.txt", text, "en"))
    assert len(found) == len(numbers)
    assert {each.standing for each in found} == {Standing.UNKNOWN}


def test_numbers_that_changed_places_are_in_doubt(tmp_path):
    swap = ("14,212 of them undergraduates and 4,852 working", "4,852 of them undergraduates and 14,212 working")
    found = article_standings(tmp_path, swap)
    doubted = {text: (each.figure.id, each.reason) for text, each in found.items() if each.severity}
    assert doubted == {"4,852": ("undergraduates", Reason.SWAPPED), "14,212": ("postgraduates", Reason.SWAPPED)}
    assert "changed places" in found["4,852"].message


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("News of Lakeside University", "disagrees"),
        ("News", "disagrees"),
        ("News of Moorside College", "doubtful"),
        ("NEWS OF THE COUNTY", "disagrees"),
    ],
)
def test_only_a_text_about_the_same_body_is_wrong(tmp_path, title, standing):
    write_files(tmp_path, {"claims/a.yaml": YEARBOOK})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = f"{title}\n\n3 October 2023\n\nIn 2022, research income rose to £84.2 million.\n"
    assert [each.standing.value for each in linter.check("a.txt", text, "en")] == [standing]


@pytest.mark.parametrize(("title", "standing"), [("News", "doubtful"), ("News of Moorside College", "unknown")])
def test_doubt_is_about_the_same_body_too(tmp_path, title, standing):
    write_files(tmp_path, {"claims/a.yaml": YEARBOOK})
    linter = Linter.of(Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF))
    text = f"{title}\n\nResearch income rose to £84.2 million.\n"
    assert [each.standing.value for each in linter.check("a.txt", text, "en")] == [standing]
