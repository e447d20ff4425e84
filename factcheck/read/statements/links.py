"""Which figure another one leans on: the whole of a part, the count behind a percentage, the level that grew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.model.period import parse_period
from factcheck.model.quantity import AMOUNTS, PERCENTAGES, Kind
from factcheck.model.registry import Status
from factcheck.read.statements.announced import announced_parts
from factcheck.read.statements.levels import (
    held_level,
    hold_change_too,
    is_bracketed,
    leads_from,
    level_before,
    moved_by,
    multiplied_level,
)
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.nouns import OPENING, noun_words, only_report, own_words, same_noun, words_in
from factcheck.read.statements.page import Page
from factcheck.read.statements.plans import is_set_target
from factcheck.read.statements.respective import in_turn
from factcheck.read.statements.statement import Statement, are_like_levels, earlier_in_sentence
from factcheck.read.statements.table_changes import changes_in_tables
from factcheck.read.statements.wholes import (
    is_behind_its_part,
    is_of_before,
    listed_out,
    part_of,
    taken_apart,
)
from factcheck.read.statements.words import StatementWords

_OWN_WORDS = 3
_SHARE_WORDS = 4
_NOUN_WORDS = 2
_TAKEN_UP = 1
_AIM = 90
# "36,95% (583/1.578)": the percentage worked out; "11 (38%)": what is counted has this share.
_IN_BRACKETS = {(Kind.PERCENT, Kind.RATIO): LinkKind.RATIO} | {
    (kind, Kind.PERCENT): LinkKind.SHARE for kind in (*AMOUNTS, Kind.RATIO)
}


def find_links(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, Link]:
    """Return for each statement that leans on another which one, and how."""
    moved = changes_in_tables(statements, words)
    links = {number: Link(LinkKind.CHANGE, change.later) for number, change in moved.items()}
    links |= {number: Link(LinkKind.CHANGE, level) for number, level in in_turn(page, statements, words).items()}
    announced = announced_parts(page, statements, words)
    in_brackets = {part: whole for whole, parts in announced.items() for part in parts}
    in_brackets |= listed_out(page, statements, words) | taken_apart(page, statements)
    for number, statement in enumerate(statements):
        if statement.heading or number in links:
            # What a table says of its cells is all that there is to say.
            continue
        whole = in_brackets.get(number)
        link = _link(page, statements, number, links, words) if whole is None else Link(LinkKind.PART, whole)
        if link is not None and link.parent != number and statements[link.parent] is not statement:
            links[number] = link
            if statement.against and link.kind is LinkKind.LIST:
                hold_change_too(statements, number, link.parent, links)
    return links


def _link(  # noqa: C901 - one guard after another
    page: Page, statements: Sequence[Statement], number: int, links: Mapping[int, Link], words: StatementWords
) -> Link | None:
    statement = statements[number]
    earlier = earlier_in_sentence(statements, number)
    kind = statement.quantity.kind
    if earlier:
        last = earlier[-1]
        gap = page.lower[statements[last].quantity.end : statement.quantity.start].strip()
        beside = _IN_BRACKETS.get((statements[last].quantity.kind, kind))
        again = beside is LinkKind.RATIO and words.ends_with(words.equivalent, statement.left)
        if beside and (again or OPENING.fullmatch(gap)):
            return Link(beside, last)
        if (level := held_level(statements, earlier, statement, links, words)) is not None:
            return Link(LinkKind.LIST, level)
        own = own_words(statement, words)
        few = len(own) < _OWN_WORDS or only_report(own, words)
        if statement.is_change and (few or words.aspect.match(statement.right)):
            return moved_by(page, statements, earlier, statement, words)
        if kind is Kind.MULTIPLE and few and (level := multiplied_level(page, statements, earlier)) is not None:
            return Link(LinkKind.CHANGE, level)
        if _says_again(statements[last], statement, words) or leads_from(statements[last], statement, words):
            return Link(LinkKind.LIST, last)
        bare = not statement.left.strip(" ,")
        of_total = words.of_total.match(statement.right) is not None and not statement.left.rpartition(",")[2].strip()
        of_last = statement.quantity.kind is Kind.PERCENT and (bare or of_total)
        if of_last and words.out_of.match(f" {statement.right} ") and statements[last].quantity.kind in AMOUNTS:
            # "310,000 small firms, two thirds of the total".
            return Link(LinkKind.SHARE, last)
        if kind in PERCENTAGES and words.shares.search(_hedge_off(statement)) and len(own) < _SHARE_WORDS:
            counts = [n for n in earlier if statements[n].quantity.kind in (*AMOUNTS, Kind.RATIO)]
            counts = [n for n in counts if not statements[n].is_difference]
            of_this = words.of_this.match(f" {statement.right}")
            if counts and not (of_this and of_this["part"]):
                return Link(LinkKind.SHARE, counts[-2 if is_behind_its_part(statements, counts, words) else -1])
        if _is_its_target(page, statements, last, statement, words):
            return Link(LinkKind.LIST, last)
        if (link := _of_amount(page, statements, earlier, statement, words)) is not None:
            return link
    if kind in AMOUNTS and not statement.is_difference and (part := part_of(page, statements, number, words)):
        return part
    return _further(statements, earlier, number, words) if earlier else _of_last(statements, number, words)


def _further(
    statements: Sequence[Statement], earlier: Sequence[int], number: int, words: StatementWords
) -> Link | None:
    """Return what a figure goes on with: one before it in its sentence, or what the sentence before is about."""
    statement = statements[number]
    link = _gone_on(statements, earlier, statement, words)
    if link is not None or not statement.fresh or not earlier[0] or not own_words(statement, words):
        return link
    # "…; 8 tháng đầu năm thu 12.674 tỷ đồng".
    before = [*earlier_in_sentence(statements, earlier[0] - 1), earlier[0] - 1]
    return _of_same_subject(statements, before, statement, words)


def _of_amount(
    page: Page, statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, words: StatementWords
) -> Link | None:
    """Return the amount of its sentence that a figure is some of, or says how far it moved."""
    whole = [n for n in earlier if statements[n].quantity.kind in AMOUNTS]
    # "8,946 people (7,702 full-time), of whom 6,310": not of those in the bracket.
    whole = [n for n in whole if not is_bracketed(page, statements[n], statement)] or whole
    # "Complaints fell to 37 from 52, of which 21": not of those of before.
    whole = [n for n in whole if not is_of_before(statements[n])] or whole
    if whole and statement.quantity.kind is Kind.COUNT and words.of_whom.match(" " + statement.right):
        return Link(LinkKind.HELD, whole[-1])
    own = own_words(statement, words)
    few = len(own) < _OWN_WORDS or only_report(own, words)
    if not statement.is_difference or not few:
        return None
    # "87,65/100 điểm, tăng 9,3 điểm".
    whole = whole or [n for n in earlier if statements[n].quantity.kind is Kind.RATIO]
    # "Tăng 210 nghìn người so với quý trước và tăng 244 nghìn người so với cùng kỳ": both of what there are.
    levels = [n for n in whole if not statements[n].is_difference]
    # "1.146 cơ sở với 31.420 phòng, tăng 32 cơ sở".
    named = [n for n in levels if noun_words(statement, words)[:1] == noun_words(statements[n], words)[:1] != []]
    whole = named or whole
    if whole and statements[whole[-1]].is_difference and levels and same_noun(statements[levels[-1]], statement, words):
        whole = levels
    if noun_words(statement, words)[:1] in words.points:
        # "62% said so, up eight points".
        whole = [n for n in earlier if statements[n].quantity.kind is Kind.PERCENT and not statements[n].is_change]
    return Link(LinkKind.CHANGE, whole[-1]) if whole else None


def _of_last(statements: Sequence[Statement], number: int, words: StatementWords) -> Link | None:
    """Return the figure of the sentence before that one is of: "There were 3,905 incidents. This is 9% fewer"."""
    statement = statements[number]
    this = words.this.search(statement.left)
    if not number:
        return None
    before = [*earlier_in_sentence(statements, number - 1), number - 1]
    if this is None:
        return _of_same_subject(statements, before, statement, words)
    if statement.is_change:
        amounts = [n for n in before if statements[n].quantity.kind in AMOUNTS]
        return Link(LinkKind.CHANGE, amounts[0]) if amounts and not statements[amounts[0]].is_difference else None
    # "21% had no broadband. By 2024 that had fallen to 9%", "Tính chung 9 tháng đạt 8,88 triệu lượt".
    noun = noun_words(statement, words)[:1]
    alike = (n for n in before if are_like_levels(statements[n], statement))
    # "Riêng tháng 8 có 15.320 giao dịch": of transactions, if they were spoken of.
    level = next((n for n in alike if not noun or noun_words(statements[n], words)[:1] in ([], noun)), None)
    named = set(words_in(statements[level].left)) if level is not None else set()
    rest = [word for word in words_in(statement.left[this.end() :]) if word not in named]
    dull = all(word in words.reporting or word in words.hedges or word in words.stop_words for word in rest)
    return (
        Link(LinkKind.LIST, level)
        if level is not None and dull and _both_momentary(statements[level], statement)
        else None
    )


def _both_momentary(one: Statement, other: Statement) -> bool:
    """Whether two figures are both of a moment, or neither: what came in a month is no part of what there is."""
    if not one.period or not other.period or one.quantity.kind not in AMOUNTS:
        return True
    return parse_period(one.period).is_instant == parse_period(other.period).is_instant


def _of_same_subject(
    statements: Sequence[Statement], before: Sequence[int], statement: Statement, words: StatementWords
) -> Link | None:
    """Return the first figure of the sentence before, where a subject only takes up a word of its own: "thu 168 tỷ"."""
    if statement.quantity.kind not in (Kind.MONEY, Kind.MEASURE) or statement.status.lies_ahead:
        return None
    dull = words.reporting | words.hedges | words.stop_words
    own = [word for word in words_in(statement.left) if word not in dull]
    first = next((n for n in before if are_like_levels(statements[n], statement)), None)
    if first is None or len(own) > _TAKEN_UP:
        return None
    named = set(words_in(statements[first].left)) - dull
    if own:
        # A word of several, and no name by itself.
        return Link(LinkKind.LIST, first) if named > set(own) else None
    # "After 24.1 million tonnes in the first half": what follows may say no more of it.
    behind = set(words_in(re.split(r"[,.;:()]", statement.right)[0])) - dull - words.prose_stops
    units = set(words_in(statements[first].right)[:_NOUN_WORDS])
    return Link(LinkKind.LIST, first) if behind <= named | units and statement.left else None


def _says_again(before: Statement, statement: Statement, words: StatementWords) -> bool:
    """Whether a figure is the one before it in another unit: "10.221,8 nghìn tỷ đồng, tương đương 430 tỷ USD"."""
    kinds = (Kind.MONEY, Kind.MEASURE)
    if statement.quantity.kind not in kinds or before.quantity.kind not in kinds or statement.is_difference:
        return False
    other = before.quantity.unit != statement.quantity.unit
    return other and words.ends_with(words.equivalent, statement.left) is not None


def _gone_on(
    statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, words: StatementWords
) -> Link | None:
    """Return the figure before one that says of itself only when or how much: "lũy kế 11 tháng đạt 779 tỷ đồng"."""
    own = own_words(statement, words)
    if statements[earlier[-1]].quantity.kind is Kind.PERCENT and words.out_of.fullmatch(f" {statement.left}"):
        # "Chiếm 0,9% tổng chi thường xuyên (540 tỷ)": of what it stands behind.
        return None
    # "… and 80% of adults": that is its noun.
    of_its_own = statement.quantity.kind in PERCENTAGES and words.out_of.match(f" {statement.right} ")
    dull = only_report(own, words)
    this = words.this.search(statement.left)
    if this and all(word in words.reporting or word in words.hedges or word in this[0].split() for word in own):
        # "38,000 people, 6% of the population; in 2019 the number was 112,000".
        levels = (n for n in reversed(earlier) if are_like_levels(statements[n], statement))
        if (level := next((n for n in levels if _both_momentary(statements[n], statement)), None)) is not None:
            return Link(LinkKind.LIST, level)
    last = statements[earlier[-1]]
    if (not own or (dull and are_like_levels(last, statement) and _both_momentary(last, statement))) and not of_its_own:
        noun, before = noun_words(statement, words)[:1], noun_words(statements[earlier[-1]], words)[:1]
        # "Trước đây là 15,5 ngày; nay chỉ còn 9,2 ngày".
        counts = statement.quantity.kind is Kind.COUNT
        if (not noun and (not own or not counts)) or (own and noun and noun == before):
            return Link(LinkKind.LIST, earlier[-1])
    if not own and not noun_words(statement, words) and not of_its_own:
        return Link(LinkKind.LIST, earlier[-1])
    moved = statements[earlier[-1]].is_change or statements[earlier[-1]].is_difference
    measured = statement.quantity.kind in (Kind.MEASURE, Kind.MONEY)
    # "… up 17%; squid reached $2bn", "giảm 12,1% nhưng kim ngạch đạt 5 tỷ": a subject of its own.
    turned = statement.fresh or statement.own_left != statement.left
    own_subject = turned and not only_report(own, words)
    if moved and measured and not own_subject and words.ends_with(words.ending, f"{statement.left} "):
        return Link(LinkKind.LIST, earlier[-1])
    if statement.quantity.kind in (Kind.MONEY, Kind.MEASURE) and all(word in words.reporting for word in own):
        level = level_before(statements, earlier, statement, words)
        return None if level is None else Link(LinkKind.LIST, level)
    return None


def _is_its_target(
    page: Page, statements: Sequence[Statement], last: int, statement: Statement, words: StatementWords
) -> bool:
    """Whether a figure is only the aim that the one before it is held against: "86,5% (… mục tiêu 90%)"."""
    before = statements[last]
    if statement.status is not Status.TARGET or before.status is Status.TARGET:
        return False
    gap = page.lower[before.quantity.end : statement.quantity.start]
    # The noun behind a measure is its unit.
    measured = statement.quantity.kind in (Kind.MONEY, Kind.MEASURE)
    bare = measured or is_set_target(statement, words) or not noun_words(statement, words)
    return before.is_like(statement) and len(gap) <= _AIM and ";" not in gap and bare


def _hedge_off(statement: Statement) -> str:
    """Return the words before a figure without its hedge."""
    pieces = re.split(r"[,(]", statement.left)[-1].split()
    if statement.quantity.comparator is not None and pieces:
        for size in (3, 2, 1):
            if len(pieces) > size:
                return " ".join(pieces[:-1] if size == 1 else pieces[: len(pieces) - 1]) + " "
    return " ".join(pieces) + " "
