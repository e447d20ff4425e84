"""What the registry states already, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from factcheck.model.exact import Exact
from factcheck.model.expression import Comparison, Expression, Negation, Number, Operation, Reference, references
from factcheck.model.view import Figure, Instance

# The coefficients of names that add up to nothing; "" stands for 1.
Equation = Mapping[str, Fraction]


class Stated:
    """Linear relations by the space that they span, all relations by the numbers that they join."""

    def __init__(self, instances: Iterable[Instance], figures: Mapping[str, Figure]) -> None:
        self._rows: list[dict[str, Fraction]] = []
        self._joined: dict[tuple[Exact, ...], str] = {}
        for instance in instances:
            if instance.holds.operator == "=":
                linear = linear_of(instance.holds, instance)
                if linear is not None:
                    self.add_equation(linear)
                self._joined.setdefault(_numbers(instance, figures), "")

    def follows(self, equation: Equation) -> bool:
        """Whether a linear relation follows from those that are stated."""
        return not self._reduced(equation)

    def add_equation(self, equation: Equation) -> None:
        """Take a linear relation as stated."""
        rest = self._reduced(equation)
        if rest:
            self._rows.append(rest)

    def joins(self, numbers: tuple[Exact, ...]) -> str | None:
        """Return the id of the proposal that joins just these numbers ("" for a stated relation); None for neither."""
        return self._joined.get(tuple(sorted(numbers)))

    def add_numbers(self, numbers: tuple[Exact, ...], name: str) -> None:
        """Take these numbers as joined by a proposal."""
        self._joined.setdefault(tuple(sorted(numbers)), name)

    def _reduced(self, equation: Equation) -> dict[str, Fraction]:
        """Return what is left of an equation once those that are stated are taken out (Gaussian elimination)."""
        rest = {name: Fraction(weight) for name, weight in equation.items() if weight}
        for row in self._rows:
            pivot = min(row)
            if pivot in rest:
                factor = rest[pivot] / row[pivot]
                for name, weight in row.items():
                    rest[name] = rest.get(name, Fraction(0)) - factor * weight
                    if not rest[name]:
                        del rest[name]
        return rest


def _numbers(instance: Instance, figures: Mapping[str, Figure]) -> tuple[Exact, ...]:
    numbers: list[Exact] = []
    for reference in dict.fromkeys(references(instance.holds)):
        figure = figures[instance.members[reference.name, reference.selector]]
        numbers.append(figure.of if reference.of and figure.of is not None else figure.value)
    return tuple(sorted(numbers))


def linear_of(holds: Comparison, instance: Instance) -> dict[str, Fraction] | None:
    """Return a relation as an equation; None where it multiplies or divides figures."""
    weights: dict[str, Fraction] = {}

    def walk(tree: Expression, weight: Fraction) -> bool:
        match tree:
            case Number():
                name, weight = "", weight * tree.value
            case Reference():
                claim = instance.members[tree.name, tree.selector]
                name = f"{claim}.of" if tree.of else claim
            case Negation():
                return walk(tree.operand, -weight)
            case Operation(operator="+"):
                return walk(tree.left, weight) and walk(tree.right, weight)
            case Operation(operator="-"):
                return walk(tree.left, weight) and walk(tree.right, -weight)
            case _:
                return False
        weights[name] = weights.get(name, Fraction(0)) + weight
        return True

    if walk(holds.left, Fraction(1)) and walk(holds.right, Fraction(-1)):
        return weights
    return None
