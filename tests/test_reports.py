"""Reports of one thing, drafted one after the other: what they contradict each other in, and themselves, is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import AS_OF, check_folder

from factcheck.pipeline.draft import draft_document
from factcheck.pipeline.plan import Request

REPORTS = Path(__file__).parent / "drafting" / "reports"
# The slip in each set, where the documents hold one: as it was written, and as it is right.
EXPECTED = yaml.load((REPORTS / "expected.yaml").read_text("utf-8"), yaml.BaseLoader)


def told(folder, texts):
    """Draft some texts in turn into one registry; return its errors, and warnings of arithmetic, with their quotes."""
    claims = folder / "claims"
    claims.mkdir()
    for number, text in enumerate(texts, 1):
        document = folder / f"{number}.txt"
        document.write_text(text, "utf-8")
        roots = (claims,) if number > 1 else ()
        made = draft_document(document, document.name, Request(roots=roots, base=folder, as_of=AS_OF))
        (claims / f"{number}.yaml").write_text(made.text, "utf-8")
    report = check_folder(claims)
    quotes = {claim.id: claim.quote.exact for claim in report.registry.claims.values() if claim.quote}
    return {
        (finding.rule, " / ".join(sorted(quotes[claim] for claim in finding.fault.claims)))
        for finding in report.findings
        if finding.severity.value == "error" or finding.rule == "mismatched-periods"
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_what_reports_contradict_each_other_in(name, tmp_path):
    texts = [path.read_text("utf-8") for path in sorted((REPORTS / name).glob("*.txt"))]
    wanted = {(each["rule"], " / ".join(sorted(each["quotes"]))) for each in EXPECTED[name]["told"]}
    assert told(tmp_path, texts) == wanted


@pytest.mark.parametrize("name", EXPECTED)
def test_reports_without_the_slip_accuse_nobody(name, tmp_path):
    texts = [path.read_text("utf-8") for path in sorted((REPORTS / name).glob("*.txt"))]
    for wrong, right in EXPECTED[name]["right"].items():
        assert sum(wrong in text for text in texts) == 1, wrong
        texts = [text.replace(wrong, right) for text in texts]
    assert told(tmp_path, texts) == set()
