"""Markdown: the words without their markup, line for line."""

from __future__ import annotations

import re

from factcheck.load.encodings import decode_text
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".md", ".markdown")

# Lengths are bounded, so that no text, however it is made, takes long. Each may take away characters, never a line, so that lines stay those of the file.
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
        text = pattern.sub(lambda match, kept=kept: match.expand(kept) + _breaks(match, kept), text)
    return Document(text)


def _breaks(match: re.Match[str], kept: str) -> str:
    """Return the line ends that would be lost with what is taken away."""
    return "\n" * (match[0].count("\n") - match.expand(kept).count("\n"))
