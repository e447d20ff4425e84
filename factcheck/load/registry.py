"""A folder of files to one registry, with what could not be read as faults."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from factcheck.load.build import Builder
from factcheck.load.files import files_under, shown_path
from factcheck.load.parsed import Read, read_file, read_raw
from factcheck.load.raw import RawRecord
from factcheck.model.finding import Fact, Fault
from factcheck.model.record import field, record
from factcheck.model.registry import Allow, Claim, Metric, Record, Registry, Relation, Source
from factcheck.model.unchecked import Unchecked


@record(frozen=True, slots=True)
class Loaded:
    """A registry, the faults found while loading it by rule, and what was passed over."""

    registry: Registry
    faults: Mapping[str, tuple[Fault, ...]]
    unchecked: tuple[Unchecked, ...]


@record(slots=True)
class Gathered:
    """What the files of a registry, or of a part of it, hold, as far as they were built."""

    metrics: dict[str, Metric] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    malformed: list[Fault] = field(default_factory=list)
    duplicates: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    incomplete: list[str] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def loaded(self, unchecked: Iterable[Unchecked] = ()) -> Loaded:
        """Return it as a registry with its faults."""
        registry = Registry(
            metrics=self.metrics,
            sources=self.sources,
            claims=self.claims,
            relations=tuple(self.relations.values()),
            allows=tuple(self.allows),
            unread=frozenset(self.unread),
            incomplete=tuple(self.incomplete),
            files=tuple(self.files),
        )
        faults = {"malformed-claim": tuple(self.malformed), "duplicate-id": tuple(self.duplicates)}
        return Loaded(registry, faults, tuple(unchecked))


def load_registry(
    roots: tuple[Path, ...],
    base: Path,
    texts: tuple[tuple[str, bytes], ...] = (),
    on_file: Callable[[int, int], None] | None = None,
) -> Loaded:
    """Load every YAML file under ``roots``; paths in records are relative to ``base`` where they can be.

    ``texts`` are files that are not on disk, by name. ``on_file`` is told how many files of how many have
    been read. Bad data never raises: what cannot be read is a fault, and the rest is loaded. The garbage collector
    rests meanwhile, since nothing that loading makes is garbage.
    """
    gathered = Gathered()
    with resting_collector():
        paths, unchecked = files_under(roots)
        for number, path in enumerate(paths, start=1):
            _build_file(read_file(path, shown_path(path, base)), gathered)
            if on_file:
                on_file(number, len(paths))
        for name, data in texts:
            _build_file(read_raw(data, name), gathered)
    return gathered.loaded(unchecked)


@contextmanager
def resting_collector() -> Iterator[None]:
    """Pause the garbage collector: what loading makes is kept, so that every pass of it finds nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build_file(read: Read, gathered: Gathered) -> None:
    gathered.files.append(read.raw.place.path)
    if not read.complete:
        gathered.incomplete.append(read.raw.place.path)
    builder = Builder(read.faults)
    builder.check_ids(read.raw)
    gathered.allows += builder.allows(read.raw)
    build_records(read.raw, builder, gathered)
    gathered.unread |= builder.unread
    gathered.malformed += read.faults


def build_records(raw: RawRecord, builder: Builder, gathered: Gathered, file_source: str = "") -> str:
    """Build the records of a file, or of a part of one, into what was gathered before it.

    ``file_source`` is the source that claims have unless they or ``raw`` name another; returns the one that they had.
    """
    for child in raw.records.get("metrics", ()):
        metric = builder.metric(child)
        if metric and not _is_duplicate(metric, (gathered.metrics, gathered.claims), gathered):
            gathered.metrics[metric.id] = metric
    for child in raw.records.get("source", ()):
        file_source = child.scalars["id"].text if "id" in child.scalars else ""
        source = builder.source(child)
        if source and not _is_duplicate(source, (gathered.sources,), gathered):
            gathered.sources[source.id] = source
    for child in raw.records.get("claims", ()):
        claim = builder.claim(child, file_source)
        if claim and not _is_duplicate(claim, (gathered.claims, gathered.metrics), gathered):
            gathered.claims[claim.id] = claim
    for child in raw.records.get("relations", ()):
        relation = builder.relation(child)
        if relation and not (relation.id and _is_duplicate(relation, (gathered.relations,), gathered)):
            key = relation.id or f"{relation.place.path}:{relation.place.line}:{relation.place.column}"
            gathered.relations[key] = relation
    return file_source


def _is_duplicate(record: Record, known: tuple[Mapping[str, Record], ...], gathered: Gathered) -> bool:
    for records in known:
        first = records.get(record.id)
        if first is not None:
            related = ((first.id, first.place_of("id")),)
            facts: dict[str, Fact] = {
                "id": record.id,
                "first_path": first.place.path,
                "first_line": str(first.place_of("id").line),
            }
            # A relation may name claims or metrics, so an id is one of them.
            wording = "duplicate" if type(first) is type(record) else "claim-and-metric"
            gathered.duplicates.append(Fault(wording, record.place_of("id"), (record.id,), related, facts))
            return True
    return False
