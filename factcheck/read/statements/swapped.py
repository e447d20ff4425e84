"""Two numbers of a source that a text has in each other's place: "4,582 undergraduates and 14,212 postgraduates"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.model.ident import slug
from factcheck.model.lint import Reason, Standing
from factcheck.model.view import Figure
from factcheck.read.statements.likeness import near_text
from factcheck.read.statements.lookup import Answer
from factcheck.read.statements.page import Span
from factcheck.read.statements.repeated import Asked
from factcheck.read.statements.words import StatementWords


def doubt_swapped(asked: Sequence[Asked], answers: Sequence[Answer], words: StatementWords) -> list[Answer]:
    """Return the answers, with doubt where the words beside two numbers of a sentence are each other's."""
    doubted = list(answers)
    swapped: set[int] = set()
    dull = _words(" ".join(words.stop_words))
    for one, other in _pairs(asked, answers):
        if one in swapped or other in swapped:
            continue
        first, second = answers[one].figure, answers[other].figure
        if first is None or second is None or first.value == second.value:
            continue
        mine, theirs = _own_words(first, second, dull)
        here, there = (_words(near_text(asked[number].statement)) for number in (one, other))
        told = bool(here & theirs) + bool(there & mine)
        if told and not here & mine and not there & theirs:
            swapped.update((one, other))
            doubted[one] = Answer(Standing.DOUBTFUL, second, Reason.SWAPPED, answers[one].score)
            doubted[other] = Answer(Standing.DOUBTFUL, first, Reason.SWAPPED, answers[other].score)
    return doubted


def _pairs(asked: Sequence[Asked], answers: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """Yield the figures of a sentence that have the numbers of two claims of one source and one time, two by two."""
    known: defaultdict[Span, list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        if answer.standing.has_number:
            known[asked[number].statement.sentence].append(number)
    for one, other in (pair for numbers in known.values() for pair in combinations(numbers, 2)):
        first, second = answers[one].figure, answers[other].figure
        if (
            asked[one].statement.quantity.kind is asked[other].statement.quantity.kind
            and first is not None
            and second is not None
            and first.claim.source == second.claim.source
            and first.claim.period == second.claim.period
        ):
            yield one, other


def _own_words(first: Figure, second: Figure, dull: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of two claims' quotes and parts that only the one, and only the other, has."""
    mine, theirs = (_words_of(figure) - dull for figure in (first, second))
    return mine - theirs, theirs - mine


def _words_of(figure: Figure) -> frozenset[str]:
    quote = figure.claim.quote.exact if figure.claim.quote else ""
    return _words(" ".join([quote, *(value for _, value in figure.claim.dimensions)]))


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as parts are named: in small letters, without diacritics."""
    return frozenset(word for word in slug(text).split("-") if word.isalpha())
