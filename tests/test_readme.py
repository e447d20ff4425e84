"""The README's registry is one that the tool reads and passes."""

from __future__ import annotations

import re

from conftest import ROOT, view_folder


def test_the_example_passes(check_files, tmp_path):
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (example,) = [block for block in blocks if block.startswith("metrics:")]
    report = check_files({"example.yaml": example})
    view = view_folder(tmp_path)
    assert [finding.message for finding in report.findings] == []
    assert len(view.agreeing) == len(view.registry.claims) == 2
    assert len(view.judgements) == 1


def test_every_path_that_it_names_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"[`(]((?:factcheck|tests|tools|docs|templates|claims|\.ci)/[\w./-]*)", text)
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []
