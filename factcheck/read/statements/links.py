"""Which figure another one leans on: the whole of a part, the count behind a percentage, the level that grew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.exact import Exact, divide
from factcheck.model.period import parse_period
from factcheck.model.quantity import AMOUNTS, PERCENTAGES, Kind
from factcheck.model.registry import Status
from factcheck.read.statements.announced import announced_parts
from factcheck.read.statements.page import Page
from factcheck.read.statements.plans import is_set_target
from factcheck.read.statements.respective import in_turn
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.table_changes import changes_in_tables
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\W\d_]+")
_OWN_WORDS = 3
_SHARE_WORDS = 4
_NOUN_WORDS = 2
_NOUN_COMMAS = 2
_TAKEN_UP = 1
_TENFOLD = 10
_AIM = 90
_ASPECT_WORDS = 6
_LOOK_BACK = 60
_MOST_BRACKETED = 12
# Up to a bracket that opens behind a figure, or behind its noun.
_OPENED = re.compile(r"(?:[^\W\d_]+,? ){0,14}\(")


class LinkKind(StrEnum):
    """How a figure leans on another."""

    RATIO = "ratio"
    CHANGE = "change"
    SHARE = "share"
    PART = "part"
    HELD = "held"
    LIST = "list"


# "36,95% (583/1.578)": the percentage worked out; "11 (38%)": what is counted has this share.
_IN_BRACKETS = {(Kind.PERCENT, Kind.RATIO): LinkKind.RATIO} | {
    (kind, Kind.PERCENT): LinkKind.SHARE for kind in (*AMOUNTS, Kind.RATIO)
}


class Link(NamedTuple):
    """The kind of a link, and the number of the statement that is leaned on."""

    kind: LinkKind
    parent: int


def find_links(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, Link]:
    """Return for each statement that leans on another which one, and how."""
    moved = changes_in_tables(statements, words)
    links = {number: Link(LinkKind.CHANGE, change.later) for number, change in moved.items()}
    links |= {number: Link(LinkKind.CHANGE, level) for number, level in in_turn(page, statements, words).items()}
    announced = announced_parts(page, statements, words)
    in_brackets = {part: whole for whole, parts in announced.items() for part in parts}
    in_brackets |= _listed_out(page, statements, words) | _taken_apart(page, statements)
    for number, statement in enumerate(statements):
        if statement.heading or number in links:
            # What a table says of its cells is all that there is to say.
            continue
        whole = in_brackets.get(number)
        link = _link(page, statements, number, links, words) if whole is None else Link(LinkKind.PART, whole)
        if link is not None and link.parent != number and statements[link.parent] is not statement:
            links[number] = link
            if statement.against and link.kind is LinkKind.LIST:
                _hold_change_too(statements, number, link.parent, links)
    return links


def _hold_change_too(statements: Sequence[Statement], number: int, level: int, links: dict[int, Link]) -> None:
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


def _taken_apart(page: Page, statements: Sequence[Statement]) -> dict[int, int]:
    """Return the wholes of figures in a bracket that add up to the one before it: "215 (158 online, 57 by post)"."""
    wholes: dict[int, int] = {}
    for number, whole in enumerate(statements):
        quantity = whole.quantity
        opening = _OPENED.match(page.lower[quantity.end : quantity.end + _LOOK_BACK].lstrip())
        closing = page.lower.find(")", quantity.end, whole.sentence.end) if opening else -1
        if quantity.kind not in AMOUNTS or closing < 0:
            continue
        following = range(number + 1, min(number + 2 + _MOST_BRACKETED, len(statements)))
        parts = [n for n in following if statements[n].quantity.end <= closing]
        others = [statements[n].quantity for n in parts[:_MOST_BRACKETED]]
        alike = all((each.kind, each.unit) == (quantity.kind, quantity.unit) for each in others)
        if len(others) > 1 and len(parts) == len(others) and alike and sum(o.value for o in others) == quantity.value:
            wholes |= dict.fromkeys(parts, number)
    return wholes


def _listed_out(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, int]:
    """Return the wholes of figures that a list announces, whatever they count, and that add up to the one before it."""
    wholes: dict[int, int] = {}
    for number, whole in enumerate(statements[:-1]):
        between = page.lower[whole.quantity.end : statements[number + 1].quantity.start]
        same = whole.sentence == statements[number + 1].sentence
        if same and ")" not in between and words.parts.search(between):
            wholes |= dict.fromkeys(_adding_up(statements, number, number + 1), number)
    for first in range(1, len(statements)):
        sentence = statements[first].sentence
        opens = page.lower[sentence.start : statements[first].quantity.start].lstrip(' “"(')
        if sentence != statements[first - 1].sentence and words.contains.match(opens):
            # "We lent 1,860 devices. Of these, 1,210 were tablets and 650 laptops".
            for number in (*_earlier(statements, first - 1), first - 1):
                wholes |= dict.fromkeys(_adding_up(statements, number, first), number)
    return wholes


def _adding_up(statements: Sequence[Statement], number: int, first: int) -> list[int]:
    """Return the figures of a sentence, from the first on, that add up to a whole; none where they do not."""
    quantity, sentence = statements[number].quantity, statements[first].sentence
    if quantity.kind not in AMOUNTS or quantity.comparator or statements[number].is_difference:
        return []
    parts: list[int] = []
    total: Exact = 0
    for part in range(first, min(first + _MOST_BRACKETED, len(statements))):
        other = statements[part].quantity
        alike = (other.kind, other.unit) == (quantity.kind, quantity.unit) and other.comparator is None
        if statements[part].sentence != sentence or not alike or statements[part].is_difference:
            break
        parts.append(part)
        total += other.value
        if total >= quantity.value:
            break
    return parts if len(parts) > 1 and total == quantity.value else []


def own_words(statement: Statement, words: StatementWords) -> list[str]:
    """Return the words that lead up to a figure in its own clause and carry meaning."""
    clause = re.split(r"[,(]", statement.own_left)[-1]
    return [word for word in _WORD.findall(clause) if word not in words.stop_words]


def noun_words(statement: Statement, words: StatementWords) -> list[str]:
    """Return the first words of the noun behind a figure; none where a mark or another kind of word follows."""
    found: list[str] = []
    tokens = statement.right.split()
    for place, token in enumerate(tokens):
        if found and found[-1] == "":
            break
        bare = token.strip('.,;:()“”"')
        if not bare or not bare[0].isalpha() or token[0] in ".,;:()":
            break
        if bare in words.prose_stops and " ".join([bare, *tokens[place + 1 : place + 2]]).strip(".,;:)") not in (
            words.whole_nouns
        ):
            break
        found.append(bare)
        if token[-1] in ".,;:)" or len(found) == _NOUN_WORDS:
            break
    return found


def same_noun(one: Statement, other: Statement, words: StatementWords) -> bool:
    """Whether two figures count the same, as far as the nouns behind them say: "85,2 điểm" and "5 bậc" do not."""
    mine, theirs = noun_words(one, words)[:1], noun_words(other, words)[:1]
    # "250 fewer".
    bare = any(words.more.match(each.right) or words.exceeds.match(each.right) for each in (one, other))
    return not mine or not theirs or mine == theirs or bare


def _link(  # noqa: C901 - one guard after another
    page: Page, statements: Sequence[Statement], number: int, links: Mapping[int, Link], words: StatementWords
) -> Link | None:
    statement = statements[number]
    earlier = _earlier(statements, number)
    kind = statement.quantity.kind
    if earlier:
        last = earlier[-1]
        gap = page.lower[statements[last].quantity.end : statement.quantity.start].strip()
        beside = _IN_BRACKETS.get((statements[last].quantity.kind, kind))
        again = beside is LinkKind.RATIO and words.ends_with(words.equivalent, statement.left)
        if beside and (again or _OPENED.fullmatch(gap)):
            return Link(beside, last)
        if (level := _held_level(statements, earlier, statement, links, words)) is not None:
            return Link(LinkKind.LIST, level)
        own = own_words(statement, words)
        few = len(own) < _OWN_WORDS or all(word in words.reporting or word in words.hedges for word in own)
        if statement.is_change and (few or words.aspect.match(statement.right)):
            return _change(page, statements, earlier, statement, words)
        if kind is Kind.MULTIPLE and few and (level := _moved_level(page, statements, earlier)) is not None:
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
                return Link(LinkKind.SHARE, counts[-2 if _is_behind_its_part(statements, counts, words) else -1])
        if _is_its_target(page, statements, last, statement, words):
            return Link(LinkKind.LIST, last)
        if (link := _of_amount(page, statements, earlier, statement, words)) is not None:
            return link
    if kind in AMOUNTS and not statement.is_difference and (part := _part(page, statements, number, words)):
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
    before = [*_earlier(statements, earlier[0] - 1), earlier[0] - 1]
    return _of_same_subject(statements, before, statement, words)


def _change(
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
    outside = [n for n in levels if not _is_bracketed(page, statements[n], statement)]
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


def _of_amount(
    page: Page, statements: Sequence[Statement], earlier: Sequence[int], statement: Statement, words: StatementWords
) -> Link | None:
    """Return the amount of its sentence that a figure is some of, or says how far it moved."""
    whole = [n for n in earlier if statements[n].quantity.kind in AMOUNTS]
    # "8,946 people (7,702 full-time), of whom 6,310": not of those in the bracket.
    whole = [n for n in whole if not _is_bracketed(page, statements[n], statement)] or whole
    # "Complaints fell to 37 from 52, of which 21": not of those of before.
    whole = [n for n in whole if not _is_of_before(statements[n])] or whole
    if whole and statement.quantity.kind is Kind.COUNT and words.of_whom.match(" " + statement.right):
        return Link(LinkKind.HELD, whole[-1])
    own = own_words(statement, words)
    few = len(own) < _OWN_WORDS or all(word in words.reporting or word in words.hedges for word in own)
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
    before = [*_earlier(statements, number - 1), number - 1]
    if this is None:
        return _of_same_subject(statements, before, statement, words)
    if statement.is_change:
        amounts = [n for n in before if statements[n].quantity.kind in AMOUNTS]
        return Link(LinkKind.CHANGE, amounts[0]) if amounts and not statements[amounts[0]].is_difference else None
    # "21% had no broadband. By 2024 that had fallen to 9%", "Tính chung 9 tháng đạt 8,88 triệu lượt".
    noun = noun_words(statement, words)[:1]
    alike = (n for n in before if _alike(statements[n], statement))
    # "Riêng tháng 8 có 15.320 giao dịch": of transactions, if they were spoken of.
    level = next((n for n in alike if not noun or noun_words(statements[n], words)[:1] in ([], noun)), None)
    named = set(_WORD.findall(statements[level].left)) if level is not None else set()
    rest = [word for word in _WORD.findall(statement.left[this.end() :]) if word not in named]
    dull = all(word in words.reporting or word in words.hedges or word in words.stop_words for word in rest)
    return (
        Link(LinkKind.LIST, level) if level is not None and dull and _last_alike(statements[level], statement) else None
    )


def _last_alike(one: Statement, other: Statement) -> bool:
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
    own = [word for word in _WORD.findall(statement.left) if word not in dull]
    first = next((n for n in before if _alike(statements[n], statement)), None)
    if first is None or len(own) > _TAKEN_UP:
        return None
    named = set(_WORD.findall(statements[first].left)) - dull
    if own:
        # A word of several, and no name by itself.
        return Link(LinkKind.LIST, first) if named > set(own) else None
    # "After 24.1 million tonnes in the first half": what follows may say no more of it.
    behind = set(_WORD.findall(re.split(r"[,.;:()]", statement.right)[0])) - dull - words.prose_stops
    units = set(_WORD.findall(statements[first].right)[:_NOUN_WORDS])
    return Link(LinkKind.LIST, first) if behind <= named | units and statement.left else None


def _held_level(
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
    level = _level_before(statements, earlier, statements[last + 1], words)
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
    levels = [n for n in range(of.parent + 1, first) if _alike(statements[n], statement)]
    return next((n for n in levels if _is_of_its_size(statements[n], statement)), None)


def _is_bracketed(page: Page, level: Statement, statement: Statement) -> bool:
    """Whether a figure stands in a bracket that is closed before another."""
    opening = page.lower.rfind("(", level.sentence.start, level.quantity.start)
    closing = page.lower.find(")", level.quantity.end, statement.quantity.start)
    return closing >= 0 and opening >= 0 and ")" not in page.lower[opening : level.quantity.start]


def _says_again(before: Statement, statement: Statement, words: StatementWords) -> bool:
    """Whether a figure is the one before it in another unit: "10.221,8 nghìn tỷ đồng, tương đương 430 tỷ USD"."""
    kinds = (Kind.MONEY, Kind.MEASURE)
    if statement.quantity.kind not in kinds or before.quantity.kind not in kinds or statement.is_difference:
        return False
    other = before.quantity.unit != statement.quantity.unit
    return other and words.ends_with(words.equivalent, statement.left) is not None


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


def _moved_level(page: Page, statements: Sequence[Statement], earlier: Sequence[int]) -> int | None:
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
    dull = all(word in words.reporting or word in words.hedges for word in own)
    this = words.this.search(statement.left)
    if this and all(word in words.reporting or word in words.hedges or word in this[0].split() for word in own):
        # "38,000 people, 6% of the population; in 2019 the number was 112,000".
        levels = (n for n in reversed(earlier) if _alike(statements[n], statement))
        if (level := next((n for n in levels if _last_alike(statements[n], statement)), None)) is not None:
            return Link(LinkKind.LIST, level)
    last = statements[earlier[-1]]
    if (not own or (dull and _alike(last, statement) and _last_alike(last, statement))) and not of_its_own:
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
    own_subject = turned and not all(word in words.reporting or word in words.hedges for word in own)
    if moved and measured and not own_subject and words.ends_with(words.ending, f"{statement.left} "):
        return Link(LinkKind.LIST, earlier[-1])
    if statement.quantity.kind in (Kind.MONEY, Kind.MEASURE) and all(word in words.reporting for word in own):
        level = _level_before(statements, earlier, statement, words)
        return None if level is None else Link(LinkKind.LIST, level)
    return None


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two figures are both levels, of one kind and unit."""
    moved = one.is_change or one.is_difference or other.is_change or other.is_difference
    return not moved and (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit)


def _is_of_plan(statement: Statement, words: StatementWords) -> bool:
    """Whether a percentage says how much of a plan was reached: what grew is the level, not that."""
    return statement.quantity.kind is Kind.PERCENT and words.of_plan.match(statement.right) is not None


def _is_of(level: Statement, aspect: str, words: StatementWords) -> bool:
    """Whether a figure is of what moved: "giảm 6,5% về số doanh nghiệp", "up 12% in value"."""
    if level.quantity.kind is Kind.COUNT:
        return aspect in words.number_aspects or aspect.startswith(" ".join(noun_words(level, words)) or "\n")
    return aspect == "value" or aspect in " ".join(level.left.split()[-_ASPECT_WORDS:])


def _level_before(
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


def _is_its_target(
    page: Page, statements: Sequence[Statement], last: int, statement: Statement, words: StatementWords
) -> bool:
    """Whether a figure is only the aim that the one before it is held against: "86,5% (… mục tiêu 90%)"."""
    before = statements[last]
    if statement.status is not Status.TARGET or before.status is Status.TARGET:
        return False
    gap = page.lower[before.quantity.end : statement.quantity.start]
    alike = before.quantity.kind is statement.quantity.kind and before.quantity.unit == statement.quantity.unit
    # The noun behind a measure is its unit.
    measured = statement.quantity.kind in (Kind.MONEY, Kind.MEASURE)
    bare = measured or is_set_target(statement, words) or not noun_words(statement, words)
    return alike and len(gap) <= _AIM and ";" not in gap and bare


def _is_behind_its_part(statements: Sequence[Statement], counts: Sequence[int], words: StatementWords) -> bool:
    """Whether the last of some figures is what the one before is out of: "1.200 hồ sơ trên tổng số 1.500"."""
    return len(counts) > 1 and is_whole_of(statements, counts[-2], counts[-1], words)


def is_whole_of(statements: Sequence[Statement], part: int, whole: int, words: StatementWords) -> bool:
    """Whether a figure right behind another is said to be the whole that it is out of."""
    one, other = statements[part], statements[whole]
    if whole != part + 1 or (one.sentence, one.quantity.kind) != (other.sentence, other.quantity.kind):
        return False
    return one.quantity.unit == other.quantity.unit and words.out_of_all.search(other.left) is not None


def _earlier(statements: Sequence[Statement], number: int) -> list[int]:
    """Return the numbers of the statements before this one in its sentence, in order, the nearest ones of many."""
    first = number
    while first > max(0, number - _LOOK_BACK) and statements[first - 1].sentence == statements[number].sentence:
        first -= 1
    return list(range(first, number))


def _hedge_off(statement: Statement) -> str:
    """Return the words before a figure without its hedge."""
    pieces = re.split(r"[,(]", statement.left)[-1].split()
    if statement.quantity.comparator is not None and pieces:
        for size in (3, 2, 1):
            if len(pieces) > size:
                return " ".join(pieces[:-1] if size == 1 else pieces[: len(pieces) - 1]) + " "
    return " ".join(pieces) + " "


def _part(page: Page, statements: Sequence[Statement], number: int, words: StatementWords) -> Link | None:
    """Return the whole that a word such as "of which" makes a figure part of."""
    statement = statements[number]
    sentence = statement.sentence
    *_, marker = [None, *words.parts.finditer(page.lower, sentence.start, statement.quantity.start)]
    if marker is None or _is_shut(page.lower[marker.end() : statement.quantity.start]):
        return None
    before = [
        n
        for n in range(max(0, number - _LOOK_BACK), number)
        if statements[n].quantity.end <= marker.start()
        and statements[n].quantity.kind in (*AMOUNTS, Kind.RATIO)
        and not statements[n].is_difference
        and statements[n].status is statement.status
    ]
    same_sentence = [n for n in before if statements[n].sentence == sentence]
    opens = not page.lower[sentence.start : marker.start()].strip(' “"(')
    options = same_sentence or (before if opens else [])
    if not options:
        return None
    options = [n for n in options if not _is_of_before(statements[n])] or options
    whole = options[-1] if same_sentence else _likeliest_whole(statements, options, statement, words)
    announced = marker[0] in _SOFT
    between = page.lower[marker.end() : statement.quantity.start]
    if announced and (
        re.search(r"[,.;:]|\d", between)
        or ";" in page.lower[statements[whole].quantity.end : marker.start()]
        or page.lower[statements[whole].quantity.end : marker.start()].count(",") > _NOUN_COMMAS
    ):
        return None
    if (
        page.text.count(";", marker.end(), statement.quantity.start)
        and statements[whole].quantity.kind is not statement.quantity.kind
    ):
        return None
    if statements[whole].quantity.unit != statement.quantity.unit or not _same_noun(
        statements[whole], statement, words
    ):
        return None
    held = announced or bool(words.contains.fullmatch(marker[0]))
    return Link(LinkKind.HELD if held else LinkKind.PART, whole)


def _likeliest_whole(
    statements: Sequence[Statement], options: Sequence[int], part: Statement, words: StatementWords
) -> int:
    """Return which figure of the sentence before one is a part of: no smaller one, and of the same words if there are.

    "Thụ lý 7.846 vụ; giải quyết 7.415 vụ; còn lại 431 vụ. Trong đó, án hình sự thụ lý 1.126 vụ".
    """
    last = [n for n in options if statements[n].sentence == statements[options[-1]].sentence]
    large = [n for n in last if statements[n].quantity.value >= part.quantity.value] or last
    mine = set(_WORD.findall(part.left)) - words.stop_words - words.prose_stops
    shared = {n: len(mine.intersection(_WORD.findall(statements[n].left))) for n in large}
    return max(large, key=lambda n: (shared[n], n))


def _is_of_before(statement: Statement) -> bool:
    """Whether a figure is only what another is held against: nothing that follows is a part of it."""
    return statement.elsewhen or statement.against


def _is_shut(text: str) -> bool:
    """Whether a text closes a bracket that was opened before it: what "of which" said in there is over."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False


_SOFT = frozenset({"với"})


def _same_noun(whole: Statement, part: Statement, words: StatementWords) -> bool:
    """Whether two figures count the same kind of thing, as far as their nouns tell."""
    mine, theirs = noun_words(part, words), noun_words(whole, words)
    if part.quantity.kind is not Kind.COUNT or not mine:
        return True
    if theirs:
        return mine[0] == theirs[0]
    return mine[0] in _WORD.findall(whole.left)
