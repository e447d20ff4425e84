"""The likeliest slip: which single figure, written otherwise, would let everything hold.

A claim is suspected if all that hangs together with it can hold once it is left out. What it would have to
be follows by propagation; of the values that a slip could have turned into the one that stands there, those
that fit are weighed: by how often such a slip happens, and against the chance that a figure wrong in any
other way would have left as much room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from factcheck.model.commitment import Commitment, commit
from factcheck.model.conflict import Repair, Slip, Tie
from factcheck.model.exact import Exact, divide, magnitude, plain, round_half_up
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple, replace
from factcheck.model.registry import ChangeKind
from factcheck.model.view import Figure, QuoteReading
from factcheck.model.written import Written
from factcheck.solve.component import Component, Items, everything
from factcheck.solve.decide import refute
from factcheck.solve.propagate import Domains
from factcheck.solve.slips import FREQUENCY, Form, form_of, plain_typed, undo

# How much surer the best suggestion must be than everything else together, to stand alone or to be named.
_SURE = 0.8
_WORTH_NAMING = 0.02
_WORTH_LISTING = 0.5
_MOST_LISTED = 3
_MOST_CONFLICTS = 4
# How often a wrong figure is wrong in a way that no slip explains.
_OTHERWISE = 0.02
_NEIGHBOURS = 4
# How likely, beside the middle half of what is needed, its very edge is: sums of rounding errors lie in between
# a flat and a peaked distribution, as one coarse figure or many alike are summed.
_AT_THE_EDGE = 0.15


Beside: TypeAlias = Callable[[str], Iterable[Figure]]


class Writing(NamedTuple):
    """What is known of how the figures of a registry are written.

    ``agreeing`` is the quantity in each claim's quote that bears it out, ``quotes`` what the other quotes
    hold; ``beside`` gives the figures of the claims that stand next to one in its file.
    """

    figures: Mapping[str, Figure]
    agreeing: Mapping[str, Quantity]
    quotes: Mapping[str, QuoteReading]
    beside: Beside


class _Candidate(NamedTuple):
    repair: Repair
    weight: float


def suggest(
    component: Component, conflicts: Sequence[Items], writing: Writing
) -> Iterator[tuple[Items, tuple[Repair, ...]]]:
    """Yield for each conflict its repair if one is sure, else up to three; nothing where there is none.

    ``conflicts`` are its smallest conflicting sets, no two with a reading in common. Where there are several,
    no single slip explains all: each is repaired as if the figures of the others were unknown.
    """
    for number, conflict in enumerate(conflicts):
        others = frozenset[int]().union(*(other.readings for at, other in enumerate(conflicts) if at != number))
        rest = everything(component)
        repairs = _suggest(component, Items(rest.readings - others, rest.links), conflict, writing)
        if repairs:
            yield conflict, tuple(repairs)


def _suggest(component: Component, items: Items, conflict: Items, writing: Writing) -> list[Repair]:
    candidates: list[_Candidate] = []
    otherwise = 0.0
    for number in sorted(conflict.readings):
        without = Items(items.readings - {number}, items.links)
        if refute(component, without):
            continue
        domains = Domains(component, without)
        domains.run()
        reading = component.readings[number]
        needed = domains.interval(reading.variable)
        found, missed = _Suspect(component, number, without, needed, writing).weigh()
        candidates += found
        otherwise += missed
    return _choose(candidates, otherwise)


def _choose(candidates: list[_Candidate], otherwise: float) -> list[Repair]:
    merged: dict[tuple[str, str], _Candidate] = {}
    for candidate in sorted(candidates, key=lambda each: -each.weight):
        key = (candidate.repair.claim, candidate.repair.value)
        known = merged.get(key)
        merged[key] = known._replace(weight=known.weight + candidate.weight) if known else candidate
    ranked = sorted(merged.values(), key=lambda each: (-each.weight, each.repair.claim, each.repair.value))
    total = sum(candidate.weight for candidate in ranked) + otherwise
    if not ranked or not total:
        return []
    if ranked[0].weight >= _SURE * total:
        return [ranked[0].repair]
    listed = [each for each in ranked[:_MOST_LISTED] if each.weight >= _WORTH_NAMING * total]
    if len(listed) < 2 or sum(each.weight for each in listed) < _WORTH_LISTING * total:  # noqa: PLR2004
        return []
    return [each.repair for each in listed]


class _Suspect:
    """One claim that may be the wrong one."""

    def __init__(self, component: Component, number: int, without: Items, needed: Interval, writing: Writing) -> None:
        self.component = component
        self.without = without
        self.needed = needed
        self.writing = writing
        self.reading = component.readings[number]
        claim, _, is_of = self.reading.claim.partition(".")
        self.figure = writing.figures[claim]
        self.is_of = bool(is_of)
        # A figure that is written to the last digit was not meant as a round one, which would fit nearly anything.
        self._is_exact = self.is_of or self.reading.interval.is_point
        number_typed = self.figure.claim.of if is_of and self.figure.claim.of else self.figure.claim.value
        self.typed = number_typed
        self.scale = self.figure.scale
        self.quantity = None if is_of else writing.agreeing.get(claim)
        written = number_typed.readings[-1] if is_of else self.figure.written
        self.form = form_of(number_typed, written, self.quantity)

    def weigh(self) -> tuple[list[_Candidate], float]:
        """Return the repairs that fit with their weights, and the weight of any other error in this claim."""
        found: list[_Candidate] = []
        for undone in undo(self.form):
            weight = undone.weight * self._fit(undone.form)
            if weight:
                found.append(self._candidate(undone.form.typed(self.typed.raw, self.scale), undone.slip, weight))
        found += self._from_beside()
        found += self._from_points()
        found += self._from_quote()
        return found, _OTHERWISE * self._chance()

    def _candidate(self, value: str, slip: Slip, weight: float, source: str = "") -> _Candidate:
        restored = sum(link.tie is Tie.RELATION and self.figure.id in link.claims for link in self.component.links)
        return _Candidate(Repair(self.reading.claim, value, self.typed.raw, slip, restored, source), weight)

    def _fit(self, form: Form) -> float:
        """Return how well a form fits what is needed: 0 where it does not, and less towards the edges."""
        if self._is_exact and not self.needed.contains(form.value):
            return 0
        decimals = self.figure.claim.decimals
        written = form.written
        if decimals is not None and not self.is_of:
            digits = written.value * 100 if written.percent else written.value
            if divide(digits, 1) * 10 ** max(decimals, 0) % 10 ** max(-decimals, 0):
                return 0
        counts = self.component.integer[self.reading.variable]
        if counts and (written.value.denominator != 1 or (form.decimals and form.unit == 1)):
            return 0
        hard = self._hard(written)
        if hard is None or not self._can_be(hard):
            return 0
        return self._nearness(written.value, hard)

    def _hard(self, written: Written) -> Interval | None:
        """Return what a claim would commit to if it were written so; None where its metric forbids that."""
        hard = Interval.point(written.value) if self._is_exact else self._commitment(written).hard
        natural = self.component.base[self.reading.variable]
        found = hard.intersect(natural)
        if found is not None and self.component.integer[self.reading.variable]:
            found = found.integers()
        return found

    def _commitment(self, written: Written) -> Commitment:
        claim, quantity = self.figure.claim, self.quantity
        comparator = quantity.comparator if quantity is not None else claim.comparator
        exact = quantity.of is not None if quantity is not None else claim.of is not None and not written.percent
        decimals = claim.decimals
        return commit(written, comparator, decimals=decimals, exact=exact)

    def _can_be(self, hard: Interval) -> bool:
        if not self.needed.meets(hard):
            return False
        if self.needed.is_point and hard.contains(self.needed.low or 0):
            return True
        component, number = self.component, len(self.component.readings)
        supposed = replace(component, readings=[*component.readings, self.reading._replace(interval=hard)])
        return refute(supposed, Items(self.without.readings | {number}, self.without.links)) is None

    def _nearness(self, value: Exact, hard: Interval) -> float:
        """Return how near a value is to the middle of what is needed, since rounding errors mostly cancel out."""
        low, high = self.needed.low, self.needed.high
        if low is None or high is None or hard.low is None or hard.high is None:
            return 1
        reach = float(high - low + hard.high - hard.low) / 2
        if not reach:
            return 1
        away = abs(float(value) - float(high + low) / 2) / reach
        return 1 - (1 - _AT_THE_EDGE) * min(max(2 * away - 1, 0), 1)

    def _chance(self) -> float:
        """Return how likely a figure that is wrong in any way comes to lie where it is needed."""
        low, high = self.needed.low, self.needed.high
        if low is None or high is None:
            return 0.5
        size = float(max(magnitude(self.figure.value), magnitude(low), magnitude(high))) or 1.0
        last = float(self.form.written.last)
        return min((float(high - low) + last) / (2 * size), 1)

    def _from_beside(self) -> list[_Candidate]:
        """Return what should stand for a value taken from the claim beside, if that is certain to the last digit."""
        if self.is_of:
            return []
        source = next((other.id for other in self.writing.beside(self.figure.id) if self._is_copy_of(other)), None)
        if source is None:
            return []
        meant = self._only_form()
        if meant is None or not self._fit(meant):
            return []
        weight = FREQUENCY[Slip.NEIGHBOUR] / _NEIGHBOURS
        return [self._candidate(meant.typed(self.typed.raw, self.scale), Slip.NEIGHBOUR, weight, source)]

    def _is_copy_of(self, other: Figure) -> bool:
        return other.value == self.figure.value and other.unit == self.figure.unit

    def _only_form(self) -> Form | None:
        """Return the one number, to the digits written, that is needed; None where several are."""
        low, high, last = self.needed.low, self.needed.high, self.form.written.last
        if low is None or high is None or high - low >= last:
            return None
        nearest = round_half_up(divide((low + high) / Fraction(2), last), 0)
        if nearest < 0:
            return None
        digits = plain(nearest).rjust(len(self.form.decimals) + 1, "0")
        cut = len(digits) - len(self.form.decimals)
        return self.form._replace(whole=digits[:cut], decimals=digits[cut:], negative=False)

    def _from_points(self) -> list[_Candidate]:
        """Return the change that was meant where per cent were taken for points, or points for per cent."""
        link = next((link for link in self.component.links if link.origin == self.figure.id), None)
        change = self.figure.claim.change
        meant = self._only_form()
        if link is None or change is None or meant is None:
            return []
        level, known = (self.writing.figures[name].hard for name in link.claims[1:])
        if change.kind is ChangeKind.POINTS:
            mistaken = None if known.contains(0) else level / known - Interval.point(1)
        else:
            mistaken = level - known if self.writing.figures[link.claims[1]].unit == "%" else None
        if mistaken is None or not mistaken.meets(self.figure.hard) or not self._fit(meant):
            return []
        return [self._candidate(meant.typed(self.typed.raw, self.scale), Slip.POINTS, FREQUENCY[Slip.POINTS])]

    def _from_quote(self) -> list[_Candidate]:
        """Where the quote says another number, that one: it stands there in black and white."""
        reading = self.writing.quotes.get(self.figure.id)
        if reading is None or self.quantity is not None or self.is_of:
            return []
        return [
            self._candidate(quoted(quantity, self.typed.raw, self.scale), Slip.QUOTE, 1, quantity.text)
            for quantity in reading.quantities
            if self._can_be(quantity.hard)
        ]


def quoted(quantity: Quantity, raw: str, scale: int) -> str:
    """Return a quantity as it would be typed for the registry, in a unit of so many."""
    if quantity.kind in ("percent", "percentage-points"):
        return plain(quantity.value * 100) + "%"
    return plain_typed(divide(quantity.value, scale), raw)
