"""A document as prose: its title, its paragraphs and sentences, without what a web page puts around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from factcheck.model.record import record
from factcheck.read.statements.words import StatementWords
from factcheck.read.text import Uniform, uniform

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+")
_OPENING = '"“‘([ '
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "ts",
        "ths",
        "pgs",
        "gs",
        "bs",
        "ks",
        "mr",
        "mrs",
        "ms",
        "dr",
        "no",
        "st",
        "vs",
        "approx",
        "fig",
        "art",
        "cf",
        "prof",
        "ông",
    ]
)
_PROSE_WORDS = 12
_SHORT_WORDS = 5
# What a page says of itself below its text.
_IMPRINT = re.compile(
    r"©|@|\b(?:copyright|rights reserved|bản quyền|giấy phép|điện thoại|đt|tel|phone|fax|hotline|địa chỉ|address|"
    r"lượt xem|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
_LONG_PROSE = 30
_TITLE_WORDS = 4
_FEWEST_OF_NAME = 2
_LONGEST_NAME = 120
_LONGEST_TITLE = 45
_WRAPPED = 50
_LONGEST_SENTENCE = 2_000
_ENDS = tuple(".!?…:;")
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|[•*+>-]\s+|\d{1,2}[.)]\s+)*")
# A row has so many marks between its cells at least; a title, a unit and a note may stand between rows.
_FEWEST_DIVIDED = 2
_MOST_BETWEEN = 4
# An item of a list that ends as a sentence does.
_ITEM = re.compile(r"\s*(?:[•*+–-]|\d{1,2}[.)]|[a-zđ][.)])\s+[^\n]*[.;]\s*\Z")
_DIGITS = re.compile(r"\d")
_YEARS = re.compile(r"(?:19|20)\d{2}")
_WORD = re.compile(r"[^\W\d_]+")
# Behind these a word has a capital as at the beginning of a sentence.
_OPENS = re.compile(r"[:.;!?\n•*]\s*[“\"(]?\s*\Z|(?:^|\n)\s*(?:[-–+]|\d+[.)]|[a-zđ][.)])\s*\Z")
_SOURCE_LINE = re.compile(r"^\s*(?:nguồn|source)\s*:", re.IGNORECASE)
# What kind of document it is may stand on a line of its own, above the title; or make the title, with its year.
_KIND = re.compile(
    r"^\W*(?:báo\s+cáo(?:\s+tóm\s+tắt|\s+tổng\s+kết)?|thông\s+báo|tờ\s+trình|kế\s+hoạch|đề\s+án|thông\s+cáo\s+báo\s+chí|"
    r"(?:press|news)\s+release|(?:annual\s+)?report|statistical\s+bulletin)\W*"
    r"(?:[,:–-]\W*(?=[^\n]*\d)[\w ,./-]{4,24})?$",
    re.IGNORECASE,
)
_KIND_AND_YEAR = re.compile(
    r"^(?:annual|yearly|quarterly|half-year|interim|integrated)\s+(?:report|review|accounts|results)\b.*\d{4}",
    re.IGNORECASE,
)
# Who a report is from stands in capitals above its title.
_BODY = re.compile(
    r"^\W*(?:UBND|[UỦ][YỶ]\sBAN|BỘ|SỞ|PHÒNG|BAN|CỤC|CHI\sCỤC|TỔNG\sCỤC|HỘI|TRƯỜNG|TRUNG\sTÂM|CÔNG\sTY|TẬP\sĐOÀN|"
    r"BỆNH\sVIỆN|CỘNG\sH[OÒ][AÀ])\s[^.:]*$"
)
_STATE = re.compile(r"CỘNG H[OÒ][AÀ]\s|.*CỘNG H[OÒ][AÀ] XÃ HỘI|[UỦ][YỶ] BAN NHÂN DÂN\Z")
_ORGANISATION = re.compile(
    r"^(?:UBND|[UỦ][yỷ] ban|Bộ|Sở|Phòng|Ban|Cục|Chi cục|Tổng cục|Hội|Trường|Trung tâm|Công ty|Tập đoàn|Bệnh viện|Báo|"
    r"Ngân hàng|Văn phòng|Viện|Đài|Kho bạc|Bảo hiểm)(?: (?:nhân dân|[^\W\d_]+|-)){1,9}$"
    r"|^(?=.*\b(?:Ministry|Department|Office|Agency|Bureau|Council|Institute|Authority|Commission|Services?|Bank|Board|"
    r"University|plc|Ltd|Inc|Corporation|Group|Association|Federation|"
    r"Inspectorate|Trust|Society|Centre|Center|Company|Foundation|College|Hospital|Union|Museum|Library|Railways?|Airways|"
    r"Police|Registry|Chamber|Observatory)\b)(?:[A-Z][\w’'-]*|of|for|and|the|plc|&)"
    r"(?: (?:[A-Z][\w’'-]*|of|for|and|the|plc|&)){1,8}$"
)
_MOST_OF_NAME = 10
_CONNECTS = frozenset({"of", "for", "and", "the", "và", "của", "on", "in"})
# A kind of text, and what goes on with one, name nobody.
_NOT_A_NAME = re.compile(
    r"\b(?:reports?|reviews?|summary|bulletin|statistics|results|updates?|statement|accounts|survey|figures|release|news|"
    r"review|budget|báo cáo|kết quả|thông báo|thông cáo|bản tin|tổng kết|tình hình|nghị quyết|quyết định|kế hoạch)\b",
    re.IGNORECASE,
)
_OPENS_PHRASE = re.compile(
    r"(?:for|as|at|year|period|quarter|to|from|by|published|released|date|ngày|số|năm|tháng)\b", re.IGNORECASE
)
_DAY = re.compile(
    r"\b(?:ngày\s+)?\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+|(?:st|nd|rd|th)?\s+[^\W\d_]+,?\s+)\d{4}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^[a-zà-ỹđ(“\"]")
# A figure may begin a line too, if the line before it ends amid a sentence; rows and points of lists begin otherwise.
_FIGURE = re.compile(r"^[$€£]?\d[\d.,]*(?<![.,])(?:%|[a-z]{1,2}(?![a-zà-ỹ]))?(?:[.,;:)]*\s*$|,?\s+[a-zà-ỹđ])")
_AMID = re.compile(r"(?:^|\s)[a-zà-ỹđ]+$")


@record(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@record(frozen=True, slots=True)
class Page:
    """A text in NFC with plain spaces, lines that were only wrapped joined, and what is prose in it.

    ``lower`` is the same in lower case. ``main`` goes from the first line of prose to the last, ``title`` is a
    line of its own. ``paragraphs`` are those of the main part and ``sentences`` what they consist of, in order.
    ``tabs`` are the places of the tabs, which the text has as spaces. ``body`` is who stands above the title.
    """

    text: str
    lower: str
    main: Span
    title: Span | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tabs: tuple[int, ...] = ()
    body: str = ""

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds an offset; None outside the main part and title."""
        return span_at(self.sentences, offset)

    def as_written(self, words: str, sentence: Span) -> str:
        """Return words of a sentence, given in lower case, with the capitals that they have inside it: "Việt Nam"."""
        text = self.text[sentence.start : sentence.end]
        if text.isupper():
            return words
        capitals: dict[str, str] = {}
        for match in _WORD.finditer(text):
            lower = match[0].lower()
            opens = not any(map(str.isalnum, text[: match.start()])) or _OPENS.search(text[: match.start()])
            # What begins a sentence has a capital there; what is written in capitals alone has them anywhere.
            if not opens or match[0][1:].isupper():
                capitals[lower] = lower if capitals.get(lower) == lower else match[0]
        return _WORD.sub(lambda match: capitals.get(match[0], match[0]), words)

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph that holds an offset."""
        return span_at(self.paragraphs, offset)


def read_page(text: str) -> Page:
    """Find the prose of a text."""
    made = uniform(text)
    plain = _unwrapped(made.text)
    lower = _unwrapped(made.lower)
    lines = list(_lines(plain))
    prose = [line for line in lines if _is_prose(plain[line.start : line.end])]
    tabs = _tabs(text, made)
    main = Span(0, len(plain))
    if prose:
        last = _with_short(plain, lines, prose[-1].end)
        main = Span(_with_start(plain, lines, prose[0].start, tabs), _with_end(plain, lines, last, tabs))
    for line in lines:
        # A line that names the source closes an article; what follows is the page's.
        if line.start > main.start + (main.end - main.start) // 3 and _SOURCE_LINE.match(plain[line.start : line.end]):
            main = Span(main.start, line.start)
            break
    head = [line for line in lines if line.end <= main.start and not _is_row(plain, line, tabs)]
    bodies = [line for line in head if _is_of_a_body(plain[line.start : line.end])]
    if head and head[0] not in bodies and _is_name(plain, head):
        bodies.insert(0, head[0])
    title = _title(plain, [line for line in head if line not in bodies])
    paragraphs = [line for line in lines if main.start <= line.start < main.end]
    if (
        title is None
        and paragraphs
        and not _is_row(plain, paragraphs[0], tabs)
        and len(_WORD.findall(plain[paragraphs[0].start : paragraphs[0].end])) <= _LONGEST_TITLE
    ):
        title = paragraphs[0] if not plain[paragraphs[0].start : paragraphs[0].end].rstrip().endswith(".") else None
    title = title or next((line for line in head if line not in bodies and _names(plain, line)), None)
    title = title or next(iter(bodies), None)
    if title is not None and title not in paragraphs:
        paragraphs.insert(0, title)
    sentences = [sentence for line in paragraphs for sentence in _sentences(plain, line)]
    named = (" ".join(plain[line.start : line.end].split()) for line in bodies if line != title)
    body = next((name for name in named if not _STATE.match(name)), "")
    return Page(plain, lower, main, title, tuple(paragraphs), tuple(sentences), tabs, body)


def _is_name(text: str, head: Sequence[Span]) -> bool:
    """Whether the first line of a text is the name of who it is from."""
    if _ORGANISATION.match(text[head[0].start : head[0].end]):
        return True
    return len(head) > 1 and _stands_above(text, head[0], head[1])


def _stands_above(text: str, line: Span, below: Span) -> bool:
    """Whether a line is a name above a title that tells a time: "World Aid Watch", "VĂN PHÒNG UBND TỈNH"."""
    first, second = text[line.start : line.end].strip(), text[below.start : below.end].strip()
    words = _WORD.findall(first)
    if not _FEWEST_OF_NAME <= len(words) <= _MOST_OF_NAME or _DIGITS.search(first) or _NOT_A_NAME.search(first):
        return False
    named = all(word[0].isupper() or word in _CONNECTS for word in words)
    told = _YEARS.search(second) is not None and len(_WORD.findall(_DAY.sub("", second))) >= _TITLE_WORDS - 1
    return named and told and second[:1].isupper() and _OPENS_PHRASE.match(second) is None


def _with_start(text: str, lines: Sequence[Span], start: int, tabs: Sequence[int]) -> int:
    """Return where a text begins with the table of figures that opens it, if one does; no row of a menu is one."""
    before = lines[: bisect_left(lines, start, key=lambda line: line.start)]
    rows = between = 0
    first = start
    for line in reversed(before):
        if _is_row(text, line, tabs):
            first, between = line.start, 0
            rows += _DIGITS.search(text, line.start, line.end) is not None
            continue
        between += 1
        if between > _MOST_BETWEEN:
            break
    return first if rows > 1 else start


def _with_short(text: str, lines: Sequence[Span], end: int) -> int:
    """Return where a text ends with the short sentences that follow its prose, if they hold figures.

    "Fare revenue rose to $66.9 million." is one; whose rights are reserved, and where to call, is the page's.
    """
    for line in lines[bisect_right(lines, end, key=lambda line: line.start) :]:
        words = text[line.start : line.end]
        told = _DIGITS.search(_YEARS.sub("", words)) is not None
        if not told or len(words.split()) < _SHORT_WORDS or not words.endswith(".") or _IMPRINT.search(words):
            break
        end = line.end
    return end


def _with_end(text: str, lines: Sequence[Span], end: int, tabs: Sequence[int]) -> int:
    """Return where a text ends with the rest of the list or the table that closes it, if one does.

    There are few lines between the rows of a table, and none between the items of a list.
    """
    first = bisect_right(lines, end, key=lambda line: line.start)
    between = 0
    for line in lines[first:]:
        if _is_row(text, line, tabs) or (
            not between and _ITEM.match(text, text.rfind("\n", 0, line.start) + 1, line.end)
        ):
            end, between = line.end, 0
            continue
        between += 1
        if between > _MOST_BETWEEN:
            break
    return end


def _is_row(text: str, line: Span, tabs: Sequence[int]) -> bool:
    """Whether tabs or strokes divide a line into three cells or more."""
    divided = bisect_right(tabs, line.end) - bisect_right(tabs, line.start - 1)
    return max(divided, text.count("|", line.start, line.end) - 1) >= _FEWEST_DIVIDED


def _tabs(text: str, made: Uniform) -> tuple[int, ...]:
    """Return where a text, made uniform, has tabs."""
    if made.offsets is None or "\t" not in text:
        return tuple(match.start() for match in re.finditer("\t", text))
    return tuple(number for number, place in enumerate(made.offsets[: len(made.text)]) if text[place] == "\t")


def _unwrapped(text: str) -> str:
    """Return text with a space for each line break that only wraps a line; of the same length."""
    pieces = text.split("\n")
    joined = pieces[:1]
    for above, below in pairwise(pieces):
        ends = above.rstrip()
        open_ended = len(ends) >= _WRAPPED and not ends.endswith((".", "!", "?", ":", ";", "…"))
        wraps = open_ended and (_LETTER.match(below) or (_AMID.search(ends) and _FIGURE.match(below)))
        joined += [" " if wraps else "\n", below]
    return "".join(joined)


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lead = _MARKS.match(line)
            offset = lead.end() if lead and lead.end() < len(line) else 0
            spans.append(Span(start + offset, start + len(line.rstrip())))
        start += len(line) + 1
    return spans


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= _LONG_PROSE or (words >= _PROSE_WORDS and line.rstrip('”"’) ').endswith(_ENDS)) or (
        words >= _PROSE_WORDS and ". " in line
    )  # fmt: skip


def _title(text: str, head: list[Span]) -> Span | None:
    """Return the first line of those before the prose that may be a title, or that surely is one."""
    for line, below in pairwise(head):
        if (
            _KIND.match(text[line.start : line.end])
            and len(_WORD.findall(text[below.start : below.end])) >= _TITLE_WORDS
        ):
            return below
    for line in head:
        if _KIND_AND_YEAR.match(text[line.start : line.end]):
            return line
    return next((line for line in head if _may_be_title(text[line.start : line.end])), None)


def _names(text: str, line: Span) -> bool:
    """Whether a line is a few words, and so a title where nothing better is one: "Q1 2024 trading statement"."""
    words = _YEARS.sub("", _DAY.sub("", text[line.start : line.end]))
    return _FEWEST_OF_NAME <= len(_WORD.findall(words)) < _TITLE_WORDS and len(_DIGITS.findall(words)) <= 1


def _is_of_a_body(line: str) -> bool:
    return line.isupper() and _BODY.match(line) is not None


def _may_be_title(line: str) -> bool:
    words = _WORD.findall(_DAY.sub("", line))
    digits = _DIGITS.findall(_YEARS.sub("", line))
    return _TITLE_WORDS <= len(words) <= _LONGEST_TITLE and len(words) > len(digits) // 2


def _sentences(text: str, line: Span) -> list[Span]:
    spans, start = [], line.start
    for match in _SENTENCE_END.finditer(text, line.start, line.end):
        if not _begins_anew(text, match):
            continue
        spans.append(Span(start, match.start()))
        start = match.end()
    if start < line.end:
        spans.append(Span(start, line.end))
    return [piece for span in spans for piece in _pieces(text, span)]


def _pieces(text: str, span: Span) -> list[Span]:
    """Cut what is too long for a sentence, a table run together for instance, so that work stays in proportion."""
    pieces, start = [], span.start
    while span.end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, span.end)]


def _begins_anew(text: str, match: re.Match[str]) -> bool:
    """Whether what follows a full stop is a new sentence: a capital or a digit, and no abbreviation before it."""
    following = text[match.end() : match.end() + 3].lstrip(_OPENING)[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    before = re.search(r"(\d?)([^\W\d_]+)\.\Z", text[max(0, match.start() - 12) : match.start()])
    if before is None:
        return True
    # "12p." and "£5m." end a sentence, "J." does not.
    is_initial = len(before[2]) == 1 and not before[1]
    return not (before[2].lower() in _ABBREVIATIONS or is_initial)


def span_at(spans: Sequence[Span], offset: int) -> Span | None:
    """Return which of some stretches, which are in order, holds an offset."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def clean_title(page: Page) -> str:
    """Return the title as one line of text; empty where there is none."""
    return " ".join(page.text[page.title.start : page.title.end].split()) if page.title else ""


def publisher_of(page: Page, words: StatementWords) -> str:
    """Return the publisher that a line of the text names, a domain in it or the name, else who stands above its title.

    Empty where neither is there.
    """
    match = words.publishers.search(page.text)
    if match is None:
        return page.body[:_LONGEST_NAME]
    name = " ".join(match["name"].split()).strip(" .;,")
    domain = _DOMAIN.search(name)
    return domain[0] if domain else name[:_LONGEST_NAME]


_DOMAIN = re.compile(
    r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:gov|com|org|net|edu|vn|eu|uk|info|int)(?:\.[a-z]{2})?(?![\w.])", re.IGNORECASE
)
