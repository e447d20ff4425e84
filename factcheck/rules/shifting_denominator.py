"""The whole that things are counted out of is not the same size everywhere.

## What it does
Looks at all "x of N" claims whose metrics name the same `whole`, and reports when N differs from one source
to the next. A warning where both quotes name the whole in the same words, a note where the words differ too.

## Why it matters
"28/29 ministries" and "9/22 ministries" cannot be set side by side before it is known which bodies each
leaves out.

## What it allows
Ranks, and metrics that name no whole.

## Example
"28/29 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ" in 2018, "9/22 bộ, cơ quan" in 2020.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.registry import Behaviour
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, View

_HELP_EN = "Say in the registry which bodies each N counts: tell the wholes apart, or allow the change with a reason."
_HELP_VI = "Ghi rõ trong sổ mỗi N gồm những đơn vị nào: tách whole, hoặc ghi allow kèm lý do."

WORDINGS = {
    "same-words": Wording(
        Severity.WARNING,
        "{whole}: {value} counts out of {of}, {other_value} out of {other_of}, both in the same words.",
        "{whole}: {value} tính trên {of}, {other_value} tính trên {other_of}, với cùng lời văn.",
        _HELP_EN,
        _HELP_VI,
    ),
    "other-words": Wording(
        Severity.NOTE,
        "{whole}: {value} counts out of {of}, {other_value} out of {other_of}; the words for the whole differ too.",
        "{whole}: {value} tính trên {of}, {other_value} tính trên {other_of}; lời văn chỉ tổng thể cũng khác.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault each time N changes from one source to the next."""
    wholes: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in view.figures.values():
        if figure.metric.whole and figure.claim.of and figure.metric.behaviour is not Behaviour.RANK:
            wholes[figure.metric.whole].append(figure)
    for whole, figures in wholes.items():
        figures.sort(key=lambda figure: figure.moment)
        seen: set[tuple[object, object]] = set()
        for earlier, later in pairwise(figures):
            change = (earlier.of, later.of)
            if change[0] != change[1] and earlier.claim.source != later.claim.source and change not in seen:
                seen.add(change)
                yield _fault(whole, earlier, later, view)


def _fault(whole: str, earlier: Figure, later: Figure, view: View) -> Fault:
    scopes = [reading.scope if (reading := view.readings.quotes.get(figure.id)) else "" for figure in (earlier, later)]
    facts: dict[str, Fact] = {
        "whole": whole,
        "value": later.words,
        "of": str(later.of),
        "scope": scopes[1],
        "other_value": earlier.words,
        "other_of": str(earlier.of),
        "other_scope": scopes[0],
    }
    related = ((earlier.id, earlier.claim.place_of("of")),)
    wording = "same-words" if scopes[0] == scopes[1] else "other-words"
    return Fault(wording, later.claim.place_of("of"), (later.id, earlier.id), related, facts)
