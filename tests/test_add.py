"""add: a claim is read, checked and written at the end of its file, and nothing else is touched."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest
import yaml
from conftest import write_files
from typer.testing import CliRunner

from factcheck.cli.main import make_app
from factcheck.load.append import append_claim
from factcheck.load.tidy import ChangedMeaningError, tidy


@pytest.fixture
def run(tmp_path, monkeypatch):
    write_files(tmp_path, REGISTRY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *arguments: CliRunner().invoke(make_app(), ["add", "--metric", "accounts", *arguments])


FIELDS = {"id": "b", "metric": "m", "quote": "3 visits: many", "value": "3", "dimensions": {"level": "2"}}
LINES = '  - id: b\n    metric: m\n    quote: "3 visits: many"\n    value: 3\n    dimensions: {level: "2"}\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims:\n  - id: a\n    value: 1\n", f"claims:\n  - id: a\n    value: 1\n{LINES}"),
        # Comments stay with what they speak of.
        (
            "claims:\n  - id: a\n    value: 1\n    # of a\n# of the rest\nrelations: []\n",
            f"claims:\n  - id: a\n    value: 1\n    # of a\n{LINES}# of the rest\nrelations: []\n",
        ),
        # Claims that are set apart by blank lines stay so.
        (
            "claims:\n  - id: a\n    value: 1\n\n  - id: c\n    value: 1\n",
            f"claims:\n  - id: a\n    value: 1\n\n  - id: c\n    value: 1\n\n{LINES}",
        ),
        ("source:\n  id: s", f"source:\n  id: s\n\nclaims:\n{LINES}"),
        ("source:\n  id: s\nrelations: []\n", f"source:\n  id: s\n\nclaims:\n{LINES}\nrelations: []\n"),
        ("claims:\n", f"claims:\n{LINES}"),
        ("", f"claims:\n{LINES}"),
    ],
)
def test_where_a_claim_goes(before, after):
    assert append_claim(before, FIELDS)[0] == after
    assert tidy(after) == after
    windows = before.replace("\n", "\r\n")
    if "\r\n" in windows:
        assert append_claim(windows, FIELDS)[0] == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text", ["claims: []\n", "claims: {}\n", "{claims: [{id: a}]}\n", "- id: a\n", "claims: none\n"]
)
def test_what_no_line_can_be_put_behind_is_refused(text):
    with pytest.raises(ChangedMeaningError):
        append_claim(text, FIELDS)


REGISTRY = {
    "claims/metrics.yaml": "metrics:\n  accounts: {label: tài khoản, unit: tài khoản, behaviour: stock}\n",
    "claims/a.yaml": (
        "source:\n  id: a\n  published: 2020-02-13\n  language: vi\n\n# Read by hand.\nclaims:\n"
        "- id: accounts-2019\n  metric: accounts\n  value: 40_000   # about\n  period: 2019-12-31\n"
    ),
}


def test_the_quote_proposes_value_and_comparator(run, tmp_path):
    quote = "hơn 44.200 tài khoản đăng ký"
    result = run("--quote", quote, "--period", "2020-02-09")
    assert result.stderr == ""
    assert result.exit_code == 0
    assert (tmp_path / "claims" / "a.yaml").read_text("utf-8") == REGISTRY["claims/a.yaml"] + (
        "- id: accounts-2020-02-09\n  metric: accounts\n  quote: hơn 44.200 tài khoản đăng ký\n"
        "  value: 44_200\n  comparator: over\n  period: 2020-02-09\n"
    )
    again = run("--quote", quote, "--period", "2020-02-09")
    assert "id: accounts-2020-02-09-2" in again.stdout


def test_the_value_is_proposed_in_the_unit_of_its_claim(run, tmp_path):
    result = run("--quote", "hơn 1,2 triệu tài khoản", "--period", "2020-02-09", "--unit", "nghìn tài khoản")
    assert result.exit_code == 0
    assert "value: 1200\n" in (tmp_path / "claims" / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--quote", "44.200 trong 50.000 tài khoản"], "several numbers"),
        (["--quote", "nhiều tài khoản"], "no number that can be read"),
        (["--quote", "44.200 tài khoản", "--value", "44_300"], "misread-value"),
        (["--quote", "44.200 tài khoản", "--id", "accounts-2019"], "duplicate-id"),
        (["--quote", "44.200 tài khoản", "--comparator", "more"], "malformed-claim"),
        (["--quote", "44.200 tài khoản", "--period", "2020-13"], "malformed-claim"),
        (["--quote", "44.200 tài khoản", "--file", "elsewhere.yaml"], "no file of this registry"),
        (["--quote", "44.200 tài khoản", "--source", "b"], "--file"),
        (["--quote", "44.200 tài khoản", "--dimension", "level"], "NAME=VALUE"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(run, tmp_path, arguments, said):
    result = run(*arguments)
    assert said in result.stderr
    assert result.exit_code in (1, 2)
    assert (tmp_path / "claims" / "a.yaml").read_text("utf-8") == REGISTRY["claims/a.yaml"]


def test_an_error_is_written_only_if_asked_for(run, tmp_path):
    result = run("--quote", "44.200 tài khoản", "--value", "44_300", "--force")
    assert result.exit_code == 0
    assert "value: 44_300" in (tmp_path / "claims" / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "quote",
    [
        "12 # tài khoản",
        "12 tài khoản: mới",
        "- 12 tài khoản",
        '"12" tài khoản',
        "{12} tài khoản",
        "12\ttài khoản",
        "12\u2028tài khoản",
    ],
)
def test_hostile_quotes_come_back_as_they_were(run, tmp_path, quote):
    result = run("--quote", quote, "--value", "12", "--force")
    assert result.exit_code == 0, result.stderr
    text = (tmp_path / "claims" / "a.yaml").read_text("utf-8")
    assert yaml.safe_load(text)["claims"][-1]["quote"] == quote


def test_on_a_terminal_it_asks_and_offers_what_the_quote_says(run, tmp_path):
    del run
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "add"],
        cwd=tmp_path,
        stdin=child,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )
    os.write(parent, "accounts\nhơn 44.200 tài khoản\n\n\n2020-02-09\n".encode())
    out, err = process.communicate(timeout=30)
    os.close(parent)
    os.close(child)
    assert process.returncode == 0, err
    assert "Value [44_200]" in out
    assert "Comparator [over]" in out
    assert (
        (tmp_path / "claims" / "a.yaml")
        .read_text("utf-8")
        .endswith("  value: 44_200\n  comparator: over\n  period: 2020-02-09\n")
    )
