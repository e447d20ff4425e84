"""The documents of a registry: found in the documents folder, read once each, their quotes looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.load.documents import digest, locate, parse_document, read_bytes
from factcheck.model.anchor import Anchor, Difference, Digest, Miss, Sighting
from factcheck.model.document import Document, Unreadable
from factcheck.model.finding import Fact, Fault, Unchecked, Why
from factcheck.model.registry import Claim, Registry, Source

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


@dataclass(slots=True)
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
        sightings = dict(sightings_in(each, claims[each.source.id]))
        for claim in [name for name, seen in sightings.items() if _may_be_on_a_scan(seen, each.document)]:
            del sightings[claim]
            looked.unchecked.append(Unchecked(claim, _on_a_scan(each), registry.claims[claim].place_of("quote")))
        looked.sightings |= sightings
        found = sum(isinstance(sighting.outcome, Anchor) for sighting in sightings.values())
        looked.digests[each.source.id] = Digest(each.source.document, each.sha256, found, len(sightings))
    return looked


def _may_be_on_a_scan(seen: Sighting, document: Document) -> bool:
    """Whether a quote that is not in the text may stand on a page that is a picture."""
    outcome = seen.outcome
    return bool(document.scans) and isinstance(outcome, Miss) and outcome.difference in _ELSEWHERE


def _on_a_scan(at_hand: AtHand) -> Why:
    name, pages = at_hand.source.document, ", ".join(map(str, at_hand.document.scans))
    return Why(
        f"quote not found, but pages of {name} are scans without text ({pages})",
        f"không tìm thấy trích dẫn, nhưng {name} có trang quét không có chữ ({pages})",
    )


def quoted_claims(registry: Registry) -> defaultdict[str, list[Claim]]:
    """Return the claims with a quote by source."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in registry.claims.values():
        if claim.quote is not None:
            claims[claim.source].append(claim)
    return claims


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
