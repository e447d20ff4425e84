"""Word documents: paragraphs and tables in the order in which they stand, one to a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.load.encodings import refuse_legacy
from factcheck.model.document import Document, Unreadable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell

SUFFIXES = (".docx",)

_MOST_UNPACKED = 512 * 1024 * 1024
_DEEPEST = 20


def read(data: bytes) -> Document | Unreadable:
    """Read a Word document; a line of the text is a paragraph or the row of a table, cells divided by tabs.

    ImportError where the library of the extra is not installed.
    """
    import docx  # noqa: PLC0415 - only such a file needs it

    broken = Unreadable("it is no Word document that can be opened; save it anew as .docx",
                        "không mở được như tệp Word; hãy lưu lại dạng .docx")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                return Unreadable("it unpacks to more than 512 MB; save its text alone",
                                  "giải nén ra hơn 512 MB; hãy chỉ lưu phần văn bản")  # fmt: skip
        text = "\n".join(_lines(docx.Document(io.BytesIO(data)), 0))
    except Exception:  # noqa: BLE001 - a broken file may fail anywhere in two libraries, and is only broken
        return broken
    return refuse_legacy(text) or Document(text)


def _lines(container: WordDocument | _Cell, depth: int) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 - loaded with the document

    for item in container.iter_inner_content():
        if isinstance(item, Table):
            yield from _rows(item, depth)
        else:
            yield from item.text.split("\n")


def _rows(table: Table, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    seen: set[object] = set()
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            # A cell that spans several columns or rows is listed once for each; its figures are said once.
            element = cell._tc  # noqa: SLF001 - the library has no other name for the element
            cells.append("" if element in seen else " ".join(_lines(cell, depth + 1)).strip())
            seen.add(element)
        yield "\t".join(cells)
