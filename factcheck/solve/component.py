"""Figures that depend on each other, as variables, readings and constraints.

A variable is one fact of the world, such as the accounts on a day; every claim about it is a reading, which puts
it into an interval. Constraints are linear, or products; every larger expression is broken up into these.
"""

from __future__ import annotations

from typing import TypeAlias

from factcheck.model.conflict import Link
from factcheck.model.exact import Exact
from factcheck.model.interval import Interval
from factcheck.model.record import NamedTuple, field, record
from factcheck.solve.simplex import Effort

ANYTHING = Interval(None, None)
# Under half a second of exact linear programming; what is then undecided counts as possible.
_MOST_EFFORT = 100_000


class Linear(NamedTuple):
    """The sum of ``terms`` (variable, coefficient) lies in ``within``. ``link`` is what says so."""

    link: int
    terms: tuple[tuple[int, Exact], ...]
    within: Interval


class Product(NamedTuple):
    """Variable ``result`` is ``left`` times ``right``. ``link`` is what says so."""

    link: int
    result: int
    left: int
    right: int


Constraint: TypeAlias = Linear | Product


class Reading(NamedTuple):
    """What one claim says of a variable. ``claim`` is its id, or ``id.of`` for its denominator."""

    claim: str
    variable: int
    interval: Interval


@record(slots=True)
class Component:
    """Variables that hang together, with all that is said of them. Numbers are positions in these lists.

    ``names`` are the first claims about each variable, empty for what only breaks up an expression;
    ``base`` is what a variable can be whatever is claimed (a count is not negative), ``integer`` whether
    it is a whole number; ``touching`` are the constraints that it occurs in. ``broken`` are the links that
    cannot hold even alone; ``effort`` is what exact linear programs may still cost.
    """

    names: list[str] = field(default_factory=list)
    base: list[Interval] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    touching: list[list[int]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    effort: Effort = field(default_factory=lambda: Effort(_MOST_EFFORT))

    def add_variable(self, name: str = "", base: Interval = ANYTHING, *, integer: bool = False) -> int:
        """Add a variable and return its number."""
        self.names.append(name)
        self.base.append(base)
        self.touching.append([])
        self.integer.append(integer)
        return len(self.base) - 1

    def add_constraint(self, constraint: Constraint) -> None:
        """Add a constraint over variables that are there."""
        number = len(self.constraints)
        self.constraints.append(constraint)
        for variable in dict.fromkeys(self.variables_of(constraint)):
            self.touching[variable].append(number)

    def facts_of(self, link: int) -> tuple[int, ...]:
        """Return the variables that claims are made about and a link ties."""
        return tuple(
            dict.fromkeys(
                variable
                for constraint in self.constraints
                if constraint.link == link
                for variable in self.variables_of(constraint)
                if self.names[variable]
            )
        )

    def variables_of(self, constraint: Constraint) -> tuple[int, ...]:
        """Return the variables of a constraint."""
        if isinstance(constraint, Linear):
            return tuple(variable for variable, _ in constraint.terms)
        return (constraint.result, constraint.left, constraint.right)


class Items(NamedTuple):
    """A choice of a component's readings and links, by number."""

    readings: frozenset[int]
    links: frozenset[int]


def everything(component: Component) -> Items:
    """Return all readings and links of a component."""
    return Items(frozenset(range(len(component.readings))), frozenset(range(len(component.links))))
