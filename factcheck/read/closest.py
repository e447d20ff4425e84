"""The passage of a document that comes closest to a quote that is not in it, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.model.anchor import Difference, Miss
from factcheck.read.normal import Normal
from factcheck.read.words import Token, mask, tokens

_LEAST_ALIKE = 60
# Scores as near to each other as this are as good, until each passage is looked at word for word.
_AS_GOOD = 5


class _Block(NamedTuple):
    """Words of the quote from ``a`` to ``b`` against those of the passage from ``c`` to ``d``."""

    a: int
    b: int
    c: int
    d: int


def closest(quote: str, text: Normal, original: str, windows: Iterable[tuple[int, int]]) -> Miss:
    """Return the passage that is most alike among windows of a text; one that says so where none is alike."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a quote that is missing needs it

    lower = quote.lower()
    wanted = mask(lower)
    likely: list[tuple[float, int, int]] = []
    most = float(_LEAST_ALIKE)
    for start, end in windows:
        # Numbers of one shape look alike, so a passage with another number comes before one with other words.
        alike = fuzz.partial_ratio(wanted, mask(text.text[start:end].lower()), score_cutoff=most - _AS_GOOD)
        if alike:
            likely.append((alike, start, end))
            most = max(most, alike)
    best: tuple[float, float, int] | None = None
    passage: list[Token] = []
    for alike, start, end in likely:
        if alike < most - _AS_GOOD:
            continue
        for there in _passages(text.text, start, end, len(quote)):
            found = text.text[there[0].start : there[-1].end].lower()
            score = (fuzz.ratio(wanted, mask(found)), fuzz.ratio(lower, found), -there[0].start)
            if best is None or score > best:
                best, passage = score, there
    if best is None:
        return Miss(Difference.GONE)
    return _compared(quote, list(tokens(quote)), passage, text, original)


def _passages(text: str, start: int, end: int, length: int) -> Iterator[list[Token]]:
    """Yield the words of each stretch of about a length that begins with a word and ends with one."""
    words = [
        Token(start + token.start, start + token.end, token.key)
        for token in tokens(text[start:end])
        # A word that the window cuts in two is not the text's.
        if (token.start or not start or not text[start - 1].isalnum()) and (start + token.end < end or end == len(text))
    ]
    for first, word in enumerate(words):
        there = [token for token in words[first:] if token.start < word.start + length]
        yield there
        if there[-1] is words[-1]:
            return


def _compared(quote: str, wanted: Sequence[Token], there: Sequence[Token], text: Normal, original: str) -> Miss:
    blocks = list(_differences(wanted, there))
    # What only leads up to the passage, or follows it, is no part of it.
    if blocks and blocks[0].a == blocks[0].b and blocks[0].c == 0:
        cut = blocks.pop(0).d
        there = there[cut:]
        blocks = [_Block(block.a, block.b, block.c - cut, block.d - cut) for block in blocks]
    if blocks and blocks[-1].a == blocks[-1].b and blocks[-1].d == len(there):
        there = there[: blocks.pop().c]
    if not there:
        return Miss(Difference.GONE)
    blocks = [block for block in blocks if not _same_letters(wanted[block.a : block.b], there[block.c : block.d])]
    in_quote = [token for block in blocks for token in wanted[block.a : block.b]]
    in_text = [token for block in blocks for token in there[block.c : block.d]]
    numbers = blocks and all(
        block.b - block.a == block.d - block.c
        and all(token.is_number for token in (*wanted[block.a : block.b], *there[block.c : block.d]))
        for block in blocks
    )
    passage = [
        (text.original(there[block.c].start), text.original(there[block.d - 1].end))
        for block in blocks
        if block.c < block.d
    ]
    marks = [(wanted[block.a].start, wanted[block.b - 1].end) for block in blocks if block.a < block.b]
    first, last = text.original(there[0].start), text.original(there[-1].end)
    return Miss(
        Difference.NUMBER if numbers else Difference.WORDS,
        first,
        last,
        passage=_marked(original, first, last, passage),
        quote=_marked(quote, 0, len(quote), marks),
        found=tuple(original[text.original(token.start) : text.original(token.end)]
                    for token in in_text),
        wanted=tuple(quote[token.start : token.end] for token in in_quote),
    )  # fmt: skip


def _differences(wanted: Sequence[Token], there: Sequence[Token]) -> Iterable[_Block]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only a quote that is missing needs it

    for code in Levenshtein.opcodes([token.key for token in wanted], [token.key for token in there]):
        if code.tag != "equal":
            yield _Block(code.src_start, code.src_end, code.dest_start, code.dest_end)


def _same_letters(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether only spaces differ: "vụ công" and "vụcông"."""
    if any(token.is_number for token in (*one, *other)):
        return False
    return "".join(token.key for token in one) == "".join(token.key for token in other)


def _marked(text: str, start: int, end: int, marks: Iterable[tuple[int, int]]) -> str:
    """Return a stretch with square brackets around what differs, on one line."""
    parts: list[str] = []
    done = start
    for first, last in marks:
        parts += [text[done:first], "[", text[first:last], "]"]
        done = last
    parts.append(text[done:end])
    return " ".join("".join(parts).split())
