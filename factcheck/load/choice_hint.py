"""What other words for one of the choices of a key mean: "more than" and ">" are ``over``."""

from __future__ import annotations

from collections.abc import Collection

_LIKELY = 75
# By choice, in English and Vietnamese.
_WORDS = {
    "over": "more than, more, greater than, above, exceeding, >, hơn, trên, quá, vượt",
    "at-least": "minimum, min, from, no less than, >=, ≥, ít nhất, tối thiểu, không dưới",
    "nearly": "almost, just under, close to, approaching, gần, suýt soát",
    "under": "less than, less, below, fewer than, <, dưới, chưa đến, chưa đầy",
    "at-most": "maximum, max, up to, no more than, <=, ≤, nhiều nhất, tối đa, không quá",
    "about": "approximately, approx, around, roughly, circa, some, ~, ≈, khoảng, chừng, xấp xỉ",
    "exactly": "exact, equal, equals, equal to, =, ==, đúng, bằng",
    "target": "plan, planned, goal, objective, budget, kế hoạch, mục tiêu, chỉ tiêu",
    "estimate": "provisional, preliminary, approximate, ước, ước tính, sơ bộ, tạm tính",
    "forecast": "projected, projection, expected, predicted, prediction, outlook, dự báo, dự kiến",
    "actual": "final, real, achieved, realised, realized, reported, thực tế, thực hiện",
    "stock": "balance, headcount, inventory, số dư, hiện có",
    "flow": "per period, turnover, phát sinh, trong kỳ",
    "cumulative": "cumulative count, running total, to date, lũy kế, luỹ kế",
    "share": "percentage, percent, proportion, tỷ lệ, tỷ trọng, phần trăm",
    "ratio": "tỷ số",
    "growth": "change, increase, growth rate, tăng trưởng, tốc độ tăng",
    "multiple": "times, lần",
    "level": "index, average, mean, median, price, score, chỉ số, điểm, bình quân, giá",
    "rank": "ranking, place, position, xếp hạng, thứ hạng",
    "relative": "percent, percentage, tương đối",
    "points": "percentage points, pp, điểm phần trăm, điểm",
    "either": "both, unknown, unclear, không rõ",
}


def meant(typed: str, choices: Collection[str]) -> str:
    """Return which of the choices was likely meant; empty where none stands out."""
    from rapidfuzz import process  # noqa: PLC0415 - only a mistyped value needs it

    words = " ".join(typed.lower().replace("-", " ").replace("_", " ").split())
    for choice, others in _WORDS.items():
        if choice in choices and words in others.split(", "):
            return choice
    best = process.extractOne(words.replace(" ", "-"), list(choices), score_cutoff=_LIKELY)
    return str(best[0]) if best else ""
