"""What a relation gives when every figure is the interval that it commits to.

Interval arithmetic takes each occurrence of a claim for itself, so a computed side may be wider than
the truth but never narrower: a relation that is called broken cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from factcheck.model.expression import Expression, Negation, Number, Reference
from factcheck.model.finding import Unchecked, Why
from factcheck.model.interval import Interval
from factcheck.model.view import Figure, Instance, Judgement, Verdict


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
    """Work out one relation; ZeroDivisionError where a divisor may be 0."""
    holds = instance.holds

    def hard(reference: Reference) -> Interval:
        return _member(instance, reference, figures, soft=False)

    def soft(reference: Reference) -> Interval:
        return _member(instance, reference, figures, soft=True)

    left, right = evaluate(holds.left, hard), evaluate(holds.right, hard)
    left_soft, right_soft = evaluate(holds.left, soft), evaluate(holds.right, soft)
    if not can_hold(left, holds.operator, right):
        verdict = Verdict.BROKEN
    elif not can_hold(left_soft, holds.operator, right_soft):
        verdict = Verdict.HARD_ONLY
    else:
        verdict = Verdict.HOLDS
    return Judgement(instance, verdict, left, right, left_soft, right_soft)


def _member(instance: Instance, reference: Reference, figures: Mapping[str, Figure], *, soft: bool) -> Interval:
    figure = figures[instance.members[reference.name, reference.selector]]
    if reference.of:
        if figure.claim.of is None:
            raise ValueError(f"{figure.id} has no denominator")
        return Interval.point(figure.claim.of.readings[-1].value)
    return figure.soft if soft else figure.hard


def evaluate(tree: Expression, figure_of: Callable[[Reference], Interval]) -> Interval:
    """Return all values that an expression can have; ZeroDivisionError where a divisor may be 0."""
    if isinstance(tree, Number):
        return Interval.point(tree.value)
    if isinstance(tree, Reference):
        return figure_of(tree)
    if isinstance(tree, Negation):
        return -evaluate(tree.operand, figure_of)
    left, right = evaluate(tree.left, figure_of), evaluate(tree.right, figure_of)
    match tree.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def can_hold(left: Interval, operator: str, right: Interval) -> bool:
    """Whether some number on the left and some on the right compare as ``operator`` says."""
    match operator:
        case "=":
            return left.meets(right)
        case "<=":
            return not right.precedes(left)
        case ">=":
            return not left.precedes(right)
        case "<":
            return _some_below(left, right)
        case _:
            return _some_below(right, left)


def _some_below(left: Interval, right: Interval) -> bool:
    return left.low is None or right.high is None or left.low < right.high
