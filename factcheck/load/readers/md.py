"""Markdown: the words without their markup, line for line."""

from __future__ import annotations

import re
from functools import partial

from factcheck.load.encodings import decode_text
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".md", ".markdown")

# Lengths are bounded, so that no text, however it is made, takes long. Characters may go, lines may not, so that
# a line of the text is one of the file.
_MARKUP = (
    (re.compile(r"<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"!?\[([^\]\n]{0,300})\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,1000}\)"), r"\1"),
    (re.compile(r"!?\[([^\]\n]{1,300})\]\[[^\]\n]{0,300}\]"), r"\1"),
    (re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,300}\]:[ \t]*\S.*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t|:-]*-{3,}[ \t|:-]*$", re.MULTILINE), ""),
    (re.compile(r"(\*{1,3}|~~|`+)(?=\S)(.{1,300}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])"), r"\1"),
)


def read(data: bytes) -> Document | Unreadable:
    """Read Markdown; a line of the text is a line of the file."""
    text = decode_text(data)
    if not isinstance(text, str):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, kept in _MARKUP:
        text = pattern.sub(partial(_without, kept), text)
    return Document(text)


def _without(kept: str, match: re.Match[str]) -> str:
    """Return what is kept of a match, with the line ends that would be lost."""
    left = match.expand(kept)
    return left + "\n" * (match[0].count("\n") - left.count("\n"))
