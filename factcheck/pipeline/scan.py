"""``factcheck scan``: documents to quantities, one by one or many at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial

from factcheck.model.document import Unreadable
from factcheck.model.record import NamedTuple, record
from factcheck.model.said import SaidError
from factcheck.model.scanned import Scanned
from factcheck.pipeline.batch import Reading, scan_batch, scan_text
from factcheck.pipeline.entries import Columns, Entry, batches, entries, read
from factcheck.pipeline.interrupts import Interrupts
from factcheck.pipeline.plan import STDIN, UsageError
from factcheck.pipeline.sinks import PrintedLines, Sink, Target, WrittenFile
from factcheck.pipeline.spread import WorkerLostError, spread
from factcheck.read.languages import known_languages, language


def name_of(entry: Entry) -> str:
    """Return how a document is called in messages."""
    return entry.path if entry.row is None else f"{entry.path} ({entry.row})"


class RefusedError(SaidError):
    """A document that cannot be read, or a folder that has none; never raised where there are others."""

    def __init__(self, entry: Entry, why: Unreadable) -> None:
        name = name_of(entry)
        en, vi = ("Standard input", "Đầu vào chuẩn") if name == STDIN else (name, name)
        super().__init__(f"{en}: {why.en}.", f"{vi}: {why.vi}.")
        self.nothing = entry.nothing


class Piece(NamedTuple):
    """What a batch of documents gave: how many were read, their finished lines, and which could not be read."""

    documents: int
    lines: bytes
    refused: tuple[tuple[Entry, Unreadable], ...]


@record(slots=True)
class Outcome:
    """How a scan went: how many documents were read, how many could not be, and what cut it short.

    ``nothing`` tells that a folder or pattern had no document, ``interrupted`` that a signal came, ``lost`` that one
    of the processes ended by itself.
    """

    documents: int = 0
    refused: int = 0
    nothing: bool = False
    interrupted: bool = False
    lost: bool = False

    def count(self, refused: RefusedError) -> None:
        """Count a document that could not be read."""
        self.refused += not refused.nothing
        self.nothing |= refused.nothing


def check_language(code: str | None) -> None:
    """Raise UsageError where a language that is asked for cannot be read."""
    if code is not None and language(code) is None:
        known = ", ".join(known_languages())
        raise UsageError(
            f"No language is called {code}. Known: {known}.",
            f"Không có ngôn ngữ nào tên là {code}. Các ngôn ngữ: {known}.",
        )


def scan_one_by_one(
    names: Iterable[str], reading: Reading, columns: Columns
) -> Iterator[tuple[str, Iterator[Scanned]] | RefusedError]:
    """Yield each document by name with what its digits are, or why it cannot be read."""
    for entry in entries(names, columns):
        text = read(entry)
        found = text if isinstance(text, Unreadable) else scan_text(text, reading)
        if isinstance(found, Unreadable):
            yield RefusedError(entry, found)
        else:
            yield name_of(entry), found


def scan_many(
    names: Iterable[str],
    reading: Reading,
    columns: Columns,
    *,
    jobs: int = 1,
    printed: bool = True,
    targets: Sequence[Target] = (),
    tell: Callable[[int, Sequence[RefusedError]], None] = lambda _documents, _refused: None,
) -> Outcome:
    """Write the quantities of documents as lines, in the order of the documents whatever the number of ``jobs``.

    They are printed, written to files, or both. ``tell`` hears after each batch how many documents were read and
    which could not be. A signal to end, or a process that is lost, ends the scan early; what was done until then is
    kept. UsageError where a file cannot be written.
    """
    outcome = Outcome()
    sinks: list[Sink] = [PrintedLines()] if printed else []
    with Interrupts() as interrupts:
        keep = False
        try:
            for target in targets:
                with interrupts.held():
                    sinks.append(WrittenFile(target))
            batched = batches(entries(names, columns))
            with closing(spread(partial(scan_entries, reading=reading), batched, jobs)) as pieces:
                for piece in pieces:
                    refused = [RefusedError(*each) for each in piece.refused]
                    with interrupts.held():
                        for sink in sinks:
                            sink.write(piece.lines)
                        outcome.documents += piece.documents
                        for each in refused:
                            outcome.count(each)
                    tell(piece.documents, refused)
            keep = True
        except KeyboardInterrupt:
            outcome.interrupted = keep = True
        except WorkerLostError:
            outcome.lost = keep = True
        finally:
            try:
                with interrupts.held():
                    for sink in sinks:
                        sink.close(keep=keep)
            except KeyboardInterrupt:
                outcome.interrupted = True
    return outcome


def scan_entries(batch: Sequence[Entry], reading: Reading) -> Piece:
    """Read and scan a batch of documents: what each process does."""
    lines: list[bytes] = []
    refused: list[tuple[Entry, Unreadable]] = []
    for entry, found in zip(batch, scan_batch(map(read, batch), reading), strict=True):
        if isinstance(found, Unreadable):
            refused.append((entry._replace(text=None), found))
        else:
            lines.append(found)
    return Piece(len(lines), b"".join(lines), tuple(refused))
