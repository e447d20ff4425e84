"""The shortest phrase that carries a figure and stands only where the figure does."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model.quantity import Quantity
from factcheck.model.record import NamedTuple
from factcheck.read.language import Language
from factcheck.read.quotes import read_quote
from factcheck.read.statements.meant import as_meant
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"\S+")
_NOUN = 6
_HEAD = 5
_DASHES = frozenset({"", "-", "–", "—"})
_AT_LEAST = 3
_STATE_GAP = 2
_STATE_REACH = 20
_MOST_LEFT = 12
_MOST_WIDER = 14
_CONTEXT = 6
_CLOSES = '.,;:!?)]”’"|'
_OPENS = '([“‘"|'
_LEVEL_WORDS = frozenset({"độ", "mức", "level", "levels"})


class Phrase(NamedTuple):
    """A quote: its words, and the words beside it where they are needed to tell it from others."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def find_phrase(page: Page, statement: Statement, language: Language, words: StatementWords) -> Phrase | None:
    """Return the quote of a statement; None where no phrase of its sentence reads as its figure."""
    finder = _Finder(page, statement, language, words)
    return finder.find()


class _Finder:
    def __init__(self, page: Page, statement: Statement, language: Language, words: StatementWords) -> None:
        self.page = page
        self.quantity = statement.bare or statement.quantity
        self.statement = statement
        self.language = language
        self.words = words
        self.tokens = [
            (match.start(), match.end())
            for match in _WORD.finditer(page.text, statement.sentence.start, statement.sentence.end)
        ]
        inside = [
            n for n, (start, end) in enumerate(self.tokens) if start < self.quantity.end and end > self.quantity.start
        ]
        self.first, self.last = (inside[0], inside[-1]) if inside else (0, 0)
        self.places = (statement.quantity, *statement.repeats)

    def find(self) -> Phrase | None:
        if not self.tokens:
            return None
        first, last = self._with_noun()
        first = self._with_states_left(first)
        last = self._with_states_right(last)
        if first == last:
            last = self._some_words(last)
        start = self._readable(first, last)
        if start is None and last > self.last:
            last = self.last
            start = self._readable(first, last)
        if start is None:
            return None
        first = start
        wide_first, wide_last = first, last
        for step in range(_MOST_WIDER):
            if self._is_alone(wide_first, wide_last):
                if self._reads(wide_first, wide_last):
                    return Phrase(self._text(wide_first, wide_last))
                break
            wide_first, wide_last = self._wider(wide_first, wide_last, step)
        return self._with_context(first, last)

    def _text(self, first: int, last: int) -> str:
        start, end = self.tokens[first][0], self.tokens[last][1]
        start = self.quantity.start if first == self.first and self._opens(start) else start
        text = " ".join(self.page.text[start:end].split())
        return self._trimmed(text)

    def _opens(self, start: int) -> bool:
        """Whether nothing but brackets stands between the start of a token and the figure in it."""
        lead = self.page.text[start : self.quantity.start]
        return bool(lead) and not lead.strip(_OPENS)

    @staticmethod
    def _trimmed(text: str) -> str:
        text = text.strip()
        while text and text[-1] in _CLOSES and not (text[-1] == ")" and text.count("(") >= text.count(")")):
            text = text[:-1].rstrip()
        while text and text[0] in _OPENS and not (text[0] == "(" and ")" in text):
            text = text[1:].lstrip()
        return text

    def _bare(self, number: int) -> str:
        start, end = self.tokens[number]
        return self.page.lower[start:end].strip(_CLOSES + _OPENS)

    def _closes(self, number: int) -> bool:
        return self.page.text[self.tokens[number][1] - 1] in ".,;:!?)”"

    def _with_noun(self) -> tuple[int, int]:
        """Take in the noun behind the figure; where there is none, the words that lead up to it."""
        last = self.last
        if self.page.text[self.quantity.end : self.tokens[last][1]].strip(" \u00a0") in ("", "/"):
            while (
                last + 1 < len(self.tokens)
                and last - self.last < _NOUN
                and not (last > self.last and self._closes(last))
            ):
                word = self._bare(last + 1)
                if self.page.text[self.tokens[last + 1][0]] in _OPENS:
                    break
                levelled = last > self.last and self._bare(last) in _LEVEL_WORDS
                if not word or word in self.words.prose_stops or (word[0].isdigit() and not levelled):
                    break
                last += 1
                if levelled:
                    break
        first = self.first
        if last == self.last:
            while first > 0 and self.first - first < _HEAD and not self._closes(first - 1):
                if self._bare(first - 1)[:1].isdigit() or self._bare(first - 1) in _DASHES:
                    break
                first -= 1
            while first < self.first - 1 and self._bare(first) in self.words.prose_stops - _keep(self.language):
                first += 1
        return first, self._whole_level(last)

    def _some_words(self, last: int) -> int:
        """Return the end of a phrase that is more than a bare number: a few words of whatever kind behind it."""
        while last + 1 < len(self.tokens) and last - self.last < _AT_LEAST and not self._closes(last):
            if self._bare(last + 1)[:1].isdigit() or self.page.text[self.tokens[last + 1][0]] in _OPENS:
                break
            last += 1
        return last

    def _whole_level(self, last: int) -> int:
        """Take in the number of a level that the phrase ends before, or leave the words that lead up to it."""
        if last == self.last or self._bare(last) not in _LEVEL_WORDS:
            return last
        for number in range(last + 1, min(last + 3, len(self.tokens))):
            if self._bare(number).isdigit():
                return number
            if self._bare(number) not in _LEVEL_WORDS:
                break
        while last > self.last and self._bare(last) in _LEVEL_WORDS:
            last -= 1
        return last

    def _with_states_left(self, first: int) -> int:
        for _ in range(3):
            text = self.page.lower[self.statement.sentence.start : self.tokens[first][0]]
            matches = [match for match in _states(self.language).finditer(text) if self._is_near(text, match)]
            if not matches:
                return first
            begin = self.statement.sentence.start + matches[-1].start()
            number = next(n for n, (start, end) in enumerate(self.tokens) if end > begin)
            if number >= first or re.search(r"\d", text[matches[-1].start() :]):
                return first
            first = number
        return first

    def _is_near(self, text: str, match: re.Match[str]) -> bool:
        between = text[match.end() :]
        hedged = len(between.split()) <= _STATE_GAP + (3 if self.quantity.comparator else 0)
        return hedged and not re.search(r"[;:.()]", between)

    def _with_states_right(self, last: int) -> int:
        text = re.split(r"[,;.:()]", self.statement.right)[0]
        matches = list(_states(self.language).finditer(text))
        if not matches or len(text[: matches[-1].end()].split()) > _STATE_REACH:
            return last
        wanted = self.last + len(text[: matches[-1].end()].split())
        return max(last, min(wanted, len(self.tokens) - 1))

    def _readable(self, first: int, last: int) -> int | None:
        """Return the first word, this one or one before it, from which on the phrase reads as the figure."""
        for number in range(first, max(-1, first - _MOST_LEFT), -1):
            if self._reads(number, last):
                return number
        return None

    def _reads(self, first: int, last: int) -> bool:
        wanted = self.quantity
        text = self._text(first, last)
        if not text:
            return False
        lower, units = " ".join(text.split()).lower(), frozenset((wanted.unit,))
        for found in read_quote(text, self.language).quantities:
            if _same(as_meant(found, lower, self.language, units), wanted):
                return True
        return False

    def _wider(self, first: int, last: int, step: int) -> tuple[int, int]:
        can_left, can_right = first > 0, last + 1 < len(self.tokens)
        closed = last > self.last and self._closes(last)
        if can_right and not closed and (step % 2 or not can_left):
            return first, last + 1
        return (first - 1, last) if can_left else (first, min(last + 1, len(self.tokens) - 1))

    def _is_alone(self, first: int, last: int) -> bool:
        """Whether the phrase stands only where its statement is made."""
        text = self._text(first, last)
        pattern = r"\s+".join(re.escape(word) for word in text.split())
        for match in re.finditer(pattern, self.page.text):
            if not any(match.start() < place.end and match.end() > place.start for place in self.places):
                return False
        return bool(text)

    def _with_context(self, first: int, last: int) -> Phrase:
        text = self._text(first, last)
        pattern = re.compile(r"\s+".join(re.escape(word) for word in text.split()))
        found = pattern.search(self.page.text, self.tokens[first][0])
        start, end = found.span() if found else (self.tokens[first][0], self.tokens[last][1])
        before = self.page.text[max(0, start - 80) : start].rpartition("\n")[2]
        after = self.page.text[end : end + 80].partition("\n")[0]
        prefix = " ".join(before.split()[-_CONTEXT:]) + (" " if before[-1:].isspace() else "")
        suffix = (" " if after[:1].isspace() else "") + " ".join(after.split()[:_CONTEXT])
        return Phrase(text, prefix, suffix)


def _same(found: Quantity, wanted: Quantity) -> bool:
    return (found.value, found.kind, found.of, found.comparator, found.direction, found.unit) == (
        wanted.value,
        wanted.kind,
        wanted.of,
        wanted.comparator,
        wanted.direction,
        wanted.unit,
    )


@cache
def _keep(language: Language) -> frozenset[str]:
    """Return the words of state and negation, which a phrase never begins behind."""
    return frozenset(word for state in language.states for word in state.split()) | language.negations


@cache
def _states(language: Language) -> re.Pattern[str]:
    """Return the states of more than one word in Vietnamese, where one alone ("đã") is a mark of tense."""
    names = [state for state in language.states if " " in state or language.code != "vi"]
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )
