"""What a text repeats of a source by its numbers, where its words are others: an article about a report.

One number may be met by chance. Where a text and a source share more telling numbers than chance would give, the text
is about that source: then its other numbers are the source's too, and one that is a slip away from a number of the
source which the text does not have is in doubt.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from factcheck.model.exact import Exact, divide, magnitude, plain
from factcheck.model.interval import Interval
from factcheck.model.lint import Reason, Standing
from factcheck.model.period import parse_period
from factcheck.model.record import NamedTuple, record
from factcheck.model.registry import Metric
from factcheck.model.view import Figure
from factcheck.read.statements.alike import agrees, may_be
from factcheck.read.statements.likeness import Match
from factcheck.read.statements.lookup import Answer
from factcheck.read.statements.slips import is_a_slip_away, telling_digits
from factcheck.read.statements.statement import Statement

# A number of so many digits, those behind the last that is not 0 left out, tells something of what it is.
_TELLING = 3
# A source is what a text is about where chance would give so many shared numbers less often than this.
_HARDLY = 0.001
_AT_LEAST = 2
# Of more shared numbers chance is taken for likelier than it is, since some numbers are much commoner than others.
_ENOUGH = 20
# A text that has so much of its telling numbers from a source is an article about it, not another report of a series.
_MOSTLY = 0.5
# Less than any words fit: of a metric that was not looked through.
_NO_WORDS = -1.0
# How often chance may give a number that is taken for the claim's, by how well the words fit at least. Of a text that
# is about the claim's source, and of any text.
_OF_SOURCE = ((0.3, 0.3), (_NO_WORDS, 0.03))
_OF_ANY = ((0.6, 0.5), (0.4, 0.01), (0.2, 0.0005))
# A number that chance gives more often is hardly said twice.
_SAID_TWICE = 0.001
# The same of a number that is a slip away, and of either where a figure beside it has the number of a claim beside.
_SLIPPED = ((0.3, 0.5), (0.0, 0.1), (_NO_WORDS, 0.02))
_BESIDE = ((_NO_WORDS, 0.3),)
_REACH = 2
# Words that leave in doubt whether a claim is meant tell less than another claim's number does.
_OVERRULED = frozenset({Reason.OTHER_WORDS, Reason.UNDATED, Reason.ONE_PART})
# From this on words say the same, so that the figure agrees.
_SAME_WORDS = 0.5
# Rounding moves a number by no more than this part of it.
_ROUNDED = 20
# A text may repeat what was so some days ago as what is so now.
_DAYS = 31
_DAYS_OF_SLIP = 7
# So many numbers are a slip away from one, by each of its digits.
_SLIPS = 10


class Asked(NamedTuple):
    """A statement with the metrics that its words fit, best first, and what they alone tell of how it stands."""

    statement: Statement
    matches: Sequence[Match]
    answer: Answer


class _Pair(NamedTuple):
    """A statement, by its number in the text, and a claim of the same number; how often chance gives that."""

    number: int
    figure: Figure
    score: float
    chance: float


@record(frozen=True, slots=True)
class Numbers:
    """The claims of a registry in the order of their values; ``places`` tell in which order they are written down."""

    values: list[Exact]
    figures: list[Figure]
    by_source: dict[str, list[Figure]]
    places: dict[str, int]

    @staticmethod
    def of(figures: Iterable[Figure]) -> Numbers:
        """Sort the figures of claims."""
        ordered = sorted(figures, key=lambda figure: (figure.value, figure.claim.id))
        by_source: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in ordered:
            by_source[figure.claim.source].append(figure)
        listed = sorted(ordered, key=lambda figure: (figure.claim.place, figure.claim.id))
        places = {figure.claim.id: place for place, figure in enumerate(listed)}
        return Numbers([figure.value for figure in ordered], ordered, dict(by_source), places)

    def near(self, value: Exact, soft: Interval) -> Iterator[Figure]:
        """Yield those that a number may be, itself or rounded."""
        margin = divide(magnitude(value), _ROUNDED)
        low = min(value - margin, value if soft.low is None else soft.low)
        high = max(value + margin, value if soft.high is None else soft.high)
        yield from self.figures[bisect_left(self.values, low) : bisect_right(self.values, high)]


def by_numbers(asked: Sequence[Asked], numbers: Numbers, fits: Callable[[Metric, Statement], bool]) -> list[Answer]:
    """Return how the statements of a text stand, told by their numbers where their words do not tell.

    ``fits`` is whether a statement's kind and unit can be those of a metric.
    """
    reading = _Reading(asked, numbers, fits)
    about = reading.sources()
    reading.recognise(about)
    for source in sorted(about, key=lambda source: (-about[source], source)):
        slips = reading.slips(source)
        # Numbers of the same thing at another time are often a slip away too.
        if about[source] + len(slips) >= _MOSTLY * reading.telling:
            for number, slip in slips.items():
                reading.answers[number] = Answer(Standing.DOUBTFUL, slip.figure, Reason.SLIP, slip.score)
    return reading.answers


def _holds(pair: _Pair, limits: Iterable[tuple[float, float]]) -> bool:
    return any(pair.score >= score and pair.chance <= chance for score, chance in limits)


def _preference(pair: _Pair, about: dict[str, int]) -> tuple[int, float, str]:
    return (-about.get(pair.figure.claim.source, 0), -pair.score, pair.figure.claim.id)


class _Reading:
    """The statements of one text beside the claims of a registry."""

    def __init__(self, asked: Sequence[Asked], numbers: Numbers, fits: Callable[[Metric, Statement], bool]) -> None:
        self._asked = asked
        self._numbers = numbers
        self._fits = fits
        self._counts: dict[tuple[object, ...], int] = {}
        self.answers = [each.answer for each in asked]
        self.pairs = {number: list(self._pairs(number)) for number in range(len(asked))}
        self.telling = sum(telling_digits(each.statement.quantity.value) >= _TELLING for each in asked)

    def _pairs(self, number: int) -> Iterator[_Pair]:
        statement = self._asked[number].statement
        for figure in self._numbers.near(statement.quantity.value, statement.quantity.soft):
            same = agrees(statement, figure) and _are_rounded_alike(statement.quantity.value, figure.value)
            if same and self._may_be(statement, figure, _DAYS):
                digits = min(telling_digits(statement.quantity.value), telling_digits(figure.value))
                chance = self._like(number, figure.claim.source) * 10.0**-digits
                yield _Pair(number, figure, self._score(number, figure), chance)

    def _may_be(self, statement: Statement, figure: Figure, days: int) -> bool:
        return may_be(statement, figure) and self._fits(figure.metric, statement) and _is_near(statement, figure, days)

    def _score(self, number: int, figure: Figure) -> float:
        return next(
            (match.score for match in self._asked[number].matches if match.metric == figure.metric.id), _NO_WORDS
        )

    def _like(self, number: int, source: str) -> int:
        """Return how many claims of a source a statement can be, but for its number."""
        statement = self._asked[number].statement
        quantity = statement.quantity
        # All that decides it: a large registry is not gone through for each figure.
        sort = (quantity.kind, quantity.unit, quantity.of is None, statement.is_change, statement.is_difference)
        time = statement.period if statement.told else ""
        key = (*sort, statement.level, statement.status, time, source)
        if key not in self._counts:
            claims = self._numbers.by_source[source]
            self._counts[key] = sum(self._may_be(statement, figure, _DAYS) for figure in claims)
        return self._counts[key]

    def sources(self) -> dict[str, int]:
        """Return the sources that the text is about, with how many telling numbers they share."""
        shared: defaultdict[str, set[tuple[int, Exact]]] = defaultdict(set)
        for number, pairs in self.pairs.items():
            for pair in pairs:
                value = pair.figure.value
                if min(telling_digits(self._asked[number].statement.quantity.value), telling_digits(value)) >= _TELLING:
                    shared[pair.figure.claim.source].add((number, value))
        about: dict[str, int] = {}
        for source, found in shared.items():
            many = len({value for _, value in found})
            if many >= _AT_LEAST and self._is_hardly_chance(source, many):
                about[source] = many
        return about

    def _is_hardly_chance(self, source: str, many: int) -> bool:
        """Whether chance would hardly give a text so many telling numbers of a source (Poisson)."""
        digits = [telling_digits(each.statement.quantity.value) for each in self._asked]
        expected = sum(
            self._like(number, source) * 10.0**-each for number, each in enumerate(digits) if each >= _TELLING
        )
        # By logarithms: of a long text the power would be too large for a float, and of very long numbers it is 0.
        return not expected or many * math.log(expected) - math.lgamma(min(many, _ENOUGH) + 1) <= math.log(_HARDLY)

    def recognise(self, about: dict[str, int]) -> None:
        """Take numbers for those of claims where chance hardly gives them, then those beside these in both texts."""
        # "More than a quarter, 26%": the one that says it exactly comes first.
        exactly = sorted(self.pairs, key=lambda number: (not self._is_exact(number), number))
        for beside in (False, True):
            for number in exactly:
                pairs = self.pairs[number]
                answer = self.answers[number]
                if answer.standing is not Standing.UNKNOWN and answer.reason not in _OVERRULED:
                    continue
                fitting = [pair for pair in pairs if self._is_recognised(pair, about, beside=beside)]
                fitting = [pair for pair in fitting if pair.chance <= _SAID_TWICE or not self._is_taken(pair)]
                if fitting:
                    best = min(fitting, key=lambda pair: _preference(pair, about))
                    standing = Standing.AGREES if best.score >= _SAME_WORDS else Standing.SAME_NUMBER
                    self.answers[number] = Answer(standing, best.figure, None, best.score)

    def _is_exact(self, number: int) -> bool:
        value = self._asked[number].statement.quantity.value
        return any(pair.figure.value == value for pair in self.pairs[number])

    def _is_taken(self, pair: _Pair) -> bool:
        """Whether another statement has the number of a claim already, and is not what this one says roughly."""
        rough = self._asked[pair.number].statement.quantity.value != pair.figure.value
        return any(
            answer.figure is not None and answer.figure.claim.id == pair.figure.claim.id
            for number, answer in enumerate(self.answers)
            if number != pair.number and not (rough and number == pair.number + 1)
        )

    def _is_recognised(self, pair: _Pair, about: dict[str, int], *, beside: bool) -> bool:
        if pair.figure.claim.source not in about:
            return _holds(pair, _OF_ANY)
        return self._is_likely(pair, _OF_SOURCE, beside=beside)

    def _is_likely(self, pair: _Pair, limits: Iterable[tuple[float, float]], *, beside: bool) -> bool:
        return _holds(pair, limits) or (beside and self._is_beside(pair) and _holds(pair, _BESIDE))

    def _is_beside(self, pair: _Pair) -> bool:
        """Whether a statement near a pair's has the number of a claim that stands near the pair's claim."""
        place = self._numbers.places[pair.figure.claim.id]
        near = self.answers[max(pair.number - _REACH, 0) : pair.number + _REACH + 1]
        return any(
            answer.standing.has_number
            and answer.figure is not None
            and answer.figure.claim.source == pair.figure.claim.source
            and 0 < abs(self._numbers.places[answer.figure.claim.id] - place) <= _REACH
            for answer in near
        )

    def slips(self, source: str) -> dict[int, _Pair]:
        """Return the statements whose number is a slip away from that of a claim of a source, if one is clear.

        The text has the claim's own number nowhere.
        """
        taken = {answer.figure.claim.id for answer in self.answers if answer.figure is not None}
        found: dict[int, _Pair] = {}
        for number, answer in enumerate(self.answers):
            if answer.standing is not Standing.UNKNOWN:
                continue
            pairs = [pair for pair in self._slips(number, source) if pair.figure.claim.id not in taken]
            pairs = [pair for pair in pairs if self._is_likely(pair, _SLIPPED, beside=True)]
            pairs.sort(key=lambda pair: (-pair.score, pair.figure.claim.id))
            if len(pairs) == 1 or (pairs and pairs[0].score > pairs[1].score):
                found[number] = pairs[0]
        return found

    def _slips(self, number: int, source: str) -> Iterator[_Pair]:
        statement = self._asked[number].statement
        value = statement.quantity.value
        size = telling_digits(value)
        for figure in self._numbers.by_source[source]:
            slipped = is_a_slip_away(value, figure.value) and not agrees(statement, figure)
            if slipped and self._may_be(statement, figure, _DAYS_OF_SLIP):
                chance = self._like(number, source) * _SLIPS * size * 10.0**-size
                yield _Pair(number, figure, self._score(number, figure), chance)


def _are_rounded_alike(one: Exact, other: Exact) -> bool:
    """Whether two numbers are apart by no more than one in the last digit that the rougher one tells."""
    rougher = min(one, other, key=telling_digits)
    apart = magnitude(one - other)
    return apart == 0 or apart <= _last_place(rougher)


def _last_place(value: Exact) -> Exact:
    """Return the worth of the last digit that is not 0: 100 for 44,200."""
    whole, _, decimals = plain(magnitude(value)).partition(".")
    if decimals:
        return divide(1, 10 ** len(decimals))
    place: int = 10 ** (len(whole) - len(whole.rstrip("0")))
    return place


def _is_near(statement: Statement, figure: Figure, days: int) -> bool:
    """Whether the times of a statement and a claim meet, or end within so many days; or one of them has none.

    What a report came out with lately may be said to be so now.
    """
    mine = figure.claim.period
    if not statement.told or not statement.period or mine is None:
        return True
    theirs = parse_period(statement.period)
    ends = [mine.end]
    if theirs.is_instant and figure.source is not None and figure.source.published is not None:
        ends.append(figure.source.published)
    if any(abs((theirs.end - end).days) <= days for end in ends):
        return True
    return max(theirs.start or date.min, mine.start or date.min) <= min(theirs.end, mine.end)
