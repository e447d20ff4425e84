"""The documents of a registry: found in the documents folder, read once each, their quotes looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.load.documents import digest, locate, parse_document, read_bytes
from factcheck.model.anchor import Anchor, Difference, Digest, Miss, Sighting
from factcheck.model.document import Document, Unreadable
from factcheck.model.finding import Fact, Fault
from factcheck.model.record import NamedTuple, field, record
from factcheck.model.registry import Claim, Registry, Source
from factcheck.model.unchecked import Unchecked, Why

if TYPE_CHECKING:
    from factcheck.read.anchor import Anchors

_NO_FOLDER = Why(
    "document not looked at, since no documents folder is configured",
    "chưa xem tài liệu vì chưa cấu hình thư mục tài liệu",
)
_ELSEWHERE = frozenset({Difference.WORDS, Difference.GONE})


class AtHand(NamedTuple):
    """A document that was read, the digest of its file, and the anchors of its text."""

    source: Source
    document: Document
    sha256: str
    anchors: Anchors


class NotAtHand(NamedTuple):
    """A document that was not read: why, as a line of what was not checked and as a fault of a rule."""

    source: Source
    why: Why
    rule: str
    fault: Fault


@record(slots=True)
class Looked:
    """What came of looking for quotes in documents."""

    sightings: dict[str, Sighting] = field(default_factory=dict)
    digests: dict[str, Digest] = field(default_factory=dict)
    faults: defaultdict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    unchecked: list[Unchecked] = field(default_factory=list)


def look_for_quotes(registry: Registry, folder: Path | None, *, required: bool) -> Looked:
    """Look for every quote in its source's document.

    What is not at hand is listed as not checked or, where documents are ``required``, is a fault. One document is
    held in memory at a time.
    """
    looked = Looked()
    claims = quoted_claims(registry)
    for each in documents(registry, folder):
        if isinstance(each, NotAtHand):
            if required or each.rule != "missing-document":
                looked.faults[each.rule].append(each.fault)
            else:
                looked.unchecked.append(Unchecked(each.source.id, each.why, each.source.place_of("document")))
            continue
        sightings = dict(sightings_in(each, claims(each.source.id)))
        for name, why in _elsewhere(each, registry, sightings):
            sightings.pop(name, None)
            looked.unchecked.append(Unchecked(name, why, registry.claims[name].place_of("quote")))
        looked.sightings |= sightings
        found = sum(isinstance(sighting.outcome, Anchor) for sighting in sightings.values())
        looked.digests[each.source.id] = Digest(each.source.document, each.sha256, found, len(sightings))
    return looked


def _elsewhere(at_hand: AtHand, registry: Registry, sightings: Mapping[str, Sighting]) -> list[tuple[str, Why]]:
    """Return the claims whose quote is not in a document's text but is, or may be, in what is no part of it."""
    from factcheck.read.anchor import Anchors  # noqa: PLC0415 - loaded with the document

    document, name = at_hand.document, at_hand.source.document
    misses = {claim: seen.outcome for claim, seen in sightings.items() if isinstance(seen.outcome, Miss)}
    found: list[tuple[str, Why]] = []
    if document.around and misses:
        around = Anchors(document.around)
        quotes = {claim: registry.claims[claim].quote for claim in misses}
        why = Why(
            f"quote found around the main text of {name}, not in it",
            f"trích dẫn nằm ngoài phần nội dung chính của {name}",
        )
        found = [(claim, why) for claim, quote in quotes.items() if quote and isinstance(around.find(quote), Anchor)]
    if document.scans:
        pages = ", ".join(map(str, document.scans))
        why = Why(
            f"quote not found, but pages of {name} are scans without text ({pages})",
            f"không tìm thấy trích dẫn, nhưng {name} có trang quét không có chữ ({pages})",
        )
        found += [(claim, why) for claim, miss in misses.items() if miss.difference in _ELSEWHERE]
    return found


def quoted_claims(registry: Registry) -> Callable[[str], list[Claim]]:
    """Return a function that gives the claims of a source that have a quote.

    Which these are is worked out when it is first asked, and claims are held only while they are looked at: many
    registries have no document at hand.
    """

    @cache
    def by_source() -> Mapping[str, list[str]]:
        names: defaultdict[str, list[str]] = defaultdict(list)
        for claim in registry.claims.values():
            if claim.quote is not None:
                names[claim.source].append(claim.id)
        return names

    return lambda source: [registry.claims[name] for name in by_source().get(source, ())]


def sightings_in(at_hand: AtHand, claims: list[Claim]) -> Iterator[tuple[str, Sighting]]:
    """Look for the quotes of claims in one document."""
    spot = at_hand.document.spots()
    for claim in claims:
        if claim.quote is not None:
            outcome = at_hand.anchors.find(claim.quote)
            yield claim.id, Sighting(at_hand.source.document, outcome, spot(outcome.start))


def documents(registry: Registry, folder: Path | None) -> Iterator[AtHand | NotAtHand]:
    """Yield the document of each source that names one, read, or why it is not."""
    for source in registry.sources.values():
        if source.document:
            yield _document(source, folder)


def paths_of(registry: Registry, folder: Path | None) -> list[Path]:
    """Return where the documents of a registry are looked for, whether they are there or not."""
    if folder is None:
        return []
    named = (locate(folder, source.document) for source in registry.sources.values() if source.document)
    return [path for path in named if path]


def _document(source: Source, folder: Path | None) -> AtHand | NotAtHand:
    name = source.document
    if folder is None:
        return _not_at_hand(source, "no-folder", _NO_FOLDER)
    path = locate(folder, name)
    if path is None:
        why = Why(f"{name} does not lie in the documents folder", f"{name} không nằm trong thư mục tài liệu")
        fault = Fault("document-outside", source.place_of("document"), facts={"got": name})
        return NotAtHand(source, why, "malformed-claim", fault)
    if not path.exists():
        why = Why(f"{name} is not in the documents folder {folder}", f"{name} không có trong thư mục tài liệu {folder}")
        return _not_at_hand(source, "absent", why, folder=str(folder))
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return _unreadable(source, data)
    document = parse_document(path.name, data)
    if isinstance(document, Unreadable):
        return _unreadable(source, document)
    from factcheck.read.anchor import Anchors  # noqa: PLC0415 - only a document at hand needs it

    return AtHand(source, document, digest(data), Anchors(document.text))


def _unreadable(source: Source, why: Unreadable) -> NotAtHand:
    name = source.document
    reason = Why(f"{name}: {why.en}", f"{name}: {why.vi}")
    return _not_at_hand(source, "unreadable", reason, why_en=why.en, why_vi=why.vi)


def _not_at_hand(source: Source, wording: str, why: Why, **facts: Fact) -> NotAtHand:
    about: dict[str, Fact] = {"name": source.id, "document": source.document, **facts}
    return NotAtHand(source, why, "missing-document", Fault(wording, source.place_of("document"), facts=about))
