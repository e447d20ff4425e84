"""The cache: the same bytes with and without it, nothing kept that has changed, nothing believed that others made."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from datetime import date
from random import Random

import pytest
from conftest import ROOT, write_files
from test_cmd import ENVIRONMENT
from test_parts import FOLDERS

from benchmarks.large import write_registry
from factcheck.load.cache import FOLDER, open_cache
from factcheck.pipeline import partition
from factcheck.pipeline.examine import examine, read_files
from factcheck.pipeline.listing import list_files
from factcheck.pipeline.plan import Request

DAY = ("--as-of", "2026-01-31")


@pytest.fixture
def folder(tmp_path):
    write_registry(tmp_path / "work" / "claims", 1000, 10)
    return tmp_path / "work"


@pytest.fixture
def check(folder):
    def run(*arguments, home="home", **environment):
        return subprocess.run(
            [sys.executable, "-m", "factcheck", "check", *DAY, *arguments],
            cwd=folder,
            env={**ENVIRONMENT, "XDG_CACHE_HOME": str(folder.parent / home), **environment},
            capture_output=True,
            check=False,
        )

    return run


def outcome(result):
    return result.returncode, result.stdout, result.stderr


def entries(folder):
    return {path: path.stat().st_mtime_ns for path in (folder / FOLDER).glob("??/*")}


@pytest.mark.parametrize("output", ["full", "json", "sarif"])
def test_the_same_bytes_with_and_without(check, output, folder):
    without = outcome(check("--no-cache", "--output-format", output))
    assert not (folder / FOLDER).exists()
    assert outcome(check("--output-format", output)) == without
    made = set(entries(folder))
    assert made
    assert outcome(check("--output-format", output)) == without
    assert set(entries(folder)) == made


def test_files_and_summary_are_written_again(check, folder):
    first = check("-o", "a.sarif", "--output-format", "github", GITHUB_STEP_SUMMARY="summary.md")
    written = (folder / "a.sarif").read_bytes(), (folder / "summary.md").read_bytes()
    (folder / "a.sarif").unlink()
    (folder / "summary.md").unlink()
    assert outcome(check("-o", "a.sarif", "--output-format", "github", GITHUB_STEP_SUMMARY="summary.md")) == outcome(
        first
    )
    assert ((folder / "a.sarif").read_bytes(), (folder / "summary.md").read_bytes()) == written


def test_a_file_that_changes_is_read_again_and_no_other(check, folder):
    before = check("--output-format", "concise")
    made = set(entries(folder))
    path = folder / "claims" / "report-004.yaml"
    text = path.read_text("utf-8")
    start = text.index("value: ") + len("value: ")
    path.write_text(text[:start] + "9" + text[start:], encoding="utf-8")
    after = check("--output-format", "concise")
    assert after.stdout != before.stdout
    assert outcome(check("--no-cache", "--output-format", "concise")) == outcome(after)
    # One file, the report, and the parts of the registry that the file speaks of.
    assert 3 <= len(set(entries(folder)) - made) < len(made)


def test_settings_that_change_what_is_said(check):
    said = [
        check("--output-format", "concise"),
        check("--output-format", "concise", "--lang", "vi"),
        check("--output-format", "concise", "claims/report-003.yaml"),
        check("--output-format", "concise", "--quiet"),
        check("--output-format", "concise", "--color", "always"),
    ]
    assert len({result.stdout for result in said}) == len(said)
    assert check("--fail-on", "error").returncode == 1
    assert check("--output-format", "concise").stdout == said[0].stdout


def test_a_document_that_changes(check, folder):
    (folder / "documents").mkdir()
    document = folder / "documents" / "report.txt"
    path = folder / "claims" / "report-000.yaml"
    path.write_text(
        path.read_text("utf-8").replace("  language: vi", "  language: vi\n  document: report.txt", 1), "utf-8"
    )
    missing = check("--documents", "documents", "--output-format", "json")
    assert outcome(check("--documents", "documents", "--output-format", "json")) == outcome(missing)
    document.write_text("không có gì ở đây\n", encoding="utf-8")
    os.utime(document, (1, 1))
    there = check("--documents", "documents", "--output-format", "json")
    assert there.stdout != missing.stdout
    assert outcome(check("--documents", "documents", "--output-format", "json")) == outcome(there)
    document.write_text(
        "\n".join(line.partition("quote: ")[2] for line in path.read_text("utf-8").splitlines()), "utf-8"
    )
    assert check("--documents", "documents", "--output-format", "json").stdout not in (there.stdout, missing.stdout)


def test_what_another_made_is_not_believed(check, folder):
    honest = outcome(check("--output-format", "concise"))
    for path in entries(folder):
        data = path.read_bytes()
        path.write_bytes(data[:32] + pickle.dumps("nothing to see here"))
    assert outcome(check("--output-format", "concise")) == honest
    assert outcome(check("--output-format", "concise", home="another home")) == honest


def test_an_entry_cut_short_is_not_believed(check, folder):
    honest = outcome(check("--output-format", "concise"))
    for path in entries(folder):
        path.write_bytes(path.read_bytes()[:-1])
    assert outcome(check("--output-format", "concise")) == honest


def test_two_processes_at_once(folder, check):
    expected = outcome(check("--no-cache", "--output-format", "json"))
    command = [sys.executable, "-m", "factcheck", "check", *DAY, "--output-format", "json"]
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": str(folder.parent / "home")}
    started = [subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate()[0], process.returncode) for process in started] == [(expected[1], expected[0])] * 3


def test_where_nothing_can_be_kept(check, folder):
    expected = outcome(check("--no-cache"))
    (folder.parent / "no folder").write_text("")
    assert outcome(check(home="no folder")) == expected
    (folder / FOLDER).write_text("a file where the folder should be")
    assert outcome(check()) == expected


def test_git_ignores_it_and_the_registry_does_not_hold_it(check, folder):
    check("claims")
    assert (folder / FOLDER / ".gitignore").read_text("utf-8").endswith("*\n")
    check(str(folder / "claims"))
    assert (
        check("--output-format", "json", "claims").stdout
        == check("--output-format", "json", "--no-cache", "claims").stdout
    )


def test_a_small_registry_is_not_kept(check, folder):
    for path in (folder / "claims").glob("report-*.yaml"):
        path.unlink()
    write_files(folder, {"claims/metrics.yaml": "metrics: {m: {label: m}}\nclaims: [{id: c, metric: m, value: 1}]\n"})
    assert check().returncode == 0
    assert not (folder / FOLDER).exists()


def test_what_has_long_not_been_used_goes(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    cache = open_cache(tmp_path / FOLDER)
    for name in ("old", "new"):
        cache.put(cache.name(name), name)
    old = tmp_path / FOLDER / cache.name("old")[:2] / cache.name("old")[2:]
    os.utime(old, (1, 1))
    cache.tidy()
    assert (cache.get(cache.name("old")), cache.get(cache.name("new"))) == (None, "new")


def test_only_the_part_of_a_claim_that_changes_is_checked_again(check, folder):
    check("--output-format", "concise")
    made = set(entries(folder))
    path = folder / "claims" / "report-004.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    note: ", "    note: Lần hai. ", 1), encoding="utf-8")
    assert outcome(check("--output-format", "concise")) == outcome(check("--no-cache", "--output-format", "concise"))
    # The file, the report, and one part of the registry.
    assert len(set(entries(folder)) - made) == 3


@pytest.mark.parametrize("at", ["source:", "claims:", "  - id: r40-b000-5"])
def test_lines_that_only_move_others_have_nothing_checked_again(check, folder, at):
    check("--output-format", "json")
    made = set(entries(folder))
    path = folder / "claims" / "report-004.yaml"
    text = path.read_text("utf-8")
    assert text.count(f"{at}\n") == 1
    path.write_text(text.replace(f"{at}\n", f"\n# một dòng\n{at}\n"), encoding="utf-8")
    moved = check("--output-format", "json")
    # The file and the report.
    assert len(set(entries(folder)) - made) == 2
    assert outcome(moved) == outcome(check("--output-format", "json", "--no-cache"))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("metrics.yaml", "  f00-received:", "  new: {label: mới}\n  f00-received:"),
        ("report-004a.yaml", "", "source: {id: new, language: vi}\nclaims: [{id: a, metric: new, value: 1}]\n"),
    ],
)
def test_what_a_part_does_not_name_has_it_not_checked_again(check, folder, name, old, new):
    check("--output-format", "json")
    made = set(entries(folder))
    path = folder / "claims" / name
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = check("--output-format", "json")
    # The file and the report, and a part for what is new.
    assert len(set(entries(folder)) - made) == 2 + (not text)
    assert outcome(after) == outcome(check("--output-format", "json", "--no-cache"))


BESIDE = """\
metrics:
  m: {label: số hồ sơ, unit: hồ sơ, behaviour: flow}
  n: {label: số văn bản, unit: hồ sơ, behaviour: flow}
  p: {label: tỷ lệ, unit: "%", behaviour: share}
source: {id: s, language: vi, published: 2022-08-20}
claims:
  - {id: total, metric: m, value: 65_834}
  - {id: a, metric: m, value: 11_497}
  - {id: late, metric: m, value: 13}
  - {id: share, metric: p, quote: "82,5166%", value: 82.5166%}
  - {id: b, metric: m, value: 61_283}
relations:
  - holds: total = a + b + late
  - holds: b / total = share
"""


def _checked(root, cache=None):
    request = Request(roots=(root / "claims",), base=root, as_of=date(2026, 1, 31))
    return examine(read_files(list_files(request.roots, request.base), cache=cache), request, cache)


def assert_same(kept, made):
    for part in ("findings", "unchecked", "figures", "exceptions", "claims_with_quote", "relations_checked"):
        assert getattr(kept, part) == getattr(made, part), part


@pytest.fixture
def smallest_parts(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(partition, "_FEWEST_CLAIMS", 1)
    monkeypatch.setattr(partition, "_ONE_IN", 1)


@pytest.mark.usefixtures("smallest_parts")
@pytest.mark.parametrize("step", [-2, -1, 1, 2])
def test_a_part_is_checked_again_where_the_claim_beside_it_changes(tmp_path, step):
    cache = open_cache(tmp_path / FOLDER)
    rows = BESIDE.splitlines(keepends=True)
    at = next(number for number, row in enumerate(rows) if "id: b," in row)
    between = "  - {id: apart, metric: n, value: 7}\n" if abs(step) > 1 else ""
    whys = []
    for value in ("11_111", "61_283"):
        other = f"  - {{id: other, metric: n, value: {value}}}\n"
        new = [rows[at], between, other] if step > 0 else [other, between, rows[at]]
        write_files(tmp_path, {"claims/a.yaml": "".join([*rows[:at], *new, *rows[at + 1 :]])})
        kept = _checked(tmp_path, cache)
        assert kept.findings == _checked(tmp_path).findings
        whys.append(" ".join(repair.english for finding in kept.findings for repair in finding.repairs))
    assert ["taken from other beside it" in why for why in whys] == [False, True]


def _edit(lines, chance):
    """Change a claim file in one of the ways in which people do; claims have twelve lines each."""
    at = [number for number, line in enumerate(lines) if line.startswith("  - id: ")]
    number = chance.randrange(len(at) - 1)
    one, after = at[number], at[number + 1]
    match chance.randrange(8):
        case 0:
            lines[one + 3] = f"    value: {chance.randrange(1, 99_999)}\n"
        case 1:
            lines[one + 2], lines[after + 2] = lines[after + 2], lines[one + 2]
        case 2:
            # The value of the claim beside, which a repair may name.
            lines[one + 3] = lines[after + 3]
        case 3:
            del lines[one:after]
        case 4:
            lines.insert(one, "\n")
        case 5:
            lines[one:one] = [line.replace("id: ", "id: again-", 1) for line in lines[one:after]]
        case 6:
            # The same id twice.
            lines[one:one] = lines[one:after]
        case 7:
            # As many lines as before, with others between them.
            lines[one:after] = ["\n", *(line for line in lines[one:after] if not line.startswith("    note: "))]


def _edit_head(lines, chance):
    """Change what is said of a source, or write above it."""
    at = {line.split(":")[0].strip(): number for number, line in enumerate(lines[:8])}
    match chance.randrange(3):
        case 0:
            lines[0:0] = ["# lời\n"] * chance.randrange(1, 4)
        case 1:
            lines[at["title"]] += "  document: tài liệu.txt\n"
        case 2:
            lines[at["published"]] = f"  published: 2022-0{chance.randrange(1, 10)}-20\n"


def _define(lines, chance):
    """Change the metrics."""
    at = [number for number, line in enumerate(lines) if line.startswith("  f")]
    line = chance.choice(at)
    match chance.randrange(3):
        case 0:
            lines[line] = lines[line].replace("label: ", "label: số ", 1)
        case 1:
            lines.insert(line, f"  new-{len(lines)}: {{label: mới}}\n")
        case 2:
            lines.insert(line, "\n")


@pytest.mark.usefixtures("smallest_parts")
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_the_parts_kept_are_those_that_would_be_made(tmp_path, seed):
    claims = tmp_path / "claims"
    write_registry(claims, 2000, 4)
    cache = open_cache(tmp_path / FOLDER)
    chance = Random(seed)
    for _ in range(15):
        path = chance.choice([claims / "metrics.yaml", *sorted(claims.glob("report-*.yaml"))])
        lines = path.read_text("utf-8").splitlines(keepends=True)
        (_define if path.stem == "metrics" else chance.choice([_edit, _edit, _edit_head]))(lines, chance)
        path.write_text("".join(lines), encoding="utf-8")
        kept, made = _checked(tmp_path, cache), _checked(tmp_path)
        assert_same(kept, made)


@pytest.mark.usefixtures("smallest_parts")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_wherever_lines_come_in_between(tmp_path, folder):
    shutil.copytree(folder, tmp_path / "claims")
    cache = open_cache(tmp_path / FOLDER)
    chance = Random(0)
    _checked(tmp_path, cache)
    for _ in range(3):
        for path in sorted((tmp_path / "claims").rglob("*.y*ml")):
            lines = path.read_bytes().splitlines(keepends=True)
            for at in sorted(chance.choices(range(len(lines)), k=2), reverse=True) if lines else ():
                lines.insert(at, chance.choice([b"\n", b"# a\n", b"\n\n"]))
            path.write_bytes(b"".join(lines))
        assert_same(_checked(tmp_path, cache), _checked(tmp_path))


ODD = """\
source: {id: s, language: vi}
claims:
  - {id: a, metric: nowhere, source: nobody, value: 1}
  - {id: b, metric: m, value: 1.000, allow: [{rule: no-rule, because: thử}]}
  - {id: c, metric: m, value: 2, period: sometime, change: {of: nothing, since: 2020, kind: relative}}
relations:
  - {holds: c = a + none}
  - {holds: c = }
"""


@pytest.mark.usefixtures("smallest_parts")
@pytest.mark.parametrize("more", ["", "  b: {label: b}\n", "  nowhere: {label: n}\n"])
def test_names_that_are_new_or_that_nothing_has(tmp_path, more):
    cache = open_cache(tmp_path / FOLDER)
    write_files(tmp_path, {"claims/a.yaml": ODD, "claims/m.yaml": "metrics:\n  m: {label: m}\n"})
    before = _checked(tmp_path, cache)
    assert {each.rule for each in before.findings} >= {"malformed-claim", "unknown-reference"}
    write_files(tmp_path, {"claims/a.yaml": f"\n{ODD}", "claims/m.yaml": f"metrics:\n  m: {{label: m}}\n{more}"})
    made = _checked(tmp_path)
    assert made.findings != before.findings
    assert_same(_checked(tmp_path, cache), made)


REPEATED = """\
claims:
  - {id: a, metric: &m m, value: 1}
  - {id: b, metric: n, value: 2}
  - {id: c, metric: *m, value: &v 3}
  - {id: d, metric: o, value: *v, quote: 4}
metrics: {m: {label: m}, n: {label: n}, o: {label: o}}
"""


@pytest.mark.usefixtures("smallest_parts")
@pytest.mark.parametrize("line", range(6))
def test_what_is_repeated_stands_where_it_was_first(tmp_path, line):
    cache = open_cache(tmp_path / FOLDER)
    write_files(tmp_path, {"claims/a.yaml": REPEATED})
    _checked(tmp_path, cache)
    lines = REPEATED.splitlines(keepends=True)
    write_files(tmp_path, {"claims/a.yaml": "".join([*lines[:line], "\n", *lines[line:]])})
    made = _checked(tmp_path)
    assert {each.rule for each in made.findings} >= {"misread-value"}
    assert_same(_checked(tmp_path, cache), made)
