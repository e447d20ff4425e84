"""A registry from its files to everything that the rules find in it, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.gate.allow import Excepted, exceptions_of
from factcheck.gate.identity import identity
from factcheck.load.cache import Cache
from factcheck.load.content import contents_of
from factcheck.load.parsed import Parsed, keep_file, kept_file, parse_bytes, parse_file
from factcheck.load.parts import Members, Opened, open_files, whole
from factcheck.load.registry import resting_collector
from factcheck.model.finding import Fault, Finding
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple, record, replace
from factcheck.model.registry import Registry
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure
from factcheck.pipeline.documents import look_for_quotes
from factcheck.pipeline.listing import Listing
from factcheck.pipeline.part import Outcome, check_part
from factcheck.pipeline.partition import partition
from factcheck.pipeline.plan import Request
from factcheck.pipeline.spread import cores, spread
from factcheck.pipeline.view import view_of_whole
from factcheck.read.quotes import read_labels
from factcheck.relate.references import unknown_in_allows, unknown_references
from factcheck.rules import run

if TYPE_CHECKING:
    from factcheck.pipeline.kept import KeptOutcomes

# Below so many bytes of claim files a second process takes longer to start than it saves.
_WORTH_SHARING = 1_000_000
# A file is cut into pieces of so many bytes at least.
_WORTH_CUTTING = 1_000_000

_CUT_SHORT = Why("the file could not be read to its end", "không đọc được đến hết tệp")
_NO_DATE = Why("no date of publication to check periods against", "không có ngày đăng để kiểm tra thời gian")


class Files(NamedTuple):
    """The files of a registry, read; what was passed over; and how many bytes they have."""

    parsed: tuple[Parsed, ...]
    passed_over: tuple[Unchecked, ...]
    size: int


@record(frozen=True, slots=True, kw_only=True)
class Examined:
    """What the rules find in a registry, before it is asked what counts.

    ``figures`` are those that findings speak of, ``relations_checked`` the number of relations worked out.
    """

    registry: Registry
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    figures: dict[str, Figure]
    exceptions: tuple[Excepted, ...]
    claims_with_quote: int
    relations_checked: int


def read_files(
    listing: Listing,
    texts: tuple[tuple[str, bytes], ...] = (),
    cache: Cache | None = None,
    on_file: Callable[[int, int], None] | None = None,
) -> Files:
    """Read the files of a registry and the ``texts``; ``on_file`` is told how many of how many files were read."""
    kept: dict[str, Parsed | None] = {}
    if cache:
        contents = contents_of([path for path, _ in listing.paths], cores())
        kept = {shown: kept_file(shown, each, cache) for (_, shown), each in zip(listing.paths, contents, strict=True)}
    missing = [named for named in listing.paths if kept.get(named[1]) is None]
    parsed: list[Parsed] = []
    shares = [share for path, shown in missing for share in _shares(path, shown)]
    with closing(spread(partial(_parse, cache), shares, _jobs(listing.size, shares), sharing=True)) as new:
        for path, shown in listing.paths:
            parsed.append(kept.get(shown) or _next_file(new, path, shown, cache))
            if on_file:
                on_file(len(parsed), len(listing.paths))
    parsed += [parse_bytes(data, name) for name, data in texts]
    return Files(tuple(parsed), listing.passed_over, listing.size + sum(len(data) for _, data in texts))


def _jobs(size: int, items: Sequence[object]) -> int:
    return min(cores(), len(items)) or 1 if size >= _WORTH_SHARING else 1


class _Share(NamedTuple):
    """A file, or one of the pieces that it is read in."""

    path: Path
    shown: str
    number: int
    of: int


def _shares(path: Path, shown: str) -> list[_Share]:
    """Return a file as a whole or, where it is large, in a piece for each core."""
    try:
        of = max(1, min(cores(), path.stat().st_size // _WORTH_CUTTING))
    except OSError:
        of = 1
    return [_Share(path, shown, number, of) for number in range(of)]


def _parse(cache: Cache | None, share: _Share) -> tuple[_Share, Parsed | None]:
    with resting_collector():
        if share.of == 1:
            return share, parse_file(share.path, share.shown, cache)
        from factcheck.load.pieces import parse_piece  # noqa: PLC0415 - few files are large

        return share, parse_piece(*share)


def _next_file(read: Iterator[tuple[_Share, Parsed | None]], path: Path, shown: str, cache: Cache | None) -> Parsed:
    """Return the next file, put together from its pieces where it was cut; read as a whole where that fails."""
    share, first = next(read)
    if share.of == 1 and first is not None:
        return first
    from factcheck.load.pieces import join_pieces  # noqa: PLC0415 - few files are large

    whole = join_pieces([first, *(piece for _, piece in islice(read, share.of - 1))])
    if whole is None:
        with resting_collector():
            return parse_file(path, shown, cache)
    if cache:
        keep_file(whole, cache)
    return whole


def examine(files: Files, request: Request, cache: Cache | None = None) -> Examined:
    """Check the parts of a registry, then what concerns the whole of it."""
    opened = open_files(files.parsed)
    parts = partition(files.parsed)
    outcomes = _outcomes(opened, parts, request, cache, files.size)
    lost = frozenset().union(*(outcome.lost for outcome in outcomes))
    opened.gathered.unread.update(*(outcome.unread for outcome in outcomes))
    registry = whole(opened, lost, sum(outcome.relations for outcome in outcomes))
    findings, unchecked = _of_whole(registry, opened, outcomes, request)
    for outcome in outcomes:
        findings += outcome.findings
        unchecked += outcome.unchecked
    exceptions = [each for outcome in outcomes for each in outcome.exceptions]
    exceptions += exceptions_of(Registry(registry.metrics, registry.sources, {}, (), registry.allows))
    return Examined(
        registry=registry,
        findings=tuple(findings),
        unchecked=tuple(sorted([*files.passed_over, *unchecked], key=_by_place)),
        figures={name: figure for outcome in outcomes for name, figure in outcome.figures.items()},
        exceptions=tuple(sorted(exceptions, key=lambda each: each.allow.place)),
        claims_with_quote=sum(outcome.claims_with_quote for outcome in outcomes),
        relations_checked=sum(outcome.relations_checked for outcome in outcomes),
    )


def _outcomes(
    opened: Opened, parts: Sequence[tuple[Members, ...]], request: Request, cache: Cache | None, size: int
) -> list[Outcome]:
    """Check every part, or take what came of it from the cache where its records and those beside them are the same."""
    if request.on_engine:
        from factcheck.pipeline.daft_check import check_on_engine  # noqa: PLC0415 - an extra

        return check_on_engine(opened, parts, request)
    known: KeptOutcomes | None = None
    if cache:
        from factcheck.pipeline.kept import KeptOutcomes  # noqa: PLC0415 - not where nothing is kept

        known = KeptOutcomes(opened, cache, request.as_of, request.lang)
    names = [known.name(members) if known else "" for members in parts]
    kept = [known.get(name, members) if known else None for name, members in zip(names, parts, strict=True)]
    missing = [pair for pair, outcome in zip(zip(names, parts, strict=True), kept, strict=True) if outcome is None]
    work = partial(_check, opened, request, known)
    with closing(spread(work, missing, _jobs(size, missing), sharing=True)) as new:
        return [outcome or next(new) for outcome in kept]


def _check(
    opened: Opened, request: Request, known: KeptOutcomes | None, part: tuple[str, tuple[Members, ...]]
) -> Outcome:
    name, members = part
    with resting_collector():
        outcome = check_part(opened, members, request.as_of, request.lang)
    if known:
        known.put(name, members, outcome)
    return outcome


def _of_whole(
    registry: Registry, opened: Opened, outcomes: Iterable[Outcome], request: Request
) -> tuple[list[Finding], list[Unchecked]]:
    """Run the rules that ask about the registry as a whole; also returns what cannot be checked in it."""
    looked = look_for_quotes(registry, request.documents, required=request.require_documents)
    faults: dict[str, tuple[Fault, ...]] = {name: tuple(found) for name, found in looked.faults.items()}
    gathered = opened.gathered
    faults["malformed-claim"] = (
        *gathered.malformed,
        *looked.faults["malformed-claim"],
        *(fault for outcome in outcomes for fault in outcome.faults["malformed-claim"]),
    )
    faults["duplicate-id"] = (
        *gathered.duplicates,
        *(fault for outcome in outcomes for fault in outcome.faults["duplicate-id"]),
    )
    unknown = [each for outcome in outcomes for each in outcome.unknown]
    for records in (registry.metrics.values(), registry.sources.values()):
        unknown += [each for record in records for each in unknown_in_allows(record)]
    relations = [name for file in opened.files for name, *_ in file.relations.names if name]
    faults["unknown-reference"] = unknown_references(unknown, registry, relations)
    view = view_of_whole(registry, read_labels(registry), faults, request.as_of)
    view = replace(view, sightings=looked.sightings, digests=looked.digests)
    found = [replace(each, identity=identity(each, registry)) for each in run(view, request.lang, of_whole=True)]
    unchecked = [Unchecked(path, _CUT_SHORT, Place(path)) for path in registry.incomplete]
    unchecked += [
        Unchecked(source.id, _NO_DATE, source.place) for source in registry.sources.values() if source.published is None
    ]
    return found, unchecked + looked.unchecked


def _by_place(entry: Unchecked) -> Place:
    return entry.place or Place("")
