"""Which records have to be looked at together, and which need not be.

A rule compares figures of one metric, and what relations, changes, breakdowns and shared populations tie to it.
Records that nothing ties together can be checked apart: one after another in little memory, on several processors,
and not at all where nothing has changed since the last time.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.load.parsed import Parsed
from factcheck.load.parts import Members

# A part ends after a component whose name says so, which about every eighth does: adding a claim somewhere moves
# the ends nearby, not all that follow. Small parts would be many, large ones much memory.
_FEWEST_CLAIMS = 500
_MOST_CLAIMS = 4_000
_ONE_IN = 8


class _Record(NamedTuple):
    file: int
    kind: str
    position: int


class _Ties:
    """Names tied to each other, as a disjoint-set forest (Tarjan 1975); ``known`` are those of metrics."""

    def __init__(self) -> None:
        self.known: set[str] = set()
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        parent = self._parent
        above = parent.get(name, name)
        while above != name:
            parent[name] = parent.get(above, above)
            name, above = above, parent.get(above, above)
        return name

    def tie(self, one: str, other: str) -> None:
        one, other = self.root(one), self.root(other)
        if one != other:
            self._parent[other] = one


def partition(files: Sequence[Parsed]) -> list[tuple[Members, ...]]:
    """Return the parts of a registry, in the order in which its files first speak of them."""
    metric_of, ties = _ties(files)
    components: defaultdict[str, list[_Record]] = defaultdict(list)
    roots: dict[str, str] = {}
    for number, file in enumerate(files):
        metrics = (("metrics", name) for name, *_ in file.metric_names)
        claims = (("claims", metric) for _, metric, *_ in file.claim_names)
        relations = (("relations", _node_of_relation(names, metric_of, ties)) for names in file.relation_names)
        for records in (metrics, claims, relations):
            for position, (kind, node) in enumerate(records):
                root = roots.get(node)
                if root is None:
                    root = roots[node] = ties.root(node)
                components[root].append(_Record(number, kind, position))
    return [_members(part) for part in _joined(components)]


def _ties(files: Sequence[Parsed]) -> tuple[dict[str, str], _Ties]:
    """Return the metric of each claim, by which it is known here, and which metrics are tied."""
    metric_of: dict[str, str] = {}
    ties = _Ties()
    for file in files:
        for claim, metric, *_ in file.claim_names:
            first = metric_of.setdefault(claim, metric)
            if first != metric:
                # Two claims of one id.
                ties.tie(first, metric)
    ties.known = {name for file in files for name, *_ in file.metric_names} | set(metric_of.values())
    for name in ties.known & metric_of.keys():
        # A claim and a metric of one id.
        ties.tie(name, metric_of[name])
    for file in files:
        for names in file.metric_names:
            _tie_all(names, ties)
        for _, metric, *others in file.claim_names:
            for other in others:
                ties.tie(metric, metric_of.get(other, other))
        for names in file.relation_names:
            _tie_all(_nodes_of_relation(names, metric_of, ties), ties)
    return metric_of, ties


def _nodes_of_relation(names: tuple[str, ...], metric_of: dict[str, str], ties: _Ties) -> list[str]:
    """Return what a relation ties: the relations of its id, and the metrics that it names or whose claims it names."""
    name, *words = names
    nodes = [metric_of.get(word, word) for word in words if word in metric_of or word in ties.known]
    return [f"relation {name}", *nodes] if name else nodes


def _node_of_relation(names: tuple[str, ...], metric_of: dict[str, str], ties: _Ties) -> str:
    return next(iter(_nodes_of_relation(names, metric_of, ties)), "")


def _tie_all(nodes: Sequence[str], ties: _Ties) -> None:
    for node in nodes[1:]:
        ties.tie(nodes[0], node)


def _joined(components: dict[str, list[_Record]]) -> Iterator[list[_Record]]:
    """Put neighbouring components together until there is enough to do at a time."""
    part: list[_Record] = []
    for root, members in components.items():
        part += members
        ends = zlib.crc32(root.encode()) % _ONE_IN == 0
        if len(part) >= _MOST_CLAIMS or (ends and len(part) >= _FEWEST_CLAIMS):
            yield part
            part = []
    if part:
        yield part


def _members(part: list[_Record]) -> tuple[Members, ...]:
    by_file: defaultdict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, kind, position in part:
        by_file[number][kind].append(position)
    return tuple(
        Members(number, *(tuple(sorted(by_file[number].get(kind, ()))) for kind in ("metrics", "claims", "relations")))
        for number in sorted(by_file)
    )
