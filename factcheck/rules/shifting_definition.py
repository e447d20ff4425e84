"""The quotes of one metric say different things of the state of what is counted.

## What it does
Compares the words of state in the quotes of one metric (received, processed, done …; each language lists
its own), from one report to the next. A note where one set of words holds the other, a warning where
neither does.

## Why it matters
Applications received and applications processed are two counts. Under one metric they look like one that
rose or fell.

## What it allows
Quotes that say no more than the metric's name. Claims told apart by their dimensions are not compared.

## Example
"tiếp nhận, xử lý 4.150 phản ánh", then "tiếp nhận trên 6,5 nghìn phản ánh".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import Figure, View

_HELP_EN = "If they count different things, give them metrics or dimensions of their own."
_HELP_VI = "Nếu chúng đếm những thứ khác nhau, hãy tách metric hoặc dimensions."

WORDINGS = {
    "narrower": Wording(
        Severity.NOTE,
        "{label}: {value} says “{states}”, {other_value} says “{other_states}”.",
        "{label}: {value} ghi “{states}”, {other_value} ghi “{other_states}”.",
        _HELP_EN,
        _HELP_VI,
    ),
    "unsaid": Wording(
        Severity.NOTE,
        "{label}: {value} says “{states}”, {other_value} does not.",
        "{label}: {value} ghi “{states}”, {other_value} thì không.",
        _HELP_EN,
        _HELP_VI,
    ),
    "different": Wording(
        Severity.WARNING,
        "{label}: {value} says “{states}”, {other_value} says “{other_states}”: neither covers the other.",
        "{label}: {value} ghi “{states}”, {other_value} ghi “{other_states}”: không bên nào bao hàm bên kia.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each pair of state sets that follow each other in one metric."""
    things: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in view.figures.values():
        if figure.id in view.readings.quotes:
            claim = figure.claim
            things[claim.metric, claim.dimensions, claim.status, figure.unit].append(figure)
    for figures in things.values():
        if len({view.readings.quotes[figure.id].states for figure in figures}) == 1:
            continue
        figures.sort(key=lambda figure: figure.moment)
        seen: set[frozenset[frozenset[str]]] = set()
        for earlier, later in pairwise(figures):
            states = [view.readings.quotes[figure.id].states for figure in (earlier, later)]
            pair = frozenset(states)
            if len(pair) > 1 and pair not in seen:
                seen.add(pair)
                yield _fault(earlier, later, states[0], states[1])


def _fault(earlier: Figure, later: Figure, before: frozenset[str], after: frozenset[str]) -> Fault:
    said, said_by, other, other_by = (after, later, before, earlier) if after else (before, earlier, after, later)
    facts: dict[str, Fact] = {
        "label": later.metric.label,
        "value": said_by.words,
        "states": tuple(sorted(said)),
        "other_value": other_by.words,
        "other_states": tuple(sorted(other)),
    }
    related = ((earlier.id, earlier.claim.place_of("quote")),)
    one_holds_other = before <= after or after <= before
    wording = "unsaid" if not other else "narrower" if one_holds_other else "different"
    return Fault(wording, later.claim.place_of("quote"), (later.id, earlier.id), related, facts)
