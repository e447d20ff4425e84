"""A smallest conflicting set as steps that a reader can follow with a calculator."""

from __future__ import annotations

from collections import defaultdict

from factcheck.model.conflict import Conflict, Step
from factcheck.model.interval import Interval
from factcheck.model.record import replace
from factcheck.solve.component import ANYTHING, Component, Items
from factcheck.solve.decide import refute
from factcheck.solve.propagate import Domains


def explain(component: Component, items: Items) -> Conflict:
    """Return a smallest conflicting set with the chain of steps that leads to the contradiction.

    In a smallest set without loops every figure but one is used by one link to narrow another, so that one
    step a link leads to the last figure. Of all such chains the flattest is taken.
    """
    chain = _Chain(component, items)
    claims = tuple(dict.fromkeys(component.readings[number].claim for number in sorted(items.readings)))
    links = tuple(component.links[number] for number in sorted(items.links))
    bare = Conflict(claims, links)
    if not chain.is_tree():
        return replace(bare, whole=_only_for_whole_numbers(component, items))
    for root in sorted(chain.facts, key=lambda fact: (fact not in chain.stated, chain.depth(fact), fact)):
        found = chain.from_root(root, bare)
        if found is not None:
            return found
    return replace(bare, whole=_only_for_whole_numbers(component, items))


def _only_for_whole_numbers(component: Component, items: Items) -> bool:
    loosened = replace(component, integer=[False] * len(component.integer))
    return refute(loosened, items) is None


class _Chain:
    """The figures and links of a set as a graph."""

    def __init__(self, component: Component, items: Items) -> None:
        self.component = component
        self.links = sorted(items.links)
        self.facts_of = {link: component.facts_of(link) for link in self.links}
        self.links_of: defaultdict[int, list[int]] = defaultdict(list)
        for link, facts in self.facts_of.items():
            for fact in facts:
                self.links_of[fact].append(link)
        self.facts = sorted(self.links_of)
        self.stated: dict[int, Interval] = {}
        self.claims: dict[int, str] = {}
        for number in sorted(items.readings):
            reading = component.readings[number]
            known = self.stated.get(reading.variable, reading.interval)
            self.stated[reading.variable] = known.intersect(reading.interval) or reading.interval
            self.claims.setdefault(reading.variable, reading.claim)

    def is_tree(self) -> bool:
        """Whether the graph has no loops and hangs together."""
        edges = sum(len(facts) for facts in self.facts_of.values())
        if not self.facts or edges != len(self.facts) + len(self.links) - 1:
            return False
        reached, todo = {self.facts[0]}, [self.facts[0]]
        while todo:
            for link in self.links_of[todo.pop()]:
                new = set(self.facts_of[link]) - reached
                reached |= new
                todo += sorted(new)
        return len(reached) == len(self.facts)

    def depth(self, root: int) -> int:
        """Return how many links the farthest figure is away from one."""
        seen, layer, depth = {root}, [root], 0
        while layer:
            layer = sorted(
                {fact for one in layer for link in self.links_of[one] for fact in self.facts_of[link]} - seen
            )
            seen.update(layer)
            depth += 1
        return depth

    def name(self, fact: int) -> str:
        """Return the claim that speaks of a figure in the set, else the first that does at all."""
        return self.claims.get(fact, self.component.names[fact])

    def from_root(self, root: int, bare: Conflict) -> Conflict | None:
        """Return the conflict as a chain that ends at a figure; None where it does not show there."""
        steps: list[Step] = []
        implied: list[Interval] = []
        for link in self.links_of[root]:
            found = self._through(link, root, steps)
            if found is None:
                return None
            implied.append(found)
        stated = self.stated.get(root) or self.component.base[root]
        if root not in self.stated and len(implied) > 1:
            stated, *implied = implied
        for one in implied:
            whole = self.component.integer[root] and one.integers() is None
            if whole or not stated.meets(one):
                return replace(bare, steps=tuple(steps), claim=self.name(root), stated=stated, implied=one, whole=whole)
        return None

    def _through(self, link: int, target: int, steps: list[Step]) -> Interval | None:
        """Work out what a link leaves for a figure, from all that lies behind it."""
        given: list[tuple[int, Interval]] = []
        for fact in self.facts_of[link]:
            if fact == target:
                continue
            interval = self.stated.get(fact, self.component.base[fact])
            for other in self.links_of[fact]:
                if other != link:
                    found = self._through(other, fact, steps)
                    narrowed = found and interval.intersect(found)
                    if narrowed is None:
                        return None
                    interval = narrowed
            given.append((fact, interval))
        bases = list(self.component.base)
        wholes = list(self.component.integer)
        bases[target], wholes[target] = ANYTHING, False
        domains = Domains(replace(self.component, base=bases, integer=wholes), Items(frozenset(), frozenset((link,))))
        for fact, interval in given:
            domains.narrow(fact, interval)
        if not domains.run():
            return None
        result = domains.interval(target)
        named = tuple((self.name(fact), interval) for fact, interval in given)
        steps.append(Step(self.component.links[link], self.name(target), result, named))
        return result
