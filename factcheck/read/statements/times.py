"""The times that a text names, as periods of the registry."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from factcheck.model.period import Period, parse_period
from factcheck.model.record import NamedTuple, record, replace
from factcheck.read.statements.periods import FISCAL, days_before, period_of, plainly, shifted
from factcheck.read.statements.words import StatementWords

_REACH = 160
_JOINED = 48
_OPENED = 90
_AFTER_NUMBER = 12
_SAME = 16
# "Từ tháng 3/2022 đến hết tháng 9/2024".
_SPAN_WORDS = 3
# Two sentences are hardly longer.
_SENTENCES = 2_000
_SHORTEST = re.compile(r"[.!?]\s|\n|;")
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "tháng": 1, "quý": 3, "năm": 12}
_AND = frozenset({"and", "và"})
_EARLIER = frozenset(
    {"ngoái", "trước", "last", "previous", "the previous", "prior", "the prior", "the same", "a", "the"}
)
# So many months after its first nine months, a year's report on them may come out.
_LATE = 2
_WEEK = 7
_SOON_AFTER = 75
_MID_YEAR = 6
_DECEMBER = 12
# Behind a figure these are seen from it, and not from the day of the text.
_BEFORE = frozenset({"previous", "the previous", "prior", "the prior", "trước"})
_AGO = frozenset({"a", "the", "trước đó", "liền trước", "ngay trước"})
_LATER = frozenset({"next", "tới", "sau"})
_VAGUE = frozenset({"qua", "vừa qua"})
# "Since its launch in" June 2022, "kể từ khi khai trương" 9/12/2019.
_SINCE = re.compile(r"(?<!\w)(?:since|kể từ|từ (?:khi|lúc))(?: [^\s.,;:()\d]+){0,5}(?: \(?)?\Z")
_LONG_AS_A_YEAR = re.compile(r"(?P<first>\d{4})-(?P<begins>\d\d)/(?P<last>\d{4})-(?P<ends>\d\d)")
_NO_START = re.compile(r"\b(?:last|previous|prior|trước|ngoái)(?!\w)")
# A report on a year may come out so many days before its end.
_SOON = 20
_TO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?P<kind>[QH])\d")
# The days on which most fiscal years end.
_FISCAL_END = re.compile(r"(?:\d{4}-(?:04|07|10)/)?(?P<year>\d{4})-(?P<month>03|06|09)(?:-3[01])?")


@record(frozen=True, slots=True)
class Time:
    """One time expression.

    ``iso`` is its period as the registry writes it; empty where it is told only from that of the figure beside it
    ("the quarter before"): then ``back`` is how many months, or ``days`` how many days earlier. ``base`` marks what a
    change is measured from, ``aside`` a time that no figure is about. ``until`` marks the end of something, ``now`` the
    day of the text.
    """

    start: int
    end: int
    iso: str
    base: bool = False
    aside: bool = False
    until: bool = False
    now: bool = False
    back: int = 0
    days: int = 0

    @property
    def period(self) -> Period | None:
        """The period; None where it has to be told from another."""
        return parse_period(self.iso) if self.iso else None

    @property
    def carries(self) -> bool:
        """Whether sentences after it are likely to speak of it too: any but the day of one event, and "now" itself."""
        return self.until or "/" in self.iso or len(self.iso) < len("2020-01-01")


def find_times(
    text: str, lower: str, words: StatementWords, published: date | None, documents: Sequence[tuple[int, int]] = ()
) -> list[Time]:
    """Return the times of a text, also given in lower case, in order.

    ``published`` fills in the year where none is named; without it such times are passed over. ``documents`` are the
    places of numbers of laws and letters, whose dates are nobody's period.
    """
    spans: list[tuple[int, int, re.Match[str]]] = []
    for pattern in words.times:
        matches = (match for match in pattern.finditer(lower) if not _is_of_two_rows(lower, match))
        spans += [(match.start(), match.end(), match) for match in matches]
    # Where two expressions share words, the one that says more wins, then the longer one.
    spans.sort(key=lambda span: (-_told(span[2]), span[0] - span[1], span[0]))
    taken: list[tuple[int, int]] = []  # in order, and none within another
    found: list[Time] = []
    yearless: set[int] = set()
    untold: list[re.Match[str]] = []
    for start, end, match in spans:
        place = bisect_left(taken, (start, end))
        if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
            continue
        time = _time(lower, match, words, published) if _is_name(text, match) else None
        if time is None:
            if published is None:
                untold.append(match)
            continue
        if any(0 <= start - last <= _AFTER_NUMBER for _, last in documents):
            time = replace(time, aside=True)
        found.append(time)
        taken.insert(place, (start, end))
        if (
            time.iso
            and not time.now
            and {"y", "which", "unit"}.isdisjoint(name for name, told in match.groupdict().items() if told)
        ):
            yearless.add(start)
    found.sort(key=lambda time: time.start)
    found = _told_by_others(lower, found, untold, words)
    found = _fiscal_years_known(found)
    settled: list[Time] = []
    for number, time in enumerate(found):
        told = _in_its_year(lower, found, number, words, published) if time.start in yearless else time
        if time.start in yearless and told == time:
            told = _beside_sibling(lower, settled, yearless, time)
        settled.append(told)
    found = settled
    found += _cut_short(lower, found, words)
    found.sort(key=lambda time: time.start)
    return _joined(lower, found, words, published)


def _cut_short(lower: str, times: Sequence[Time], words: StatementWords) -> list[Time]:
    """Return quarters and halves whose noun is not said again: "£1.9bn in the second quarter, £1.2bn in the first".

    They are of the same year.
    """
    found: list[Time] = []
    for match in words.cut_short.finditer(lower):
        before = times_between(times, max(0, match.start() - _REACH), match.start())
        named = before[-1] if before else None
        mark = _PART_OF_YEAR.fullmatch(named.iso) if named else None
        if named is None or mark is None or re.search(r"[.!?]\s|\n", lower[named.end : match.start()]):
            continue
        part = words.ordinals.get(match["nth"], 0)
        if 1 <= part <= (4 if mark["kind"] == "Q" else 2):
            found.append(Time(*match.span(), f"{mark['year']}-{mark['kind']}{part}"))
    return found


def seen_from_report(
    lower: str, times: Sequence[Time], usual: str, published: date | None, words: StatementWords
) -> list[Time]:
    """Return times with "the previous quarter" seen from the one that a report is about, not from when it came out."""
    if not usual or published is None:
        return list(times)
    found: list[Time] = []
    for time in times:
        named = words.previous.fullmatch(lower, time.start, time.end)
        months = _MONTHS.get(named["unit"], 0) if named else 0
        # "2023-Q3" as "2023-Q4", "2023-11" as "2023-12".
        alike = len(time.iso) == len(usual) and ("Q" in time.iso) == ("Q" in usual) and "/" not in usual
        found.append(replace(time, iso=shifted(usual, months)) if months and time.iso and alike else time)
    return found


def _is_of_two_rows(lower: str, match: re.Match[str]) -> bool:
    """Whether what looks like a day is the last number of a row and the month that begins the next."""
    day, divided, _ = match[0].partition("\n")
    if not divided or not day.strip().isdigit():
        return False
    before = lower[lower.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
    return before[-1:].isdigit() or before.endswith((".", ",", "|", "%"))


def _told_by_others(
    lower: str, times: Sequence[Time], untold: Sequence[re.Match[str]], words: StatementWords
) -> list[Time]:
    """Add months and quarters without a year in a text without a date: of the year of the time before on their line."""
    found = list(times)
    for match in sorted(untold, key=re.Match.start):
        before = times_between(times, lower.rfind("\n", 0, match.start()) + 1, match.start())
        before = [time for time in before if not (time.base or time.aside or _begins(lower, time))]
        period = before[-1].period if before else None
        if match.groupdict().get("now") or any(_overlap(time, match) for time in found):
            continue
        time = None
        if period is not None:
            time = _time(lower, match, words, date(period.end.year, _MONTHS["year"], 31))
        elif match.groupdict().get("d"):
            # "As of 30 September": a day, though nobody knows of which year.
            time = Time(*match.span(), "", aside=True)
        if time is not None:
            found.append(time)
    return sorted(found, key=lambda time: time.start)


def _overlap(time: Time, match: re.Match[str]) -> bool:
    return time.start < match.end() and match.start() < time.end


def _fiscal_years_known(times: Sequence[Time]) -> list[Time]:
    """Return times with the months of fiscal years ("2023/24"), which a text tells by naming the day the last one ends.

    Without that, and where several days may be it, such years are left out.
    """
    years = {time.iso for time in times if FISCAL in time.iso}
    if not years:
        return list(times)
    closed = max(int(year[-4:]) for year in years)
    spelled_out = {month for time in times if (month := _year_long(time.iso)) is not None}
    if len(spelled_out) == 1:
        return _with_months(times, years, spelled_out.pop())
    # The day on which a year closed, or the last month of one that is told by its first and last.
    told = [time.iso for time in times if _year_long(time.iso) is not None or _TO_DAY.fullmatch(time.iso)]
    ends = [_FISCAL_END.fullmatch(iso) for iso in told]
    months = {int(end["month"]) for end in ends if end and int(end["year"]) == closed}
    # "The six months to 30 September" close no year.
    parts = [parse_period(time.iso) for time in times if "/" in time.iso and _year_long(time.iso) is None]
    months -= {part.end.month for part in parts if part.end.year == closed}
    if len(months) != 1:
        return [time for time in times if time.iso not in years]
    return _with_months(times, years, months.pop())


def _year_long(iso: str) -> int | None:
    """Return the month in which a year ends whose first and last months are told; none of a calendar's."""
    ends = _LONG_AS_A_YEAR.fullmatch(iso)
    if ends is None or int(ends["last"]) != int(ends["first"]) + 1:
        return None
    return int(ends["ends"]) if int(ends["begins"]) == int(ends["ends"]) + 1 else None


def _with_months(times: Sequence[Time], years: Container[str], month: int) -> list[Time]:
    return [
        replace(time, iso=f"{time.iso[:4]}-{month + 1:02}/{time.iso[-4:]}-{month:02}") if time.iso in years else time
        for time in times
    ]


def _in_its_year(
    lower: str,
    times: Sequence[Time],
    number: int,
    words: StatementWords,
    published: date | None,
) -> Time:
    """Return a month, quarter or half without a year in that of the sentence before, else the last one that is over.

    "In 2023 there were 48. In the first half there were 22", "in the three months to October" of a text of May.
    """
    time = times[number]
    period = time.period
    if published is None or period is None:
        return time
    # A text that begins with the year before is about it.
    begins = times[0].start < _REACH and str(published.year - 1) in lower[times[0].start : times[0].end]
    first = times[0].iso if begins and times[0].iso == str(published.year - 1) else ""
    for place in range(number - 1, -1, -1):
        other = times[place]
        between = lower[other.end : time.start]
        if len(between) > _SENTENCES or "\n" in between or len(_SHORTEST.findall(between)) > 1:
            break
        is_year = len(other.iso) == len("2020") and other.iso in lower[other.start : other.end]
        if other.base or other.aside or not is_year or other.iso < first:
            continue
        years = period.end.year - int(other.iso)
        return replace(time, iso=shifted(time.iso, years * _MONTHS["year"])) if years else time
    lead = _SHORTEST.split(lower[max(0, time.start - _REACH) : time.start])[-1]
    if words.target_before.search(lead) or words.forecast.search(lead):
        return time
    if first and period.end.year == published.year:
        return replace(time, iso=shifted(time.iso, _MONTHS["year"]))
    if period.end <= published:
        return time
    is_over = (period.start or period.end) > published and (time.base or "/" in time.iso)
    return replace(time, iso=shifted(time.iso, _MONTHS["year"])) if is_over else time


def _beside_sibling(lower: str, before: Sequence[Time], yearless: Container[int], time: Time) -> Time:
    """Return a time without a year in that of one of its kind just before it, in its sentence.

    "Trong 6 tháng đầu năm đạt 6 triệu lượt; 6 tháng cuối năm đạt 7 triệu", of the year of the sentence before.
    """
    other = before[-1] if before else None
    if other is None or other.start not in yearless or len(other.iso) != len(time.iso) or not other.iso:
        return time
    if re.search(r"[.!?]\s|\n", lower[other.end : time.start]):
        return time
    one, mine = other.period, time.period
    years = mine.end.year - one.end.year if one and mine else 0
    return replace(time, iso=shifted(time.iso, years * _MONTHS["year"])) if years > 0 else time


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the name of a month is one: with neither day nor year beside it, its capital tells ("tháng Hai")."""
    groups = match.groupdict()
    return not groups.get("month") or bool(groups.get("y") or groups.get("d")) or text[match.start("month")].isupper()


def _told(match: re.Match[str]) -> int:
    return sum(value is not None for value in match.groupdict().values())


class _Lead(NamedTuple):
    """The words before a time in its sentence, and these with what its own pattern took of them: "from", "so với"."""

    before: str
    whole: str

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is found in either."""
        return bool(pattern.search(self.before) or pattern.search(self.whole))


def _lead_of(lower: str, match: re.Match[str], groups: Mapping[str, str]) -> _Lead:
    start = match.start()
    before = _SHORTEST.split(lower[max(0, start - _REACH) : start])[-1]
    bare = len(groups) == 1 and next((name for name in ("y", "month") if name in groups), "")
    return _Lead(before, before + match[0][: match.start(bare) - start] if bare else before)


def _time(lower: str, match: re.Match[str], words: StatementWords, published: date | None) -> Time | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.span()
    lead = _lead_of(lower, match, groups)
    base = not _SINCE.search(lead.whole.rstrip()) and lead.has(words.base)
    base = base or words.same_period.search(match[0]) is not None
    # "When the programme began in April 2022, 21% had none": then it was.
    opens = words.opening.match(lead.before.lstrip(' “"(')) is not None and lower[end : end + 1] == ","
    told = Time(start, end, "", base=base, aside=not opens and lead.has(words.aside), until=lead.has(words.until))
    if "now" in groups or "year_to_date" in groups:
        return _to_this_day(told, groups, published, until=words.until_now.match(lower, start) is not None)
    which = groups.get("which", "")
    if which in _VAGUE:
        return None
    if {"year_start", "mid_year", "whole_year"} & set(groups):
        return _of_its_year(told, groups, published)
    many = words.numerals.get(which) or (int(which) if which.isdecimal() else 0)
    if groups.get("unit") == "week":
        return replace(told, base=True, days=(many or 1) * _WEEK)
    if "unit" in groups and many:
        # "61 more than three months earlier".
        return replace(told, base=True, back=many * _MONTHS[groups["unit"]])
    if "unit" in groups:
        compared = any(map(str.isdigit, lead.before))
        return _relative(start, end, groups["unit"], which, published, base=base, compared=compared)
    year = int(groups["y"]) if "y" in groups else _year_of(which, published)
    if match.groupdict().get("to_date") is not None:
        year = _year_to_date(groups["months"], words, published)
    iso = _named(groups, year, words, published)
    if iso and _TO_DAY.fullmatch(iso) and words.from_new_year.search(lead.before):
        return replace(told, iso=plainly(f"{iso[:4]}-01-01/{iso}"), until=True)
    return _at_its_end(replace(told, iso=iso), lead, words, published) if iso else None


def _of_its_year(told: Time, groups: Mapping[str, str], published: date | None) -> Time | None:
    """Return "the start of the year", "mid-year" or "all of the year", of the year that a text is likely about.

    None where that is not clear.
    """
    if published is None:
        return None
    year, month = published.year, published.month
    if "year_start" in groups:
        # Early in a year, a report may be on the one before.
        return replace(told, iso=f"{year - 1}-12-31", base=True) if month > _LATE else None
    if "mid_year" in groups:
        return replace(told, iso=f"{year}-06-30", base=True) if month > _MID_YEAR else None
    # "Quý IV đạt 3,61 triệu tấn; cả năm đạt 13,48 triệu tấn".
    over = month <= _LATE + 1 or month == _DECEMBER
    return replace(told, iso=str(year - (month != _DECEMBER))) if over else None


def _named(groups: dict[str, str], year: int | None, words: StatementWords, published: date | None) -> str | None:
    """Return the period that an expression names: of the year before where no year stands by a quarter just over.

    "Quý IV", said in January.
    """
    iso = period_of(groups, year, words) if year is not None else None
    if iso is None or year is None or published is None or "q" not in groups or {"y", "which"} & set(groups):
        return iso
    period, before = parse_period(iso), period_of(groups, year - 1, words)
    if before is None or period.start is None or period.start <= published:
        return iso
    return before if 0 <= (published - parse_period(before).end).days <= _SOON_AFTER else iso


def _to_this_day(told: Time, groups: Mapping[str, str], published: date | None, *, until: bool) -> Time | None:
    """Return "now", or "since the start of the year", which the day of the text tells."""
    if published is None:
        return None
    if "now" in groups:
        return replace(told, iso=published.isoformat(), base=False, now=True, until=until)
    return replace(told, iso=f"{published.year}-01-01/{published.isoformat()}", until=True)


def _at_its_end(time: Time, lead: _Lead, words: StatementWords, published: date | None) -> Time:
    """Return a year, quarter or month as the day that words before it mean: "at the end of 2022", "before 2022"."""
    if len(time.iso) >= len("2020-01-01") or "/" in time.iso or FISCAL in time.iso:
        return time
    period = parse_period(time.iso)
    if lead.has(words.before_it) and period.start is not None:
        # It ended with 2021.
        return replace(time, iso=(period.start - timedelta(days=1)).isoformat(), until=False)
    ends = lead.has(words.end_of)
    if ends or (
        time.until and words.until.search(lead.whole) and not time.base and published and period.end <= published
    ):
        if ends and len(time.iso) == len("2020") and published and 0 < (period.end - published).days <= _SOON:
            # "Cuối năm 2024, toàn huyện còn 986 hộ nghèo", on 20 December: as things stand.
            return replace(time, iso=published.isoformat())
        # "Hết năm 2023, …": sentences that follow are of then too.
        return replace(time, iso=period.end.isoformat(), until=time.until or (ends and not lead.before.strip()))
    return time


def _relative(
    start: int, end: int, unit: str, which: str, published: date | None, *, base: bool, compared: bool
) -> Time | None:
    if unit not in _MONTHS:
        # A season is seen from the one that a report is about, not from the day on which it came out.
        return Time(start, end, "", base=True, back=12)
    months = _MONTHS[unit]
    if which in _LATER:
        return None if published is None else Time(start, end, shifted(_around(published, months), -months))
    if which in _EARLIER:
        base = base or which in _AGO or (compared and which in _BEFORE)
        return Time(start, end, "", base=True, back=months) if base else _earlier(
            start, end, months, published
        )  # fmt: skip
    if published is None:
        return None
    return Time(start, end, _around(published, months), base=base)


def _earlier(start: int, end: int, months: int, published: date | None) -> Time | None:
    if published is None:
        return None
    return Time(start, end, shifted(_around(published, months), months))


def _around(day: date, months: int) -> str:
    if months == 1:
        return f"{day.year}-{day.month:02}"
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}" if months == _MONTHS["quarter"] else str(day.year)


def _year_of(which: str, published: date | None) -> int | None:
    if published is None:
        return None
    return published.year - (which in _EARLIER)


def _year_to_date(months: str, words: StatementWords, published: date | None) -> int | None:
    """Return the year of which "9 tháng" are the first nine months: only a text of those days speaks of it so."""
    number = words.numerals.get(months) or int(months)
    if published is None or number == 1:
        return None
    late = (published.month - number) % 12
    return published.year - (number > published.month) if late <= _LATE else None


def _joined(lower: str, times: list[Time], words: StatementWords, published: date | None) -> list[Time]:
    """Join "from … to …", and open the start of "since it began, to date"."""
    joined: list[Time] = []
    for time in times:
        before = joined[-1] if joined else None
        if before and (_is_span(lower, before, time, words) or _leads_to(lower, before, time, words)):
            before = _no_later(before, time)
            first, last = before.period, time.period
            if first and last and first.start and first.start <= last.end:
                ends = _month_of(last.end) if _is_span(lower, before, time, words) else _last(time.iso)
                iso = plainly(f"{_first(before.iso)}/{ends}")
                joined[-1] = Time(before.start, time.end, iso, base=before.base, aside=before.aside, until=True)
                continue
        lead = _SHORTEST.split(lower[max(0, time.start - _OPENED) : time.start])[-1]
        # "The lowest ever (2023: 2.69%)": the bracket says another time.
        own = lead.rpartition("(")[2] if lower[time.end : time.end + 1] == ":" else lead
        to_date = (time.until or time.now) and time.iso and "/" not in time.iso
        if to_date and not time.base and words.open_start.search(own):
            period = time.period
            joined.append(replace(time, iso=f"../{period.end.isoformat()}" if period else time.iso))
            continue
        joined.append(time)
    return [_since(lower, time, published) for time in joined]


def _no_later(first: Time, last: Time) -> Time:
    """Return the first of two ends in the year of the last where it begins after it: "from January to August 2023"."""
    one, other = first.period, last.period
    years = one.end.year - other.end.year if one and other else 0
    return replace(first, iso=shifted(first.iso, years * _MONTHS["year"])) if years > 0 else first


def _month_of(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _is_span(lower: str, first: Time, second: Time, words: StatementWords) -> bool:
    """Whether two months are the ends of one stretch: "in November 2023 to January 2024"."""
    # The word between them may have been taken by the pattern of the second: "to January".
    between = f"{lower[first.end : second.start]} {lower[second.start : second.end]}".split()
    if not between or between[0] not in words.spans or second.now or second.period is None:
        return False
    if len(lower[first.end : second.start].split()) > _SPAN_WORDS:
        return False
    months = len(first.iso) == len("2020-01") and "Q" not in first.iso and "H" not in first.iso
    # "To January 2024" was taken for its last day.
    return months and (second.period.end + timedelta(days=1)).day == 1


def _leads_to(lower: str, first: Time, second: Time, words: StatementWords) -> bool:
    between = lower[first.end : second.start]
    lead = _SHORTEST.split(lower[max(0, first.start - _REACH) : first.start])[-1]
    if words.between.search(lead) and between.strip() in _AND:
        return True
    if len(between) > _JOINED or _SHORTEST.search(between) or first.base or not (second.until or second.now):
        return False
    inside = lower[first.start : first.end]
    return bool(words.since.search(lead) or words.since.match(" " + inside.partition(" ")[0] + " "))


def _since(lower: str, time: Time, published: date | None) -> Time:
    """Let "since 2019" last until publication; in a text without a date it is no figure's."""
    if not time.iso or "/" in time.iso or time.base or time.aside or time.until:
        return time
    if not _begins(lower, time):
        return time
    if _NO_START.search(lower, time.start, time.end):
        # "It has tripled since last year".
        return replace(time, base=True)
    period = time.period
    if published is None:
        return replace(time, aside=True)
    if period is None or period.start is None or period.start >= published:
        return time
    return replace(time, iso=f"{_first(time.iso)}/{published.isoformat()}", until=True)


def _begins(lower: str, time: Time) -> bool:
    """Whether a time is only the beginning of one: "since 2019"."""
    inside = lower[time.start : time.end]
    before = lower[max(0, time.start - _JOINED) : time.start]
    # "(Từ tháng 9/2020)": with no end in the bracket.
    alone = before.endswith(("(từ ", "(from ")) and lower[time.end : time.end + 1] == ")"
    return alone or inside.startswith(("since", "từ")) or _SINCE.search(before) is not None


def _first(iso: str) -> str:
    return iso.partition("/")[0]


def _last(iso: str) -> str:
    return iso.rpartition("/")[2]


def times_between(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Return those of the times of a text, which are in order, that begin in a stretch of it."""
    return times[bisect_left(times, start, key=_start) : bisect_left(times, end, key=_start)]


def _start(time: Time) -> int:
    return time.start


def seen_from(time: Time, period: str, lower: str, words: StatementWords) -> str:
    """Return the period that a time means, seen from another.

    "Cùng kỳ 2019" of a figure to 30 June 2020 is 30 June 2019. Empty where there is nothing to see it from.
    """
    if not time.iso:
        return (days_before(period, time.days) if time.days else shifted(period, time.back)) if period else ""
    same = words.same_period.search(lower, max(0, time.start - _SAME), time.end)
    if same is None or len(time.iso) != len("2020") or len(period) <= len("2020"):
        return time.iso
    last = int(period.rpartition("/")[2][:4])
    return shifted(period, 12 * (last - int(time.iso))) or time.iso
