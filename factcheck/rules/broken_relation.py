"""A stated relation cannot hold.

## What it does
Works out both sides of every relation (and of every `breakdown`) with the intervals that the figures commit
to. An error where no values within the hard intervals make it true, a warning where none within the soft
ones do.

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
from factcheck.model.view import Instance, Judgement, Verdict, View

_HELP_EN = "Check the figures against their documents: {claims}. If all are right, the relation is not."
_HELP_VI = "Đối chiếu các số với tài liệu: {claims}. Nếu tất cả đều đúng thì quan hệ này sai."

WORDINGS = {
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
