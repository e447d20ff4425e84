"""Which of the times that a text names a figure speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.model.period import parse_period
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.model.registry import Status
from factcheck.read.statements.against import held_against, of_its_years
from factcheck.read.statements.page import Page
from factcheck.read.statements.periods import shifted
from factcheck.read.statements.plans import is_heading, line_of
from factcheck.read.statements.several import lists_of_years
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.times import Time, seen_from, times_between
from factcheck.read.statements.words import StatementWords

_ADJACENT = 5
_CLOSED = 45
_DOMINANT = 3
_FISCAL_YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d{2}[/–-]\d{2}(?![\w/–-]|[.,]\d)")
_IN_TITLE = 2
_MUCH_LEFT = 90
_NEAR_AFTER = 60
_YEAR = 12
_BRACKET = 80
_HEAD = 3
_OPENING_WORDS = 2
_ADJECTIVE = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NUMBER = re.compile(r"[$€£¥]?(?<![\d.,])\d")
_OWNS = re.compile(r"(?:['’]s)?\s*(?:[^\W\d_]+\s)?[$€£¥]?")
_FORMS = {
    re.compile(r"\d{4}-Q\d"): ("quarter", "quý"),
    re.compile(r"\d{4}-H\d"): ("half",),
    re.compile(r"\d{4}-\d\d"): ("month", "tháng"),
    re.compile(r"\d{4}"): ("year", "năm"),
}
_UNITS = {unit: form for form, units in _FORMS.items() for unit in units}


def usual_period(page: Page, times: Sequence[Time], published: date | None, words: StatementWords) -> str:
    """Return the period that a report is about: the one it names most, where it names one again and again."""
    counts: dict[str, int] = {}
    over: set[str] = set()
    for time in times:
        in_title = page.title is not None and page.title.start <= time.start < page.title.end
        if time.base or time.aside or not time.iso or time.now or not page.sentence_at(time.start):
            continue
        # "Prison population, 31 March 2024" is of that day; the day that it came out is none.
        of_a_day = in_title and published is not None and time.iso != published.isoformat()
        if not time.carries and not of_a_day:
            continue
        if not in_title and _is_alone_in_bracket(page.lower, time):
            continue
        period = time.period
        if published and period and (period.start or period.end) > published:
            continue
        if in_title and published and period and (period.end - published).days > _MUCH_LEFT:
            # "Vụ đông xuân 2022", in May: no report on that year.
            continue
        if published and period and period.end <= published:
            over.add(time.iso)
        # What a report calls itself after is what it is about, and so is a time that is all of a line at its head.
        names_it = (in_title and (published or "/" in time.iso)) or _is_all_of_head(page, time)
        counts[time.iso] = counts.get(time.iso, 0) + (_DOMINANT if names_it else _IN_TITLE if in_title else 1)
    if not counts:
        return ""
    best = max(counts, key=lambda iso: (counts[iso], iso in over, iso))
    if longer := _closed_by(page, best, times, words):
        return longer
    # A quarter of the year that a report is about, or its last day, is no other time.
    others = sum(number for iso, number in counts.items() if iso != best and not _is_within(iso, best))
    return best if counts[best] >= max(_DOMINANT, others) else ""


def _is_all_of_head(page: Page, time: Time) -> bool:
    """Whether a stretch of time is all that one of the first sentences says: "Year ended 30 September 2023."."""
    sentence = page.sentence_at(time.start)
    period = time.period
    if sentence is None or sentence not in page.sentences[:_HEAD] or period is None or period.is_instant:
        return False
    rest = page.text[sentence.start : time.start] + page.text[time.end : sentence.end]
    return not any(map(str.isalnum, rest))


def _closed_by(page: Page, day: str, times: Sequence[Time], words: StatementWords) -> str:
    """Return the longest period that a text names beside a day of its title which closes one; empty where none is.

    "Performance report, period to 31 March 2024" is of the year to that day.
    """
    title = page.title
    if title is None or not any(
        time.iso == day and words.period_to.search(page.lower, title.start, time.start)
        for time in times_between(times, title.start, title.end)
    ):
        return ""
    named = [(time.iso, time.period) for time in times if not (time.base or time.aside)]
    closed = [(period.start, iso) for iso, period in named if period and period.start and period.end.isoformat() == day]
    return min(closed)[1]


def _is_within(iso: str, other: str) -> bool:
    """Whether a period lies within another."""
    inner, outer = parse_period(iso), parse_period(other)
    return outer.start is not None and outer.start <= (inner.start or inner.end) and inner.end <= outer.end


def dated(
    page: Page,
    statement: Statement,
    times: Sequence[Time],
    words: StatementWords,
    published: date | None,
    usual: str,
    before: int,
    after: int,
) -> Statement:
    """Return a statement with its period, the period it is measured from, and the status that these make it.

    ``before`` and ``after`` are where the figures beside it end and begin.
    """
    quantity = statement.quantity
    chosen, spoken = _time_of(page, statement, times, words, published, after, usual)
    within = None if spoken else words.in_period.match(page.lower, quantity.end, max(after, quantity.end))
    within = within or (None if spoken else words.opening_period.match(page.lower, statement.sentence.start))
    if within and (usual or chosen is None or not _is_one(chosen, within["unit"])):
        # "We invested £241m in the half": in the one that the report is about, or that was named last.
        chosen = None if usual else _last_named(times, quantity.start, within["unit"]) or chosen
    untold = None if spoken else words.weeks.search(page.lower, statement.sentence.start, quantity.start)
    # "In early September it had 44,200": nobody knows on which day, whatever the sentence before is about.
    if untold and ((chosen is None and "/" not in usual) or untold.groupdict().get("amid")):
        return replace(statement, elsewhen=True)
    if chosen is None and not usual and _is_untold(page, statement, times):
        return statement
    if not spoken and _takes_time(statement, words) and chosen and len(chosen.iso) == len("2020-01-01") and usual:
        # "At 31 March it had 345 trains. Ticket income was £812 million": of what the report is about.
        chosen = None
    period = _iso_at(chosen, usual, published)
    against, earlier = held_against(page.lower, statement, times, words, (before, after), period)
    own = of_its_years(period, usual) if against else ""
    period, spoken = earlier or own or period, spoken or bool(earlier)
    if statement.status is Status.ACTUAL and (to_come := _opens_ahead(page, statement, times, published)) is not None:
        # "Đến năm 2030, kinh tế số chiếm 30% GDP".
        status = Status.TARGET if to_come.until else Status.FORECAST
        return replace(statement, status=status, period=to_come.iso, spoken=True, told=True)
    if chosen is None and statement.status.lies_ahead:
        period = _headed(page, times, quantity, published) or period
    if (
        statement.status is Status.TARGET
        and words.of_plan.match(f" {statement.left}")
        and statement.left.endswith("(")
        and period
    ):
        # "15,4% dự toán (411.000 tỷ đồng)": a plan is mostly of the year.
        period = f"{parse_period(period).end.year:04}"
    moved_from = words.ends_with(words.beginning, f"{statement.left} ") is not None
    # "It expects £120m, compared with last year's £109m".
    past = statement.status is Status.FORECAST and chosen is not None and _leads_right_up(page.lower, chosen, quantity)
    held = spoken and (against or moved_from or past)
    status = _status_at(statement.status, period, published, held=held)
    if not period and status is Status.ACTUAL:
        period = usual
    if earlier is None:
        return replace(statement, status=status, against=against, elsewhen=True)
    base = _base_of(page.lower, quantity, statement, times, words, after, period)
    return replace(
        statement,
        period=period,
        spoken=spoken,
        told=spoken or chosen is not None or bool(usual),
        status=status,
        base=base,
        against=against,
    )


def _is_untold(page: Page, statement: Statement, times: Sequence[Time]) -> bool:
    """Whether a figure, or a text by its head, is of a fiscal year ("2022/23") of which nobody knows the months."""
    # Up to the first line that is a sentence.
    first = next((each.start for each in page.sentences if page.text[each.end - 1] in ".!?"), 0)
    return any(
        not times_between(times, match.start(), match.end())
        for start, end in ((0, first), (statement.sentence.start, statement.sentence.end))
        for match in _FISCAL_YEAR.finditer(page.lower, start, end)
    )


def _takes_time(statement: Statement, words: StatementWords) -> bool:
    """Whether a figure is of money that comes in or goes out, or of what was done: there is none of it at a moment."""
    around = f" {statement.own_left} | {statement.right} "
    if statement.quantity.kind is Kind.COUNT:
        return words.done.search(around) is not None
    return statement.quantity.kind is Kind.MONEY and words.flows.search(around) is not None


def _iso_at(chosen: Time | None, usual: str, published: date | None) -> str:
    """Return the period that a time means in a report on the usual one, and that of the report where none is named."""
    if published is None or chosen is None:
        return chosen.iso if chosen else usual or (published.isoformat() if published else "")
    if chosen.now and len(usual) > len("2020"):
        # A report on a quarter that closed just now counts up to its close, whatever day it came out.
        close = parse_period(usual).end
        if 0 <= (published - close).days <= _CLOSED:
            return chosen.iso.replace(published.isoformat(), close.isoformat())
    return chosen.iso


def _opens_ahead(page: Page, statement: Statement, times: Sequence[Time], published: date | None) -> Time | None:
    """Return the time to come that opens a figure's sentence, where no other one stands before the figure."""
    sentence = statement.sentence
    ahead = times_between(times, sentence.start, statement.quantity.start)
    if published is None or len(ahead) != 1 or ahead[0].base or ahead[0].aside:
        return None
    period = ahead[0].period
    opens = len(page.lower[sentence.start : ahead[0].start].split()) <= _OPENING_WORDS
    led = page.lower[ahead[0].end : statement.quantity.start].lstrip().startswith(",")
    to_come = period is not None and (period.start or period.end) > published
    return ahead[0] if to_come and opens and led else None


def _leads_right_up(lower: str, time: Time, quantity: Quantity) -> bool:
    """Whether a time stands right before a figure: "last year's £109m"."""
    between = lower[time.end : quantity.start]
    return not time.now and time.end <= quantity.start and _OWNS.fullmatch(between) is not None


def _status_at(status: Status, period: str, published: date | None, *, held: bool) -> Status:
    """Return the status that a period leaves a figure, which may be there only to be ``held`` against another."""
    if published is None or not period:
        return status
    known = parse_period(period)
    starts = known.start or known.end
    if status in (Status.ACTUAL, Status.ESTIMATE):
        ahead = starts > published or (known.stated_end and known.end > published)
        return Status.FORECAST if ahead else status
    # "Should fall to 1,900 tonnes from 3,450 in 2023", "expects £120m, compared with last year's £109m".
    return Status.ACTUAL if held and known.end <= published else status


def _is_one(time: Time, unit: str) -> bool:
    """Whether a time is a whole quarter, half, month or year, as a unit is called."""
    mark = _UNITS.get(unit)
    return mark is not None and mark.fullmatch(time.iso) is not None


def _last_named(times: Sequence[Time], start: int, unit: str) -> Time | None:
    """Return the last quarter, half, month or year that was named before a place, and that nothing is measured from."""
    before = reversed(times_between(times, 0, start))
    return next((time for time in before if _is_one(time, unit) and not (time.base or time.aside)), None)


def _headed(page: Page, times: Sequence[Time], quantity: Quantity, published: date | None) -> str:
    """Return the time still to come that the nearest heading names, on a line of its own or not: "Nhiệm vụ 2024"."""
    for time in reversed(times_between(times, 0, quantity.start)):
        period = time.period
        line = line_of(page.text, time.start)
        opens = time.aside and page.sentence_at(time.start) == page.sentence_at(quantity.start)
        if period and not time.base and (opens or is_heading(page.text[line.start : line.end])):
            return time.iso if published is None or period.end > published else ""
    return ""


def _time_of(
    page: Page,
    statement: Statement,
    times: Sequence[Time],
    words: StatementWords,
    published: date | None,
    after: int,
    usual: str,
) -> tuple[Time | None, bool]:
    """Return the time of a figure: right behind it, before it in its sentence, or carried over in its paragraph."""
    quantity, sentence = statement.quantity, statement.sentence
    paragraph = page.paragraph_at(quantity.start)
    first = min(sentence.start, paragraph.start) if paragraph else sentence.start
    times = times_between(times, first, sentence.end)
    lies_ahead = statement.status.lies_ahead

    def usable(time: Time) -> bool:
        period = time.period
        if time.base or time.aside or period is None or _opens_bracket(page.lower, time, quantity.end):
            return False
        return lies_ahead or published is None or (period.start or period.end) <= published

    last = min(after, sentence.end)
    opening = page.lower.find("(", quantity.end, last)
    if opening >= 0 and after < sentence.end and ")" not in page.lower[opening:last]:
        # The bracket holds a figure of its own, and says when that was.
        last = opening
    behind = [
        time
        for time in times
        if quantity.end <= time.start < last
        and usable(time)
        # "Membership grew to 18,930, and we now serve": of what follows.
        and not _is_now_beyond(page.lower, time, quantity.end, time.start)
    ]
    ahead = [
        time
        for time in times
        if sentence.start <= time.start < quantity.start
        and usable(time)
        and not _is_aside(page.lower, time, quantity)
        and not _is_of_part(page.lower, time, statement, words)
        # "On 8 January he said that": the day of his words.
        and not (_is_day(time) and words.saying.search(page.lower, time.end, quantity.start))
        # "Volunteers, of whom there are now 240, sorted 186 tonnes"; but "Now there are 240, 30 of them …".
        and not (
            words.of_whom.match(page.lower[sentence.start : time.start].rpartition(",")[2])
            and _is_now_beyond(page.lower, time, time.end, quantity.start)
        )
    ]
    if behind:
        gap = words.until.sub("", page.lower[quantity.end : behind[0].start])
        # "Chi đạt 8.052 tỷ đồng, trong đó quý IV 2.178 tỷ đồng": of the part.
        of_part = words.contains.search(gap) is not None
        close = ";" not in gap and len(gap.split()) <= _ADJACENT and not of_part
        # Behind a comma, or "thì", it is mostly the next figure's: "năm 2024 đạt 48 lượt, năm 2023 là 46 lượt".
        turns = "," in gap or words.turns.search(gap) is not None
        if close and (not turns or (not ahead and len(gap) < _NEAR_AFTER // 2)):
            return behind[0], True
    if ahead:
        return ahead[-1], True
    between = page.lower[quantity.end : behind[0].start] if behind else ""
    if behind and ";" not in between and not words.contains.search(between):
        return behind[0], True
    if (later := _later(page.lower, [time for time in times if usable(time)], statement, words)) is not None:
        return later, True
    if paragraph is None:
        return None, False
    # "9.3% more often than in 2022": of no time that it is measured from.
    measured = {time.iso for time in times if time.base and time.start >= sentence.start}
    carried = [
        time
        for time in times
        if paragraph.start <= time.start < sentence.start
        and time.iso not in measured
        and usable(time)
        and time.carries
        and not _closed(page, time, words)
    ]
    carried = [time for time in carried if not _is_said_besides(page, carried, time, usual)]
    return (carried[-1], False) if carried else (None, False)


def _is_said_besides(page: Page, times: Sequence[Time], time: Time, usual: str) -> bool:
    """Whether a time is only that of a figure which comes beside what a paragraph is on.

    "Quý III đạt 3,42 triệu tấn; lũy kế 9 tháng đạt 9,87 triệu tấn", "năm 2023 khám 379.850 lượt; riêng quý IV …". In a
    report on the third quarter, nine months that open a sentence are besides too.
    """
    sentence = page.sentence_at(time.start)
    if sentence is None:
        return False
    opens = not any(map(str.isdigit, page.text[sentence.start : time.start]))
    for other in times:
        if other.start >= time.start or other.iso == time.iso:
            continue
        if _is_within(other.iso, time.iso) and (not opens or other.iso == usual):
            return True
        if not opens and other.iso == usual and _is_within(time.iso, other.iso):
            return True
    return False


def _later(lower: str, times: Sequence[Time], statement: Statement, words: StatementWords) -> Time | None:
    """Return a time further on in a figure's sentence that is its own: in its clause, or the one that ends a list.

    "Có 116 nghìn tài khoản, 413 nghìn thuê bao và 107 triệu lượt truy cập tính đến tháng 12/2020."
    """
    quantity, sentence = statement.quantity, statement.sentence
    behind = [time for time in times if quantity.end <= time.start < sentence.end]
    if behind and not re.search(r",\s|[;:()]", lower[quantity.end : behind[0].start]):
        # "Fell to 8.97 million tonnes from 9.48 million tonnes in 2022": of what it fell from.
        gap = lower[quantity.end : behind[0].start]
        moved = words.ends_with(words.ending, f"{statement.left} ") is not None
        begins = any(words.ends_with(words.beginning, gap[: digit.start()]) for digit in _NUMBER.finditer(gap))
        return None if moved and begins else behind[0]
    inside = [time for time in times if sentence.start <= time.start]
    if len(inside) != 1 or not inside[0].until or ";" in lower[sentence.start : inside[0].start]:
        return None
    return None if any(map(str.isalnum, lower[inside[0].end : sentence.end])) else inside[0]


def _is_day(time: Time) -> bool:
    return time.period is not None and time.period.is_instant and not (time.until or time.now)


def _is_now_beyond(lower: str, time: Time, start: int, end: int) -> bool:
    """Whether a time says "now", and a comma stands between it and a figure."""
    return time.now and not time.until and "," in lower[start:end]


def _opens_bracket(lower: str, time: Time, start: int) -> bool:
    """Whether a time behind ``start`` opens a bracket about what was then: "ranked 21st (2023: 27th)"."""
    return time.start > start and lower[time.start - 1] == "(" and lower[time.end : time.end + 1] == ":"


def _is_alone_in_bracket(lower: str, time: Time) -> bool:
    """Whether a time opens a bracket and is all of it, or all before a colon: "46,270 (2023)", "(2022: £1,198m)"."""
    return lower[time.start - 1 : time.start] == "(" and lower[time.end : time.end + 1] in (":", ")")


def _is_aside(lower: str, time: Time, quantity: Quantity) -> bool:
    """Whether a time stands in a bracket, closed before a figure, that is of another figure: "(2023: 58)", "(2023)"."""
    if _is_alone_in_bracket(lower, time) and ")" in lower[time.end : quantity.start]:
        return True
    closing = lower.find(")", time.end, quantity.start)
    opening = lower.rfind("(", max(0, time.start - _BRACKET), time.start)
    if closing < 0 or opening < 0 or ")" in lower[opening : time.start]:
        return False
    return any(map(str.isdigit, lower[opening : time.start] + lower[time.end : closing]))


def _is_of_part(lower: str, time: Time, statement: Statement, words: StatementWords) -> bool:
    """Whether a time is of the parts of a figure, before a semicolon that ends them.

    "Cho vay 6 tháng đạt 812 tỷ đồng, trong đó quý I đạt 386 tỷ đồng; thu nợ 489 tỷ đồng."
    """
    if ";" not in lower[time.end : statement.quantity.start]:
        return False
    clause = lower.rfind(";", statement.sentence.start, time.start)
    return words.contains.search(lower, max(clause, statement.sentence.start), time.start) is not None


def _closed(page: Page, time: Time, words: StatementWords) -> bool:
    """Whether a time speaks of the words beside it alone: in brackets, of a plan, or of what is only compared."""
    sentence = page.sentence_at(time.start)
    if sentence is None:
        return False
    if _ADJECTIVE.fullmatch(page.lower, time.start, time.end):
        # "Second-half revenue was £458.7m".
        return True
    if any(span.start <= time.end <= span.end for span, _ in lists_of_years(page.lower, sentence, words)):
        # "Năm 2020 và 2021": of several figures, and none of them the last.
        return True
    before = page.lower[sentence.start : time.start]
    clause = re.split(r",\s|[;(]", before)[-1]
    aimed = words.target_before.search(before + " ") or words.forecast.search(before)
    return before.count("(") > before.count(")") or bool(words.compared.search(clause)) or bool(aimed)


def _base_of(
    lower: str,
    quantity: Quantity,
    statement: Statement,
    times: Sequence[Time],
    words: StatementWords,
    after: int,
    period: str,
) -> str:
    moved = (quantity.direction != 0 and not statement.loss) or quantity.kind is Kind.POINTS or statement.compares
    if not moved:
        return ""
    for time in times_between(times, quantity.end, statement.sentence.end):
        if time.base and quantity.end <= time.start <= max(after, quantity.end) and time.start < statement.sentence.end:
            return seen_from(time, period, lower, words)
    if period and re.search(r"cùng kỳ|year[ -]on[ -]year|a year (?:earlier|ago)", statement.right):
        return shifted(period, _YEAR)
    return ""
