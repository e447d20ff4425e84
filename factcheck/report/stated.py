"""The stated relations and how far each holds, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.model.finding import Range
from factcheck.model.format import format_fact
from factcheck.model.sides import sides_of
from factcheck.model.view import Judgement, Verdict, View
from factcheck.report.clean import clean
from factcheck.report.layout import Column, Table, Text, laid_out
from factcheck.report.proposals import VERSION
from factcheck.report.records import fact_record

_HEADS = {
    "en": ("relation", "holds", "stated, or left", "worked out, or right", "apart"),
    "vi": ("quan hệ", "có đúng không", "số nêu, hoặc vế trái", "số tính ra, hoặc vế phải", "lệch"),
}
_VERDICTS = {
    Verdict.HOLDS: ("as written", "đúng như đã viết", ""),
    Verdict.ROUNDED: ("thanks to rounding", "nhờ làm tròn", ""),
    Verdict.CUT_OFF: ("only if cut off", "chỉ khi bị cắt bớt", "yellow"),
    Verdict.HARD_ONLY: ("only if written loosely", "chỉ khi viết thoáng", "yellow"),
    Verdict.BROKEN: ("not at all", "không thể đúng", "red"),
}


def render_stated_table(view: View, judgements: Iterable[Judgement], width: int, lang: str, *, colour: bool) -> str:
    """Return every relation that was worked out, with both sides and how far apart they are."""
    *heads, gap = _HEADS[lang]
    table = Table([*map(Column, heads), Column(gap, right=True)])
    for judgement in judgements:
        sides = sides_of(judgement, view.figures)
        english, vietnamese, style = _VERDICTS[judgement.verdict]
        shown = [format_fact(Range(side, sides.unit, sides.style), lang) for side in (sides.one, sides.other)]
        table.add(
            Text(clean(judgement.instance.origin)),
            Text(vietnamese if lang == "vi" else english, style=style),
            *(Text(clean(side)) for side in shown),
            Text(
                clean(format_fact(sides.gap, lang))
                if sides.gap.value and judgement.verdict is not Verdict.HOLDS
                else ""
            ),
        )
    return laid_out(table, width=width, colour=colour)


def render_stated_json(view: View, judgements: Iterable[Judgement]) -> str:
    """Return every relation that was worked out as one JSON object; numbers are texts."""
    records: list[dict[str, object]] = []
    for judgement in judgements:
        sides = sides_of(judgement, view.figures)
        records.append(
            {
                "relation": judgement.instance.origin,
                "holds": judgement.instance.text,
                "verdict": judgement.verdict.value,
                "claims": list(judgement.instance.claims),
                "stated" if sides.one_is_stated else "left": fact_record(Range(sides.one, sides.unit)),
                "computed" if sides.one_is_stated else "right": fact_record(Range(sides.other, sides.unit)),
                "gap": fact_record(sides.gap),
            }
        )
    return json.dumps({"version": VERSION, "relations": records}, ensure_ascii=False, indent=2) + "\n"
