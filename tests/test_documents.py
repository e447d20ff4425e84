"""Documents to text: every format and encoding, and what is refused, by name."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata

import pytest
from conftest import check_folder, write_files
from library import EN, TEXTS, VI, write
from pdf import pdf_of

from factcheck.load.documents import leads_out, locate, parse_document, read_document
from factcheck.load.legacy import legacy_encoding
from factcheck.load.readers import readers
from factcheck.model.document import Document, Spot, Unreadable
from factcheck.read.normal import normal_text

LINE = "Thư viện tỉnh đã có hơn 44.200 bạn đọc đăng ký; số liệu được cập nhật hằng quý, kể cả sách quý hiếm của huyện."


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("ending", ["txt", "md", "html", "pdf", "docx"])
def test_every_format_gives_the_same_words(tmp_path, code, ending):
    document = read_document(write(tmp_path, code)[ending])
    assert isinstance(document, Document)
    for paragraph in TEXTS[code]:
        assert normal_text(paragraph) in normal_text(document.text)
    for furniture in ("12.393.083", "62821016", "Trang chủ", "var count"):
        assert furniture not in document.text


def test_every_reader_has_a_document_in_these_tests(tmp_path):
    assert {f".{ending}" for ending in write(tmp_path, "vi")} <= set(readers())
    modules = {reader.__module__.rpartition(".")[2] for reader in readers().values()}
    # A table holds no paragraphs: it has cases of its own.
    assert modules == {"txt", "md", "html", "pdf", "docx", "csv"}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258"]
)  # fmt: skip
def test_encodings_that_are_certain(encoding):
    text = f"{LINE}\r\n{LINE}"
    if encoding == "cp1258":
        # That code page has the letters with their shape, and the tones as marks of their own.
        text = "".join(_with_tone_apart(char) for char in text)
    document = parse_document("a.txt", text.encode(encoding))
    assert isinstance(document, Document)
    assert document.text == f"{LINE}\n{LINE}"


def _with_tone_apart(char):
    letters = unicodedata.normalize("NFD", char)
    tones = "".join(mark for mark in letters if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in tones)) + tones


# The same sentence as each encoding of old would show it in a font of Western letters.
TCVN3 = "Th­ viÖn tØnh ®· cã h¬n 44.200 b¹n ®äc ®¨ng ký; sè liÖu ®­îc cËp nhËt h»ng quý, kÓ c¶ s¸ch quý hiÕm cña huyÖn."
VNI = "Thö vieän tænh ñaõ coù hôn 44.200 baïn ñoïc ñaêng kyù; soá lieäu ñöôïc caäp nhaät haèng quyù, caû saùch quyù."
VISCII = (
    "Thß vi®n tïnh ðã có h½n 44.200 bÕn ð÷c ðång ký; s¯ li®u ðßþc c§p nh§t h¢ng quý, k¬ cä sách quý hiªm cüa huy®n."
)


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI"), (VISCII, "VISCII")])
def test_old_vietnamese_encodings_are_named_and_not_guessed_at(text, name):
    for refused in (parse_document("a.txt", text.encode("latin-1")), parse_document("a.txt", text.encode())):
        assert isinstance(refused, Unreadable)
        assert name in refused.en
        assert name in refused.vi


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_old_fonts_are_noticed_in_every_format(tmp_path, ending):
    refused = read_document(write(tmp_path, "old", (VNI, VNI, VNI))[ending])
    assert isinstance(refused, Unreadable)
    assert "VNI" in refused.en


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        unicodedata.normalize("NFD", LINE),
        "Un été à Noël où la forêt brûlée s'étend déjà près de l'île ; le garçon était très fâché, même à l'hôtel.",
        "Übermäßig größere Häuser für Mädchen können schön über große Flüsse führen, müssen aber öfter.",
        "São várias ações já não disponíveis até amanhã às três; você está à mesa, é só café.",
        "Revenue rose to £1,284m from £1,198m, profit to £96m from £88m, debt to £212m from £248m (£m, £bn, £pp).",
        "§ 5, § 6, § 7 and § 8: Foo® and Bar® at 38°C, 39°C, 40°C ± 1°C; 5 µg/m³, 6 µg/m³, 7 µg/m³; ¥5, ¥6, ¥7, ¥8.",
        "The library’s “new” branch – open to all – cost £5 million. It’s free, it’s warm; it’s the readers’ own.",
        "Doanh thu quý I, quý II, quý III, quý IV; quý I/2020, quý II/2020.",
    ],
)
def test_letters_of_other_languages_are_no_old_encoding(text):
    assert legacy_encoding(text) is None
    assert isinstance(parse_document("a.txt", text.encode()), Document)


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1", "ISO-8859-1"])
def test_a_page_is_read_in_the_encoding_that_it_names(name):
    page = f"<html><head><meta charset='{name}'></head><body><p>Profit rose to £96m, it said.</p></body></html>"
    found = parse_document("a.html", page.encode("cp1252"))
    assert isinstance(found, Document)
    assert "£96m" in found.text


@pytest.mark.parametrize("name", ["unicode_escape", "rot13", "nonsense", "utf-8", "euc-jp"])
def test_a_page_that_cannot_be_in_the_encoding_that_it_names_is_refused(name):
    page = f"<html><head><meta charset='{name}'></head><body><p>Profit rose to £96m, it said.</p></body></html>"
    assert isinstance(parse_document("a.html", page.encode("cp1252")), Unreadable)


def test_bytes_in_no_certain_encoding_are_refused_with_what_to_do():
    refused = parse_document("a.txt", "Café, £5,\nit’s cheap".encode("cp1252"))
    assert isinstance(refused, Unreadable)
    assert "byte 0xe9 on line 1 is not UTF-8" in refused.en
    assert "save the document as UTF-8" in refused.en
    cut = parse_document("a.txt", LINE.encode("utf-16")[:-1])
    assert isinstance(cut, Unreadable)
    assert isinstance(parse_document("a.txt", b"a\0b\0\0\0"), Unreadable)


def test_control_characters_are_no_fault_of_a_document():
    document = parse_document("a.txt", b"page one\x0c\x07page two \x1b[31m 5 books")
    assert isinstance(document, Document)
    assert "5 books" in document.text


def test_lines_and_pages():
    document = parse_document("a.pdf", pdf_of("one\ntwo", "three\nfour 44"))
    assert isinstance(document, Document)
    assert document.spot(document.text.index("two")) == Spot(2, 1, 1)
    assert document.spot(document.text.index("three")) == Spot(1, 1, 2)
    assert document.spot(document.text.index("44")) == Spot(2, 6, 2)
    assert Document("a\nbc").spot(3) == Spot(2, 2)


def test_markdown_keeps_its_lines():
    text = (
        "# Head\n\n<!-- a\nb -->\n> quoted **44.200** [readers](http://x/1_2)\n\n"
        "| a | b |\n|---|---|\n| 5 | 6 |\n[x]: http://y/7\nsnake_case_9"
    )
    document = parse_document("a.md", text.encode())
    assert isinstance(document, Document)
    lines = document.text.split("\n")
    assert len(lines) == text.count("\n") + 1
    assert lines[4] == "quoted 44.200 readers"
    assert lines[8] == "| 5 | 6 |"
    assert lines[-1] == "snake_case_9"
    assert "http" not in document.text


def test_a_page_whose_article_is_not_marked_is_read_whole_but_for_its_furniture():
    page = (
        "<body><form id=aspnet><div id=menu><ul>" + "<li><a href=x>Tin 5 khác</a></li>" * 6 + "</ul></div>"
        f"<div><p>{VI[1]}</p><p>{VI[2]}</p></div></form><footer>tel 99</footer></body>"
    )
    document = parse_document("a.html", page.encode())
    assert isinstance(document, Document)
    assert document.text == f"{VI[1]}\n{VI[2]}"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\x00" * 99, b"<" * 999])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.pdf", "a.docx"])
def test_broken_files_are_said_to_be_so(name, data):
    found = parse_document(name, data)
    assert isinstance(found, Document | Unreadable)
    if name in ("a.pdf", "a.docx"):
        assert isinstance(found, Unreadable)


def test_a_scan_is_said_to_be_one():
    for pages in (("", ""), ("\f", "\f")):
        refused = parse_document("a.pdf", pdf_of(*pages))
        assert isinstance(refused, Unreadable)
        assert "scan" in refused.en


def test_a_quote_that_may_stand_on_a_scanned_page_is_no_fault(tmp_path):
    claims = (
        "metrics: {m: {label: m}}\nsource: {id: s, language: en, document: a.pdf}\nclaims:\n"
        "  - {id: a, metric: m, quote: 500 books for children, value: 500}\n"
        "  - {id: b, metric: m, quote: about 70 rooms, value: 70, comparator: about}\n"
    )
    write_files(tmp_path, {"a.yaml": claims, "documents/b.txt": ""})
    (tmp_path / "documents" / "a.pdf").write_bytes(pdf_of("It lent 510 books for children.", "\f", ""))
    report = check_folder(tmp_path)
    assert [(finding.rule, finding.fault.claims) for finding in report.findings] == [("missing-quote", ("a",))]
    assert [(entry.what, entry.why.en) for entry in report.unchecked if "found" in entry.why.en] == [
        ("b", "quote not found, but pages of a.pdf are scans without text (2)")
    ]


def test_a_quote_from_around_the_main_text_is_no_fault(tmp_path):
    claims = (
        "metrics: {m: {label: m}}\nsource: {id: s, language: en, document: a.html}\nclaims:\n"
        "  - {id: a, metric: m, quote: 500 books for children, value: 500}\n"
        "  - {id: b, metric: m, quote: 70 rooms in all, value: 70}\n"
    )
    page = f"<body><main><p>{EN[1]}</p></main><aside><p>It has 70 rooms in all.</p></aside></body>"
    write_files(tmp_path, {"a.yaml": claims, "documents/a.html": page})
    report = check_folder(tmp_path)
    assert [(finding.rule, finding.fault.claims) for finding in report.findings] == [("missing-quote", ("a",))]
    assert [entry.what for entry in report.unchecked if "around the main text" in entry.why.en] == ["b"]


def test_types_that_are_not_read_name_those_that_are():
    refused = parse_document("a.doc", b"x")
    assert isinstance(refused, Unreadable)
    assert ".docx" in refused.en


@pytest.mark.parametrize(("name", "module"), [("a.pdf", "pypdfium2"), ("a.docx", "docx"), ("a.html", "selectolax")])
def test_a_missing_extra_is_named_with_its_command(name, module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, f"{module}.lexbor", None)
    refused = parse_document(name, b"x")
    assert isinstance(refused, Unreadable)
    assert "run: pip install 'factcheck[documents]'" in refused.en
    assert "pip install 'factcheck[documents]'" in refused.vi


def test_nothing_is_imported_before_it_is_needed(tmp_path):
    (tmp_path / "a.txt").write_text(EN[1])
    program = (
        "import sys\nfrom pathlib import Path\nfrom factcheck.load.documents import read_document\n"
        "read_document(Path('a.txt'))\n"
        "print([m for m in ('docx', 'lxml', 'pypdfium2', 'selectolax') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/passwd", "a/../../b.txt", "C:\\a.txt", "..\\a.txt", "\\\\host\\a.txt", "a\0b"]
)
def test_paths_that_lead_out(name, tmp_path):
    assert leads_out(name)
    assert locate(tmp_path, name) is None


def test_links_that_lead_out(tmp_path):
    inside = tmp_path / "documents"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("5 secrets")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "a.txt").write_text("5 books")
    (inside / "b.txt").symlink_to(inside / "a.txt")
    (inside / "folder").symlink_to(tmp_path)
    assert locate(inside, "link.txt") is None
    assert locate(inside, "folder/secret.txt") is None
    assert locate(inside, "b.txt") == inside / "b.txt"
    linked = tmp_path / "linked"
    linked.symlink_to(inside)
    assert locate(linked, "a.txt") == linked / "a.txt"


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", tmp_path, tmp_path / "absent.txt"):
        assert isinstance(read_document(path), Unreadable)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["*a" * 300_000, "[" * 300_000, "<!--" * 150_000, "`" * 300_000, "_a" * 200_000])
def test_hostile_markdown_comes_to_an_end(text):
    assert isinstance(parse_document("a.md", text.encode()), Document)


def test_deep_pages_are_read():
    page = "<div>" * 20_000 + "<p>5 books</p>"
    document = parse_document("a.html", page.encode())
    assert isinstance(document, Document)
    assert "5 books" in document.text


def test_cells_of_a_web_page_are_divided_by_tabs():
    page = (
        "<main><h1>Figures</h1><table><tr><th>Year</th><th>Visits<br>of all</th><th></th></tr>"
        "<tr><td>2023</td><td><p>12,</p>480</td><td><div>43</div></td></tr></table>"
        "<table><tr><td><p>One paragraph.</p><p>" + "Another. " * 30 + "</p></td></tr></table></main>"
    )
    document = parse_document("a.html", page.encode())
    assert isinstance(document, Document)
    nested = "<table><tr><td><table><tr><td>1</td></tr><tr><td>2</td></tr></table></td></tr></table>"
    inner = parse_document("b.html", f"<main>{nested}</main>".encode())
    assert isinstance(inner, Document)
    assert [line.strip() for line in inner.text.split("\n")] == ["1", "2"]
    lines = document.text.split("\n")
    assert lines[:4] == ["Figures", "Year\tVisits of all\t", "2023\t12, 480\t43", "One paragraph."]


def test_cells_over_several_columns_or_rows_leave_the_others_empty():
    page = (
        "<table><tr><th rowspan=2>Chỉ tiêu</th><th colspan='2'>Năm 2023</th><th rowspan=2>%</th></tr>"
        "<tr><th>KH</th><th>TH</th></tr><tr><td>Thu</td><td>430</td><td>456</td><td>106</td></tr>"
        "<tr><td rowspan=3>Chi</td><td>1</td><td colspan=2>2</td></tr><tr><td>3</td></tr></table><p>Hết.</p>"
    )
    document = parse_document("a.html", page.encode())
    assert document.text.split("\n") == [
        "Chỉ tiêu\tNăm 2023\t\t%",
        "\tKH\tTH\t",
        "Thu\t430\t456\t106",
        "Chi\t1\t2\t",
        "\t3",
        "Hết.",
    ]


@pytest.mark.parametrize("span", ["0", "-3", "²", "9" * 5000, "x", ""])
def test_any_span_of_a_cell(span):
    page = f"<table><tr><td colspan='{span}' rowspan='{span}'>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    document = parse_document("a.html", page.encode())
    assert document.text.split() == ["a", "b", "c"]
    assert len(document.text) < 200


def test_a_merged_cell_of_a_word_document_is_said_once(tmp_path):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for row, texts in enumerate([("Chỉ tiêu", "Năm 2023", ""), ("", "KH", "TH"), ("Thu", "430", "456")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    made.save(tmp_path / "a.docx")
    text = parse_document("a.docx", (tmp_path / "a.docx").read_bytes()).text
    assert [line.split("\t") for line in text.split("\n") if "\t" in line] == [
        ["Chỉ tiêu", "Năm 2023", ""],
        ["", "KH", "TH"],
        ["Thu", "430", "456"],
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('Year,Visits\r\n2022,"44,870"\r\n', ["Year\tVisits", "2022\t44,870"]),
        ("Chỉ tiêu;TH 2022;KH 2023\nThu;412,5;430\n", ["Chỉ tiêu\tTH 2022\tKH 2023", "Thu\t412,5\t430"]),
        ("sep=;\na,b;c\n", ["a,b\tc"]),
        ('a;"b\nc";d\n1;2;3\n', ["a\tb c\td", "1\t2\t3"]),
        ("a\tb\n1,5\t2,5\n", ["a\tb", "1,5\t2,5"]),
        ("one line of words alone\n", ["one line of words alone"]),
        ("", [""]),
    ],
)
def test_a_table_saved_as_text(text, lines):
    document = parse_document("a.csv", text.encode())
    assert isinstance(document, Document)
    assert document.text.split("\n") == lines


def test_any_bytes_are_a_table_or_are_refused():
    for data in (b"\x00,\x00", b'"' * 50_000, b'a,"' + b"b" * 300_000, b"\xff\xfe\xff", b"," * 100_000):
        assert isinstance(parse_document("a.csv", data), Document | Unreadable)
