"""The cache: the same bytes with and without it, nothing kept that has changed, nothing believed that others made."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest
from conftest import write_files
from test_cmd import ENVIRONMENT

from benchmarks.large import write_registry
from factcheck.load.cache import FOLDER, open_cache

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
