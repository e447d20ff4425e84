"""The slips that people make in writing a number, undone: which values could have become this one, how easily.

Of typing errors in business statistics Scholtus (2009) counted 112 digits replaced, 15 dropped, 14 swapped and
11 added. No corpus is like another, so half of the weight is shared evenly between the four. Together they make
up some 80 % of all slips (Damerau 1964); the rest is shared by the
slips of a whole figure: its scale, its decimal mark, its sign, per cent for
points, or the figure beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.conflict import Slip
from factcheck.model.exact import Exact, divide, magnitude, plain
from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple
from factcheck.model.registry import TypedNumber
from factcheck.model.written import Written

_SINGLE = Fraction(8, 10)
_COUNTED = {Slip.REPLACED: 112, Slip.DROPPED: 15, Slip.SWAPPED: 14, Slip.ADDED: 11}
_ALL_COUNTED = sum(_COUNTED.values())
_EVENLY = Fraction(1, 2)
FREQUENCY = {
    slip: float(_SINGLE * (_EVENLY / len(_COUNTED) + (1 - _EVENLY) * number / _ALL_COUNTED))
    for slip, number in _COUNTED.items()
} | {
    Slip.SCALE: 0.05,
    Slip.MARK: 0.05,
    Slip.NEIGHBOUR: 0.05,
    Slip.POINTS: 0.05,
    Slip.SIGN: 0.02,
}
# An added digit is as often one struck twice as any other.
_DOUBLED = 0.5
_SCALES = (3, 6)
_MARKS = (1, 2)
_DIGITS = "0123456789"
_MOST_DIGITS = 18


class Form(NamedTuple):
    """A number as it stands written: its digits before and after the mark, and what one is worth.

    ``unit`` is what scale words and a percent sign amount to.
    """

    whole: str
    decimals: str
    unit: Exact = 1
    percent: bool = False
    negative: bool = False

    @property
    def value(self) -> Exact:
        """The number that the form stands for."""
        size = int(self.whole + self.decimals) * self.unit
        value = divide(size, 10 ** len(self.decimals)) if self.decimals else size
        return -value if self.negative else value

    @property
    def written(self) -> Written:
        """The number that the form stands for, with the precision of its digits."""
        scale = self.unit * 100 if self.percent else self.unit
        return Written.from_digits(self.whole, self.decimals, scale=scale, percent=self.percent, negative=self.negative)

    def equals(self, other: Form) -> bool:
        """Whether two forms are ways to write one number."""
        one = int(self.whole + self.decimals) * 10 ** len(other.decimals) * self.unit
        two = int(other.whole + other.decimals) * 10 ** len(self.decimals) * other.unit
        return one == two and (self.negative == other.negative or not one)

    def typed(self, raw: str, scale: int = 1) -> str:
        """Return the form as a person would type it for the registry, in the style of what stands there.

        ``scale`` is what the unit that it is typed in multiplies by.
        """
        if scale != 1:
            return plain_typed(divide(self.value, scale), raw)
        value = self.value
        sign = "-" if self.negative and value else ""
        if self.percent:
            digits = f"{self.whole}.{self.decimals}" if self.decimals else self.whole
            return f"{sign}{digits}{'%' if raw.endswith('%') else ''}"
        if self.unit == 1 and self.decimals:
            return f"{sign}{self.whole}.{self.decimals}"
        return plain_typed(value, raw)


class Undone(NamedTuple):
    """A form that may have been meant, the slip that spoilt it, and the chance that it turned out just so."""

    form: Form
    slip: Slip
    weight: float


def plain_typed(value: Exact, raw: str) -> str:
    """Write a value for the registry, thousands grouped if they are where it stood, or if it has become long."""
    text = plain(value)
    long = 5
    if "_" in raw or sum(char.isdigit() for char in raw) < long <= len(text):
        whole, mark, decimals = text.partition(".")
        return f"{int(whole):_}{mark}{decimals}" if whole.lstrip("-").isdigit() else text
    return text


def form_of(number: TypedNumber, written: Written, quantity: Quantity | None) -> Form:
    """Return how a figure is written: in its quote, where that agrees with it, else as typed."""
    if quantity is not None:
        found = _form_of_words(quantity.text, written)
        if found is not None:
            return found
    raw = number.raw.lstrip("+-").rstrip("%").replace("_", "")
    if written.last == 1 and not written.percent:
        raw = raw.replace(".", "").replace(",", "")
    whole, _, decimals = raw.partition(".")
    unit = written.last * int(10 ** len(decimals))
    return Form(whole, decimals, unit, percent=written.percent, negative=written.value < 0)


def _form_of_words(text: str, written: Written) -> Form | None:
    """Find the digits in words like "13,4 triệu", such that they make the value; None where they do not."""
    numeral = text.partition("/")[0]
    digits = "".join(str(int(char)) for char in numeral if char.isdecimal())
    if not digits or len(digits) > _MOST_DIGITS or not int(digits):
        return None
    worth = divide(magnitude(written.value), int(digits))
    tail = max(numeral.rfind(","), numeral.rfind("."))
    places = sum(char.isdecimal() for char in numeral[tail + 1 :]) if tail >= 0 else 0
    # Whole first: the mark of "67.791" groups thousands, that of "13,4 triệu" is a decimal one.
    for decimals in dict.fromkeys((0, places)):
        unit: Exact = worth * int(10**decimals)
        scale = unit * 100 if written.percent else unit
        if scale in (1, 10**3, 10**6, 10**9, 10**12) and decimals < len(digits):
            whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
            return Form(whole, rest, unit, percent=written.percent, negative=written.value < 0)
    return None


def undo(form: Form) -> list[Undone]:
    """Return every form that one slip turns into this one, each with the chance of just that slip."""
    found: defaultdict[tuple[Form, Slip], float] = defaultdict(float)
    for undone in (*_digits(form), *_whole(form)):
        if not undone.form.equals(form):
            found[undone.form, undone.slip] += undone.weight
    return [Undone(meant, slip, weight) for (meant, slip), weight in found.items()]


def _digits(form: Form) -> Iterator[Undone]:
    for found in (*_replaced(form), *_dropped(form), *_added(form), *_swapped(form)):
        whole = found.form.whole
        if whole and (len(whole) == 1 or whole[0] != "0"):
            yield found


def _cut(form: Form, digits: str, mark: int) -> Form:
    return Form(digits[:mark], digits[mark:], form.unit, form.percent, form.negative)


def _replaced(form: Form) -> Iterator[Undone]:
    digits, mark = form.whole + form.decimals, len(form.whole)
    weight = FREQUENCY[Slip.REPLACED] / (9 * len(digits))
    for index in range(len(digits)):
        for digit in _DIGITS:
            changed = digits[:index] + digit + digits[index + 1 :]
            yield Undone(_cut(form, changed, mark), Slip.REPLACED, weight)


def _dropped(form: Form) -> Iterator[Undone]:
    digits, mark = form.whole + form.decimals, len(form.whole)
    weight = FREQUENCY[Slip.DROPPED] / (len(digits) + 1)
    for index in range(len(digits) + 1):
        for digit in _DIGITS:
            changed = digits[:index] + digit + digits[index:]
            if index <= mark:
                yield Undone(_cut(form, changed, mark + 1), Slip.DROPPED, weight)
            if index > mark or (index == mark and form.decimals):
                yield Undone(_cut(form, changed, mark), Slip.DROPPED, weight)


def _added(form: Form) -> Iterator[Undone]:
    digits, mark = form.whole + form.decimals, len(form.whole)
    weight = FREQUENCY[Slip.ADDED] * (1 - _DOUBLED) / (10 * len(digits))
    for index, char in enumerate(digits if len(digits) > 1 else ""):
        found = _cut(form, digits[:index] + digits[index + 1 :], mark - (index < mark))
        if char in digits[max(index - 1, 0) : index] + digits[index + 1 : index + 2]:
            yield Undone(found, Slip.DOUBLED, weight + FREQUENCY[Slip.ADDED] * _DOUBLED / (2 * (len(digits) - 1)))
        else:
            yield Undone(found, Slip.ADDED, weight)


def _swapped(form: Form) -> Iterator[Undone]:
    digits, mark = form.whole + form.decimals, len(form.whole)
    for index in range(len(digits) - 1):
        changed = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
        yield Undone(_cut(form, changed, mark), Slip.SWAPPED, FREQUENCY[Slip.SWAPPED] / (len(digits) - 1))


def _whole(form: Form) -> Iterator[Undone]:
    if not form.percent:
        yield from _rescaled(form)
    yield from _marked(form)
    yield Undone(form._replace(negative=not form.negative), Slip.SIGN, FREQUENCY[Slip.SIGN])


def _rescaled(form: Form) -> Iterator[Undone]:
    weight = FREQUENCY[Slip.SCALE] / (2 * len(_SCALES))
    for places in _SCALES:
        zeros = "0" * places
        if form.unit == 1 and not form.decimals:
            yield Undone(form._replace(whole=form.whole + zeros), Slip.SCALE, weight)
            if form.whole.endswith(zeros) and len(form.whole) > places:
                yield Undone(form._replace(whole=form.whole[:-places]), Slip.SCALE, weight)
        else:
            yield Undone(form._replace(unit=form.unit * 10**places), Slip.SCALE, weight)
            smaller = divide(form.unit, 10**places)
            if smaller >= 1:
                yield Undone(form._replace(unit=smaller), Slip.SCALE, weight)


def _marked(form: Form) -> Iterator[Undone]:
    weight = FREQUENCY[Slip.MARK] / (2 * len(_MARKS))
    digits, mark = form.whole + form.decimals, len(form.whole)
    for shift in _MARKS:
        if shift < mark:
            yield Undone(_cut(form, digits, mark - shift), Slip.MARK, weight)
        if mark + shift <= len(digits):
            whole = digits[: mark + shift].lstrip("0") or "0"
            yield Undone(form._replace(whole=whole, decimals=digits[mark + shift :]), Slip.MARK, weight)
