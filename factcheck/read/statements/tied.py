"""Which metrics a document ties its figures to by their numbers: those that the registry has of the same time.

"The 486,300 tonnes of 2022" is what an earlier report called "landed"; so is 468,300, one slip away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from factcheck.model.exact import Exact, magnitude
from factcheck.model.period import Grain, Period, parse_period
from factcheck.model.quantity import AMOUNTS
from factcheck.model.record import NamedTuple
from factcheck.read.statements.likeness import Match
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.slips import is_a_slip_away, telling_digits
from factcheck.read.statements.statement import Statement, are_like_levels

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
    moves = _moves(statements, links)
    for number, found in matches.items():
        statement = statements[number]
        if statement.quantity.kind not in AMOUNTS or statement.is_difference:
            continue
        metrics = {
            match.metric
            for match in found
            if _is_told(statement, moves.get(number, ()), match, told, same=is_same_publisher(match.metric))
        }
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


class _Move(NamedTuple):
    """By how much more a figure is than another of its metric, of another time, as far as the words tell."""

    since: Period
    by: tuple[Exact, ...]


def _moves(statements: Sequence[Statement], links: Mapping[int, Link]) -> dict[int, list[_Move]]:
    """Return by the number of each figure how it moved, and what of it came last.

    "4,137 vessels, 75 fewer than a year before"; "131.850 tấn trong năm, riêng quý IV 35.430 tấn".
    """
    found: defaultdict[int, list[_Move]] = defaultdict(list)
    for number, link in links.items():
        moved, level = statements[number], statements[link.parent]
        if link.kind is LinkKind.CHANGE and moved.is_difference and moved.base and moved.is_like(level):
            by, direction = magnitude(moved.quantity.value), moved.quantity.direction
            # "75 fewer" has its direction behind it.
            both = (by, -by) if direction == 0 else (by * direction,)
            found[link.parent].append(_Move(parse_period(moved.base), both))
        elif link.kind is LinkKind.LIST and are_like_levels(moved, level) and (rest := _rest_of(level, moved)):
            found[link.parent].append(_Move(rest, (moved.quantity.value,)))
    return found


def _rest_of(whole: Statement, part: Statement) -> Period | None:
    """Return the time of a figure that is left before that of another: nine months, of a year and its last quarter."""
    if not (whole.period and part.period and whole.told and part.told):
        return None
    longer, last = parse_period(whole.period), parse_period(part.period)
    if longer.start is None or last.start is None or last.end != longer.end or last.start <= longer.start:
        return None
    return Period(longer.start, last.start - timedelta(days=1), Grain.INTERVAL)


def _first(matches: Sequence[Match], metrics: set[str]) -> list[Match]:
    better = [each._replace(score=max(each.score, _SURE)) if each.metric in metrics else each for each in matches]
    return sorted(better, key=lambda match: (-match.score, match.metric))


def _is_told(
    statement: Statement, moves: Iterable[_Move], match: Match, told: Mapping[str, Sequence[Told]], *, same: bool
) -> bool:
    """Whether a figure is what a metric's claims say of its time or, as far as it moved, of another time.

    ``same`` is whether one of them was published by who published the text.
    """
    if not (same or match.score >= _SOME_WORDS):
        return False
    value, fewest = statement.quantity.value, _TELLING if same else _MANY
    for each in told.get(match.metric, ()):
        if telling_digits(each.value) < fewest:
            continue
        at_once = statement.told and statement.period and _are_one(each.period, parse_period(statement.period))
        if at_once and _is_or_slipped(value, each.value):
            return True
        for by in (by for move in moves if _are_one(each.period, move.since) for by in move.by):
            # The slip may also be in what it moved by.
            if _is_or_slipped(value, each.value + by) or _is_or_slipped(by, value - each.value):
                return True
    return False


def _are_one(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _is_or_slipped(value: Exact, wanted: Exact) -> bool:
    return value == wanted or (telling_digits(value) >= _FEWEST_OF_SLIP and is_a_slip_away(value, wanted))
