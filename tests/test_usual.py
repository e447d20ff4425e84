"""A usual command line of check means the same without typer as with it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.main import get_command
from typer.testing import CliRunner

import factcheck.cli.check
from factcheck.cli.checking import CheckOptions
from factcheck.cli.main import make_app
from factcheck.cli.usual import usual_check

APP = make_app(["check"])
GIVEN = {
    "--since": ["main", "HEAD~1...", "v1"],
    "--fail-on": ["error", "warning", "note", "Error", "all"],
    "--as-of": ["2026-01-31", "2026-1-31", "2026-02-30", "0001-01-01", "today", "２０２６-01-31"],
    "--baseline": ["known.json", "./b"],
    "--documents": ["docs", "../docs", "."],
    "--output-format": ["json", "concise", "no-such"],
    "--output": ["a.json", "junit=b.xml", "x"],
    "-o": ["c.sarif"],
    "--color": ["never", "always", "auto", "sometimes"],
    "--lang": ["en", "vi", "fr", "EN"],
}
FLAGS = ["--no-baseline", "--require-documents", "--no-cache", "--quiet", "-q", "--show-allowed"]
# What is left to typer: short forms run together, values behind "=", unknown options, help, what looks like an option.
OTHERS = ["--", "-qo", "--lang=vi", "--no-such", "--help", "--engine", "daft", "", "-", "--output", "-x"]
PATHS = ["claims", "claims/new.yaml", "sổ sách", "a b", "check", "error"]

words = st.one_of(
    st.sampled_from(PATHS).map(lambda word: [word]),
    st.sampled_from(FLAGS).map(lambda word: [word]),
    st.sampled_from(sorted(GIVEN)).flatmap(lambda name: st.sampled_from(GIVEN[name]).map(lambda value: [name, value])),
    st.sampled_from(OTHERS).map(lambda word: [word]),
)


def understood_by_typer(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> CheckOptions | None:
    asked: list[CheckOptions] = []
    monkeypatch.setattr(factcheck.cli.check, "run_check", lambda options: asked.append(options) or 0)
    CliRunner().invoke(APP, arguments)
    return asked[0] if asked else None


@pytest.fixture(scope="module")
def patch():
    with pytest.MonkeyPatch.context() as context:
        for name in ("FACTCHECK_NO_CACHE", "FACTCHECK_DOCUMENTS"):
            context.delenv(name, raising=False)
        yield context


@settings(max_examples=300, deadline=None)
@given(st.lists(words, max_size=5).map(lambda parts: ["check", *(word for part in parts for word in part)]))
def test_what_is_read_without_typer_is_what_typer_reads(patch, arguments):
    usual = usual_check(arguments, {})
    if usual is not None:
        assert usual == understood_by_typer(arguments, patch)


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_each_option_is_read_without_typer(patch, name):
    arguments = ["check", name, GIVEN[name][0], "claims"]
    usual = usual_check(arguments, {})
    assert usual == understood_by_typer(arguments, patch) != CheckOptions(paths=("claims",))


@pytest.mark.parametrize("flag", FLAGS)
def test_each_flag_is_read_without_typer(patch, flag):
    usual = usual_check(["check", flag], {})
    assert usual == understood_by_typer(["check", flag], patch) != CheckOptions()


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["scan", "x"], ["--help"], ["check", "--help"], ["check", "--lang", "fr"], ["check", "--since"],
        ["check", "--fail-on", "all"], ["check", "--as-of", "2026-02-30"], ["check", "--output-format", "-q"],
        ["check", "--lang=vi"], ["check", "-qo", "x"], ["check", "--", "-x"], ["check", ""], ["check", "--no-such"],
    ],
)  # fmt: skip
def test_all_else_is_left_to_typer(arguments):
    assert usual_check(arguments, {}) is None


@pytest.mark.parametrize("name", ["FACTCHECK_NO_CACHE", "FACTCHECK_DOCUMENTS", "_FACTCHECK_COMPLETE"])
def test_options_from_the_environment_are_left_to_typer(name):
    assert usual_check(["check"], {name: "1"}) is None


def test_every_option_from_the_environment_is_known_to_be_one():
    command = get_command(APP)
    check = getattr(command, "commands", {}).get("check", command)
    named = {option.envvar for option in check.params if option.envvar}
    assert {"FACTCHECK_NO_CACHE"} <= named
    assert all(usual_check(["check"], {name: "1"}) is None for name in named)


def test_a_usual_command_line_loads_no_typer_and_another_does():
    program = (
        "import sys; from factcheck.cli.start import run\n"
        "try:\n run()\nexcept SystemExit as end:\n"
        " print('typer' in sys.modules, end.code, flush=True)"
    )
    for arguments, said in ((["check", "-q", "claims"], "False 1"), (["check", "--color=never", "claims"], "True 1")):
        result = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert result.stdout.splitlines()[-1] == said, result.stderr
