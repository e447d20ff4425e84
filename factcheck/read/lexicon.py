"""A language's words compiled for matching: patterns for what stands right of a numeral, tries for what stands left."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from factcheck.model.comparator import Comparator
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import record
from factcheck.read.language import Language, Limits, Phrase, Right
from factcheck.read.numerals import Token, token_reader
from factcheck.read.times import Times, compile_times

# What a word right of a numeral may begin; EVERYTHING where there is no such word, so that all has to be asked.
SCALE, UNIT, HOUR, SPAN, LINK, PART = 1, 2, 4, 8, 16, 32
EVERYTHING = SCALE | UNIT | HOUR | SPAN | LINK | PART

# A trie over words, nearest to the numeral first; what a phrase stands for lies under the key "".
Trie = dict[str, Any]
_NUMBER = r"\d+(?:[.,]\d+)*"
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+")


@record(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the scanner matches with. Patterns are anchored where a numeral (or its unit) ends.

    ``tail`` has one named group per kind of unit; ``link`` joins the ends of a range; ``of`` leads from
    a part to its whole. ``last_words`` are the words that end any phrase of the tries: a word that is
    none of them ends every look to the left.

    ``ahead`` tells what a word behind a numeral and one space may begin: most nouns begin nothing. Of the
    words before a numeral only the ``hedge_words`` can be the last of a hedge, of which the
    ``hedge_vocabulary`` has all words, and only the ``currency_words`` are a currency.
    ``left_vocabulary`` are all words that can mean anything left of a numeral.
    ``percent_alone`` says that a per cent sign begins no longer unit.
    """

    language: Language
    scale: re.Pattern[str]
    tail: re.Pattern[str]
    half: re.Pattern[str] | None
    link: re.Pattern[str]
    link_letters: frozenset[str]
    of_letters: frozenset[str]
    of: re.Pattern[str]
    after: re.Pattern[str]
    after_words: re.Pattern[str]
    per_unit: tuple[str, ...]
    one_in: re.Pattern[str] | None
    part_link: re.Pattern[str] | None
    of_words: re.Pattern[str]
    until_words: re.Pattern[str]
    moved: re.Pattern[str] | None
    per: re.Pattern[str] | None
    span: re.Pattern[str] | None
    clock: re.Pattern[str]
    base: re.Pattern[str]
    plan: re.Pattern[str] | None
    spans: Trie
    hedges: Trie
    estimates: Trie
    moves: Trie
    heads: Trie
    prefixes: re.Pattern[str]
    times: Times
    last_words: frozenset[str]
    dotted: frozenset[str]
    ahead: Mapping[str, int]
    hedge_words: frozenset[str]
    hedge_vocabulary: frozenset[str]
    currency_words: frozenset[str]
    left_vocabulary: frozenset[str]
    percent_alone: bool
    read_token: Callable[[str], Token]


@cache
def lexicon(language: Language) -> Lexicon:
    """Compile a language's words, once."""
    right, left, heads = language.right, language.left, language.heads
    hedged: dict[Phrase, Any] = {phrase: (comparator, phrase) for phrase, comparator in left.comparators.items()}
    hedges = _trie(_with_plain(hedged, language) | {phrase: (None, phrase) for phrase in left.no_hedges})
    estimates = _trie({phrase: phrase for phrase in left.estimates})
    moved = {phrase: (1, phrase) for phrase in left.up} | {phrase: (-1, phrase) for phrase in left.down}
    moves = _trie(_with_plain(moved, language) | {phrase: (0, phrase) for phrase in left.no_moves})
    roles: dict[Phrase, list[str]] = {}
    for role, known in _roles(language):
        for phrase in known:
            roles.setdefault(phrase, []).append(role)
    head_trie = _trie({phrase: frozenset(names) for phrase, names in roles.items()})
    typed = [tuple(plain.split()) for plain in language.plain_words]
    spans = _trie(dict.fromkeys(heads.span_heads, True))
    tries = (hedges, estimates, moves, head_trie, spans)
    last_words = (
        frozenset(word for trie in tries for word in trie) | left.adverbs | left.multiples | language.range_heads
    )
    currency_words = frozenset(filter(str.isalpha, left.prefix_currencies))
    hedge_vocabulary = (
        frozenset(
            word
            for known in (left.comparators, left.no_hedges, left.no_moves, left.estimates, left.up, left.down, typed)
            for phrase in known
            for word in phrase
        )
        | left.adverbs
        | left.negatives
    )
    return Lexicon(
        language=language,
        scale=_scale(language),
        tail=_tail(language),
        half=lazy_pattern(" " + alternation(right.halves)) if right.halves else None,
        link=_link(language),
        link_letters=frozenset("-–~÷").union(phrase[0] for phrase in (*language.until, *(language.between or ())[1:])),
        of_letters=frozenset(
            phrase[0] for phrase in (*language.of, *language.one_in, *language.per, "/", ":", "1") if phrase
        ),
        of=lazy_pattern(f" ?{alternation(language.of)} ?(?={_NUMBER}(?![\\d/%]))"),
        per=lazy_pattern(f"(?: [^\\W\\d_]++){{0,3}} {alternation(language.per)} (?={_NUMBER})")
        if language.per
        else None,
        moved=_moved(language),
        after_words=lazy_pattern("|".join(sorted({phrase[0] for phrase in right.after})) or "(?!)"),
        until_words=lazy_pattern(f" {alternation(each for each in language.until if each[0].isalpha())} "),
        after=_after(right),
        per_unit=("/", *(f" {each} " for each in sorted(language.per_one, key=len, reverse=True))),
        one_in=_one_in(language),
        part_link=_part_link(language),
        of_words=lazy_pattern(
            f" {alternation([*(each for each in language.of if each[0].isalpha()), *language.one_in])} "
            f"|-{alternation(language.one_in)}-"
        ),
        span=_span(language),
        clock=lazy_pattern(f" ?{alternation(heads.clock)}"),
        base=_base(language),
        plan=_plan(language),
        spans=spans,
        hedges=hedges,
        estimates=estimates,
        moves=moves,
        heads=head_trie,
        prefixes=lazy_pattern(f"(?<![^\\W\\d_]){alternation(left.prefix_currencies, ends=False)} ?\\Z"),
        times=compile_times(language),
        last_words=last_words,
        dotted=frozenset(word for word in last_words if word.endswith(".")),
        ahead=_ahead(language),
        hedge_words=frozenset(word for trie in (hedges, estimates, moves) for word in trie)
        | left.adverbs
        | left.negatives,
        hedge_vocabulary=hedge_vocabulary,
        currency_words=currency_words,
        left_vocabulary=frozenset(word for phrase in (*roles, *heads.span_heads) for word in phrase)
        | last_words
        | hedge_vocabulary
        | currency_words
        | heads.count_verbs,
        percent_alone="%" in right.percent
        and not any(text[0] == "%" for text in (*right.points, *right.basis_points, *right.per_mille)),
        read_token=token_reader(language.decimal, language.group),
    )


def alternation(texts: Iterable[str], *, ends: bool = True) -> str:
    """Return a pattern for any of the texts, the longest first, each ending where a word ends."""
    by_length = sorted(texts, key=lambda text: (-len(text), text))
    runs = groupby(by_length, key=lambda text: ends and text[-1].isalnum())
    # What is written once for many words is compiled once, at every start.
    ended = (_any_of(map(re.escape, run)) + (r"(?!\w)" if words else "") for words, run in runs)
    return f"(?:{'|'.join(ended) or '(?!)'})"


def _any_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def by_first_letters(patterns: Iterable[str]) -> str:
    """Return a pattern for any of the patterns, each of which begins with a letter, the first that fits.

    Those with the same first letters are put together: most words of a text are passed over at their first or
    second letter, where one alternative after the other would be tried.
    """
    groups: dict[str, list[str]] = {}
    for number, pattern in enumerate(patterns):
        groups.setdefault(pattern[0] if pattern[:1].isalpha() else f"#{number}", []).append(pattern)
    return "(?:" + "|".join(_group(letter, group) for letter, group in groups.items()) + ")"


def _group(letter: str, patterns: list[str]) -> str:
    if len(patterns) == 1:
        return patterns[0]
    return letter + by_first_letters(pattern[1:] for pattern in patterns)


def trie_match(trie: Trie, words: Iterable[str]) -> tuple[Any, int] | None:
    """Return what the longest phrase stands for that ends with ``words`` (nearest first), and its length."""
    best: tuple[Any, int] | None = None
    node: Trie = trie
    for size, word in enumerate(words, start=1):
        if word not in node:
            break
        node = node[word]
        if "" in node:
            best = (node[""], size)
    return best


def _with_plain(phrases: dict[Phrase, Any], language: Language) -> dict[Phrase, Any]:
    """Add the phrases as they are typed without diacritics, where that is safe."""
    typed = {tuple(plain.split()): tuple(meant.split()) for plain, meant in language.plain_words.items()}
    return phrases | {plain: phrases[meant] for plain, meant in typed.items() if meant in phrases}


def _trie(phrases: Mapping[Phrase, object]) -> Trie:
    root: Trie = {}
    for phrase, meaning in phrases.items():
        node = root
        for word in reversed(phrase):
            node = node.setdefault(word, {})
        node[""] = meaning
    return root


def _roles(language: Language) -> Iterable[tuple[str, Collection[Phrase]]]:
    heads = language.heads
    for role in ("ranks", "ordinals", "weak_ordinals", "documents", "names", "levels", "scores", "plain"):
        yield role, getattr(heads, role)
    for role in ("numbers", "months", "quarters", "days", "years", "hours"):
        yield role, [(word,) for word in getattr(heads, role)]


def _scale(language: Language) -> re.Pattern[str]:
    right = language.right
    plain = {typed: meant for typed, meant in language.plain_words.items() if meant in right.scales}
    names = alternation([*right.scales, *plain])
    return lazy_pattern(f"(?: {{1,3}}|-)?{_unless(right.not_scales)}(?P<scale>{names})")


def _unless(pairs: Iterable[Phrase]) -> str:
    """Match where none of the pairs of words begins."""
    seconds: dict[str, list[str]] = {}
    for first, second in pairs:
        seconds.setdefault(first, []).append(second)
    return "".join(f"(?!{first} {alternation(following)})" for first, following in sorted(seconds.items()))


def _tail(language: Language) -> re.Pattern[str]:
    right = language.right
    plain = language.plain_words
    named = {
        "points": right.points,
        "basis": right.basis_points,
        "mille": right.per_mille,
        "percent": right.percent,
        "surely": right.surely_times,
        "times": right.times,
        "currency": tuple(right.currencies),
        "measure": tuple(right.measures),
        "subunit": tuple(right.subunits),
    }
    groups = [
        f"(?P<{name}>{alternation([*texts, *(typed for typed, meant in plain.items() if meant in texts)])})"
        for name, texts in named.items()
    ]
    # A hyphen joins words alone: in "£55-£60" it leads to another amount.
    return lazy_pattern(f"(?: {{1,3}}|-(?=[^\\W\\d_]))?{_unless(right.not_units)}(?:{'|'.join(groups)})")


def unit_names(language: Language) -> list[str]:
    """Return all that may name a unit right of a numeral."""
    right = language.right
    units = (
        *(right.points, right.basis_points, right.per_mille, right.percent, right.surely_times, right.times),
        *(right.currencies, right.measures, right.subunits, language.plain_words),
    )
    return [text for texts in units for text in texts]


def _ahead(language: Language) -> dict[str, int]:
    """Return what each word may begin that stands behind a numeral and one space."""
    right, heads = language.right, language.heads
    begins: dict[int, Iterable[str]] = {
        SCALE: (*right.scales, *language.plain_words),
        UNIT: unit_names(language),
        HOUR: (*heads.clock, *heads.hour_words),
        SPAN: heads.spans,
        LINK: (*language.until, *(language.between or ())),
        PART: (*language.of, *language.one_in, *language.per),
    }
    ahead: dict[str, int] = {}
    for flag, texts in begins.items():
        for text in texts:
            if word := _FIRST_WORD.match(text):
                ahead[word[0]] = ahead.get(word[0], 0) | flag
    return ahead


def _link(language: Language) -> re.Pattern[str]:
    spoken = [phrase for phrase in language.until if phrase[0].isalpha()]
    signs = "".join(re.escape(phrase) for phrase in language.until if not phrase[0].isalpha())
    between = f"| (?P<word>{alternation([*spoken, *(language.between or ())[1:]])}) "
    return lazy_pattern(f"(?:(?P<sign>[{signs}]| [{signs}] ){between})[$€£¥₹]?(?={_NUMBER})")


def _span(language: Language) -> re.Pattern[str] | None:
    """Match "tháng đầu năm" behind the 6 of "6 tháng đầu năm": months of a year, and no duration."""
    heads = language.heads
    if not heads.spans:
        return None
    ends = alternation([end for end in heads.span_ends if end[0].isalpha()])
    year = r"(?:19|20)\d\d"
    follows = f"(?= {alternation(heads.span_followers)})"
    return lazy_pattern(f" {alternation(heads.spans)}(?: {ends}(?: {year})?| {year}|/{year}|{follows})(?!\\w)")


def _moved(language: Language) -> re.Pattern[str] | None:
    """Match "fall" behind the figure of "a 5% year-on-year fall", where it is no verb: not "40% cut their spending"."""
    right = language.right
    if not right.up and not right.down:
        return None
    adjective = r"(?: [^\W\d_]+(?:-[^\W\d_]+)*)?"
    verb = f"(?! {alternation(right.objects)})" if right.objects else ""
    return lazy_pattern(f"{adjective} (?:(?P<up>{alternation(right.up)})|(?P<down>{alternation(right.down)})){verb}")


def _base(language: Language) -> re.Pattern[str]:
    """Match what a change is measured against, within the clause behind its figure."""
    whole = f"(?P<whole>{alternation(language.whole_bases)})|" if language.whole_bases else ""
    # Most steps end at the letter before: what is asked first decides how long this takes.
    begins = r"[^.,;:()\n\d]{0,41}?(?:(?<!\w)|, ?\(?|\()"
    base = rf"{alternation(language.bases)} (?P<base>[^,;:()\n]{{2,60}}?)"
    ends = rf"[,;:()\n]|\. |\.?\Z| {alternation(language.clause_words)} "
    return lazy_pattern(f"{begins}(?:{whole}{base})(?={ends})")


def _one_in(language: Language) -> re.Pattern[str] | None:
    """Match what leads from a part to its whole in "1 in 4 adults", "1 in 4 (25%)", "a 1-in-4 chance"."""
    if not language.one_in:
        return None
    link = alternation(language.one_in)
    return lazy_pattern(f"(?: {link} |-{link}-)(?={_NUMBER}(?: [^\\W\\d_]| \\(|[;:)\\n-]|[.,](?!\\d)|\\Z))")


def _part_link(language: Language) -> re.Pattern[str] | None:
    """Match what stands between a part and its unit; None where nothing does."""
    links = language.in_words.part_links
    return lazy_pattern(f" {alternation(links)}(?![.,]?\\d)") if links else None


def _after(right: Right) -> re.Pattern[str]:
    """Match a comparator behind a figure and at most a few words of a noun."""
    by_reach: dict[int, list[str]] = {}
    for phrase in sorted(right.after, key=lambda phrase: (-len(phrase), phrase)):
        limits = right.limits.get(phrase, Limits())
        behind = "".join(f"(?<!{word} )" for word in sorted(limits.not_behind))
        before = f"(?! {alternation(limits.not_before)})" if limits.not_before else ""
        end = r"(?=\s*(?:[^\w\s]|\Z))" if limits.ends_clause else ""
        written = f"{behind}{re.escape(' '.join(phrase))}(?!\\w){before}{end}"
        by_reach.setdefault(limits.most_between, []).append(written)
    reaches = (f"(?:[ -][^\\W\\d_]+){{0,{most}}}? (?:{'|'.join(known)})" for most, known in sorted(by_reach.items()))
    return lazy_pattern(f"(?:{'|'.join(reaches) or '(?!)'})(?! ?\\d)")


def _plan(language: Language) -> re.Pattern[str] | None:
    """Match a plan that what stands before goes beyond: right behind its figure, or what it is measured against."""
    if not language.plans:
        return None
    against = rf"[^.,;:()\n\d]{{0,41}}?(?<!\w){alternation(language.bases)}(?: mức| số)?"
    return lazy_pattern(rf"(?:{against})? {alternation(language.plans)}")


def comparator_behind(found: re.Match[str], language: Language) -> tuple[Phrase, Comparator, bool]:
    """Return the phrase that ends what ``Lexicon.after`` found, its comparator, and whether it may mean nothing."""
    words = tuple(found[0].split())
    phrase = next(words[start:] for start in range(len(words)) if words[start:] in language.right.after)
    limits = language.right.limits.get(phrase)
    return phrase, language.right.after[phrase], limits is not None and limits.ends_clause
