"""A page to its statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice, takewhile

from factcheck.model.comparator import Comparator
from factcheck.model.period import parse_period
from factcheck.model.quantity import AMOUNTS, Kind, Quantity
from factcheck.model.record import replace
from factcheck.model.registry import Status
from factcheck.read.language import Language
from factcheck.read.scan import scan
from factcheck.read.statements.behaviour import since_new_year
from factcheck.read.statements.brackets import with_time_of_brackets
from factcheck.read.statements.dating import dated, usual_period
from factcheck.read.statements.headings import in_unit, is_unit, split_heading
from factcheck.read.statements.meant import as_meant
from factcheck.read.statements.no_claims import lead_to, why_no_claims
from factcheck.read.statements.page import Page, Span, span_at
from factcheck.read.statements.periods import shifted
from factcheck.read.statements.plans import is_planned, is_set_target, planned_sections
from factcheck.read.statements.repeats import merged, rounded_in_title
from factcheck.read.statements.several import lists_of_years, shared_out
from factcheck.read.statements.statement import PassedOver, Reading, Statement, are_like_levels
from factcheck.read.statements.table_changes import changes_in_tables
from factcheck.read.statements.tables import Cell, table_cells, years_of_columns
from factcheck.read.statements.times import Time, find_times, seen_from_report, times_between
from factcheck.read.statements.words import StatementWords

_STRONG = re.compile(r"[;:]|(?<!\d)\s[-–]\s|\s[-–]\s(?!\d)")
_LEVEL = re.compile(r"(?:mức\s+độ|cấp\s+độ|mức|cấp|levels?|tier|grade)\s+(?P<level>\d)(?![\d.,]*\d|\s*%)")
_MORE_LEVELS = re.compile(
    r"\s*(?:,|và|and|-|–|&|/|or|hoặc|hay)\s*(?:(?:mức\s+độ|cấp\s+độ|mức|level)\s+)?\d(?!\d|[.,]\d|\s*%)"
)
_LEVEL_REACH = 40
_FISCAL_YEAR = re.compile(r"(?:19|20)\d{2}/\d{2}")
_SIGNS = " \t$€£¥₹₫*|"
_CURRENCY = re.compile(r" ?(?:(?<!\w)[a-z]{1,2})?[$€£¥₹₫]\Z")
_LEVEL_WORDS = 2
# "+4.1%" in a cell is how far something moved.
_SIGNED = ("+", "-", "−")
_NEAR = 3
_FEW_BEFORE = 6
_MONTHS = 12
_A_YEAR = range(360, 372)
# A word such as "of which" is no longer.
_MARK = 30


def read_statements(
    page: Page,
    language: Language,
    words: StatementWords,
    published: date | None,
    units: frozenset[str] = frozenset(),
) -> Reading:
    """Read every statement of a page's prose; ``units`` are the codes of those that a registry counts in."""
    found = scan(page.text, language)
    documents = [
        (other.start, other.end)
        for other in found.others
        if other.kind == "document-number" and not _FISCAL_YEAR.fullmatch(page.text, other.start, other.end)
    ]
    times = find_times(page.text, page.lower, words, published, documents)
    timed = [Span(time.start, time.end) for time in times]
    years = [span for sentence in page.sentences for span, _ in lists_of_years(page.lower, sentence, words)]
    inside = [
        as_meant(quantity, page.lower, language, units)
        for quantity in found.quantities
        if page.sentence_at(quantity.start)
        # "6 tháng đầu năm 2024" is a time, whatever the number in it looks like, and so is a year of a list.
        and span_at(timed, quantity.start) is None
        and span_at(years, quantity.start) is None
    ]
    heading_years = years_of_columns(page, inside)
    inside = [quantity for quantity in inside if quantity.start not in heading_years]
    inside = [
        _counted(page, language, words, before, quantity)
        for before, quantity in zip([None, *inside], inside, strict=False)
    ]
    reasons = why_no_claims(page, inside, words)
    passed_over: list[PassedOver] = []
    for number, why in reasons.items():
        sentence = page.sentence_at(inside[number].start)
        if sentence is not None:
            bare = _bare_statement(page.lower, inside[number], sentence, sentence.start, sentence.end, words)
            passed_over.append(PassedOver(bare, why))
    counted = [quantity for number, quantity in enumerate(inside) if number not in reasons]
    statements = _counted_statements(page, counted, language, words, times, published)
    statements = _with_changes(merged(page, statements), words)
    if published is not None:
        statements = _after_years(statements, published)
    for head in rounded_in_title(page, statements):
        passed_over.insert(0, PassedOver(head, "rounded"))
        statements.remove(head)
    return Reading(page, tuple(statements), tuple(passed_over), tuple(times), found)


def _with_changes(statements: list[Statement], words: StatementWords) -> list[Statement]:
    """Give the changes of tables the time of what moved, and that from which it did."""
    for number, change in changes_in_tables(statements, words).items():
        period, base = statements[change.later].period, statements[change.earlier].period
        statements[number] = replace(statements[number], period=period, base=base, spoken=True, told=True)
    return statements


def _after_years(statements: Sequence[Statement], published: date) -> list[Statement]:
    """Date what is held against the year before the last and is told by no time: "rose to $66.9m, from $63.1m in 2022".

    It is of the year between, which is over.
    """
    found = list(statements)
    for number, held in enumerate(statements):
        year = str(published.year - 2)
        if not held.against or held.period != year:
            continue
        for before in range(number - 1, max(-1, number - 1 - _NEAR), -1):
            statement = found[before]
            alike = statement.quantity.kind is Kind.PERCENT or statement.quantity.unit == held.quantity.unit
            if (
                statement.sentence != held.sentence
                or statement.told
                or statement.status is not Status.ACTUAL
                or not alike
            ):
                break
            base = year if statement.is_change or statement.is_difference else statement.base
            found[before] = replace(statement, period=str(published.year - 1), base=base, spoken=True, told=True)
    return found


def _from_year_before(statements: Sequence[Statement], usual: str, words: StatementWords) -> list[Statement]:
    """Date what something moved from, in a report on a year that names no other time: "up to 41.2p from 36.5p"."""
    found = list(statements)
    period = parse_period(usual) if usual else None
    if period is None or period.start is None or (period.end - period.start).days not in _A_YEAR:
        return found
    for number, statement in enumerate(statements):
        if statement.period or statement.is_change or not words.ends_with(words.beginning, f"{statement.left} "):
            continue
        for level in reversed(statements[max(0, number - _NEAR) : number]):
            if level.sentence == statement.sentence and are_like_levels(level, statement):
                if level.period == usual:
                    then = shifted(usual, _MONTHS)
                    found[number] = replace(
                        statement, period=then, against=True, elsewhen=False, told=True, spoken=True
                    )
                break
    return found


def _counted(
    page: Page, language: Language, words: StatementWords, before: Quantity | None, quantity: Quantity
) -> Quantity:
    """Return the whole that a count is out of without the hedge that it seems to have: "03 ca trên 26 mẫu"."""
    if before is None or quantity.comparator is not Comparator.OVER or Kind.COUNT is not before.kind is quantity.kind:
        return quantity
    between = page.lower[before.end : quantity.start]
    found = words.out_of_count.fullmatch(between)
    if found is None or not words.prose_stops.isdisjoint(found["noun"].split()):
        return quantity
    bare = scan(page.text[quantity.start : quantity.end], language).quantities[:1]
    return replace(quantity, comparator=None, hard=bare[0].hard, soft=bare[0].soft) if bare else quantity


def _counted_statements(
    page: Page,
    counted: Sequence[Quantity],
    language: Language,
    words: StatementWords,
    times: Sequence[Time],
    published: date | None,
) -> list[Statement]:
    """Return the statements of figures that count something, each with its time and status."""
    usual = usual_period(page, times, published, words)
    times = seen_from_report(page.lower, times, usual, published, words)
    plans = planned_sections(page, times, words, published)
    statements: list[Statement] = []
    first, opened = 0, -1
    shared: Mapping[int, str] = {}
    cells = table_cells(page, counted, times, words)
    for number, quantity in enumerate(counted):
        sentence = page.sentence_at(quantity.start)
        if sentence is None:
            continue
        if cell := cells.get(quantity.start):
            statements.append(_in_table(quantity, sentence, cell, language))
            continue
        if sentence.start != opened:
            first, opened = quantity.start, sentence.start
            shared = shared_out(page, sentence, _of_sentence(counted, number, sentence), times, words)
        before = max(counted[number - 1].end if number else 0, sentence.start)
        after = min(counted[number + 1].start if number + 1 < len(counted) else sentence.end, sentence.end)
        statement = _bare_statement(page.lower, quantity, sentence, before, max(after, quantity.end), words)
        if statements and (right := _behind_bracket(statements[-1], statement, words)):
            statements[-1] = replace(statements[-1], right=right)
        if quantity.kind in AMOUNTS and words.ends_with(words.losses, statement.left):
            statement = replace(statement, loss=True)
        compares = _compares(page.lower, statement, statements[-_NEAR:], times, words, before)
        statement = replace(statement, status=_status(page.lower, statement, words, first), compares=compares)
        if statement.status is Status.ACTUAL:
            status = _inherited(page.lower, statements, statement, words)
            planned = is_planned(statement, plans, times, published)
            statement = replace(statement, status=status or (Status.TARGET if planned else Status.ACTUAL))
        beyond = _behind_own_share(page.lower, counted[number : number + 3], sentence) or after
        statement = dated(page, statement, times, words, published, usual, before, max(beyond, quantity.end))
        if (period := shared.get(quantity.start)) is not None:
            statement = replace(statement, period=period, spoken=bool(period), told=bool(period), elsewhen=not period)
        statement = since_new_year(statement, words)
        statements.append(with_time_of_brackets(page.lower, statements, statement, words))
    return _from_year_before(statements, usual, words)


def _behind_own_share(lower: str, quantities: Sequence[Quantity], sentence: Span) -> int:
    """Return where the figure begins behind a share alone in its bracket: "312 services (75%) are now online"; else 0.

    Such a bracket names no time, and what is said behind it is said of both.
    """
    if len(quantities) == 1 or quantities[1].kind is not Kind.PERCENT or quantities[1].start >= sentence.end:
        return 0
    one, share = quantities[:2]
    alone = lower[share.start - 1] == "(" and lower[share.end : share.end + 1] == ")"
    if not alone or any(mark in lower[one.end : share.start] for mark in ",;:."):
        return 0
    return min(quantities[2].start, sentence.end) if len(quantities) > 2 else sentence.end  # noqa: PLR2004


def _behind_bracket(before: Statement, statement: Statement, words: StatementWords) -> str:
    """Return what follows a figure whose share alone stands between: "1,186 (37%) were car occupants"; else empty.

    "71,660 pupils (11.7%) received free meals": the noun with what is said of it.
    """
    alone = before.quantity.kind in AMOUNTS and statement.quantity.kind is Kind.PERCENT
    rest = statement.right[1:].strip() if alone and statement.right.startswith(")") else ""
    first = rest.partition(" ")[0]
    if before.right == "(":
        return rest if first in words.being else ""
    noun = before.right.removesuffix("(").strip()
    goes_on = before.right.endswith("(") and first.isalpha() and first not in words.stop_words | words.prose_stops
    return f"{noun} {rest}" if goes_on and noun and len(noun.split()) <= _NEAR else ""


def _compares(
    lower: str,
    statement: Statement,
    previous: Sequence[Statement],
    times: Sequence[Time],
    words: StatementWords,
    start: int,
) -> bool:
    """Whether the words around a figure make it how far something moved; ``start`` is where the one before it ends."""
    direction = 0 if statement.loss else statement.quantity.direction
    pattern = words.compares if direction else words.exceeds
    if pattern.match(" " + statement.right) or _exceeds_then(lower, times, words, start, statement.quantity.start):
        return True
    if direction or not previous:
        return False
    beside = [before for before in previous if before.sentence == statement.sentence]
    if words.at_constant.match(statement.right) and any(before.is_change for before in beside):
        # "Revenue rose 7.4% to £412m, or 6.1% at constant currency".
        return True
    return _goes_on(previous[-1], statement, words)


def _exceeds_then(lower: str, times: Sequence[Time], words: StatementWords, start: int, end: int) -> bool:
    """Whether a figure, which begins at ``end``, is how much more there is: "nhiều hơn năm trước 98.700"."""
    between = times_between(times, start, end)
    if len(between) != 1 or not words.hedges.issuperset(lower[between[0].end : end].split()):
        return False
    return words.more_than_then.search(lower[start : between[0].start]) is not None


def _goes_on(before: Statement, statement: Statement, words: StatementWords) -> bool:
    """Whether a percentage rose as the one before it did: "services grew by 0.2%, construction by 1.1%"."""
    if before.sentence != statement.sentence or statement.quantity.kind is not Kind.PERCENT:
        return False
    rose = before.quantity.kind is Kind.PERCENT and (before.quantity.direction > 0 or before.compares)
    if not rose or words.moved_by.search(statement.left + " "):
        return rose
    # "Tăng 57% về số lượng và 39,5% về giá trị", "tăng lần lượt 4% và 5%".
    joined = words.joined.fullmatch(statement.left)
    of_another = words.aspect.match(statement.right) or not statement.right[:1].isalpha()
    return joined is not None and bool(of_another or words.compares.match(f" {statement.right}"))


def _of_sentence(quantities: Sequence[Quantity], first: int, sentence: Span) -> list[Quantity]:
    return list(takewhile(lambda quantity: quantity.start < sentence.end, islice(quantities, first, None)))


def _in_table(quantity: Quantity, sentence: Span, cell: Cell, language: Language) -> Statement:
    label, unit, bracketed = split_heading(cell.label, language)
    bare_unit = cell.column if is_unit(cell.column, language) else ""
    label = f"{label}: {cell.column}" if cell.column and not bare_unit else label
    above = bare_unit or split_heading(cell.column, language).unit
    if above:
        unit = above
    elif cell.in_cell or (not unit and not bracketed and is_unit(cell.unit, language)):
        unit = cell.unit
    measured = in_unit(quantity, unit, language)
    dated = bool(cell.period)
    return Statement(
        measured or quantity,
        sentence,
        cell.label.lower(),
        "",
        period=cell.period,
        spoken=dated,
        told=dated,
        status=cell.status,
        compares=cell.moves or (quantity.kind is Kind.PERCENT and quantity.text.startswith(_SIGNED)),
        heading=label.lower(),
        heading_unit=unit if measured else "",
        bare=quantity if measured else None,
        place=cell.place,
    )


def _inherited(lower: str, before: Sequence[Statement], statement: Statement, words: StatementWords) -> Status | None:
    """Return the status of the plan or estimate before a figure that is a part of it: "Of this, $5 billion is for"."""
    alike = next(
        (each for each in reversed(before[-_FEW_BEFORE:]) if each.quantity.unit == statement.quantity.unit), None
    )
    if alike is not None and _is_part_of(lower, alike, statement, words):
        # "Tổng thu ước đạt 10.152 tỷ đồng, bằng 67,5% dự toán; trong đó thu nội địa 8.955 tỷ đồng".
        return Status.ESTIMATE
    last = next((each for each in reversed(before) if each.sentence != statement.sentence), None)
    if last is None or last.status is Status.ACTUAL or last.quantity.unit != statement.quantity.unit:
        return None
    return last.status if words.contains.match(lower[statement.sentence.start :].lstrip(' “"(')[:_MARK]) else None


def _is_part_of(lower: str, before: Statement, statement: Statement, words: StatementWords) -> bool:
    """Whether a figure is one of the parts that "trong đó" announces in the sentence of an estimate before it."""
    if before.sentence != statement.sentence or before.quantity.unit != statement.quantity.unit:
        return False
    if before.status is not Status.ESTIMATE or statement.status is not Status.ACTUAL:
        return False
    return words.parts.search(lower, statement.sentence.start, statement.quantity.start) is not None


def _bare_statement(
    lower: str, quantity: Quantity, sentence: Span, before: int, after: int, words: StatementWords
) -> Statement:
    lefts = _STRONG.split(lower[before : quantity.start])
    dull = words.reporting | words.hedges | words.stop_words
    colon = lower[before : quantity.start - len(lefts[-1])].endswith(":") and len(lefts) > 1
    if colon and dull.issuperset(lefts[-1].strip(_SIGNS).split()):
        # "Children's loans: 31,200", "Cyber-crime: an estimated 16,900" is named before the colon.
        lefts = [f"{lefts[-2]}: {lefts[-1]}"]
    rights = _STRONG.split(lower[quantity.end : after])
    left, right = _without_currency(" ".join(lefts[-1].split()), quantity), " ".join(rights[0].split())
    return Statement(
        quantity,
        sentence,
        left,
        right,
        level=_level(right, left),
        fresh=len(lefts) > 1 or before == sentence.start,
        followed=len(rights) == 1 and after < sentence.end,
    )


def _without_currency(left: str, quantity: Quantity) -> str:
    """Return the words before a figure without the currency that is written before it: "brought US$", "cost EUR"."""
    if quantity.kind is not Kind.MONEY:
        return left
    left = _CURRENCY.sub("", left)
    return left.removesuffix(quantity.unit.lower()).rstrip() if left.endswith(f" {quantity.unit.lower()}") else left


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


def _status(lower: str, statement: Statement, words: StatementWords, first: int) -> Status:
    """Return the status that the words of a sentence, whose first figure stands at ``first``, give a figure."""
    quantity = statement.quantity
    if quantity.estimated:
        return Status.ESTIMATE
    before = lower[statement.sentence.start : quantity.start]
    goes_on = not statement.fresh and statement.own_left == statement.left
    # Of "5 chỉ tiêu đạt" the number before it tells that it counts targets.
    near = f"{before if goes_on else statement.own_left} " if statement.own_left else ""
    hedge = lead_to(lower, quantity.start).strip()
    belongs_to_another = statement.own_left != statement.left
    if quantity.kind in AMOUNTS and words.surpassed.search(before):
        return Status.TARGET
    if (
        is_set_target(statement, words)
        or _ends_in_target(near, words)
        or (hedge and not belongs_to_another and _ends_in_target(before, words))
    ):
        return Status.TARGET
    clause = re.split(r"[;()]", before)[-1]
    match = None
    for found in words.target_before.finditer(clause + " "):
        match = found
    forecast = None
    for found in words.forecast.finditer(clause):
        forecast = found
    # Of "dự kiến mở 4 đường bay, phấn đấu đón 11,8 triệu lượt" each has its own.
    turned = match is not None and forecast is not None and ", " in clause[forecast.end() : match.start()]
    if forecast and not turned and not words.target_near.search(clause):
        return Status.FORECAST
    if match and not words.not_target.search(clause, match.end()):
        return Status.TARGET
    opens = words.target_before.search(lower, statement.sentence.start, first)
    if opens and not words.not_target.search(lower, opens.end(), quantity.start):
        # What stands before the first figure of a sentence is said of all of them.
        return Status.TARGET
    return Status.ACTUAL


def _ends_in_target(text: str, words: StatementWords) -> bool:
    """Whether a word such as "target" leads right up to the figure, its hedge passed over."""
    pieces = text.split()
    for dropped in range(min(4, len(pieces)) + 1):
        kept = " ".join(pieces[: len(pieces) - dropped]) + " "
        if words.target_near.search(kept):
            return True
        if kept.rstrip().endswith((",", ";")):
            # No hedge reaches over a comma.
            return False
    return False
