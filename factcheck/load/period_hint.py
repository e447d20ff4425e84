"""What a period or date that is written in another way would be in the registry: "H1 2023" is 2023-H1."""

from __future__ import annotations

import re
from collections.abc import Callable

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>[12]\d{3})"
_LAST_MONTH = 12
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<one>\d{{1,2}})[./-](?P<other>\d{{1,2}})[./-]{_YEAR}",
        rf"{_YEAR}[./-](?P<month>\d{{1,2}})[./-](?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}}) {_MONTH} {_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"{_MONTH} {_YEAR}",
        rf"{_YEAR}[./ -]{_MONTH}",
        rf"(?:tháng |t)?(?P<month>\d{{1,2}})[./-]{_YEAR}",
        rf"tháng (?P<month>\d{{1,2}}) năm {_YEAR}",
        rf"{_YEAR}[./ -](?P<month>\d{{1,2}})",
        rf"(?P<part>[qh]) ?(?P<number>[1-4])[./ -]*{_YEAR}",
        rf"{_YEAR}[./ -]*(?P<part>[qh]) ?(?P<number>[1-4])",
        rf"(?P<part>quý|quí) (?P<number>[1-4]|i{{1,3}}|iv)(?:[/ ]|[/ ]năm ){_YEAR}",
        rf"(?:năm |year )?{_YEAR}",
    )
)
_BETWEEN = re.compile(r"\s*(?:\.\.+|[–/-]|\bto\b|\bđến\b)\s*")
_LONGEST = 40


def suggest(text: str, parse: Callable[[str], object]) -> str:
    """Return what ``parse`` reads and ``text`` can only mean, as the registry writes it; empty where there is none."""
    text = " ".join(text.lower().split())
    if len(text) > _LONGEST:
        return ""
    found = [_single(text)]
    for between in _BETWEEN.finditer(text):
        first, last = _single(text[: between.start()]), _single(text[between.end() :])
        found += [f"{first}/{last}"] if first and last else []
    return next((each for each in found if _is_read(each, parse)), "")


def _single(text: str) -> str:
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _written(found.groupdict())
    return ""


def _written(named: dict[str, str | None]) -> str:
    year, month, day = named["year"], named.get("month") or "", named.get("day") or ""
    if one := named.get("one"):
        day, month = _day_and_month(one, named.get("other") or "")
    if part := named.get("part"):
        number = named.get("number") or ""
        return f"{year}-{'H' if part == 'h' else 'Q'}{_ROMAN.get(number, number)}"
    if not month:
        return str(year)
    if not month.isdigit():
        month = str(_MONTHS.index(month) + 1)
    return f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}"


def _day_and_month(one: str, other: str) -> tuple[str, str]:
    """Tell the day from the month; "03/04" is the third of April to some and the fourth of March to others."""
    if int(one) == int(other) or int(one) > _LAST_MONTH:
        return one, other
    return (other, one) if int(other) > _LAST_MONTH else ("", "0")


def _is_read(text: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True
