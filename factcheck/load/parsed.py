"""One claim file, read as far as YAML goes: packed records, what they are called and what they name.

No value is worked out yet. This much is needed of all files before it can be told which records have to be
looked at together; the rest is done for a part of the registry at a time.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from factcheck.load.cache import Cache
from factcheck.load.content import content_of
from factcheck.load.files import Undecodable, as_utf8, decode
from factcheck.load.packed import (
    Packable,
    Packed,
    PackedRecords,
    Packer,
    Template,
    by_template,
    pack,
    pack_texts,
    packable,
    start_of,
)
from factcheck.load.plain import set_aside
from factcheck.load.raw import RawReader, RawRecord
from factcheck.model.finding import Fact, Fault
from factcheck.model.place import Place
from factcheck.model.record import field, record

# What may be a name in the text of a relation; a word too many does no harm.
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@record(slots=True)
class Parsed:
    """The records of one file, packed.

    ``content`` stands for what the file holds, where it is kept; ``sections`` are its own keys. ``faults`` are those of
    YAML and of shape; ``complete`` tells whether the file could be read to its end. After its own id ("" where it has
    none, as for all that follows) a claim names its metric, its dimensions, its source and the claim that it is a
    change of; a metric what joins its dimensions, then the metric that it is part of; a relation all words that may be
    names.
    """

    path: str
    content: str = ""
    complete: bool = True
    faults: list[Fault] = field(default_factory=list)
    metrics: PackedRecords = field(default_factory=lambda: PackedRecords("metric"))
    sources: PackedRecords = field(default_factory=lambda: PackedRecords("source"))
    claims: PackedRecords = field(default_factory=lambda: PackedRecords("claim"))
    relations: PackedRecords = field(default_factory=lambda: PackedRecords("relation"))
    allows: PackedRecords = field(default_factory=lambda: PackedRecords("allow"))
    sections: tuple[str, ...] = ()

    def take(self, kind: str, raw: RawRecord, *, bound: bool = False) -> None:
        """Pack one record of the file; ``bound`` is one that may repeat what stands elsewhere in the file."""
        names: tuple[str, ...] = ()
        record = packable(raw)
        match kind:
            case "metrics":
                joins = "breakdown" if raw.mappings.get("breakdown") else _text(raw, "whole")
                names = (raw.name.text if raw.name else "", joins, _text(raw, "whole"))
                records = self.metrics
            case "source":
                names = (_text(raw, "id"),)
                records = self.sources
            case "claims":
                if found := by_template(record):
                    template, texts = found
                    self.claims.add([_packing(template)(texts, raw.place.line)], bound=bound)
                    return
                names = _names_of_claim(record)
                records = self.claims
            case "relations":
                names = (_text(raw, "id"), *dict.fromkeys(_NAME.findall(_text(raw, "holds"))))
                records = self.relations
            case _:
                records = self.allows
        records.add([Packed(pack(record), names, start_of(raw.place))], bound=bound)

    def take_plain(self, claims: Collection[Packed]) -> bool:
        """Add claims that are packed already; tells whether there are any."""
        self.claims.add(claims)
        return bool(claims)


def parse_file(path: Path, shown: str, cache: Cache | None = None) -> Parsed:
    """Read a file, each of its records packed as soon as it is read, and keep them in the cache."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Parsed(shown, complete=False, faults=[_unreadable(error, shown)])
    if not cache:
        return parse_bytes(data, shown)
    parsed = parse_bytes(data, shown, content_of(data))
    keep_file(parsed, cache)
    return parsed


def keep_file(parsed: Parsed, cache: Cache) -> None:
    """Keep the records of a file in the cache, with what stands for each of them."""
    for records in (parsed.metrics, parsed.sources, parsed.claims, parsed.relations, parsed.allows):
        records.digest_all()
    cache.put(_name(cache, parsed.path, parsed.content), parsed)


def kept_file(shown: str, content: str, cache: Cache) -> Parsed | None:
    """Return the records of a file that was read before with this content."""
    kept = cache.get(_name(cache, shown, content))
    return kept if isinstance(kept, Parsed) else None


def _name(cache: Cache, shown: str, content: str) -> str:
    return cache.name("file", shown, content)


def parse_bytes(data: bytes, shown: str, content: str = "") -> Parsed:
    """Read the content of a file, each of its records packed as soon as it is read; ``content`` stands for it."""
    text = decode(data)
    if isinstance(text, Undecodable):
        return Parsed(shown, content, complete=False, faults=[_no_text(text, shown)])
    # The parser works on bytes: of a large file the text would take twice their memory all the while.
    data = as_utf8(data, text)
    plain = set_aside(text, _packing)
    del text
    if plain.claims:
        parsed = _parse(plain.rest.encode(), Parsed(shown, content), plain.claims)
        if parsed.complete and not plain.claims:
            return parsed
    return _parse(data, Parsed(shown, content), {})


def _parse(data: bytes, parsed: Parsed, plain: dict[int, list[Packed]]) -> Parsed:
    """Read records into ``parsed``; takes away from ``plain`` the claims whose place the parser came across."""

    def take(kind: str, raw: RawRecord) -> None:
        parsed.take(kind, raw, bound=reader.has_anchors)

    reader = RawReader(parsed.path, data, take, lambda line: parsed.take_plain(plain.pop(line, ())))
    raw = reader.read()
    parsed.complete, parsed.faults, parsed.sections = reader.complete, reader.faults, tuple(reader.sections)
    for child in raw.records.get("source", ()):
        take("source", child)
    return parsed


@record(frozen=True, slots=True)
class Read:
    """A file as one raw record, with the faults of YAML and of shape."""

    raw: RawRecord
    complete: bool
    faults: list[Fault]


def read_file(path: Path, shown: str) -> Read:
    """Read a file; one that cannot be read has the reason among its faults."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Read(RawRecord("file", Place(shown)), complete=False, faults=[_unreadable(error, shown)])
    return read_raw(data, shown)


def _unreadable(error: OSError, shown: str) -> Fault:
    facts: dict[str, Fact] = {"detail": error.strerror or "cannot be read"}
    return Fault("unreadable-file", Place(shown), facts=facts)


def read_raw(data: bytes, shown: str) -> Read:
    """Read the content of a file to a raw record; after broken YAML, to what stood before it."""
    text = decode(data)
    if isinstance(text, Undecodable):
        return Read(RawRecord("file", Place(shown)), complete=False, faults=[_no_text(text, shown)])
    reader = RawReader(shown, as_utf8(data, text))
    raw = reader.read()
    return Read(raw, reader.complete, reader.faults)


def _no_text(found: Undecodable, shown: str) -> Fault:
    return Fault("bad-encoding", Place(shown, found.line, found.column), facts={"detail": found.detail})


def _packing(template: Template) -> Packer:
    """Return what packs the claims of a template."""
    at = {slot.key: slot.text for slot in template.scalars}
    dimensions = dict(template.mappings).get("dimensions", ())
    named = sorted([(f"{slot.key}=", slot.text) for slot in dimensions])
    column, source = template.column, at.get("source")

    def packed(texts: tuple[str, ...], line: int) -> Packed:
        joined = " ".join([key + texts[number] for key, number in named])
        names = (texts[at["id"]], texts[at["metric"]], joined, "" if source is None else texts[source], "")
        return Packed(pack_texts(texts), names, start_of(Place("", line, column)), template)

    return packed


def _names_of_claim(claim: Packable) -> tuple[str, ...]:
    _, _, _, scalars, _, mappings, records, *_ = claim
    name = scalars["id"][0] if "id" in scalars else ""
    metric = scalars["metric"][0] if "metric" in scalars else ""
    source = scalars["source"][0] if "source" in scalars else ""
    entries = mappings.get("dimensions", ())
    dimensions = " ".join(sorted([f"{key[0]}={values[0][0]}" for key, values in entries if values]))
    change_of = next((child[3]["of"][0] for child in records.get("change", ()) if "of" in child[3]), "")
    return (name, metric, dimensions, source, change_of)


def _text(raw: RawRecord, key: str) -> str:
    return raw.scalars[key].text if key in raw.scalars else ""
