"""A draft as a claim file in the house style, with what a person must look at as comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from factcheck.load.write import Value, comment, record_lines, scalar
from factcheck.model.draft import Draft, DraftClaim
from factcheck.model.registry import Status

T = TypeVar("T")

_SURE = 0.7
# Why a figure became no claim, in English (which the file says) and Vietnamese.
WHY = {
    "threshold": ("a threshold inside a definition", "ngưỡng nằm trong một định nghĩa"),
    "description": (
        "a number that only describes a thing, or what is counted per what",
        "con số chỉ để mô tả, hoặc là đơn vị để tính bình quân",
    ),
    "duration": ("a length of time, not a figure of a metric", "khoảng thời gian, không phải số liệu"),
    "two-units": (
        "a length of time in two units, which no value holds: write it in one",
        "khoảng thời gian viết bằng hai đơn vị, không có giá trị nào ghi được: hãy viết bằng một đơn vị",
    ),
    "cells": (
        "several cells of a table, which nothing but spaces divides",
        "nhiều ô của một bảng, chỉ cách nhau bằng dấu cách",
    ),
    "bracketed": (
        "a number in brackets, which accounts write for what is below zero",
        "số trong ngoặc, trong sổ kế toán là số âm",
    ),
    "numbering": ("the number of a row of a table, or of a note to it", "số thứ tự của một dòng, hay số thuyết minh"),
    "again": (
        "what stands before it, said again in per cent",
        "nói lại con số đứng trước bằng phần trăm",
    ),
    "rounded": (
        "the title rounds a figure of the text",
        "tiêu đề làm tròn một số liệu trong bài",
    ),
    "ratio": ("the other side of a ratio", "vế còn lại của một tỷ số"),
    "range": ("a range: a claim holds one figure", "một khoảng: mỗi khai báo chỉ giữ một số"),
    "unread": (
        "no phrase of its sentence reads as this figure alone",
        "không cụm từ nào trong câu đọc riêng ra số này",
    ),
    "refused": ("a check would not accept it as it stands", "kiểm tra sẽ không chấp nhận như vậy"),
}


def draft_text(draft: Draft) -> str:
    """Return a draft as a claim file in the house style."""
    lines = [
        "# Drafted by factcheck draft. Compare every line with the document, then take the comments out.",
    ]
    if draft.metrics:
        lines.append("metrics:")
        for metric in draft.metrics:
            lines.append(f"  {metric.id}:")
            lines += comment("new: no metric of the registry fits; label and behaviour are guesses", "    ")
            fields: dict[str, Value] = {"label": metric.label, "unit": metric.unit, "behaviour": metric.behaviour}
            lines += record_lines("metric", _given(fields), "    ", item=False)
        lines.append("")
    lines.append("source:")
    header: dict[str, Value] = {
        "id": draft.id,
        "title": draft.title,
        "publisher": draft.publisher,
        "published": draft.published,
        "language": draft.language,
        "document": draft.document,
        "ignore": [{"quote": left.words, "because": WHY[left.why][0]} for left in draft.left_out if left.words],
    }
    lines += record_lines("source", _given(header), "  ", item=False)
    if not draft.published:
        lines += comment("published: the document bears no date that could be read", "  ")
    if draft.claims:
        lines += ["", "claims:"]
        for claim in draft.claims:
            lines += _claim_lines(claim)
    if draft.relations:
        lines += ["", "relations:", *(f"  - holds: {scalar(relation)}" for relation in draft.relations)]
    return "\n".join(lines) + "\n"


def _claim_lines(claim: DraftClaim) -> Iterator[str]:
    if claim.rivals:
        yield from comment(f"metric: or {', '.join(claim.rivals)}", "  ")
    elif claim.score < _SURE:
        yield from comment("metric: a guess, the words match only in part", "  ")
    quote: Value = claim.exact
    if claim.prefix or claim.suffix:
        quote = _given({"exact": claim.exact, "prefix": claim.prefix, "suffix": claim.suffix})
    fields: dict[str, Value] = {
        "id": claim.id,
        "metric": claim.metric,
        "quote": quote,
        "value": claim.value,
        "of": claim.of,
        "comparator": claim.comparator,
        "period": claim.period,
        "dimensions": dict(claim.dimensions),
        "status": "" if claim.status is Status.ACTUAL else claim.status.value,
    }
    if claim.change:
        fields["change"] = _given({"of": claim.change[0], "since": claim.change[1]})
    yield from record_lines("claim", _given(fields), "  ", item=True)


def _given(fields: dict[str, T]) -> dict[str, T]:
    return {key: value for key, value in fields.items() if value}
