"""Smallest sets that cannot hold together."""

from __future__ import annotations

from factcheck.solve.component import Component, Items
from factcheck.solve.decide import refute

# How much work a set may take to make smaller: its items times the size of its component.
_MOST_WORK = 2_000_000


def shrink(component: Component, items: Items) -> Items | None:
    """Return a smallest part of ``items``, which cannot hold together, that cannot either; None where it is too large.

    By deletion: what can be left out is left out, and every proof narrows what need be tried (Chinneck &
    Dravnieks 1991). Links are tried before readings, the last stated first.
    """
    size = len(component.readings) + len(component.constraints)
    if (len(items.readings) + len(items.links)) * size > _MOST_WORK:
        return None
    kept = items
    for link in sorted(items.links, reverse=True):
        if link in kept.links:
            refusal = refute(component, Items(kept.readings, kept.links - {link}))
            kept = refusal.items if refusal else kept
    for reading in sorted(items.readings, reverse=True):
        if reading in kept.readings:
            refusal = refute(component, Items(kept.readings - {reading}, kept.links))
            kept = refusal.items if refusal else kept
    return kept


def disjoint_conflicts(component: Component, items: Items, most: int) -> list[Items]:
    """Return smallest conflicting sets of which no two share a reading, ``most`` at the most."""
    found: list[Items] = []
    left = items
    while len(found) < most:
        refusal = refute(component, left)
        if refusal is None:
            break
        smallest = shrink(component, refusal.items)
        if smallest is None:
            break
        found.append(smallest)
        if not smallest.readings:
            left = Items(left.readings, left.links - smallest.links)
        else:
            left = Items(left.readings - smallest.readings, left.links)
    return found
