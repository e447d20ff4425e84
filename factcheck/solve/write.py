"""A stated comparison as constraints of a component."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from factcheck.model.exact import Exact, divide
from factcheck.model.expression import Comparison, Expression, Negation, Number, Operation, Reference
from factcheck.model.interval import Interval
from factcheck.solve.component import Component, Linear, Product
from factcheck.solve.rounding import ROUNDED

Term: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A reference's name and selector."""
_Terms: TypeAlias = dict[int, Exact]


def member_of(reference: Reference, members: Mapping[Term, str]) -> str:
    """Return the figure that a reference stands for: a claim's id, or ``id.of`` for its denominator."""
    claim = members[reference.name, reference.selector]
    return f"{claim}.of" if reference.of else claim


def write(
    component: Component,
    link: int,
    holds: Comparison,
    members: Mapping[Term, str],
    variable: Mapping[str, int],
    rounded: Reference | None = None,
) -> None:
    """Add the constraints that say what ``link`` says; ``variable`` is the number of each figure's.

    ``rounded`` is the figure that a ratio was rounded to, if one was.
    """
    _Writer(component, link, members, variable).compare(holds, rounded)


class _Writer:
    def __init__(
        self, component: Component, link: int, members: Mapping[Term, str], variable: Mapping[str, int]
    ) -> None:
        self.component = component
        self.link = link
        self.members = members
        self.variable = variable

    def compare(self, holds: Comparison, rounded: Reference | None) -> None:
        terms: _Terms = {}
        limit = -self.gather(holds.left, 1, terms) - self.gather(holds.right, -1, terms)
        match holds.operator:
            case "=":
                within = Interval.point(limit) + _leeway(holds.right, rounded) - _leeway(holds.left, rounded)
            case "<=":
                within = Interval(None, limit)
            case "<":
                within = Interval(None, limit, high_open=True)
            case ">=":
                within = Interval(limit, None)
            case _:
                within = Interval(limit, None, low_open=True)
        self.sum_within(terms, within)

    def sum_within(self, terms: _Terms, within: Interval) -> None:
        kept = tuple((variable, factor) for variable, factor in terms.items() if factor)
        self.component.add_constraint(Linear(self.link, kept, within))

    def gather(self, tree: Expression, factor: Exact, terms: _Terms) -> Exact:
        """Add ``factor`` times an expression to ``terms``; return the constant part."""
        if isinstance(tree, Reference):
            variable = self.variable[member_of(tree, self.members)]
            terms[variable] = terms.get(variable, 0) + factor
            return 0
        if isinstance(tree, Number):
            return factor * tree.value
        if isinstance(tree, Negation):
            return self.gather(tree.operand, -factor, terms)
        if tree.operator in "+-":
            constant = self.gather(tree.left, factor, terms)
            return constant + self.gather(tree.right, factor if tree.operator == "+" else -factor, terms)
        return self.multiply(tree, factor, terms)

    def multiply(self, tree: Operation, factor: Exact, terms: _Terms) -> Exact:
        """Add ``factor`` times a product or quotient: a variable of its own, unless one side is a number."""
        left: _Terms = {}
        right: _Terms = {}
        left_constant, right_constant = self.gather(tree.left, 1, left), self.gather(tree.right, 1, right)
        if not right:
            scale = right_constant if tree.operator == "*" else divide(1, right_constant)
            return _add_scaled(left, left_constant, factor * scale, terms)
        if not left and tree.operator == "*":
            return _add_scaled(right, right_constant, factor * left_constant, terms)
        result = self.component.add_variable()
        one, other = self.as_variable(left, left_constant), self.as_variable(right, right_constant)
        if tree.operator == "*":
            self.component.add_constraint(Product(self.link, result, one, other))
        else:
            self.component.add_constraint(Product(self.link, one, result, other))
        terms[result] = factor
        return 0

    def as_variable(self, terms: _Terms, constant: Exact) -> int:
        if constant == 0 and list(terms.values()) == [1]:
            return next(iter(terms))
        variable = self.component.add_variable()
        self.sum_within({**terms, variable: -1}, Interval.point(-constant))
        return variable


def _add_scaled(added: _Terms, constant: Exact, factor: Exact, terms: _Terms) -> Exact:
    for variable, weight in added.items():
        terms[variable] = terms.get(variable, 0) + factor * weight
    return factor * constant


def _leeway(side: Expression, rounded: Reference | None) -> Interval:
    """Return how far what a ratio is said to be may lie from the number or figure that was rounded."""
    if rounded is not None and side == rounded:
        return ROUNDED
    return side.interval - Interval.point(side.value) if isinstance(side, Number) else Interval.point(0)
