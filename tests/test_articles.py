"""lint: articles that tell what a report says in their own words, as they are and with a slip in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from conftest import AS_OF, write_files

from factcheck.model.lint import Standing
from factcheck.pipeline.draft import draft_document
from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

HERE = Path(__file__).parent
ARTICLES = HERE / "linting" / "articles"
EXPECTED = yaml.safe_load((ARTICLES / "expected.yaml").read_text("utf-8"))
KNOWN = {Standing.AGREES, Standing.SAME_NUMBER}


@pytest.fixture(scope="module")
def linter_of(tmp_path_factory):
    @cache
    def make(report):
        folder = tmp_path_factory.mktemp("registry")
        drafted = draft_document(
            HERE / "drafting" / "reports" / f"{report}.txt", "report.txt", Request(roots=(), base=folder, as_of=AS_OF)
        )
        write_files(folder, {"claims/report.yaml": drafted.text})
        return Linter.of(Request(roots=(folder / "claims",), base=folder, as_of=AS_OF))

    return make


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_wrong_with_an_article_that_tells_what_its_report_says(name, linter_of):
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    checked = list(linter_of(EXPECTED[name]["report"]).check(name, text))
    assert [each.message for each in checked if each.severity] == []
    unknown = {each.quantity.text for each in checked if each.standing not in KNOWN}
    assert unknown == set(map(str, EXPECTED[name]["unknown"]))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_slip_in_an_article_is_told(name, linter_of):
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    linter = linter_of(EXPECTED[name]["report"])
    missed = set()
    for right, wrong in EXPECTED[name]["slips"].items():
        assert text.count(right) == 1
        altered = text.replace(right, wrong)
        start = text.index(right)
        told = [each for each in linter.check(name, altered) if each.severity]
        # Nothing else is in doubt because of it.
        assert all(start - 1 <= each.start < start + len(wrong) for each in told), right
        if not told:
            missed.add(right)
    assert missed == set(EXPECTED[name].get("missed", ()))
