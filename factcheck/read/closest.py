"""The passage of a document that comes closest to a quote that is not in it, with what differs marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from factcheck.model.anchor import Difference, Miss
from factcheck.model.record import NamedTuple
from factcheck.read.normal import Normal
from factcheck.read.words import Span, is_number, word_of, word_spans

# How far beyond a passage the words are looked at, for one more.
_MARGIN = 12
# A passage ends with another word if it is more like the quote by more than so many points.
_CLEARLY = 2
# What only says where a line may break is not shown.
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
# So many digits are grouped.
_GROUP = 3


class _Passage(NamedTuple):
    """How much a passage is like the phrase, in per cent, and which words of those near it are its own."""

    alike: float
    near: list[Span]
    first: int
    last: int

    @property
    def words(self) -> list[Span]:
        """Where its words stand."""
        return self.near[self.first : self.last]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.near[self.first][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.near[self.last - 1][1]


class _Block(NamedTuple):
    """Words of the quote, or none, and those in their place in the passage, or none, with where they stand."""

    wanted: list[str]
    there: list[str]
    wanted_at: list[Span]
    there_at: list[Span]

    @property
    def is_of_numbers(self) -> bool:
        """Whether numbers stand in the place of as many numbers."""
        return len(self.wanted) == len(self.there) and all(map(is_number, self.wanted + self.there))

    @property
    def differs_in_spaces(self) -> bool:
        """Whether the letters are the same: "vụ công" and "vụcông"."""
        return "".join(self.wanted) == "".join(self.there) and not any(map(is_number, self.wanted + self.there))


def closest(
    quote: str, phrase: str, text: Normal, masked: str, original: str, places: Sequence[int], reach: int
) -> Miss:
    """Return the passage that is most alike where a quote may begin, give or take ``reach``; or that there is none.

    ``phrase`` and ``masked`` are the quote and the text in small letters with each digit as 0: numbers of one shape
    look alike, so a passage with another number comes before one with other words.
    """
    if not reach and (alike := _alike_but_for_digits(quote, text.text, places)):
        return _compared(quote, alike, text, original)
    passages = list(_passages(phrase, masked, places, reach))
    if not passages:
        return Miss(Difference.GONE)
    most = max(passage.alike for passage in passages)
    best = [passage for passage in passages if passage.alike == most]
    if len(best) > 1:
        lower = quote.lower()
        best.sort(key=lambda each: (-fuzz.ratio(lower, text.text[each.start : each.end].lower()), each.start))
    return _compared(quote, _ended_well(best[0], phrase, masked), text, original)


def _alike_but_for_digits(quote: str, text: str, places: Sequence[int]) -> _Passage | None:
    """Return the passage at that of some places where most digits are those of a quote, all else being the same."""
    length = len(quote)
    place = places[0]
    if len(places) > 1:
        place = max(places, key=lambda place: (fuzz.ratio(quote, text[place : place + length]), -place))
    before, after = text[place - 1 : place], text[place + length : place + length + 1]
    if before.strip() or after.strip():
        # What stands there may be longer: a word, or a number.
        return None
    words = [(start + place, end + place) for start, end in word_spans(quote, 0, length)]
    return _Passage(100, words, 0, len(words))


def _passages(phrase: str, masked: str, places: Iterable[int], reach: int) -> Iterator[_Passage]:
    """Yield the stretches of whole words, of about a phrase's length, that begin near places."""
    length = len(phrase)
    seen: set[int] = set()
    for place in places:
        first = masked.rfind(" ", 0, max(place - reach, 0)) + 1
        gap = masked.find(" ", place + reach + length + _MARGIN)
        words = word_spans(masked, first, gap if gap >= 0 else len(masked))
        begins = [begin for begin, _ in words]
        # The words on both sides too, since a word may be missing here or there.
        nearest = max(bisect_left(begins, place - reach) - 1, 0)
        for number in range(nearest, min(bisect_right(begins, place + reach) + 1, len(words))):
            start = begins[number]
            if start in seen:
                continue
            seen.add(start)
            last = bisect_left(begins, start + length)
            yield _Passage(fuzz.ratio(phrase, masked[start : words[last - 1][1]]), words, number, last)


def _ended_well(passage: _Passage, phrase: str, masked: str) -> _Passage:
    """Return a passage with a word more, or one less, if that makes it clearly more like a phrase."""
    best = passage
    for last in (passage.last - 1, passage.last + 1):
        if passage.first < last <= len(passage.near):
            alike = fuzz.ratio(phrase, masked[passage.start : passage.near[last - 1][1]])
            if alike > max(passage.alike + _CLEARLY, best.alike):
                best = passage._replace(alike=alike, last=last)
    return best


def _compared(quote: str, passage: _Passage, text: Normal, original: str) -> Miss:
    """Compare a quote with a passage, word by word."""
    start, end = passage.start, passage.end
    head, tail = _alike_ends(quote, text.text[start:end])
    words = passage.words
    there_at = [(first, last) for first, last in words if first >= start + head and last <= end - tail]
    blocks = _differences(quote, word_spans(quote, head, len(quote) - tail), text.text, there_at)
    # What only leads up to the passage, or follows it, is no part of it, unless it is of the same numeral: "3 450".
    if len(blocks) > 1 and _are_of_one_numeral(blocks[0], blocks[1], text.text):
        ahead, block = blocks[:2]
        blocks[:2] = [block._replace(there=ahead.there + block.there, there_at=ahead.there_at + block.there_at)]
    if blocks and not blocks[0].wanted and blocks[0].there_at[0] == words[0]:
        words = words[len(blocks.pop(0).there) :]
    if blocks and not blocks[-1].wanted and blocks[-1].there_at[-1] == words[-1]:
        words = words[: -len(blocks.pop().there)]
    if not words:
        return Miss(Difference.GONE)
    blocks = [block for block in blocks if not block.differs_in_spaces]
    place = text.original
    in_text = [[(place(first), place(last)) for first, last in block.there_at] for block in blocks]
    in_quote = [block.wanted_at for block in blocks]
    first, last = place(words[0][0]), place(words[-1][1])
    return Miss(
        Difference.NUMBER if blocks and all(block.is_of_numbers for block in blocks) else Difference.WORDS,
        first,
        last,
        passage=_marked(original, first, last, in_text),
        quote=_marked(quote, 0, len(quote), in_quote),
        found=tuple([original[first:last] for words in in_text for first, last in words]),
        wanted=tuple([quote[first:last] for words in in_quote for first, last in words]),
    )


def _alike_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts share at either end, up to a space and from one on."""
    lower, other_lower = one.lower(), other.lower()
    if len(lower) != len(one) or len(other_lower) != len(other):
        # A few letters (İ) grow in lower case.
        return 0, 0
    head = lower.rfind(" ", 0, Prefix.similarity(lower, other_lower)) + 1
    shared = Postfix.similarity(lower[head:], other_lower[head:])
    gap = lower.find(" ", len(one) - shared)
    return head, len(one) - gap if gap >= 0 else 0


def _differences(quote: str, at: list[Span], text: str, there_at: list[Span]) -> list[_Block]:
    """Return where words of a quote and words of a text differ."""
    words, there = _words(quote, at), _words(text, there_at)
    return [
        _Block(
            words[code.src_start : code.src_end],
            there[code.dest_start : code.dest_end],
            at[code.src_start : code.src_end],
            there_at[code.dest_start : code.dest_end],
        )
        for code in Levenshtein.opcodes(words, there)
        if code.tag != "equal"
    ]


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    """Return words as they are compared."""
    if spans and " %" in text[spans[0][0] : spans[-1][1]]:
        return [word_of(text[start:end]) for start, end in spans]
    return [text[start:end].lower() for start, end in spans]


def _are_of_one_numeral(first: _Block, second: _Block, text: str) -> bool:
    """Whether the last word of an insertion and the first of what follows it are one numeral with a space in it."""
    if first.wanted or not second.there_at:
        return False
    (start, end), (begin, last) = first.there_at[-1], second.there_at[0]
    return (
        text[start:end].isdigit() and text[end:begin] == " " and text[begin:last].isdigit() and last - begin == _GROUP
    )


def _marked(text: str, start: int, end: int, blocks: Iterable[Sequence[Span]]) -> str:
    """Return a stretch with square brackets around each block of words, on one line."""
    parts: list[str] = []
    done = start
    for words in blocks:
        if words:
            first, last = words[0][0], words[-1][1]
            parts += [text[done:first], "[", text[first:last], "]"]
            done = last
    parts.append(text[done:end])
    marked = "".join(parts)
    for char in _UNSEEN:
        if char in marked:
            marked = marked.replace(char, "")
    return " ".join(marked.split())
