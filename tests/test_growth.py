"""Growth: what is worked out from a level before lies where the level after may be, in every reading."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest
from conftest import check_folder, view_folder, write_files
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.growth import Reading
from factcheck.model.interval import Interval
from factcheck.model.period import parse_period
from factcheck.model.view import Verdict
from factcheck.read.since import in_year, since_in

METRICS = """\
metrics:
  level: {label: level, unit: files, behaviour: flow}
  share: {label: share, unit: "%", behaviour: share}
  growth: {label: growth, unit: "%", behaviour: growth}
  times: {label: times, behaviour: multiple}
source: {id: s, language: en, published: 2021-01-31}
claims:
"""


def claim(name, metric, value, period, change=""):
    return f"  - {{id: {name}, metric: {metric}, value: {value}, period: {period}{change}}}\n"


def weigh(folder, *claims, language="en"):
    head = METRICS.replace("language: en", f"language: {language}")
    report = check_folder(write_files(folder, {"a.yaml": head + "".join(claims)}))
    (weighed,) = view_folder(folder).growths
    return weighed, report


counts = st.integers(1, 10**6)


@given(before=counts, after=counts)
def test_a_percentage_worked_out_from_two_levels_always_holds(before, after, tmp_path_factory):
    percent = Fraction(after - before, before) * 100
    rounded = round(percent * 10) / Fraction(10)
    text = f"{'-' if rounded < 0 else ''}{abs(rounded).numerator * 10 // abs(rounded).denominator // 10}"
    text += f".{abs(rounded).numerator * 10 // abs(rounded).denominator % 10}%"
    folder = tmp_path_factory.mktemp("growth")
    weighed, _ = weigh(
        folder,
        claim("before", "level", before, 2019),
        claim("after", "level", after, 2020),
        claim("rise", "growth", text, 2020, ", change: {of: after, since: 2019}"),
    )
    (outcome,) = weighed.outcomes
    assert outcome.reading is Reading.RELATIVE
    assert outcome.judgement.verdict in (Verdict.HOLDS, Verdict.ROUNDED)
    assert outcome.judgement in view_folder(folder).judgements


@pytest.mark.parametrize("change", ["growth", "times"])
@given(before=counts, tenths=st.integers(1, 60))
def test_what_one_level_implies_holds_the_level_that_it_came_from(change, before, tenths, tmp_path_factory):
    """The implied interval is tight, too: it holds the truth, and the truth of no change beyond its rounding."""
    amount = Fraction(tenths, 10)
    after = before * amount if change == "times" else before * (1 + amount / 100)
    if after.denominator != 1:
        return
    text = f"{tenths // 10}.{tenths % 10}" + ("" if change == "times" else "%")
    weighed, _ = weigh(
        tmp_path_factory.mktemp("growth"),
        claim("after", "level", f"{after}, decimals: 0", 2020),
        claim("rise", change, text, 2020, ", change: {of: after, since: 2019}"),
    )
    (outcome,) = weighed.outcomes
    assert outcome.judgement is None
    assert outcome.implied.contains(before)
    assert outcome.expected.contains(before)
    assert outcome.implied.intersect(outcome.expected) == outcome.expected


def test_a_change_of_a_percentage_keeps_both_readings_until_one_is_impossible(tmp_path):
    either = ", change: {of: now, since: 2019-06-30}"
    weighed, _ = weigh(
        tmp_path / "either",
        claim("now", "share", "46.25%", "2020-06-30"),
        claim("rise", "growth", "10%", "2020-06-30", either),
    )
    assert weighed.is_ambiguous
    weighed, report = weigh(
        tmp_path / "one",
        claim("now", "share", "28.34%", "2020-06-30"),
        claim("rise", "growth", "93%", "2020-06-30", either),
    )
    assert not weighed.is_ambiguous
    assert weighed.of(Reading.POINTS).implied is None
    assert weighed.of(Reading.RELATIVE).implied.contains(Fraction(28340, 193000))
    assert any("implies 14.643% to 14.725%" in unchecked.reason("en") for unchecked in report.unchecked)


@pytest.mark.parametrize(("language", "unit"), [("vi", "điểm phần trăm"), ("en", "percentage points")])
def test_a_unit_of_points_settles_the_reading(language, unit, tmp_path):
    weighed, _ = weigh(
        tmp_path,
        claim("now", "share", "46.25%", "2020-06-30"),
        claim("rise", "growth", f"10, unit: {unit}", "2020-06-30", ", change: {of: now, since: 2019-06-30}"),
        language=language,
    )
    assert [outcome.reading for outcome in weighed.outcomes] == [Reading.POINTS]


def test_a_fall_of_more_than_half_leaves_something(tmp_path):
    weighed, _ = weigh(
        tmp_path,
        claim("now", "level", "100, decimals: 0", 2020),
        claim("fall", "growth", "-50%, comparator: over", 2020, ", change: {of: now, since: 2019}"),
    )
    assert weighed.of(Reading.RELATIVE).implied == Interval(200, None)


def test_the_later_level_is_implied_where_only_the_earlier_one_is_claimed(tmp_path):
    weighed, report = weigh(
        tmp_path,
        claim("before", "level", "200, decimals: 0", 2019),
        claim("rise", "times", "1.5", 2020, ", change: {of: before, since: 2019}"),
    )
    assert weighed.growth.after is None
    assert weighed.of(Reading.TIMES).expected == Interval(290, 310)
    assert any("no figure for 2020" in unchecked.reason("en") for unchecked in report.unchecked)


def test_nothing_is_guessed_where_no_level_is_claimed_or_no_period_named(tmp_path):
    _, report = weigh(
        tmp_path,
        claim("now", "level", "200, decimals: 0", 2020),
        claim("rise", "times", "2.0", 2020, ", change: {of: now}"),
    )
    assert any("since is not stated" in unchecked.reason("en") for unchecked in report.unchecked)


VI, EN = "vi", "en"


@pytest.mark.parametrize(
    ("lang", "quote", "period", "since"),
    [
        (VI, "tăng 10% so với cùng kỳ 2019", "2020-06-30", "2019-06-30"),
        (VI, "tăng 10% so với Cùng kỳ năm 2018", "2020-H1", "2018-H1"),
        (VI, "tăng 10% so với cùng kỳ năm trước", "2020-Q2", "2019-Q2"),
        (VI, "tăng 10% so với cùng kỳ", "2020-02-29", "2019-02-28"),
        (VI, "tăng 10% so với cùng kỳ", "2020-02", "2019-02"),
        (VI, "tăng 10% so với cùng kỳ", "2019-02", "2018-02"),
        (VI, "tăng 10% so với cùng kỳ 2020", "2019-02", "2020-02"),
        (VI, "tăng 10% so với cùng kỳ", "2019-12-09/2020-06-19", "2018-12-09/2019-06-19"),
        (VI, "tăng hơn 10% so với quý I/2018", "2018-Q2", "2018-Q1"),
        (VI, "tăng hơn 10% so với quý 4 năm 2018", "2019-Q1", "2018-Q4"),
        (VI, "giảm hơn 50% so với quý trước", "2018-Q1", "2017-Q4"),
        (VI, "giảm 5% so với tháng trước", "2018-01", "2017-12"),
        (VI, "giảm 5% so với tháng 5/2019", "2020-05", "2019-05"),
        (VI, "giảm 5% so với năm 2019", "2020", "2019"),
        (VI, "giảm 5% so với cuối năm 2019", "2020-06-30", "2019-12-31"),
        (VI, "giảm 5% so với năm ngoái", "2020", "2019"),
        (EN, "rose 10% year on year", "2020-Q2", "2019-Q2"),
        (EN, "rose 10% from the same period of 2018", "2020-Q2", "2018-Q2"),
        (EN, "10% more than a year earlier", "2020-06-30", "2019-06-30"),
        (EN, "down 4% from the previous quarter", "2020-Q1", "2019-Q4"),
        (EN, "5% more than in 2019", "2020", "2019"),
        ("en", "rose 12% on the year to 112", "2020-Q2", "2019-Q2"),
        ("en", "12 more than the year before", "2020", "2019"),
        ("en", "had doubled since 2015", "2020", "2015"),
        ("en", "a 3.5-fold increase on 2019", "2020", "2019"),
        ("en", "up 12% on 2019 levels", "2020", "2019"),
        ("en", "200% of the 2018 level", "2020", "2018"),
        ("en", "three times as many as in 2019", "2020", "2019"),
        ("en", "up 12% on Q2 2019", "2020-Q2", "2019-Q2"),
        ("en", "up 1% on the month", "2020-05", "2020-04"),
        ("vi", "gấp 2 lần năm 2019", "2020", "2019"),
    ],
)
def test_what_a_change_is_measured_from_is_read_from_its_quote(lang, quote, period, since):
    found = since_in(quote, lang, SimpleNamespace(period=parse_period(period)))
    wanted = parse_period(since)
    assert (found.start, found.end) == (wanted.start, wanted.end)


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        (VI, "tăng 10%"),
        (VI, "tăng 10% so với kế hoạch"),
        (VI, "tăng 5% so với tháng 15/2019"),
        (EN, "rose 10%"),
        ("", "so với cùng kỳ"),
    ],
)
def test_other_words_name_no_period(lang, quote):
    assert since_in(quote, lang, SimpleNamespace(period=parse_period("2020"))) is None


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(1, 9998))
def test_the_same_day_of_another_year_is_always_a_day(day, year):
    assert in_year(parse_period(day.isoformat()), year).end.year == year


def test_a_growth_whose_unit_fits_no_level_is_listed(tmp_path):
    _, report = weigh(
        tmp_path,
        claim("now", "share", "20.0%", 2020),
        claim("more", "level", "12", 2020, ", change: {of: now, since: 2019}"),
    )
    assert any("no change of the figure" in unchecked.reason("en") for unchecked in report.unchecked)


def test_a_growth_of_0_in_a_cell_is_rounded_like_any_other(tmp_path):
    levels = claim("a", "level", 649, "2023") + claim("b", "level", 652, "2024")
    grown = "  - {id: g, metric: growth, value: 0%, quote: QUOTE, period: 2024, change: {of: b, since: 2023}}\n"
    for number, quote in enumerate(("'652 0'", "grew by 0%")):
        text = METRICS + levels + grown.replace("QUOTE", quote)
        report = check_folder(write_files(tmp_path / str(number), {"a.yaml": text}))
        assert "broken-relation" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("quote", "value", "rules"),
    [
        ("up by 28", 28, []),
        ("up by 38", 38, ["broken-relation"]),
        ("28 fewer", -28, ["broken-relation"]),
        ("up by 28%", "28%", ["broken-relation"]),
    ],
)
def test_a_change_may_be_of_counts_without_a_unit(quote, value, rules, tmp_path):
    head = METRICS.replace("  growth:", "  more: {label: more files}\n  growth:")
    metric = "growth" if "%" in quote else "more"
    joins = f", quote: {quote}, change: {{of: b, since: 2019}}"
    levels = claim("a", "level", 212, "2019") + claim("b", "level", 240, "2020")
    report = check_folder(write_files(tmp_path, {"a.yaml": head + levels + claim("g", metric, value, "2020", joins)}))
    assert [finding.rule for finding in report.findings if finding.severity.value == "error"] == rules
