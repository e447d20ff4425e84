"""Several times and several figures in one sentence: which is whose, where the words tell, and which are nobody's.

"In 2022, 2023 and 2024 there were 44, 46 and 48", "from 46 to 48 between 2023 and 2024", "rose to 48 from 46".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.model.quantity import Quantity
from factcheck.read.statements.page import Page, Span
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import YEAR, StatementWords

_QUARTER = re.compile(r"\d{4}-[QH]\d")
_ADJACENT = 5
# At most so many words join two figures of a list: "tỷ đồng và", "% and".
_JOINED = 3
_MARKS = re.compile(r",\s|[;:()]")


def lists_of_years(lower: str, sentence: Span, words: StatementWords) -> list[tuple[Span, list[str]]]:
    """Return where a sentence names years one after the other, and which: "2022, 2023 and 2024"."""
    return [
        (Span(*match.span()), re.findall(YEAR, match[0]))
        for match in words.years_listed.finditer(lower, sentence.start, sentence.end)
        if not words.between.search(lower, sentence.start, match.start())
    ]


def shared_out(
    page: Page, sentence: Span, quantities: Sequence[Quantity], times: Sequence[Time], words: StatementWords
) -> Mapping[int, str]:
    """Return the periods of those figures of a sentence whose time no single one tells, by where they begin.

    Empty where it is told by none.
    """
    every = times
    times = times_between(times, sentence.start, sentence.end)
    found: dict[int, str] = {
        each.start: "" for each in quantities if _is_of_other_years(page.lower, sentence, each, every, words)
    }
    for span, years in lists_of_years(page.lower, sentence, words):
        found |= _before_years(page.lower, span, years, quantities) or _in_turn(
            span, years, quantities, times, sentence
        )
    for stretch in words.long_time.finditer(page.lower, sentence.start, sentence.end):
        # "Trong 10 năm qua": what follows, up to another time, is of all these years, and what leads right up to it.
        span = Span(*stretch.span())
        if times_between(times, span.start, span.end):
            # A fiscal year: "in 2023/24".
            continue
        follows = _in_turn(span, (), quantities, times, sentence)
        found |= {
            each.start: ""
            for each in quantities
            if _is_beside(page.lower, each.end, span.start)
            or (each.start in follows and not _has_time(page.lower, each, sentence.end, times, words))
        }
    spanned = words.years_spanned.search(page.lower, sentence.start, sentence.end)
    if spanned and not times:
        both = f"{spanned['first']}/{spanned['last']}"
        found |= {each.start: both for each in quantities if not each.direction}
    for one, other in pairwise(quantities):
        found |= dict(_from_and_to(page.lower, sentence, one, other, times, words))
    return found


def _is_of_other_years(
    lower: str, sentence: Span, quantity: Quantity, times: Sequence[Time], words: StatementWords
) -> bool:
    """Whether a bracket opens with a time that no calendar tells: "(H1 2023/24: £566.0m)".

    "Q3 2023" is the calendar's where the text speaks of the same quarter of another year.
    """
    opening = lower.rfind("(", sentence.start, quantity.start)
    if opening < 0 or not words.other_years.match(lower[opening + 1 : quantity.start]):
        return False
    named = times_between(times, opening, quantity.start)
    ends = {time.iso[len("2020") :] for time in named if _QUARTER.fullmatch(time.iso)}
    return not any(time.iso.endswith(tuple(ends)) for time in times if time not in named) if ends else True


def _is_beside(lower: str, end: int, start: int) -> bool:
    gap = lower[end:start]
    return end <= start and len(gap.split()) <= _ADJACENT and not _MARKS.search(gap)


def _in_turn(
    span: Span, years: Sequence[str], quantities: Sequence[Quantity], times: Sequence[Time], sentence: Span
) -> Mapping[int, str]:
    """Give each year of a list its figure, where as many follow, and none where others do."""
    end = min((*(time.start for time in times if span.end <= time.start), sentence.end))
    figures = [each.start for each in quantities if span.end <= each.start < end and not each.direction]
    return dict(zip(figures, years if len(figures) == len(years) else [""] * len(figures), strict=True))


def _before_years(lower: str, span: Span, years: Sequence[str], quantities: Sequence[Quantity]) -> Mapping[int, str]:
    """Give each year of a list the figure before it: "2.87% and 2.55% in 2020 and 2021"."""
    figures = [each for each in quantities if each.end <= span.start][-len(years) :]
    if len(figures) != len(years) or not _is_beside(lower, figures[-1].end, span.start):
        return {}
    if any((one.kind, one.unit) != (other.kind, other.unit) for one, other in pairwise(figures)):
        return {}
    if any(len(lower[one.end : other.start].split()) > _JOINED for one, other in pairwise(figures)):
        return {}
    return {each.start: year for each, year in zip(figures, years, strict=True)}


def _from_and_to(
    lower: str, sentence: Span, one: Quantity, other: Quantity, times: Sequence[Time], words: StatementWords
) -> Iterator[tuple[int, str]]:
    """Yield the times of "from 46 to 48", of both or of the earlier one, where no time stands right behind it."""
    before, between = lower[sentence.start : one.start], lower[one.end : other.start]
    if (one.kind, one.unit) != (other.kind, other.unit) or len(between.split()) > 2 * _ADJACENT:
        return
    begins, ends = words.ends_with(words.beginning, before), words.ends_with(words.ending, between)
    span = words.years_spanned.search(lower, sentence.start, sentence.end)
    if begins and ends:
        if not _has_time(lower, one, other.start, times, words):
            yield one.start, span["first"] if span else ""
        if span and not _has_time(lower, other, sentence.end, times, words):
            yield other.start, span["last"]
        return
    turned = words.ends_with(words.beginning, between) and words.ends_with(words.ending, before)
    if turned and not _has_time(lower, other, sentence.end, times, words):
        # "Rose to 48 from 46": of some earlier time.
        yield other.start, ""


def _has_time(lower: str, quantity: Quantity, end: int, times: Sequence[Time], words: StatementWords) -> bool:
    """Whether a time stands right behind a figure."""
    named = next((time for time in times if quantity.end <= time.start < end), None)
    if named is None:
        return False
    # What a range of years is said of is both figures.
    ranged = words.years_spanned.match(lower, named.start) or words.between.search(lower, quantity.end, named.start)
    return _is_beside(lower, quantity.end, named.start) and not ranged
