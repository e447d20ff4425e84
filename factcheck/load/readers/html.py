"""Web pages: the main text without the site around it, one block to a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.load.encodings import decode_declared, decode_text, refuse_legacy
from factcheck.load.html_tables import CELLS, empty_cells
from factcheck.model.document import Document, Unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SUFFIXES = (".html", ".htm", ".xhtml")

_NO_TEXT = "script, style, noscript, template, svg, iframe, object, button, select, textarea, input"
_FURNITURE = (
    "nav, footer, aside, dialog, form, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], "
    "[role=search], [role=dialog], [hidden], [aria-hidden=true]"
)
_MAIN = "article, main, [role=main], [itemprop=articleBody]"
_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip
_LARGEST_CELL = 200
# Stands before each cell while a page is taken apart; no page can hold it.
_DIVIDER = "\x00"
_SPACES = re.compile(r"[ \t\r\f\v]+")
# A list that is mostly links leads to other pages; what it says is theirs.
_MOST_LINKED = 0.8
_FEWEST_LINKS = 4
# The article of a page holds most of its words; where no element does, the page has no main text marked.
_MAIN_SHARE = 0.5
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_UNICODE = frozenset({b"utf-8", b"utf8", b"utf-16", b"unicode"})


def read(data: bytes) -> Document | Unreadable:
    """Read the main text of a web page; a line of the text is one of its blocks (a paragraph, an item, a row).

    Cells of a row are divided by tabs. ImportError where the parser of the extra is not installed.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only such a file needs it

    text = decode_text(data)
    if isinstance(text, Unreadable):
        text = _declared(data, text)
    if isinstance(text, Unreadable):
        return text
    tree = LexborHTMLParser(text)
    body = tree.body
    if body is None:
        return Document("")
    for node in body.css(_NO_TEXT):
        node.decompose()
    everything = _text_of(body)
    whole = len(body.text())
    for node in body.css(_FURNITURE):
        # A site may wrap its whole page in an element of that name.
        if len(node.text()) < _MAIN_SHARE * whole:
            node.decompose()
    for node in reversed(body.css("ul, ol")):
        if _leads_away(node):
            node.decompose()
    found = _text_of(_main(body))
    main = frozenset(found.split("\n"))
    around = "\n".join(line for line in everything.split("\n") if line not in main)
    return refuse_legacy(found) or Document(found, around=around)


def _declared(data: bytes, refusal: Unreadable) -> str | Unreadable:
    """Return the text in the encoding that the page itself names; where it is not in that, say which it names."""
    match = _CHARSET.search(data[:4096])
    if match is None or match[1].lower() in _UNICODE:
        return refusal
    name = match[1].decode("ascii")
    text = decode_declared(data, name)
    if text is not None:
        return text
    return Unreadable(
        f"{refusal.en} (the page says that it is in {name})", f"{refusal.vi} (trang tự khai báo bảng mã {name})"
    )


def _main(body: LexborNode) -> LexborNode:
    """Return the element that holds the main text: the longest that is marked as such, if it holds enough."""
    marked = max(body.css(_MAIN), key=lambda node: len(node.text()), default=None)
    if marked is not None and len(marked.text()) >= _MAIN_SHARE * len(body.text()):
        return marked
    return body


def _leads_away(node: LexborNode) -> bool:
    links = node.css("a")
    if len(links) < _FEWEST_LINKS:
        return False
    linked = sum(len(link.text(strip=True)) for link in links)
    return linked > _MOST_LINKED * len(node.text(strip=True))


def _text_of(root: LexborNode) -> str:
    parts: list[str] = []
    gaps = empty_cells(root)
    # Pages may nest deeper than Python calls may, so the way through them is a list: each node with what stands behind
    # it if it was gone through already, and what divides blocks there.
    stack: list[tuple[LexborNode, str, str]] = [(root, "", "\n")]
    while stack:
        node, behind, between = stack.pop()
        tag = node.tag or ""
        if behind:
            parts.append(behind)
        elif tag == "-text":
            parts.append(node.text(deep=False).replace("\n", " "))
        else:
            before, after = gaps.get(node.mem_id, (0, 0))
            if tag in CELLS:
                parts.append(_DIVIDER * (before + 1))
                between = " " if between == " " or _is_small(node) else between
            if tag in _BLOCKS:
                parts.append(between)
                stack.append((node, between, between))
            if after:
                stack.append((node, _DIVIDER * after, between))
            stack += [(child, "", between) for child in reversed(list(node.iter(include_text=True)))]
    lines = ("\t".join(_cells(line)) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line.strip())


def _is_small(cell: LexborNode) -> bool:
    """Whether a cell is one of a table and no part of a page's layout: then its blocks stand on one line."""
    return cell.css_first("table") is None and len(cell.text()) <= _LARGEST_CELL


def _cells(line: str) -> list[str]:
    """Return the cells of a line, of which the first stands at its beginning; a line of no table is one."""
    before, *cells = (_SPACES.sub(" ", cell).strip() for cell in line.split(_DIVIDER))
    return [before, *cells] if before or not cells else cells
