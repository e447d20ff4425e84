"""Whether a text is about the body that a claim's source speaks of: only then can it contradict it.

Two towns may both have "libraries", and two companies "net debt". A text that is published or headed by another body
than a source must name the source's publisher too, or the name that the metric's label has, or agree with the source
elsewhere, before it is called wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factcheck.model.lint import Reason, Standing
from factcheck.model.record import replace
from factcheck.model.view import Figure
from factcheck.read.language import Language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.lookup import Answer
from factcheck.read.statements.page import Page, clean_title, publisher_of
from factcheck.read.statements.words import StatementWords

_INSIDE = re.compile(r"(?<=[^\W\d_] )[^\W\d_][\w.&-]*")
# Doubt that rests on words alone, which two bodies may both use.
_BY_WORDS = frozenset({Reason.OTHER_WORDS, Reason.ONE_PART, Reason.UNDATED, Reason.LIKELY_APART})
# So much of a name must stand in the text: of two schools' offices nearly all words are the same.
_MOST_OF_NAME = 0.8
# A label says more behind the name that it holds.
_MUCH_OF_LABEL = 0.6
# One figure may agree by chance.
_SEVERAL = 2


def doubt_of_others(page: Page, answers: Sequence[Answer], language: Language, words: StatementWords) -> list[Answer]:
    """Return the answers, with doubt in place of a disagreement with a source of which nothing else is said.

    What was in doubt already is not known then.
    """
    there = _runs(canonical_words(page.text, language))
    heads = _heads(page, words)
    agreeing = Counter(
        each.figure.claim.source for each in answers if each.figure is not None and each.standing.has_number
    )

    def is_about(figure: Figure) -> bool:
        source = figure.source
        if source is None or not source.publisher or not heads or agreeing[source.id] >= _SEVERAL:
            return True
        metric = figure.metric
        if _named(source.publisher, there, language) >= _MOST_OF_NAME:
            return True
        labels = (_from_name(each) for each in (metric.label, metric.label_en, *metric.aliases))
        return any(_named(each, there, language) > _MUCH_OF_LABEL for each in labels)

    def settled(answer: Answer) -> Answer:
        figure = answer.figure
        if figure is None or (answer.standing is not Standing.DISAGREES and answer.reason not in _BY_WORDS):
            return answer
        if is_about(figure):
            return answer
        if answer.standing is Standing.DISAGREES:
            return replace(answer, standing=Standing.DOUBTFUL, reason=Reason.OTHER_BODY)
        return Answer(Standing.UNKNOWN)

    return [settled(each) for each in answers]


def _heads(page: Page, words: StatementWords) -> list[str]:
    """Return who publishes a text, and the names in its title."""
    title = clean_title(page)
    names = [] if title.isupper() else [found for found in _names(title) if not _is_dull(found, words)]
    return [*filter(None, [publisher_of(page, words)]), *names]


def _names(text: str) -> list[str]:
    """Return the words with a capital inside a text."""
    return [found for found in _INSIDE.findall(text) if found[0].isupper()]


def _is_dull(name: str, words: StatementWords) -> bool:
    return name.lower() in words.reporting or name.lower() in words.stop_words


def _from_name(label: str) -> str:
    """Return a label from the first name inside it on; empty where it holds none."""
    return next((label[found.start() :] for found in _INSIDE.finditer(label) if found[0][0].isupper()), "")


def _named(name: str, there: frozenset[tuple[str, str]], language: Language) -> float:
    """Return how much of a name stands in a text."""
    runs = _runs(canonical_words(name, language))
    return len(runs & there) / len(runs) if runs else 0


def _runs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return each word with the next: single words of a Vietnamese name stand in any text."""
    return frozenset(pairwise(words)) if len(words) > 1 else frozenset((word, "") for word in words)
