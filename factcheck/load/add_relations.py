"""Relations added to a registry file, with everything else in it left as it was typed."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from factcheck.load.events import Events, YamlFault, position
from factcheck.load.raw import RawReader, RawRecord
from factcheck.model.record import NamedTuple
from factcheck.model.said import SaidError


class AppendError(SaidError):
    """The file cannot take relations; the message says why and what to do."""


class NewRelation(NamedTuple):
    """A relation to add: its id, its statement, and a comment that explains it."""

    id: str
    holds: str
    comment: str


class _Spot(NamedTuple):
    """After how many lines of a file new relations go, and how far their dashes stand from the margin."""

    line: int
    indent: int
    has_key: bool


def relations_yaml(relations: Sequence[NewRelation], indent: int = 2) -> str:
    """Return relations as the entries of a YAML list."""
    margin = " " * indent
    return "".join(
        f"{margin}# {relation.comment}\n{margin}- id: {relation.id}\n{margin}  holds: {relation.holds}\n"
        for relation in relations
    )


def with_relations(text: str, relations: Sequence[NewRelation], name: str) -> str:
    """Return the text of a file with relations added after the last one that it has.

    AppendError where the file is no registry file, or is written in a way that has no place for them. What comes
    back has been read again: it says all that it said before, and the new relations besides.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    spot = _spot(text, name)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    added = relations_yaml(relations, spot.indent)
    if not spot.has_key:
        added = ("\n" if lines else "") + "relations:\n" + added
    lines.insert(spot.line, added.replace("\n", newline))
    result = "".join(lines)
    if not _says_the_same_and(text, result, [(relation.id, relation.holds) for relation in relations]):
        raise _unsuitable(name)
    return result


def _unsuitable(name: str) -> AppendError:
    return AppendError(
        f"{name} is written in a way that relations cannot be added to safely; nothing was written. Paste them by "
        "hand, or name another file.",
        f"Không thể thêm quan hệ vào {name} một cách an toàn; chưa ghi gì. Hãy dán bằng tay, hoặc ghi tệp khác.",
    )


def _spot(text: str, name: str) -> _Spot:
    try:
        return _find_spot(text, name)
    except YamlFault as fault:
        raise AppendError(
            f"{name}:{fault.line}:{fault.column} is no YAML: {fault.detail}. Mend it first; nothing was written.",
            f"{name}:{fault.line}:{fault.column} không phải YAML: {fault.detail}. Hãy sửa trước; chưa ghi gì.",
        ) from None


def _find_spot(text: str, name: str) -> _Spot:
    end = len(text.splitlines())
    events = Events(text)
    depth = 0
    key = ""
    is_key = True
    while not isinstance(event := events.next(), yaml.StreamEndEvent):
        if depth == 1 and isinstance(event, yaml.NodeEvent):
            if not is_key and key == "relations":
                return _end_of_list(event, events, name)
            key = event.value if is_key and isinstance(event, yaml.ScalarEvent) else key
            is_key = not is_key
        if isinstance(event, yaml.CollectionStartEvent):
            if depth == 0 and (event.flow_style or isinstance(event, yaml.SequenceStartEvent)):
                raise _unsuitable(name)
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return _Spot(end, 2, has_key=False)


def _end_of_list(event: yaml.Event, events: Events, name: str) -> _Spot:
    if not isinstance(event, yaml.SequenceStartEvent) or event.flow_style:
        raise _unsuitable(name)
    line, column = position(event)
    indent, last, depth = column - 1, line - 1, 1
    while depth:
        event = events.next()
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        # The end of a block is only known where the next thing begins; what it holds tells where it ends.
        start, end = event.start_mark, event.end_mark
        if start and end and (isinstance(event, yaml.ScalarEvent) or end.index > start.index):
            last = max(last, end.line - (end.column == 0))
    return _Spot(last + 1, indent, has_key=True)


def _says_the_same_and(before: str, after: str, added: list[tuple[str, str]]) -> bool:
    old, new = RawReader("before", before), RawReader("after", after)
    first, second = old.read(), new.read()
    told = _statements(first) + added == _statements(second)
    others = {key for key in first.records if key != "relations"}
    same = all(len(first.records[key]) == len(second.records.get(key, ())) for key in others)
    return told and same and new.complete and len(old.faults) == len(new.faults)


def _statements(record: RawRecord) -> list[tuple[str, str]]:
    return [
        tuple(each.scalars[key].text if key in each.scalars else "" for key in ("id", "holds"))  # type: ignore[misc]
        for each in record.records.get("relations", ())
    ]
