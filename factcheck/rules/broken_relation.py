"""A stated relation cannot hold.

## What it does
Works out both sides of every relation (and of every `breakdown`) with the intervals that the figures commit
to; and every `change` whose earlier level is claimed too. An error where no values within the hard
intervals make it true, a warning where none within the soft ones do.

## Why it matters
Parts that do not add up to their whole, or a percentage that its counts do not give, mean that at least one
of the figures is wrong.

## What it allows
All that rounding leaves open: 82,9 % for 1 517 of 1 829. A relation with a missing member is listed as not
checked, never as passed.

## Example
```yaml
relations:
  - holds: resolved = early + on-time + late     # 65 744 against 11 496 + 54 324 + 14
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.expression import Reference, operators
from factcheck.model.finding import Amount, Fact, Fault, Range, Severity, Wording
from factcheck.model.interval import Interval
from factcheck.model.registry import Change, ChangeKind
from factcheck.model.view import Figure, Instance, Judgement, Verdict, View

_HELP_EN = "Check the figures against their documents: {claims}. If all are right, the relation is not."
_HELP_VI = "Đối chiếu các số với tài liệu: {claims}. Nếu tất cả đều đúng thì quan hệ này sai."

_GROWTH_HELP_EN = "Check the three figures against their documents: {claims}."
_GROWTH_HELP_VI = "Đối chiếu ba số với tài liệu: {claims}."

WORDINGS = {
    "growth-hard": Wording(
        Severity.ERROR,
        "The growth cannot hold: {value} on {level} means {implied} for {since}, but {known_words} says {known}.",
        "Mức tăng không thể đúng: {value} đối với {level} nghĩa là {implied} cho {since}, nhưng {known_words} "
        "ghi {known}.",
        _GROWTH_HELP_EN,
        _GROWTH_HELP_VI,
    ),
    "growth-soft": Wording(
        Severity.WARNING,
        "The growth holds only if a figure was cut off or written loosely: {value} on {level} means {implied} for "
        "{since}, but {known_words} says {known}.",
        "Mức tăng chỉ đúng nếu có số bị cắt bớt hoặc viết rất thoáng: {value} đối với {level} nghĩa là {implied} cho "
        "{since}, nhưng {known_words} ghi {known}.",
        _GROWTH_HELP_EN,
        _GROWTH_HELP_VI,
    ),
    "hard": Wording(
        Severity.ERROR,
        "{kind} cannot hold: {text} gives {left} {operator} {right} (off by {gap}).",
        "{kind_vi} không thể đúng: {text} cho {left} {operator} {right} (lệch {gap}).",
        _HELP_EN,
        _HELP_VI,
    ),
    "soft": Wording(
        Severity.WARNING,
        "{kind} holds only if a figure was cut off or written loosely: {text} gives {left} {operator} {right}.",
        "{kind_vi} chỉ đúng nếu có số bị cắt bớt hoặc viết rất thoáng: {text} cho {left} {operator} {right}.",
        _HELP_EN,
        _HELP_VI,
    ),
}
_KINDS = {
    "sum": ("The sum", "Tổng"),
    "share": ("The share", "Tỷ lệ"),
    "ratio": ("The ratio", "Tỷ số"),
    "growth": ("The growth", "Mức tăng"),
    "product": ("The product", "Tích"),
    "comparison": ("The comparison", "So sánh"),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each relation that cannot hold, or only just."""
    for judgement in view.judgements:
        if judgement.verdict is Verdict.HOLDS:
            continue
        hard = judgement.verdict is Verdict.BROKEN
        if hard and is_part_of_whole(judgement.instance):
            continue
        yield _fault(judgement, view, hard=hard)
    for figure in view.figures.values():
        change = figure.claim.change
        level = view.figures.get(change.of) if change else None
        known = view.level_before(level, change) if change and level else None
        if change and level and known:
            yield from _growth(figure, level, known, change)


def _growth(figure: Figure, level: Figure, known: Figure, change: Change) -> Iterator[Fault]:
    """Yield a fault where no reading of a change leads from the known level to the new one."""
    if figure.unit != "%" or level.unit != known.unit:
        return
    for soft in (False, True):
        before = _levels_before(figure, level, change, soft=soft)
        actual = known.soft if soft else known.hard
        if not before or any(interval.meets(actual) for interval in before):
            continue
        claims = (figure.id, level.id, known.id)
        facts: dict[str, Fact] = {
            "value": figure.words,
            "level": level.words,
            "implied": Range(before[0], level.unit),
            "since": known.period_text,
            "known_words": known.words,
            "known": Range(actual, known.unit),
            "claims": claims,
        }
        if len(before) > 1:
            facts["implied_in_points"] = Range(before[1], level.unit)
        related = tuple((other.id, other.claim.place_of("value")) for other in (level, known))
        place = figure.claim.place_of("value")
        yield Fault("growth-soft" if soft else "growth-hard", place, claims, related, facts)
        return


def _levels_before(figure: Figure, level: Figure, change: Change, *, soft: bool) -> list[Interval]:
    """Return the levels that the change may have started from, one for each reading of it."""
    moved, now = (figure.soft, level.soft) if soft else (figure.hard, level.hard)
    levels: list[Interval] = []
    factor = Interval.point(1) + moved
    if change.kind is not ChangeKind.POINTS and not factor.contains(0):
        levels.append(now / factor)
    if change.kind is not ChangeKind.RELATIVE and level.unit == "%":
        levels.append(now - moved)
    return levels


def is_part_of_whole(instance: Instance) -> bool:
    """Whether a relation says of one claim that it is at most another: `part-exceeds-whole` speaks then."""
    holds = instance.holds
    plain = isinstance(holds.left, Reference) and isinstance(holds.right, Reference)
    return plain and holds.operator in ("<=", ">=", "<", ">")


def _fault(judgement: Judgement, view: View, *, hard: bool) -> Fault:
    instance = judgement.instance
    left, right = (judgement.left, judgement.right) if hard else (judgement.left_soft, judgement.right_soft)
    unit = _unit(instance, view)
    kind, kind_vi = _KINDS[_kind(instance, unit)]
    gap = left.gap(right)
    facts: dict[str, Fact] = {
        "relation": instance.origin,
        "text": instance.text,
        "operator": instance.holds.operator,
        "kind": kind,
        "kind_vi": kind_vi,
        "left": Range(left, unit),
        "right": Range(right, unit),
        "gap": Amount(gap if gap is not None else 0, "pp" if unit == "%" else unit),
        "claims": instance.claims,
    }
    related = tuple((claim, view.registry.claims[claim].place_of("value")) for claim in instance.claims)
    return Fault("hard" if hard else "soft", instance.place, instance.claims, related, facts)


def _unit(instance: Instance, view: View) -> str:
    """Per cent where one side is a percentage, and nothing otherwise: the two sides have one unit."""
    for side in (instance.holds.left, instance.holds.right):
        if isinstance(side, Reference) and view.figures[instance.members[side.name, side.selector]].unit == "%":
            return "%"
    return ""


def _kind(instance: Instance, unit: str) -> str:
    used = operators(instance.holds)
    if "/" in used:
        return "share" if unit == "%" else "ratio"
    if "*" in used:
        return "growth" if used & {"+", "-"} else "product"
    if used:
        return "sum"
    return "comparison"
