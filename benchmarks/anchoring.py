"""What it costs to find a quote of 60 characters in a document, beside libraries that compare texts.

``python benchmarks/anchoring.py`` prints a Markdown table: medians of one run, in milliseconds. "Exact" is a quote that
the text holds, "fuzzy" the same quote with one digit changed, which must not be found but shown where it comes closest.
"Prepare" (the text made uniform) and "index" (its words) are done once for a document, whatever the number of quotes.
"""

from __future__ import annotations

import difflib
import random
import sys
import time
from collections.abc import Callable
from statistics import median

from rapidfuzz import fuzz

from factcheck.model.anchor import Anchor, Difference, Miss
from factcheck.model.registry import Quote
from factcheck.read.anchor import Anchors

SIZES = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000}
LENGTH = 60
SEED = 20_260_101
_TEXT = (
    "thư viện tỉnh bạn đọc mượn sách báo tạp chí phòng nhánh huyện xã năm quý tháng tăng giảm so với cùng kỳ tổng số "
    "lượt phục vụ thẻ mới cấp đạt trên gần khoảng kế hoạch được giao hoàn thành trong đó trẻ em người cao tuổi số hoá "
    "tài liệu quý hiếm trang bản đồ kho mở cửa giờ làm việc kinh phí đồng tiếp nhận trả đúng hạn quá hạn buổi kể "
    "chuyện cuộc thi giới thiệu triển lãm lưu động trường học"
)
WORDS = tuple(_TEXT.split())


def text_of(size: int) -> tuple[str, str, str]:
    """Return a text of about ``size`` bytes, a quote of it, and the same quote with one digit changed."""
    chance = random.Random(SEED)
    parts: list[str] = []
    length = 0
    while length < size:
        number = f"{chance.randrange(1, 999)}.{chance.randrange(1000):03}"
        sentence = " ".join([*chance.choices(WORDS, k=9), number, *chance.choices(WORDS, k=9)]).capitalize() + ".\n"
        parts.append(sentence)
        length += len(sentence.encode())
    text = "".join(parts)
    # A sentence four fifths of the way through, from a word some way before its number on.
    sentence = parts[len(parts) * 4 // 5]
    first_digit = next(index for index, char in enumerate(sentence) if char.isdigit())
    start = text.index(sentence) + sentence.index(" ", first_digit - 25) + 1
    quote = text[start : start + LENGTH]
    if text[start + LENGTH].isalpha():
        # Whole words only, so that the quote is as long as asked or a few characters shorter.
        quote = quote[: quote.rindex(" ")]
    at = next(index for index, char in enumerate(quote) if char.isdigit())
    return text, quote, quote[:at] + str((int(quote[at]) + 1) % 10 or 1) + quote[at + 1 :]


def with_difflib(quote: str, text: str) -> object:
    """Return the longest stretch that a text shares with a quote."""
    return difflib.SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def work_on(anchors: Anchors, text: str, quote: str, changed: str) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    return {
        "prepare": lambda: Anchors(text),
        "index": lambda: Anchors(text).words,
        "exact": lambda: anchors.find(Quote(quote)),
        "fuzzy": lambda: anchors.find(Quote(changed)),
        "rapidfuzz exact": lambda: fuzz.partial_ratio_alignment(quote, text),
        "rapidfuzz fuzzy": lambda: fuzz.partial_ratio_alignment(changed, text),
        "difflib exact": lambda: with_difflib(quote, text),
        "difflib fuzzy": lambda: with_difflib(changed, text),
    }


def rows(repeats: int) -> list[list[str]]:
    """Measure every size; each round runs all peers in turn, so that a noisy moment hits them alike."""
    table = []
    for name, size in SIZES.items():
        text, quote, changed = text_of(size)
        anchors = Anchors(text)
        check(anchors, text, quote, changed)
        work = work_on(anchors, text, quote, changed)
        found: dict[str, list[float]] = {kind: [] for kind in work}
        for _ in range(repeats):
            for kind, call in work.items():
                found[kind].append(timed(call))
        middle = {kind: median(times) for kind, times in found.items()}
        middle["index"] -= middle["prepare"]
        ratio = middle["fuzzy"] / middle["rapidfuzz fuzzy"]
        table.append([name, *(f"{middle[kind]:.3g}" for kind in work), f"{ratio:.2f}"])
    return table


def check(anchors: Anchors, text: str, quote: str, changed: str) -> None:
    """Refuse to measure what gives a wrong answer."""
    exact, fuzzy = anchors.find(Quote(quote)), anchors.find(Quote(changed))
    if not isinstance(exact, Anchor) or text[exact.start : exact.end] != quote:
        raise SystemExit(f"{quote!r} was not found where it stands")
    if not isinstance(fuzzy, Miss) or (fuzzy.difference, fuzzy.start) != (Difference.NUMBER, exact.start):
        raise SystemExit(f"{changed!r} was not told from {quote!r}: {fuzzy}")


def main() -> None:
    """Print the table."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    headings = (
        "text", "prepare once", "index once", "exact", "fuzzy", "`partial_ratio_alignment` exact", "the same, fuzzy",
        "`difflib` exact", "the same, fuzzy", "fuzzy ÷ `partial_ratio_alignment`",
    )  # fmt: skip
    print("| " + " | ".join(headings) + " |")
    print("| --- |" + " ---: |" * (len(headings) - 1))
    for row in rows(repeats):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
