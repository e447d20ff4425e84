"""Where every figure is true, nothing is called wrong: reports on made-up worlds, and articles about them."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks import worlds
from benchmarks.mistakes import LANGUAGES, altered, findings_of, is_wrong, mistakes, request_of
from factcheck.model.lint import Standing
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.lint import Linter

SENTENCES = 60


def nothing_is_called_wrong(code, seed):
    world = worlds.World(seed, LANGUAGES[code])
    files = worlds.Registry(world).files()
    assert [finding.message for finding in findings_of(files).values() if is_wrong(finding)] == []
    summary = check_registry(request_of(files)).summary
    assert summary.claims > 500
    assert summary.relations_checked > 100
    article = worlds.article(world, SENTENCES)
    checked = list(Linter.of(request_of(files)).check("article.txt", article, code))
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


def test_a_world_is_the_same_each_time():
    one, other = (worlds.Registry(worlds.World(3, worlds.VIETNAMESE)).files() for _ in range(2))
    assert one == other


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_document_with_a_wrong_figure_is_contradicted(code):
    files = worlds.Registry(worlds.World(1, LANGUAGES[code])).files()
    found = list(mistakes(files, 6, Random(1)))
    errors = [(wrong, each) for wrong, new in found for each in new if each.severity is Severity.ERROR]
    assert len({wrong for wrong, _ in errors}) >= 3
    assert all(wrong in finding.fault.claims for wrong, finding in errors)


def test_a_mistake_is_one_digit_of_quote_and_value():
    line = '  - {id: c1, metric: m, quote: "hơn 44,2 nghìn tài khoản", value: 44200, comparator: over, period: 2020}'
    changed, name = altered(line, Random(1))
    assert name == "c1"
    assert sum(one != other for one, other in zip(line, changed, strict=True)) == 2
    assert altered('  - {id: c1, metric: m, quote: "9/22", value: 9, of: 22}', Random(1)) is None
