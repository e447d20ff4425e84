"""Quotes and labels as a language reads them: quantities, words of state, scope, canonical labels."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, partial

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.registry import Claim, Registry
from factcheck.model.view import QuoteReading, Readings
from factcheck.read.language import Language
from factcheck.read.languages import detect, known_languages, language
from factcheck.read.lexicon import by_first_letters
from factcheck.read.scan import scan_page
from factcheck.read.text import uniform
from factcheck.read.unit_names import unit_code, unit_scale

# Final y and i are spelling variants after these consonants (lý/lí, kỹ/kĩ) and in "quy".
_FINAL_Y = lazy_pattern(r"(?<=[hklmst])y\Z|(?<=\bqu)y\Z")
_WORD = lazy_pattern(r"[\w&]+(?:-[\w&]+)*")
# A member of an enumeration costs more to look up than the question whether a quantity is one.
_RATIO = Kind.RATIO


def read_registry(registry: Registry) -> Readings:
    """Read every quote and unit of a registry."""
    quotes: dict[str, QuoteReading] = {}
    units: dict[str, str] = {}
    scaled: dict[str, tuple[int, str]] = {}
    unread: list[str] = []
    one_way: set[str] = set()
    for claim in registry.claims.values():
        found = _language_of(claim, registry)
        if found is None:
            unread.append(claim.id)
            continue
        unit = registry.unit_of(claim)
        if code := unit_code(unit, found):
            units[claim.id] = code
            if (metric := registry.metrics.get(claim.metric)) is not None and goes_one_way(metric.label, found):
                one_way.add(claim.id)
        worth, bare = unit_scale(unit, found)
        if worth != 1:
            scaled[claim.id] = (worth, bare)
        if claim.quote is not None:
            quotes[claim.id] = read_quote(claim.quote.exact, found)
    besides = partial(_besides, registry)
    return Readings(quotes, units, tuple(unread), besides=besides, scaled=scaled, one_way=frozenset(one_way))


@cache
def goes_one_way(label: str, found: Language) -> bool:
    """Whether what a metric is called tells that its money is never below zero: revenue, but no net revenue."""
    words = tuple(label.lower().split())
    named = any(words[: len(phrase)] == phrase for phrase in found.one_way)
    return named and found.both_ways.isdisjoint(words)


def read_labels(registry: Registry) -> Readings:
    """Read the labels of metrics, and nothing else."""
    return Readings({}, {}, (), canonical_labels(registry), protected_words())


def _language_of(claim: Claim, registry: Registry) -> Language | None:
    source = registry.source_of(claim)
    code = source.language if source and source.language else detect(claim.quote.exact if claim.quote else "")
    return language(code)


def read_quote(text: str, found: Language) -> QuoteReading:
    """Read one quote in a known language; line breaks and runs of spaces count as one space."""
    text = " ".join(text.split())
    page = uniform(text)
    quantities = scan_page(page, text, found).quantities
    states = frozenset(_states(found).findall(page.lower))
    scope = ""
    for quantity in quantities:
        if quantity.kind is _RATIO:
            words = " ".join(_WORD.findall(unicodedata.normalize("NFC", text[quantity.end :])))
            scope = words.lower()
    return QuoteReading(quantities, states, scope)


def _besides(registry: Registry, claim_id: str) -> tuple[Quantity, ...]:
    from factcheck.read.besides import read_besides  # noqa: PLC0415 - only a claim that differs from its quote needs it

    claim = registry.claims[claim_id]
    found = _language_of(claim, registry)
    return read_besides(claim.quote.exact, found) if found and claim.quote else ()


@cache
def _states(found: Language) -> re.Pattern[str]:
    """Return a pattern for the words of state, the longest first.

    Each looks behind its first letter for the beginning of a word: a pattern that begins with letters is
    searched far faster than one that begins with a look for such a place.
    """
    words = sorted(found.states, key=len, reverse=True)
    return re.compile(by_first_letters(f"{word[0]}(?<!\\w.){re.escape(word[1:])}\\b" for word in words))


def canonical_labels(registry: Registry, home: str = "") -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the label and aliases of each metric as canonical words.

    A label that several languages could hold is one in the language ``home``, by default that of most sources.
    """
    labels: dict[str, tuple[tuple[str, ...], ...]] = {}
    spoken = Counter(source.language for source in registry.sources.values() if language(source.language))
    home = home or max(sorted(spoken), key=spoken.__getitem__, default="en")
    for metric in registry.metrics.values():
        names = dict.fromkeys(
            canonical_words(name, language(detect(name, home)) or _default())
            for name in (metric.label, *metric.aliases)
        )
        labels[metric.id] = tuple(words for words in names if words)
    return labels


def _default() -> Language:
    found = language("en")
    if found is None:
        raise LookupError("the English word list is missing from the installation")
    return found


def canonical_words(label: str, found: Language) -> tuple[str, ...]:
    """Return a label's words with abbreviations written out and spelling variants made one."""
    words: list[str] = []
    for word in _WORD.findall(uniform(label).lower):
        words += _written_out(word, found)
    return tuple(words)


@cache
def _written_out(word: str, found: Language) -> tuple[str, ...]:
    parts = found.abbreviations.get(word) or word.replace("-", " ")
    return tuple(canonical_word(part, found) for part in parts.split())


def canonical_word(word: str, found_marks: Language) -> str:
    """Return a word with its tone mark at the end, wherever it was put, and final y as i."""
    bare = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in bare if char in found_marks.tone_marks)
    letters = "".join(char for char in bare if char not in found_marks.tone_marks)
    if found_marks.tone_marks:
        letters = _FINAL_Y.sub("i", letters)
    return unicodedata.normalize("NFC", letters) + tones


def protected_words() -> frozenset[str]:
    """Return the words that one letter turns into their opposite: states and negations, canonical."""
    protected: set[str] = set()
    for code in known_languages():
        found = language(code)
        if found is not None:
            words = {part for state in found.states for part in state.split()} | found.negations
            protected |= {canonical_word(word, found) for word in words}
    return frozenset(protected)
