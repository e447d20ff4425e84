"""A difference between two states of a registry, as a table, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model.difference import ChangedFigure, Difference
from factcheck.model.exact import plain
from factcheck.model.finding import Finding
from factcheck.model.format import format_amount, format_number, format_rate
from factcheck.model.registry import Claim
from factcheck.report.clean import clean
from factcheck.report.formats.markdown import escape_markdown
from factcheck.report.labels import label
from factcheck.report.layout import Block, Column, Table, Text, laid_out
from factcheck.report.records import finding_record

_WORDS = {
    "en": {
        "added": "added",
        "removed": "removed",
        "changed": "changed",
        "reworded": "changed otherwise",
        "figure": "figure",
        "old": "old",
        "new": "new",
        "by": "by",
        "appearing": "new finding",
        "disappearing": "gone",
        "nothing": "No figure and no finding changed.",
        "findings": "Findings",
        "figures": "Figures",
    },
    "vi": {
        "added": "thêm",
        "removed": "bỏ",
        "changed": "đổi",
        "reworded": "đổi nội dung khác",
        "figure": "số liệu",
        "old": "cũ",
        "new": "mới",
        "by": "chênh",
        "appearing": "phát hiện mới",
        "disappearing": "không còn",
        "nothing": "Không có số liệu hay phát hiện nào thay đổi.",
        "findings": "Phát hiện",
        "figures": "Số liệu",
    },
}


def render_difference(result: Difference, output_format: str, lang: str, width: int) -> str:
    """Return a difference as text in one of the formats ``full``, ``json`` and ``markdown``."""
    if output_format == "json":
        return _json(result)
    if output_format == "markdown":
        return _markdown(result, lang)
    return laid_out(*_parts(result, lang), width=width, colour=False)


def _as_of(result: Difference, lang: str) -> str:
    words = label("as_of", lang, date=result.as_of.isoformat())
    return words[0].upper() + words[1:] + "."


def _rows(result: Difference, lang: str) -> list[tuple[str, str, str, str, str]]:
    words = _WORDS[lang]
    rows = [(words["changed"], c.new.id, typed(c.old), typed(c.new), _by(c, lang)) for c in result.changed]
    rows += [(words["added"], claim.id, "", typed(claim), "") for claim in result.added]
    rows += [(words["removed"], claim.id, typed(claim), "", "") for claim in result.removed]
    rows += [(words["reworded"], claim.id, "", typed(claim), "") for claim in result.reworded]
    return rows


def typed(claim: Claim) -> str:
    """Return a claim's figure as typed, with comparator and denominator."""
    of = f"/{claim.of.raw}" if claim.of else ""
    return " ".join(part for part in (claim.comparator or "", claim.value.raw + of) if part)


def _by(change: ChangedFigure, lang: str) -> str:
    if not change.difference:
        return ""
    percent = change.new.value.readings[0].percent
    sign = "+" if change.difference > 0 else ""
    moved = sign + (format_amount(change.difference, "pp", lang) if percent else format_number(change.difference, lang))
    return moved if change.factor is None else f"{moved} (×{format_rate(change.factor, lang)})"


def _found(result: Difference, lang: str) -> list[tuple[str, Finding]]:
    words = _WORDS[lang]
    return [
        *((words["appearing"], finding) for finding in result.appearing),
        *((words["disappearing"], finding) for finding in result.disappearing),
    ]


def _parts(result: Difference, lang: str) -> Iterator[Block]:
    words = _WORDS[lang]
    rows, found = _rows(result, lang), _found(result, lang)
    if not rows and not found:
        yield Text(words["nothing"])
    if rows:
        numbers = [Column(words[heading], right=True) for heading in ("old", "new", "by")]
        table = Table([Column(), Column(words["figure"]), *numbers], heading_style="bold")
        for row in rows:
            table.add(*(Text(clean(cell)) for cell in row))
        yield table
    for what, finding in found:
        place = finding.fault.place
        yield Text("")
        yield Text(f"{what}: {finding.severity} {finding.rule} {clean(place.path)}:{place.line}")
        yield Text(f"  {clean(finding.message)}")
    yield Text("")
    yield Text(_as_of(result, lang))


def _markdown(result: Difference, lang: str) -> str:
    words = _WORDS[lang]
    rows, found = _rows(result, lang), _found(result, lang)
    parts: list[str] = []
    if rows:
        parts += [f"### {words['figures']}", ""]
        parts += [f"| | {words['figure']} | {words['old']} | {words['new']} | {words['by']} |"]
        parts += ["| --- | --- | ---: | ---: | ---: |"]
        parts += ["| " + " | ".join(map(escape_markdown, row)) + " |" for row in rows]
        parts.append("")
    if found:
        parts += [f"### {words['findings']}", ""]
        parts += [f"- {what}: **{finding.rule}** {escape_markdown(finding.message)}" for what, finding in found]
        parts.append("")
    parts += [] if parts else [words["nothing"], ""]
    return "\n".join([*parts, _as_of(result, lang), ""])


def _json(result: Difference) -> str:
    document = {
        "version": 1,
        "as_of": result.as_of.isoformat(),
        "added": [_claim(claim) for claim in result.added],
        "removed": [_claim(claim) for claim in result.removed],
        "changed": [
            {
                **_claim(change.new),
                "old": typed(change.old),
                "new": typed(change.new),
                "difference": None if change.difference is None else plain(change.difference),
                "factor": None if change.factor is None else format_rate(change.factor, "en").replace(",", ""),
            }
            for change in result.changed
        ],
        "changed_otherwise": [_claim(claim) for claim in result.reworded],
        "findings": {
            "appearing": [finding_record(finding) for finding in result.appearing],
            "disappearing": [finding_record(finding) for finding in result.disappearing],
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _claim(claim: Claim) -> dict[str, object]:
    place = claim.place_of("value")
    return {
        "id": claim.id,
        "metric": claim.metric,
        "value": claim.value.raw,
        "of": claim.of.raw if claim.of else None,
        "comparator": claim.comparator,
        "path": place.path,
        "line": place.line,
    }
