"""A check on an engine finds what a check without one finds."""

import shutil

import pytest
from conftest import AS_OF, ROOT
from typer.testing import CliRunner

from benchmarks.large import write_registry
from factcheck.cli.main import make_app
from factcheck.load.parts import open_files
from factcheck.pipeline import daft_check, partition
from factcheck.pipeline.engine import said_by_engine
from factcheck.pipeline.examine import read_files
from factcheck.pipeline.listing import list_files
from factcheck.pipeline.part import check_part
from factcheck.pipeline.plan import Request

CHECK = ["check", "--output-format", "json", "--as-of", AS_OF.isoformat()]


@pytest.fixture
def apart(monkeypatch):
    """Check as little as possible at a time, so that claims that stand side by side are in different parts."""
    monkeypatch.setattr(partition, "_FEWEST_CLAIMS", 1)
    monkeypatch.setattr(partition, "_MOST_CLAIMS", 1)


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_the_findings_are_the_same(tmp_path, monkeypatch):
    pytest.importorskip("daft")
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    for number, path in enumerate(sorted((tmp_path / "claims").glob("*.yaml"))):
        # One slip in each file, which an excerpt of its neighbours may explain.
        text = path.read_text("utf-8")
        path.write_text(text.replace("value: 1", f"value: {number + 2}", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    local = CliRunner().invoke(make_app(), [*CHECK, "--no-cache"])
    engine = CliRunner().invoke(make_app(), [*CHECK, "--engine", "daft"])
    assert '"misread-value"' in local.stdout
    assert (engine.exit_code, engine.stdout) == (local.exit_code, local.stdout)


@pytest.mark.usefixtures("apart")
def test_the_rows_of_a_group_are_all_that_its_check_needs(tmp_path):
    write_registry(tmp_path / "claims" / "a-key-a-line", 1000, 10)
    shutil.copytree(ROOT / "claims", tmp_path / "claims" / "in-braces")
    request = Request(roots=(tmp_path / "claims",), base=tmp_path, as_of=AS_OF)
    files = read_files(list_files(request.roots, request.base))
    opened, parts = open_files(files.parsed), partition.partition(files.parsed)
    assert any(file.claims.templates for file in opened.files)
    shared = daft_check._shared(opened, request)
    found = 0
    for number, members in enumerate(parts):
        here = check_part(opened, members, request.as_of, request.lang)
        assert daft_check._check(list(daft_check._rows(opened, number, members)), shared) == here
        found += len(here.findings)
    assert found > len(parts) / 100


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Not found: s3://b/x.parquet\nat reader.rs:12", "Daft: Not found: s3://b/x.parquet"),
        ("It failed:\nTraceback:\n  File x\nConnectionError: no node\n", "Daft: It failed: ConnectionError: no node"),
        ("It failed:", "Daft: It failed:"),
        ("\n", "Daft: OSError"),
    ],
)
def test_an_engine_says_what_went_wrong_in_one_line(message, said):
    assert said_by_engine(OSError(message)).en == said


def test_an_address_needs_an_engine(monkeypatch):
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(make_app(), [*CHECK, "--engine-address", "auto"])
    assert result.exit_code == 2
    assert "add --engine daft" in result.output
