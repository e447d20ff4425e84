"""Words of a text that may set its figure apart from the claim that it looks like: "online revenue", "in Wales"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from factcheck.model.view import Figure
from factcheck.read.language import Language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.likeness import near_text
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_DIGIT = re.compile(r"\d")
_SAME = 80
# Of shorter words one letter makes another: "cá", "cả".
_LONG = 4


def words_apart(
    page: Page,
    statement: Statement,
    names: Iterable[tuple[str, ...]],
    figure: Figure,
    language: Language,
    words: StatementWords,
) -> tuple[str, ...]:
    """Return the words beside a figure, those that stand together as one, that nothing known of a claim's figure holds.

    ``names`` are the metric's label and aliases and the quotes of its claims, as canonical words. What leads up to
    the sentence's first figure is said of all its figures; "of which" makes one a part of another. Words of time,
    and those that any figure may be reported with, say nothing.
    """
    known = {word for name in names for word in name}
    source = f"{figure.source.title} {figure.source.publisher}" if figure.source else ""
    known.update(canonical_words(f"{source} {figure.claim.unit or figure.metric.unit}", language))
    heads = language.heads
    plain = words.stop_words | words.hedges | words.reporting | heads.months | heads.quarters | heads.days | heads.years
    plain |= heads.month_names
    sentence = page.lower[statement.sentence.start : statement.sentence.end]
    text = f"{_DIGIT.split(sentence)[0]}; {near_text(statement)}"
    apart: list[str] = [*_part_words(statement, words)]
    end = -1
    for found in _WORD.finditer(text):
        word = found[0]
        canonical = canonical_words(word, language)
        if word in plain or all(_is_known(part, known) or part in plain for part in canonical):
            continue
        if apart and text[end : found.start()].strip(".") == " ":
            apart[-1] = f"{apart[-1]} {word}"
        else:
            apart.append(word)
        end = found.end()
    return tuple(dict.fromkeys(apart))


def names_apart(page: Page, statement: Statement, apart: Iterable[str], words: StatementWords) -> tuple[str, ...]:
    """Return those of the words apart that are names, that announce a part, or that a rate is counted per.

    They alone are enough where the very words of a claim's quote stand around a figure.
    """
    sentence = page.text[statement.sentence.start : statement.sentence.end]
    rate = words.per.search(statement.right)
    counted_per = set(rate[0].split()) if rate else set()

    def is_name(word: str) -> bool:
        place = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE)
        return place is not None and place[0][0].isupper() and sentence[: place.start()].strip() != ""

    deciding = counted_per.union(*(each.split() for each in _part_words(statement, words)))
    return tuple(
        each for each in apart if any(is_name(word) for word in each.split()) or deciding.intersection(each.split())
    )


def _part_words(statement: Statement, words: StatementWords) -> tuple[str, ...]:
    """Return the words that make a figure a part of the one before it: "of which", "trong đó"."""
    part = words.contains.search(statement.left)
    return (part[0],) if part else ()


def _is_known(word: str, known: set[str]) -> bool:
    if word in known or len(word) < _LONG:
        return word in known
    return any(word[0] == other[0] and fuzz.ratio(word, other) >= _SAME for other in known if len(other) >= _LONG)
