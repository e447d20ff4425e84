"""``factcheck add``: one claim more, by flags or by question and answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exits import Exit, stop
from factcheck.cli.options import LangOption, spoken
from factcheck.model.record import replace

if TYPE_CHECKING:
    from factcheck.pipeline.add import Added, Desk, Wanted
    from factcheck.pipeline.plan import UsageError

_QUESTIONS = {
    "en": ("Metric", "Quote (the words that carry the figure)", "Value", "Comparator", "Period (such as 2020-Q2)"),
    "vi": ("Chỉ số (metric)", "Trích dẫn (các từ mang con số)", "Giá trị", "Comparator", "Thời gian (ví dụ 2020-Q2)"),
}
_SAID = {
    "en": ("wrote to", "would write to", "nothing was written to {}; mend the claim, or say --force."),
    "vi": ("đã ghi vào", "sẽ ghi vào", "chưa ghi gì vào {}; hãy sửa khai báo, hoặc thêm --force."),
}


def add(
    metric: Annotated[str, typer.Option("--metric", help="The id of the metric.", show_default=False)] = "",
    quote: Annotated[str, typer.Option("--quote", help="The words that carry the figure.", show_default=False)] = "",
    prefix: Annotated[str, typer.Option("--prefix", help="The words just before the quote.", show_default=False)] = "",
    suffix: Annotated[str, typer.Option("--suffix", help="The words just after it.", show_default=False)] = "",
    value: Annotated[
        str, typer.Option("--value", help="The figure, such as 44_200 or 46.25%; by default read from the quote.")
    ] = "",
    of: Annotated[str, typer.Option("--of", help="The denominator; by default read from the quote.")] = "",
    comparator: Annotated[
        str, typer.Option("--comparator", help="over, nearly, about …; by default read from the quote.")
    ] = "",
    period: Annotated[str, typer.Option("--period", help="2020-06-19, 2020-Q2, 2019-12-09/2020-06-19 …")] = "",
    dimension: Annotated[
        list[str] | None, typer.Option("--dimension", metavar="NAME=VALUE", help="A dimension; may be repeated.")
    ] = None,
    unit: Annotated[str, typer.Option("--unit", help="The unit, where it is not the metric's.")] = "",
    decimals: Annotated[str, typer.Option("--decimals", help="How many decimals the figure is good for.")] = "",
    status: Annotated[str, typer.Option("--status", help="actual (the default), target, estimate or forecast.")] = "",
    note: Annotated[str, typer.Option("--note", help="Anything a reader should know.")] = "",
    name: Annotated[str, typer.Option("--id", help="The claim's id; by default made from metric and period.")] = "",
    source: Annotated[str, typer.Option("--source", help="The source's id; by default the file's.")] = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", help="The claim file; by default that of the source.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write the claim although a check finds an error.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    lang: LangOption = None,
) -> None:
    """Add one claim at the end of its file; what is not given is asked for on a terminal.

    The quote is read by itself: it proposes value and comparator. A claim that a check would call an error is
    refused. Exit codes: 0 written, 1 refused, 2 wrong usage.
    """
    from factcheck.pipeline.add import Desk, Wanted  # noqa: PLC0415
    from factcheck.pipeline.plan import NothingToCheckError, UsageError, plan  # noqa: PLC0415

    language = spoken(lang)
    wanted = Wanted(
        metric=metric,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        value=value,
        of=of,
        comparator=comparator,
        period=period,
        unit=unit,
        decimals=decimals,
        status=status,
        note=note,
        id=name,
        dimensions=tuple(_pair(each, language) for each in dimension or ()),
    )
    try:
        desk = Desk(
            plan((str(file),) if file and file.exists() else (), lang=language, use_baseline=False), file, source
        )
        if not (metric and (quote or value)):
            if not sys.stdin.isatty():
                stop(_too_little(), language)
            wanted = _asked(wanted, desk, language)
        added = desk.claim(desk.proposed(wanted))
        _say(added, language, force=force, written=not dry_run)
        if added.errors and not force:
            raise typer.Exit(Exit.FINDINGS)
        if not dry_run:
            added.write()
    except UsageError as error:
        stop(error, language)
    except NothingToCheckError as error:
        stop(error, language, Exit.USAGE)


def _pair(given: str, language: str) -> tuple[str, str]:
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415

    name, equals, value = given.partition("=")
    if not (name and equals and value):
        stop(
            UsageError(
                f"--dimension {given}: write NAME=VALUE, such as level=4.",
                f"--dimension {given}: hãy viết TÊN=GIÁ_TRỊ, ví dụ level=4.",
            ),
            language,
        )
    return name, value


def _too_little() -> UsageError:
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415

    return UsageError(
        "A claim needs --metric, and --quote or --value. On a terminal, factcheck add asks for them.",
        "Một khai báo cần --metric, và --quote hoặc --value. Trên cửa sổ lệnh, factcheck add sẽ hỏi.",
    )


def _asked(wanted: Wanted, desk: Desk, language: str) -> Wanted:
    """Ask for what is missing; the quote's own reading is offered as the answer."""
    from factcheck.pipeline.plan import UsageError  # noqa: PLC0415

    metric, quote, value, comparator, period = _QUESTIONS[language]
    if not wanted.metric:
        wanted = replace(wanted, metric=typer.prompt(metric))
    if not wanted.quote and not wanted.value:
        wanted = replace(wanted, quote=typer.prompt(quote))
    if not wanted.value:
        try:
            wanted = desk.proposed(wanted)
        except UsageError as error:
            typer.echo(error.say(language), err=True)
        wanted = replace(wanted, value=typer.prompt(value, default=wanted.value or None))
        wanted = replace(wanted, comparator=typer.prompt(comparator, default=wanted.comparator))
    if not wanted.period:
        wanted = replace(wanted, period=typer.prompt(period, default=""))
    return wanted


def _say(added: Added, language: str, *, force: bool, written: bool) -> None:
    from factcheck.report.clean import clean  # noqa: PLC0415

    refused = bool(added.errors) and not force
    for finding in added.findings:
        typer.echo(f"{finding.severity}  {finding.rule}  {clean(finding.message)}", err=True)
        typer.echo(f"  {clean(finding.help)}", err=True)
    if refused:
        typer.echo(f"factcheck: {_SAID[language][2].format(added.shown)}", err=True)
        return
    typer.echo(f"{_SAID[language][0 if written else 1]} {added.shown}:")
    for line in added.lines.splitlines():
        typer.echo(clean(line))
