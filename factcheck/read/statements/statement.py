"""A text as statements: each figure with the words, the time and the state of affairs that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.model.period import parse_period
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.registry import Status
from factcheck.read.language import Language
from factcheck.read.neighbours import left_words
from factcheck.read.scan import Scan, scan
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import Time, find_times, shifted
from factcheck.read.statements.words import StatementWords

_STRONG = re.compile(r"[;:]|\s[-–]\s")
_LEVEL = re.compile(r"(?:mức\s+độ|cấp\s+độ|mức|cấp|levels?|tier|grade)\s+(?P<level>\d)(?![\d.,]*\d|\s*%)")
_MORE_LEVELS = re.compile(
    r"\s*(?:,|và|and|-|–|&|/|or|hoặc|hay)\s*(?:(?:mức\s+độ|cấp\s+độ|mức|level)\s+)?\d(?!\d|[.,]\d|\s*%)"
)
_LEVEL_REACH = 40
_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_LEVEL_WORDS = 2
_ADJACENT = 5
_LARGE = 1_000
_CLOSED = 45
_SAME = 75
_SIDE = 8
_FEWEST = 3
_DOMINANT = 3
_NEAR_AFTER = 60
_DEFINITION = re.compile(r"\s+(?:[^\s\d.,;:()]+\s+){0,5}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure and what its text says around it.

    ``left`` runs from the figure before it (or a strong mark) to its hedge, ``right`` from its end to the figure
    after it; both lower case. ``period`` is ISO, empty where nothing tells it; ``spoken`` is whether its own sentence
    names the time, ``told`` whether that, an earlier one or the whole text does. ``base`` is the period that a change is measured from. ``level`` is the level that is named right
    beside it. ``fresh`` is whether ``left`` begins anew, not in the noun of the figure before; ``followed`` whether
    ``right`` leads up to another figure, ``compares`` whether it holds the figure against another one. ``repeats`` are the other places where the same is said.
    """

    quantity: Quantity
    sentence: Span
    left: str
    right: str
    period: str = ""
    spoken: bool = False
    told: bool = False
    base: str = ""
    status: Status = Status.ACTUAL
    level: str = ""
    fresh: bool = True
    followed: bool = False
    compares: bool = False
    repeats: tuple[Quantity, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether the figure says how far another one moved, in per cent, points or times."""
        moves = (Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
        return self.quantity.kind in moves and (self.quantity.direction != 0 or self.compares)

    @property
    def is_difference(self) -> bool:
        """Whether the figure says by how many of a thing there are more or fewer than at another time."""
        amounts = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
        return self.quantity.kind in amounts and self.quantity.direction != 0 and self.compares


class PassedOver(NamedTuple):
    """A figure that is no claim, and why: ``threshold`` or ``duration``."""

    statement: Statement
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with its statements in order, and the figures of its prose that are none (thresholds, durations)."""

    page: Page
    statements: tuple[Statement, ...]
    passed_over: tuple[PassedOver, ...]
    times: tuple[Time, ...]
    scan: Scan


def read_statements(page: Page, language: Language, words: StatementWords, published: date | None) -> Reading:
    """Read every statement of a page's prose."""
    found = scan(page.text, language)
    documents = [(other.start, other.end) for other in found.others if other.kind == "document-number"]
    times = find_times(page.lower, words, published, documents)
    inside = [
        quantity
        for quantity in found.quantities
        if page.sentence_at(quantity.start)
        # "6 tháng đầu năm 2024" is a time, whatever the number in it looks like.
        and not any(time.start <= quantity.start < time.end for time in times)
    ]
    usual = _usual_period(page, times, published)
    reasons: dict[int, str] = {}
    for number, quantity in enumerate(inside):
        if _is_threshold(page.lower, quantity, inside[number + 1 : number + 2], words):
            reasons[number] = "threshold"
        elif _is_duration(page.lower, quantity, words):
            reasons[number] = "duration"
        elif _is_age(page.lower, quantity, words):
            reasons[number] = "threshold"
    passed_over: list[PassedOver] = []
    for number, why in reasons.items():
        sentence = page.sentence_at(inside[number].start)
        if sentence is not None:
            bare = _bare_statement(page.lower, inside[number], sentence, sentence.start, sentence.end)
            passed_over.append(PassedOver(bare, why))
    counted = [quantity for number, quantity in enumerate(inside) if number not in reasons]
    statements: list[Statement] = []
    for number, quantity in enumerate(counted):
        sentence = page.sentence_at(quantity.start)
        if sentence is None:
            continue
        before = max(counted[number - 1].end if number else 0, sentence.start)
        after = min(counted[number + 1].start if number + 1 < len(counted) else sentence.end, sentence.end)
        statement = _bare_statement(page.lower, quantity, sentence, before, max(after, quantity.end))
        compares = bool(words.compares.match(" " + statement.right))
        statement = replace(statement, status=_status(page.lower, statement, words), compares=compares)
        statements.append(_dated(page, statement, times, words, published, usual, max(after, quantity.end)))
    return Reading(page, tuple(_merged(page, statements)), tuple(passed_over), tuple(times), found)


def _bare_statement(lower: str, quantity: Quantity, sentence: Span, before: int, after: int) -> Statement:
    lefts = _STRONG.split(lower[before : quantity.start])
    rights = _STRONG.split(lower[quantity.end : after])
    left, right = " ".join(lefts[-1].split()), " ".join(rights[0].split())
    return Statement(
        quantity,
        sentence,
        left,
        right,
        level=_level(right, left),
        fresh=len(lefts) > 1 or before == sentence.start,
        followed=len(rights) == 1 and after < sentence.end,
    )


def _is_threshold(lower: str, quantity: Quantity, following: Sequence[Quantity], words: StatementWords) -> bool:
    """Whether a hedged figure only defines what the next one counts: "services with more than 12 files were 83"."""
    if quantity.comparator is None or quantity.kind in (Kind.RATIO, Kind.RANK):
        return False
    if not following or following[0].kind not in (Kind.COUNT, Kind.RATIO, Kind.PERCENT):
        return False
    between = lower[quantity.end : following[0].start]
    return bool(
        _DEFINITION.fullmatch(between) and words.defining.search(between.rstrip() + " ") and len(between.split()) > 1
    )


def _is_duration(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    if quantity.kind not in (Kind.COUNT, Kind.MEASURE):
        return False
    if not words.durations.match(lower, quantity.end):
        return False
    left = " ".join(left_words(lower, quantity.start)) + " "
    return bool(words.duration_heads.search(left))


def _is_age(lower: str, quantity: Quantity, words: StatementWords) -> bool:
    """Whether a number only says who is counted: "trẻ dưới 5 tuổi", "people aged 65 and over"."""
    if quantity.kind not in (Kind.COUNT, Kind.MEASURE):
        return False
    left = " ".join(left_words(lower, quantity.start)) + " "
    return bool(words.ages.match(lower, quantity.end) and words.age_heads.search(left)) or left.endswith(
        (" aged ", " ages ")
    )


def _level(right: str, left: str) -> str:
    """Return the one level that is named right behind a figure, or right before it; empty for two together."""
    match = _LEVEL.search(right[:_LEVEL_REACH])
    if match:
        return "" if _MORE_LEVELS.match(right, match.end()) or "," in right[: match.start()] else match["level"]
    *_, match = [None, *_LEVEL.finditer(left)]
    if match is None or len(left[match.end() :].split()) > _LEVEL_WORDS:
        return ""
    together = re.search(r"\d\s*(?:,|và|and|-|–|&)\s*\Z", left[: match.start()])
    return "" if together or _MORE_LEVELS.match(left, match.end()) else match["level"]


def _status(lower: str, statement: Statement, words: StatementWords) -> Status:
    quantity = statement.quantity
    if quantity.estimated:
        return Status.ESTIMATE
    before = lower[statement.sentence.start : quantity.start]
    near = statement.left + " " if statement.left else ""
    hedge = len(" ".join(left_words(lower, quantity.start)))
    if _ends_in_target(near, words) or (hedge and _ends_in_target(before, words)):
        return Status.TARGET
    clause = re.split(r"[;()]", before)[-1]
    if words.forecast.search(clause) and not words.target_near.search(clause):
        return Status.FORECAST
    match = None
    for found in words.target_before.finditer(clause + " "):
        match = found
    if match and not words.not_target.search(clause, match.end()):
        return Status.TARGET
    return Status.ACTUAL


def _ends_in_target(text: str, words: StatementWords) -> bool:
    """Whether a word such as "target" leads right up to the figure, its hedge passed over."""
    pieces = text.split()
    for dropped in range(min(4, len(pieces)) + 1):
        kept = " ".join(pieces[: len(pieces) - dropped]) + " "
        if words.target_near.search(kept):
            return True
    return False


def _usual_period(page: Page, times: Sequence[Time], published: date | None) -> str:
    """Return the period that a report is about: the one it names most, where it names one again and again."""
    counts: dict[str, int] = {}
    for time in times:
        in_title = page.title is not None and page.title.start <= time.start < page.title.end
        if time.base or time.aside or not time.iso or not time.carries or time.now or not page.sentence_at(time.start):
            continue
        period = time.period
        if published and period and (period.start or period.end) > published:
            continue
        # What a report calls itself after is what it is about.
        counts[time.iso] = counts.get(time.iso, 0) + (_DOMINANT if in_title and published else 1)
    if not counts:
        return ""
    best = max(counts, key=lambda iso: (counts[iso], iso))
    return best if counts[best] >= _DOMINANT and 2 * counts[best] >= sum(counts.values()) else ""


def _dated(
    page: Page,
    statement: Statement,
    times: Sequence[Time],
    words: StatementWords,
    published: date | None,
    usual: str,
    after: int,
) -> Statement:
    quantity = statement.quantity
    chosen, spoken = _time_of(page, statement, times, words, published, after)
    period = chosen.iso if chosen else usual or (published.isoformat() if published else "")
    if chosen and chosen.now and published and usual and len(usual) > len("2020"):
        # A report on a quarter that closed just now counts up to its close, whatever day it came out.
        close = parse_period(usual).end
        if 0 <= (published - close).days <= _CLOSED:
            period = period.replace(published.isoformat(), close.isoformat())
    status = statement.status
    if published and period and status in (Status.ACTUAL, Status.ESTIMATE):
        known = parse_period(period)
        starts = known.start or known.end
        if starts > published:
            status = Status.FORECAST
        elif known.stated_end and known.end > published:
            status = Status.FORECAST
    if not period and status is Status.ACTUAL:
        period = usual
    base = _base_of(page.lower, quantity, statement, times, after, period)
    return replace(
        statement, period=period, spoken=spoken, told=chosen is not None or bool(usual), status=status, base=base
    )


def _time_of(
    page: Page, statement: Statement, times: Sequence[Time], words: StatementWords, published: date | None, after: int
) -> tuple[Time | None, bool]:
    """Return the time of a figure: right behind it, before it in its sentence, or carried over in its paragraph."""
    quantity, sentence = statement.quantity, statement.sentence
    lies_ahead = statement.status.lies_ahead

    def usable(time: Time) -> bool:
        period = time.period
        if time.base or time.aside or period is None:
            return False
        return lies_ahead or published is None or (period.start or period.end) <= published

    behind = [time for time in times if quantity.end <= time.start < min(after, sentence.end) and usable(time)]
    if behind:
        gap = page.lower[quantity.end : behind[0].start]
        close = len(gap.split()) <= _ADJACENT
        if ";" not in gap and close and ("," not in gap or len(gap) < _NEAR_AFTER // 2):
            return behind[0], True
    ahead = [time for time in times if sentence.start <= time.start < quantity.start and usable(time)]
    if ahead:
        nearest = ahead[-1]
        return nearest, True
    if behind and ";" not in page.lower[quantity.end : behind[0].start]:
        return behind[0], True
    later = [time for time in times if quantity.end <= time.start < sentence.end and usable(time)]
    if later and not re.search(r",\s|[;:()]", page.lower[quantity.end : later[0].start]):
        return later[0], True
    paragraph = page.paragraph_at(quantity.start)
    if paragraph is None:
        return None, False
    carried = [
        time
        for time in times
        if paragraph.start <= time.start < sentence.start
        and usable(time)
        and time.carries
        and not _closed(page, time, words)
    ]
    return (carried[-1], False) if carried else (None, False)


def _closed(page: Page, time: Time, words: StatementWords) -> bool:
    """Whether a time speaks of the words beside it alone: in brackets, of a plan, or of what a figure is held against."""
    sentence = page.sentence_at(time.start)
    if sentence is None:
        return False
    before = page.lower[sentence.start : time.start]
    clause = re.split(r",\s|[;(]", before)[-1]
    aimed = words.target_before.search(before + " ") or words.forecast.search(before)
    return before.count("(") > before.count(")") or bool(words.compared.search(clause)) or bool(aimed)


def _base_of(
    lower: str, quantity: Quantity, statement: Statement, times: Sequence[Time], after: int, period: str
) -> str:
    if quantity.direction == 0:
        return ""
    for time in times:
        if time.base and quantity.end <= time.start <= max(after, quantity.end) and time.start < statement.sentence.end:
            if time.iso:
                return _same_part(time, period, lower)
            return shifted(period, time.back) if period else ""
    if period and re.search(r"cùng kỳ|year[ -]on[ -]year|a year (?:earlier|ago)", statement.right):
        return shifted(period, 12)
    return ""


def _same_part(time: Time, period: str, lower: str) -> str:
    """Return the same part of a named year: "cùng kỳ 2019" of a figure to 30 June 2020 is 30 June 2019."""
    if len(time.iso) != len("2020") or len(period) <= len("2020") or "cùng kỳ" not in lower[time.start - 12 : time.end]:
        return time.iso
    last = int(period.rpartition("/")[2][:4])
    return shifted(period, 12 * (last - int(time.iso))) or time.iso


def _merged(page: Page, statements: list[Statement]) -> list[Statement]:
    """Make one statement of all places where a text says the same: figures alike amid words alike."""
    kept: list[Statement] = []
    for statement in statements:
        for number, other in enumerate(kept):
            if _same_statement(page, other, statement):
                kept[number] = _joined(page, other, statement)
                break
        else:
            kept.append(statement)
    return kept


def _joined(page: Page, first: Statement, second: Statement) -> Statement:
    """Keep the place that says more: prose before headings, a hedge before none."""
    in_title = page.title is not None and page.title.start <= first.quantity.start < page.title.end
    hedged = second.quantity.comparator is not None and first.quantity.comparator is None
    best, other = (second, first) if in_title or hedged else (first, second)
    return replace(best, repeats=(*best.repeats, *other.repeats, other.quantity))


def _same_statement(page: Page, first: Statement, second: Statement) -> bool:
    one, other = first.quantity, second.quantity
    if (one.value, one.kind, one.of, one.direction) != (other.value, other.kind, other.of, other.direction):
        return False
    if first.sentence == second.sentence:
        return False
    if one.comparator is not None and other.comparator is not None and one.comparator is not other.comparator:
        return False
    if first.level != second.level:
        return False
    if one.value >= _LARGE and one.comparator is other.comparator and _after(page, one)[:2] == _after(page, other)[:2]:
        return True
    right = _alike(_after(page, one), _after(page, other))
    left = _alike(_before(page, one), _before(page, other))
    return max(left, right) >= _SAME


def _after(page: Page, quantity: Quantity) -> list[str]:
    return _WORD.findall(page.lower[quantity.end : quantity.end + 120].partition("\n")[0])[:_SIDE]


def _before(page: Page, quantity: Quantity) -> list[str]:
    return _WORD.findall(page.lower[max(0, quantity.start - 120) : quantity.start].rpartition("\n")[2])[-_SIDE:]


def _alike(one: list[str], other: list[str]) -> float:
    size = min(len(one), len(other))
    if size < _FEWEST:
        return 0
    return fuzz.ratio(" ".join(one), " ".join(other))
