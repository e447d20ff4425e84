"""The gate: what changed since a revision, exceptions, the baseline, differences, time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from git import ENVIRONMENT, commit, git, repository

from factcheck.report import formats

METRICS = "metrics: {m: {label: accounts, unit: accounts, behaviour: stock}, n: {label: files, unit: files}}\n"
ONE = """\
source: {id: one, published: 2020-07-01, language: en}
claims:
  - {id: a, metric: m, quote: "596 accounts", value: 596, period: 2020-06-30}
  - {id: wrong, metric: n, quote: "12 files", value: 13, period: 2020-06-30}
"""
TWO = """\
source: {id: two, published: 2020-07-01, language: en}
claims:
  - {id: b, metric: m, quote: "596 accounts", value: 596, period: 2020-06-30}
"""


def run(folder, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**ENVIRONMENT, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def found(folder, *arguments):
    report = json.loads(run(folder, "check", "--output-format", "json", *arguments).stdout)
    return [(finding["rule"], *finding["claims"]) for finding in report["findings"]]


@pytest.fixture
def repo(tmp_path):
    folder = repository(tmp_path / "repo")
    write(folder, metrics=METRICS, one=ONE, two=TWO)
    commit(folder)
    return folder


def write(folder: Path, **files: str) -> None:
    (folder / "claims").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "claims" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_link_beside_a_file_takes_nothing_from_the_check_of_either(repo):
    named = run(repo, "check", "claims/one.yaml")
    assert named.returncode == 1
    (repo / "claims" / "a-link.yaml").symlink_to("one.yaml")
    for path in ("claims/one.yaml", "claims/a-link.yaml", "claims"):
        assert (run(repo, "check", path).stdout, run(repo, "check", path).returncode) == (named.stdout, 1)
    (repo / "claims" / ".kept").mkdir()
    (repo / "claims" / "one.yaml").rename(repo / "claims" / ".kept" / "one.yaml")
    (repo / "claims" / "a-link.yaml").unlink()
    (repo / "claims" / "b-link.yaml").symlink_to(".kept/one.yaml")
    assert "claims/b-link.yaml:4" in run(repo, "check", "claims/b-link.yaml").stdout


class TestSince:
    def test_an_old_fault_does_not_count(self, repo):
        assert found(repo) == [("misread-value", "wrong")]
        assert found(repo, "--since", "HEAD") == []
        assert run(repo, "check", "--since", "HEAD").returncode == 0

    def test_layout_is_no_change(self, repo):
        (repo / "claims" / "one.yaml").rename(repo / "claims" / "renamed.yaml")
        write(repo, two="# moved\n\n" + TWO.replace("{id: b, ", "{ id: b,\n     "))
        assert found(repo, "--since", "HEAD") == []

    def test_a_changed_claim_counts_with_what_it_conflicts_with(self, repo):
        write(repo, two=TWO.replace("596", "695"))
        assert found(repo, "--since", "HEAD") == [("conflicting-values", "b", "a")]

    def test_a_changed_metric_or_source_counts_for_its_claims(self, repo):
        write(repo, metrics=METRICS.replace("label: files", "label: papers"))
        assert found(repo, "--since", "HEAD") == [("misread-value", "wrong")]
        write(repo, metrics=METRICS, one=ONE.replace("2020-07-01", "2020-07-02"))
        assert found(repo, "--since", "HEAD") == [("misread-value", "wrong")]

    def test_a_removed_metric_counts_where_it_is_missed(self, repo):
        write(repo, metrics="metrics: {m: {label: accounts, behaviour: stock}}\n")
        assert ("unknown-reference", "wrong") in found(repo, "--since", "HEAD")

    def test_a_changed_relation_counts(self, repo):
        write(repo, relations="relations: [{id: r, holds: a = b + 1}]\n")
        assert found(repo, "--since", "HEAD") == [("broken-relation", "a", "b")]
        commit(repo)
        assert found(repo, "--since", "HEAD") == []

    def test_a_new_fault_of_a_file_counts_and_an_old_one_does_not(self, repo):
        write(repo, three="claims: [\n")
        assert found(repo, "--since", "HEAD") == [("malformed-claim",)]
        commit(repo)
        assert found(repo, "--since", "HEAD") == []

    def test_a_removed_exception_counts(self, repo):
        write(repo, exceptions="allow: [{rule: misread-value, with: [wrong], because: known}]\n")
        commit(repo)
        assert found(repo) == []
        (repo / "claims" / "exceptions.yaml").unlink()
        assert found(repo, "--since", "HEAD") == [("misread-value", "wrong")]

    def test_values_quotes_and_names_for_people_may_be_written_anew(self, repo):
        write(
            repo,
            one=ONE.replace("value: 13", "value: 1_3").replace("period: 2020-06-30}", "period: 2020-06-30, note: x}"),
        )
        write(repo, metrics=METRICS.replace("label: files", "label_en: Files, label: files"))
        assert found(repo, "--since", "HEAD") == []

    def test_a_second_record_with_a_known_id_counts_wherever_it_loads(self, repo):
        write(repo, zzz=TWO.replace("id: two", "id: three"))
        assert found(repo, "--since", "HEAD") == [("duplicate-id", "b")]

    def test_what_a_removal_brings_about_counts(self, repo):
        years = (
            "source: {id: s%d, published: 2026-02-01}\nclaims: [{id: y%d, metric: m, value: %d, period: 2025-0%d-01}]\n"
        )
        for number, (value, month) in enumerate([(1001, 1), (1401, 3), (1961, 6)]):
            write(repo, **{f"y{number}": years % (number, number, value, month)})
        commit(repo)
        assert found(repo, "--since", "HEAD") == []
        (repo / "claims" / "y1.yaml").unlink()
        assert found(repo, "--since", "HEAD") == [("unreconciled-change", "y2", "y0")]

    def test_since_this_branch_left(self, repo):
        git(repo, "branch", "old")
        write(repo, one=ONE.replace("value: 13", "value: 12"))
        commit(repo)
        git(repo, "checkout", "--quiet", "old")
        assert found(repo, "--since", "main") == [("misread-value", "wrong")]
        assert found(repo, "--since", "main...") == []

    def test_from_a_folder_below(self, repo):
        write(repo, two=TWO.replace("596", "695"))
        assert found(repo / "claims", ".", "--since", "HEAD") == [("conflicting-values", "b", "a")]

    @pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~9", "HEAD:claims"])
    def test_no_such_revision(self, repo, revision):
        result = run(repo, "check", f"--since={revision}")
        assert result.returncode == 2
        assert "revision" in result.stderr
        assert "Traceback" not in result.stderr

    def test_no_repository(self, tmp_path):
        write(tmp_path, one=ONE)
        result = run(tmp_path, "check", "--since", "HEAD")
        assert (result.returncode, "not inside a git repository" in result.stderr) == (2, True)


class TestDiff:
    @pytest.fixture
    def changed(self, repo):
        write(repo, one=ONE.replace("value: 13", "value: 12"))
        write(repo, two=TWO.replace('"596 accounts", value: 596', '"over 695 accounts", value: 695, comparator: over'))
        write(repo, three="claims: [{id: c, metric: n, value: 40%}]\n")
        return repo

    def test_json(self, changed):
        result = json.loads(run(changed, "diff", "HEAD", "--output-format", "json").stdout)
        assert [claim["id"] for claim in result["added"]] == ["c"]
        assert [(c["id"], c["old"], c["new"], c["difference"], c["factor"]) for c in result["changed"]] == [
            ("wrong", "13", "12", "-1", "0.923"),
            ("b", "596", "over 695", "99", "1.17"),
        ]
        assert [f["rule"] for f in result["findings"]["appearing"]] == ["conflicting-values"]
        assert [f["rule"] for f in result["findings"]["disappearing"]] == ["misread-value"]

    def test_between_two_revisions_and_backwards(self, changed):
        commit(changed)
        result = json.loads(run(changed, "diff", "HEAD", "HEAD~1", "--output-format", "json").stdout)
        assert [claim["id"] for claim in result["removed"]] == ["c"]

    def test_for_people_and_for_a_pull_request(self, changed):
        table = run(changed, "diff", "HEAD").stdout
        assert "over 695" in table
        assert "+99 (×1.17)" in table
        markdown = run(changed, "diff", "HEAD", "--output-format", "markdown").stdout
        assert "| changed | b | 596 | over 695 | \\+99 \\(×1.17\\) |" in markdown

    def test_nothing(self, repo):
        printed = run(repo, "diff", "HEAD", "--as-of", "2021-03-04").stdout
        assert printed == "No figure and no finding changed.\n\nAs of 2021-03-04.\n"
        assert run(repo, "diff", "nowhere").returncode == 2


class TestBaseline:
    def many(self, number):
        claims = "".join(
            f'  - {{id: c{i}, metric: n, quote: "{i} files", value: {i + 1}}}\n' for i in range(1000, 1000 + number)
        )
        return "source: {id: many, language: en}\nclaims:\n" + claims

    def test_adopting_on_a_registry_with_200_findings(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(200))
        assert len(found(tmp_path)) == 200
        created = run(tmp_path, "baseline", "create")
        assert "holds 200 findings" in created.stdout
        assert run(tmp_path, "check").returncode == 0
        write(tmp_path, one=ONE)
        assert found(tmp_path) == [("misread-value", "wrong")]
        assert run(tmp_path, "check").returncode == 1
        assert len(found(tmp_path, "--no-baseline")) == 201

    def test_a_changed_value_is_never_hidden_and_a_moved_line_is(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(3))
        run(tmp_path, "baseline", "create")
        write(tmp_path, many="# moved\n\n\n" + self.many(3))
        assert found(tmp_path) == []
        write(tmp_path, many=self.many(3).replace("value: 1002", "value: 1005"))
        assert found(tmp_path) == [("misread-value", "c1001")]

    def test_what_a_known_fault_explained_counts_when_it_is_new(self, repo):
        relation = "relations: [{id: r, holds: wrong = 12}]\n"
        write(repo, relations=relation)
        assert found(repo) == [("misread-value", "wrong")]
        run(repo, "baseline", "create")
        assert found(repo) == []
        write(repo, relations=relation.replace("12", "11"))
        assert found(repo) == [("broken-relation", "wrong")]

    def test_an_entry_covers_as_many_as_it_was_made_of(self, tmp_path):
        faulty = "claims:\n  - {id: x, metric: n, value: 1, periode: 2020}\n"
        write(tmp_path, metrics=METRICS, one=faulty)
        run(tmp_path, "baseline", "create")
        assert found(tmp_path) == []
        write(tmp_path, one=faulty + "  - {id: y, metric: n, value: 1, periode: 2020}\n")
        assert found(tmp_path) == [("malformed-claim",)]

    def test_a_changed_quote_is_another_fault(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(1))
        run(tmp_path, "baseline", "create")
        write(tmp_path, many=self.many(1).replace('"1000 files"', '"5000 files"'))
        assert found(tmp_path) == [("misread-value", "c1000")]

    def test_prune_only_shrinks(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(3))
        run(tmp_path, "baseline", "create")
        write(tmp_path, many=self.many(2), one=ONE)
        assert run(tmp_path, "baseline", "prune").stdout.startswith("1 taken out, 2 left")
        assert found(tmp_path) == [("misread-value", "wrong")]
        before = (tmp_path / ".factcheck-baseline.json").read_bytes()
        run(tmp_path, "baseline", "prune")
        assert (tmp_path / ".factcheck-baseline.json").read_bytes() == before

    def test_show(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(2))
        run(tmp_path, "baseline", "create")
        write(tmp_path, many=self.many(1))
        assert run(tmp_path, "baseline", "show").stdout.splitlines() == [
            "found  misread-value  c1000: 1001, quote: 1000 files",
            "gone   misread-value  c1001: 1002, quote: 1001 files",
        ]

    def test_create_replaces_nothing_unasked(self, tmp_path):
        write(tmp_path, metrics=METRICS, many=self.many(2))
        run(tmp_path, "baseline", "create")
        again = run(tmp_path, "baseline", "create")
        assert (again.returncode, "--force" in again.stderr) == (2, True)
        assert run(tmp_path, "baseline", "create", "--force").returncode == 0

    @pytest.mark.parametrize(
        "text", ["", "[]", "{", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}']
    )
    def test_a_broken_baseline_is_said_to_be_one(self, tmp_path, text):
        write(tmp_path, metrics=METRICS, one=ONE)
        (tmp_path / ".factcheck-baseline.json").write_text(text)
        result = run(tmp_path, "check")
        assert result.returncode == 2
        assert ".factcheck-baseline.json" in result.stderr
        assert "Traceback" not in result.stderr

    def test_a_baseline_that_is_named_must_be_there(self, tmp_path):
        write(tmp_path, metrics=METRICS, one=ONE)
        assert run(tmp_path, "check", "--baseline", "nowhere.json").returncode == 2
        assert run(tmp_path, "baseline", "show").returncode == 2


def test_a_path_counts_for_what_is_said_of_its_records(repo):
    assert found(repo, "claims/metrics.yaml") == [("misread-value", "wrong")]
    assert found(repo, "claims/two.yaml") == []


def test_a_file_name_that_is_not_utf_8(repo):
    name = os.fsencode(repo / "claims") + b"/\xff.yaml"
    Path(os.fsdecode(name)).write_bytes(b"claims: [{id: x, metric: n, value: 1, quote: 2 files}]\n")
    result = run(repo, "check", "--output-format", "json")
    assert "Traceback" not in result.stderr
    assert {finding["path"] for finding in json.loads(result.stdout)["findings"]} == {
        "claims/one.yaml",
        "claims/\\xff.yaml",
    }


def test_reports_replace_nothing_but_regular_files(repo, tmp_path):
    target = tmp_path / "target.json"
    target.write_text("old")
    target.chmod(0o600)
    (tmp_path / "link.json").symlink_to(target)
    run(repo, "check", "-o", str(tmp_path / "link.json"))
    assert (tmp_path / "link.json").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text("utf-8"))["version"] == 1
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    run(repo, "check", "-o", str(pipe))
    assert json.loads(reader.communicate(timeout=20)[0])["version"] == 1
    assert pipe.is_fifo()
    assert run(repo, "check", "-o", "json=-").returncode == 2


def test_every_output_says_as_of_when(repo):
    for name in formats():
        output = run(repo, "check", "--output-format", name, "--as-of", "2021-03-04").stdout
        assert "2021-03-04" in output, name
    for name in ("full", "json", "markdown"):
        assert "2021-03-04" in run(repo, "diff", "HEAD", "--output-format", name, "--as-of", "2021-03-04").stdout


def test_the_exit_code_never_depends_on_the_format(repo):
    for name in formats():
        assert run(repo, "check", "--output-format", name).returncode == 1, name
        assert run(repo, "check", "--output-format", name, "--since", "HEAD").returncode == 0, name


def test_github_actions_get_annotations_and_a_summary(repo):
    summary = repo / "summary.md"
    result = run(repo, "check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert result.stdout.startswith("::error file=claims/one.yaml,line=4,")
    assert summary.read_text("utf-8").startswith("### factcheck: 1 error")
