"""A batch of texts to what their numbers are: a pure function, the unit of work of every way to run a scan.

It reads and writes no file, so that a process of this machine and a worker of an engine run the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.load.encodings import refuse_legacy
from factcheck.model.document import Document, Unreadable
from factcheck.model.record import NamedTuple
from factcheck.model.scanned import Scanned
from factcheck.read.documents import scan_document
from factcheck.read.languages import detect, known_languages, language
from factcheck.report.scan_lines import render_lines


class Reading(NamedTuple):
    """How texts are read: in which language (None: each in its own), what is listed, and whether it is explained."""

    language: str | None = None
    everything: bool = False
    explain: bool = False


class Text(NamedTuple):
    """One document: its path, its ``row`` where the path is that of a table, and its language where a source tells."""

    path: str
    text: str | Document
    row: str | None = None
    language: str = ""


def scan_batch(texts: Iterable[Text | Unreadable], reading: Reading) -> Iterator[bytes | Unreadable]:
    """Yield for each text its quantities as finished JSON lines, or why it cannot be read."""
    for text in texts:
        found, row = (text, None) if isinstance(text, Unreadable) else (scan_text(text, reading), text.row)
        if isinstance(found, Unreadable):
            yield found
        else:
            yield "".join(render_lines(found, row)).encode("utf-8", "replace")


def scan_text(text: Text, reading: Reading) -> Iterator[Scanned] | Unreadable:
    """Return what the digits of a text are, or why it cannot be read."""
    document = text.text
    if isinstance(document, str):
        refused = refuse_legacy(document)
        if refused:
            return refused
        document = Document(document)
    named = reading.language or text.language or detect(document.text)
    found = language(named)
    if found is None:
        known = ", ".join(known_languages())
        return Unreadable(
            f"it is in {named!r} by its source, a language that is not read. Known: {known}. "
            "--language reads it as one of these",
            f"theo nguồn là tiếng {named!r}, một ngôn ngữ không đọc được. Các ngôn ngữ: {known}. "
            "--language để đọc như một trong số đó",
        )
    return scan_document(text.path, document, found, everything=reading.everything, explain=reading.explain)
