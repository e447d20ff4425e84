"""Figures cannot all be true, though every relation can hold alone.

## What it does
Follows what the figures imply for each other through all relations, breakdowns, changes and wholes, and through
figures of the same thing in other sources. Names a smallest set that cannot hold together (leave out any one of
it and the rest can), with the steps that show it.

## Why it matters
Five figures from three documents may look fine two by two and still not all be true. Nobody sees that by
reading one document.

## What it allows
All that rounding, hedges and cutting off leave open; counts are taken to be whole. A relation that is broken by
itself is left to `broken-relation`, and two figures of one thing that differ to `conflicting-values`.

## Example
```yaml
relations:
  - holds: all = online + paper         # 120 = 80 + 40
  - holds: online = level-3 + level-4   # about 80 = 30 + 45, which only 75 fulfils
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.conflict import Conflict, Link, Tie
from factcheck.model.finding import Fact, Fault, Range, Saying, Sayings, Wording
from factcheck.model.interval import Interval
from factcheck.model.place import Place
from factcheck.model.severity import Severity
from factcheck.model.view import View

_HELP_EN = "Check the figures against their documents: {claims}. If all are right, one of the relations is not."
_HELP_VI = "Đối chiếu các số với tài liệu: {claims}. Nếu tất cả đều đúng thì một trong các quan hệ sai."

WORDINGS = {
    "chain": Wording(
        Severity.ERROR,
        "These figures cannot all be true. {steps} But {claim} is {stated}.",
        "Các số này không thể cùng đúng. {steps} Nhưng {claim} là {stated}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "chain-whole": Wording(
        Severity.ERROR,
        "These figures cannot all be true. {steps} But {claim} is a whole number.",
        "Các số này không thể cùng đúng. {steps} Nhưng {claim} là số nguyên.",
        _HELP_EN,
        _HELP_VI,
    ),
    "together": Wording(
        Severity.ERROR,
        "These figures cannot all be true: no values fulfil all of this at once: {links}.",
        "Các số này không thể cùng đúng: không giá trị nào thỏa mãn đồng thời: {links}.",
        _HELP_EN,
        _HELP_VI,
    ),
    "together-whole": Wording(
        Severity.ERROR,
        "These figures cannot all be true: no whole numbers fulfil all of this at once: {links}.",
        "Các số này không thể cùng đúng: không có số nguyên nào thỏa mãn đồng thời: {links}.",
        _HELP_EN,
        _HELP_VI,
    ),
}
_STEP = ("By {link}, with {given}, {claim} is {interval}.", "Theo {link}, với {given}, {claim} là {interval}.")
_BARE_STEP = ("By {link}, {claim} is {interval}.", "Theo {link}, {claim} là {interval}.")
_GIVEN = ("{claim} {interval}", "{claim} {interval}")
_LINKS = {
    Tie.RELATION: ("{text}", "{text}"),
    Tie.CUMULATIVE: ("{text} (a cumulative count cannot fall)", "{text} (số lũy kế không thể giảm)"),
    Tie.NESTED: ("{text} (a period within the other)", "{text} (khoảng thời gian nằm trong khoảng kia)"),
    Tie.PART: ("{text} (a part of its whole)", "{text} (phần không quá tổng thể)"),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each smallest set of figures that cannot hold together."""
    for conflict in view.conflicts:
        yield _fault(conflict, view)


def _fault(conflict: Conflict, view: View) -> Fault:
    named = conflict.claims or tuple(name for link in conflict.links for name in link.claims)
    primary = conflict.claim if conflict.claim in named else named[0]
    ordered = dict.fromkeys((primary, *named))
    claims = tuple(dict.fromkeys(name.removesuffix(".of") for name in ordered))
    links = Sayings(tuple(_link(link) for link in conflict.links), "; ")
    facts: dict[str, Fact] = {
        "links": links,
        "relations": tuple(dict.fromkeys(link.origin for link in conflict.links if link.origin)),
        "claims": tuple(ordered),
    }
    wording = "together"
    if conflict.implied is not None and conflict.stated is not None:
        wording = "chain"
        facts["steps"] = Sayings(
            tuple(_step(step.link, step.claim, step.interval, step.given, view) for step in conflict.steps)
        )
        facts["claim"] = conflict.claim
        facts["stated"] = _range(conflict.claim, conflict.stated, view)
        facts["implied"] = _range(conflict.claim, conflict.implied, view)
    if conflict.whole:
        wording += "-whole"
    related = tuple((name, _place(name, view)) for name in ordered if name != primary)
    return Fault(wording, _place(primary, view), claims, related, facts)


def _step(link: Link, claim: str, interval: Interval, given: tuple[tuple[str, Interval], ...], view: View) -> Saying:
    facts: dict[str, Fact] = {
        "link": Sayings((_link(link),)),
        "claim": claim,
        "interval": _range(claim, interval, view),
        "given": Sayings(
            tuple(Saying(*_GIVEN, {"claim": name, "interval": _range(name, known, view)}) for name, known in given),
            ", ",
        ),
    }
    return Saying(*(_STEP if given else _BARE_STEP), facts)


def _link(link: Link) -> Saying:
    return Saying(*_LINKS[link.tie], {"text": link.text})


def _range(name: str, interval: Interval, view: View) -> Range:
    figure = view.figures.get(name)
    return Range(interval, figure.unit if figure else "")


def _place(name: str, view: View) -> Place:
    claim = view.registry.claims[name.removesuffix(".of")]
    key = "of" if name.endswith(".of") else "value"
    return claim.place_of(key)
