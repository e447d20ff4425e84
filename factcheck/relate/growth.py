"""Claims of growth with the levels that they join, and what each reading of their words states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.model.expression import Comparison, Expression, Negation, Number, Operation, Reference
from factcheck.model.growth import UNKNOWN, Growth, Reading
from factcheck.model.period import Period
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.registry import Behaviour, ChangeKind, Registry
from factcheck.model.view import Figure

_RATIOS = frozenset({Behaviour.RATIO, Behaviour.SHARE})


def make_growths(
    registry: Registry,
    figures: Mapping[str, Figure],
    agreeing: Mapping[str, Quantity],
    since_of: Mapping[str, Period],
) -> tuple[Growth, ...]:
    """Return every claim of growth whose change names a claim that has a figure.

    ``agreeing`` are the quantities that quotes give for claims, ``since_of`` the earlier periods that quotes name.
    """
    changes = [figure for figure in figures.values() if figure.claim.change]
    alike: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures.values() if changes else ():
        alike[_thing(figure)].append(figure)
    growths: list[Growth] = []
    for figure in changes:
        change = figure.claim.change
        of = figures.get(change.of) if change else None
        if change is None or of is None:
            continue
        since = change.since or since_of.get(figure.id)
        before, after = _levels(figure, of, since, alike[_thing(of)])
        statements = tuple(_statements(figure, of, agreeing.get(figure.id), before, after))
        growths.append(Growth(figure, before, after, _since_text(registry, figure, since), statements))
    return tuple(growths)


def _thing(figure: Figure) -> tuple[object, ...]:
    claim = figure.claim
    # What one source aims at or guesses did not grow from what another did.
    return (claim.metric, claim.dimensions, figure.unit, claim.status, claim.status.lies_ahead and claim.source)


def _since_text(registry: Registry, figure: Figure, since: Period | None) -> str:
    if since is None:
        return ""
    typed = registry.claims[figure.id].change
    if typed and typed.since:
        return typed.since_text
    return since.text


def _levels(
    figure: Figure, of: Figure, since: Period | None, alike: list[Figure]
) -> tuple[Figure | None, Figure | None]:
    """Return the level before and the level after.

    `of` names the later level, or the earlier one where its period is the one that the change is measured from.
    """
    if since is None:
        return None, of
    if _is_at(of, since, of) and not (figure.period and _is_at(of, figure.period, of)):
        return of, _best(of, figure.period, alike) if figure.period else None
    return _best(of, since, alike), of


def _best(of: Figure, wanted: Period, alike: list[Figure]) -> Figure | None:
    """Return the comparable figure at a period: the very period before the same end, the same source before others."""
    found = [other for other in alike if other is not of and _is_at(other, wanted, of)]
    return min(found, key=lambda other: _distance(other, of, wanted), default=None)


def _distance(other: Figure, of: Figure, wanted: Period) -> tuple[bool, bool, str, str]:
    return (other.claim.period != wanted, other.claim.source != of.claim.source, str(other.published), other.id)


def _is_at(figure: Figure, wanted: Period, like: Figure) -> bool:
    """Whether a figure is for a period: flows need the same days, all others the same end."""
    period = figure.period
    if period is None or period.end != wanted.end:
        return False
    if period.start == wanted.start:
        return True
    if figure.metric.behaviour is Behaviour.FLOW:
        return wanted.is_instant and like.period is not None and period.grain == like.period.grain
    return period.is_instant or wanted.is_instant or figure.metric.behaviour is Behaviour.STOCK


def _statements(
    figure: Figure, of: Figure, quantity: Quantity | None, before: Figure | None, after: Figure | None
) -> Iterator[tuple[Reading, Comparison]]:
    earlier: Expression = Reference(before.id, 1) if before else UNKNOWN
    later: Expression = Reference(after.id, 1) if after else UNKNOWN
    change: Expression = Reference(figure.id, 1)
    falls = quantity is not None and quantity.direction < 0 and figure.value > 0
    signed: Expression = Negation(change, 1) if falls else change
    for reading in _readings(figure, of, quantity):
        match reading:
            case Reading.RELATIVE | Reading.TIMES_MORE:
                result = Operation("*", earlier, Operation("+", Number(1, 1), signed, 1), 1)
            case Reading.TIMES:
                result = Operation("/" if falls or figure.value < 0 else "*", earlier, _size(change, figure), 1)
            case _:
                result = Operation("+", earlier, signed, 1)
        yield reading, Comparison(later, "=", result)


def _size(change: Expression, figure: Figure) -> Expression:
    return Negation(change, 1) if figure.value < 0 else change


def _readings(figure: Figure, of: Figure, quantity: Quantity | None) -> tuple[Reading, ...]:
    """Return what the words can mean; nothing where they are no change of this level."""
    kind = figure.claim.change.kind if figure.claim.change else ChangeKind.EITHER
    in_points = of.unit == "%"
    if figure.unit == "%":
        if quantity is not None and not quantity.direction and figure.metric.behaviour in _RATIOS:
            # "Bằng 88% so với cùng kỳ", "200% of the 2019 level".
            return (Reading.TIMES,)
        said = quantity is not None and quantity.kind is Kind.POINTS
        if said or kind is ChangeKind.POINTS or _is_points(figure.claim.unit or figure.metric.unit):
            return (Reading.POINTS,) if in_points else ()
        if kind is ChangeKind.RELATIVE or not in_points:
            return (Reading.RELATIVE,)
        return (Reading.RELATIVE, Reading.POINTS)
    if figure.metric.behaviour is Behaviour.MULTIPLE or (quantity is not None and quantity.kind is Kind.MULTIPLE):
        rises = quantity is not None and quantity.direction > 0
        return (Reading.TIMES, Reading.TIMES_MORE) if rises else (Reading.TIMES,)
    same = figure.unit == of.unit or (
        not (figure.unit and of.unit) and _is_count(quantity) and not figure.code and not of.code
    )
    return (Reading.NUMBER,) if same and of.metric.behaviour is not Behaviour.RANK else ()


def _is_count(quantity: Quantity | None) -> bool:
    """Whether a quote says that a number without a unit counts things: "an increase of 28" adds 28."""
    return quantity is not None and quantity.kind is Kind.COUNT


def _is_points(unit: str) -> bool:
    """Whether a unit of a percentage is written as percentage points: "điểm %", "percentage points", "pp"."""
    return unit.casefold() in ("pp", "ppt", "bp", "bps") or any(word in unit.casefold() for word in ("điểm", "point"))
