"""The words of a figure: those that lead up to it, and the noun behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.model.quantity import Kind
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\W\d_]+")
_NOUN_WORDS = 2
# Up to a bracket that opens behind a figure, or behind its noun.
OPENING = re.compile(r"(?:[^\W\d_]+,? ){0,14}\(")


def words_in(text: str) -> list[str]:
    """Return the words of a text, as they stand there."""
    return _WORD.findall(text)


def own_words(statement: Statement, words: StatementWords) -> list[str]:
    """Return the words that lead up to a figure in its own clause and carry meaning."""
    clause = re.split(r"[,(]", statement.own_left)[-1]
    return [word for word in words_in(clause) if word not in words.stop_words]


def noun_words(statement: Statement, words: StatementWords) -> list[str]:
    """Return the first words of the noun behind a figure; none where a mark or another kind of word follows."""
    found: list[str] = []
    tokens = statement.right.split()
    for place, token in enumerate(tokens):
        if found and found[-1] == "":
            break
        bare = token.strip('.,;:()“”"')
        if not bare or not bare[0].isalpha() or token[0] in ".,;:()":
            break
        if bare in words.prose_stops and " ".join([bare, *tokens[place + 1 : place + 2]]).strip(".,;:)") not in (
            words.whole_nouns
        ):
            break
        found.append(bare)
        if token[-1] in ".,;:)" or len(found) == _NOUN_WORDS:
            break
    return found


def same_noun(one: Statement, other: Statement, words: StatementWords) -> bool:
    """Whether two figures count the same, as far as the nouns behind them say: "85,2 điểm" and "5 bậc" do not."""
    mine, theirs = noun_words(one, words)[:1], noun_words(other, words)[:1]
    # "250 fewer".
    bare = any(words.more.match(each.right) or words.exceeds.match(each.right) for each in (one, other))
    return not mine or not theirs or mine == theirs or bare


def counts_the_same(whole: Statement, part: Statement, words: StatementWords) -> bool:
    """Whether two figures count the same kind of thing, as far as their nouns tell."""
    mine, theirs = noun_words(part, words), noun_words(whole, words)
    if part.quantity.kind is not Kind.COUNT or not mine:
        return True
    if theirs:
        return mine[0] == theirs[0]
    return mine[0] in words_in(whole.left)


def only_report(own: Iterable[str], words: StatementWords) -> bool:
    """Whether words beside a figure only say that it is reported, or how exactly: "reached some", "đạt gần"."""
    return all(word in words.reporting or word in words.hedges for word in own)
