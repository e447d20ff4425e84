"""The passage of a document that comes closest to a quote that is not in it, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.model.anchor import Difference, Miss
from factcheck.read.normal import Normal
from factcheck.read.words import Token, mask, tokens

_LEAST_ALIKE = 60


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
    best: tuple[float, float, int, int] | None = None
    for start, end in windows:
        window = text.text[start:end].lower()
        # Numbers of one shape look alike, so a passage with another number comes before other words.
        alike = fuzz.partial_ratio(wanted, mask(window), score_cutoff=best[0] if best else _LEAST_ALIKE)
        if alike and (best is None or alike >= best[0]):
            digits = fuzz.partial_ratio(lower, window)
            if best is None or (alike, digits) > best[:2]:
                best = (alike, digits, start, end)
    if best is None:
        return Miss(Difference.GONE)
    start, end = best[2:]
    found = fuzz.partial_ratio_alignment(wanted, mask(text.text[start:end].lower()))
    if found is None:
        return Miss(Difference.GONE)
    there = [
        token
        for token in tokens(text.text[start:end])
        if token.end > found.dest_start and token.start < found.dest_end
    ]
    return _compared(quote, list(tokens(quote)), there, start, text, original)


def _compared(
    quote: str, wanted: Sequence[Token], there: Sequence[Token], offset: int, text: Normal, original: str
) -> Miss:
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
    begin, end = offset + there[0].start, offset + there[-1].end
    passage = [
        (text.original(offset + there[block.c].start), text.original(offset + there[block.d - 1].end))
        for block in blocks
        if block.c < block.d
    ]
    marks = [(wanted[block.a].start, wanted[block.b - 1].end) for block in blocks if block.a < block.b]
    first, last = text.original(begin), text.original(end)
    return Miss(
        Difference.NUMBER if numbers else Difference.WORDS,
        first,
        last,
        passage=_marked(original, first, last, passage),
        quote=_marked(quote, 0, len(quote), marks),
        found=tuple(original[text.original(offset + token.start) : text.original(offset + token.end)]
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
