"""How far a claim of growth holds between two levels, and what one level implies for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model.exact import plain
from factcheck.model.expression import Comparison, Expression, Negation, Number, Operation, Reference
from factcheck.model.format import format_interval
from factcheck.model.growth import UNKNOWN, Growth, Outcome, Reading, WeighedGrowth
from factcheck.model.interval import NOT_NEGATIVE, SHARE, Interval
from factcheck.model.registry import Behaviour
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Instance
from factcheck.solve.evaluate import judge
from factcheck.solve.required import required

_NO_CHANGE = Why(
    "in its unit it is no change of the figure that change: of names",
    "theo đơn vị của nó thì không phải là mức thay đổi của số ghi ở change: of",
)
_ABOVE_MINUS_ONE = Interval(-1, None, low_open=True)


def weigh(growth: Growth, figures: Mapping[str, Figure]) -> WeighedGrowth:
    """Work out every reading of a growth."""
    return WeighedGrowth(
        growth, tuple(_outcome(growth, reading, holds, figures) for reading, holds in growth.statements)
    )


def _outcome(growth: Growth, reading: Reading, holds: Comparison, figures: Mapping[str, Figure]) -> Outcome:
    if growth.before and growth.after:
        names = (growth.figure.id, growth.after.id, growth.before.id)
        members: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {(name, ()): name for name in names}
        place = growth.figure.claim.place_of("value")
        instance = Instance(growth.figure.id, place, _text(holds), holds, members)
        try:
            return Outcome(reading, judge(instance, figures))
        except ZeroDivisionError:
            return Outcome(reading)
    known = growth.after or growth.before
    if known is None:
        return Outcome(reading)
    allowed = _allowed(known)
    implied = _implied(growth, reading, holds, known, soft=False)
    implied = implied.intersect(allowed) if implied else None
    expected = _implied(growth, reading, holds, known, soft=True) if implied else None
    expected = expected.intersect(allowed) if expected else None
    if known.whole_number:
        implied = (implied.integers() or implied) if implied else None
        expected = (expected.integers() or expected) if expected else None
    return Outcome(reading, None, implied, expected or implied)


def _implied(growth: Growth, reading: Reading, holds: Comparison, known: Figure, *, soft: bool) -> Interval | None:
    change = growth.figure.soft if soft else growth.figure.hard
    level = known.soft if soft else known.hard
    if reading is Reading.RELATIVE and not known.may_be_negative and not level.contains(0):
        # What is left after a fall cannot be less than nothing, and here something is left.
        cut = change.intersect(_ABOVE_MINUS_ONE)
        if cut is None:
            return None
        change = cut
    if reading is Reading.TIMES and growth.figure.value > 0:
        change = change.intersect(Interval(0, None, low_open=True)) or change

    def value(reference: Reference) -> Interval:
        return change if reference.name == growth.figure.id else level

    return required(holds, UNKNOWN, value)


def _allowed(known: Figure) -> Interval:
    if known.metric.behaviour is Behaviour.SHARE:
        return SHARE
    return Interval(None, None) if known.may_be_negative else NOT_NEGATIVE


def _text(tree: Expression | Comparison) -> str:
    match tree:
        case Number():
            return plain(tree.value)
        case Reference():
            return tree.name
        case Negation():
            return "-" + _text(tree.operand)
        case Comparison():
            return f"{_text(tree.left)} {tree.operator} {_text(tree.right)}"
        case Operation():
            right = _text(tree.right)
            if isinstance(tree.right, Operation):
                right = f"({right})"
            operator = {"*": "×", "/": "÷"}.get(tree.operator, tree.operator)
            return f"{_text(tree.left)} {operator} {right}"


def unchecked_growths(growths: Iterable[WeighedGrowth]) -> Iterator[Unchecked]:
    """Yield the growths of which one level is not claimed, with what it would be."""
    for weighed in growths:
        growth = weighed.growth
        if not growth.statements:
            yield Unchecked(growth.figure.id, _NO_CHANGE, growth.figure.claim.place_of("value"))
            continue
        if (growth.before and growth.after) or weighed.is_ambiguous:
            continue
        known = growth.after or growth.before
        missing = growth.since if growth.after else growth.figure.period_text
        en = f"no figure for {missing} to compare with" if missing else "change: since is not stated"
        vi = f"không có số liệu {missing} để so sánh" if missing else "chưa ghi change: since"
        if known is not None:
            ranges = [outcome.expected for outcome in weighed.outcomes if outcome.expected is not None]
            implied = {
                lang: joint.join(format_interval(each, known.unit, lang, known.style) for each in ranges)
                for lang, joint in (("en", " or "), ("vi", " hoặc "))
            }
            if ranges:
                en += f"; {growth.figure.words} on {known.words} implies {implied['en']}"
                vi += f"; {growth.figure.words} đối với {known.words} nghĩa là {implied['vi']}"
        yield Unchecked(growth.figure.id, Why(en, vi), growth.figure.claim.place_of("value"))
