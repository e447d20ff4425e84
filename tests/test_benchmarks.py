"""What benchmarks measure is what they say: the made-up registries are right but where they were altered."""

from __future__ import annotations

import sys

import pytest
from conftest import check_folder

from benchmarks.large import write_registry
from benchmarks.processes import run


@pytest.mark.parametrize("files", [1, 100])
def test_a_large_registry_is_right_but_for_one_figure_in_a_hundred(tmp_path, files):
    made = write_registry(tmp_path, 2000, files)
    report = check_folder(tmp_path)
    assert made.altered == 20
    assert [finding.rule for finding in report.findings] == ["misread-value"] * 20
    assert (report.summary.claims, report.summary.relations_checked) == (2000, 200)
    assert len(made.files) == files + 1


def test_a_large_registry_is_the_same_each_time(tmp_path):
    registries = [write_registry(tmp_path / name, 1000, 2) for name in ("one", "two")]
    one, two = ([path.read_text("utf-8") for path in made.files] for made in registries)
    assert one == two
    claims = one[1].partition("\nclaims:\n")[2].partition("relations:\n")[0]
    assert len(claims.splitlines()) == 12 * 500
    with pytest.raises(ValueError, match="1500 claims in 1 file"):
        write_registry(tmp_path, 1500, 1)


def test_a_process_is_measured_with_its_children(tmp_path):
    child = "import time; room = bytearray(b'x') * 60_000_000; time.sleep(0.4)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print('done'); sys.exit(3)"
    ran = run([sys.executable, "-c", code], tmp_path)
    assert (ran.code, ran.output) == (3, "done\n")
    assert 60 < ran.cost.largest < ran.cost.tree
    assert ran.cost.wall > 0
    assert ran.cost.cpu > 0
