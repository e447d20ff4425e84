"""The values that an expression can have when each figure is an interval.

Interval arithmetic takes each occurrence of a claim for itself, so a result may be wider than the truth but
never narrower: what is called impossible is impossible.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model.expression import Expression, Negation, Number, Reference
from factcheck.model.interval import Interval


def evaluate(tree: Expression, figure_of: Callable[[Reference], Interval]) -> Interval:
    """Return all values that an expression can have; ZeroDivisionError where a divisor may be 0."""
    if isinstance(tree, Number):
        return tree.interval
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
