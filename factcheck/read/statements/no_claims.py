"""Figures of a text that are no claims: they number rows, set limits, or say how long it takes and who is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.model.comparator import Comparator
from factcheck.model.quantity import AMOUNTS, Kind, Quantity
from factcheck.read.statements.page import Page
from factcheck.read.statements.tables import in_brackets, in_names, row_numbers, run_together
from factcheck.read.statements.words import StatementWords

_MARKS = re.compile(r"[.,;:!?()\n]")
_LEAD, _LEAD_WORDS = 60, 5
_LIMITS = frozenset((Comparator.OVER, Comparator.AT_LEAST, Comparator.UNDER, Comparator.AT_MOST))
# "£15-a-month", "60-bed"; but "12-15 tuổi", "3-year-olds".
_COMPOUND = re.compile(r"-[^\W\d_]{1,}(?:-[^\W\d_]+)*(?<!olds) [^\W\d_]")
_IN_ONE = re.compile(r"(?<![\d.,])\d(?: trong |-in-| in )1(?![\d.,%]|\s*(?:million|triệu))")
_BETWEEN_UNITS = re.compile(r"\s+(?:(?:and|và)\s+)?")
_AGES = range(5, 111)
_FEW = range(1, 6)
_NAME_WORDS = 3
_DEFINITION = re.compile(r"\s+(?:[^\s\d.,;:()]+\s+){0,5}")


def why_no_claims(page: Page, quantities: Sequence[Quantity], words: StatementWords) -> dict[int, str]:
    """Return the numbers of those of some figures that are no claims, each with the reason."""
    reasons: dict[int, str] = {}
    in_tables = dict.fromkeys(row_numbers(page, quantities, words), "numbering")
    in_tables |= dict.fromkeys(in_names(page, quantities), "description")
    in_tables |= dict.fromkeys(in_brackets(page, quantities), "bracketed")
    in_tables |= dict.fromkeys(run_together(page, quantities), "cells")
    for number, quantity in enumerate(quantities):
        before = quantities[number - 1] if number else None
        if quantity.start in in_tables:
            reasons[number] = in_tables[quantity.start]
        elif before and _is_said_again(page.lower, before, quantity, words):
            reasons[number] = "again"
        elif quantity.value == 1 and before and page.lower[before.end : quantity.start] == ":":
            reasons[number] = "ratio"
        elif (
            _is_threshold(page.lower, quantity, quantities[number + 1 : number + 2], words)
            or (before and _is_reached_by(page.lower, before, quantity, words))
            or _is_limit(page.lower, quantity, words, after_limit=reasons.get(number - 1) == "threshold")
        ):
            reasons[number] = "threshold"
        elif any(
            _is_in_two_units(page.lower, *pair, words) for pair in pairwise(quantities[max(number - 1, 0) : number + 2])
        ):
            reasons[number] = "two-units"
        elif _is_duration(page.lower, quantity, words):
            reasons[number] = "duration"
        elif _is_age(page.lower, quantity, words) or _is_standard(page.lower, quantity, words):
            reasons[number] = "threshold"
        elif _describes(page.lower, quantity, words) or _is_named(
            page.lower, quantity, quantities[number + 1 :], words
        ):
            reasons[number] = "description"
    return reasons


def _is_said_again(lower: str, before: Quantity, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a percentage in brackets only says by how much in other words: "a fall of 43,000 (4.5%)"."""
    if quantity.kind is not Kind.PERCENT or before.kind not in AMOUNTS:
        return False
    if not before.direction and not words.moved_by.search(lower[max(0, before.start - _LEAD) : before.start]):
        return False
    return lower[before.end : quantity.start].strip() == "(" and lower[quantity.end : quantity.end + 1] == ")"


def _is_threshold(lower: str, quantity: Quantity, following: Sequence[Quantity], words: StatementWords) -> bool:
    """Whether a hedged figure only defines what the next one counts: "services with more than 12 files were 83"."""
    if quantity.comparator not in _LIMITS or quantity.kind in (Kind.RATIO, Kind.RANK):
        return False
    if not following or following[0].kind not in (Kind.COUNT, Kind.RATIO, Kind.PERCENT):
        return False
    between = lower[quantity.end : following[0].start]
    if following[0].kind is Kind.PERCENT and words.making_up.fullmatch(between):
        # "Giao dịch trên 10 triệu đồng chiếm khoảng 11%"; but "thu đạt trên 10 tỷ đồng": a figure of its own.
        pieces = _unhedged(lower, quantity, words)
        return bool(pieces) and pieces[-1] not in words.prose_stops
    return bool(
        _DEFINITION.fullmatch(between) and words.defining.search(between.rstrip() + " ") and len(between.split()) > 1
    )


def _is_reached_by(lower: str, counted: Quantity, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a hedged figure only says which are counted before it: "có 10 nhóm hàng đạt trên 1 tỷ USD"."""
    if quantity.comparator is None or counted.kind not in (Kind.COUNT, Kind.PERCENT):
        return False
    between = lower[counted.end : quantity.start]
    if counted.kind is Kind.COUNT and quantity.kind is Kind.PERCENT and words.bodies_reaching.fullmatch(between):
        # "5 chỉ tiêu đạt trên 80%".
        return words.of_plan.match(lower, quantity.end) is None
    if words.having.fullmatch(between):
        # "27 địa phương có tỷ lệ hồ sơ trực tuyến dưới 50%".
        return counted.kind is Kind.COUNT or quantity.kind is not Kind.PERCENT
    if counted.kind is not Kind.COUNT:
        return False
    there_are = words.there_are.search(lower[max(0, counted.start - _LEAD) : counted.start])
    return there_are is not None and words.reaching.fullmatch(between) is not None


def _is_limit(lower: str, quantity: Quantity, words: StatementWords, *, after_limit: bool) -> bool:
    """Whether an amount only says for whom a rule holds: "transfers over £10,000 must be confirmed"."""
    if quantity.comparator not in _LIMITS or quantity.kind not in (Kind.MONEY, Kind.MEASURE):
        return False
    if not words.obliging.match(lower, quantity.end):
        return False
    pieces = _unhedged(lower, quantity, words)
    if after_limit and pieces[-1:] and pieces[-1] in words.alternatives:
        return True
    return bool(pieces) and pieces[-1] not in words.prose_stops


def _is_in_two_units(lower: str, first: Quantity, second: Quantity, words: StatementWords) -> bool:
    """Whether two figures are one length of time: "8 minutes 40 seconds", "2 giờ 15 phút"."""
    larger, smaller = (words.durations.match(lower, each.end) for each in (first, second))
    if larger is None or smaller is None or larger[0].split() == smaller[0].split():
        return False
    return _BETWEEN_UNITS.fullmatch(lower, larger.end(), second.start) is not None


def _is_duration(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    if quantity.kind is Kind.RATIO and quantity.of == quantity.value and words.durations.match(lower, quantity.end):
        # "24/24 giờ", "7/7 ngày": always.
        return True
    if quantity.kind not in (Kind.COUNT, Kind.MEASURE):
        return False
    unit = words.durations.match(lower, quantity.end)
    if not unit:
        return False
    if words.duration_tails.match(lower, unit.end()):
        return True
    left = lead_to(lower, quantity.start)
    return bool(words.duration_heads.search(left))


def _is_age(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a number only says who is counted: "trẻ dưới 5 tuổi", "people aged 65 and over"."""
    if quantity.kind not in (Kind.COUNT, Kind.MEASURE):
        return False
    left = lead_to(lower, quantity.start)
    if words.ages.match(lower, quantity.end) and words.age_heads.search(left):
        return True
    pieces = left.split()
    while len(pieces) > 1 and quantity.comparator is not None and pieces[-1] in words.hedges:
        # "Aged under 25".
        pieces.pop()
    if pieces[-1:] in (["aged"], ["ages"]):
        return True
    if not pieces or quantity.comparator not in _LIMITS or quantity.value not in _AGES:
        return False
    # "52% were women and 47% were under 18": with no noun. "1.8 million children under five": whose age that is.
    bare = pieces[-1] in words.were and not words.noun_behind.match(lower, quantity.end)
    return bare or pieces[-1] in words.grow_up


def _is_standard(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a figure is only what is asked for everywhere, or says where: "below the standard of 20 litres"."""
    lead = lead_to(lower, quantity.start)
    return words.standards.search(lead) is not None or (
        quantity.comparator in _LIMITS and bool(words.where.search(lead))
    )


def _describes(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a number only describes a thing, or what is counted per what: "a 60-bed hospital", "cứ 1.000 dân"."""
    if quantity.kind not in AMOUNTS:
        return False
    if quantity.value in _FEW and words.grades.match(lower, quantity.end):
        return True
    compound = _COMPOUND.match(lower, quantity.end) is not None or _is_in_one(lower, quantity)
    return compound or words.every.search(lead_to(lower, quantity.start)) is not None


def _is_named(lower: str, quantity: Quantity, following: Sequence[Quantity], words: StatementWords) -> bool:
    """Whether a small number is only in the name of what the next one counts: "tiêm 1 mũi là 3.824.194 liều"."""
    if (
        quantity.kind is not Kind.COUNT
        or not following
        or quantity.value not in _FEW
        or quantity.comparator is not None
    ):
        return False
    between = lower[quantity.end : following[0].start].split()
    return 1 < len(between) <= _NAME_WORDS and between[-1] in words.being and following[0].value > max(_FEW)


def _is_in_one(lower: str, quantity: Quantity) -> bool:
    """Whether a number is one of those in "5 trong 1", "a 5-in-1 vaccine"."""
    around = _IN_ONE.finditer(lower, max(0, quantity.start - _LEAD), quantity.end + _LEAD)
    return any(found.start() <= quantity.start < found.end() for found in around)


def _unhedged(lower: str, quantity: Quantity, words: StatementWords) -> list[str]:
    """Return the words right before a figure without its hedge."""
    pieces = lead_to(lower, quantity.start).split()
    while pieces and pieces[-1] in words.hedges:
        pieces.pop()
    return pieces


def lead_to(lower: str, start: int) -> str:
    """Return the words right before a figure, in its own clause, with a space behind each."""
    clause = _MARKS.split(lower[max(0, start - _LEAD) : start])[-1]
    return "".join(f"{word} " for word in clause.split()[-_LEAD_WORDS:])
