"""A scan through Daft finds what a scan without it finds, and says what goes wrong in the same way."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest
from conftest import write_files
from pyarrow import parquet
from test_cmd import ENVIRONMENT, run

from benchmarks.archive import write_archive
from factcheck.pipeline.batch import Reading
from factcheck.pipeline.daft_scan import Keeper, Named, Scanner, named, scan_columns
from factcheck.pipeline.engine import load_engine

TEXT = "Cổng đã có trên 171 nghìn tài khoản; 46,25% hồ sơ nộp trực tuyến."


def scan(folder, *arguments, **environment):
    return run(folder, ["scan", *arguments], **environment)


def rows(path):
    """Return the rows of a file or folder of Parquet as JSON lines, sorted as the documentation says."""
    order = [("path", "ascending"), ("id", "ascending"), ("start", "ascending")]
    table = parquet.read_table(path).sort_by(order)
    return [json.dumps(row, ensure_ascii=False) for row in table.to_pylist()]


@pytest.fixture
def documents(tmp_path):
    write_archive(tmp_path, 40)
    write_files(
        tmp_path,
        {
            "files/.hidden/c.txt": TEXT,
            "files/.d.txt": TEXT,
            "files/e.csv": TEXT,
            "files/[f]*.md": TEXT,
            "files/none.txt": "không có số",
            "out/f.txt": TEXT,
        },
    )
    (tmp_path / "files" / "out.txt").symlink_to(tmp_path / "out" / "f.txt")
    (tmp_path / "files" / "g").symlink_to(tmp_path / "out")
    (tmp_path / "files" / "again.txt").symlink_to("none.txt")
    texts = pa.array([TEXT, TEXT, None, "2 hộ"]).dictionary_encode()
    parquet.write_table(pa.table({"number": [1, 2, 3, 10], "path": texts}), tmp_path / "odd.parquet")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [
        ["files"],
        ["files/", "--all", "--explain"],
        ["files/*/*.txt", "files/*.csv"],
        ["files/[f]*.md", "files/.d.txt", "files/out.txt"],
        ["documents.parquet", "--language", "vi"],
        ["*.parquet", "--text-column", "text"],
        ["odd.parquet", "--text-column", "path", "--id-column", "number"],
    ],
)
def test_the_rows_are_those_of_a_scan_without_it(documents, given):
    pytest.importorskip("daft")
    if given[0] == "*.parquet":
        (documents / "odd.parquet").unlink()
    local = scan(documents, *given, "-o", "parquet=local")
    engine = scan(documents, *given, "--engine", "daft", "-o", "engine")
    assert (engine.returncode, engine.stdout, engine.stderr) == (0, "", local.stderr)
    assert rows(documents / "engine") == rows(documents / "local")
    assert rows(documents / "engine")


@pytest.mark.slow
def test_what_cannot_be_read_is_said_and_the_rest_is_done(tmp_path):
    pytest.importorskip("daft")
    write_files(tmp_path, {"in/a.txt": TEXT, "in/c\x1b[31m.txt": TEXT})
    (tmp_path / "in" / "b\x1b[31m.txt").write_bytes(b"\x00\x81\xff")
    given = ("in", "gone.txt")
    local = scan(tmp_path, *given, "-o", "local.parquet")
    engine = scan(tmp_path, *given, "--engine", "daft", "-o", "engine")
    assert engine.returncode == local.returncode == 2
    assert sorted(engine.stderr.splitlines()) == sorted(local.stderr.splitlines())
    readable = [line for line in rows(tmp_path / "engine") if json.loads(line)["kind"] != "unreadable"]
    assert readable == rows(tmp_path / "local.parquet")
    assert len(rows(tmp_path / "engine")) == len(readable) + 1


@pytest.mark.slow
def test_an_address_is_left_as_it_is(tmp_path):
    pytest.importorskip("daft")
    write_files(tmp_path, {"in/a.txt": TEXT, "in/b.log": TEXT, "in/.c.txt": TEXT})
    result = scan(tmp_path, f"file://{tmp_path}/in/", "--engine", "daft", "-o", f"file://{tmp_path}/out")
    assert (result.returncode, result.stderr) == (0, "")
    assert {json.loads(line)["path"] for line in rows(tmp_path / "out")} == {f"file://{tmp_path}/in/a.txt"}
    result = scan(tmp_path, f"file://{tmp_path}/in/*.html", "--engine", "daft", "-o", "none")
    assert (result.returncode, result.stdout) == (3, "")
    assert "no document in it" in result.stderr
    assert named("s3://bucket/texts/*.parquet") == Named("s3://bucket/texts/*.parquet", form="pattern")
    assert named("s3://bucket/texts/") == Named("s3://bucket/texts/**", form="folder")


@pytest.mark.slow
def test_errors_are_one_line(tmp_path):
    pytest.importorskip("daft")
    write_files(tmp_path, {"a.txt": TEXT, "full/b.txt": TEXT, "bad.parquet": "no table at all"})
    parquet.write_table(pa.table({"body": [TEXT]}), tmp_path / "b.parquet")
    (tmp_path / "empty").mkdir()
    cases = {
        ("a.txt", "-o", "full"): (2, "full exists. With --engine"),
        ("a.txt",): (2, "--engine daft writes Parquet files into one folder"),
        ("-", "-o", "out"): (2, "--engine reads files, not standard input"),
        ("bad.parquet", "-o", "out"): (2, "Daft: "),
        ("b.parquet", "-o", "out"): (2, "b.parquet: it has no column text, only body"),
        ("b.parquet", "--text-column", "body", "-o", "out"): (2, "--id-column names the column that tells"),
        ("empty", "-o", "out"): (3, "empty: no document in it"),
        ("no/*.txt", "-o", "out"): (2, "no/*.txt: the folder cannot be read"),
    }
    for given, (code, said) in cases.items():
        result = scan(tmp_path, *given, "--engine", "daft")
        assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (code, "", 1), given
        assert result.stderr.startswith("factcheck: "), given
        assert said in result.stderr
        assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_an_interruption_ends_all(tmp_path):
    pytest.importorskip("daft")
    write_archive(tmp_path, 6000)
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "scan", "documents.parquet", "--engine", "daft", "-o", "out"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 20
    while not (workers := _workers(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    errors = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 130
    assert "factcheck: interrupted; out may hold a part of the quantities" in errors
    assert "Traceback" not in errors
    assert workers
    deadline = time.monotonic() + 10
    while _workers(process.pid, session=True) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _workers(process.pid, session=True)


def _workers(process, *, session=False):
    chosen = ["--sid" if session else "--ppid", str(process)]
    listed = subprocess.run(["ps", "-o", "pid=", *chosen], capture_output=True, text=True, check=False)
    return listed.stdout.split()


@pytest.mark.slow
def test_nobody_is_told(monkeypatch):
    pytest.importorskip("daft")
    for name in ("DO_NOT_TRACK", "SCARF_NO_ANALYTICS", "DAFT_ANALYTICS_ENABLED", "RAY_USAGE_STATS_ENABLED"):
        monkeypatch.setenv(name, "")
    # A process may use it more than once.
    assert load_engine(None) is load_engine(None)
    from daft.scarf_telemetry import opted_out, track_runner_on_scarf

    assert opted_out()
    assert track_runner_on_scarf("native")[0] is None


def test_what_is_sent_to_workers_has_no_code_and_no_path_of_this_package():
    meant = Named("/data/in/**", "/data/in/", "in/", "folder")
    for each in (Scanner(meant, Reading()), Keeper(meant)):
        sent = pickle.dumps(each)
        assert pickle.loads(sent) == each
        assert str(Path(scan_columns.__code__.co_filename).parent).encode() not in sent
        assert len(sent) < 400


def test_columns_to_lists_of_quantities():
    meant = Named("/data/x.parquet", "/data/x.parquet", "x.parquet")
    paths = ["file:///data/x.parquet"] * 4
    found = scan_columns(meant, Reading(), paths, ["a", None, "c", "d"], [TEXT, None, "không", "2 hộ"])
    assert [len(each) for each in found.to_pylist()] == [2, 0, 0, 1]
    assert {(each["path"], each["id"]) for each in found.to_pylist()[0]} == {("x.parquet", "a")}
    assert scan_columns(meant, Reading(), [], [], []).to_pylist() == []


def test_a_file_that_cannot_be_fetched_is_said():
    meant = Named("s3://bucket/*.txt", form="pattern")
    found = scan_columns(meant, Reading(), ["s3://bucket/a.txt"], [None], [None]).to_pylist()
    assert [(each["path"], each["kind"], each["text"]) for each in found[0]] == [
        ("s3://bucket/a.txt", "unreadable", "it cannot be fetched")
    ]


def test_an_engine_that_is_not_there_is_told_how_to_get(tmp_path):
    write_files(tmp_path, {"a.txt": TEXT, "sitecustomize.py": _WITHOUT})
    result = scan(tmp_path, "a.txt", "--engine", "daft", "-o", "out", PYTHONPATH=str(tmp_path))
    assert result.returncode == 2
    assert result.stderr == "factcheck: --engine daft needs an extra; run: pip install 'factcheck[daft]'\n"


_WITHOUT = """
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name == "daft" else found(name, package)
"""
