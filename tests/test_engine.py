"""A check on an engine finds what a check without one finds."""

import shutil

import pytest
from conftest import AS_OF, ROOT
from typer.testing import CliRunner

from factcheck.cli.main import make_app
from factcheck.pipeline import partition
from factcheck.pipeline.engine import said_by_engine

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
