"""A registry checked in parts says what it says as a whole, however it is cut, and whichever process does it."""

from __future__ import annotations

import shutil

import pytest
import yaml
from conftest import AS_OF, ROOT, write_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model.report import Layout
from factcheck.pipeline import examine, partition
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.output import rule_cards
from factcheck.pipeline.plan import Request
from factcheck.report import render

FOLDERS = [*sorted({path.parent for path in ROOT.glob("tests/cmd/*/in/**/*.y*ml")}), ROOT / "claims"]


def request_of(folder):
    documents = folder.parent / "documents"
    return Request(roots=(folder,), base=folder, as_of=AS_OF, documents=documents if documents.is_dir() else None)


def said_of(folder):
    report = check_registry(request_of(folder))
    layout = Layout(
        width=100, colour=False, lang="en", read_line=lambda *_: "", address=str, rules=rule_cards(), version="1"
    )
    return "\n".join(render(name, report, layout) for name in ("full", "json", "junit"))


def parts_of(monkeypatch, fewest, one_in):
    monkeypatch.setattr(partition, "_FEWEST_CLAIMS", fewest)
    monkeypatch.setattr(partition, "_ONE_IN", one_in)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_each_component_apart_or_all_together(folder, monkeypatch):
    parts_of(monkeypatch, 10**6, 10**6)
    whole = said_of(folder)
    parts_of(monkeypatch, 1, 1)
    assert said_of(folder) == whole


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "rules").glob("*.yaml")), ids=lambda path: path.stem)
def test_each_case_of_a_rule(path, tmp_path, monkeypatch):
    for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")).values()):
        folder = write_files(tmp_path / str(number) / "claims", case["files"])
        parts_of(monkeypatch, 10**6, 10**6)
        whole = said_of(folder)
        parts_of(monkeypatch, 1, 1)
        assert said_of(folder) == whole


def test_in_one_process_or_in_two(monkeypatch):
    parts_of(monkeypatch, 1, 1)
    here = said_of(ROOT / "claims")
    monkeypatch.setattr(examine, "_WORTH_SHARING", 0)
    monkeypatch.setattr(examine, "cores", lambda: 2)
    assert said_of(ROOT / "claims") == here


METRICS = """\
metrics:
  m: {label: số hồ sơ, unit: hồ sơ, behaviour: flow}
  n: {label: số tài khoản, unit: tài khoản, behaviour: cumulative, max_change: 2, valid_for: P1Y}
  b: {label: số cuộc gọi, behaviour: stock, breakdown: {kind: [x, y]}}
  s: {label: tỷ lệ, unit: "%", behaviour: share, whole: all}
  t: {label: tỷ lệ khác, unit: "%", behaviour: share, whole: all}
  g: {label: mức tăng, unit: "%", behaviour: growth}
"""
VALUES = st.integers(1, 60)
CLAIM = st.tuples(
    st.sampled_from("mnbstgq"), VALUES, st.sampled_from(["2020", "2021", "2021-Q1", "2020-06-30", ""]),
    st.sampled_from(["", "kind: x", "kind: y", "kind: x, place: z"]),
    st.sampled_from(["", "comparator: over", "status: target", "of: 20", "change: {of: c1}", "quote: có 12 hồ sơ"]),
)  # fmt: skip
RELATION = st.sampled_from(
    ["c0 = c1 + c2", "c3 <= c4", "m[kind=x] <= m", "n = m + m", "c5 = c9", "c1 / c2 = c6", "c0 + = c1", "s <= t"]
)


def written(number, claims, relations):
    """Return a claim file; ids go on from file to file, and some claims have an exception or the id of another."""
    lines = [f"source: {{id: s{number}, published: 202{number + 1}-02-01, language: vi}}", "claims:"]
    for at, (metric, value, period, dimensions, more) in enumerate(claims):
        share = "%" if metric in "stg" and "of" not in more else ""
        parts = [f"id: c{at * 2 + number}", f"metric: {metric}", f"value: {value}{share}"]
        parts += [f"period: {period}"] if period else []
        parts += [f"dimensions: {{{dimensions}}}"] if dimensions else []
        parts += [more] if more else []
        parts += ["allow: [{rule: conflicting-values, with: [c2], because: hai cách đếm}]"] if value % 7 == 0 else []
        lines.append(f"  - {{{', '.join(parts)}}}")
    return "\n".join([*lines, "relations:", *(f'  - holds: "{relation}"' for relation in relations), ""])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.lists(CLAIM, max_size=8), st.lists(RELATION, max_size=3)), min_size=1, max_size=2))
def test_any_registry(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("parts")
    texts = {f"{number}.yaml": written(number, *content) for number, content in enumerate(files)}
    write_files(folder, {"metrics.yaml": METRICS, **texts})
    with pytest.MonkeyPatch.context() as monkeypatch:
        parts_of(monkeypatch, 10**6, 10**6)
        whole = said_of(folder)
        parts_of(monkeypatch, 1, 1)
        assert said_of(folder) == whole
    shutil.rmtree(folder)
