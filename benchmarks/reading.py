"""How well and how fast figures are read, as Markdown tables.

    python benchmarks/reading.py [--documents FOLDER] [--cases FOLDER] [--megabytes N]

The corpora of the tests always run. ``--documents`` names the folder of the five documents behind the
shipped registry, ``--cases`` a folder of LANGUAGE_NAME.tsv files with a text and the value wanted on each
line, for cases of other projects, which are not kept here. Peers are timed if they are installed.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from factcheck.model.exact import magnitude, plain
from factcheck.model.quantity import Kind, Quantity
from factcheck.read.languages import known_languages, language
from factcheck.read.scan import Scan, scan

TESTS = Path(__file__).parent.parent / "tests"
SEED = 20_260_101
RUNS = 9
WARM_UP = 2_000
YEAR = re.compile(r"(?:19|20)\d\d\Z")
NUMBERS = (
    "Đến ngày {d}/{m}/{y}, cả nước có {n} hồ sơ, tăng {p}% so với cùng kỳ năm {y}.",
    "Kim ngạch xuất khẩu ước đạt {b} tỷ USD, giảm {p}% so với tháng trước.",
    "Trong {n} trường hợp được kiểm tra có hơn {s} trường hợp vi phạm ({p}%).",
    "Nghị quyết số {s}/NQ-CP được ban hành trong quý II/{y}.",
    "Toàn tỉnh gieo trồng được {n} ha, năng suất bình quân {b} tạ/ha.",
)
PROSE = (
    "Các địa phương tiếp tục rà soát, đơn giản hóa thủ tục, tạo thuận lợi cho người dân và doanh nghiệp.",
    "Đại diện cơ quan chủ trì cho biết công tác chuẩn bị đang được triển khai đồng bộ ở các cấp.",
    "Nhiều ý kiến cho rằng cần có giải pháp phù hợp với điều kiện thực tế của từng vùng, từng ngành.",
    "Việc phối hợp giữa các đơn vị đã có chuyển biến tích cực, song vẫn còn những hạn chế cần khắc phục.",
    "Hội nghị thống nhất các nhiệm vụ trọng tâm trong thời gian tới và giao trách nhiệm cho từng đơn vị.",
)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--megabytes", type=int, default=10)
    options = parser.parse_args()
    table(["corpus", "cases", "right"], corpora())
    if options.documents:
        table(["document", "figures", "found and right", "F1"], documents(options.documents))
    if options.cases:
        table(["cases of others", "cases", "right", "of them by quantulum3"], cases(options.cases))
    head = [f"pass over {options.megabytes} MB of news", "median s", "MB/s", "times digits-only", "times scan"]
    table(head, speed(options.megabytes * 1_000_000))


def table(head: list[str], rows: Iterable[tuple[object, ...]]) -> None:
    """Print one Markdown table."""
    print("| " + " | ".join(head) + " |")
    print("|" + " --- |" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def reading(quantity: Quantity) -> str:
    """Write a quantity as the corpora do."""
    parts = [
        plain(quantity.value),
        f"or {plain(quantity.also)}" if quantity.also is not None else "",
        f"of {plain(quantity.of)}" if quantity.of is not None else "",
        f".. {plain(quantity.high)}" if quantity.high is not None else "",
        quantity.kind.value,
        quantity.unit,
        quantity.comparator or "",
        "in doubt" if quantity.doubtful and quantity.comparator else "",
    ]
    return " ".join(part for part in parts if part)


def corpora() -> Iterable[tuple[object, ...]]:
    """Yield how many cases of each language's corpus are read as they should be."""
    for code in known_languages():
        corpus = yaml.safe_load((TESTS / "reading" / f"{code}.yaml").read_text("utf-8"))
        wanted = [(text, str(key)) for key, texts in corpus["quantities"].items() for text in texts]
        wanted += [(text, "") for text in corpus["nothing"]]
        right = sum(
            " | ".join(map(reading, scan(text, _language(code)).quantities)) == key.removesuffix(" without marks")
            for text, key in wanted
        )
        yield code, len(wanted), right


def documents(folder: Path) -> Iterable[tuple[object, ...]]:
    """Yield how many figures of each document are found, with the right reading, and F1 over all."""
    gold: dict[str, list[list[str]]] = yaml.safe_load((TESTS / "documents" / "readings.yaml").read_text("utf-8"))
    for name, figures in gold.items():
        found = scan((folder / name).read_text("utf-8"), _language("vi")).quantities
        got = [[quantity.text, reading(quantity)] for quantity in found]
        right = sum(pair in got for pair in figures)
        score = 2 * right / (len(got) + len(figures)) if figures else 1
        yield name, len(figures), right, f"{score:.3f}"


def cases(folder: Path) -> Iterable[tuple[object, ...]]:
    """Yield how many cases of other projects are read to the values that they want.

    Where another project writes the same reading otherwise (a share as a decimal, a range as its middle,
    per cent without the sign, a year among the numbers), that is no difference of reading.
    """
    peer = _quantulum3()
    for path in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line]
        code = path.stem.rpartition("_")[2]
        right = sum([_agrees(scan(text, _language(code)).quantities, wanted.split()) for text, wanted in rows])
        by_peer = sum([_same_numbers(peer(text), wanted.split()) for text, wanted in rows]) if peer else "not installed"
        yield path.stem, len(rows), right, by_peer


def _agrees(found: tuple[Quantity, ...], wanted: list[str]) -> bool:
    numbers = [number for number in wanted if not YEAR.match(number)]
    return len(found) == len(numbers) and all(
        any(_close(reading, number) for reading in _conventions(quantity))
        for quantity, number in zip(found, numbers, strict=True)
    )


def _conventions(quantity: Quantity) -> Iterable[str]:
    if quantity.low is not None and quantity.high is not None:
        yield f"{plain(quantity.low)}..{plain(quantity.high)}"
        yield str((Fraction(quantity.low) + quantity.high) / 2)
    elif quantity.of:
        yield str(Fraction(quantity.value) / quantity.of)
    yield str(Fraction(quantity.value))
    if quantity.kind is Kind.PERCENT:
        yield str(magnitude(quantity.value) * 100)


def _same_numbers(found: list[str], wanted: list[str]) -> bool:
    return len(found) == len(wanted) and all(map(_close, found, wanted))


def _close(one: str, other: str) -> bool:
    """Whether two numbers are the same to six digits, which is as far as some cases write them."""
    if ".." in one or ".." in other:
        return one == other
    low, high = Fraction(one), Fraction(other)
    return abs(low - high) * 100_000 <= abs(high)


def _quantulum3() -> Callable[[str], list[str]] | None:
    if find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415

    return lambda text: [f"{found.value:g}" for found in parser.parse(text)]


def speed(size: int) -> Iterable[tuple[object, ...]]:
    """Yield the time of each pass over the same text, beside a pass that only finds digits and beside a scan."""
    text = news(size)
    vi = _language("vi")
    digits = re.compile(r"\d+")
    runs: list[tuple[str, Callable[[str], Any], int, int]] = [
        ("digits only (`re`)", lambda text: [match.span() for match in digits.finditer(text)], 1, RUNS),
        ("scan: kinds, spans, comparators, units; exact when asked for", lambda text: scan(text, vi), 1, RUNS),
        ("scan, all worked out: values and intervals too", lambda text: _worked_out(scan(text, vi)), 1, 3),
        *((f"{name} (scaled up from 1/{share})", run, share, runs) for name, run, share, runs in peers()),
    ]
    parts = [text[: len(text) // share] for _, _, share, _ in runs]
    for (_, run, _, _), part in zip(runs, parts, strict=True):
        # What is loaded or compiled at the first call is no part of reading.
        run(part[:WARM_UP])
    # In turn, so that what else the machine does falls on all of them.
    rounds = [
        [
            once(lambda run=run, part=part: run(part)) * share if number < times else None  # type: ignore[misc]
            for (_, run, share, times), part in zip(runs, parts, strict=True)
        ]
        for number in range(RUNS)
    ]
    for (name, *_), column in zip(runs, zip(*rounds, strict=True), strict=True):
        seconds = statistics.median(taken for taken in column if taken is not None)
        beside = [
            statistics.median(
                taken / other
                for taken, other in zip(column, (each[index] for each in rounds), strict=True)
                if taken is not None and other is not None
            )
            for index in (0, 1)
        ]
        yield name, f"{seconds:.2f}", f"{size / 1e6 / seconds:.3g}", *(f"{ratio:.1f}" for ratio in beside)


def _worked_out(found: Scan) -> list[tuple[object, ...]]:
    return [(figure.value, figure.hard, figure.soft, figure.comparator) for figure in found.quantities]


def peers() -> Iterable[tuple[str, Callable[[str], Any], int, int]]:
    """Yield the other readers that are installed: name, function, which share of the text they read, how often."""
    if find_spec("spacy"):
        for code in ("vi", "en"):
            if matcher := _spacy(code):
                yield f"spaCy Matcher on a blank `{code}` pipeline", matcher, 20, 3
    if find_spec("quantulum3"):
        from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415

        yield "quantulum3", parser.parse, 200, 1
    if find_spec("recognizers_number_with_unit"):
        yield "recognizers-text, numbers and units", _recognizers(), 200, 1


def _spacy(code: str) -> Callable[[str], Any] | None:
    """Return a tokenizer with a matcher for numerals, with the words beside them; None if not installed."""
    import spacy  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
    from spacy.matcher import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        Matcher,
    )

    try:
        pipeline = spacy.blank(code)
    except ImportError:
        # Its Vietnamese tokenizer asks for a package of its own.
        return None
    matcher = Matcher(pipeline.vocab)
    number = {"TEXT": {"REGEX": r"^[0-9]+([.,][0-9]+)*$"}}
    hedges = {"LOWER": {"IN": ["hơn", "trên", "gần", "khoảng", "tăng", "giảm", "đạt", "dưới"]}, "OP": "?"}
    scales = {"LOWER": {"IN": ["nghìn", "ngàn", "triệu", "tỷ", "tỉ"]}, "OP": "?"}
    units = {"LOWER": {"IN": ["%", "ha", "tạ", "tấn", "km", "m", "đồng", "usd", "lần", "điểm"]}, "OP": "?"}
    matcher.add("figure", [[hedges, number, scales, units]], greedy="LONGEST")

    def match(text: str) -> Any:  # noqa: ANN401
        return [matcher(pipeline.make_doc(line)) for line in text.splitlines()]

    return match


def _recognizers() -> Callable[[str], Any]:
    from recognizers_number import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        recognize_number,
        recognize_percentage,
    )
    from recognizers_number_with_unit import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        recognize_currency,
        recognize_dimension,
    )
    from recognizers_text import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
        Culture,
    )

    kinds = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return lambda text: [recognize(text, Culture.English) for recognize in kinds]


def news(size: int) -> str:
    """Return about ``size`` bytes of made-up Vietnamese news: four sentences in ten have figures."""
    chance = random.Random(SEED)
    sentences: list[str] = []
    written = 0
    while written < size:
        template = chance.choice(NUMBERS) if chance.random() < 0.4 else chance.choice(PROSE)
        sentence = template.format(
            d=chance.randint(1, 28),
            m=chance.randint(1, 12),
            y=chance.randint(2015, 2024),
            n=f"{chance.randint(1_000, 999_999):,}".replace(",", "."),
            s=chance.randint(11, 400),
            p=f"{chance.randint(10, 990) / 10}".replace(".", ","),
            b=f"{chance.randint(100, 9_999) / 10}".replace(".", ","),
        )
        sentences.append(sentence + ("\n" if chance.random() < 0.2 else ""))
        written += len(sentence.encode()) + 1
    return " ".join(sentences)


def once(run: Callable[[], object]) -> float:
    """Return the processor time of a run, in seconds."""
    start = time.process_time()
    run()
    return time.process_time() - start


def _language(code: str) -> Any:  # noqa: ANN401
    found = language(code)
    if found is None:
        raise SystemExit(f"no language {code}")
    return found


if __name__ == "__main__":
    main()
