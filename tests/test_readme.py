"""The README's registry is one that the tool reads and passes."""

from __future__ import annotations

import re

from conftest import ROOT


def test_the_example_passes(check_files):
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (example,) = [block for block in blocks if block.startswith("metrics:")]
    report = check_files({"example.yaml": example})
    assert [finding.message for finding in report.findings] == []
    assert len(report.view.agreeing) == len(report.view.registry.claims) == 2
    assert len(report.view.judgements) == 1


def test_every_path_that_it_names_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"[`(]((?:factcheck|tests|tools|docs|templates|claims|\.ci)/[\w./-]*)", text)
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []
