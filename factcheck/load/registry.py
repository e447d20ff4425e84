"""A folder of files to one registry, with what could not be read as faults."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.load.build import Builder
from factcheck.load.files import Undecodable, decode, registry_files
from factcheck.load.positions import Lines
from factcheck.load.raw import RawReader, RawRecord
from factcheck.model.finding import Fact, Fault, Unchecked
from factcheck.model.place import Place
from factcheck.model.registry import Allow, Claim, Metric, Record, Registry, Relation, Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """A registry, the faults found while loading it by rule, and what was passed over."""

    registry: Registry
    faults: Mapping[str, tuple[Fault, ...]]
    unchecked: tuple[Unchecked, ...]


@dataclass(slots=True)
class _Gathered:
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
    gathered = _Gathered()
    unchecked: list[Unchecked] = []
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        paths: list[Path] = []
        known: set[Path] = set()
        for root in roots:
            found, passed_over = registry_files(root)
            paths += [path for path in found if path.resolve() not in known]
            known.update(path.resolve() for path in found)
            unchecked += passed_over
        for number, path in enumerate(paths, start=1):
            _load_file(path, shown_path(path, base), gathered)
            if on_file:
                on_file(number, len(paths))
        for name, data in texts:
            gathered.files.append(name)
            _load_bytes(data, name, gathered)
    finally:
        if was_enabled:
            gc.enable()
    registry = Registry(
        metrics=gathered.metrics,
        sources=gathered.sources,
        claims=gathered.claims,
        relations=tuple(gathered.relations.values()),
        allows=tuple(gathered.allows),
        unread=frozenset(gathered.unread),
        incomplete=tuple(gathered.incomplete),
        files=tuple(gathered.files),
    )
    faults = {"malformed-claim": tuple(gathered.malformed), "duplicate-id": tuple(gathered.duplicates)}
    return Loaded(registry, faults, tuple(unchecked))


def shown_path(path: Path, base: Path) -> str:
    """Return a path as reports show it: relative to ``base`` if it lies below, with forward slashes."""
    absolute = path.absolute()
    shown = (absolute.relative_to(base) if absolute.is_relative_to(base) else absolute).as_posix()
    # A name that is not UTF-8 must not make the report so.
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def _load_file(path: Path, shown: str, gathered: _Gathered) -> None:
    gathered.files.append(shown)
    try:
        data = path.read_bytes()
    except OSError as error:
        facts: dict[str, Fact] = {"detail": error.strerror or "cannot be read"}
        gathered.malformed.append(Fault("unreadable-file", Place(shown), facts=facts))
        gathered.incomplete.append(shown)
        return
    _load_bytes(data, shown, gathered)


def _load_bytes(data: bytes, shown: str, gathered: _Gathered) -> None:
    text = decode(data)
    if isinstance(text, Undecodable):
        place = Place(shown, text.line, text.column)
        gathered.malformed.append(Fault("bad-encoding", place, facts={"detail": text.detail}))
        gathered.incomplete.append(shown)
        return
    reader = RawReader(shown, text)
    raw = reader.read()
    if not reader.complete:
        gathered.incomplete.append(shown)
    builder = Builder(reader.faults, Lines(text))
    _build(raw, builder, gathered)
    gathered.unread |= builder.unread
    gathered.malformed += reader.faults


def _build(raw: RawRecord, builder: Builder, gathered: _Gathered) -> None:
    builder.check_ids(raw)
    gathered.allows += builder.allows(raw)
    for child in raw.records.get("metrics", ()):
        metric = builder.metric(child)
        if metric and not _is_duplicate(metric, (gathered.metrics, gathered.claims), gathered):
            gathered.metrics[metric.id] = metric
    file_source = ""
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


def _is_duplicate(record: Record, known: tuple[Mapping[str, Record], ...], gathered: _Gathered) -> bool:
    for records in known:
        first = records.get(record.id)
        if first is not None:
            related = ((first.id, first.place_of("id")),)
            facts: dict[str, Fact] = {
                "id": record.id,
                "first_path": first.place.path,
                "first_line": str(first.place_of("id").line),
            }
            gathered.duplicates.append(Fault("duplicate", record.place_of("id"), (record.id,), related, facts))
            return True
    return False
