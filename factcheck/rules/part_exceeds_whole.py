"""A part is larger than its whole.

## What it does
Reports "x of N" with x above N, and a relation `part <= whole` that cannot hold.

## Why it matters
Nothing has more parts than it has. One of the two figures is wrong.

## What it allows
Metrics whose behaviour is `ratio`: 800 000 ha of 700 000 ha planned is an achievement of 114 %.
A rate is no part: there may be 140 subscriptions per 100 inhabitants. So of 100, 1 000, 10 000 … something may be more,
unless the quote says so much of so many, "105/100 hộ".

## Example
"65/63 tỉnh, thành phố".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.expression import Reference
from factcheck.model.finding import Fact, Fault, Range, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import Instance, Judgement, Verdict, View

WORDINGS = {
    "of": Wording(
        Severity.ERROR,
        "{value} of {of}: the part is larger than the whole.",
        "{value} trên {of}: phần lớn hơn tổng thể.",
        "Check both numbers against the document; if the figure may pass 100 %, give the metric behaviour: ratio.",
        "Đối chiếu hai số với tài liệu; nếu số này có thể vượt 100 %, đặt behaviour: ratio cho metric.",
    ),
    "relation": Wording(
        Severity.ERROR,
        "{part} ({part_range}) is more than {whole} ({whole_range}), though a relation says that it is no more.",
        "{part} ({part_range}) lớn hơn {whole} ({whole_range}), trong khi một quan hệ ghi rằng nó không lớn hơn.",
        "Check both figures against their documents. If both are right, the relation is not.",
        "Đối chiếu hai số với tài liệu. Nếu cả hai đều đúng thì quan hệ này sai.",
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each part above its whole."""
    for figure in view.figures.values():
        whole = figure.of
        if whole is None or not figure.is_part:
            continue
        if figure.hard.low is not None and figure.hard.low > whole:
            facts: dict[str, Fact] = {"value": figure.value, "of": whole}
            yield Fault("of", figure.claim.place_of("of"), (figure.id,), facts=facts)
    for judgement in view.judgements:
        if judgement.verdict is Verdict.BROKEN:
            yield from _related(judgement, view)


def _related(judgement: Judgement, view: View) -> Iterator[Fault]:
    holds, instance = judgement.instance.holds, judgement.instance
    left, right = holds.left, holds.right
    if not isinstance(left, Reference) or not isinstance(right, Reference) or holds.operator == "=":
        return
    sides = [(left, judgement.left), (right, judgement.right)]
    if holds.operator in (">=", ">"):
        sides.reverse()
    (part, part_range), (whole, whole_range) = sides
    claims = tuple(dict.fromkeys(instance.members[side.name, side.selector] for side in (part, whole)))
    figure = view.figures[claims[0]]
    facts: dict[str, Fact] = {
        "relation": instance.origin,
        "text": instance.text,
        "part": _name(part, instance),
        "part_range": Range(part_range, figure.unit, figure.style),
        "whole": _name(whole, instance),
        "whole_range": Range(whole_range, figure.unit, figure.style),
    }
    related = tuple((claim, view.registry.claims[claim].place_of("value")) for claim in claims)
    yield Fault("relation", instance.place, claims, related, facts)


def _name(side: Reference, instance: Instance) -> str:
    claim = instance.members[side.name, side.selector]
    return f"{claim}.of" if side.of else claim
