"""How far each relation holds, in steps: as written, within rounding, if a figure was cut off, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from factcheck.model.expression import Reference, only_adds, references
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple, replace
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Instance, Judgement, Slack, Verdict
from factcheck.solve.corners import tightest
from factcheck.solve.ranges import can_hold, evaluate
from factcheck.solve.required import required
from factcheck.solve.rounding import ROUNDED, rounded_side

__all__ = ["Judged", "can_hold", "evaluate", "judge", "judge_all"]

_Level: TypeAlias = Callable[[Figure], Interval]


class Judged(NamedTuple):
    """The judgements, and the relations that intervals say nothing about."""

    judgements: tuple[Judgement, ...]
    unchecked: tuple[Unchecked, ...]


def judge_all(instances: Iterable[Instance], figures: Mapping[str, Figure]) -> Judged:
    """Work out every relation."""
    judgements: list[Judgement] = []
    unchecked: list[Unchecked] = []
    for instance in instances:
        try:
            judgements.append(judge(instance, figures))
        except ZeroDivisionError:
            why = Why("it divides by a figure that may be 0", "phép chia cho số có thể bằng 0")
            unchecked.append(Unchecked(instance.origin, why, instance.place))
    return Judged(tuple(judgements), tuple(unchecked))


def judge(instance: Instance, figures: Mapping[str, Figure]) -> Judgement:
    """Work out one relation; ZeroDivisionError where a divisor may be 0.

    The steps are tried from the strictest to the widest, and the first at which the relation can hold is the
    verdict. Counts are whole at every step.
    """
    trial = _Trial(instance, figures)
    judgement = Judgement(instance, Verdict.HOLDS, *trial.sides(_hard), *trial.sides(_soft), *trial.sides(_written))
    if trial.can_hold(_written):
        return judgement
    if trial.can_hold(_soft):
        return replace(judgement, verdict=Verdict.ROUNDED, by_one=trial.one_rounding_explains())
    for verdict, level, slack in (
        (Verdict.CUT_OFF, _cut_off, (Slack.CUT_OFF,)),
        (Verdict.HARD_ONLY, _hard, tuple(Slack)),
    ):
        if trial.can_hold(level):
            loose = trial.loose(slack)
            enough = tuple(name for name in loose if trial.can_hold(_widened(name)))
            needed = trial.needed(enough[0], _widened(enough[0])) if len(enough) == 1 else None
            return replace(judgement, verdict=verdict, blamed=enough or loose, any_one=bool(enough), needed=needed)
    misfit = trial.misfit(_hard) if can_hold(judgement.left, instance.holds.operator, judgement.right) else None
    if misfit is None:
        return replace(judgement, verdict=Verdict.BROKEN)
    return replace(judgement, verdict=Verdict.BROKEN, blamed=(misfit,), needed=trial.needed(misfit, _hard))


def _hard(figure: Figure) -> Interval:
    return figure.hard


def _soft(figure: Figure) -> Interval:
    return figure.soft


def _written(figure: Figure) -> Interval:
    """Return the number itself; a hedged figure states no number, so all that a reader expects of it."""
    if figure.soft.is_point:
        return figure.soft
    hedged = figure.claim.comparator is not None or not figure.soft.contains(figure.value)
    return figure.soft if hedged else Interval.point(figure.value)


def _cut_off(figure: Figure) -> Interval:
    return figure.hard if figure.slack is Slack.CUT_OFF else figure.soft


def _widened(name: str) -> _Level:
    """Return the level at which one figure alone is taken as wide as can be."""
    return lambda figure: figure.hard if figure.id == name else figure.soft


def _only_rounded(name: str) -> _Level:
    """Return the level at which one figure alone is taken as rounded."""
    return lambda figure: figure.soft if figure.id == name else _written(figure)


def _between_whole_numbers(interval: Interval) -> bool:
    """Whether each end is a whole number that belongs to the interval, or infinite."""
    low, high = interval.low, interval.high
    return (low is None or (low.denominator == 1 and not interval.low_open)) and (
        high is None or (high.denominator == 1 and not interval.high_open)
    )


class _Trial:
    """One relation, tried with its figures taken as widely as each level says."""

    def __init__(self, instance: Instance, figures: Mapping[str, Figure]) -> None:
        self._holds = instance.holds
        standing = list(references(instance.holds))
        # Each figure of the relation, denominators with the claims that they belong to.
        self._figures = {
            reference: figures[instance.members[reference.name, reference.selector]] for reference in standing
        }
        self._rounded = rounded_side(instance.holds, instance.members, figures)
        self._each_stands_once = len(self._figures) == len(standing)
        self._only_adds = only_adds(instance.holds)
        self._sides: dict[_Level, tuple[Interval, Interval]] = {}

    def sides(self, level: _Level) -> tuple[Interval, Interval]:
        if level not in self._sides:
            value = self._values(level)
            worked_out = evaluate if self._each_stands_once else tightest
            self._sides[level] = worked_out(self._holds.left, value), worked_out(self._holds.right, value)
        return self._sides[level]

    def can_hold(self, level: _Level) -> bool:
        left, right = self.sides(level)
        return can_hold(left, self._holds.operator, right) and self.misfit(level) is None

    def misfit(self, level: _Level) -> str | None:
        """Return a count that could only be a fraction (the GRIM test of Brown & Heathers 2017), if there is one."""
        value = self._values(level)
        if self._only_adds and all(_between_whole_numbers(value(reference)) for reference in self._figures):
            # Whatever whole numbers the others are, what is left for one of them is whole.
            return None
        for reference, figure in self._members():
            if not figure.whole_number or value(reference).is_point:
                continue
            needed = required(self._holds, reference, value)
            if needed is not None and (found := needed.intersect(level(figure))) and found.integers() is None:
                return figure.id
        return None

    def needed(self, name: str, level: _Level) -> Interval | None:
        """Return what a claim would have to be; None where that cannot be told."""
        value = self._values(level)
        for reference, figure in self._members():
            if figure.id == name:
                found = required(self._holds, reference, value)
                found = found.intersect(figure.hard) if found else None
                return (found.integers() or found) if found and figure.whole_number else found
        return None

    def loose(self, slack: Collection[Slack]) -> tuple[str, ...]:
        """Return the claims whose figures can be read more widely, for one of these reasons."""
        found = [figure.id for _, figure in self._members() if figure.slack in slack]
        return tuple(dict.fromkeys(found))

    def one_rounding_explains(self) -> bool:
        """Whether what holds with all figures rounded holds with one of them rounded and the others as written."""
        names = dict.fromkeys(
            figure.id
            for reference, figure in self._members()
            if reference == self._rounded or figure.soft != _written(figure)
        )
        return len(names) == 1 or any(self.can_hold(_only_rounded(name)) for name in names)

    def _members(self) -> Iterator[tuple[Reference, Figure]]:
        return ((reference, figure) for reference, figure in self._figures.items() if not reference.of)

    def _values(self, level: _Level) -> Callable[[Reference], Interval]:
        values: dict[Reference, Interval] = {}
        for reference, figure in self._figures.items():
            if not reference.of:
                # As it is written a ratio is no rounded one; on every other level it may be.
                leeway = reference == self._rounded and level is not _written
                values[reference] = level(figure) + ROUNDED if leeway else level(figure)
            elif figure.of is None:
                raise ValueError(f"{figure.id} has no denominator")
            else:
                values[reference] = Interval.point(figure.of)
        return values.__getitem__
