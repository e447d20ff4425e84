"""Tables of a spreadsheet saved as text: one row to a line, its cells divided by tabs."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice

from factcheck.load.encodings import decode_text
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".csv", ".tsv")

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
# The program that made the file may say what divides its cells: "sep=;".
_SAID = "sep="


def read(data: bytes) -> Document | Unreadable:
    """Read a table; what divides its cells is told by the first rows."""
    text = decode_text(data)
    if isinstance(text, Unreadable):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = lines[0][len(_SAID) :] if lines[0].lower().startswith(_SAID) else ""
    delimiter = said if len(said) == 1 and said in _DELIMITERS else _delimiter(lines)
    if said:
        lines = lines[1:]
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter))
    except csv.Error as error:
        return Unreadable(f"it is no table that can be read: {error}", f"không đọc được như một bảng: {error}")
    finally:
        csv.field_size_limit(limit)
    return Document("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows).rstrip("\n"))


def _delimiter(lines: list[str]) -> str:
    """Return the mark that divides most of the first lines into equally many cells, two or more."""
    looked_at = list(islice((line for line in lines if line.strip()), _LOOKED_AT))

    def alike(mark: str) -> tuple[int, int]:
        cells = Counter(len(row) for row in csv.reader(looked_at, delimiter=mark) if len(row) > 1)
        width, often = max(cells.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return often, width

    try:
        return max(_DELIMITERS, key=alike)
    except csv.Error:
        return ","
