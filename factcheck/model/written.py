"""A number as it was written: its value, and how precise its digits say that it is."""

from __future__ import annotations

from factcheck.model.exact import Exact, divide, magnitude
from factcheck.model.record import record


@record(frozen=True, slots=True)
class Written:
    """A written number, scale words and percent sign included.

    ``value`` is exact and in base units (a percentage is its fraction). ``last`` is the worth of the
    last digit written, ``significant`` that of the last digit that is not zero (``last`` where
    decimals are written), ``digits`` how many digits lie between the first and that one. ``scaled``
    tells whether a scale word, decimals or a percent sign make it a rounded figure by its looks.
    """

    value: Exact
    last: Exact
    significant: Exact
    digits: int
    scaled: bool
    percent: bool = False

    @staticmethod
    def from_digits(
        whole: str, decimals: str = "", *, scale: Exact = 1, percent: bool = False, negative: bool = False
    ) -> Written:
        """Build from ASCII digits before and after the decimal mark and what they are multiplied by.

        ``scale`` is what scale words amount to (1 000 for "nghìn"); the percent sign is kept apart,
        since 46,25% and 0,4625 are one value but not one way of writing.
        """
        if not decimals and not percent and scale == 1:
            # Most figures are whole numbers in plain digits: for them nothing has to be divided.
            number, digits = int(whole), len(whole.strip("0"))
            last = 10 ** (len(whole) - len(whole.rstrip("0"))) if digits else 1
            return Written(-number if negative else number, 1, last, max(digits, 1), scaled=False)
        unit = divide(scale, 100) if percent else scale
        tens = 10 ** len(decimals)
        value: Exact = divide(int(whole + decimals) * unit, tens)
        last = divide(unit, tens)
        significant = last
        if not decimals:
            zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
            significant = last * 10**zeros
        count = len((whole + decimals).lstrip("0")) if decimals else len(whole.strip("0"))
        return Written(
            value=-value if negative else value,
            last=last,
            significant=significant,
            digits=max(count, 1),
            scaled=scale != 1 or bool(decimals) or percent,
            percent=percent,
        )

    @property
    def leeway(self) -> Exact:
        """The width W that a hedge leaves, from the digits: see the table of intervals."""
        size = magnitude(self.value)
        if self.digits == 1:
            return min(divide(self.significant, 2), divide(size, 5))
        return max(self.significant, divide(size, 100))

    def as_percent(self) -> Written:
        """Return the same digits as a percentage."""
        return self.as_part(100)

    def as_part(self, parts: int) -> Written:
        """Return the same digits as so many hundredths, thousandths … of one: 100 for a percentage."""
        value, last, significant = (divide(number, parts) for number in (self.value, self.last, self.significant))
        return Written(value, last, significant, self.digits, scaled=True, percent=parts == 100)  # noqa: PLR2004

    def times(self, scale: Exact) -> Written:
        """Return the same digits with another worth."""
        if scale == 1:
            return self
        return Written(self.value * scale, self.last * scale, self.significant * scale, self.digits, scaled=True)

    def mirrored(self) -> Written:
        """Return the same figure on the other side of zero."""
        return Written(-self.value, self.last, self.significant, self.digits, self.scaled, self.percent)
