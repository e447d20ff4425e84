"""Numbers, intervals and dates as sentences show them, in English or Vietnamese style."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.model.exact import Exact, divide, floor_of, magnitude, plain, round_half_up
from factcheck.model.finding import Amount, Days, Fact, Range, Rate, Saying, Sayings, Where
from factcheck.model.interval import Interval
from factcheck.model.style import Style

_MARKS = {"en": (",", "."), "vi": (".", ",")}
LANGUAGES = frozenset(_MARKS)
_POINTS = {"en": ("point", "points"), "vi": ("điểm phần trăm", "điểm phần trăm")}
_DAYS = {"en": ("day", "days"), "vi": ("ngày", "ngày")}
_SIGNIFICANT = 3
_MOST_DECIMALS = 9
_EXACT_DECIMALS = 4
_DECIMALS = 3
_INTERVALS = {
    "en": {
        "point": "{low}",
        "all": "any number",
        "[": "{low} or more",
        "(": "more than {low}",
        "]": "{high} or less",
        ")": "less than {high}",
        "[]": "{low} to {high}",
        "(]": "more than {low}, up to {high}",
        "[)": "{low} or more, below {high}",
        "()": "between {low} and {high}",
    },
    "vi": {
        "point": "{low}",
        "all": "số bất kỳ",
        "[": "từ {low} trở lên",
        "(": "trên {low}",
        "]": "không quá {high}",
        ")": "dưới {high}",
        "[]": "từ {low} đến {high}",
        "(]": "trên {low}, không quá {high}",
        "[)": "từ {low} đến dưới {high}",
        "()": "trên {low}, dưới {high}",
    },
}


def format_number(value: Exact, lang: str) -> str:
    """Write an exact number with the language's marks; one without an end is rounded to three decimals."""
    text = plain(value)
    if "/" in text:
        text = plain(round_half_up(value, 3))
    group, decimal = _MARKS[lang]
    whole, point, fraction = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    return ("-" if text.startswith("-") else "") + grouped + (decimal + fraction if point else "")


def format_amount(value: Exact, unit: str, lang: str) -> str:
    """Write a number with its unit; a percentage is shown times 100."""
    if unit == "%":
        return format_number(value * 100, lang) + "%"
    if unit == "pp":
        return f"{format_number(value * 100, lang)} {_POINTS[lang][value * 100 != 1]}"
    return f"{format_number(value, lang)} {unit}".rstrip()


def format_rate(value: Exact, lang: str) -> str:
    """Write a worked-out number to three significant digits."""
    size = magnitude(value)
    decimals = 0
    while size and size < Fraction(10) ** (_SIGNIFICANT - 1 - decimals) and decimals < _MOST_DECIMALS:
        decimals += 1
    rounded = round_half_up(value, decimals)
    extra = len(str(floor_of(magnitude(rounded)))) - _SIGNIFICANT
    if extra > 0:
        rounded = round_half_up(Fraction(rounded) / 10**extra, 0) * 10**extra
    return format_number(rounded, lang)


def format_styled(value: Exact, unit: str, style: Style, lang: str) -> str:
    """Write a number as its source would: its marks, its scale word, its unit."""
    marks = style.lang or lang
    if unit == "%":
        return format_number(_short(value * 100), marks) + style.percent
    if unit == "pp":
        return format_amount(divide(_short(value * 100), 100), unit, marks)
    return " ".join(filter(None, (format_number(_short(divide(value, style.scale)), marks), style.word, unit)))


def _short(value: Exact) -> Exact:
    """Return a number that ends within four decimals; else one with three, or as many as tell it from 0."""
    if round_half_up(value, _EXACT_DECIMALS) == value:
        return value
    decimals = _DECIMALS
    while value and not round_half_up(value, decimals) and decimals < _MOST_DECIMALS:
        decimals += 1
    return round_half_up(value, decimals)


def format_interval(interval: Interval, unit: str, lang: str, style: Style | None = None) -> str:
    """Write an interval in words, its ends as open or closed as they are; with a style, as its source would."""
    words = _INTERVALS[lang]
    if style is None:
        low = "" if interval.low is None else _end(interval.low, unit, lang)
        high = "" if interval.high is None else _end(interval.high, unit, lang)
    else:
        # The scale word and the unit are said once, after the last number.
        bare = style._replace(word="")
        first, first_unit = (style, unit) if interval.high is None or unit == "%" else (bare, "")
        low = "" if interval.low is None else format_styled(interval.low, first_unit, first, lang)
        high = "" if interval.high is None else format_styled(interval.high, unit, style, lang)
        if interval.is_point:
            low = high
    if interval.is_point:
        shape = "point"
    else:
        left = "" if interval.low is None else "(" if interval.low_open else "["
        right = "" if interval.high is None else ")" if interval.high_open else "]"
        shape = left + right or "all"
    return words[shape].format(low=low, high=high)


def _end(value: Exact, unit: str, lang: str) -> str:
    return format_amount(value, "%" if unit == "%" else "", lang)


def format_where(where: Where, lang: str) -> str:
    """Write a place in a document: "page 2, line 14", "trang 2, dòng 14"."""
    page, line = ("trang", "dòng") if lang == "vi" else ("page", "line")
    return (f"{page} {where.page}, " if where.page else "") + f"{line} {where.line}"


def format_fact(fact: Fact, lang: str) -> str:
    """Write one fact for a sentence."""
    match fact:
        case Amount():
            if fact.style is not None:
                return format_styled(fact.value, fact.unit, fact.style, lang)
            return format_amount(fact.value, fact.unit, lang)
        case Range():
            return format_interval(fact.interval, fact.unit, lang, fact.style)
        case Rate():
            return format_rate(fact.value, lang)
        case Days() | date():
            return _format_time(fact, lang)
        case Where():
            return format_where(fact, lang)
        case int() | Fraction():
            return format_number(fact, lang)
        case str():
            return fact
        case Sayings():
            return fact.between.join(say(part, lang) for part in fact.parts)
        case _:
            return ", ".join(fact)


def _format_time(time: Days | date, lang: str) -> str:
    if isinstance(time, Days):
        return f"{format_number(time.number, lang)} {_DAYS[lang][time.number != 1]}"
    return time.strftime("%d/%m/%Y") if lang == "vi" else time.isoformat()


def say(part: Saying, lang: str) -> str:
    """Return a part of a sentence in a language."""
    template = part.vi if lang == "vi" else part.en
    return template.format_map({name: format_fact(fact, lang) for name, fact in part.facts.items()})
