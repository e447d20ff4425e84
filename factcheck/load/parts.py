"""A registry in parts: what belongs to the whole of it, and the records of one part built when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from factcheck.load.build import Builder
from factcheck.load.parsed import Parsed
from factcheck.load.raw import RawRecord
from factcheck.load.registry import Gathered, Loaded, build_records
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple, field, record
from factcheck.model.registry import Claim, Registry, Relation


class Members(NamedTuple):
    """The records of one file that belong to a part, by their numbers in the file."""

    file: int
    claims: tuple[int, ...]
    relations: tuple[int, ...]


@record(slots=True)
class Opened:
    """The files of a registry with what belongs to the whole: its metrics, its sources, the exceptions of files.

    ``owners`` are the sources that claims of each file have unless they name another.
    """

    files: Sequence[Parsed]
    gathered: Gathered
    owners: list[str] = field(default_factory=list)

    def part(self, members: Sequence[Members]) -> Loaded:
        """Build the claims and relations of a part; with them are the metrics and sources that these name."""
        whole = self.gathered
        metrics, sources = self.named(members)
        part = Gathered(
            metrics={name: whole.metrics[name] for name in metrics if name in whole.metrics},
            sources={name: whole.sources[name] for name in sources if name in whole.sources},
        )
        for each in members:
            file = self.files[each.file]
            raw = RawRecord("file", Place(file.path))
            raw.records = {
                "claims": [file.claims.raw(number, file.path) for number in each.claims],
                "relations": [file.relations.raw(number, file.path) for number in each.relations],
            }
            builder = Builder(part.malformed)
            builder.check_ids(raw)
            build_records(raw, builder, part, self.owners[each.file])
            part.unread |= builder.unread
        return part.loaded()

    def named(self, members: Sequence[Members]) -> tuple[Iterable[str], Iterable[str]]:
        """Return the metrics and the sources that the records of a part name, in their order."""
        metrics: dict[str, None] = {}
        sources: dict[str, None] = {}
        for each in members:
            file = self.files[each.file]
            sources[self.owners[each.file]] = None
            for number in each.claims:
                name, metric, _, source, _ = file.claims.names[number]
                metrics[name] = metrics[metric] = sources[source] = None
            metrics.update(dict.fromkeys(word for number in each.relations for word in file.relations.names[number]))
        return metrics, sources

    def claim(self, file: int, number: int) -> Claim | None:
        """Build one claim; None where it has a fault."""
        parsed = self.files[file]
        raw = parsed.claims.raw(number, parsed.path)
        builder = Builder([])
        builder.check_ids(raw)
        return builder.claim(raw, self.owners[file])


def open_files(files: Sequence[Parsed]) -> Opened:
    """Build what belongs to the whole registry."""
    gathered = Gathered()
    opened = Opened(files, gathered)
    for file in files:
        gathered.files.append(file.path)
        if not file.complete:
            gathered.incomplete.append(file.path)
        raw = RawRecord("file", Place(file.path))
        raw.records = {
            key: [records.raw(number, file.path) for number in range(len(records))]
            for key, records in (("metrics", file.metrics), ("source", file.sources), ("allow", file.allows))
        }
        faults = list(file.faults)
        builder = Builder(faults)
        builder.check_ids(raw)
        gathered.allows += builder.allows(raw)
        opened.owners.append(build_records(raw, builder, gathered))
        gathered.unread |= builder.unread
        gathered.malformed += faults
    return opened


class Claims(Mapping[str, Claim]):
    """The claims of a registry by id, each built whenever it is asked for; ``lost`` are ids without a sound claim."""

    def __init__(self, opened: Opened, lost: frozenset[str]) -> None:
        self._opened = opened
        self._at: dict[str, tuple[int, int]] = {}
        self._again: dict[str, list[tuple[int, int]]] = {}
        for number, file in enumerate(opened.files):
            for position, (name, *_) in enumerate(file.claims.names):
                if not name or name in lost:
                    continue
                if name in self._at:
                    self._again.setdefault(name, []).append((number, position))
                else:
                    self._at[name] = (number, position)

    def __getitem__(self, name: str) -> Claim:
        for at in (self._at[name], *self._again.get(name, ())):
            if claim := self._opened.claim(*at):
                return claim
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return name in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


class Relations(Sequence[Relation]):
    """The relations of a registry, built when they are first looked at."""

    def __init__(self, opened: Opened, number: int) -> None:
        self._opened = opened
        self._number = number

    @cached_property
    def _built(self) -> tuple[Relation, ...]:
        members = [
            Members(number, (), tuple(range(len(file.relations)))) for number, file in enumerate(self._opened.files)
        ]
        return tuple(self._opened.part(members).registry.relations)

    @overload
    def __getitem__(self, index: int) -> Relation: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Relation]: ...

    def __getitem__(self, index: int | slice) -> Relation | Sequence[Relation]:
        return self._built[index]

    def __len__(self) -> int:
        return self._number


def whole(opened: Opened, lost: frozenset[str], relations: int) -> Registry:
    """Return the registry of all parts, its claims and relations built as they are asked for."""
    gathered = opened.gathered
    return Registry(
        metrics=gathered.metrics,
        sources=gathered.sources,
        claims=Claims(opened, lost),
        relations=Relations(opened, relations),
        allows=tuple(gathered.allows),
        unread=frozenset(gathered.unread),
        incomplete=tuple(gathered.incomplete),
        files=tuple(gathered.files),
    )
