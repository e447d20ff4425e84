"""A YAML file as parser events, with aliases played back and their cost bounded."""

from __future__ import annotations

from typing import Any

import yaml

from factcheck.model.place import Scalar

# libyaml where PyYAML was built with it (every wheel is), the slower parser of the same events elsewhere.
_Parser = getattr(yaml, "CLoader", yaml.Loader)

# What ends a text in which a quotation mark is not closed.
_ENDS = ("end of stream", "document indicator", "document separator")
_BEHIND_A_SCALAR = frozenset({"", *" \t\r\n\x85\u2028\u2029,]}:#"})
_UNCLOSED = "a quotation mark opens here that is not closed where its words end"
_MOST_REPLAYED = 20_000
_DEEPEST = 50


class YamlFault(Exception):  # noqa: N818 - it carries a fault of the data, not an error of the program
    """The file cannot be read any further."""

    def __init__(self, wording: str, line: int, column: int, detail: str) -> None:
        super().__init__(detail)
        self.wording = wording
        self.line = line
        self.column = column
        self.detail = detail


class Events:
    """The events of one YAML text, one at a time, each alias replaced by what it stands for.

    An anchor is known only once its node is complete, so a node cannot hold itself; all aliases
    together may play back a fixed number of events, so nesting them cannot blow up.
    """

    def __init__(self, text: str | bytes) -> None:
        self._text = text
        self._get_event = _Parser(text).get_event
        self._anchors: dict[str, list[yaml.Event]] = {}
        self._recording: list[tuple[str, int, list[yaml.Event]]] = []
        self._depth = 0
        self._replay: list[yaml.Event] = []
        self._replayed = 0
        self._nesting = 0
        self._last: yaml.Event | None = None

    def next(self) -> yaml.Event:
        """Return the next event; raise YamlFault where the text is no YAML."""
        if self._replay:
            return self._followed(self._replay.pop())
        event = self._parsed()
        # Nearly every event of a file is a scalar without an anchor.
        if type(event) is yaml.ScalarEvent and not self._recording and event.anchor is None:
            return event
        return self._followed(event)

    def look_ahead(self) -> None:
        """Look past the nodes that end here: raise YamlFault where what follows them is no YAML."""
        if self._replay:
            return
        ahead = [self._parsed()]
        while isinstance(ahead[-1], yaml.CollectionEndEvent):
            ahead.append(self._parsed())
        self._replay.extend(reversed(ahead))

    @property
    def has_anchors(self) -> bool:
        """Whether a node with an anchor has been complete by now."""
        return bool(self._anchors)

    def _parsed(self) -> yaml.Event:
        try:
            event: yaml.Event = self._get_event()
        except (yaml.YAMLError, RecursionError) as error:
            raise not_yaml(error, self._last, self._text) from None
        self._last = event
        return event

    def _followed(self, event: yaml.Event) -> yaml.Event:
        """Play back what an alias stands for, keep what an anchor names, and watch the depth."""
        while isinstance(event, yaml.AliasEvent):
            self._play(event)
            event = self._replay.pop()
        if self._recording or getattr(event, "anchor", None):
            self._record(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._nesting += 1
            if self._nesting > _DEEPEST:
                raise YamlFault("too-deep", *position(event), "")
        elif isinstance(event, yaml.CollectionEndEvent):
            self._nesting -= 1
        return event

    def _play(self, alias: yaml.AliasEvent) -> None:
        line, column = position(alias)
        events = self._anchors.get(alias.anchor or "")
        if events is None:
            raise YamlFault("unknown-alias", line, column, str(alias.anchor))
        self._replayed += len(events)
        if self._replayed > _MOST_REPLAYED:
            raise YamlFault("too-many-aliases", line, column, str(alias.anchor))
        self._replay.extend(reversed(events))

    def _record(self, event: yaml.Event) -> None:
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._recording.append((anchor, self._depth, []))
        for _, _, events in self._recording:
            events.append(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
        while self._recording and self._recording[-1][1] == self._depth:
            name, _, events = self._recording.pop()
            # Without its anchor: played back, a node must not be recorded a second time.
            if isinstance(events[0], yaml.NodeEvent):
                events[0].anchor = None
            self._anchors[name] = events


def not_yaml(error: Exception, last: yaml.Event | None, text: str | bytes) -> YamlFault:
    """Return what is wrong where the parser of a text gave up, and where; ``last`` is the event before.

    The parser finds a quotation mark without an end at the end of the file, or where the next one closes it.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlFault("not-yaml", 1, 1, str(error).splitlines()[0])
    mark = error.problem_mark or error.context_mark
    opened: Any = None  # the marks of PyYAML's two parsers are of two types
    if "quoted scalar" in (error.context or "") and any(end in (error.problem or "") for end in _ENDS):
        opened = error.context_mark
    elif isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"') and _is_closed_by_another(last, text):
        opened = last.start_mark
    if opened:
        return YamlFault("unclosed-quote", opened.line + 1, opened.column + 1, _UNCLOSED)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return YamlFault("not-yaml", line, column, error.problem or error.context or "not YAML")


def _is_closed_by_another(scalar: yaml.ScalarEvent, text: str | bytes) -> bool:
    """Whether what closes a scalar, some lines below, looks as if it opened another: a word stands right behind it."""
    start, end = scalar.start_mark, scalar.end_mark
    if start is None or end is None or start.line == end.line:
        return False
    behind = (text if isinstance(text, str) else text.decode())[end.index : end.index + 1]
    return behind not in _BEHIND_A_SCALAR


def position(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, both from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def scalar_of(event: yaml.ScalarEvent) -> Scalar:
    """Return a scalar event as typed, with its place."""
    mark: Any = event.start_mark  # a parser always gives one
    # libyaml calls the plain style "", PyYAML's own parser calls it None. A large registry has millions of scalars:
    # made as the tuple that it is, one takes half the time.
    return tuple.__new__(Scalar, (event.value, mark.line + 1, mark.column + 1, not event.style))
