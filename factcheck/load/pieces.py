"""One large claim file read in pieces, by as many processes.

The list of claims is cut between two of its items, and each piece is read as a file of its own. What a cut may miss
(text in quotation marks that looks like an item, a key that stands twice, an anchor) leaves a fault in a piece or a
section in two of them; then the pieces are not used, and the file is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from factcheck.load.content import content_of
from factcheck.load.parsed import Parsed, parse_bytes

_CLAIMS = re.compile(rb"^claims:[ ]*\n(?: *(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
# Line breaks to YAML, but not to everyone.
_ODD_BREAKS = (b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_RECORDS = ("metrics", "sources", "claims", "relations", "allows")


def parse_piece(path: Path, shown: str, number: int, of: int) -> Parsed | None:
    """Read one of the pieces of a file; None where it cannot be cut into so many, or not be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    cuts = _cuts(data, of)
    if cuts is None:
        return None
    start, end = cuts[number], cuts[number + 1]
    piece = data[start:end]
    if number:
        # Its lines have the numbers that they have in the file.
        piece = b"\n" * (data.count(b"\n", 0, start) - 1) + b"claims:\n" + piece
    content = content_of(data)
    del data
    return parse_bytes(piece, shown, content)


def _cuts(data: bytes, of: int) -> list[int] | None:
    """Return where the pieces begin, and at last where the file ends."""
    if data.startswith(_MARKS) or any(odd in data for odd in _ODD_BREAKS):
        return None
    section = _CLAIMS.search(data)
    if section is None:
        return None
    item = b"\n" + section[1] + b"- "
    cuts = [0]
    for number in range(1, of):
        found = data.find(item, max(section.end(), len(data) * number // of))
        if found < 0 or found + 1 <= cuts[-1]:
            return None
        cuts.append(found + 1)
    return [*cuts, len(data)]


def join_pieces(pieces: Sequence[Parsed | None]) -> Parsed | None:
    """Return the file that pieces make up; None where something in them says that they may not."""
    whole: Parsed | None = None
    for piece in pieces:
        if piece is None or not piece.complete or piece.faults:
            return None
        if whole is None:
            whole = piece
            continue
        _, *others = piece.sections
        if piece.content != whole.content or not set(whole.sections).isdisjoint(others):
            return None
        whole.sections += tuple(others)
        for name in _RECORDS:
            getattr(whole, name).extend(getattr(piece, name))
    return whole
