"""Many documents: the same bytes on any number of cores, whatever is among them and whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import json
import os
import pty
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

from benchmarks.archive import made_up, write_archive

TEXT = "Cổng đã có trên 171 nghìn tài khoản; 46,25% hồ sơ nộp trực tuyến."
COMMAND = [sys.executable, "-m", "factcheck", "scan"]


def scan(folder, *arguments):
    return run(folder, ["scan", *arguments, "--output-format", "jsonl"])


def paths(result):
    return list(dict.fromkeys(json.loads(line)["path"] for line in result.stdout.splitlines()))


def write_rows(path, **columns):
    parquet.write_table(pa.table(columns), path)
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return the folder of 200 documents: more than one batch for each of three processes."""
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder, 200)
    return folder


@pytest.mark.parametrize("name", ["files", "documents.parquet"])
def test_the_output_is_the_same_on_any_number_of_cores(archive, name):
    one, two, three = (scan(archive, name, "--jobs", jobs) for jobs in "123")
    assert len(one.stdout.splitlines()) > 2000
    assert one.stdout == two.stdout == three.stdout
    assert (one.returncode, two.returncode, three.returncode, three.stderr) == (0, 0, 0, "")


def test_files_and_rows_of_the_same_documents_give_the_same_quantities(archive):
    of_files, of_rows = (scan(archive, name).stdout.splitlines() for name in ("files", "documents.parquet"))
    places = [(Path(json.loads(line)["path"]).stem, json.loads(line)["start"]) for line in of_files]
    assert places == [(json.loads(line)["id"], json.loads(line)["start"]) for line in of_rows]


def test_a_folder_is_read_in_order_without_what_is_hidden_or_leads_out(tmp_path):
    write_files(
        tmp_path,
        {
            "in/b.txt": TEXT,
            "in/a/z.md": TEXT,
            "in/a/B.TXT": TEXT,
            "in/.hidden/c.txt": TEXT,
            "in/.d.txt": TEXT,
            "in/e.log": TEXT,
            "out/f.txt": TEXT,
        },
    )
    (tmp_path / "in" / "out.txt").symlink_to(tmp_path / "out" / "f.txt")
    (tmp_path / "in" / "g").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "again.txt").symlink_to("b.txt")
    assert paths(scan(tmp_path, "in")) == ["in/a/B.TXT", "in/a/z.md", "in/again.txt", "in/b.txt"]


def test_a_pattern_takes_any_type_at_its_depth(tmp_path):
    names = ("a.txt", "b.log", "sub/c.txt", "sub/deep/d.txt", "[e].txt")
    write_files(tmp_path, {f"in/{name}": TEXT for name in names})
    assert paths(scan(tmp_path, "in/*.txt")) == ["in/[e].txt", "in/a.txt"]
    assert paths(scan(tmp_path, "in/?.log")) == ["in/b.log"]
    assert paths(scan(tmp_path, "in/**/*.txt")) == ["in/[e].txt", "in/a.txt", "in/sub/c.txt", "in/sub/deep/d.txt"]
    # A file that is called like a pattern is that file.
    assert paths(scan(tmp_path, "in/[e].txt")) == ["in/[e].txt"]


def test_rows_are_documents(tmp_path):
    write_rows(tmp_path / "a.parquet", id=["x", None, "z"], text=pa.array([TEXT, TEXT, None]).dictionary_encode())
    write_rows(tmp_path / "b.parquet", body=["không có số", TEXT], number=[7, 8])
    found = [json.loads(line) for line in scan(tmp_path, "a.parquet").stdout.splitlines()]
    assert [line.get("id") for line in found] == ["x", "x", None, None]
    found = [json.loads(line) for line in scan(tmp_path, "b.parquet", "--text-column", "body").stdout.splitlines()]
    assert [line["id"] for line in found] == ["1", "1"]
    given = ("--text-column", "body", "--id-column", "number")
    assert json.loads(scan(tmp_path, "b.parquet", *given).stdout.splitlines()[0])["id"] == "8"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "it has no column text, only body, number; --text-column names the column of the texts"),
        (["--text-column", "bod"], "it has no column bod, only body, number; --text-column names another"),
        (["--text-column", "number"], "its column number holds int64, not texts; --text-column names another"),
        (
            ["--text-column", "body", "--id-column", "no"],
            "it has no column no, only body, number; --id-column names another",
        ),
    ],
)
def test_a_column_that_is_not_there_is_named(tmp_path, given, said):
    write_rows(tmp_path / "b.parquet", body=[TEXT], number=[7])
    result = scan(tmp_path, "b.parquet", *given)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"factcheck: b.parquet: {said}.\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_cannot_be_read_is_said_and_the_rest_is_done(tmp_path, jobs):
    write_files(tmp_path, {"in/a.txt": TEXT, "in/c.txt": TEXT})
    (tmp_path / "in" / "b.txt").write_bytes(b"\x00\x81\xff")
    (tmp_path / "d.parquet").write_text("no table")
    result = scan(tmp_path, "in", "d.parquet", "gone.txt", "gone.parquet", "--jobs", jobs)
    assert result.returncode == 2
    assert paths(result) == ["in/a.txt", "in/c.txt"]
    said = [line.split(": ")[1:] for line in result.stderr.splitlines()]
    assert [path for path, *_ in said] == ["in/b.txt", "d.parquet", "gone.txt", "gone.parquet"]
    assert "save the document as UTF-8" in result.stderr
    assert "it is no Parquet file that can be read" in result.stderr
    assert result.stderr.count("there is no such file; check the path") == 2


@pytest.mark.parametrize("name", ["in", "in/*.txt"])
def test_no_documents_never_pass_in_silence(tmp_path, name):
    (tmp_path / "in").mkdir()
    result = scan(tmp_path, name)
    assert result.returncode == 3
    assert result.stderr.startswith(f"factcheck: {name}: no document in it; ")


def test_the_files_hold_the_same_rows(archive):
    given = ["scan", "files", "--all", "-o", "all.jsonl", "-o", "all.parquet", "--jobs", "2"]
    result = run(archive, given)
    assert (result.returncode, result.stdout) == (0, "")
    table = parquet.read_table(archive / "all.parquet")
    lines = [json.loads(line) for line in (archive / "all.jsonl").read_text("utf-8").splitlines()]
    rows = [{name: value for name, value in row.items() if value is not None} for row in table.to_pylist()]
    assert rows == [{name: value for name, value in line.items() if value is not None} for line in lines]
    assert table.schema.field("value").type == pa.string()
    assert not [path.name for path in archive.iterdir() if path.name.startswith(".")]


def test_exact_numbers_are_texts_in_both(tmp_path):
    write_files(tmp_path, {"a.txt": "Có 12.345.678.901.234.567.890.123 đồng; 0,1% số hộ."})
    run(tmp_path, ["scan", "a.txt", "-o", "a.jsonl", "-o", "a.parquet"])
    values = parquet.read_table(tmp_path / "a.parquet")["value"].to_pylist()
    assert values == [json.loads(line)["value"] for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert values == ["12345678901234567890123", "0.001"]


def test_a_file_that_cannot_be_written_stops_at_once(tmp_path):
    write_files(tmp_path, {"a.txt": TEXT})
    result = run(tmp_path, ["scan", "a.txt", "-o", "nowhere/a.jsonl"])
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "factcheck: nowhere/a.jsonl cannot be written: No such file or directory.\n"


def test_names_cannot_act_on_a_terminal(tmp_path):
    good, bad = "a\x1b[31m\x9b\n.txt", "b\x1b]0;x\x07.txt"
    (tmp_path / good).write_text(TEXT, "utf-8")
    (tmp_path / bad).write_bytes(b"\x00\x81\xff")
    result = scan(tmp_path, ".")
    assert paths(result) == [f"./{good}"]
    table = run(tmp_path, ["scan", "."])
    for printed in (result.stdout, result.stderr, table.stdout, table.stderr):
        assert not set(printed) & {"\x1b", "\x9b", "\x07"}


def _started(folder, *arguments):
    with (folder / "printed").open("wb") as printed:
        return subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=printed,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )


def _wait_for(told):
    deadline = time.monotonic() + 20
    while not (result := told()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return result


def _children(process):
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(each) for each in listed.stdout.split()]


def _is_there(process):
    """Whether a process runs; one that has ended may wait to be noticed."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_keeps_whole_lines_and_leaves_nothing_behind(tmp_path, jobs, number):
    write_archive(tmp_path, 6000)
    process = _started(tmp_path, "files", "--output-format", "jsonl", "-o", "kept.jsonl", "--jobs", jobs)
    _wait_for(lambda: (tmp_path / "printed").stat().st_size)
    children = _children(process.pid)
    # As a terminal does it: to all processes at once.
    os.killpg(process.pid, number)
    _, errors = process.communicate(timeout=20)
    printed = (tmp_path / "printed").read_bytes()
    assert process.returncode == 130
    assert errors.startswith(b"factcheck: interrupted; ")
    assert errors.endswith(b" documents are done and kept.\n")
    assert printed.endswith(b"\n")
    assert printed == (tmp_path / "kept.jsonl").read_bytes()
    kept = [json.loads(line) for line in printed.splitlines()]
    assert 0 < len({line["path"] for line in kept}) < 6000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["documents.parquet", "files", "kept.jsonl", "printed"]
    assert len(children) >= (jobs == "2")
    assert _wait_for(lambda: not any(map(_is_there, children)))


@pytest.mark.slow
def test_a_process_that_is_lost_is_said_and_what_was_done_is_kept(tmp_path):
    write_archive(tmp_path, 6000)
    process = _started(tmp_path, "files", "-o", "kept.jsonl", "--jobs", "2")
    busy = _wait_for(lambda: _busy(process.pid))
    os.kill(busy[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 2
    assert errors.startswith(b"factcheck: a process was lost, most likely for want of memory; ")
    assert all(map(json.loads, (tmp_path / "kept.jsonl").read_text("utf-8").splitlines()))
    assert _wait_for(lambda: not any(map(_is_there, busy)))


def _busy(process):
    """Return the children that have worked for half a second."""
    ticks = os.sysconf("SC_CLK_TCK")
    return [
        child
        for child in _children(process)
        if int(Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11]) > ticks / 2
    ]


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_for_terminals(archive, terminal):
    master, slave = pty.openpty()
    with contextlib.closing(os.fdopen(master, "rb", buffering=0)) as reader:
        process = subprocess.Popen(
            [*COMMAND, "files", "-o", f"jsonl={os.devnull}"],
            cwd=archive,
            env={**ENVIRONMENT, "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=slave if terminal else subprocess.PIPE,
        )
        os.close(slave)
        shown = process.communicate(timeout=60)[1] or b""
        # A terminal whose last writer has gone may end with an error.
        with contextlib.suppress(OSError):
            while piece := reader.read(1 << 16):
                shown += piece
    assert process.returncode == 0
    assert (b"documents, " in shown) is terminal
    assert terminal or shown == b""


def _most_memory(folder, name, jobs):
    """Return the peak memory of the largest process of a scan, in MB."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", code, *COMMAND, name, "--jobs", jobs, "-o", "jsonl=/dev/null"]
    # Arrow's own allocator sets some aside until it has seen thousands of pieces; what is held is the same without it.
    environment = {**ENVIRONMENT, "ARROW_DEFAULT_MEMORY_POOL": "system"}
    told = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024


def _write_again_and_again(folder, texts, times):
    """Write the same documents a number of times: what is remembered of figures that were read is then as much."""
    for number in range(times):
        write_files(folder, {f"files/{number:02}/{place:04}.txt": text for place, text in enumerate(texts)})
    table = pa.table({"text": texts * times})
    parquet.write_table(table, folder / "documents.parquet", row_group_size=len(texts) // 2)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["files", "documents.parquet"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ten_times_the_documents_take_no_more_memory(tmp_path, name, jobs):
    texts = list(made_up(500))
    for folder, times in (("few", 1), ("many", 10)):
        _write_again_and_again(tmp_path / folder, texts, times)
    few, many = (_most_memory(tmp_path / folder, name, jobs) for folder in ("few", "many"))
    # The texts alone are 11 MB more, their lines 37 MB.
    assert many < few + 8


def test_the_documents_of_the_benchmark_are_the_same_each_time_and_of_the_size_it_says():
    one, two = (list(made_up(50)) for _ in range(2))
    assert one == two
    assert len(one) == 50
    assert 2450 < sum(len(text.encode()) for text in one) / 50 < 2550
