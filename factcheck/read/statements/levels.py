"""The level that a figure says moved, or that it is held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model.exact import divide
from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.nouns import noun_words, own_words
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement, are_like_levels
from factcheck.read.statements.words import StatementWords

_TENFOLD = 10
_AIM = 90
_ASPECT_WORDS = 6


def hold_change_too(statements: Sequence[Statement], number: int, level: int, links: dict[int, Link]) -> None:
    """Let the change right before a figure be of the level that this is held against, where it bears that out."""
    change = number - 1
    of = links.get(change)
    if of is None or of.kind is not LinkKind.CHANGE or of.parent == level or level >= change:
        return
    moved, before = statements[change].quantity, statements[number].quantity.value
    if moved.kind is Kind.PERCENT and before:
        grown = divide(statements[level].quantity.value, before) - 1
        if moved.hard.contains(grown):
            links[change] = Link(LinkKind.CHANGE, level)


def moved_by(
    page: Page, statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, words: StatementWords
) -> Link | None:
    """Return the level that moved: the nearest one of what the change says that it is of, if it does."""
    levels = [n for n in earlier if not statements[n].is_change and not _is_of_plan(statements[n], words)]
    # Of "14.7 million, up from 11.2 million in 2022, an increase of 31%" the first.
    levels = [n for n in levels if not statements[n].against] or levels
    # "2,015,000 passengers, 173,000 more than in April and 6.2% more than a year before".
    levels = [n for n in levels if not statements[n].is_difference] or levels
    clause = page.lower.rfind(";", statement.sentence.start, statement.quantity.start)
    # "...; imports came to 50, up 3%": of the clause's own figures, if it has any.
    levels = [n for n in levels if statements[n].quantity.start > clause] or levels
    # "Visits to our five centres, 4.3% up", "cases in the 57 clinics fell by 19%": not of the centres or clinics.
    levels = [n for n in levels if not statements[n].left.endswith(words.determiners)]
    # Of "income was £842m (2022: £801m), up 5%" the first.
    outside = [n for n in levels if not is_bracketed(page, statements[n], statement)]
    if statement.quantity.kind is not Kind.POINTS or any(statements[n].quantity.kind is Kind.PERCENT for n in outside):
        levels = outside or levels
    percents = [n for n in levels if statements[n].quantity.kind is Kind.PERCENT]
    if moved := words.aspect.match(statement.right):
        levels = [n for n in levels if _is_of(statements[n], moved["of"], words)]
    if levels:
        return Link(LinkKind.CHANGE, (percents or levels)[-1])
    # "CPI tăng 0,18% so với tháng trước và tăng 5,2% so với cùng kỳ": of what the first is of.
    goes_on = statements[earlier[-1]].is_change and all(word in words.reporting for word in own_words(statement, words))
    return Link(LinkKind.LIST, earlier[-1]) if goes_on else None


def held_level(
    statements: Sequence[Statement],
    earlier: Sequence[int],
    statement: Statement,
    links: Mapping[int, Link],
    words: StatementWords,
) -> int | None:
    """Return what the figure behind some others is held against: a level of its kind, or that of the change before."""
    if not statement.against:
        return _held_in_turn(statements, earlier, statement, links)
    last = earlier[-1]
    level = level_before(statements, earlier, statements[last + 1], words)
    if level is None and (moved := links.get(last)) is not None and moved.kind is LinkKind.CHANGE:
        # "This is 9% fewer than in 2022 (4,291)": of what fell.
        return moved.parent
    return level


def _held_in_turn(
    statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, links: Mapping[int, Link]
) -> int | None:
    """Return the level of the second of two figures that two levels are held against: "… from 15,100 and 140"."""
    first = earlier[-1]
    of = links.get(first)
    joined = statement.left in ("and", "và") and statement.right[:1] in ("", ".", ",", ";", ")")
    if not joined or not statements[first].against or of is None or of.kind is not LinkKind.LIST:
        return None
    levels = [n for n in range(of.parent + 1, first) if are_like_levels(statements[n], statement)]
    return next((n for n in levels if _is_of_its_size(statements[n], statement)), None)


def is_bracketed(page: Page, level: Statement, statement: Statement) -> bool:
    """Whether a figure stands in a bracket that is closed before another."""
    opening = page.lower.rfind("(", level.sentence.start, level.quantity.start)
    closing = page.lower.find(")", level.quantity.end, statement.quantity.start)
    return closing >= 0 and opening >= 0 and ")" not in page.lower[opening : level.quantity.start]


def leads_from(before: Statement, statement: Statement, words: StatementWords) -> bool:
    """Whether two figures are what something moved from and to: "fell from 18 minutes to 11 minutes"."""
    one, other = before.quantity, statement.quantity
    if (one.kind, one.unit) != (other.kind, other.unit) or one.kind not in (*AMOUNTS, Kind.PERCENT):
        return False
    for first, last in ((before, statement), (statement, before)):
        # "Rose to 18.5 litres from 15.2": in either order.
        begins = words.ends_with(words.beginning, f"{first.left} ") is not None
        if begins and words.ends_with(words.ending, f"{last.left} "):
            return True
    return False


def multiplied_level(page: Page, statements: Sequence[Statement], earlier: Sequence[int]) -> int | None:
    """Return the nearest amount before a multiple in its clause: "12,6 triệu lượt, gấp 3,4 lần năm trước"."""
    # "1,05 triệu lượt, giảm 13,5% so với tháng trước và gấp 2,4 lần cùng kỳ": not of the fall.
    levels = [n for n in earlier if not statements[n].is_change and not statements[n].is_difference]
    amounts = [n for n in levels if statements[n].quantity.kind in AMOUNTS]
    percents = [n for n in levels if statements[n].quantity.kind is Kind.PERCENT]
    if not (amounts or percents):
        return None
    level = (amounts or percents)[-1]
    end = statements[level].quantity.end
    return level if ";" not in page.lower[end : end + _AIM] else None


def _is_of_plan(statement: Statement, words: StatementWords) -> bool:
    """Whether a percentage says how much of a plan was reached: what grew is the level, not that."""
    return statement.quantity.kind is Kind.PERCENT and words.of_plan.match(statement.right) is not None


def _is_of(level: Statement, aspect: str, words: StatementWords) -> bool:
    """Whether a figure is of what moved: "giảm 6,5% về số doanh nghiệp", "up 12% in value"."""
    if level.quantity.kind is Kind.COUNT:
        return aspect in words.number_aspects or aspect.startswith(" ".join(noun_words(level, words)) or "\n")
    return aspect == "value" or aspect in " ".join(level.left.split()[-_ASPECT_WORDS:])


def level_before(
    statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, words: StatementWords
) -> int | None:
    """Return the nearest figure of the same kind and unit that says how much, not how far something moved."""
    quantity = statement.quantity
    noun = noun_words(statement, words)[:1]
    # Of "2.318 ca, 01 tử vong; cùng kỳ 3.654 ca" the cases.
    named = [n for n in earlier if noun and noun_words(statements[n], words)[:1] == noun]
    # "612,480 pupils in 1,846 schools, 0.8% fewer than a year before (617,420)": not the schools.
    near = [n for n in reversed(earlier) if _is_of_its_size(statements[n], statement)] if statement.against else []
    for number in (*reversed(named), *near, *reversed(earlier)):
        other = statements[number]
        moved = (
            other.is_change or other.is_difference or words.more.match(other.right) or words.exceeds.match(other.right)
        )
        # "312 of 418 are online, compared with 268".
        kinds = {other.quantity.kind, quantity.kind}
        # "46% of capacity (400 million), against 291 million": not of what a bracket closed over.
        closed = statement.against and ")" in statement.left and other.left.rstrip(" $€£¥").endswith("(")
        alike = len(kinds) == 1 or (statement.against and kinds == {Kind.RATIO, Kind.COUNT})
        if not moved and not closed and alike and other.quantity.unit == quantity.unit:
            return number
    return None


def _is_of_its_size(level: Statement, held: Statement) -> bool:
    """Whether two figures are no more than ten times each other: from one year to the next little moves more."""
    one, other = level.quantity.value, held.quantity.value
    return one > 0 and other > 0 and max(one, other) <= _TENFOLD * min(one, other)
