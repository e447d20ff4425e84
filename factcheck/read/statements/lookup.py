"""The claim of a registry that a statement of a new text repeats, if it repeats one.

Built for few false alarms: kinds and units must fit, the time must not be another one, and the words must fit well,
and clearly better than those of every other claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Protocol

from rapidfuzz import fuzz

from factcheck.model.exact import magnitude
from factcheck.model.ident import slug
from factcheck.model.lint import Reason, Standing
from factcheck.model.period import Period, parse_period
from factcheck.model.quantity import AMOUNTS, Quantity
from factcheck.model.record import record, replace
from factcheck.model.registry import Behaviour, Status
from factcheck.model.view import Figure
from factcheck.read.statements.alike import agrees, may_be, signed
from factcheck.read.statements.likeness import Match
from factcheck.read.statements.page import Page
from factcheck.read.statements.slips import digits_of, is_a_slip_away
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\s.,;:!?()\[\]“”\"'/]+")
_MARK = re.compile(r"[,;:.](?=\s)")
_SAME_WORD = 85
_FEWEST_WORDS = 2
_QUOTED = 0.6
_STRONG, _STRONG_UNDATED, _LEAST_QUOTED = 0.72, 0.85, 0.3
_MARGIN = 0.12
_HALF = 0.5
_LONG_NUMBER = 4
# A text that names no time is not of what was so many days before or after it.
_LONG_AFTER = 180
_POINT_IN_TIME = (Behaviour.STOCK, Behaviour.CUMULATIVE)


@record(frozen=True, slots=True)
class Candidate:
    """A claim with its figure, and the words of its quote left and right of the number; ``moved`` is what they say.

    ``shared`` is whether claims of another metric have the same words.
    """

    figure: Figure
    left: tuple[str, ...]
    right: tuple[str, ...]
    moved: bool = False
    shared: bool = False

    def is_move(self, words: StatementWords) -> bool:
        """Whether the claim's own quote says by how many there are more or fewer."""
        left, right = " ".join(self.left), " ".join(self.right)
        return self.moved or words.another.search(left) is not None or words.more.match(right) is not None

    @staticmethod
    def of(figure: Figure, quantity: Quantity | None) -> Candidate:
        """Make one from a claim's figure and the quantity that its quote was read as."""
        quote = figure.claim.quote
        if quote is None or quantity is None:
            return Candidate(figure, (), ())
        text = " ".join(quote.exact.split()).lower()
        left, right = text[: quantity.start], text[quantity.end :]
        return Candidate(figure, tuple(_WORD.findall(left)), tuple(_WORD.findall(right)), quantity.direction != 0)


def by_metric(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Return the claims of each metric, those marked whose words are also said of another."""
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    metrics: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    all_of_them = tuple(candidates)
    for each in all_of_them:
        metrics[each.left, each.right].add(each.figure.claim.metric)
    for each in all_of_them:
        shared = len(metrics[each.left, each.right]) > 1
        found[each.figure.claim.metric].append(replace(each, shared=shared))
    return dict(found)


class Apart(Protocol):
    """Tells which words of a statement say that it may be about another thing than a claim."""

    def __call__(self, figure: Figure, *, quoted: bool) -> tuple[str, ...]:
        """Return them; ``quoted`` is whether the words of the claim's quote stand around the statement's figure."""


@record(frozen=True, slots=True)
class Answer:
    """How a statement stands to the registry, by which claim; ``apart`` are the words that leave it in doubt."""

    standing: Standing
    figure: Figure | None = None
    reason: Reason | None = None
    score: float = 0
    apart: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class _Ranked:
    candidate: Candidate
    rank: float
    score: float
    quoted: bool
    dated: bool


def look_up(
    page: Page,
    statement: Statement,
    matches: Sequence[Match],
    candidates: Mapping[str, Sequence[Candidate]],
    words: StatementWords,
    apart: Apart,
) -> Answer:
    """Hold a statement against the claims of the metrics that its words can mean.

    ``candidates`` are the claims by metric, oldest first; ``apart`` are the words of the statement that may say that
    it is not about the same thing as a claim.
    """
    ranked = [
        ranked
        for match in matches
        if match.score >= _LEAST_QUOTED
        for candidate in candidates.get(match.metric, ())
        if (ranked := _ranked(page, statement, match, candidate, words, matches[0].score)) is not None
    ]
    ranked.sort(key=lambda each: (-each.rank, -_day(each.candidate), each.candidate.figure.claim.id))
    if not ranked:
        return Answer(Standing.UNKNOWN)
    best = ranked[0]
    mine = best.candidate.figure
    if mine.claim.dimensions and _names_its_part(page, statement, best, words):
        # What is said of a part that it names is not said of all.
        ranked = [each for each in ranked if not _is_whole_of(each.candidate.figure, mine)]
    close = [each for each in ranked if each.rank > best.rank - _MARGIN]
    agreeing = [each for each in close if agrees(statement, each.candidate.figure)]
    if _is_move(statement, words) and not (best.quoted and best.candidate.is_move(words)):
        # "Fell by £340m": no claim of how much there is.
        return Answer(Standing.UNKNOWN)
    if statement.elsewhen and not agreeing:
        # "4.1%, down from 4.3%": it need not be of any time that the registry knows.
        return Answer(Standing.UNKNOWN)
    if not (best.quoted or best.score >= (_STRONG if best.dated else _STRONG_UNDATED)):
        return _slipped(statement, () if agreeing else ranked, apart)
    if agreeing:
        return _agreement(statement, agreeing[0])
    whole = [each for each in ranked if each.dated and _is_whole_of(each.candidate.figure, mine)]
    if borne_out := [each for each in whole if agrees(statement, each.candidate.figure)]:
        return _agreement(statement, borne_out[0])
    # A figure may be of a metric that has no claim yet; that one must not be nearly as good.
    rival = max((match.score for match in matches if match.metric != best.candidate.figure.metric.id), default=0.0)
    clear = best.quoted or (best.dated and best.score >= rival + _MARGIN)
    if clear and _is_alone(best, close):
        named = _names_its_part(page, statement, best, words)
        # The very words beside a number that a slip away would make the claim's leave little doubt of what is meant.
        same = best.quoted and is_a_slip_away(statement.quantity.value, best.candidate.figure.value)
        return _disagreement(statement, best, apart(best.candidate.figure, quoted=same), words, named=named)
    return _slipped(statement, ranked, apart)


def _slipped(statement: Statement, ranked: Sequence[_Ranked], apart: Apart) -> Answer:
    """Return doubt where a number is a slip away from a claim's of its time, and nothing else is said besides."""
    if statement.quantity.kind not in AMOUNTS or len(digits_of(statement.quantity.value)) < _LONG_NUMBER:
        return Answer(Standing.UNKNOWN)
    for each in ranked:
        figure = each.candidate.figure
        alike = each.dated and each.score >= _HALF and is_a_slip_away(statement.quantity.value, figure.value)
        if alike and not apart(figure, quoted=False) and not signed(statement, figure).hard.meets(figure.hard):
            return Answer(Standing.DOUBTFUL, figure, Reason.SLIP, each.score)
    return Answer(Standing.UNKNOWN)


def _is_whole_of(figure: Figure, part: Figure) -> bool:
    """Whether one claim counts all of what another counts a part of, as their dimensions say."""
    return figure.metric.id == part.metric.id and not figure.claim.dimensions and bool(part.claim.dimensions)


def _ranked(
    page: Page, statement: Statement, match: Match, candidate: Candidate, words: StatementWords, best: float
) -> _Ranked | None:
    figure = candidate.figure
    if not may_be(statement, figure):
        return None
    dated = _dates_fit(statement, figure)
    if dated is None:
        return None
    quoted = match.score >= _LEAST_QUOTED and _same_words(
        page, statement.quantity, candidate, words, is_best=match.score >= best
    )
    rank = match.score + (_QUOTED if quoted else 0) + (_MARGIN / 2 if dated else 0)
    return _Ranked(candidate, rank, match.score, quoted, dated)


def _names_its_part(page: Page, statement: Statement, ranked: _Ranked, words: StatementWords) -> bool:
    """Whether a text speaks of the part that a claim's dimensions name: in their words, or in those of its quote.

    A level is named as it is; another part may stand in a text in other words, but also not at all.
    """
    parts = [value for _, value in ranked.candidate.figure.claim.dimensions if not value.isdigit()]
    spoken = slug(page.lower[statement.sentence.start : statement.sentence.end]).split("-") if parts else []
    if all(word in spoken for value in parts for word in slug(value).split("-")):
        return True
    return ranked.quoted and _same_words(page, statement.quantity, ranked.candidate, words, is_best=False)


def _dates_fit(statement: Statement, figure: Figure) -> bool | None:
    """Return whether both name the same time; False where one of them names none, None where they differ."""
    mine = figure.claim.period
    if not statement.told or not statement.period or mine is None:
        return False
    theirs = parse_period(statement.period)
    if (theirs.start, theirs.end) == (mine.start, mine.end):
        return True
    at_end = figure.metric.behaviour in _POINT_IN_TIME or figure.metric.behaviour in (
        Behaviour.SHARE,
        Behaviour.RATIO,
        None,
    )
    if at_end and theirs.end == mine.end and _may_share_end(theirs, mine):
        return True
    return None


def _may_share_end(one: Period, other: Period) -> bool:
    """Whether two periods that end together can mean one time: an instant, and what leads up to it."""
    return one.is_instant or other.is_instant or one.start is None or other.start is None


def _same_words(page: Page, quantity: Quantity, candidate: Candidate, words: StatementWords, *, is_best: bool) -> bool:
    """Whether the words that the claim's quote has beside its number stand beside this number too.

    Words that may be said of many things tell nothing but of the metric that all around fits best (``is_best``).
    """
    left = _unhedged(candidate.left, words)
    wanted = [*left, "#", *candidate.right]
    telling = [word for word in (*left, *candidate.right) if word not in words.stop_words]
    if len(telling) < _FEWEST_WORDS:
        return False
    if not is_best and (candidate.shared or _may_be_said_of_many(telling, candidate.figure, words)):
        return False
    before = _WORD.findall(page.lower[max(0, quantity.start - 200) : quantity.start])
    after = _WORD.findall(page.lower[quantity.end : quantity.end + 200])
    before = _unhedged(before, words)
    size = len(left)
    here = [*(before[-size:] if size else []), "#", *after[: len(candidate.right)]]
    if _crosses_a_mark(page.lower, quantity, len(candidate.right), candidate.figure):
        return False
    # Word by word: one word more or less is what sets "of the ministry" apart from "at level 4".
    return len(wanted) == len(here) and all(
        one == other or fuzz.ratio(one, other) >= _SAME_WORD for one, other in zip(wanted, here, strict=True)
    )


def _crosses_a_mark(lower: str, quantity: Quantity, words: int, figure: Figure) -> bool:
    """Whether a mark stands among so many words behind a number, though none does in a claim's quote.

    "1,31 triệu tấn, cà phê chế biến …" does not say "1,46 triệu tấn cà phê".
    """
    behind = [*islice(_WORD.finditer(lower, quantity.end, quantity.end + 200), words)]
    if not behind or not _MARK.search(lower, quantity.end, behind[-1].end()):
        return False
    return figure.claim.quote is not None and not _MARK.search(figure.claim.quote.exact)


def _unhedged(before: Sequence[str], words: StatementWords) -> list[str]:
    """Return the words before a number without its hedge: "trên 312.000" and "khoảng 312 nghìn" are said alike."""
    kept = list(before)
    while kept and kept[-1] in words.hedges:
        kept.pop()
    return kept


def _may_be_said_of_many(telling: Iterable[str], figure: Figure, words: StatementWords) -> bool:
    """Whether words tell no more than a unit and a change: "171 nghìn hồ sơ", "tăng 12% so với cùng kỳ"."""
    dull = words.reporting | set(figure.metric.unit.lower().split())
    return all(word in dull for word in telling)


def _is_move(statement: Statement, words: StatementWords) -> bool:
    """Whether a figure says by how many there are more or fewer: "up 580", "580 more visits", "thêm 580 lượt"."""
    if statement.is_difference:
        return True
    more = words.another.search(statement.left) or words.more.match(statement.right)
    return more is not None and statement.quantity.kind in AMOUNTS


def _day(candidate: Candidate) -> int:
    period = candidate.figure.claim.period
    return period.end.toordinal() if period else 0


def _agreement(statement: Statement, ranked: _Ranked) -> Answer:
    """Return agreement; where the same words stand beside another number that both may mean, doubt."""
    figure = ranked.candidate.figure
    quantity = signed(statement, figure)
    other = quantity.value != figure.value and quantity.comparator is figure.claim.comparator
    # "12 out of 48" where the claim is 12 of 38: there may be more of them by now.
    of_another = figure.of is not None and quantity.of != figure.of
    if (ranked.quoted and other) or of_another:
        return Answer(Standing.DOUBTFUL, figure, Reason.OTHER_NUMBER, ranked.score)
    return Answer(Standing.AGREES, figure, None, ranked.score)


def _is_alone(best: _Ranked, close: Sequence[_Ranked]) -> bool:
    """Whether no other thing than the best claim's comes near: another time of the same thing does not count."""
    mine = best.candidate.figure
    return all(
        (each.candidate.figure.claim.metric, each.candidate.figure.claim.dimensions)
        == (mine.claim.metric, mine.claim.dimensions)
        for each in close
    )


def _disagreement(
    statement: Statement, ranked: _Ranked, apart: tuple[str, ...], words: StatementWords, *, named: bool
) -> Answer:
    figure = ranked.candidate.figure
    if signed(statement, figure).hard.meets(figure.hard):
        return Answer(Standing.DOUBTFUL, figure, Reason.LIKELY_APART, ranked.score)
    if (Status.ESTIMATE in (figure.claim.status, statement.status)) and figure.claim.status is not statement.status:
        return Answer(Standing.DOUBTFUL, figure, Reason.ESTIMATED, ranked.score)
    if not ranked.dated:
        if _is_long_after(statement, figure):
            return Answer(Standing.UNKNOWN)
        return Answer(Standing.DOUBTFUL, figure, Reason.UNDATED, ranked.score)
    if not named:
        return Answer(Standing.DOUBTFUL, figure, Reason.ONE_PART, ranked.score)
    if apart and _is_only_a_part(statement, figure, apart, words):
        return Answer(Standing.UNKNOWN)
    if apart:
        return Answer(Standing.DOUBTFUL, figure, Reason.OTHER_WORDS, ranked.score, apart)
    return Answer(Standing.DISAGREES, figure, Reason.APART, ranked.score)


def _is_long_after(statement: Statement, figure: Figure) -> bool:
    """Whether a statement that names no time is of a text published long before or after a claim's time."""
    mine = figure.claim.period
    if statement.told or not statement.period or mine is None:
        return False
    day = parse_period(statement.period).end
    start = mine.start or mine.end
    return max((start - day).days, (day - mine.end).days) > _LONG_AFTER


def _is_only_a_part(statement: Statement, figure: Figure, apart: Iterable[str], words: StatementWords) -> bool:
    """Whether a statement is less than a claim and said to be some of something: "of which", "trong đó"."""
    less = magnitude(signed(statement, figure).value) < magnitude(figure.value)
    return less and any(words.contains.search(each) for each in apart)
