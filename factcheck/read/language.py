"""What the scanner must be told about a language: its words and separators, nothing of its grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact

Phrase = tuple[str, ...]


def phrases(*texts: str) -> frozenset[Phrase]:
    """Split phrases into words, for looking them up word by word."""
    return frozenset(tuple(text.split()) for text in texts)


def comparators(**texts: tuple[str, ...]) -> dict[Phrase, Comparator]:
    """Return comparator phrases by their words; keywords are comparator names with ``_`` for ``-``."""
    return {tuple(text.split()): Comparator(name.replace("_", "-")) for name, words in texts.items() for text in words}


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, all in lower case and NFC.

    ``before`` and ``after`` hold comparator phrases that stand left and right of a numeral. ``scales`` are
    what scale words multiply by; ``not_scales`` holds the pairs in which such a word begins another ("tỷ
    lệ"). ``adverbs`` are words between a direction and its figure. ``doubtful`` comparators may as well be none ("cao
    hơn 3 điểm": more than 3, or higher by 3). ``spelled`` are words that are numbers even alone,
    ``article_numbers`` those that are so only in company; ``parts`` are the words for a third or half.
    ``glued_scales`` are letters grown onto a numeral ("5tr", "$2m"). The sets of heads are words right
    before a number that make it something else than a quantity; ``number_nouns`` undo the head that means
    "number" ("tổng số 206").
    """

    code: str
    decimal: str
    group: str
    scales: Mapping[str, int]
    not_scales: frozenset[Phrase]
    before: Mapping[Phrase, Comparator]
    after: Mapping[Phrase, Comparator]
    estimates: frozenset[Phrase]
    percent: tuple[str, ...]
    points: tuple[str, ...]
    up: frozenset[Phrase]
    down: frozenset[Phrase]
    multiple_before: frozenset[str]
    multiple_after: tuple[str, ...]
    multiples: Mapping[Phrase, Exact]
    spelled: Mapping[str, int]
    not_spelled: frozenset[Phrase]
    article_numbers: Mapping[str, int]
    parts: Mapping[str, int]
    lone_parts: frozenset[str]
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    rank_heads: frozenset[Phrase]
    ordinal_heads: frozenset[Phrase]
    document_heads: frozenset[Phrase]
    number_heads: frozenset[str]
    number_nouns: frozenset[str]
    level_heads: frozenset[Phrase]
    joiners: frozenset[str]
    month_heads: frozenset[str]
    day_heads: frozenset[str]
    year_heads: frozenset[str]
    phone_heads: frozenset[str]
    ordinal_suffixes: frozenset[str] = frozenset()
    tens_words: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    part_words: frozenset[str] = frozenset()
    not_after_tens: frozenset[str] = frozenset()
    glued_scales: Mapping[str, int] = field(default_factory=dict)
    doubtful: frozenset[Phrase] = frozenset()
    prefix_currencies: Mapping[str, str] = field(default_factory=dict)
    adverbs: frozenset[str] = frozenset()
    ratio_words: tuple[str, ...] = ()
    vague: frozenset[str] = frozenset()
    time_heads: frozenset[str] = frozenset()
    each_words: frozenset[str] = frozenset()
    month_names: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    tone_marks: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    quarter_heads: frozenset[str] = frozenset()
