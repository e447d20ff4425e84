"""What a command loads before it does anything: nothing heavy that it does not need. No clock is read here."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT, write_files
from test_cmd import ENVIRONMENT

from benchmarks.large import write_registry

_LOADED = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s+(\S+)$", re.MULTILINE)
CLEAN = {
    "claims/a.yaml": (
        "metrics: {m: {label: số hồ sơ}}\nsource: {id: s, language: vi, published: 2024-01-31}\n"
        "claims: [{id: c, metric: m, quote: 1.234 hồ sơ, value: 1234, period: 2023}]\n"
    )
}
# Libraries of other commands and other kinds of input, and what is needed only for faults or large registries.
NEVER = {
    "concurrent", "daft", "docx", "lxml", "multiprocessing", "numpy", "pandas", "pyarrow", "pydantic", "pygments",
    "pypdfium2", "pytest", "rapidfuzz", "selectolax", "setuptools", "sqlite3", "unittest",
}  # fmt: skip


# What the command line's parser and dataclasses bring along, and what is needed to write files or start processes.
SLOW_STANDARD = {
    "ast",
    "calendar",
    "dataclasses",
    "inspect",
    "pkgutil",
    "shutil",
    "subprocess",
    "tempfile",
    "threading",
}


def loaded(folder, *arguments, **environment):
    """Return the modules that a command loads, and what it prints."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factcheck", *arguments],
        cwd=folder,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode in (0, 1), result.stderr
    # What Python itself and the installation load comes before the package.
    names = _LOADED.findall(result.stderr)
    return set(names[names.index("factcheck") if "factcheck" in names else 0 :]), result.stdout


def packages(modules):
    return {name.partition(".")[0] for name in modules}


def test_the_version_needs_no_library():
    modules, printed = loaded(ROOT, "--version")
    assert re.fullmatch(r"factcheck \d+\.\d+\.\d+\n", printed)
    assert {name for name in modules if name.startswith("factcheck")} == {
        "factcheck", "factcheck.cli", "factcheck.cli.start",
    }  # fmt: skip
    assert not packages(modules) & {*NEVER, "typer", "rich", "yaml", "inspect", "dataclasses", "importlib.metadata"}


OUTPUTS = ["full", "json", "jsonl", "concise", "sarif", "junit", "github", "gitlab", "markdown"]


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_report_needs_no_other_library_than_that_for_yaml(tmp_path, output):
    modules, _ = loaded(write_files(tmp_path, CLEAN), "check", "--no-cache", "--output-format", output)
    # The standard library's way to write XML brings along half of what the web needs.
    slow = SLOW_STANDARD if output != "junit" else set()
    assert not packages(modules) & {*NEVER, *slow, "click", "rich", "typer"}
    assert {"yaml", "factcheck.rules", "factcheck.solve.build"} <= modules


def test_other_commands_are_not_loaded_to_check(tmp_path):
    modules, _ = loaded(write_files(tmp_path, CLEAN), "check", "--output-format", "json")
    others = ("draft", "lint", "relate", "coverage", "add", "edit", "pin")
    assert not {f"factcheck.pipeline.{name}" for name in others} & modules
    assert not [name for name in modules if name.startswith(("factcheck.read.statements", "factcheck.load.readers."))]


def test_what_is_kept_is_only_read_again(tmp_path):
    write_registry(tmp_path / "claims", 1000, 1)
    home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    arguments = ("check", "--as-of", "2026-01-31")
    first = loaded(tmp_path, *arguments, **home)
    again, printed = loaded(tmp_path, *arguments, **home)
    assert printed == first[1]
    assert not packages(again) & {*NEVER, "rich", "yaml"}
    stages = ("read", "relate", "solve", "rules", "gate")
    assert not [name for name in again if name.startswith(tuple(f"factcheck.{stage}" for stage in stages))]
