"""The house order of a claim file: keys as the table of keys has them, and nothing else touched.

Lines are moved whole, with the comments that belong to them; blank lines stay where they are. A value is never
written anew, so what was typed is what stands there afterwards.
"""

from __future__ import annotations

import re

import yaml

from factcheck.load.keys import RECORDS, Key, Shape
from factcheck.load.raw import RawReader, RawRecord
from factcheck.load.tree import Branch, Leaf, Node, Table, parse_tree
from factcheck.model.place import Place, Scalar
from factcheck.model.record import NamedTuple

_ORDER = {record: {key.name: number for number, key in enumerate(keys)} for record, keys in RECORDS.items()}
# What YAML 1.1 counts as the end of a line.
_BREAKS = "\n\r\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}])|[^{_BREAKS}]+\\Z")
_KEYS = {record: {key.name: key for key in keys} for record, keys in RECORDS.items()}


class ChangedMeaningError(Exception):
    """The file would not say the same afterwards: it has a shape that cannot be put in order line by line."""


def tidy(text: str) -> str:
    """Return a claim file in the house order.

    YamlFault where it is no YAML; ChangedMeaningError where its records would not be the same. What stands in a
    mapping with an anchor or alias stays as it is.
    """
    root = parse_tree(text)
    lines = split_lines(text)
    if not lines:
        return text
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if lines[-1][-1] not in _BREAKS:
        lines[-1] += newline
    complete = list(lines)
    if isinstance(root, Table):
        _tidy_record(root, "file", lines)
    result = "".join(lines)
    if result != text and not same_meaning(text, result):
        if lines == complete:
            # A block of text at the very end, whose last line break would be one more in it.
            return text
        raise ChangedMeaningError
    return result


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them, each with its end."""
    return _LINE.findall(text)


def without_places(text: str) -> RawRecord:
    """Return the raw record of a file with every place made the same, for comparing two files."""
    return _placeless(RawReader("", text).read())


def _placeless(record: RawRecord) -> RawRecord:
    def placeless(scalar: Scalar) -> Scalar:
        return Scalar(scalar.text, 0, 0, scalar.plain)

    return RawRecord(
        kind=record.kind,
        place=Place(""),
        scalars={key: placeless(value) for key, value in record.scalars.items()},
        texts={key: [placeless(text) for text in texts] for key, texts in record.texts.items()},
        mappings={
            key: [(placeless(name), [placeless(text) for text in texts]) for name, texts in entries]
            for key, entries in record.mappings.items()
        },
        records={key: [_placeless(child) for child in children] for key, children in record.records.items()},
        name=placeless(record.name) if record.name else None,
        sound=record.sound,
    )


def same_meaning(one: str, other: str) -> bool:
    """Whether two texts hold the same records, each scalar typed the same way, whatever the order of keys."""
    readings = []
    for text in (one, other):
        reader = RawReader("", text)
        record = _placeless(reader.read())
        faults = sorted((fault.wording, sorted(map(str, fault.facts.items()))) for fault in reader.faults)
        readings.append((record, [fault for fault in faults if fault[0] != "repeated-key"], reader.complete))
    return readings[0] == readings[1] and _nodes(one) == _nodes(other)


def _nodes(text: str) -> object:
    """Return everything that a text holds, what the table of keys does not know included."""
    node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _plain(node) if node is not None else None


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return sorted(((repr(_plain(key)), repr(_plain(value))) for key, value in node.value), key=lambda pair: pair[0])
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value, getattr(node, "style", None) or ""


def _tidy_record(table: Table, record: str, lines: list[str]) -> None:
    # The inner records first: they stay on their lines, whatever happens to the order around them.
    for name, value in table.entries:
        key = _KEYS[record].get(name.text) if isinstance(name, Leaf) else None
        if key is not None and key.record:
            for child in _children(value, key):
                _tidy_record(child, key.record, lines)
        value.last = _last(value)
    if table.shared or len(table.entries) < 2:  # noqa: PLR2004 - one entry is in order
        return
    order = _ORDER[record]
    wanted = sorted(range(len(table.entries)), key=lambda i: (order.get(_name(table.entries[i][0]), len(order)), i))
    if wanted == list(range(len(wanted))):
        return
    if table.flow:
        _reorder_flow(table, wanted, lines)
    else:
        _reorder_block(table, wanted, lines, record)


def _last(node: Node) -> int:
    """Return the last line of a node, the comments that moved up into it counted."""
    if isinstance(node, Table):
        return max([node.last, *(_last(value) for _, value in node.entries)])
    if isinstance(node, Branch):
        return max([node.last, *(_last(item) for item in node.items)])
    return node.last


def _children(value: Node, key: Key) -> list[Table]:
    if key.shape is Shape.RECORDS_BY_ID:
        return [child for _, child in value.entries if isinstance(child, Table)] if isinstance(value, Table) else []
    if isinstance(value, Table):
        return [value]
    return [item for item in value.items if isinstance(item, Table)] if isinstance(value, Branch) else []


def _name(node: Node) -> str:
    return node.text if isinstance(node, Leaf) else ""


def _reorder_flow(table: Table, wanted: list[int], lines: list[str]) -> None:
    """Put the entries of ``{a: 1, b: 2}`` in order where all stand on one line."""
    if any(part.start.line != table.start.line or part.last != table.start.line for e in table.entries for part in e):
        return
    line = lines[table.start.line]
    spans = [(key.start.column, max(value.end.column, key.end.column)) for key, value in table.entries]
    texts = [line[start:end] for start, end in spans]
    if any(not text.strip() for text in texts):
        return
    pieces, position = [], 0
    for (start, end), index in zip(spans, wanted, strict=True):
        pieces += [line[position:start], texts[index]]
        position = end
    lines[table.start.line] = "".join(pieces) + line[position:]


class _Chunk(NamedTuple):
    """One entry of a block mapping: the comments above it, its own lines, the blank lines that follow."""

    comments: list[str]
    body: list[str]
    gap: list[str]


def _reorder_block(table: Table, wanted: list[int], lines: list[str], record: str) -> None:
    column = table.start.column
    first = table.entries[0][0].start.line
    lead = lines[first][:column]
    starts = [key.start.line for key, _ in table.entries]
    if (
        lead.strip(" -")
        or any(key.start.column != column for key, _ in table.entries)
        or len(set(starts)) < len(starts)
    ):
        return
    chunks: list[_Chunk] = []
    comments: list[str] = []
    for number, (key, value) in enumerate(table.entries):
        last = max(value.last, key.last)
        while last > key.start.line and not lines[last].strip():
            last -= 1
        after = starts[number + 1] if number + 1 < len(starts) else _end_of_comments(lines, last + 1, column)
        own, gap, following = _split(lines[last + 1 : after], column, is_last=number + 1 == len(starts))
        body = [lines[key.start.line][column:], *lines[key.start.line + 1 : last + 1], *own]
        chunks.append(_Chunk(comments, body, gap))
        comments = following
    # What stands above the first key of a file speaks of the file.
    stop = first + sum(len(chunk.comments) + len(chunk.body) + len(chunk.gap) for chunk in chunks)
    written: list[str] = []
    indent = " " * column
    dash = " " * (len(lead) - len(lead.lstrip(" ")))
    for place, index in enumerate(wanted):
        chunk = chunks[index]
        above = chunk.comments
        if place == 0 and lead.strip():
            above = [dash + comment.lstrip(" ") if comment.strip() else comment for comment in above]
        begin = lead if place == 0 else indent
        written += [*above, begin + chunk.body[0], *chunk.body[1:], *chunks[place].gap]
    if record == "file" and len(written) != stop - first:
        return
    lines[first:stop] = written
    table.last = max(table.last, stop - 1)


def _end_of_comments(lines: list[str], start: int, column: int) -> int:
    """Return the line after the comments below the last entry that are its own: as deep as its key, or deeper."""
    end, line = start, start
    while line < len(lines) and (not lines[line].strip() or lines[line].lstrip(" ").startswith("#")):
        if lines[line].strip():
            depth = indent_of(lines[line])
            right_below = line == end and column and depth == column
            if not (right_below or depth > column):
                break
            end = line + 1
        line += 1
    return end


def _split(between: list[str], column: int, *, is_last: bool) -> tuple[list[str], list[str], list[str]]:
    """Part the lines between two entries: comments on the one before, blank lines, comments on the next."""
    if is_last:
        return between, [], []
    deep = [number for number, line in enumerate(between) if line.strip() and indent_of(line) > column]
    blanks = [number for number, line in enumerate(between) if not line.strip()]
    # Deeper than the keys, a comment must stay behind its value: behind another it might become a part of that.
    size = deep[-1] + 1 if deep else 0
    if blanks:
        size = max(size, blanks[0])
    own, rest = between[:size], between[size:]
    gap = 0
    while gap < len(rest) and not rest[gap].strip():
        gap += 1
    return own, rest[:gap], rest[gap:]


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
