"""The report for people: findings by file, each with its snippet, its quotes side by side and what to do."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter, defaultdict
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from factcheck.model.finding import Amount, Finding, Severity
from factcheck.model.format import format_fact, format_interval
from factcheck.model.place import Place
from factcheck.model.report import Layout, Report
from factcheck.model.view import Figure, View

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MOST_COLUMNS = 2
_MOST_NAMED = 4
_LONGEST_LINE = 200
_STEPS = frozenset({"pace-break", "unreconciled-change"})


def render(report: Report, layout: Layout) -> str:
    """Return the report as text, with terminal colours where the layout allows them."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=layout.width,
        force_terminal=layout.colour,
        color_system="standard" if layout.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    print_to(console, report, layout)
    text = stream.getvalue()
    return "\n".join(line.rstrip() for line in text.split("\n")) if not layout.colour else text


def print_to(console: Console, report: Report, layout: Layout) -> None:
    """Print the report to a console of rich."""
    for path, findings in groupby(report.findings, key=lambda finding: finding.fault.place.path):
        console.print(Rule(Text(clean(path), style="bold"), align="left", style="dim"))
        for finding in findings:
            console.print()
            console.print(_finding(finding, report.view, layout))
        console.print()
    for table in _stories(report, layout):
        console.print(table)
        console.print()
    _print_unchecked(console, report)
    console.print(_summary(report))


def clean(text: str) -> str:
    """Return text without anything a terminal would act on: control characters become visible."""
    return "".join(
        char if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co") else f"\\u{ord(char):04x}"
        for char in text.replace("\t", "    ").replace("\n", " ")
    )


def _finding(finding: Finding, view: View, layout: Layout) -> RenderableType:
    place = finding.fault.place
    style = _STYLES[finding.severity]
    head = Text.assemble(
        (finding.severity.value, style),
        ("  ", ""),
        (finding.rule, "bold"),
        (f"  {clean(place.path)}:{place.line}:{place.column}", "dim"),
    )
    parts: list[RenderableType] = [head, Padding(Text(clean(finding.message)), (0, 0, 0, 2))]
    snippet = _snippet(place, layout, style)
    if snippet:
        parts.append(Padding(snippet, (1, 0, 0, 2)))
    figures = [view.figures[claim] for claim in finding.fault.claims if claim in view.figures]
    if len(figures) == 1 and figures[0].claim.quote:
        parts.append(Padding(_origin(figures[0]), (1, 0, 0, 2)))
    elif len(figures) > 1:
        parts.append(Padding(_exhibits(figures, layout), (1, 0, 0, 2)))
    if finding.folded:
        folded = ", ".join(dict.fromkeys(entry.partition(":")[0] for entry in finding.folded))
        parts.append(Padding(Text(f"This also explains: {folded}", style="dim"), (1, 0, 0, 2)))
    parts.append(Padding(Text.assemble(("→ ", style), clean(finding.help)), (1, 0, 0, 2)))
    return Group(*parts)


def _snippet(place: Place, layout: Layout, style: str) -> Text | None:
    line = layout.read_line(place.path, place.line).rstrip("\n")
    if not line.strip():
        return None
    shown = clean(line[:_LONGEST_LINE])
    margin = len(str(place.line))
    before = len(clean(line[: place.column - 1]))
    marked = _marked_length(line, place.column)
    text = Text.assemble((f"{place.line} │ ", "dim"), shown, no_wrap=True, overflow="ellipsis")
    if before < _LONGEST_LINE:
        text.append("\n" + " " * margin + " │ ", "dim")
        text.append(" " * before + "^" * marked, style)
    return text


def _marked_length(line: str, column: int) -> int:
    rest = line[column - 1 : _LONGEST_LINE]
    comment = rest.find(" #")
    value = (rest[:comment] if comment > 0 else rest).rstrip()
    return max(len(value), 1)


def _origin(figure: Figure) -> Text:
    where = ", ".join(part for part in (_source(figure), figure.period_text) if part not in ("", "–"))
    return Text.assemble(clean(figure.words), (f"  {clean(where)}", "dim"))


def _exhibits(figures: list[Figure], layout: Layout) -> Table:
    if len(figures) <= _MOST_COLUMNS:
        return _side_by_side(sorted(figures, key=_when), layout)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for heading in ("claim", "as written", "source", "period", "readers expect"):
        table.add_column(heading, overflow="fold")
    for figure in figures:
        table.add_row(*(Text(clean(cell)) for cell in _row(figure, layout)))
    return table


def _when(figure: Figure) -> tuple[str, str, str]:
    end = figure.period.end.isoformat() if figure.period else ""
    return (end, figure.published.isoformat() if figure.published else "", figure.id)


def _row(figure: Figure, layout: Layout) -> tuple[str, ...]:
    expected = format_interval(figure.soft, figure.unit, layout.lang)
    return (figure.id, figure.words, figure.claim.source or "–", figure.period_text or "–", expected)


def _side_by_side(figures: list[Figure], layout: Layout) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("", style="dim", no_wrap=True)
    for figure in figures:
        table.add_column(Text(clean(figure.id)), overflow="fold", ratio=1)
    rows = {
        "quote": [figure.words for figure in figures],
        "source": [_source(figure) for figure in figures],
        "published": [figure.published.isoformat() if figure.published else "unknown" for figure in figures],
        "period": [figure.period_text or "–" for figure in figures],
        "readers expect": [format_interval(figure.soft, figure.unit, layout.lang) for figure in figures],
        "could be": [format_interval(figure.hard, figure.unit, layout.lang) for figure in figures],
    }
    for name, cells in rows.items():
        table.add_row(name, *(Text(clean(cell)) for cell in cells))
    return table


def _source(figure: Figure) -> str:
    if figure.source is None:
        return "–"
    publisher = f" ({figure.source.publisher})" if figure.source.publisher else ""
    return figure.source.id + publisher


def _stories(report: Report, layout: Layout) -> list[RenderableType]:
    """Make one table for each pair of sources between which two or more figures moved."""
    moved: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    claims = report.view.registry.claims
    for finding in report.findings:
        if finding.rule in _STEPS:
            later, earlier = (claims[claim].source for claim in finding.fault.claims[:2])
            moved[earlier, later].append(finding)
    return [
        _story(earlier, later, findings, layout) for (earlier, later), findings in moved.items() if len(findings) > 1
    ]


def _story(earlier: str, later: str, findings: list[Finding], layout: Layout) -> RenderableType:
    table = Table(
        title=Text(clean(f"From {earlier} to {later}"), style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        header_style="dim",
    )
    table.add_column("what", ratio=1)
    for heading in ("earlier", "later", "×", "a day before", "a day after", "pace ×"):
        table.add_column(heading, justify="right", no_wrap=True)
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
        table.add_row(*(Text(clean(cell), style=style) for cell in cells))
    return table


def _number_only(finding: Finding, name: str, layout: Layout) -> str:
    fact = finding.fault.facts.get(name, "")
    if isinstance(fact, Amount) and fact.unit != "%":
        fact = Amount(fact.value)
    return format_fact(fact, layout.lang)


def _print_unchecked(console: Console, report: Report) -> None:
    if not report.unchecked:
        return
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for entry in report.unchecked:
        reasons[entry.why].append(entry.what)
    console.print(Text("Not checked", style="bold"))
    for why, names in reasons.items():
        named = ", ".join(names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        console.print(Padding(Text(clean(f"{named}{more}: {why}")), (0, 0, 0, 2)))
    console.print()


def _summary(report: Report) -> Text:
    summary = report.summary
    counts = Counter(summary.findings)
    found = [(_count(counts[severity], severity.value), _STYLES[severity]) for severity in Severity if counts[severity]]
    text = Text()
    for index, (words, style) in enumerate(found):
        text.append(", " if index else "")
        text.append(words, style)
    if not found:
        text.append("No findings", "bold green")
    if summary.allowed:
        text.append(f" ({summary.allowed} more allowed)")
    text.append(
        f" in {_count(summary.claims, 'claim')} ({summary.claims_with_quote} with a quote) "
        f"from {_count(summary.sources, 'source')}, {_count(summary.relations_checked, 'relation')} worked out."
    )
    return text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
