"""Coverage as tables for people, or as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.coverage import Accounted, Coverage, How, SourceCoverage
from factcheck.model.exact import floor_of, plain
from factcheck.model.finding import Where
from factcheck.model.format import format_number, format_where
from factcheck.model.registry import Ignore
from factcheck.report.clean import clean
from factcheck.report.layout import Block, Column, Indented, Table, Text, laid_out
from factcheck.report.records import unchecked_record

VERSION = 1
_BLANK = Text("")
_EN = {
    "source": "source",
    "figures": "figures",
    "claim": "claimed",
    "repeat": "repeated",
    "ignored": "left out",
    "uncovered": "uncovered",
    "share": "covered",
    "total": "together",
    "uncovered_title": "Figures without a claim",
    "ignored_title": "Left out on purpose",
    "idle_title": "Exceptions that no figure needs any more",
    "unchecked": "Not checked",
}
_VI = {
    "source": "nguồn",
    "figures": "số liệu",
    "claim": "có khai báo",
    "repeat": "nhắc lại",
    "ignored": "để ngoài",
    "uncovered": "chưa có",
    "share": "bao phủ",
    "total": "tổng cộng",
    "uncovered_title": "Số liệu chưa có khai báo",
    "ignored_title": "Cố ý để ngoài",
    "idle_title": "Mục ignore không còn số liệu nào cần đến",
    "unchecked": "Chưa kiểm tra",
}


def render_table(coverage: Coverage, lang: str, width: int, *, colour: bool) -> str:
    """Return a table of sources, then the figures without a claim, what was left out and why, what was not checked."""
    return laid_out(*_parts(coverage, lang), width=width, colour=colour)


def _parts(coverage: Coverage, lang: str) -> Iterator[Block]:
    words = _VI if lang == "vi" else _EN
    if coverage.sources:
        yield _sources(coverage, words, lang)
        yield _BLANK
    uncovered = [
        (source.source, figure)
        for source in coverage.sources
        for figure in source.figures
        if figure.how is How.UNCOVERED
    ]
    if uncovered:
        yield Text(words["uncovered_title"], style="bold")
        for name, figure in uncovered:
            yield Indented(_figure(name, figure, lang))
        yield _BLANK
    left_out = [line for source in coverage.sources for line in _left_out(source)]
    idle = [f"{source.source}: {_named(ignore)}" for source in coverage.sources for ignore in source.idle]
    unchecked = [f"{entry.what}: {entry.reason(lang)}" for entry in coverage.unchecked]
    for title, lines in (("ignored_title", left_out), ("idle_title", idle), ("unchecked", unchecked)):
        if lines:
            yield Text(words[title], style="bold")
            yield from (Indented(Text(clean(line))) for line in lines)
            yield _BLANK


def _sources(coverage: Coverage, words: dict[str, str], lang: str) -> Table:
    every = SourceCoverage("", "", tuple(figure for source in coverage.sources for figure in source.figures))
    numbers = [
        Column(words[name], right=True, footer=total)
        for name, total in zip(("figures", *How, "share"), _counts(every, lang), strict=True)
    ]
    table = Table([Column(words["source"], footer=words["total"]), *numbers])
    for source in coverage.sources:
        style = "" if source.share == 1 else "yellow"
        table.add(Text(clean(source.source)), *(Text(cell, style=style) for cell in _counts(source, lang)))
    return table


def _counts(source: SourceCoverage, lang: str) -> tuple[str, ...]:
    numbers = (len(source.figures), *(source.count(how) for how in How))
    return (*(format_number(number, lang) for number in numbers), _percent(source.share, lang))


def _percent(share: Fraction, lang: str) -> str:
    # Cut off, not rounded: 100 % is said only of what is covered to the last figure.
    return format_number(Fraction(floor_of(share * 1000), 10), lang) + " %"


def _figure(name: str, figure: Accounted, lang: str) -> Text:
    where = format_where(Where(figure.spot.line, figure.spot.page), lang)
    return Text(
        (f"{clean(name)}, {where}: ", "dim"),
        clean(figure.before.lstrip()),
        (clean(figure.quantity.text), "bold yellow"),
        clean(figure.after.rstrip()),
    )


def _left_out(source: SourceCoverage) -> Iterator[str]:
    reasons = Counter(figure.by for figure in source.figures if figure.how is How.IGNORED)
    for why, number in reasons.items():
        yield f"{source.source}: {number} × {why}"


def _named(ignore: Ignore) -> str:
    return f"“{ignore.quote.exact}”" if ignore.quote else f"“{ignore.begin}” … “{ignore.end}”"


def render_json(coverage: Coverage) -> str:
    """Return every figure with how it is accounted for; numbers are texts, so that none is rounded on the way."""
    document = {
        "version": VERSION,
        "sources": [_record(source) for source in coverage.sources],
        "not_checked": [unchecked_record(entry) for entry in coverage.unchecked],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _record(source: SourceCoverage) -> dict[str, object]:
    return {
        "source": source.source,
        "document": source.document,
        "figures": len(source.figures),
        **{how.value: source.count(how) for how in How},
        "percent": plain(Fraction(floor_of(source.share * 1000), 10)),
        "quantities": [_quantity(figure) for figure in source.figures],
        "idle_ignores": [_named(ignore) for ignore in source.idle],
    }


def _quantity(figure: Accounted) -> dict[str, object]:
    quantity = figure.quantity
    return {
        "line": figure.spot.line,
        "column": figure.spot.column,
        **({"page": figure.spot.page} if figure.spot.page else {}),
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "kind": quantity.kind,
        "value": plain(quantity.value),
        "how": figure.how,
        **({"by": figure.by} if figure.by else {}),
        "before": figure.before,
        "after": figure.after,
    }
