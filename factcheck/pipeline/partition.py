"""Which records have to be looked at together, and which need not be.

A rule compares figures of one metric with the same dimensions, and what relations, changes, breakdowns and shared
populations tie to them. Records that nothing ties together can be checked apart: one after another in little memory,
on several processors, and not at all where nothing has changed since the last time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from factcheck.load.parsed import Parsed
from factcheck.load.parts import Members

# A part ends after a component whose name says so, which about every eighth does: adding a claim somewhere moves
# the ends nearby, not all that follow. Small parts would be many, large ones much memory.
_FEWEST_CLAIMS = 500
_MOST_CLAIMS = 4_000
_ONE_IN = 8


# The number of a file, whether the record is a claim of it or a relation, and its number among them.
_Record: TypeAlias = tuple[int, bool, int]


class _Ties:
    """Names tied to each other, as a disjoint-set forest (Tarjan 1975) in which the first by name stands for all."""

    def __init__(self) -> None:
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
            self._parent[max(one, other)] = min(one, other)


def partition(files: Sequence[Parsed]) -> list[tuple[Members, ...]]:
    """Return the parts of a registry, in the order in which its files first speak of them."""
    things = _Things(files)
    components: defaultdict[str, list[_Record]] = defaultdict(list)
    root = things.root
    for number, (claims, relations) in enumerate(zip(things.of_claims, things.of_relations, strict=True)):
        for position, thing in enumerate(claims):
            components[root(thing)].append((number, True, position))
        for position, thing in enumerate(relations):
            components[root(thing)].append((number, False, position))
    return [_members(part) for part in _joined(components)]


class _Things:
    """What claims are about: a metric with its dimensions, or all of a metric where something joins its dimensions.

    ``of_claims`` holds it for every claim of every file, ``of_relations`` the first thing that each relation is about.
    """

    def __init__(self, files: Sequence[Parsed]) -> None:
        self._ties = _Ties()
        self._of: dict[str, str] = {}
        self._roots: dict[str, str] = {}
        self._metrics = {name for file in files for name, *_ in file.metrics.names}
        self._metrics.update([names[1] for file in files for names in file.claims.names])
        # A breakdown adds up dimensions, and so does a relation that names a metric.
        joined = {name for file in files for name, joins, *_ in file.metrics.names if joins}
        joined.update(word for file in files for _, *words in file.relations.names for word in words)
        joined &= self._metrics
        self.of_claims = [
            [names[1] if names[1] in joined else f"{names[1]} {names[2]}" for names in file.claims.names]
            for file in files
        ]
        for file, things in zip(files, self.of_claims, strict=True):
            for names, thing in zip(file.claims.names, things, strict=True):
                first = self._of.setdefault(names[0], thing)
                if first != thing:
                    # Two claims of one id.
                    self._ties.tie(first, thing)
        self.of_relations = [self._tie_in(file, things) for file, things in zip(files, self.of_claims, strict=True)]

    def _tie_in(self, file: Parsed, things: Sequence[str]) -> list[str]:
        """Tie what a file names together; returns the first thing that each of its relations is about."""
        for name, _, whole in file.metrics.names:
            if whole:
                self._ties.tie(name, f"whole {whole}")
        for names, thing in zip(file.claims.names, things, strict=True):
            change_of = names[4]
            if change_of and change_of in self._of:
                self._ties.tie(thing, self._of[change_of])
        firsts: list[str] = []
        for names in file.relations.names:
            first, *others = self._in_relation(names) or [""]
            firsts.append(first)
            for other in others:
                if other != first:
                    self._ties.tie(first, other)
        return firsts

    def _in_relation(self, names: tuple[str, ...]) -> list[str]:
        """Return what a relation is about: other relations of its id, and what it names."""
        things = [f"relation {names[0]}"] if names[0] else []
        for word in names[1:]:
            if thing := self._of.get(word):
                things.append(thing)
            if word in self._metrics:
                things.append(word)
        return things

    def root(self, thing: str) -> str:
        """Return the one of all things tied together that stands for them."""
        found = self._roots.get(thing)
        if found is None:
            found = self._roots[thing] = self._ties.root(thing)
        return found


def _joined(components: dict[str, list[_Record]]) -> Iterator[list[_Record]]:
    """Put neighbouring components together until there is enough to do at a time."""
    part: list[_Record] = []
    for root, members in components.items():
        part += members
        if len(part) >= _MOST_CLAIMS or (len(part) >= _FEWEST_CLAIMS and _is_an_end(root)):
            yield part
            part = []
    if part:
        yield part


def _is_an_end(root: str) -> bool:
    """Whether a part may end here, wherever others do: by the name alone, so that a change moves few ends."""
    from zlib import crc32  # noqa: PLC0415 - only large registries have several parts

    return crc32(root.encode()) % _ONE_IN == 0


def _members(part: list[_Record]) -> tuple[Members, ...]:
    claims: defaultdict[int, list[int]] = defaultdict(list)
    relations: defaultdict[int, list[int]] = defaultdict(list)
    for number, is_claim, position in part:
        (claims if is_claim else relations)[number].append(position)
    return tuple(
        Members(number, tuple(sorted(claims.get(number, ()))), tuple(sorted(relations.get(number, ()))))
        for number in sorted({*claims, *relations})
    )
