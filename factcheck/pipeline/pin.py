"""``factcheck pin``: the digest of each document into its claim file, and what moved since the last time."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from pathlib import Path

from factcheck.gate.changed import meaning
from factcheck.load.files import decode
from factcheck.load.pinning import CannotPinError, with_digest
from factcheck.load.registry import Loaded, load_registry
from factcheck.model.anchor import Anchor, Sighting
from factcheck.model.pins import Pinned, PinState
from factcheck.model.registry import Source
from factcheck.model.unchecked import Why
from factcheck.pipeline.check import is_below
from factcheck.pipeline.documents import AtHand, NotAtHand, documents, quoted_claims, sightings_in
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import Request, UsageError
from factcheck.report.pins import render_pins

PLACES = ".factcheck-pins.json"
_VERSION = 1
_BY_HAND = Why(
    "its document is not written on one line; write the sha256 by hand: {sha256}",
    "tên tài liệu không nằm gọn trên một dòng; hãy tự ghi sha256: {sha256}",
)

_Places = dict[str, tuple[str, dict[str, int]]]


def pin_documents(request: Request, root: Path) -> list[Pinned]:
    """Write the digest of every document at hand into the claim file of its source.

    Returns what became of each source with a document, in the order of the files. Where the quotes stand is kept in
    ``.factcheck-pins.json`` under ``root``, so that the next time can say what moved. UsageError where a file
    cannot be written.
    """
    registry = load_registry(request.roots, request.base).registry
    claims = quoted_claims(registry)
    places = _read_places(root / PLACES)
    done: list[Pinned] = []
    for each in documents(registry, request.documents):
        if request.only and not any(is_below(each.source.place.path, path) for path in request.only):
            continue
        if isinstance(each, NotAtHand):
            done.append(Pinned(each.source.id, each.source.document, PinState.LEFT, each.why))
            continue
        sightings = dict(sightings_in(each, claims(each.source.id)))
        done.append(_pin(each, sightings, request, places))
    _write_places(root / PLACES, {name: place for name, place in places.items() if name in registry.sources})
    return done


def pins_text(done: list[Pinned], lang: str) -> str:
    """Return what became of each source, as lines for people."""
    return render_pins(done, lang)


def _pin(at_hand: AtHand, sightings: dict[str, Sighting], request: Request, places: _Places) -> Pinned:
    source = at_hand.source
    pinned, before = places.get(source.id, ("", {}))
    if pinned != source.sha256:
        before = {}
    state = PinState.SAME
    if source.sha256 != at_hand.sha256:
        state = PinState.REPINNED if source.sha256 else PinState.PINNED
        path = request.base / source.place.path
        try:
            _write_digest(path, source, at_hand.sha256)
        except CannotPinError:
            why = Why(*(words.format(sha256=at_hand.sha256) for words in _BY_HAND))
            return Pinned(source.id, source.document, PinState.LEFT, why)
    lines = {claim: seen.spot.line for claim, seen in sightings.items() if isinstance(seen.outcome, Anchor)}
    places[source.id] = (at_hand.sha256, lines)
    return Pinned(source.id, source.document, state, sightings=sightings, before=before)


def _write_digest(path: Path, source: Source, sha256: str) -> None:
    """Write a claim file with another digest; CannotPinError, with nothing written, where more would change."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", f"Không đọc được {path}: {error.strerror}."
        ) from None
    text = decode(data)
    if not isinstance(text, str):
        raise CannotPinError(path)
    new = _encoded(with_digest(text, source, sha256), data)
    before, after = (load_registry((), path.parent, ((source.place.path, each),)) for each in (data, new))
    written = after.registry.sources.get(source.id)
    said = [_said(loaded) for loaded in (before, after)]
    if written is None or written.sha256 != sha256 or said[0] != said[1]:
        raise CannotPinError(path)
    write_whole(path, new)


def _said(loaded: Loaded) -> tuple[object, ...]:
    """Return all that a claim file says, digests apart."""
    registry = loaded.registry
    records = (registry.metrics, registry.sources, registry.claims)
    return (
        [[meaning(record) for record in kind.values()] for kind in records],
        [meaning(relation) for relation in registry.relations],
        [source.document for source in registry.sources.values()],
        [len(faults) for faults in loaded.faults.values()],
    )


def _encoded(text: str, like: bytes) -> bytes:
    """Encode text as a file was, with its byte order mark."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if like.startswith(mark):
            return mark + text.encode(name)
    return text.encode("utf-8")


def _read_places(path: Path) -> _Places:
    """Return where quotes stood when they were pinned; nothing where that is not known, since it is only a memory."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(name): (str(pin["sha256"]), {str(claim): int(line) for claim, line in pin["lines"].items()})
            for name, pin in kept["pins"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_places(path: Path, places: Mapping[str, tuple[str, dict[str, int]]]) -> None:
    """Write where quotes stand, a line for each source, so that changes to different ones do not conflict."""
    if not places:
        return
    entries = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps({'sha256': sha256, 'lines': dict(sorted(lines.items()))})}"
        for name, (sha256, lines) in sorted(places.items())
    )
    text = f'{{"version": {_VERSION}, "pins": {{\n{entries}\n}}}}\n'
    if not path.exists() or path.read_text(encoding="utf-8", errors="replace") != text:
        write_whole(path, text.encode())
