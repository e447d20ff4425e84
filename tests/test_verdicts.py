"""Verdicts: each step is wider than the one before, what is called broken is broken, and counts are whole."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from conftest import view_folder, write_files
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.load.expression import parse_relation
from factcheck.model.expression import Reference, references
from factcheck.model.interval import Interval
from factcheck.model.view import Slack, Verdict
from factcheck.solve.corners import tightest
from factcheck.solve.ranges import can_hold, evaluate
from factcheck.solve.required import required

RELATIONS = [
    "a = b + c",
    "a - b = c",
    "a + b = 2 × c",
    "a / b = c",
    "a = b × c",
    "a / (b + c) = 0.5",
    "(a - b) / b = c",
    "-a = b - c",
    "a <= b + c",
    "a < b - c",
    "b + c >= a",
    "2 × b > a × c",
]
OPERATORS = {
    "=": lambda x, y: x == y,
    "<=": lambda x, y: x <= y,
    ">=": lambda x, y: x >= y,
    "<": lambda x, y: x < y,
    ">": lambda x, y: x > y,
}
numbers = st.integers(-12, 12).map(lambda number: Fraction(number, 4))


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    low_open, high_open = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    return Interval(low, high, low_open, high_open)


def members(interval):
    steps = [interval.low + (interval.high - interval.low) * Fraction(step, 4) for step in range(5)]
    return [value for value in dict.fromkeys(steps) if interval.contains(value)]


def at(values):
    return lambda reference: Interval.point(values[reference.name])


def true_at(holds, values):
    return OPERATORS[holds.operator](evaluate(holds.left, at(values)).low, evaluate(holds.right, at(values)).low)


@pytest.mark.parametrize("text", RELATIONS)
@settings(max_examples=50)
@given(data=st.data())
def test_what_is_called_impossible_is_and_what_is_required_is(text, data):
    """Wherever values within the intervals make a relation true, it can hold, and each lies where it is required."""
    holds = parse_relation(text)
    names = sorted({reference.name for reference in references(holds)})
    given_intervals = {name: data.draw(intervals()) for name in names}

    def figure_of(reference):
        return given_intervals[reference.name]

    try:
        left, right = evaluate(holds.left, figure_of), evaluate(holds.right, figure_of)
    except ZeroDivisionError:
        return
    for chosen in product(*(members(given_intervals[name]) for name in names)):
        values = dict(zip(names, chosen, strict=True))
        if not true_at(holds, values):
            continue
        assert can_hold(left, holds.operator, right)
        for name in names:
            needed = required(holds, Reference(name, 0), figure_of)
            assert needed is None or needed.contains(values[name])


REPEATED = ["a / (a + b)", "(a - b) / b", "a - a", "2 × a - (a + b)", "-(a / (a + b)) × c", "c - b / (a + b)",
    "a × b / (a + c)", "(a + b) / (a - b)", "a × a", "a / b + b / a", "1 / (a / (a + b))"]  # fmt: skip


@pytest.mark.parametrize("text", REPEATED)
@settings(max_examples=60)
@given(data=st.data())
def test_a_figure_that_stands_twice_is_one_figure(text, data):
    """The range holds every value, lies within that of interval arithmetic, and is reached where it was narrowed."""
    tree = parse_relation(f"{text} = 1").left
    names = sorted({reference.name for reference in references(tree)})
    spans = {name: data.draw(intervals()) for name in names}
    try:
        wide = evaluate(tree, lambda reference: spans[reference.name])
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            tightest(tree, lambda reference: spans[reference.name])
        return
    tight = tightest(tree, lambda reference: spans[reference.name])
    assert wide.intersect(tight) == tight
    for chosen in product(*(members(spans[name]) for name in names)):
        values = dict(zip(names, chosen, strict=True))
        assert tight.contains(evaluate(tree, at(values)).low)


def test_the_range_of_a_share_of_parts_is_exact():
    tree = parse_relation("a / (a + b) = 1").left
    spans = {"a": Interval(Fraction("13.35"), Fraction("13.45")), "b": Interval(Fraction("2.05"), Fraction("2.15"))}
    assert tightest(tree, lambda reference: spans[reference.name]) == Interval(Fraction(267, 310), Fraction(269, 310))


def test_what_is_required_is_tight_and_carries_openness():
    holds = parse_relation("a = b + c")
    open_below = {"b": Interval(1, 2, low_open=True), "c": Interval(10, 20, high_open=True)}
    assert required(holds, Reference("a", 0), lambda ref: open_below[ref.name]) == Interval(
        11, 22, low_open=True, high_open=True
    )
    known = {"a": Interval(5, 6), "b": Interval(1, 2, low_open=True)}
    assert required(holds, Reference("c", 0), lambda ref: known[ref.name]) == Interval(3, 5, high_open=True)
    twice = parse_relation("a / (a + b) = c")
    assert required(twice, Reference("a", 0), lambda _: Interval(1, 2)) is None
    by_nothing = parse_relation("a × b = c")
    assert required(by_nothing, Reference("a", 0), lambda _: Interval(0, 1)) is None


HEAD = """\
metrics:
  m: {label: m, unit: files, behaviour: flow}
  p: {label: p, unit: "%", behaviour: share}
  r: {label: r, unit: points, behaviour: level}
source: {id: s, language: en}
claims:
"""


def judge(folder, claims, holds):
    lines = "".join(f"  - {{id: {name}, {rest}}}\n" for name, rest in claims.items())
    text = f"{HEAD}{lines}relations:\n  - holds: {holds}\n"
    view = view_folder(write_files(folder, {"a.yaml": text}))
    (judgement,) = view.judgements
    return judgement, view


def share(value):
    return f"metric: p, value: {value}%"


def count(value, more=""):
    return f"metric: m, value: {value}{more}"


@pytest.mark.parametrize(
    ("claims", "holds", "verdict", "blamed", "needed"),
    [
        ({"a": share("82.94"), "b": count(1517), "c": count(1829)}, "b / c = a", Verdict.ROUNDED, (), None),
        ({"a": count(5), "b": count(2), "c": count(3)}, "a = b + c", Verdict.HOLDS, (), None),
        ({"a": share(82), "b": count(1517), "c": count(1829)}, "b / c = a", Verdict.CUT_OFF, ("a",), "1517/1829"),
        ({"a": count(50_000), "b": count(49_352)}, "a = b", Verdict.HARD_ONLY, ("a",), "49352"),
        ({"a": count(40_000, ", comparator: over"), "b": count(61_005)}, "a = b", Verdict.HARD_ONLY, ("a",), "61005"),
        ({"a": count(40_000), "b": count(40_000)}, "a = b + 1000", Verdict.HARD_ONLY, ("a", "b"), None),
        # 3400 / 3.45 is no whole number, so only the other one can be a round number.
        ({"a": count(3400), "b": count(1000)}, "a = b × 3.45", Verdict.HARD_ONLY, ("a",), "3450"),
        ({"a": share(83), "b": count(1490), "c": count(1829)}, "b / c = a", Verdict.BROKEN, (), None),
        ({"a": count(7), "b": count(2)}, "a = b × 3", Verdict.BROKEN, (), None),
    ],
)
def test_each_step(tmp_path, claims, holds, verdict, blamed, needed):
    judgement, _ = judge(tmp_path, claims, holds)
    assert judgement.verdict is verdict
    assert judgement.blamed == blamed
    assert judgement.needed == (None if needed is None else Interval.point(Fraction(needed)))


def test_counts_are_whole_where_nothing_else_forbids(tmp_path):
    about = "metric: {}, value: 30, comparator: about"
    whole = {"part": about.format("m"), "whole": count(43), "share": share(71)}
    judgement, view = judge(tmp_path / "count", whole, "part / whole = share")
    assert judgement.left.meets(judgement.right)
    assert judgement.verdict is Verdict.BROKEN
    assert judgement.blamed == ("part",)
    assert judgement.needed.integers() is None
    assert view.figures["part"].slack is Slack.HEDGE
    score = {"part": about.format("r"), "whole": count(43), "share": share(71)}
    judgement, _ = judge(tmp_path / "score", score, "part / whole = share")
    assert judgement.verdict is not Verdict.BROKEN


counts = st.integers(1, 99_999)


@given(part=counts, rest=counts, decimals=st.integers(0, 2), cut=st.booleans())
def test_a_share_that_is_rounded_or_cut_off_is_never_called_broken(part, rest, decimals, cut, tmp_path_factory):
    whole = part + rest
    scale = 100 * 10**decimals
    digits = part * scale // whole if cut else (2 * part * scale + whole) // (2 * whole)
    percent = f"{digits // 10**decimals}" + (f".{digits % 10**decimals:0{decimals}}" if decimals else "")
    claims = {
        "part": count(part, ", decimals: 0"), "rest": count(rest, ", decimals: 0"), "share": share(percent)
    }  # fmt: skip
    judgement, _ = judge(tmp_path_factory.mktemp("share"), claims, "part / (part + rest) = share")
    allowed = {Verdict.HOLDS, Verdict.ROUNDED, *([Verdict.CUT_OFF] if cut else [])}
    assert judgement.verdict in allowed
    if judgement.verdict is Verdict.ROUNDED:
        assert judgement.by_one
        assert judgement.left_written.gap(judgement.right_written) > 0
