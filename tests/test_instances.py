"""Relations over metrics: an instance for every source, period and dimension; what is missing is listed."""

from __future__ import annotations

import pytest
from conftest import check_folder, view_folder, write_files

METRICS = """\
metrics:
  received: {label: received, unit: files, behaviour: flow}
  resolved: {label: resolved, unit: files, behaviour: flow}
  pending: {label: pending, unit: files, behaviour: stock}
  total: {label: total, unit: files, behaviour: cumulative, since: 2019-01-01}
  share: {label: share, unit: "%", behaviour: share}
"""


def source(name, *claims):
    lines = [f"source: {{id: {name}, published: 2024-01-31}}", "claims:"]
    return "\n".join([*lines, *(f"  - {{id: {name}-{claim}}}" for claim in claims), ""])


def flow(name, metric, value, period, more=""):
    return f"{name}, metric: {metric}, value: {value}, period: {period}{more}"


@pytest.fixture
def instances(tmp_path):
    def run(holds, *sources):
        files = {f"{number}.yaml": text for number, text in enumerate(sources)}
        files["metrics.yaml"] = METRICS + f'relations: [{{id: rule, holds: "{holds}"}}]\n'
        report = check_folder(write_files(tmp_path, files))
        missing = [each.reason("en") for each in report.unchecked if each.what == "rule"]
        return {judgement.instance.claims for judgement in view_folder(tmp_path).judgements}, missing

    return run


def test_every_source_period_and_dimension_that_has_all_members(instances):
    local = ", dimensions: {body: local}"
    found, missing = instances(
        "received = resolved + 1",
        source(
            "a",
            flow("r22", "received", 10, 2022),
            flow("d22", "resolved", 9, 2022),
            flow("r23", "received", 8, 2023),
            flow("d23", "resolved", 7, 2023),
            flow("rl", "received", 5, 2023, local),
            flow("dl", "resolved", 4, 2023, local),
            flow("rq", "received", 3, "2023-Q1"),
            flow("planned", "resolved", 2, "2023-Q1", ", status: target"),
        ),
        source("b", flow("r", "received", 10, 2022), flow("d", "resolved", 9, 2022)),
        source("c", flow("r", "received", 10, 2022)),
    )
    assert found == {("a-r22", "a-d22"), ("a-r23", "a-d23"), ("a-rl", "a-dl"), ("b-r", "b-d")}
    assert missing == [
        "a, 2023-03-31: no figure for resolved",
        "a, 2023-03-31: no figure for received",
        "c, 2022-12-31: no figure for resolved",
    ]


def test_a_stock_belongs_to_the_flows_that_end_on_its_day(instances):
    found, missing = instances(
        "received = resolved + pending",
        source(
            "a",
            flow("r", "received", 10, 2023),
            flow("d", "resolved", 7, 2023),
            flow("rq", "received", 5, "2023-Q4"),
            flow("dq", "resolved", 2, "2023-Q4"),
            flow("p", "pending", 3, "2023-12-31"),
            flow("earlier", "pending", 4, "2023-06-30"),
        ),
    )
    assert found == {("a-r", "a-d", "a-p"), ("a-rq", "a-dq", "a-p")}
    assert missing == ["a, 2023-06-30: no figure for received, resolved"]


def test_two_stocks_meet_at_the_ends_of_their_periods(instances):
    found, _ = instances(
        "pending[state=late] <= pending",
        source(
            "a",
            flow("all", "pending", 10, "2023"),
            flow("late", "pending", 7, "2023-12-31", ", dimensions: {state: late}"),
        ),
    )
    assert found == {("a-late", "a-all")}


def test_cumulative_counts_need_the_same_start(instances):
    found, missing = instances(
        "total[state=done] <= total",
        source(
            "a",
            flow("all", "total", 10, "2023-12-31"),
            flow("done", "total", 7, "2019-01-01/2023-12-31", ", dimensions: {state: done}"),
            flow("other", "total", 7, "2023-01-01/2022-12-31".replace("2022", "2023"), ", dimensions: {state: done}"),
        ),
    )
    assert found == {("a-done", "a-all")}
    assert missing == []


def test_a_denominator_over_metrics(instances):
    found, missing = instances(
        "resolved.of = received",
        source("a", flow("d", "resolved", "7, of: 10", 2023), flow("r", "received", 10, 2023)),
        source("b", flow("d", "resolved", 7, 2023), flow("r", "received", 10, 2023)),
    )
    assert found == {("a-d", "a-r")}
    assert missing == ["b, 2023-12-31: no figure for resolved.of"]


def test_no_source_has_any_member(instances):
    assert instances("resolved = received") == (set(), ["no source has any of its members"])
