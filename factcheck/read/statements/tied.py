"""Which metrics a document ties its figures to by their numbers: those that the registry has of the same time.

"The 486,300 tonnes of 2022" is what an earlier report called "landed"; so is 468,300, one slip away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from factcheck.model.exact import Exact
from factcheck.model.period import Period, parse_period
from factcheck.model.quantity import AMOUNTS
from factcheck.read.statements.likeness import Match
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.slips import digits_of, is_a_slip_away
from factcheck.read.statements.statement import Statement

# So many digits, those behind the last that is not 0 left out, tell something in a report of the same publisher, and
# so many in any. A slip in fewer than so many tells nothing.
_TELLING, _MANY, _FEWEST_OF_SLIP = 3, 5, 4
# Words that say so little have to say it where nobody tells that the publisher is the same.
_SOME_WORDS = 0.2
# Such a match is as good as one by words that leave no doubt.
_SURE = 0.8


class Told(NamedTuple):
    """What a claim says, of all that its metric counts: when, and how much."""

    period: Period
    value: Exact


def tied(
    statements: Sequence[Statement],
    links: Mapping[int, Link],
    matches: Mapping[int, Sequence[Match]],
    told: Mapping[str, Sequence[Told]],
    is_same_publisher: Callable[[str], bool],
) -> dict[int, list[Match]]:
    """Return the matches of figures, those first that numbers tell; ``told`` holds the claims by metric.

    What a figure is held against ("down from 486,300 in 2022") tells of the figure too. ``is_same_publisher`` is
    whether a metric has claims of who published the text.
    """
    by_number: dict[int, set[str]] = {}
    for number, found in matches.items():
        statement = statements[number]
        metrics = {each.metric for each in found if _tells(statement, each, told, is_same_publisher)}
        if len(metrics) != 1:
            continue
        by_number.setdefault(number, set()).update(metrics)
        link = links.get(number)
        if link is not None and link.kind is LinkKind.LIST and statement.against:
            by_number.setdefault(link.parent, set()).update(metrics)
    return {
        number: _first(found, by_number[number]) if len(by_number.get(number, ())) == 1 else list(found)
        for number, found in matches.items()
    }


def _first(matches: Sequence[Match], metrics: set[str]) -> list[Match]:
    better = [each._replace(score=max(each.score, _SURE)) if each.metric in metrics else each for each in matches]
    return sorted(better, key=lambda match: (-match.score, match.metric))


def _tells(
    statement: Statement, match: Match, told: Mapping[str, Sequence[Told]], is_same_publisher: Callable[[str], bool]
) -> bool:
    """Whether a figure has the number of one of a metric's claims of the same time, or one a slip away."""
    quantity = statement.quantity
    if quantity.kind not in AMOUNTS or statement.is_difference or not statement.told or not statement.period:
        return False
    same = is_same_publisher(match.metric)
    digits = len(digits_of(quantity.value).rstrip("0"))
    if digits < (_TELLING if same else _MANY) or not (same or match.score >= _SOME_WORDS):
        return False
    period = parse_period(statement.period)
    for each in told.get(match.metric, ()):
        if (each.period.start, each.period.end) != (period.start, period.end):
            continue
        slipped = digits >= _FEWEST_OF_SLIP and is_a_slip_away(quantity.value, each.value)
        if each.value == quantity.value or slipped:
            return True
    return False
