"""What came of checking a part, kept for the next time.

It is found again as long as the records of the part are the same, with all that they hang on, wherever in their files
they have moved to meanwhile: a line added at the top of a file makes nothing in it new.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from factcheck.load.cache import RECORD_DIGEST, Cache, digest_of, record_digest
from factcheck.load.packed import line_of, start_of
from factcheck.load.parsed import Parsed
from factcheck.load.parts import Members, Opened
from factcheck.model.finding import Fault, Finding
from factcheck.model.place import Place
from factcheck.model.record import NamedTuple, replace
from factcheck.model.registry import Record
from factcheck.model.view import Figure
from factcheck.pipeline.part import Outcome
from factcheck.pipeline.view import REACH

_NOTHING = bytes(RECORD_DIGEST)


class _Entry(NamedTuple):
    """An outcome as it lies in the cache.

    ``files`` tells what stood for the content of each file that it speaks of, ``starts`` by file where the records of
    the part stood, and ``defined`` where the metrics and sources that they name did.
    """

    outcome: Outcome
    files: Mapping[str, str]
    starts: Mapping[str, Sequence[int]]
    defined: Mapping[tuple[str, str], Place]


class KeptOutcomes:
    """The outcomes of the parts of one registry in a cache, worked out on a day and told in a language."""

    def __init__(self, opened: Opened, cache: Cache, as_of: date, lang: str) -> None:
        self._opened = opened
        self._cache = cache
        self._settings = (as_of, lang)
        self._contents = _Contents(opened)
        self._files = {file.path: file.content for file in opened.files}

    def name(self, members: Sequence[Members]) -> str:
        """Return what the outcome of a part is kept under."""
        return self._cache.name("part", *self._settings, *self._contents.of_part(members))

    def get(self, name: str, members: Sequence[Members]) -> Outcome | None:
        """Return what came of a part, its places where they are now; None where it is not known."""
        entry = self._cache.get(name)
        if not isinstance(entry, _Entry):
            return None
        changed = {path for path, content in entry.files.items() if content != self._files.get(path)}
        if not changed:
            return entry.outcome
        moves = _moves(entry, changed, members, self._opened)
        if all(before == now for pairs in moves.values() for before, now in pairs):
            return entry.outcome
        if entry.outcome.faults["duplicate-id"]:
            # They say in words on which line the other stands.
            return None
        return _Moved(moves).outcome(entry.outcome, _figures(entry.outcome.figures, members, self._opened))

    def put(self, name: str, members: Sequence[Members], outcome: Outcome) -> None:
        """Keep what came of a part."""
        metrics, sources = self._opened.named(members)
        known = self._opened.gathered
        places = {("metric", each): known.metrics[each].place for each in metrics if each in known.metrics}
        places |= {("source", each): known.sources[each].place for each in sources if each in known.sources}
        starts = {self._opened.files[each.file].path: _starts(self._opened, each) for each in members}
        paths = {*starts, *(place.path for place in places.values())}
        self._cache.put(name, _Entry(outcome, {path: self._files[path] for path in paths}, starts, places))


class _Contents:
    """What stands for all that a part hangs on: its records, the claims beside them, and what all these name."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._defined = _defined(opened.files)
        self._of_file: dict[int, bytes] = {}

    def of_part(self, members: Sequence[Members]) -> tuple[object, ...]:
        """Return it, for a part."""
        files = self._opened.files
        records: list[bytes] = []
        for each in members:
            claims = self._claims(each.file)
            size = 2 * RECORD_DIGEST
            width = (2 * REACH + 1) * size
            records += [claims[at : at + width] for at in [number * size for number in each.claims]]
            records += [self._relation(files[each.file], number) for number in each.relations]
        lengths = [
            (files[each.file].path, self._opened.owners[each.file], len(each.claims), len(each.relations))
            for each in members
        ]
        return lengths, digest_of(b"".join(records))

    def _claims(self, number: int) -> bytes:
        """Return what stands for each claim of a file and for what it names, with nothing before and after them."""
        found = self._of_file.get(number)
        if found is None:
            claims, owner = self._opened.files[number].claims, self._opened.owners[number]
            named: dict[tuple[str, str], bytes] = {}
            pieces = [_NOTHING] * (2 * REACH)
            for at, (name, metric, _, source, _) in enumerate(claims.names):
                names = (metric, source or owner)
                what = named.get(names) or named.setdefault(names, self._what(*names))
                if ("metric", name) in self._defined:
                    what = record_digest(what + self._defined["metric", name])
                pieces += (claims.digest(at), what)
            pieces += [_NOTHING] * (2 * REACH)
            found = self._of_file[number] = b"".join(pieces)
        return found

    def _what(self, metric: str, source: str) -> bytes:
        defined = self._defined
        return record_digest(defined.get(("metric", metric), _NOTHING) + defined.get(("source", source), _NOTHING))

    def _relation(self, file: Parsed, number: int) -> bytes:
        names = [self._defined.get(("metric", name), _NOTHING) for name in file.relations.names[number]]
        return file.relations.digest(number) + b"".join(names)


def _defined(files: Iterable[Parsed]) -> dict[tuple[str, str], bytes]:
    """Return what stands for each metric and source, wherever in its file it is defined."""
    defined: dict[tuple[str, str], bytes] = {}
    for file in files:
        for records in (file.metrics, file.sources):
            for number, (name, *_) in enumerate(records.names):
                before = defined.get((records.kind, name), b"")
                defined[records.kind, name] = record_digest(before + file.path.encode() + records.digest(number))
    return defined


def _starts(opened: Opened, members: Members) -> list[int]:
    """Return where the records of one file that belong to a part stand."""
    file = opened.files[members.file]
    claims = [file.claims.starts[number] for number in members.claims]
    return claims + [file.relations.starts[number] for number in members.relations]


def _moves(
    entry: _Entry, changed: Collection[str], members: Sequence[Members], opened: Opened
) -> dict[str, list[tuple[int, int]]]:
    """Return by changed file where each record stood of which an outcome may speak, and where it stands now."""
    moves: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in members:
        path = opened.files[each.file].path
        if path in changed:
            moves[path] += zip(entry.starts[path], _starts(opened, each), strict=True)
    known: dict[str, Mapping[str, Record]] = {"metric": opened.gathered.metrics, "source": opened.gathered.sources}
    for (kind, name), place in entry.defined.items():
        if place.path in changed:
            moves[place.path].append((start_of(place), start_of(known[kind][name].place)))
    return moves


def _figures(figures: Mapping[str, Figure], members: Sequence[Members], opened: Opened) -> dict[str, Figure]:
    """Return figures with their records as these are now."""
    at = {
        name: (each.file, number)
        for each in members
        for number in each.claims
        if (name := opened.files[each.file].claims.names[number][0]) in figures
    }
    known = opened.gathered
    return {
        name: replace(
            figure,
            claim=opened.claim(*at[name]) or figure.claim,
            metric=known.metrics[figure.metric.id],
            source=known.sources[figure.source.id] if figure.source else None,
        )
        for name, figure in figures.items()
    }


class _Moved:
    """Where what stood in the records of a part stands now."""

    def __init__(self, moves: Mapping[str, Iterable[tuple[int, int]]]) -> None:
        self._moves = {path: sorted(pairs) for path, pairs in moves.items()}

    def outcome(self, outcome: Outcome, figures: Mapping[str, Figure]) -> Outcome:
        """Return an outcome with its places as they are now."""
        return replace(
            outcome,
            findings=tuple(map(self._finding, outcome.findings)),
            faults={rule: tuple(map(self._fault, faults)) for rule, faults in outcome.faults.items()},
            unchecked=tuple(each._replace(place=each.place and self._place(each.place)) for each in outcome.unchecked),
            figures=figures,
            exceptions=tuple(
                each._replace(allow=replace(each.allow, place=self._place(each.allow.place)))
                for each in outcome.exceptions
            ),
            unknown=tuple(each._replace(place=self._place(each.place)) for each in outcome.unknown),
        )

    def _finding(self, finding: Finding) -> Finding:
        return replace(finding, fault=self._fault(finding.fault), folded=tuple(map(self._finding, finding.folded)))

    def _fault(self, fault: Fault) -> Fault:
        related = tuple((name, self._place(place)) for name, place in fault.related)
        return replace(fault, place=self._place(fault.place), related=related)

    def _place(self, place: Place) -> Place:
        """Return where a place is now: as far below the beginning of its record as it was."""
        moves = self._moves.get(place.path)
        if moves is None:
            return place
        before, now = moves[bisect_right(moves, start_of(place), key=_first) - 1]
        return place._replace(line=place.line + line_of(now) - line_of(before))


def _first(pair: tuple[int, int]) -> int:
    return pair[0]
