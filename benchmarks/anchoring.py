"""What it costs to find a quote of 60 characters in a document, beside libraries that compare texts.

    python -m benchmarks.anchoring [--runs 7] [--quotes 200]

Two Markdown tables, medians in milliseconds. The first is of one quote: "exact" is a quote that the text holds, "digit"
the same with one digit changed, "typos" the same with three typing errors in its words; neither of these may be found,
both must be shown where they come closest. "Prepare" (the text made uniform) and what else is made of a text is done
once for a document, whatever the number of quotes. All peers take turns, each with as many calls at a time as a few
milliseconds hold. The second is of many quotes in one large document, with typos and without, everything that is made
of the document included.
"""

from __future__ import annotations

import argparse
import difflib
import random
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz

from benchmarks.tables import figure, print_table
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
# What a measurement lasts at least, in seconds, so that the clock and a cold start tell little.
_LEAST = 0.005


class Case(NamedTuple):
    """A quote of a text and where it stands; the same with one digit changed, and with three typing errors."""

    start: int
    exact: str
    digit: str
    typos: str


def text_of(size: int) -> tuple[str, list[Case]]:
    """Return a text of about ``size`` bytes, and a case from each of its sentences, in a mixed order."""
    chance = random.Random(SEED)
    sentences: list[str] = []
    length = 0
    while length < size:
        number = f"{chance.randrange(1, 999)}.{chance.randrange(1000):03}"
        sentence = " ".join([*chance.choices(WORDS, k=9), number, *chance.choices(WORDS, k=9)]).capitalize() + ".\n"
        sentences.append(sentence)
        length += len(sentence.encode())
    cases: list[Case] = []
    at = 0
    for sentence in sentences:
        cases.append(_case(at, sentence, chance))
        at += len(sentence)
    chance.shuffle(cases)
    return "".join(sentences), cases


def _case(at: int, sentence: str, chance: random.Random) -> Case:
    """Return a quote from a word some way before a sentence's number on, of whole words."""
    number = next(index for index, char in enumerate(sentence) if char.isdigit())
    start = sentence.index(" ", number - 25) + 1
    quote = sentence[start : start + LENGTH]
    if sentence[start + LENGTH : start + LENGTH + 1].isalpha():
        quote = quote[: quote.rindex(" ")]
    quote = quote.strip()
    digit = next(index for index, char in enumerate(quote) if char.isdigit())
    digits = quote[:digit] + str((int(quote[digit]) + 1) % 10 or 1) + quote[digit + 1 :]
    return Case(at + start, quote, digits, _mistyped(quote, chance))


def _mistyped(quote: str, chance: random.Random) -> str:
    """Replace one letter of a quote, leave one out and swap two, each in another word."""
    words = quote.split()
    one, two, three = chance.sample([index for index, word in enumerate(words) if len(word) > 2 and word.isalpha()], 3)
    words[one] = "x" + words[one][1:]
    words[two] = words[two][:-1]
    words[three] = words[three][0] + words[three][2] + words[three][1] + words[three][3:]
    return " ".join(words)


def with_difflib(quote: str, text: str) -> object:
    """Return the longest stretch that a text shares with a quote."""
    return difflib.SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds one call takes."""
    calls = 0
    start = time.perf_counter()
    while (taken := time.perf_counter() - start) < _LEAST or not calls:
        work()
        calls += 1
    return taken * 1000 / calls


def medians(work: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Return the median of each work; in each round all run in turn, so that a noisy moment hits them alike."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, call in work.items():
            times[name].append(timed(call))
    return {name: median(each) for name, each in times.items()}


def one_quote(runs: int) -> None:
    """Print the table of one quote in documents of each size."""
    rows = []
    for name, size in SIZES.items():
        text, cases = text_of(size)
        anchors = Anchors(text)
        # The one nearest to four fifths of the way through.
        case = min(cases, key=lambda case: abs(case.start - len(text) * 4 // 5))
        check(anchors, text, case)
        middle = medians(_work(anchors, text, case), runs)
        ratios = (f"{middle[kind] / middle[f'peer {kind}']:.2f}" for kind in ("exact", "digit", "typos"))
        rows.append([name, *map(figure, middle.values()), *ratios])
    peer = "`partial_ratio_alignment`"
    headings = (
        "one quote, ms", "prepare once", "letters once", "index once", "exact", "digit", "typos", f"{peer} exact",
        "digit", "typos", "`difflib` digit", "exact ÷", "digit ÷", "typos ÷",
    )  # fmt: skip
    print_table(f"One quote; ÷ {peer}", headings, rows)


def _work(anchors: Anchors, text: str, case: Case) -> dict[str, Callable[[], object]]:
    def once(part: str) -> Callable[[], object]:
        def made() -> None:
            anchors.__dict__.pop(part, None)
            getattr(anchors, part)

        return made

    return {
        "prepare": lambda: Anchors(text),
        "letters": lambda: (once("skeleton")(), once("masked")()),
        "index": once("words"),
        "exact": lambda: anchors.find(Quote(case.exact)),
        "digit": lambda: anchors.find(Quote(case.digit)),
        "typos": lambda: anchors.find(Quote(case.typos)),
        "peer exact": lambda: fuzz.partial_ratio_alignment(case.exact, text),
        "peer digit": lambda: fuzz.partial_ratio_alignment(case.digit, text),
        "peer typos": lambda: fuzz.partial_ratio_alignment(case.typos, text),
        "difflib": lambda: with_difflib(case.digit, text),
    }


def many_quotes(count: int, runs: int) -> None:
    """Print the table of many quotes in one document of a megabyte, all that is made of it included."""
    text, cases = text_of(SIZES["1 MB"])
    rows = []
    for kind in ("exact", "digit", "typos"):
        quotes = [str(getattr(case, kind)) for case in cases[:count]]
        middle = medians(
            {
                "ours": lambda quotes=quotes: _anchor(text, quotes),  # type: ignore[misc]
                "peer": lambda quotes=quotes: [  # type: ignore[misc]
                    fuzz.partial_ratio_alignment(quote, text) for quote in quotes
                ],
            },
            runs,
        )
        right = _right(text, cases[:count], kind)
        rows.append([kind, *map(figure, middle.values()), f"{middle['peer'] / middle['ours']:.1f}", *right])
    headings = (f"{count} quotes, ms", "ours", "`partial_ratio_alignment`", "times faster", "right places", "theirs")
    print_table("Many quotes in 1 MB, everything made of it included", headings, rows)


def _anchor(text: str, quotes: list[str]) -> list[Anchor | Miss]:
    anchors = Anchors(text)
    return [anchors.find(Quote(quote)) for quote in quotes]


def _right(text: str, cases: list[Case], kind: str) -> tuple[str, str]:
    """Return how many places are those that the quotes come from, within three characters: ours, and theirs."""
    quotes = [str(getattr(case, kind)) for case in cases]
    ours = [found.start for found in _anchor(text, quotes)]
    theirs = [part.dest_start if (part := fuzz.partial_ratio_alignment(quote, text)) else 0 for quote in quotes]
    return _near(ours, cases), _near(theirs, cases)


def _near(places: list[int], cases: list[Case]) -> str:
    return str(sum(abs(place - case.start) <= 3 for place, case in zip(places, cases, strict=True)))


def check(anchors: Anchors, text: str, case: Case) -> None:
    """Refuse to measure what gives a wrong answer."""
    exact, digit, typos = (anchors.find(Quote(quote)) for quote in case[1:])
    if not isinstance(exact, Anchor) or text[exact.start : exact.end] != case.exact:
        raise SystemExit(f"{case.exact!r} was not found where it stands")
    if not isinstance(digit, Miss) or (digit.difference, digit.start) != (Difference.NUMBER, exact.start):
        raise SystemExit(f"{case.digit!r} was not told from {case.exact!r}: {digit}")
    if not isinstance(typos, Miss) or (typos.difference, typos.start) != (Difference.WORDS, exact.start):
        raise SystemExit(f"{case.typos!r} was not shown where {case.exact!r} stands: {typos}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quotes", type=int, default=200)
    options = parser.parse_args()
    one_quote(options.runs)
    many_quotes(options.quotes, options.runs)


if __name__ == "__main__":
    main()
