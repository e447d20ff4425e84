"""A stated relation cannot hold.

## What it does
Works out both sides of every relation, every `breakdown`, and every `change` whose two levels are claimed,
with the intervals that the figures commit to. An error where no values within the hard intervals make it true;
a warning where it holds only if a figure was cut off rather than rounded, or was written more loosely than
readers expect, which says what that figure would have to be; a note where it holds thanks to rounding although
whoever adds up the figures as written gets another result.

## Why it matters
Parts that do not add up to their whole, or a percentage that its counts do not give, mean that at least one
of the figures is wrong.

## What it allows
All that rounding leaves open: 82,9 % for 1 517 of 1 829. What a ratio alone is said to be is rounded too,
whether it is a bare whole number ("24 pupils per teacher") or a number in the relation itself (`women / all =
43%`); other numbers in a relation are exact. Counts are whole: "about 30" of 43 is never 71 %, since no number
of people is. A relation with a missing member is listed as not checked, never as passed.

## Example
```yaml
relations:
  - holds: resolved = early + on-time + late     # 65 744 against 11 496 + 54 324 + 14
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.expression import Expression, Number, Operation, Reference, operators
from factcheck.model.finding import Fact, Fault, Range, Wording
from factcheck.model.growth import Reading, WeighedGrowth
from factcheck.model.record import replace
from factcheck.model.severity import Severity
from factcheck.model.sides import sides_of, style_of, unit_of
from factcheck.model.view import Instance, Judgement, Slack, Verdict, View

_HELP_EN = "Check the figures against their documents: {claims}. If all are right, the relation is not."
_HELP_VI = "Đối chiếu các số với tài liệu: {claims}. Nếu tất cả đều đúng thì quan hệ này sai."
_SIDES_EN = " {one}: {shown}; {other}: {against}"
_SIDES_VI = " {one_vi}: {shown}; {other_vi}: {against}"

WORDINGS = {
    "hard": Wording(
        Severity.ERROR,
        "{kind} cannot hold: {text}." + _SIDES_EN + "; off by {gap}.",
        "{kind_vi} không thể đúng: {text}." + _SIDES_VI + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "either": Wording(
        Severity.ERROR,
        "The growth cannot hold: {value} gives {first} if it is relative, {second} if it is in percentage points; "
        "stated: {stated}.",
        "Mức tăng không thể đúng: {value} cho {first} nếu là tương đối, {second} nếu theo điểm phần trăm; "
        "số nêu: {stated}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "either-multiple": Wording(
        Severity.ERROR,
        "The growth cannot hold: {value} gives {first} if it means so many times as much, {second} if so many times "
        "more; stated: {stated}.",
        "Mức tăng không thể đúng: {value} cho {first} nếu là gấp bấy nhiêu lần, {second} nếu là thêm bấy nhiêu lần; "
        "số nêu: {stated}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "touching": Wording(
        Severity.ERROR,
        "{kind} cannot hold: {text}." + _SIDES_EN + "; they only touch, where that is not enough.",
        "{kind_vi} không thể đúng: {text}." + _SIDES_VI + "; hai bên chỉ chạm nhau, như vậy chưa đủ.",
        _HELP_EN,
        _HELP_VI,
    ),
    "fraction": Wording(
        Severity.ERROR,
        "{kind} cannot hold: {text}. {words} would have to be {needed}, and no whole number is." + _SIDES_EN + ".",
        "{kind_vi} không thể đúng: {text}. {words} phải là {needed}, nhưng không có số nguyên nào như vậy."
        + _SIDES_VI
        + ".",
        _HELP_EN,
        _HELP_VI,
    ),
    "cut-off": Wording(
        Severity.WARNING,
        "{kind} holds only if {words} was cut off rather than rounded: {text}." + _SIDES_EN + "; off by {gap}.",
        "{kind_vi} chỉ đúng nếu {words} bị cắt bớt chứ không làm tròn: {text}." + _SIDES_VI + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "round-number": Wording(
        Severity.WARNING,
        "{kind} holds only if {words} is a round number for {needed}: {text}." + _SIDES_EN + "; off by {gap}.",
        "{kind_vi} chỉ đúng nếu {words} là số làm tròn của {needed}: {text}." + _SIDES_VI + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "loose": Wording(
        Severity.WARNING,
        "{kind} holds only if {words} was written for {needed}: {text}." + _SIDES_EN + "; off by {gap}.",
        "{kind_vi} chỉ đúng nếu {words} được viết cho {needed}: {text}." + _SIDES_VI + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "one-of": Wording(
        Severity.WARNING,
        "{kind} holds only if one of these was cut off or written loosely: {words}; {text}."
        + _SIDES_EN
        + "; off by {gap}.",
        "{kind_vi} chỉ đúng nếu một trong các số sau bị cắt bớt hoặc viết rất thoáng: {words}; {text}."
        + _SIDES_VI
        + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "several": Wording(
        Severity.WARNING,
        "{kind} holds only if figures were cut off or written loosely ({words}): {text}."
        + _SIDES_EN
        + "; off by {gap}.",
        "{kind_vi} chỉ đúng nếu có số bị cắt bớt hoặc viết rất thoáng ({words}): {text}." + _SIDES_VI + "; lệch {gap}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "rounding": Wording(
        Severity.NOTE,
        "{kind} holds only thanks to rounding: {text}." + _SIDES_EN + "; as written they are {gap} apart.",
        "{kind_vi} chỉ đúng nhờ làm tròn: {text}." + _SIDES_VI + "; theo số đã viết thì lệch {gap}.",
        "Nothing need be done; say so beside the figures, since whoever adds them up gets another result.",
        "Không cần sửa gì; nên ghi chú cạnh số liệu, vì ai cộng lại cũng sẽ ra kết quả khác.",
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
_STATED = (("Stated", "Số nêu"), ("worked out", "số tính ra"))
_SIDES = (("Left", "Vế trái"), ("right", "vế phải"))


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each relation that cannot hold, or only just."""
    for judgement in view.judgements:
        hard = judgement.verdict is Verdict.BROKEN
        if judgement.verdict is Verdict.HOLDS or (hard and is_part_of_whole(judgement.instance)):
            continue
        if judgement.verdict is Verdict.ROUNDED and judgement.by_one:
            continue
        yield _fault(judgement, view)
    for weighed in view.growths:
        best = weighed.best
        if best and not weighed.settled and best.verdict not in (Verdict.HOLDS, Verdict.ROUNDED):
            yield _of_two_readings(weighed, best, view)


def is_part_of_whole(instance: Instance) -> bool:
    """Whether a relation says of one claim that it is at most another: `part-exceeds-whole` speaks then."""
    holds = instance.holds
    plain = isinstance(holds.left, Reference) and isinstance(holds.right, Reference)
    return plain and holds.operator in ("<=", ">=", "<", ">")


def _fault(judgement: Judgement, view: View) -> Fault:
    instance = judgement.instance
    wording = _wording(judgement, view)
    sides = sides_of(judgement, view.figures)
    names = _STATED if sides.one_is_stated else _SIDES
    kind, kind_vi = _KINDS["growth" if instance.origin in view.registry.claims else _kind(instance, sides.unit)]
    facts: dict[str, Fact] = {
        "relation": instance.origin,
        "text": instance.text,
        "verdict": judgement.verdict.value,
        "operator": instance.holds.operator,
        "kind": kind,
        "kind_vi": kind_vi,
        "one": names[0][0],
        "one_vi": names[0][1],
        "other": names[1][0],
        "other_vi": names[1][1],
        "shown": Range(sides.one, sides.unit, sides.style),
        "against": Range(sides.other, sides.unit, sides.style),
        "left": Range(judgement.left, sides.unit, sides.style),
        "right": Range(judgement.right, sides.unit, sides.style),
        "gap": sides.gap,
        "claims": instance.claims,
    }
    if judgement.blamed:
        blamed = [view.figures[name] for name in judgement.blamed]
        facts["blamed"] = judgement.blamed
        facts["words"] = ", ".join(f"{figure.id} ({figure.words})" for figure in blamed)
        if judgement.needed is not None:
            facts["needed"] = Range(judgement.needed, blamed[0].unit, blamed[0].style)
    related = tuple((claim, view.registry.claims[claim].place_of("value")) for claim in instance.claims)
    return Fault(wording, instance.place, instance.claims, related, facts)


def _of_two_readings(weighed: WeighedGrowth, best: Judgement, view: View) -> Fault:
    """Return the fault of a growth that no reading makes true, or only just: the best one, and what the other gives."""
    fault = _fault(best, view)
    if best.verdict is not Verdict.BROKEN:
        return fault
    first, second = (outcome.judgement for outcome in weighed.outcomes)
    if first is None or second is None:
        return fault
    unit, style = unit_of(first.instance, view.figures), style_of(first.instance, view.figures)
    facts = dict(fault.facts)
    facts |= {"first": Range(first.right, unit, style), "second": Range(second.right, unit, style)}
    facts |= {"stated": Range(first.left, unit, style), "value": weighed.growth.figure.words}
    in_points = weighed.outcomes[1].reading is Reading.POINTS
    return replace(fault, wording="either" if in_points else "either-multiple", facts=facts)


def _wording(judgement: Judgement, view: View) -> str:
    if judgement.verdict is Verdict.BROKEN:
        if judgement.blamed and judgement.needed:
            return "fraction"
        return "hard" if sides_of(judgement, view.figures).gap.value else "touching"
    if judgement.verdict is Verdict.ROUNDED:
        return "rounding"
    if judgement.needed is None:
        return "one-of" if judgement.any_one else "several"
    if judgement.verdict is Verdict.CUT_OFF:
        return "cut-off"
    return "round-number" if view.figures[judgement.blamed[0]].slack is Slack.ROUND else "loose"


def _kind(instance: Instance, unit: str) -> str:
    used = operators(instance.holds)
    if "/" in used:
        return "share" if unit == "%" else "ratio"
    if "*" in used:
        return "growth" if _grows(instance.holds.left) or _grows(instance.holds.right) else "product"
    if used:
        return "sum"
    return "comparison"


def _grows(tree: Expression) -> bool:
    """Whether something is multiplied by 1 and a change: ``before × (1 + 10%)``."""
    if not isinstance(tree, Operation):
        return False
    if tree.operator == "*":
        sums = [side for side in (tree.left, tree.right) if isinstance(side, Operation) and side.operator in ("+", "-")]
        if any(isinstance(side.left, Number) or isinstance(side.right, Number) for side in sums):
            return True
    return _grows(tree.left) or _grows(tree.right)
