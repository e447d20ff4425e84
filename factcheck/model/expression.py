"""The small language of relations, as a tree.

``holds: a = b + c`` is a :class:`Comparison` of two expressions. Every node keeps the column, counted
from 1 in the expression, at which it begins; two nodes are equal wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from factcheck.model.exact import Exact, divide
from factcheck.model.interval import Interval
from factcheck.model.record import field, record


@record(frozen=True, slots=True)
class Number:
    """A constant; a percentage is its fraction. ``rounded`` is the worth of its last digit where it was rounded."""

    value: Exact
    column: int = field(compare=False)
    rounded: Exact = field(default=0, compare=False)

    @property
    def interval(self) -> Interval:
        """What it may stand for: itself, or all that rounds, or was cut off, to it."""
        if not self.rounded:
            return Interval.point(self.value)
        return Interval(self.value - divide(self.rounded, 2), self.value + self.rounded, high_open=True)


@record(frozen=True, slots=True)
class Reference:
    """A claim, or a metric with the dimensions chosen in brackets; ``of`` asks for the denominator."""

    name: str
    column: int = field(compare=False)
    of: bool = False
    selector: tuple[tuple[str, str], ...] = ()


@record(frozen=True, slots=True)
class Operation:
    """Two expressions joined by ``+``, ``-``, ``×`` or ``÷`` (held as ``+ - * /``)."""

    operator: str
    left: Expression
    right: Expression
    column: int = field(compare=False)


@record(frozen=True, slots=True)
class Negation:
    """An expression with its sign turned."""

    operand: Expression
    column: int = field(compare=False)


Expression: TypeAlias = Number | Reference | Operation | Negation


@record(frozen=True, slots=True)
class Comparison:
    """What a relation states: ``left`` compared with ``right`` by ``=``, ``<=``, ``>=``, ``<`` or ``>``."""

    left: Expression
    operator: str
    right: Expression


def references(tree: Expression | Comparison) -> Iterator[Reference]:
    """Yield every reference in the order written."""
    ahead: list[Expression | Comparison] = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, Reference):
            yield node
        elif isinstance(node, Operation | Comparison):
            ahead += (node.right, node.left)
        elif isinstance(node, Negation):
            ahead.append(node.operand)


def is_quotient(tree: Expression) -> bool:
    """Whether an expression is a ratio, or one made so many times larger: ``part / whole × 100``."""
    return isinstance(tree, Operation) and (
        tree.operator == "/" or (tree.operator == "*" and (is_quotient(tree.left) or is_quotient(tree.right)))
    )


def only_adds(tree: Expression | Comparison) -> bool:
    """Whether nothing is done but to add and take away figures and whole numbers."""
    ahead: list[Expression | Comparison] = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, Operation | Comparison):
            if node.operator in ("*", "/"):
                return False
            ahead += (node.right, node.left)
        elif isinstance(node, Negation):
            ahead.append(node.operand)
        elif isinstance(node, Number) and node.value.denominator != 1:
            return False
    return True


def operators(tree: Expression | Comparison) -> frozenset[str]:
    """Return which of ``+ - * /`` occur."""
    match tree:
        case Operation(operator=operator, left=left, right=right):
            return frozenset(operator) | operators(left) | operators(right)
        case Comparison(left=left, right=right):
            return operators(left) | operators(right)
        case Negation(operand=operand):
            return operators(operand)
        case _:
            return frozenset()
