"""Lookalikes among many labels: the rule beside comparing each label with each other one.

    python -m benchmarks.lookalikes [--labels 10000] [--runs 5]

The labels are made up, from a seed, as Vietnamese statistics word them; one in ten is another one spelled otherwise:
with a slip, a tone mark placed or taken differently, an abbreviation, or "i" for "y". What is exhaustive here is the
rule's own question (``lookalike``) put to all pairs; ``cdist`` of rapidfuzz compares the same labels, canonical, on one
processor, and needs numpy. All take turns in each round but the exhaustive one, which runs once. Found is the share of
the pairs that the exhaustive comparison reports; what ``cdist`` has beyond them differs in short words, digits, states.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from operator import ne
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, TypeVar

from rapidfuzz.distance import OSA, Levenshtein

from benchmarks.tables import figure, print_table
from factcheck.load.registry import load_registry
from factcheck.model.view import View
from factcheck.pipeline.view import view_of_whole
from factcheck.read.quotes import canonical_labels, read_labels
from factcheck.rules.lookalike_metrics import check

SEED = 20_260_101
AS_OF = date(2026, 1, 31)
RULE, READING, EXHAUSTIVE = "`lookalike-metrics`", "reading the labels", "the rule's question, all pairs"
# The rule's own distance, one that misses nothing since a swap is two edits of it, and the quickest.
PEERS: dict[str, tuple[Callable[..., float], int]] = {
    "`cdist`, OSA, at most 1": (OSA.distance, 1),
    "`cdist`, Levenshtein, at most 2": (Levenshtein.distance, 2),
    "`cdist`, Levenshtein, at most 1": (Levenshtein.distance, 1),
}
Pairs = set[tuple[str, str]]
T = TypeVar("T")

_COUNTED = (
    "số hồ sơ", "số tài khoản", "số lượt truy cập", "tỷ lệ giao dịch", "số doanh nghiệp", "số cuộc gọi", "số văn bản",
    "số thủ tục hành chính", "số dịch vụ công trực tuyến", "kinh phí công nghệ thông tin", "diện tích lúa",
    "sản lượng thủy sản", "số học sinh trung học", "số lượt khám bệnh", "số lao động được tạo việc làm",
)  # fmt: skip
_STATES = (
    "", "tiếp nhận", "đã xử lý", "đang giải quyết", "đúng hạn", "quá hạn", "chưa thanh toán", "được số hóa",
    "nộp qua mạng", "qua bưu chính công ích", "không đạt yêu cầu", "đạt chuẩn quốc gia",
)  # fmt: skip
_FIRST = "Bắc Nam Đông Tây Hà Thái Quảng Bình Hải Hưng Vĩnh Phú Yên Lạng Cao Nghĩa Thanh Khánh Ninh Long".split()  # noqa: SIM905
_SECOND = "Ninh Giang Bình Nguyên Trị Phúc Thọ Dương Sơn Bằng Định Lộc Hòa Thủy Hương Trạch Phong Thượng".split()  # noqa: SIM905
_PLACES = ("tỉnh", "huyện", "thị xã", "phường", "khu công nghiệp")
_WHEN = ("", "trong quý", "cả năm", "lũy kế", "so với kế hoạch", "giai đoạn 2021-2025", "giai đoạn 2016-2020")
_OTHERWISE = (
    ("thủy", "thuỷ"), ("hóa", "hoá"), ("Hòa", "Hoà"), ("lý", "lí"), ("kỳ", "kì"), ("tỷ", "tỉ"),
    ("thủ tục hành chính", "TTHC"), ("dịch vụ công trực tuyến", "DVCTT"), ("công nghệ thông tin", "CNTT"),
    ("doanh nghiệp", "DN"), ("Thủy", "Thuỷ"), ("lũy", "luỹ"),
)  # fmt: skip
_TONES = str.maketrans("áàảãạếềểễệốồổỗộứừửữựíìỉĩị", "àáãảạềếễểệồốỗổộừứữửựìíĩỉị")


def labels(count: int) -> list[str]:
    """Return different labels: nine in ten made up, each tenth another one spelled otherwise, in a mixed order."""
    chance = Random(SEED)
    made: dict[str, None] = {}
    while len(made) < count:
        for _ in range(9):
            made[_label(chance)] = None
        made[_otherwise(chance.choice(list(made)[-2000:]), chance)] = None
    chosen = list(made)[:count]
    chance.shuffle(chosen)
    return chosen


def _label(chance: Random) -> str:
    place = f"{chance.choice(_PLACES)} {chance.choice(_FIRST)} {chance.choice(_SECOND)}"
    parts = (chance.choice(_COUNTED), chance.choice(_STATES), f"của {place}", chance.choice(_WHEN))
    return " ".join(part for part in parts if part)


def _otherwise(label: str, chance: Random) -> str:
    """Spell a label another way, or wrongly."""
    ways = [(old, new) for old, new in _OTHERWISE if old in label]
    if ways and chance.random() < 0.4:
        return label.replace(*chance.choice(ways))
    words = label.split()
    at = chance.choice([index for index, word in enumerate(words) if len(word) > 2])
    words[at] = _slipped(words[at], chance)
    return " ".join(words)


def _slipped(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word))
    match chance.randrange(5):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        case 3:
            return word[:at] + chance.choice("aeinrtgh") + word[at + 1 :]
    return word.translate(_TONES)


def view_of(names: Sequence[str]) -> View:
    """Return a registry of metrics with these labels, read, and nothing else."""
    text = "".join(["metrics:\n", *(f"  m-{number}: {{label: {name}}}\n" for number, name in enumerate(names))])
    registry = load_registry((), Path.cwd(), (("metrics.yaml", text.encode()),)).registry
    return view_of_whole(registry, read_labels(registry), {}, AS_OF)


def exhaustive(view: View) -> Pairs:
    """Return all pairs of metrics that look alike, each compared with each."""
    metrics, read = view.registry.metrics, view.readings
    entries = [(name, metrics[name].unit, words) for name, names in read.labels.items() for words in names]
    pairs: Pairs = set()
    for (one, unit, words), (other, other_unit, other_words) in itertools.combinations(entries, 2):
        if unit != other_unit or len(words) != len(other_words) or sum(map(ne, words, other_words)) > 1:
            continue
        if one != other and lookalike(words, other_words, read.protected):
            pairs.add((one, other))
    return pairs


def lookalike(words: Sequence[str], others: Sequence[str], protected: frozenset[str]) -> bool:
    """Whether two labels of as many words are the same, or but for one slip in a word of five letters or more."""
    for one, other in zip(words, others, strict=True):
        if one == other:
            continue
        letters = sorted(sum(map(str.isalpha, word)) for word in (one, other))
        if letters[0] < 4 or letters[1] < 5 or {one, other} & protected or any(map(str.isdigit, one + other)):
            return False
        if OSA.distance(one, other) > 1:
            return False
    return True


def ours(view: View) -> Pairs:
    """Return what the rule reports."""
    return {(fault.claims[1], fault.claims[0]) for fault in check(view)}


def with_cdist(view: View, scorer: Callable[..., float], most: int) -> Pairs:
    """Return the pairs of metrics whose labels lie within a distance, each compared with each by rapidfuzz."""
    import numpy as np  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415 - it may not be installed
    from rapidfuzz import process  # noqa: PLC0415 - with it

    entries = [(name, " ".join(words)) for name, names in view.readings.labels.items() for words in names]
    texts = [text for _, text in entries]
    matrix: Any = process.cdist(texts, texts, scorer=scorer, score_cutoff=most, workers=1, dtype=np.uint8)
    rows, columns = np.nonzero(np.triu(matrix <= most, 1))
    return {(entries[row][0], entries[column][0]) for row, column in zip(rows, columns, strict=True)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--labels", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    view = view_of(labels(options.labels))
    work: dict[str, Callable[[], Pairs]] = {RULE: lambda: ours(view)}
    if find_spec("numpy"):
        work |= {
            name: lambda scorer=scorer, most=most: with_cdist(view, scorer, most)  # type: ignore[misc]
            for name, (scorer, most) in PEERS.items()
        }
    else:
        print("numpy is not installed: `cdist` skipped\n")
    times: dict[str, list[float]] = defaultdict(list)
    found: dict[str, Pairs] = {}
    for _ in range(options.runs):
        times[READING].append(_timed(lambda: canonical_labels(view.registry))[0])
        for name, call in work.items():
            taken, found[name] = _timed(call)
            times[name].append(taken)
    taken, wanted = _timed(lambda: exhaustive(view))
    times[EXHAUSTIVE], found[EXHAUSTIVE] = [taken], wanted
    _print(len(view.registry.metrics), {name: median(each) for name, each in times.items()}, found)


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def _print(count: int, times: dict[str, float], found: dict[str, Pairs]) -> None:
    wanted = found[EXHAUSTIVE]
    headings = ["", "median s", "the rule ÷ this", "reading and the rule ÷ this", "found", "of the pairs", "others"]
    rows = []
    for name, seconds in times.items():
        pairs = found.get(name)
        both = times[RULE] + times[READING]
        row = [name, figure(seconds), figure(times[RULE] / seconds), figure(both / seconds)]
        if pairs is not None:
            row += [str(len(pairs)), f"{100 * len(pairs & wanted) / len(wanted):.1f} %", str(len(pairs - wanted))]
        rows.append(row + [""] * (len(headings) - len(row)))
    print_table(f"Lookalikes among {count:,} labels".replace(",", " "), headings, rows)


if __name__ == "__main__":
    main()
