"""Whole commands: each folder under cmd/ has its input, the command, and what it must print and return.

With FACTCHECK_UPDATE_CASES=1 the expected files are written anew; look at the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cmd"
UPDATE = os.environ.get("FACTCHECK_UPDATE_CASES") == "1"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "COLUMNS": "80",
    "TERMINAL_WIDTH": "100",
    "NO_COLOR": "1",
}


def run(folder, arguments, stdin="", **environment):
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        input=stdin,
    )


@pytest.fixture
def case(request, tmp_path):
    folder = CASES / request.param
    shutil.copytree(folder / "in", tmp_path / "in", dirs_exist_ok=True)
    return folder, tmp_path / "in"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()), indirect=True)
def test_case(case):
    folder, inside = case
    stdin = (folder / "stdin").read_text("utf-8") if (folder / "stdin").exists() else ""
    result = run(inside, (folder / "cmd").read_text("utf-8").split(), stdin)
    # Paths of this machine, the day, and the version are not part of what is expected.
    printed = result.stdout.replace(str(inside), "HERE").replace(date.today().isoformat(), "TODAY")
    if (folder / "cmd").read_text("utf-8").startswith("--version"):
        printed = re.sub(r"\d+\.\d+\.\d+", "VERSION", printed)
    got = {"stdout": printed, "stderr": result.stderr.replace(str(inside), "HERE"), "exit": f"{result.returncode}\n"}
    given = {path.relative_to(folder / "in") for path in (folder / "in").rglob("*")}
    for path in sorted(inside.rglob("*")):
        if path.is_file() and path.relative_to(inside) not in given:
            got[f"wrote/{path.relative_to(inside)}"] = path.read_text("utf-8")
    for name, text in got.items():
        path = folder / name
        if UPDATE:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text("utf-8"), name


def test_the_documents_folder_is_given_by_flag_then_environment_then_configuration(tmp_path):
    shutil.copytree(CASES / "documents" / "in", tmp_path / "in")
    (tmp_path / "in" / "factcheck.toml").write_text('documents = "configured"\nrequire-documents = true\n')
    inside = tmp_path / "in"
    assert "configured" in run(inside, ["check"]).stdout
    assert "of-the-environment" in run(inside, ["check"], FACTCHECK_DOCUMENTS="of-the-environment").stdout
    assert run(inside, ["check"], FACTCHECK_DOCUMENTS="documents").returncode == 0
    assert run(inside, ["check", "--documents", "documents"], FACTCHECK_DOCUMENTS="elsewhere").returncode == 0
    assert run(inside, ["baseline", "create"], FACTCHECK_DOCUMENTS="documents").stdout.count("holds 0 findings") == 1


def test_every_exit_code_has_a_case():
    codes = {(folder / "exit").read_text().strip() for folder in CASES.iterdir()}
    assert codes == {"0", "1", "2", "3"}


def test_output_depends_on_nothing_but_the_input(tmp_path):
    shutil.copytree(CASES / "two-sources" / "in", tmp_path / "in")
    expected = (CASES / "two-sources" / "stdout").read_text("utf-8").replace("TODAY", date.today().isoformat())
    for seed, columns, locale in (("0", "40", "C"), ("1", "400", "C.UTF-8"), ("2", "80", "POSIX")):
        environment = {"PYTHONHASHSEED": seed, "COLUMNS": columns, "LC_ALL": locale, "LANG": locale}
        result = run(tmp_path / "in", ["check", "claims"], **environment)
        assert result.stdout == expected


def test_json_is_what_programs_are_promised(tmp_path):
    shutil.copytree(CASES / "json" / "in", tmp_path / "in")
    report = json.loads(run(tmp_path / "in", ["check", "--output-format", "json"]).stdout)
    assert set(report) == {"version", "findings", "allowed", "known", "not_checked", "summary"}
    (finding,) = report["findings"]
    assert {"rule", "severity", "message", "claims", "path", "line", "column", "related", "facts"} <= set(finding)
    assert finding["related"][0] == {"claim": "accounts-2020", "path": "claims/a.yaml", "line": 8, "column": 12}


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    shutil.copytree(CASES / "two-sources" / "in", tmp_path / "in")
    shell = f"{sys.executable} -m factcheck rule | head -n 1"
    result = subprocess.run(shell, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.stderr == ""


def test_the_locale_chooses_the_language_of_errors_too(tmp_path):
    result = run(tmp_path, ["rule", "misred-value"], LC_ALL="vi_VN.UTF-8")
    assert result.stderr == (
        "factcheck: Không có quy tắc nào tên là misred-value. Có phải là misread-value? "
        "`factcheck rule` liệt kê tất cả.\n"
    )
