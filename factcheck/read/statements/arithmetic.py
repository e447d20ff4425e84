"""The arithmetic among the figures of a text that its wording supports and its digits bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.model.record import NamedTuple
from factcheck.read.statements.announced import adds_up, announced_parts, are_complements
from factcheck.read.statements.directions import belied_moves
from factcheck.read.statements.grid import grids
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.nouns import noun_words
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.table_changes import table_differences
from factcheck.read.statements.table_shares import table_shares
from factcheck.read.statements.table_totals import table_totals
from factcheck.read.statements.wholes import is_whole_of
from factcheck.read.statements.words import StatementWords

_DISTINCT = 1_000
_TELLING = 20
_BACK = 1
_MOST_PARTS = 12
_MOST_LATER = 24


class Term(NamedTuple):
    """A figure of a relation: the number of its statement, or of its denominator."""

    statement: int
    of: bool = False


class Stated(NamedTuple):
    """A relation over statements: ``sum`` (whole, parts), ``share`` (part, whole …, share), ``part``, ``same``.

    A share's whole is what lies between the first term and the last, added up. ``meant`` is whether the text means it
    even where its figures do not bear it out.
    """

    kind: str
    terms: tuple[Term, ...]
    meant: bool = False


def find_relations(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> list[Stated]:
    """Return the relations that hold within rounding, or that a table means to, in the order of the text."""
    found: dict[Stated, None] = {}
    for finder in (
        _ratios,
        _sums,
        _lists,
        _announced,
        _belied,
        _totals,
        _shares,
        _shares_of_next,
        _shares_of_this,
        _complements,
        _denominators,
        _all_shares,
        _of_tables,
    ):
        for stated in finder(page, statements, links, words):
            found.setdefault(stated)
    return sorted(found, key=lambda stated: (max(term.statement for term in stated.terms), stated.kind, stated.terms))


def _of_tables(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield totals, shares and differences of tables."""
    del page, links
    for grid in grids(statements):
        for find in (table_differences, table_shares, table_totals):
            for kind, numbers, meant in find(grid, words):
                yield Stated(kind, tuple(map(Term, numbers)), meant)


def _soft(statement: Statement) -> Interval:
    return statement.quantity.soft


def _ratios(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield ratios beside their percentages: "36,95% (583/1.578)"."""
    del page, words
    for number, link in links.items():
        quantity = statements[number].quantity
        share, ratio = link.parent, number
        if link.kind is LinkKind.SHARE and statements[link.parent].quantity.kind is Kind.RATIO:
            share, ratio = number, link.parent
            quantity = statements[ratio].quantity
        elif link.kind is not LinkKind.RATIO:
            continue
        if quantity.of and statements[share].quantity.hard.contains(divide(quantity.value, quantity.of)):
            yield Stated("share", (Term(ratio), Term(ratio, of=True), Term(share)))


def _sums(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Parts that follow "trong đó" or "including": in runs that add up to their whole, else each no more than it."""
    del page, words
    wholes: dict[int, list[int]] = {}
    for number, link in links.items():
        if link.kind in (LinkKind.PART, LinkKind.HELD):
            wholes.setdefault(link.parent, []).append(number)
    for whole, parts in wholes.items():
        for of, run in _runs(statements, whole, parts[:_MOST_PARTS]):
            if len(run) > 1:
                yield Stated("sum", (Term(of), *(Term(part) for part in run)))
                continue
            single = run[0]
            if links[single].kind is LinkKind.HELD and not _soft(statements[whole]).precedes(_soft(statements[single])):
                yield Stated("part", (Term(single), Term(whole)))


def _runs(statements: Sequence[Statement], whole: int, parts: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Cut a list of parts into runs, each with what it adds up to: the whole, or a part named before.

    "25.614 hồ sơ (kỳ trước 412, mới 25.202; trực tuyến 22.480, trực tiếp 2.722)". What adds up to nothing stands alone.
    """
    runs: list[tuple[int, list[int]]] = []
    start = 0
    while start < len(parts):
        ends = range(len(parts), start + 1, -1)
        sums = ((of, end) for of in (whole, *parts[:start]) for end in ends)
        of, end = next((found for found in sums if _adds_up(statements, found[0], parts[start : found[1]])), (whole, 0))
        runs.append((of, list(parts[start : end or start + 1])))
        start = end or start + 1
    return runs


def _adds_up(statements: Sequence[Statement], whole: int, parts: Sequence[int]) -> bool:
    return statements[whole].quantity.comparator is None and _make_up(statements, whole, parts)


def _lists(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield wholes that a colon takes apart: "income was £412,000: £280,000 from the council, £132,000 from fees"."""
    del links, words
    for number, whole in enumerate(statements[:-1]):
        gap = page.lower[whole.quantity.end : statements[number + 1].quantity.start]
        if (
            whole.quantity.kind not in AMOUNTS
            or ":" not in gap.partition("(")[0]
            or statements[number + 1].sentence != whole.sentence
        ):
            continue
        parts: list[int] = []
        for part in range(number + 1, min(number + 1 + _MOST_PARTS, len(statements))):
            other = statements[part]
            if other.sentence != whole.sentence or not other.is_like(whole) or other.against:
                continue
            parts.append(part)
            if len(parts) > 1 and _adds_up(statements, number, parts):
                yield Stated("sum", (Term(number), *map(Term, parts)))
                break


def _announced(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield what lists say that figures consist of, where they mean to add up and a slip has spoilt it."""
    del links
    for whole, parts in announced_parts(page, statements, words).items():
        if not adds_up(statements, whole, parts):
            yield Stated("sum", (Term(whole), *map(Term, parts)), meant=True)


def _belied(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield what words say is less, though it is more: the text means one thing and holds another."""
    del links
    for less, more in belied_moves(page, statements, words):
        yield Stated("part", (Term(less), Term(more)), meant=True)


def _totals(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield totals that follow what they are made up of: "nâng tổng số lên 1.616", "bringing the total to 1,616"."""
    for number, total in enumerate(statements):
        if total.quantity.kind not in AMOUNTS or number in links or not words.total.search(total.left):
            continue
        paragraph = page.paragraph_at(total.sentence.start)
        parts: list[int] = []
        for before in range(number - 1, max(-1, number - _MOST_LATER), -1):
            other = statements[before]
            if paragraph is None or other.sentence.start < paragraph.start or len(parts) == _MOST_PARTS:
                break
            if not other.is_like(total):
                continue
            if (
                _is_part(links, before)
                or other.is_difference
                or (other.period, other.status)
                != (
                    total.period,
                    total.status,
                )
            ):
                continue
            mine, theirs = noun_words(total, words), noun_words(other, words)
            if mine[:1] != theirs[:1]:
                break
            parts.insert(0, before)
            if len(parts) > 1 and _make_up(statements, number, parts):
                yield Stated("sum", (Term(number), *map(Term, parts)))
                break


def _make_up(statements: Sequence[Statement], whole: int, parts: Sequence[int]) -> bool:
    total = Interval.point(0)
    for part in parts:
        if statements[part].quantity.comparator is not None:
            return False
        total += _soft(statements[part])
    return total.meets(_soft(statements[whole]))


def _shares(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield shares beside their counts ("1.578, chiếm 3,2%")."""
    del page
    for number, link in links.items():
        if link.kind is not LinkKind.SHARE or statements[link.parent].quantity.kind not in AMOUNTS:
            continue
        if wholes := _wholes_of_share(statements, links, number, words):
            yield Stated("share", (Term(link.parent), *map(Term, wholes), Term(number)))


def _wholes_of_share(
    statements: Sequence[Statement], links: Mapping[int, Link], number: int, words: StatementWords
) -> list[int]:
    """Return the counts, added up, that a share is of: one whole for all shares of its sentence comes first."""
    count = links[number].parent

    def holds(*wholes: int) -> bool:
        return _is_share(statements, count, wholes, number)

    beside = {
        other.parent: share
        for share, other in links.items()
        if other.kind is LinkKind.SHARE and statements[share].sentence == statements[number].sentence
    }
    if len(beside) > 1 and all(_is_share(statements, each, [*beside], share) for each, share in beside.items()):
        return [*beside]
    if count + 1 < len(statements) and is_whole_of(statements, count, count + 1, words) and holds(count + 1):
        return [count + 1]
    own = links.get(count)
    if own and own.kind in (LinkKind.PART, LinkKind.HELD) and holds(own.parent):
        return [own.parent]
    if len(beside) > 1:
        shared = _common_whole(statements, links, beside, words)
        if shared is not None or holds(*beside):
            return [*beside] if shared is None else [shared]
    # Of what stands further off a vague share is easily that of something else.
    back = _BACK + (statements[number].quantity.comparator is None)
    wholes = [each for each in _wholes(statements, links[number], words, back) if holds(each)]
    # Of several that would do, that which comes closest.
    value, share = statements[count].quantity.value, Fraction(statements[number].quantity.value)
    off = {each: abs(divide(value, statements[each].quantity.value) - share) for each in wholes}
    return [min(wholes, key=off.__getitem__)] if wholes else []


def _common_whole(
    statements: Sequence[Statement], links: Mapping[int, Link], beside: Mapping[int, int], words: StatementWords
) -> int | None:
    """Return the nearest count that all counts of a sentence have their shares of; None where there is none."""
    first = min(beside)
    for number in _wholes(statements, links[beside[first]], words):
        if all(_is_share(statements, part, [number], share) for part, share in beside.items()):
            return number
    return None


def _shares_of_next(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield shares of the amount behind them: "135 TWh, or 47.3% of the 285.6 TWh produced"."""
    del links
    for number in range(1, len(statements) - 1):
        part, share, whole = statements[number - 1 : number + 2]
        between = page.lower[share.quantity.end : whole.quantity.start]
        if share.quantity.kind is not Kind.PERCENT or not words.out_of.fullmatch(between):
            continue
        alike = part.quantity.kind in AMOUNTS and part.is_like(whole)
        if alike and part.sentence == whole.sentence and _is_share(statements, number - 1, [number + 1], number):
            yield Stated("share", (Term(number - 1), Term(number + 1), Term(number)))


def _shares_of_this(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield shares of the amount before them, with the part that they are: "… £412m; 28% of this, or £115m"."""
    del links
    for number in range(1, len(statements) - 1):
        share, part = statements[number], statements[number + 1]
        found = words.of_this.match(page.lower, share.quantity.end, part.quantity.start)
        if share.quantity.kind is not Kind.PERCENT or found is None or found.end() < part.quantity.start:
            continue
        wholes = [n for n in range(max(0, number - _MOST_PARTS), number) if not statements[n].is_difference]
        alike = [n for n in wholes if statements[n].is_like(part) and statements[n].sentence == part.sentence]
        if found["part"] and alike and _is_share(statements, number + 1, alike[-1:], number):
            yield Stated("share", (Term(number + 1), Term(alike[-1]), Term(number)))


def _wholes(statements: Sequence[Statement], link: Link, words: StatementWords, back: int = _BACK) -> Iterator[int]:
    """Yield what a count can be a share of: the counts of its kind before it in so many sentences, nearest first."""
    part = statements[link.parent]
    sentences: set[int] = set()
    for number in range(link.parent - 1, -1, -1):
        other = statements[number]
        sentences.add(other.sentence.start)
        if len(sentences - {part.sentence.start}) > back:
            return
        mine, theirs = noun_words(part, words), noun_words(other, words)
        if other.is_like(part) and (not mine or not theirs or mine[0] == theirs[0]):
            yield number


def _is_share(statements: Sequence[Statement], part: int, wholes: Sequence[int], share: int) -> bool:
    total = Interval.point(0)
    for whole in wholes:
        if statements[whole].quantity.comparator is not None:
            return False
        total += Interval.point(statements[whole].quantity.value)
    value = total.low
    if not value or statements[part].quantity.comparator is not None:
        return False
    figure = statements[share].quantity
    return (figure.soft if figure.comparator else figure.hard).contains(divide(statements[part].quantity.value, value))


def _complements(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield a total with what of it is done and what is under way, where they add up to the digit."""
    for first in range(len(statements)):
        one = statements[first]
        if not _is_plain(one, _TELLING) or _is_part(links, first) or page.paragraph_at(one.sentence.start) is None:
            continue
        paragraph = page.paragraph_at(one.sentence.start)
        later = [
            n
            for n in range(first + 1, min(first + _MOST_LATER * 2, len(statements)))
            if page.paragraph_at(statements[n].sentence.start) == paragraph
            and _is_plain(statements[n], 1)
            and not _is_part(links, n)
            and statements[n].quantity.unit == one.quantity.unit
        ][:_MOST_LATER]
        for done in later:
            for rest in later:
                total = statements[done].quantity.value + statements[rest].quantity.value
                if done >= rest or total != one.quantity.value:
                    continue
                if are_complements(statements[done], statements[rest], words):
                    yield Stated("sum", (Term(first), Term(done), Term(rest)))


def _is_part(links: Mapping[int, Link], number: int) -> bool:
    link = links.get(number)
    return link is not None and link.kind in (LinkKind.PART, LinkKind.HELD)


def _is_plain(statement: Statement, least: Exact) -> bool:
    quantity = statement.quantity
    return quantity.kind in AMOUNTS and quantity.comparator is None and quantity.value >= least


def _denominators(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield wholes of ratios that are figures of their own elsewhere: "27 dịch vụ mức độ 3 … 6/27 dịch vụ"."""
    del page, links
    counts: dict[Exact, list[int]] = {}
    for number, statement in enumerate(statements):
        if statement.quantity.kind is Kind.COUNT and statement.quantity.comparator is None:
            counts.setdefault(statement.quantity.value, []).append(number)
    for number, statement in enumerate(statements):
        if statement.quantity.kind is not Kind.RATIO or statement.quantity.of is None:
            continue
        for other in counts.get(statement.quantity.of, ())[:_MOST_LATER]:
            candidate = statements[other]
            quantity = candidate.quantity
            mine, theirs = noun_words(statement, words), noun_words(candidate, words)
            alike = bool(mine and theirs and mine[0] == theirs[0]) and statement.level == candidate.level
            if quantity.value >= _DISTINCT or (alike and quantity.value >= _TELLING):
                yield Stated("same", (Term(number, of=True), Term(other)))
                break


def _all_shares(
    page: Page, statements: Sequence[Statement], links: Mapping[int, Link], words: StatementWords
) -> Iterator[Stated]:
    """Yield shares of one sentence that make up the whole: "chiếm 96,8% … chiếm 3,2%"."""
    del page, words
    groups: dict[int, list[int]] = {}
    for number, link in links.items():
        if link.kind is LinkKind.SHARE and statements[number].quantity.kind is Kind.PERCENT:
            groups.setdefault(statements[number].sentence.start, []).append(number)
    for shares in groups.values():
        total, width = Fraction(0), Fraction(0)
        for share in shares:
            quantity = statements[share].quantity
            total += quantity.value
            low, high = quantity.soft.low, quantity.soft.high
            width += Fraction(high - low) / 2 if low is not None and high is not None else 0
        if (
            len(shares) > 1
            and abs(total - 1) <= width
            and all(statements[n].quantity.comparator is None for n in shares)
        ):
            yield Stated("whole", tuple(Term(share) for share in shares))
