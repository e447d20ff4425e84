"""Words of a text that may set its figure apart from the claim that it looks like: "online revenue", "in Wales"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.model.record import record, replace
from factcheck.model.registry import Metric
from factcheck.model.view import Figure
from factcheck.read.language import Language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.likeness import near_text
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import StatementWords

_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_POSSESSIVE = re.compile("['’]s?\\Z")
_CLAUSE_END = re.compile(r"[,.;:()]")
_SAME = 80
# Of shorter words one letter makes another: "cá", "cả".
_LONG = 4


@record(frozen=True, slots=True)
class Scope:
    """One statement, and what leads up to the first figure of its sentence: said of all the sentence's figures.

    ``times`` are those that the text names.
    """

    page: Page
    statement: Statement
    lead: str
    language: Language
    words: StatementWords
    names: Mapping[str, Iterable[tuple[str, ...]]]
    times: Sequence[Time]

    def apart(self, figure: Figure, *, quoted: bool) -> tuple[str, ...]:
        """Return the words beside the statement that nothing known of a claim's figure holds.

        Known are the names of its metric (labels, and quotes of its claims), its source and its unit. Words of time,
        and those that any figure may be reported with, say nothing. Where the very words of the claim's quote stand
        around the figure (``quoted``), only names count, what its clause goes on with, and what makes it a part or a
        rate.
        """
        source = f"{figure.source.title} {figure.source.publisher}" if figure.source else ""
        found = self.beyond(figure.metric.id, f"{source} {figure.claim.unit or figure.metric.unit}", quoted=quoted)
        return tuple(dict.fromkeys([*self._other_bodies(figure.metric), *found]))

    def _other_bodies(self, metric: Metric) -> list[str]:
        """Return the kinds of bodies that the sentence names where the metric's own are others: a province's portal."""
        sentence = self.page.text[self.statement.sentence.start : self.statement.sentence.end]
        here = [body.lower() for body in self.words.bodies.findall(sentence)]
        own = {body.lower() for name in (metric.label, *metric.aliases) for body in self.words.bodies.findall(name)}
        return here if own and own.isdisjoint(here) else []

    def beyond(self, metric: str, besides: str, *, quoted: bool = False) -> tuple[str, ...]:
        """Return the words beside the statement that the names of a metric do not hold, nor the text ``besides``."""
        known = set(canonical_words(besides, self.language)).union(*self.names.get(metric, ()))
        deciding = [each for each in self._deciding() if not known.issuperset(canonical_words(each, self.language))]
        # Who says so is no part of what is counted.
        lead = self.words.attributed.sub("", self.lead)
        left = self.statement.left
        if lead != self.lead and len(left) > len(lead.strip()):
            left = lead.strip()
        found = self._unknown(known, f"{lead} ; {near_text(replace(self.statement, left=left))}")
        if quoted:
            behind = self._unknown(known, _CLAUSE_END.split(self.statement.right)[0])
            found = [*(each for each in found if any(map(self._is_name, each.split()))), *behind]
        return tuple(dict.fromkeys([*deciding, *found]))

    def _deciding(self) -> tuple[str, ...]:
        """Return the words that make the figure a part of another or a rate: "of which", "trong đó", "per person"."""
        before = f"{self.lead} {self.statement.left}"
        found = (self.words.contains.search(before), self.words.per.search(f"{before} ; {self.statement.right}"))
        return tuple(match[0].strip() for match in found if match is not None)

    def _unknown(self, known: set[str], text: str) -> Sequence[str]:
        phrases: list[str] = []
        end = -1
        of_times = self._words_of_times()
        for found in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", found[0])
            if self._begins_name(word):
                phrases.append(word)
                end = found.end()
                continue
            if (
                word in of_times
                or self._is_plain(word)
                or all(_is_known(part, known) or self._is_plain(part) for part in canonical_words(word, self.language))
            ):
                continue
            if phrases and text[end : found.start()] in (" ", ". ", "."):
                phrases[-1] = f"{phrases[-1]} {word}"
            else:
                phrases.append(word)
            end = found.end()
        return phrases

    def _words_of_times(self) -> frozenset[str]:
        """Return the words of the times in the sentence: "quý III", "a year earlier"."""
        sentence = self.statement.sentence
        times = times_between(self.times, sentence.start, sentence.end)
        spoken = (self.page.lower[time.start : time.end] for time in times)
        return frozenset(word for text in spoken for word in _WORD.findall(text))

    def _is_plain(self, word: str) -> bool:
        words, heads = self.words, self.language.heads
        return (
            word in words.stop_words
            or word in words.reporting
            or word in heads.months
            or word in heads.quarters
            or word in heads.month_names
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word is written with a capital inside its sentence."""
        sentence = self.page.text[self.statement.sentence.start : self.statement.sentence.end]
        place = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE)
        inside = place is not None and place[0][0].isupper() and sentence[: place.start()].strip() != ""
        return inside or self._begins_name(word)

    def _begins_name(self, word: str) -> bool:
        """Whether a word that is mostly said of figures is part of a name here: "Greater Riverton"."""
        if word not in self.words.reporting or word in self.words.stop_words:
            return False
        sentence = self.page.text[self.statement.sentence.start : self.statement.sentence.end]
        name = rf"(?<!\w){re.escape(word.capitalize())} (?P<next>[^\W\d_]+)"
        following = {match["next"].lower() for match in re.finditer(name, sentence) if match["next"][0].isupper()}
        return bool(following) and not following <= self._words_of_times()


def lead_of(page: Page, statements: Sequence[Statement], number: int) -> str:
    """Return what leads up to the first figure of a statement's sentence, in lower case."""
    start = statements[number].sentence.start
    while number and statements[number - 1].sentence.start == start:
        number -= 1
    return page.lower[start : statements[number].quantity.start]


def _is_known(word: str, known: set[str]) -> bool:
    if word in known or len(word) < _LONG:
        return word in known
    return any(word[0] == other[0] and fuzz.ratio(word, other) >= _SAME for other in known if len(other) >= _LONG)
