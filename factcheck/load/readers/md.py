"""Markdown: the words without their markup, line for line."""

from __future__ import annotations

import re

from factcheck.load.encodings import decode_text
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".md", ".markdown")

# Lengths are bounded, so that no text, however it is made, takes long. Characters may go, lines may not, so that
# a line of the text is one of the file.
_MARKUP = (
    (re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,1000}(?:[ \t]\"[^\"\n]{0,200}\")?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,300}\]"), r"\1"),
    (re.compile(r"^[ \t]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*\S.*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^(?=[ \t|:-]*---)[ \t|:-]+$", re.MULTILINE), ""),
    (re.compile(r"(?<![*~`])(\*{1,3}|~~|`{1,3})(?=[^\s*~`])([^\n]{1,300}?)(?<=[^\s*~`])\1"), r"\2"),
    (re.compile(r"(?<![\w])(_{1,3})(?=[^\s_])([^\n]{1,300}?)(?<=[^\s_])\1(?!\w)"), r"\2"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])"), r"\1"),
)
_COMMENT = ("<!--", "-->")


def read(data: bytes) -> Document | Unreadable:
    """Read Markdown; a line of the text is a line of the file."""
    text = decode_text(data)
    if not isinstance(text, str):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_comments(text)
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return Document(text)


def _without_comments(text: str) -> str:
    """Take comments away, but for the line ends in them."""
    opening, closing = _COMMENT
    parts: list[str] = []
    done = 0
    while (start := text.find(opening, done)) >= 0 and (end := text.find(closing, start)) >= 0:
        parts += [text[done:start], "\n" * text.count("\n", start, end)]
        done = end + len(closing)
    return "".join([*parts, text[done:]])
