"""Records as YAML in the house style: one line a key in the order of the table, small mappings in braces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import yaml

from factcheck.load.keys import RECORDS

Value: TypeAlias = "str | Mapping[str, str] | Sequence[Mapping[str, str]]"

_Parser = getattr(yaml, "CLoader", yaml.Loader)
# What other readers of YAML would take for a number, a truth value or nothing.
_TRAPS = re.compile(r"[-+.]?\d[\d_.,]*|0x.*|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE)
# What one parser of YAML takes where another stumbles, or an editor does not show.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_PERIOD = re.compile(r"\d{4}(?:-[\dQH-]+)?(?:/[\dQH-]+)?")
_PROSE = frozenset({"title", "publisher", "label", "label_en", "unit", "quote", "note", "because", "by", "url"})


def record_lines(record: str, fields: Mapping[str, Value], indent: str, *, item: bool) -> list[str]:
    """Return the lines of one record, without line ends; ``item`` begins it with the dash of a list.

    Keys come in the house order; a mapping is written in braces, a list of records under its key.
    """
    lines: list[str] = []
    inner = indent + "  " if item else indent
    for key in RECORDS[record]:
        if key.name not in fields:
            continue
        value = fields[key.name]
        lead = f"{indent}- " if item and not lines else inner
        if isinstance(value, str):
            lines.append(f"{lead}{key.name}: {scalar(value, prose=key.name in _PROSE)}")
        elif isinstance(value, Mapping):
            lines.append(f"{lead}{key.name}: {braces(value)}")
        else:
            lines.append(f"{lead}{key.name}:")
            for child in value:
                lines += record_lines(key.record, child, inner + "  ", item=True)
    return lines


def braces(mapping: Mapping[str, str]) -> str:
    """Return a mapping of texts in braces."""
    pairs = (f"{scalar(name, flow=True)}: {scalar(value, flow=True)}" for name, value in mapping.items())
    return "{" + ", ".join(pairs) + "}"


def scalar(text: str, *, flow: bool = False, prose: bool = False) -> str:
    """Return a scalar as plain as YAML allows: quoted where it would be read as something else.

    ``prose`` and entries in braces are quoted too where other readers of YAML would see a number or truth value.
    """
    if not text:
        return '""'
    trap = (flow or prose) and _TRAPS.fullmatch(text) and not _PERIOD.fullmatch(text)
    if not trap and not _ODD.search(text) and _reads_as(f"{{k: {text}}}" if flow else f"k: {text}", text):
        return text
    quoted = json.dumps(text, ensure_ascii=bool(_ODD.search(text)))
    return quoted if _reads_as(f"k: {quoted}", text) else json.dumps(text)


def _reads_as(line: str, text: str) -> bool:
    """Whether a line of YAML is one mapping from k to this text, with nothing lost to a comment."""
    parser = _Parser(line)
    scalars: list[str] = []
    try:
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.ScalarEvent):
                scalars.append(event.value)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.AliasEvent) or getattr(event, "anchor", None):
                return False
    except yaml.YAMLError:
        return False
    return scalars == ["k", text]


def comment(text: str, indent: str, width: int = 110) -> Iterable[str]:
    """Yield the lines of a comment, folded at spaces; control characters can begin no line of their own."""
    words, line = " ".join(text.split()).split(" "), ""
    for word in words:
        if line and len(indent) + len(line) + len(word) + 3 > width:
            yield f"{indent}# {line}"
            line = ""
        line = f"{line} {word}".strip()
    yield f"{indent}# {line}"
