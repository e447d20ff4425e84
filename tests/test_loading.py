"""Loading: broken input is a finding with its place, the rest is still checked, and nothing ever raises."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from conftest import ROOT, check_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.load import events
from factcheck.load.build import slug
from factcheck.load.keys import RECORDS, Shape
from factcheck.load.registry import load_registry
from factcheck.model.severity import Severity
from factcheck.pipeline.output import line_reader
from factcheck.pipeline.plan import Request

GOOD = """\
metrics: {m: {label: tài khoản}}
claims:
  - {id: good, metric: m, value: 1, quote: 2 hồ sơ}
"""


def places(report):
    return [(f.rule, f.fault.wording, f.fault.place.line, f.fault.place.column) for f in report.findings]


def test_the_rest_of_the_registry_is_still_checked(check_files):
    report = check_files({"bad.yaml": "claims:\n  - {id: x\n", "good.yaml": GOOD})
    assert ("misread-value", "value", 3, 34) in places(report)
    assert [entry.what for entry in report.unchecked if "to its end" in entry.why.en] == ["bad.yaml"]


def test_what_stands_before_broken_yaml_is_kept(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD + "  - {id: later, metric: m, value: 1\n  - {id: x", encoding="utf-8")
    loaded = load_registry((tmp_path,), tmp_path)
    assert list(loaded.registry.claims) == ["good"]
    assert loaded.registry.incomplete == ("a.yaml",)


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        ('"hơn 44.200', ""),
        ("'hơn 44.200", ""),
        ('"hơn 44.200', '  - id: b\n    metric: m\n    quote: "171 nghìn"\n    value: 171_000\n'),
        ("'hơn 44.200", "    note: it's\n"),
        ('"hơn 44.200', "---\nclaims: []\n"),
        ('"hơn \\" 44.200', '    note: a "b" c\n'),
    ],
)
@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader])
def test_a_quotation_mark_that_is_not_closed_is_shown_where_it_opens(monkeypatch, check_files, value, rest, parser):
    monkeypatch.setattr(events, "_Parser", parser)
    text = f"claims:\n  - id: c\n    metric: m\n    value: 1\n  - id: a\n    metric: m\n    quote: {value}\n"
    report = check_files({"a.yaml": f"{text}    value: 44_200\n{rest}", "good.yaml": GOOD})
    (fault,) = [each.fault for each in report.findings if each.fault.wording == "unclosed-quote"]
    assert (fault.place.line, fault.place.column) == (7, 12)
    assert sorted(report.registry.claims) == ["c", "good"]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\n  y"\nb: "z" c\n',
        'a: "x"\nb: [1\n',
        'a: "x\n  y"\n\n c: 1\n',
        'a: {b: "x\n  y" c: 1}\n',
        'a: [b, "x\n  y"}\n',
        'a: "x\n  y"}\n',
        'a: "x\n  y", b: 1\n',
        "a: 'x\n  y': 3\n",
        'a: "x\n  y" # z\n c: 1\n',
    ],
)
def test_what_else_is_no_yaml_is_not_laid_to_a_quotation_mark(check_files, text):
    report = check_files({"a.yaml": text})
    assert "not-yaml" in [finding.fault.wording for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "indented"),
    [
        ("claims:\n  - id: a\n    metric: m\n   value: 1\n", 4),
        ("claims:\n- id: a\n  value: 1\n value: 1\n", 2),
        ("claims:\n  - id: a\n    value: 1\n    quote:\n      prefix: b\n     exact: c\n", 6),
        ("metrics:\n  m:\n    allow:\n      - rule: r\n       because: c\n", 8),
        ("metrics:\n  m:\n     label: l\n   unit: u\n", 5),
    ],
)
@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader])
@pytest.mark.parametrize("end", ["", "claims: []\n"])
def test_what_a_wrong_indentation_cuts_off_is_not_said_to_lack_anything(
    monkeypatch, check_files, text, indented, end, parser
):
    monkeypatch.setattr(events, "_Parser", parser)
    report = check_files({"a.yaml": text + end, "good.yaml": GOOD})
    (fault,) = [finding.fault for finding in report.findings if finding.fault.place.path == "a.yaml"]
    last = text.splitlines()[-1]
    assert (fault.wording, fault.place.line) == ("bad-indentation", text.count("\n"))
    assert fault.place.column == len(last) - len(last.lstrip()) + 1
    assert fault.facts["detail"] == str(indented)
    assert list(report.registry.claims) == ["good"]


@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader])
@pytest.mark.parametrize("end", ["", "\n   ", "\n   # more to come", "\n  - {id: x"])
def test_a_record_before_a_rest_that_is_not_indented_wrongly_is_kept(monkeypatch, check_files, end, parser):
    monkeypatch.setattr(events, "_Parser", parser)
    report = check_files({"a.yaml": "claims:\n  - id: a\n    metric: m\n    value: 1" + end, "good.yaml": GOOD})
    assert set(report.registry.claims) == {"good", "a"}


def test_encodings(tmp_path):
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    (tmp_path / "utf16.yaml").write_bytes(GOOD.replace("good", "wide").replace("m:", "n:").encode("utf-16"))
    (tmp_path / "latin.yaml").write_bytes(b"claims: []\nmetrics: {m: {label: t\xe0i}}\n")
    (tmp_path / "control.yaml").write_bytes(b"claims: []\n# \x1b[31m\n")
    report = check_folder(tmp_path)
    assert {"good", "wide"} <= set(report.registry.claims)
    encodings = [(f.fault.place.path, *place[2:]) for f, place in zip(report.findings, places(report), strict=True)
                 if f.fault.wording == "bad-encoding"]  # fmt: skip
    assert encodings == [("control.yaml", 2, 3), ("latin.yaml", 2, 23)]


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path):
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    report = check_folder(tmp_path)
    assert report.registry.claims
    (tmp_path / "gone.yaml").unlink()


def test_a_file_counts_by_its_own_name_not_by_that_of_a_link_to_it(tmp_path):
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    for name, target in (("a.yaml", "b.yaml"), ("c.yaml", "b.yaml"), ("d.yaml", ".hidden/e.yaml")):
        (tmp_path / name).symlink_to(tmp_path / target)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "e.yaml").write_text(GOOD.replace("good", "other"), encoding="utf-8")
    report = check_folder(tmp_path)
    assert sorted(report.registry.files) == ["b.yaml", "d.yaml"]


def test_a_link_out_of_the_registry_is_not_followed(tmp_path):
    inside, outside = tmp_path / "claims", tmp_path / "secret.yaml"
    inside.mkdir()
    outside.write_text(GOOD, encoding="utf-8")
    (inside / "link.yaml").symlink_to(outside)
    (inside / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "elsewhere").mkdir()
    report = check_folder(inside)
    assert not report.registry.claims
    assert [entry.why.en for entry in report.unchecked] == [
        "the link leads out of the registry",
        "a linked folder is not followed",
    ]


def test_raw_scalars_are_kept(tmp_path):
    typed = ["44.200", "1.10", "010", "1_000", "-50%", "+3"]
    claims = "".join(f"  - {{id: c{i}, metric: m, value: {raw}}}\n" for i, raw in enumerate(typed))
    (tmp_path / "a.yaml").write_text("metrics: {m: {label: m}}\nclaims:\n" + claims, encoding="utf-8")
    registry = load_registry((tmp_path,), tmp_path).registry
    assert [claim.value.raw for claim in registry.claims.values()] == typed
    assert [str(claim.value.readings[-1].value) for claim in registry.claims.values()] == [
        "44200", "11/10", "10", "1000", "-1/2", "3",
    ]  # fmt: skip
    assert registry.claims["c2"].fields["value"] == ("010", 5, 32, True)


def test_the_order_of_files_never_matters(check_files):
    first = check_files({"a.yaml": GOOD, "b.yaml": GOOD.replace("good", "other").replace("m:", "n:")})
    second = check_files({"b.yaml": GOOD.replace("good", "other").replace("m:", "n:"), "a.yaml": GOOD})
    assert [f.order for f in first.findings] == [f.order for f in second.findings]


def test_slug():
    assert slug("Báo cáo số 5: Đà Nẵng") == "bao-cao-so-5-da-nang"
    assert slug("2020 report") == "report"
    assert slug("???") == ""


def test_every_key_says_what_it_means():
    for record, keys in RECORDS.items():
        assert len({key.name for key in keys}) == len(keys)
        for key in keys:
            assert key.about.endswith((".", "=")) or key.shape is Shape.PERIOD, (record, key.name)
            assert bool(key.choices) == (key.shape is Shape.CHOICE)
            assert not key.record or key.record in RECORDS


REGISTRY = (ROOT / "claims" / "vinhphuc-2020-02-13.yaml").read_text(encoding="utf-8")


def check_text(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / "a.yaml").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return check_folder(folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.integers(0, len(REGISTRY)),
    st.text(alphabet=" :-[]{}&*!|>'\"\n\t#%@`,?0a.\u00e0\x00\u202e", max_size=4),
    st.integers(0, 9),
)
def test_a_registry_with_anything_typed_into_it_is_checked(tmp_path, at, typed, dropped):
    report = check_text(tmp_path / "fuzz", REGISTRY[:at] + typed + REGISTRY[at + dropped :])
    for finding in report.findings:
        assert finding.fault.place.line >= 1
        assert finding.severity in Severity


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_checked(tmp_path, data):
    check_text(tmp_path / "bytes", data)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["id", "metric", "value", "claims", "metrics", "source", "quote", "exact", "of", "change", "allow", "with",
         "holds", "relations", "dimensions", "label", "breakdown", "period", "rule", "because"]), inner, max_size=6),
    max_leaves=30,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(values)
def test_any_yaml_is_checked(tmp_path, value):
    check_text(tmp_path / "yaml", yaml.safe_dump(value, allow_unicode=True))


@pytest.mark.parametrize("brk", ["\u2028", "\u2029", "\x85", "\r", "\r\n", "\n"])
def test_excerpts_are_of_the_lines_that_positions_count(tmp_path, brk):
    text = f'claims: []\nmetrics: {{m: {{label: "a{brk}  b"}}}}\nzzz: 1\n'
    (tmp_path / "a.yaml").write_bytes(text.encode())
    (fault,) = [finding.fault for finding in check_folder(tmp_path).findings]
    read_line = line_reader(Request(roots=(tmp_path,), base=tmp_path, as_of=date(2026, 1, 31)))
    assert read_line("a.yaml", fault.place.line) == "zzz: 1"
