"""Which figures are there only to be held against: "70 tỷ đồng cùng kỳ năm trước", "(2023: 512)", and of what time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.period import Grain, parse_period
from factcheck.model.quantity import Kind
from factcheck.read.statements.periods import shifted
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.times import Time, seen_from, times_between
from factcheck.read.statements.words import StatementWords

_ADJACENT = 5
_YEAR = 12
_LEAD = 24
_MARKS = re.compile(r",\s|[;:()]")
_SIGNS = " $€£¥₹₫"
_OWNS = re.compile(r"['’]s?(?: [^\W\d_]+){0,3} [$€£¥₹]?")
_DAYS = 366


def held_against(
    lower: str, statement: Statement, times: Sequence[Time], words: StatementWords, beside: tuple[int, int], period: str
) -> tuple[bool, str | None]:
    """Return whether a figure is what the one before it is held against, and of which earlier time it is then.

    ``beside`` is where the figure before it ends and the one after it begins, ``period`` that of the figure before it.
    The time is empty where it is told as any other is, and None where nothing tells it: "4.1%, down from 4.3%".
    """
    if (statement.quantity.direction and not statement.loss) or statement.quantity.kind is Kind.POINTS:
        return False, ""
    before, after = beside[0], min(beside[1], statement.sentence.end)
    times = times_between(times, statement.sentence.start, after)
    bracket = lower.rfind("(", before, statement.quantity.start)
    if bracket >= 0 and ")" not in lower[bracket : statement.quantity.start]:
        closing = lower.find(")", statement.quantity.end, after)
        earlier = [time for time in times if statement.quantity.end <= time.start < closing and time.base]
        if earlier and _is_near(lower[statement.quantity.end : earlier[0].start]):
            # It stood at 56.2% by the end of September (56.9% a year before).
            return True, seen_from(earlier[0], period, lower, words)
        return _in_bracket(lower, bracket + 1, statement.quantity.start, times, words, period)
    led = words.ends_with(words.against, lower[statement.sentence.start : statement.quantity.start].rstrip(_SIGNS))
    if led is None or (statement.quantity.comparator is not None and led[0].strip() in words.hedges):
        # "More than 40" is held against nothing.
        opens = statement.sentence.start
        return _ahead(lower, opens, before, statement.quantity.start, times, words, period)
    against, time = _behind(lower, statement.quantity.end, after, times, words, period)
    follows = bool(led["level"]) or before > statement.sentence.start
    own = any(_leads_to(lower, before, time, statement.quantity.start) for time in times)
    if follows and not against and not own:
        return bool(led["level"]), None
    return against or bool(led["level"]), time


def of_its_years(iso: str, period: str) -> str:
    """Return the period of a bare year in a report on a half, a quarter, or a year that does not end in December.

    It is the same months of that year: "in the year ended 30 September 2023 savings were £31.7m (2022: £29.4m)". Empty
    where a report is on a calendar's year.
    """
    known = parse_period(period) if period else None
    if known is None or known.start is None or len(iso) != len("2020") or known.grain is Grain.YEAR:
        return ""
    # No longer than a year: of two years together the one named is one.
    back = known.end.year - int(iso)
    return shifted(period, _YEAR * back) if back > 0 and (known.end - known.start).days <= _DAYS else ""


def _leads_to(lower: str, start: int, time: Time, end: int) -> bool:
    """Whether a time between two figures is the second one's: "so với năm 2022 là 46"; not "in 2023, up from 46"."""
    return start <= time.start < end and not _MARKS.search(lower, time.end, end)


def _in_bracket(
    lower: str, start: int, end: int, times: Sequence[Time], words: StatementWords, period: str
) -> tuple[bool, str]:
    """Look for a time that opens a bracket, or leads to it: "(2023: 512)", "so với năm 2022 (3.510 ca)"."""
    leading = next((time for time in times if lower[time.end : start].strip() == "("), None)
    named = next((time for time in times if start <= time.start < end), None)
    if leading is not None and named is None and (leading.base or leading.aside):
        return True, seen_from(leading, period, lower, words)
    same = words.year_before.match(lower, start)
    if named is not None and (same or not lower[start : named.start].strip()):
        return True, seen_from(named, period, lower, words) if named.base else ""
    return (True, shifted(period, _YEAR) if period else "") if same else (False, "")


def _ahead(
    lower: str, opens: int, start: int, end: int, times: Sequence[Time], words: StatementWords, period: str
) -> tuple[bool, str]:
    """Look for an earlier time that is the subject's: "trong khi năm trước chỉ có 46 lượt", not "so với năm trước"."""
    named = next((time for time in reversed(times) if start <= time.start < end), None)
    if named is not None and named.base and _OWNS.fullmatch(lower, named.end, end):
        # "A fall of 8% on the previous year's 665".
        return True, seen_from(named, period, lower, words)
    if named is not None and named.base and named.iso and words.when.match(lower, named.end, end):
        # "4% more than in 2022, when there were 46".
        return True, named.iso
    if named is None or not named.base or named.iso:
        return False, ""
    gap = lower[named.end : end]
    # "The year before, there were 46": a comma behind what opens a sentence.
    if not _is_near(gap.lstrip(", ") if len(lower[opens : named.start].split()) <= 1 else gap):
        return False, ""
    # "Trong khi cùng kỳ năm ngoái lỗ 42 tỷ": of then, and no "so với cùng kỳ".
    before = words.same_period.sub("", lower[max(start, named.start - _LEAD) : named.start])
    if words.compared.search(before):
        return False, ""
    if words.more_than_then.search(lower[start : named.start]):
        # "Nhiều hơn năm trước 98.700 hồ sơ".
        return False, ""
    gap = words.same_period.sub("", lower[start : named.start])
    if len(gap.split()) == 1 and not _MARKS.search(gap):
        # "Gấp 3,4 lần năm trước": what the figure before it is measured from.
        return False, ""
    return True, seen_from(named, period, lower, words)


def _behind(
    lower: str, start: int, end: int, times: Sequence[Time], words: StatementWords, period: str
) -> tuple[bool, str]:
    """Look for a time right behind: "so với 70 tỷ đồng cùng kỳ năm trước"."""
    named = next((time for time in times if start <= time.start < end), None)
    if named is not None and _is_near(lower[start : named.start]):
        return True, seen_from(named, period, lower, words) if named.base else ""
    same = words.year_before.search(lower, start, end)
    if same and period and _is_near(lower[start : same.start()]):
        return True, shifted(period, _YEAR)
    return False, ""


def _is_near(gap: str) -> bool:
    return len(gap.split()) <= _ADJACENT and not _MARKS.search(gap)
