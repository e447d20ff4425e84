"""A claim more in a claim file, and nothing else touched."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.load.keys import RECORDS
from factcheck.load.tidy import ChangedMeaningError, indent_of, split_lines, without_places
from factcheck.load.tree import Branch, Leaf, Table, parse_tree
from factcheck.load.write import Value, record_lines

_ORDER = {key.name: number for number, key in enumerate(RECORDS["file"])}


def append_claim(text: str, fields: Mapping[str, Value]) -> tuple[str, str]:
    """Return a claim file with a claim at the end of its list, and the lines that were put in.

    YamlFault where the file is no YAML; ChangedMeaningError where its list of claims is written in a way that
    nothing can be put behind.
    """
    root = parse_tree(text)
    lines = split_lines(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if root is not None and (not isinstance(root, Table) or root.flow):
        raise ChangedMeaningError
    claims = root.get("claims") if root else None
    if isinstance(claims, Branch) and claims.items and not claims.flow:
        indent = " " * claims.start.column
        at = _after_comments(lines, claims.last + 1, claims.start.column)
        gap = [""] if len(claims.items) > 1 and _is_set_apart(lines, claims.items[-1].start.line) else []
        added = [*gap, *record_lines("claim", fields, indent, item=True)]
        follows: list[str] = []
    else:
        at, added, follows = _new_list(lines, root, claims)
        added += record_lines("claim", fields, "  ", item=True)
    if lines and at == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    written = [line + newline for line in added]
    result = "".join([*lines[:at], *written, *(line + newline for line in follows), *lines[at:]])
    if not _only_added(text, result):
        raise ChangedMeaningError
    return result, "".join(line for line in written if line.strip())


def _new_list(lines: list[str], root: Table | None, claims: object) -> tuple[int, list[str], list[str]]:
    """Return where a first claim goes, the lines that lead up to it and the blank line that follows."""
    if isinstance(claims, Leaf) and not claims.text and root is not None:
        return claims.start.line + 1, [], []
    if claims is not None:
        # An empty list in brackets, or something that is no list.
        raise ChangedMeaningError
    before = [
        max(key.last, value.last)
        for key, value in (root.entries if root else [])
        if isinstance(key, Leaf) and _ORDER.get(key.text, len(_ORDER)) < _ORDER["claims"]
    ]
    at = _after_comments(lines, max(before) + 1, 0) if before else len(lines)
    lead = [""] if at and lines[at - 1].strip() else []
    return at, [*lead, "claims:"], [""] if at < len(lines) and lines[at].strip() else []


def _after_comments(lines: list[str], start: int, column: int) -> int:
    """Return the line after the comments that belong to what ends before ``start``: those that stand deeper."""
    while start < len(lines) and lines[start].lstrip(" ").startswith("#") and indent_of(lines[start]) > column:
        start += 1
    return start


def _is_set_apart(lines: list[str], start: int) -> bool:
    """Whether a blank line stands above a record, its comments passed over."""
    while start > 0 and lines[start - 1].lstrip(" ").startswith("#"):
        start -= 1
    return start > 0 and not lines[start - 1].strip()


def _only_added(before: str, after: str) -> bool:
    """Whether the second text holds what the first one does, and one claim more."""
    old, new = without_places(before), without_places(after)
    claims = new.records.get("claims", [])
    if not claims:
        return False
    new.records["claims"] = claims[:-1]
    old.records.setdefault("claims", [])
    return old == new
