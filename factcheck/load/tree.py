"""A YAML file as a tree of nodes that know which lines and columns they take up.

The tree is for changing a file in place: it keeps nothing of a value but where it stands.
"""

from __future__ import annotations

from typing import Any

import yaml

from factcheck.load.events import YamlFault, not_yaml, position
from factcheck.model.record import NamedTuple, field, record

# The same events as libyaml's parser gives, which counts columns in characters too.
_Parser = getattr(yaml, "CLoader", yaml.Loader)
_DEEPEST = 50


class Spot(NamedTuple):
    """A place in a text, both numbers from 0."""

    line: int
    column: int


@record(slots=True)
class Node:
    """One node: ``last`` is the last line that holds any of it, ``shared`` that an anchor or alias is in it."""

    start: Spot
    end: Spot
    last: int
    shared: bool = False


@record(slots=True)
class Leaf(Node):
    """A scalar or an alias."""

    text: str = ""


@record(slots=True)
class Branch(Node):
    """A sequence."""

    flow: bool = False
    items: list[Node] = field(default_factory=list)


@record(slots=True)
class Table(Node):
    """A mapping; an entry is its key and its value."""

    flow: bool = False
    entries: list[tuple[Node, Node]] = field(default_factory=list)

    def get(self, name: str) -> Node | None:
        """Return the value under a key, the first of them; None where there is none."""
        return next((value for key, value in self.entries if isinstance(key, Leaf) and key.text == name), None)


def parse_tree(text: str) -> Node | None:
    """Return the one document of a text, None where it is empty; YamlFault where it is no YAML or two documents."""
    reader = _Reader(text)
    try:
        return reader.read()
    except yaml.YAMLError as error:
        raise not_yaml(error, reader.last, text) from None


class _Reader:
    def __init__(self, text: str) -> None:
        self._parser = _Parser(text)
        self._depth = 0
        self.last: yaml.Event | None = None

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._parser.get_event()
        self.last = event
        return event

    def read(self) -> Node | None:
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        node = self._node(self._next())
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlFault("second-document", *position(after), "---")
        return node

    def _node(self, event: yaml.Event) -> Node:
        start, end = _spot(event.start_mark), _spot(event.end_mark)
        shared = bool(getattr(event, "anchor", None))
        if not isinstance(event, yaml.CollectionStartEvent):
            # A block scalar ends at the start of the line after it.
            last = end.line - 1 if end.column == 0 and end.line > start.line else end.line
            return Leaf(start, end, last, shared, getattr(event, "value", ""))
        self._depth += 1
        if self._depth > _DEEPEST:
            raise YamlFault("too-deep", *position(event), "")
        node = self._table(start, shared, event) if isinstance(event, yaml.MappingStartEvent) else None
        node = node or self._branch(start, shared, event)
        self._depth -= 1
        return node

    def _table(self, start: Spot, shared: bool, begin: yaml.CollectionStartEvent) -> Node:  # noqa: FBT001
        table = Table(start, start, start.line, shared, bool(begin.flow_style))
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event)
            value = self._node(self._next())
            table.entries.append((key, value))
            table.shared = table.shared or key.shared or value.shared
            table.last = max(table.last, key.last, value.last)
        return _ended(table, event)

    def _branch(self, start: Spot, shared: bool, begin: yaml.CollectionStartEvent) -> Node:  # noqa: FBT001
        branch = Branch(start, start, start.line, shared, bool(begin.flow_style))
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            item = self._node(event)
            branch.items.append(item)
            branch.shared = branch.shared or item.shared
            branch.last = max(branch.last, item.last)
        return _ended(branch, event)


def _ended(node: Table | Branch, event: yaml.Event) -> Node:
    if node.flow:
        node.end = _spot(event.end_mark)
        node.last = node.end.line
    else:
        # The end of a block is marked where the next token begins, comments passed over.
        node.end = Spot(node.last + 1, 0)
    return node


def _spot(mark: Any) -> Spot:  # noqa: ANN401 - PyYAML's two parsers have marks of two types
    return Spot(mark.line, mark.column) if mark else Spot(0, 0)
