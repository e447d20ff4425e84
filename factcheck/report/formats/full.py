"""The report for people: findings by file, each with its snippet, its quotes side by side and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from factcheck.model.finding import Amount, Finding
from factcheck.model.format import format_fact, format_interval
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.place import Place
from factcheck.model.report import Layout, Report
from factcheck.model.severity import Severity
from factcheck.model.view import Figure
from factcheck.report.clean import clean
from factcheck.report.labels import count, label, scope, slips
from factcheck.report.layout import Block, Column, Indented, Rule, Table, Text, laid_out

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MOST_COLUMNS = 2
_MOST_NAMED = 4
_INDENT = 5
_NARROWEST = 20
_TAIL = 12
_FLOW_VALUE = lazy_pattern(r"[^,}\]]*")
_BLOCK_VALUE = lazy_pattern(r"(?:[^ ]| (?!#))*")
_HEADINGS = ("claim", "written", "source", "period", "expect")
_STEPS = frozenset({"pace-break", "unreconciled-change"})


_BLANK = Text("")


def render(report: Report, layout: Layout) -> str:
    """Return the report as text, with terminal colours where the layout allows them."""
    return laid_out(*_parts(report, layout), width=layout.width, colour=layout.colour)


def _parts(report: Report, layout: Layout) -> Iterator[Block]:
    shown = (*report.findings, *(report.allowed if layout.show_allowed else ()))
    for path, findings in groupby(shown, key=lambda finding: finding.fault.place.path):
        yield Rule(Text(clean(path), style="bold"))
        for finding in findings:
            yield _BLANK
            yield from _finding(finding, report.figures, layout)
        yield _BLANK
    if layout.quiet:
        return
    yield from _stories(report, layout)
    yield from _unchecked(report, layout.lang)
    yield _summary(report, layout.lang)


def _finding(finding: Finding, known: Mapping[str, Figure], layout: Layout) -> Iterator[Block]:
    place = finding.fault.place
    style = _STYLES[finding.severity]
    head = Text(
        (label(finding.severity.value, layout.lang), style),
        "  ",
        (finding.rule, "bold"),
        "  ",
        (f"{clean(place.path)}:{place.line}:{place.column}", _place_style(place, layout)),
    )
    if finding.allowed_because:
        head.append("  " + label("allowed", layout.lang, because=clean(finding.allowed_because)), "dim")
    yield head
    yield Indented(Text(clean(finding.message)))
    snippet = _snippet(place, layout, style)
    if snippet:
        yield Indented(snippet, above=1)
    figures = [known[claim] for claim in finding.fault.claims if claim in known]
    if len(figures) == 1 and figures[0].claim.quote:
        yield Indented(_origin(figures[0]), above=1)
    elif len(figures) > 1:
        yield Indented(_exhibits(figures, layout), above=1)
    if finding.folded:
        folded = ", ".join(dict.fromkeys(entry.rule for entry in finding.folded))
        yield Indented(Text(label("explains", layout.lang, rules=folded), style="dim"), above=1)
    if finding.repairs:
        yield Indented(Text(("? ", style), clean(slips(finding, layout.lang))), above=1)
    yield Indented(Text(("→ ", style), clean(finding.help)), above=1)


def _place_style(place: Place, layout: Layout) -> str:
    return f"dim link={layout.address(place.path)}" if layout.hyperlinks else "dim"


def _snippet(place: Place, layout: Layout, style: str) -> Text | None:
    """Return the line with what is meant marked; a long line is shown from shortly before the mark."""
    line = layout.read_line(place.path, place.line)
    if not line.strip():
        return None
    margin = len(str(place.line))
    room = max(layout.width - margin - _INDENT, _NARROWEST)
    start = 0 if place.column + _TAIL <= room else max(place.column - room // 2, 0)
    lead = "…" if start else ""
    shown = lead + clean(line[start : start + room - len(lead)])
    before = len(lead + clean(line[start : place.column - 1]))
    marked = min(_marked_length(line, place.column), max(len(shown) - before, 1))
    text = Text((f"{place.line} │ ", "dim"), shown, wraps=False)
    text.append("\n" + " " * margin + " │ ", "dim")
    text.append(" " * before + "^" * marked, style)
    return text


def _marked_length(line: str, column: int) -> int:
    """Return how long the value at a column is, as far as its looks tell."""
    rest = line[column - 1 :]
    flow = line[: column - 1].count("{") > line[: column - 1].count("}") and rest[:1] not in ("'", '"', "{", "[")
    match = _FLOW_VALUE.match(rest) if flow else _BLOCK_VALUE.match(rest)
    return max(len(match[0].rstrip()), 1) if match else 1


def _origin(figure: Figure) -> Text:
    where = ", ".join(part for part in (_source(figure), figure.period_text) if part not in ("", "–"))
    return Text(clean(figure.words), (f"  {clean(where)}", "dim"))


def _exhibits(figures: list[Figure], layout: Layout) -> Table:
    if len(figures) <= _MOST_COLUMNS:
        return _side_by_side(sorted(figures, key=_when), layout)
    table = Table([Column(label(heading, layout.lang)) for heading in _HEADINGS])
    for figure in figures:
        table.add(*(Text(clean(cell)) for cell in _row(figure, layout)))
    return table


def _when(figure: Figure) -> tuple[str, str, str]:
    end = figure.period.end.isoformat() if figure.period else ""
    return (end, figure.published.isoformat() if figure.published else "", figure.id)


def _row(figure: Figure, layout: Layout) -> tuple[str, ...]:
    expected = format_interval(figure.soft, figure.unit, layout.lang)
    return (figure.id, figure.words, figure.claim.source or "–", figure.period_text or "–", expected)


def _side_by_side(figures: list[Figure], layout: Layout) -> Table:
    ids = [Column(clean(figure.id)) for figure in figures]
    table = Table([Column(style="dim"), *ids], heading_style="bold")
    rows = {
        "quote": [figure.words for figure in figures],
        "source": [_source(figure) for figure in figures],
        "published": [_published(figure, layout.lang) for figure in figures],
        "period": [figure.period_text or "–" for figure in figures],
        "expect": [format_interval(figure.soft, figure.unit, layout.lang) for figure in figures],
        "could": [format_interval(figure.hard, figure.unit, layout.lang) for figure in figures],
    }
    for name, cells in rows.items():
        table.add(label(name, layout.lang), *(Text(clean(cell)) for cell in cells))
    return table


def _published(figure: Figure, lang: str) -> str:
    return figure.published.isoformat() if figure.published else label("unknown", lang)


def _source(figure: Figure) -> str:
    if figure.source is None:
        return "–"
    publisher = f" ({figure.source.publisher})" if figure.source.publisher else ""
    return figure.source.id + publisher


def _stories(report: Report, layout: Layout) -> Iterator[Block]:
    """Yield a table for each pair of sources between which two or more figures moved."""
    moved: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    claims = report.registry.claims
    for finding in report.findings:
        if finding.rule in _STEPS:
            later, earlier = (claims[claim].source for claim in finding.fault.claims[:2])
            moved[earlier, later].append(finding)
    for (earlier, later), findings in moved.items():
        if len(findings) > 1:
            yield Text(clean(label("story", layout.lang, earlier=earlier, later=later)), style="bold")
            yield _story(findings, layout)
            yield _BLANK


def _story(findings: list[Finding], layout: Layout) -> Table:
    words = [label(name, layout.lang) for name in ("earlier", "later", "before", "after", "pace")]
    numbers = [Column(heading, right=True) for heading in (*words[:2], "×", *words[2:])]
    table = Table([Column(label("what", layout.lang)), *numbers])
    for finding in findings:
        facts = {name: format_fact(fact, layout.lang) for name, fact in finding.fault.facts.items()}
        cells = (
            facts.get("label", ""),
            _number_only(finding, "other_amount", layout),
            _number_only(finding, "amount", layout),
            facts.get("factor", ""),
            facts.get("pace_before", "–"),
            facts.get("pace_after", "–"),
            facts.get("ratio", "–"),
        )
        style = _STYLES[finding.severity] if finding.rule == "pace-break" else ""
        table.add(*(Text(clean(cell), style=style) for cell in cells))
    return table


def _number_only(finding: Finding, name: str, layout: Layout) -> str:
    fact = finding.fault.facts.get(name, "")
    if isinstance(fact, Amount) and fact.unit != "%":
        fact = Amount(fact.value)
    return format_fact(fact, layout.lang)


def _unchecked(report: Report, lang: str) -> Iterator[Block]:
    if not report.unchecked:
        return
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for entry in report.unchecked:
        reasons[entry.reason(lang)].append(entry.what)
    yield Text(label("unchecked", lang), style="bold")
    for why, names in reasons.items():
        named = ", ".join(names[:_MOST_NAMED])
        if len(names) > _MOST_NAMED:
            named = label("more", lang, names=named, number=len(names) - _MOST_NAMED)
        yield Indented(Text(clean(f"{named}: {why}")))
    yield _BLANK


def _summary(report: Report, lang: str) -> Text:
    text = Text()
    for severity in Severity:
        if number := report.summary.findings.get(severity, 0):
            text.append(", " if text.parts else "")
            text.append(count(number, severity.value, lang), _STYLES[severity])
    if not text.parts:
        text.append(label("nothing", lang), "bold green")
    text.append(" " + scope(report, lang))
    return text
