"""The small language of relations, as a tree.

``holds: a = b + c`` is a :class:`Comparison` of two expressions. Every node keeps the column, counted
from 1 in the expression, at which it begins; two nodes are equal wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from factcheck.model.exact import Exact


@dataclass(frozen=True, slots=True)
class Number:
    """A constant; a percentage is its fraction."""

    value: Exact
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A claim, or a metric with the dimensions chosen in brackets; ``of`` asks for the denominator."""

    name: str
    column: int = field(compare=False)
    of: bool = False
    selector: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions joined by ``+``, ``-``, ``×`` or ``÷`` (held as ``+ - * /``)."""

    operator: str
    left: Expression
    right: Expression
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    """An expression with its sign turned."""

    operand: Expression
    column: int = field(compare=False)


Expression: TypeAlias = Number | Reference | Operation | Negation


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a relation states: ``left`` compared with ``right`` by ``=``, ``<=``, ``>=``, ``<`` or ``>``."""

    left: Expression
    operator: str
    right: Expression


def references(tree: Expression | Comparison) -> Iterator[Reference]:
    """Yield every reference in the order written."""
    match tree:
        case Reference():
            yield tree
        case Operation(left=left, right=right) | Comparison(left=left, right=right):
            yield from references(left)
            yield from references(right)
        case Negation(operand=operand):
            yield from references(operand)
        case Number():
            return


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
