"""What is named on the command line to documents: files, folders, patterns, rows of Parquet files, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.load import parquet
from factcheck.load.documents import locate, parse_document, read_bytes
from factcheck.load.encodings import decode_text
from factcheck.load.gather import Found, in_folder, is_pattern, matching
from factcheck.load.readers import readers
from factcheck.load.registry import load_registry
from factcheck.model.document import Document, Unreadable
from factcheck.model.record import NamedTuple
from factcheck.pipeline.batch import Text
from factcheck.pipeline.plan import STDIN, NothingToCheckError, UsageError, plan, read_stdin

# Texts keep their markup, so that offsets are those of the file.
_AS_TYPED = (".txt", ".text", ".md", ".markdown")
_MOST = 64
_MOST_CHARACTERS = 1 << 20
EMPTY = Unreadable(
    "no document in it; name a folder or pattern that has some, or the files themselves",
    "không có tài liệu nào; hãy ghi thư mục hoặc mẫu có tài liệu, hoặc ghi thẳng tên tệp",
)


class Entry(NamedTuple):
    """One document that is still to be read, with its text where that is at hand.

    ``refused`` says why it cannot be read at all; ``nothing`` that it is no document but a folder or pattern that
    has none.
    """

    path: str
    language: str = ""
    row: str | None = None
    text: str | Document | None = None
    refused: Unreadable | None = None
    nothing: bool = False


class Columns(NamedTuple):
    """Which columns of Parquet files hold the texts and their ids; None: the usual ones."""

    text: str | None = None
    id: str | None = None


def entries(names: Iterable[str], columns: Columns) -> Iterator[Entry]:
    """Yield the documents in the order in which they are named, those of a folder sorted."""
    spoken = Spoken()
    for name in names:
        if name == STDIN:
            text = decode_text(read_stdin())
            refused = text if isinstance(text, Unreadable) else None
            yield Entry(STDIN, refused=refused) if refused else Entry("<stdin>", text=Document(str(text)))
        elif os.path.isdir(name):  # noqa: PTH112 - a name may hold what no path can
            yield from _found(in_folder(name), name, columns, spoken)
        elif is_pattern(name) and not os.path.lexists(name):
            yield from _found(matching(name), name, columns, spoken)
        else:
            yield from _file(name, columns, spoken)


def _found(found: Iterator[Found], name: str, columns: Columns, spoken: Spoken) -> Iterator[Entry]:
    nothing = True
    for each in found:
        nothing = False
        if each.refused:
            yield Entry(each.path, refused=each.refused)
        else:
            yield from _file(each.path, columns, spoken)
    if nothing:
        yield Entry(name, refused=EMPTY, nothing=True)


def _file(path: str, columns: Columns, spoken: Spoken) -> Iterator[Entry]:
    if not path.lower().endswith(parquet.SUFFIX):
        yield Entry(path, spoken.in_document(path))
        return
    for row in parquet.rows(path, *columns):
        yield Entry(path, refused=row) if isinstance(row, Unreadable) else Entry(path, row=row.id, text=row.text)


def batches(documents: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Put documents together so that each batch is worth sending: a number of small ones, or a large one."""
    batch: list[Entry] = []
    size = 0
    for each in documents:
        batch.append(each)
        size += _size(each)
        if len(batch) == _MOST or size > _MOST_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(entry: Entry) -> int:
    if isinstance(entry.text, str):
        return len(entry.text)
    try:
        return os.stat(entry.path).st_size  # noqa: PTH116 - a name may hold what no path can
    except (OSError, ValueError):
        return 0


def read(entry: Entry) -> Text | Unreadable:
    """Read one document, from its file where its text is not at hand."""
    if entry.refused:
        return entry.refused
    text = _document(entry.path) if entry.text is None else entry.text
    return text if isinstance(text, Unreadable) else Text(entry.path, text, entry.row, entry.language)


def _document(path: str) -> Document | Unreadable:
    data = read_bytes(Path(path))
    return data if isinstance(data, Unreadable) else parse(path, data)


def parse(path: str, data: bytes) -> Document | Unreadable:
    """Make a document of a file's bytes: what has a type of its own as such, everything else as text as it stands."""
    suffix = Path(path).suffix.lower()
    if suffix in readers() and suffix not in _AS_TYPED:
        return parse_document(path, data)
    text = decode_text(data)
    return text if isinstance(text, Unreadable) else Document(text)


class Spoken:
    """The languages of documents that a registry names as the files of its sources; loaded when first asked."""

    def __init__(self) -> None:
        self._languages: dict[str, str] | None = None

    def in_document(self, path: str) -> str:
        """Return the language that a source gives for a file; empty where none does."""
        if self._languages is None:
            self._languages = dict(_languages())
        return self._languages.get(os.path.realpath(path), "") if self._languages else ""


def _languages() -> Iterator[tuple[str, str]]:
    """Yield the documents of the registry of the current folder with their languages; none where there is none."""
    try:
        request = plan(use_baseline=False)
    except (UsageError, NothingToCheckError):
        return
    if request.documents is None:
        return
    for source in load_registry(request.roots, request.base).registry.sources.values():
        path = locate(request.documents, source.document) if source.document else None
        if path is not None and source.language:
            yield os.path.realpath(path), source.language
