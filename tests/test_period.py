"""Periods: what is read, what is refused, what "to date" means."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.load.period_hint import suggest
from factcheck.model.period import Grain, latest_day, parse_date, parse_period


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("2020-06-19", date(2020, 6, 19), date(2020, 6, 19), Grain.DAY),
        ("2019-12-09/2020-06-19", date(2019, 12, 9), date(2020, 6, 19), Grain.INTERVAL),
        ("../2018-06-30", None, date(2018, 6, 30), Grain.INTERVAL),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Grain.MONTH),
        ("2020-Q2", date(2020, 4, 1), date(2020, 6, 30), Grain.QUARTER),
        ("2020", date(2020, 1, 1), date(2020, 12, 31), Grain.YEAR),
        ("2020-01/2020-Q2", date(2020, 1, 1), date(2020, 6, 30), Grain.INTERVAL),
    ],
)
def test_forms(text, start, end, grain):
    period = parse_period(text)
    assert (period.start, period.end, period.grain) == (start, end, grain)


@pytest.mark.parametrize(
    "text",
    ["", "20", "2020-13", "2020-02-30", "2020-Q5", "2020/2019", "2020/..", "..", "../..", "2020-6", "0000",
     "２０２０", "2020-06-19T10:00", "19/06/2020", "a/b", "2020//2021"],
)  # fmt: skip
def test_what_is_no_period(text):
    with pytest.raises(ValueError, match=r"\S"):
        parse_period(text)


def test_a_year_month_or_quarter_that_holds_the_day_of_publication_ends_on_it():
    published = date(2020, 5, 4)
    assert parse_period("2020").to_date(published).end == published
    assert parse_period("2020-Q2").to_date(published).end == published
    assert parse_period("2019").to_date(published).end == date(2019, 12, 31)
    assert parse_period("2020-01-01/2020-12-31").to_date(published).end == date(2020, 12, 31)
    assert parse_period("2020").to_date(None).end == date(2020, 12, 31)


def test_holds():
    assert parse_period("2020").holds(parse_period("2020-Q2"))
    assert parse_period("../2020-12-31").holds(parse_period("2020-Q2"))
    assert not parse_period("2020-Q2").holds(parse_period("../2020-05-01"))
    assert not parse_period("2020-Q2").holds(parse_period("2020-Q3"))


def test_days_and_dates():
    assert parse_period("2020-Q2").days == 91
    assert parse_period("../2020-06-30").days is None
    assert latest_day("2020-03") == date(2020, 3, 31)
    assert parse_date("2020-03-05") == date(2020, 3, 5)
    with pytest.raises(ValueError, match="day"):
        parse_date("2020-03")


@pytest.mark.parametrize(
    "text",
    ["2020-06-19", "2020-06", "2020-12", "2020-Q1", "2020-Q4", "2020-H1", "2020-H2", "2020", "2019-12-09/2020-06-19",
     "../2018-06-30"],
)  # fmt: skip
def test_a_period_is_written_as_it_is_read(text):
    assert parse_period(text).text == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("May 2023", "2023-05"), ("H1 2023", "2023-H1"), ("2023Q1", "2023-Q1"), ("Q1-2023", "2023-Q1"),
        ("31/12/2023", "2023-12-31"), ("12/31/2023", "2023-12-31"), ("13.02.2020", "2020-02-13"),
        ("31 December 2023", "2023-12-31"), ("Dec. 31, 2023", "2023-12-31"), ("2023-5-1", "2023-05-01"),
        ("Tháng 5/2023", "2023-05"), ("quý III/2023", "2023-Q3"), ("quý 3 năm 2023", "2023-Q3"), ("năm 2023", "2023"),
        ("2023-2024", "2023/2024"), ("2023-01..2023-06", "2023-01/2023-06"),
        ("01/02/2023 - 30/06/2023", ""), ("15/01/2023 - 30/06/2023", "2023-01-15/2023-06-30"),
        # A school or a financial year, the third of April or the fourth of March, and no day at all.
        ("2023-24", ""), ("FY2023", ""), ("03/04/2023", ""), ("2023-02-30", ""), ("x", ""), ("1/" * 1000, ""),
    ],
)  # fmt: skip
def test_what_a_mistyped_period_may_have_been_meant_as(text, meant):
    assert suggest(text, parse_period) == meant


def test_a_day_is_suggested_only_where_one_is_named():
    assert suggest("31/12/2023", parse_date) == "2023-12-31"
    assert suggest("12/2023", parse_date) == ""
    assert suggest("12/2023", latest_day) == "2023-12"
