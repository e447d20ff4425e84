"""What one member of a relation would have to be, given what the others can be.

The relation is solved for one occurrence of one figure, with interval arithmetic on the way down (the
backward step of HC4-revise, Benhamou et al. 1999). The answer may be wider than the truth, never narrower.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model.expression import Comparison, Expression, Negation, Number, Reference, references
from factcheck.model.interval import Interval
from factcheck.solve.ranges import evaluate


def required(holds: Comparison, wanted: Reference, figure_of: Callable[[Reference], Interval]) -> Interval | None:
    """Return all values of ``wanted`` with which the relation can hold.

    None where intervals say nothing of it: where it occurs more than once, or would be the result of a
    division by what may be 0.
    """
    if sum(reference == wanted for reference in references(holds)) != 1:
        return None
    if wanted in references(holds.left):
        side, other, operator = holds.left, holds.right, holds.operator
    else:
        side, other, operator = holds.right, holds.left, _MIRRORED[holds.operator]
    try:
        return _descend(side, _allowed(operator, evaluate(other, figure_of)), wanted, figure_of)
    except ZeroDivisionError:
        return None


_MIRRORED = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}


def _allowed(operator: str, other: Interval) -> Interval:
    """Return what a side may be that compares with some number of ``other`` as the operator says."""
    match operator:
        case "=":
            return other
        case "<=":
            return Interval(None, other.high, high_open=other.high_open)
        case "<":
            return Interval(None, other.high, high_open=other.high is not None)
        case ">=":
            return Interval(other.low, None, other.low_open)
        case _:
            return Interval(other.low, None, other.low is not None)


def _descend(
    tree: Expression, target: Interval, wanted: Reference, figure_of: Callable[[Reference], Interval]
) -> Interval:
    if isinstance(tree, Reference):
        return target
    if isinstance(tree, Negation):
        return _descend(tree.operand, -target, wanted, figure_of)
    if isinstance(tree, Number):
        raise TypeError("a number holds no figure")
    on_left = wanted in references(tree.left)
    known = evaluate(tree.right if on_left else tree.left, figure_of)
    inner = tree.left if on_left else tree.right
    match tree.operator:
        case "+":
            needed = target - known
        case "-":
            needed = target + known if on_left else known - target
        case "*":
            needed = target / known
        case _:
            needed = target * known if on_left else known / target
    return _descend(inner, needed, wanted, figure_of)
