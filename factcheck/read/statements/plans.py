"""The sections of a report that say what is planned: under "5. Mục tiêu năm 2024", "Targets for 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.read.statements.page import Page, Span, span_at
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import StatementWords

_MOST_WORDS = 12
# Nor is a line of more characters one, however long its words are.
_LONGEST = 400
_NUMBER = re.compile(
    r"(?P<roman>[IVX]{1,5})[.)]|(?P<digits>\d{1,2})[.)]\s|(?P<parts>\d{1,2}(?:\.\d{1,2})+)|(?P<letter>[a-zđ])[.)]\s"
)


def planned_sections(page: Page, times: Sequence[Time], words: StatementWords, published: date | None) -> list[Span]:
    """Return the stretches of a text under a heading that names a plan and a time still to come, in order."""
    sections: list[Span] = []
    for time in times:
        period = time.period
        if period is None or time.base or published is None or period.end <= published:
            continue
        line = line_of(page.text, time.start)
        heading = page.lower[line.start : line.end]
        if not is_heading(heading) or not words.plan_heading.search(heading) or words.result_heading.search(heading):
            continue
        if page.title is None or line.start != page.title.start:
            sections.append(Span(line.end, _end_of_section(page.text, line)))
    return sections


def is_planned(statement: Statement, sections: Sequence[Span], times: Sequence[Time], published: date | None) -> bool:
    """Whether a figure stands in a section of plans, in a sentence that names no time which is over."""
    sentence = statement.sentence
    if published is None or span_at(sections, statement.quantity.start) is None:
        return False
    periods = (time.period for time in times_between(times, sentence.start, sentence.end) if not time.base)
    return not any(period and period.end <= published for period in periods)


def is_set_target(statement: Statement, words: StatementWords) -> bool:
    """Whether the words around a figure say that it is a target: "vượt mục tiêu 80% đề ra", "above the 80% target"."""
    pieces = statement.own_left.split()
    while pieces and pieces[-1] in words.hedges:
        pieces.pop()
    return words.target_set.search(f"{' '.join(pieces)} | {statement.right}") is not None


def line_of(text: str, offset: int) -> Span:
    """Return the line that holds an offset."""
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))


def is_heading(line: str) -> bool:
    """Whether a line is a short one without a full stop."""
    line = line.rstrip()
    return len(line) <= _LONGEST and len(line.split()) <= _MOST_WORDS and not line.endswith((".", ",", ";"))


def _end_of_section(text: str, heading: Span) -> int:
    """Return where the next heading of the same kind begins: numbered in the same way, or not numbered at all."""
    kind = _kind(text[heading.start : heading.end])
    for start, line in _lines(text, heading.end + 1):
        if line.strip() and _kind(line) == kind and (kind or is_heading(line)):
            return start
    return len(text)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    while start < len(text):
        line = line_of(text, start)
        yield start, text[start : line.end]
        start = line.end + 1


def _kind(line: str) -> str:
    found = _NUMBER.match(line.lstrip(" #*"))
    return found.lastgroup or "" if found else ""
