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
_KNOWN = frozenset({Standing.AGREES, Standing.SAME_NUMBER})
# So much of a name must stand in the text: of two schools' offices nearly all words are the same.
_MOST_OF_NAME = 0.8
# One figure may agree by chance.
_SEVERAL = 2


def doubt_of_others(page: Page, answers: Sequence[Answer], language: Language, words: StatementWords) -> list[Answer]:
    """Return the answers, with doubt in place of a disagreement with a source of which nothing else is said."""
    there = _runs(canonical_words(page.text, language))
    heads = _heads(page, words)
    agreeing = Counter(
        each.figure.claim.source for each in answers if each.figure is not None and each.standing in _KNOWN
    )

    def is_about(figure: Figure) -> bool:
        source = figure.source
        if source is None or not source.publisher or not heads or agreeing[source.id] >= _SEVERAL:
            return True
        metric = figure.metric
        labels = [each for each in (metric.label, metric.label_en, *metric.aliases) if _names(each)]
        return any(_is_named(name, there, language) for name in (source.publisher, *labels))

    return [
        replace(each, standing=Standing.DOUBTFUL, reason=Reason.OTHER_BODY)
        if each.standing is Standing.DISAGREES and each.figure is not None and not is_about(each.figure)
        else each
        for each in answers
    ]


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


def _is_named(name: str, there: frozenset[tuple[str, str]], language: Language) -> bool:
    runs = _runs(canonical_words(name, language))
    return len(runs & there) >= _MOST_OF_NAME * len(runs) > 0


def _runs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return each word with the next: single words of a Vietnamese name stand in any text."""
    return frozenset(pairwise(words)) if len(words) > 1 else frozenset((word, "") for word in words)
