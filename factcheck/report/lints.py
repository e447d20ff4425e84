"""Linted texts: for people, as one JSON object, or as JSON lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model.exact import plain
from factcheck.model.lint import Checked, Standing
from factcheck.report.clean import clean
from factcheck.report.layout import Block, Indented, Text, laid_out
from factcheck.report.records import interval_record

VERSION = 1
_STYLES = {"error": "bold red", "note": "bold cyan"}
_WORDS = {
    "en": {
        "error": "error",
        "note": "note",
        "claim": "claim",
        "agrees": "Agrees with the registry",
        "same-number": "The same number is in the registry, in other words",
        "unknown": "Not in the registry",
        "summary": "{disagrees} disagree, {doubtful} in doubt, {agrees} agree, {same} with the same number, "
        "{unknown} not in the registry",
        "none": "No figure was found in the text.",
    },
    "vi": {
        "error": "lỗi",
        "note": "ghi chú",
        "claim": "khai báo",
        "agrees": "Khớp với sổ",
        "same-number": "Sổ có đúng con số này, với lời văn khác",
        "unknown": "Không có trong sổ",
        "summary": "{disagrees} không khớp, {doubtful} còn ngờ, {agrees} khớp, {same} trùng con số, {unknown} không có "
        "trong sổ",
        "none": "Không thấy số liệu nào trong văn bản.",
    },
}


def render_lint(
    checked: Sequence[Checked],
    output_format: str,
    lang: str,
    width: int = 100,
    *,
    colour: bool = False,
    quiet: bool = False,
) -> str:
    """Return what was found of every figure, in a format: ``full``, ``json`` or ``jsonl``."""
    if output_format == "jsonl":
        return "".join(json.dumps(_record(each), ensure_ascii=False) + "\n" for each in checked)
    if output_format == "json":
        report = {"version": VERSION, "figures": [_record(each) for each in checked], "summary": _counts(checked)}
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return laid_out(*_parts(checked, lang, quiet=quiet), width=width, colour=colour)


def _counts(checked: Sequence[Checked]) -> dict[str, int]:
    counts = Counter(each.standing for each in checked)
    return {standing.value: counts.get(standing, 0) for standing in Standing}


def _parts(checked: Sequence[Checked], lang: str, *, quiet: bool) -> Iterator[Block]:
    words = _WORDS[lang]
    for each in checked:
        severity = each.severity
        if severity is None:
            continue
        style = _STYLES[severity.value]
        yield Text((words[severity.value], style), "  ", (_place(each), "dim"))
        yield Indented(Text(clean(each.message)))
        yield Indented(_marked(each, style), above=1)
        if each.figure is not None:
            place = each.figure.claim.place
            named = f"→ {words['claim']} {each.figure.id}, {place.path}:{place.line}"
            yield Indented(Text(clean(named), style="dim"), below=1)
    if quiet:
        return
    for standing in (Standing.AGREES, Standing.SAME_NUMBER, Standing.UNKNOWN):
        listed = [each for each in checked if each.standing is standing]
        if not listed:
            continue
        yield Text(words[standing.value], style="bold")
        for each in listed:
            line = Text((f"{_place(each)}  ", "dim"), clean(each.quantity.text), wraps=False)
            if each.figure is not None:
                line.append(f"  {each.figure.id}", "dim")
                if standing is Standing.SAME_NUMBER:
                    # Whether it is the same thing is for people to see.
                    line.append(f"  {clean(each.figure.words)}")
            else:
                line.append(f"  {clean(each.words)}", "dim")
            yield Indented(line)
        yield Text("")
    yield Text(_summary(checked, lang) if checked else words["none"], style="bold")


def _summary(checked: Sequence[Checked], lang: str) -> str:
    counts = _counts(checked)
    return _WORDS[lang]["summary"].format(same=counts[Standing.SAME_NUMBER], **counts)


def _place(each: Checked) -> str:
    return f"{clean(each.path)}:{each.line}:{each.column}"


def _marked(each: Checked, style: str) -> Text:
    """Return the words around a figure with the figure marked."""
    before, figure, after = each.words.partition(" ".join(each.quantity.text.split()))
    return Text("… ", clean(before), (clean(figure), style), clean(after), " …")


def _record(each: Checked) -> dict[str, object]:
    record: dict[str, object] = {
        "path": each.path,
        "line": each.line,
        "column": each.column,
        "start": each.start,
        "end": each.end,
        "text": each.quantity.text,
        "words": each.words,
        "value": plain(each.quantity.value),
        "of": None if each.quantity.of is None else plain(each.quantity.of),
        "comparator": each.quantity.comparator,
        "period": each.period or None,
        "standing": each.standing.value,
        "severity": each.severity.value if each.severity else None,
        "message": each.message,
    }
    figure = each.figure
    if figure is None:
        return record
    source = figure.source
    return record | {
        "reason": each.reason.value if each.reason else None,
        "metric": figure.metric.id,
        "claim": figure.id,
        "claim_path": figure.claim.place.path,
        "claim_line": figure.claim.place.line,
        "quote": figure.claim.quote.exact if figure.claim.quote else None,
        "claim_period": figure.period_text or None,
        "source": source.id if source else None,
        "title": (source.title or None) if source else None,
        "published": source.published.isoformat() if source and source.published else None,
        "hard": interval_record(figure.hard),
        "soft": interval_record(figure.soft),
    }
