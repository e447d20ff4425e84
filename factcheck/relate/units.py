"""What a relation may add and compare: never dong with dollars, nor tonnes with percentages."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.expression import Comparison, Expression, Negation, Number, Reference
from factcheck.model.view import Figure, Instance


class MixedUnitsError(ValueError):
    """Two figures that are added or compared are in different currencies, measures or percentages."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")
        self.one = one
        self.other = other


def refuse_mixed_units(instance: Instance, figures: Mapping[str, Figure]) -> None:
    """Raise MixedUnitsError where a relation joins what has no common unit; nouns are never held against each other."""
    _unit_of(instance.holds, instance, figures)


def _unit_of(tree: Expression | Comparison, instance: Instance, figures: Mapping[str, Figure]) -> str:
    if isinstance(tree, Number):
        return ""
    if isinstance(tree, Reference):
        figure = figures[instance.members[tree.name, tree.selector]]
        return "" if tree.of else figure.code
    if isinstance(tree, Negation):
        return _unit_of(tree.operand, instance, figures)
    left, right = (_unit_of(side, instance, figures) for side in (tree.left, tree.right))
    if tree.operator in ("*", "/"):
        scaled = isinstance(tree.right, Number) or (tree.operator == "*" and isinstance(tree.left, Number))
        return (left or right) if scaled else ""
    if left and right and left != right:
        raise MixedUnitsError(left, right)
    return left or right
