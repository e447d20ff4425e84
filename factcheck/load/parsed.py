"""One claim file, read as far as YAML goes: packed records, what they are called and what they name.

No value is worked out yet. This much is needed of all files before it can be told which records have to be
looked at together; the rest is done for a part of the registry at a time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from factcheck.load.cache import RECORD_DIGEST, Cache, digest_of, record_digest
from factcheck.load.files import Undecodable, as_utf8, decode
from factcheck.load.packed import Packable, pack, packable
from factcheck.load.plain import set_aside
from factcheck.load.raw import RawReader, RawRecord
from factcheck.model.finding import Fact, Fault
from factcheck.model.place import Place
from factcheck.model.record import record

# What may be a name in the text of a relation; a word too many does no harm.
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class PackedClaim(NamedTuple):
    """A claim as ``Parsed`` has it."""

    packed: bytes
    names: tuple[str, ...]


@dataclass(slots=True)
class Parsed:
    """The records of one file, packed, in their order.

    ``content`` stands for what the file holds, ``sections`` are its own keys. ``faults`` are those of YAML and of
    shape; ``complete`` tells whether the file could be read to its end. ``metric_names``, ``claim_names`` and
    ``relation_names`` hold for each record its own id first ("" where it has none), for a claim then its metric and
    its dimensions, for a metric then what joins its dimensions ("" where nothing does), and at last whatever else
    it names that other records may name too. ``claim_digests`` and ``relation_digests`` hold what stands for each
    packed record, one after the other: kept with the file, so that a later check need not work them out again.
    """

    path: str
    content: str = ""
    complete: bool = True
    faults: list[Fault] = field(default_factory=list)
    metrics: list[bytes] = field(default_factory=list)
    sources: list[bytes] = field(default_factory=list)
    claims: list[bytes] = field(default_factory=list)
    relations: list[bytes] = field(default_factory=list)
    allows: list[bytes] = field(default_factory=list)
    metric_names: list[tuple[str, ...]] = field(default_factory=list)
    claim_names: list[tuple[str, ...]] = field(default_factory=list)
    relation_names: list[tuple[str, ...]] = field(default_factory=list)
    sections: tuple[str, ...] = ()
    claim_digests: bytearray = field(default_factory=bytearray)
    relation_digests: bytearray = field(default_factory=bytearray)

    def take(self, kind: str, raw: RawRecord) -> None:
        """Pack one record of the file."""
        match kind:
            case "metrics":
                self.metrics.append(pack(packable(raw)))
                joins = "breakdown" if raw.mappings.get("breakdown") else _text(raw, "whole")
                self.metric_names.append((raw.name.text if raw.name else "", joins, *_texts(raw, "whole")))
            case "claims":
                self.take_plain([_pack_claim(packable(raw))])
            case "relations":
                packed = pack(packable(raw))
                self.relations.append(packed)
                self.relation_digests += record_digest(packed)
                words = _NAME.findall(_text(raw, "holds"))
                self.relation_names.append((_text(raw, "id"), *dict.fromkeys(words)))
            case _:
                self.allows.append(pack(packable(raw)))

    def take_plain(self, claims: Collection[PackedClaim]) -> bool:
        """Add claims that are packed already; tells whether there are any."""
        self.claims += [claim.packed for claim in claims]
        self.claim_names += [claim.names for claim in claims]
        self.claim_digests += b"".join([record_digest(claim.packed) for claim in claims])
        return bool(claims)

    def claim_digest(self, number: int, reach: int) -> bytes:
        """Return what stands for a claim and so many claims before and after it in the file."""
        first, size = number - reach, RECORD_DIGEST
        before = b"\0" * (size * -first) if first < 0 else b""
        found = before + self.claim_digests[max(first, 0) * size : (number + reach + 1) * size]
        return found.ljust(size * (2 * reach + 1), b"\0")

    def relation_digest(self, number: int) -> bytes:
        """Return what stands for a relation."""
        return bytes(self.relation_digests[number * RECORD_DIGEST : (number + 1) * RECORD_DIGEST])


def parse_file(path: Path, shown: str, cache: Cache | None = None) -> Parsed:
    """Read a file, each of its records packed as soon as it is read, and keep them in the cache."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Parsed(shown, complete=False, faults=[_unreadable(error, shown)])
    parsed = parse_bytes(data, shown)
    if cache:
        keep_file(parsed, cache)
    return parsed


def keep_file(parsed: Parsed, cache: Cache) -> None:
    """Keep the records of a file in the cache."""
    cache.put(_name(cache, parsed.path, parsed.content), parsed)


def kept_file(path: Path, shown: str, cache: Cache) -> Parsed | None:
    """Return the records of a file that was read before and has not changed."""
    try:
        content = digest_of(path.read_bytes())
    except OSError:
        return None
    kept = cache.get(_name(cache, shown, content))
    return kept if isinstance(kept, Parsed) else None


def _name(cache: Cache, shown: str, content: str) -> str:
    return cache.name("file", shown, content)


def parse_bytes(data: bytes, shown: str) -> Parsed:
    """Read the content of a file, each of its records packed as soon as it is read."""
    content = digest_of(data)
    text = decode(data)
    if isinstance(text, Undecodable):
        return Parsed(shown, content, complete=False, faults=[_no_text(text, shown)])
    # The parser works on bytes: of a large file the text would take twice their memory all the while.
    data = as_utf8(data, text)
    plain = set_aside(text, _pack_claim)
    del text
    if plain.claims:
        parsed = _parse(plain.rest.encode(), Parsed(shown, content), plain.claims)
        if parsed.complete and not plain.claims:
            return parsed
    return _parse(data, Parsed(shown, content), {})


def _parse(data: bytes, parsed: Parsed, plain: dict[int, list[PackedClaim]]) -> Parsed:
    """Read records into ``parsed``; takes away from ``plain`` the claims whose place the parser came across."""
    reader = RawReader(parsed.path, data, parsed.take, lambda line: parsed.take_plain(plain.pop(line, ())))
    raw = reader.read()
    parsed.complete, parsed.faults, parsed.sections = reader.complete, reader.faults, tuple(reader.sections)
    parsed.sources = [pack(packable(child)) for child in raw.records.get("source", ())]
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


def _pack_claim(claim: Packable) -> PackedClaim:
    _, _, _, scalars, _, mappings, records, *_ = claim
    name = scalars["id"][0] if "id" in scalars else ""
    metric = scalars["metric"][0] if "metric" in scalars else ""
    entries = mappings.get("dimensions", ())
    dimensions = " ".join(sorted([f"{key[0]}={values[0][0]}" for key, values in entries if values]))
    changed = [child[3]["of"][0] for child in records.get("change", ()) if "of" in child[3]]
    return PackedClaim(pack(claim), (name, metric, dimensions, *changed))


def _text(raw: RawRecord, key: str) -> str:
    return raw.scalars[key].text if key in raw.scalars else ""


def _texts(raw: RawRecord, *keys: str) -> Iterable[str]:
    return (raw.scalars[key].text for key in keys if key in raw.scalars)
