"""Changes behind as many figures, theirs in turn: "21.014 ATM và 588.400 POS, lần lượt giảm 0,4% và tăng 26%"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcheck.model.quantity import AMOUNTS
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_FEWEST = 2
_LEAD, _TAIL = 24, 60


def in_turn(page: Page, statements: Sequence[Statement], words: StatementWords) -> dict[int, int]:
    """Return the changes that a sentence says to be those of the figures before them, each with its figure."""
    found: dict[int, int] = {}
    for _, sentence in groupby(range(len(statements)), lambda number: statements[number].sentence):
        numbers = [number for number in sentence if not statements[number].heading]
        changes = [number for number in numbers if statements[number].is_change]
        if len(changes) < _FEWEST or changes != numbers[-len(changes) :]:
            continue
        first, last = statements[changes[0]].quantity, statements[changes[-1]].quantity
        ahead = page.lower[max(statements[changes[0]].sentence.start, first.start - _LEAD) : first.start]
        behind = page.lower[last.end : min(last.end + _TAIL, statements[changes[-1]].sentence.end)]
        if not words.respectively.search(ahead) and not words.respectively.search(behind):
            continue
        levels = numbers[: -len(changes)][-len(changes) :]
        if len(levels) == len(changes) and all(statements[level].quantity.kind in AMOUNTS for level in levels):
            found |= dict(zip(changes, levels, strict=True))
    return found
