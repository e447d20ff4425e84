"""Each rule's corpus: small registries and the findings that they must give, hits and passes together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from factcheck.model.severity import Severity
from factcheck.rules import catalogue

CORPUS = Path(__file__).parent / "rules"
HEADINGS = ("## What it does", "## Why it matters", "## What it allows", "## Example")


def cases():
    for path in sorted(CORPUS.glob("*.yaml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield pytest.param(path.stem, case, id=f"{path.stem}: {name}")


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_case(rule, case, check_files):
    report = check_files(case["files"], require=case.get("require", False))
    found = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "claims": list(finding.fault.claims),
            "at": f"{finding.fault.place.path}:{finding.fault.place.line}:{finding.fault.place.column}",
        }
        for finding in report.findings
        if finding.rule == rule or case.get("all")
    ]
    wanted = case["findings"]
    assert [{key: found_one[key] for key in want} for found_one, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found
    for want, finding in zip(case.get("says", []), report.findings, strict=False):
        assert want in finding.message


@pytest.mark.parametrize("rule", catalogue().values(), ids=list(catalogue()))
def test_every_rule_has_a_page_and_cases_that_hit_and_pass(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.summary.endswith(".")
    positions = [rule.page.index(heading) for heading in HEADINGS]
    assert positions == sorted(positions)
    corpus = yaml.safe_load((CORPUS / f"{rule.name}.yaml").read_text(encoding="utf-8"))
    assert any(case["findings"] for case in corpus.values())
    assert any(not case["findings"] for case in corpus.values())


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_wording_that_the_corpora_reach_can_be_said_in_both_languages(lang, tmp_path):
    from conftest import check_folder, write_files

    said: set[tuple[str, str]] = set()
    for path in sorted(CORPUS.glob("*.yaml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            folder = write_files(tmp_path / path.stem / re.sub(r"\W+", "-", name), case["files"])
            for finding in check_folder(folder, lang, require=case.get("require", False)).findings:
                assert finding.message
                assert "{" not in finding.message + finding.help or "{" in str(finding.fault.facts)
                said.add((finding.rule, finding.fault.wording))
    every = {(rule.name, wording) for rule in catalogue().values() for wording in rule.wordings}
    never_said = {(rule, wording) for rule, wording in every - said if wording != "unreadable-file"}
    # A file that cannot be opened, or is no text, cannot stand in a corpus of texts: test_loading has them.
    assert never_said == {("malformed-claim", "bad-encoding")}


def test_severities_are_those_of_the_wordings():
    assert catalogue()["conflicting-values"].severities == (Severity.ERROR, Severity.WARNING, Severity.NOTE)
