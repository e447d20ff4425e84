"""The values of an expression in which a figure stands more than once, as in ``a / (a + b)``.

Interval arithmetic takes each occurrence for itself and so gives too much. Where an expression is a fraction
of two terms that are linear in a figure, it only rises or only falls with it, so its extremes lie at the corners
of the box that the figures span (Moore, Kearfott & Cloud 2009, chapter 6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import product

from factcheck.model.exact import Exact
from factcheck.model.expression import Expression, Negation, Number, Operation, Reference, references
from factcheck.model.interval import Interval
from factcheck.solve.ranges import evaluate

# More corners than this are not worth a slightly narrower result.
_MOST_CORNERS = 256


def tightest(tree: Expression, figure_of: Callable[[Reference], Interval]) -> Interval:
    """Return all values that an expression can have, no wider than need be where a figure stands in it twice.

    ZeroDivisionError where a divisor may be 0.
    """
    wide = evaluate(tree, figure_of)
    counted = Counter(references(tree))
    repeated = [reference for reference, times in counted.items() if times > 1]
    if not repeated or wide.is_point or not all(_is_monotone(tree, reference) for reference in counted):
        return wide
    ends: dict[Reference, tuple[Exact, ...]] = {}
    corners = 1
    for reference in counted:
        span = figure_of(reference)
        if span.low is None or span.high is None:
            return wide
        ends[reference] = (span.low,) if span.is_point else (span.low, span.high)
        corners *= len(ends[reference])
    if corners > _MOST_CORNERS:
        return wide
    try:
        values = [_at(tree, dict(zip(ends, corner, strict=True))) for corner in product(*ends.values())]
    except ZeroDivisionError:
        # A divisor comes as close to 0 as you like, at an end that is not reached.
        return wide
    return wide.intersect(Interval(min(values), max(values))) or wide


def _at(tree: Expression, values: Mapping[Reference, Exact]) -> Exact:
    point = evaluate(tree, lambda reference: Interval.point(values[reference])).low
    if point is None:
        raise ValueError("an expression of numbers has no infinite value")
    return point


def _is_monotone(tree: Expression, wanted: Reference) -> bool:
    """Whether an expression only rises or only falls with a figure: linear in it, or one fraction of such terms."""
    if _is_linear(tree, wanted):
        return True
    if isinstance(tree, Negation):
        return _is_monotone(tree.operand, wanted)
    if not isinstance(tree, Operation):
        return False
    if tree.operator == "/" and _is_linear(tree.left, wanted) and _is_linear(tree.right, wanted):
        return True
    on_left, on_right = wanted in references(tree.left), wanted in references(tree.right)
    if on_left and on_right:
        return False
    # What is added, multiplied or divided by does not depend on the figure: its sign never changes along the way.
    inner = tree.left if on_left else tree.right
    return (on_left or tree.operator != "/") and _is_monotone(inner, wanted)


def _is_linear(tree: Expression, wanted: Reference) -> bool:
    match tree:
        case Number() | Reference():
            return True
        case Negation(operand=operand):
            return _is_linear(operand, wanted)
        case Operation(operator="+" | "-", left=left, right=right):
            return _is_linear(left, wanted) and _is_linear(right, wanted)
        case Operation(operator="*", left=left, right=right):
            apart = wanted not in references(left) or wanted not in references(right)
            return apart and _is_linear(left, wanted) and _is_linear(right, wanted)
        case Operation(left=left, right=right):
            return wanted not in references(right) and _is_linear(left, wanted)
    return False
