"""Words of a text that may set its figure apart from the claim that it looks like: "online revenue", "in Wales"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from factcheck.model.registry import Source
from factcheck.read.language import Language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.likeness import near_text
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_DIGIT = re.compile(r"\d")
_SAME = 80


def words_apart(
    page: Page,
    statement: Statement,
    names: Iterable[tuple[str, ...]],
    source: Source | None,
    language: Language,
    words: StatementWords,
) -> tuple[str, ...]:
    """Return the words beside a figure that neither the names of a metric nor the source of its claim hold.

    ``names`` are the metric's label and aliases and the quotes of its claims, as canonical words. What leads up to the
    sentence's first figure is said of all its figures. Words of time, and those that any figure may be reported with,
    say nothing.
    """
    known = {word for name in names for word in name}
    if source is not None:
        known.update(canonical_words(f"{source.title} {source.publisher}", language))
    heads = language.heads
    plain = words.stop_words | words.hedges | words.reporting | heads.months | heads.quarters | heads.days | heads.years
    plain |= heads.month_names
    sentence = page.lower[statement.sentence.start : statement.sentence.end]
    apart: list[str] = []
    for word in _WORD.findall(f"{_DIGIT.split(sentence)[0]} {near_text(statement)}"):
        canonical = canonical_words(word, language)
        if word not in plain and not all(_is_known(part, known) or part in plain for part in canonical):
            apart.append(word)
    return tuple(dict.fromkeys(apart))


def names_apart(page: Page, statement: Statement, apart: Iterable[str], words: StatementWords) -> tuple[str, ...]:
    """Return those of the words apart that are names, or that a rate is counted per: they alone change what is meant.

    Enough where the very words of a claim's quote stand around a figure.
    """
    sentence = page.text[statement.sentence.start : statement.sentence.end]
    rate = words.per.search(statement.right)
    found: list[str] = []
    for word in apart:
        place = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE)
        is_name = place is not None and place[0][0].isupper() and sentence[: place.start()].strip() != ""
        if is_name or (rate and word in rate[0].split()):
            found.append(word)
    return tuple(found)


def _is_known(word: str, known: set[str]) -> bool:
    return word in known or any(word[0] == other[0] and fuzz.ratio(word, other) >= _SAME for other in known if other)
