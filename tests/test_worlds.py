"""Where every figure is true, nothing is called wrong: reports on made-up worlds, and articles about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import worlds

from factcheck.model.lint import Standing
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

LANGUAGES = {"vi": worlds.VIETNAMESE, "en": worlds.ENGLISH}
# What may be said though all is true: that something moved far, and that two offices aim at or guess two things.
MAY_BE_SAID = {"unreconciled-change", "missed-target"}
SENTENCES = 60
AS_OF = date(2024, 11, 20)


def request_of(world):
    files = worlds.Registry(world).files()
    texts = tuple((name, text.encode()) for name, text in sorted(files.items()))
    return Request(roots=(), base=Path(), as_of=AS_OF, texts=texts)


def nothing_is_called_wrong(code, seed):
    world = worlds.World(seed, LANGUAGES[code])
    request = request_of(world)
    report = check_registry(request)
    said = [
        (finding.severity.value, finding.message)
        for finding in report.findings
        if finding.severity is not Severity.NOTE
        and finding.rule not in MAY_BE_SAID
        and not (finding.rule == "conflicting-values" and finding.fault.wording in ("target", "estimate", "forecast"))
    ]
    assert said == []
    assert report.summary.claims > 500
    assert report.summary.relations_checked > 100
    checked = list(Linter.of(request).check("article.txt", worlds.article(world, SENTENCES), code))
    standings = [each.standing for each in checked]
    assert [each.message for each in checked if each.standing is Standing.DISAGREES] == []
    assert standings.count(Standing.AGREES) > SENTENCES // 5


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_called_wrong_where_all_is_true(code):
    nothing_is_called_wrong(code, 1)


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("seed", range(2, 8))
def test_nothing_is_called_wrong_in_many_worlds(code, seed):
    nothing_is_called_wrong(code, seed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_of_a_true_world_that_is_mistyped_is_called_wrong(code):
    world = worlds.World(1, LANGUAGES[code])
    files = worlds.Registry(world).files()
    name, text = next((name, text) for name, text in files.items() if " on-time," in text)
    line = next(line for line in text.splitlines() if "metric: on-time," in line)
    value = line.partition("value: ")[2].partition(",")[0]
    wrong = line.replace(f"value: {value}", f"value: {value[0]}{value[2]}{value[1]}{value[3:]}")
    assert wrong != line
    texts = tuple((each, files[each].replace(line, wrong).encode()) for each in sorted(files))
    report = check_registry(Request(roots=(), base=Path(), as_of=AS_OF, texts=texts))
    assert {(each.rule, each.fault.place.path) for each in report.findings if each.severity is Severity.ERROR} >= {
        ("misread-value", name)
    }
