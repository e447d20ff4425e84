"""What reading statements must be told about a language, beside what reading numbers needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from factcheck.model.record import record
from factcheck.read.language import Language

# A year that is no part of a longer number.
YEAR = r"(?:19|20)\d{2}(?![\d.,/–-]*\d)"


@record(frozen=True, slots=True, eq=False)
class StatementWords:
    """The words of one language, in lower case and NFC.

    ``times`` are patterns of time expressions, tried in order at each place; their named groups say what they hold:
    ``d`` ``m`` ``y`` (day, month, year), ``month`` (a name), ``q`` (quarter), ``half`` and ``months`` (first or
    last half, first so many months; with ``to_date`` only if those just ended), ``now``, ``this``/``last`` with
    ``unit``, ``year_end`` (its last day). ``so_many`` months, ``weeks`` or a ``whole`` year or quarter end with the
    day or month beside them. ``until`` leads up to the end of a time, ``before_it`` to one that is over before it,
    ``until_now`` begins one that ends today, ``period_to`` leads to the last day of one, ``since`` to its start,
    ``base`` to what a change is measured from, ``aside`` to a time that no figure is about (that of a law, a
    strategy); ``opening`` begins a sentence about the time when something was. ``target_set`` says of a figure, in
    the place of the bar, that it is a target. ``prose_stops`` end the noun behind a figure, but for those that
    begin ``whole_nouns``. ``parts`` announce what a total consists of, ``contains`` what it merely holds,
    ``consists`` all of what it consists of; ``joins_last`` stands before the last part. ``everywhere`` says where,
    and nothing of what. ``trailing`` ends a noun and says nothing of it ("were made", "in the quarter").
    ``cut_short`` names the ``nth`` quarter or half, one of the ``ordinals``, without its noun. ``previous`` is the
    ``unit`` of time before. ``surpassed`` leads to a target that was. ``opening_period`` begins a sentence with the
    ``unit`` of time that a report is about. ``of_total`` behind a percentage says that it is one of a whole.
    ``weeks`` are times that no period of a registry is told from, ``amid`` whatever the sentences before say.
    ``from_new_year`` leads to the last day of a time that began with its year. ``grades`` make a small number a
    mark ("4 sao"). ``published`` begins the line that says when a text was. ``attributed`` says, at the head of a
    sentence, by whom it is said. ``respectively`` gives several changes to as many figures. ``worths`` are what an
    amount is called that what was counted before it comes to. ``shares`` lead from a count to its percentage,
    ``complements`` are states that divide a whole in two. ``defining`` words join a subject to its figure.
    ``durations`` are units of time that may follow one, with ``duration_heads`` before it or ``duration_tails``
    behind. ``saying`` is what someone does on a day that is none of a figure. ``standards`` lead to what is asked
    for everywhere, ``where`` to what a place has, ``every`` to what is counted per what. ``were`` leads to an age
    with no ``noun_behind`` it, those who ``grow_up`` to any. ``ages`` follow a number that only says who is
    counted, ``age_heads`` lead up to one. ``compares`` follow a figure that is a difference, ``at_constant`` one
    that is the change before it in other terms, ``exceeds`` make it one by themselves, ``compared`` leads to a
    figure that another is held against. ``of_whom`` follow a part, ``being`` says what it is. ``there_are`` leads
    to a number of those that ``reaching`` says what they reach, ``bodies_reaching`` what a number of places or
    tasks do, ``having`` what they have; ``making_up`` leads from what is counted to its share, ``obliging`` from a
    limit to what is asked beyond it; ``alternatives`` join two limits. ``reporting`` are words that say that there
    is a figure, and nothing of what it counts; ``per`` is what a rate is counted per. ``more_than_then`` before a
    time leads to how much more there is than at it. ``another`` before a figure and ``more`` behind it say that so
    many are added to others. ``equates`` are verbs that make a figure out of the subject before them.
    ``whole_names`` end with a word that is a hedge elsewhere. ``total`` before a figure says that it adds up those
    before it, ``total_label`` names it. ``of_plan`` behind a percentage makes it one of a plan. ``between`` leads
    to the ``first`` of two times, which ``years_spanned`` names both of (``last``), ``years_listed`` are years one
    after the other, and ``turns`` lead on to another time. ``number_aspects`` are the aspects of a change that are
    the number itself. ``beginning`` leads to the figure that something moved from, ``ending`` to the one that it
    moved to. ``long_time`` is a stretch of years up to now, which no period of the registry is. ``half_words`` are
    completed by what follows a comma, ``listed`` are nouns that stand in lists with commas, ``relative`` says more
    of a subject, ``classifiers`` count things by themselves, and with ``plurals`` a noun ends. ``aspect`` behind a
    change names what moved (``of``), ``beside`` joins one more thing to those that were counted. ``against`` leads
    right up to a figure that one before it is held against (``level`` surely), ``year_before`` is the same time of
    the year before where no year is named. ``news_day`` opens a piece of news with the ``day`` that it is of.
    ``unit_line`` is a line above a table that names its ``unit``. ``equivalent`` leads to a figure that says the
    one before it again in another unit; ``when`` behind a time goes on with what was then. ``in_period`` is the
    time that a report is about ("in the half"), ``other_years`` opens a bracket with that of another one ("(H1
    2023/24: £566.0m)"). ``rate_words`` are those of ``share_words`` that end the name of a percentage
    ("unemployment rate"). ``moved_by`` leads to how far something moved whose verb is not said again, ``joined`` is
    all that stands between two figures of one verb. ``spans`` join the first and the last month of a stretch.
    ``bare_nouns`` are units rather than what is counted where a subject stands before the figure; ``unsaid`` at the
    end of a subject says nothing of what is counted. ``total_rows`` begin the name of a row or column of totals.
    ``row_numbers``, ``note_columns`` and ``unit_columns`` head the columns of a table that number its rows and
    notes and name their units, ``plan_columns``, ``change_columns``, ``done_columns`` and ``estimate_columns`` say
    what those beside them are. ``determiners`` before a number make it part of another thing's name. ``out_of``
    leads from a share to what it is of, ``out_of_all`` from a part to its whole, ``out_of_count`` from a count and
    its ``noun`` to its whole, ``this`` begins a sentence about the figure of the one before, ``losses`` lead to
    what is below zero, ``standing`` is in the names of what there is at a moment, ``standing_amounts`` of sums of
    money that there are, ``flows`` of money that comes in or goes out, ``having_of`` leads from who has it to what
    there is of it ("the fund had assets of"), ``ourselves`` are who says so, where that is the subject, ``done`` of
    what was done, ``measured`` leads from a unit to what is measured, ``grows`` of what only ever becomes more,
    unless ``happens`` is beside it; a bar stands for the figure. ``levels`` are in the names of averages, prices
    and rates, ``people_levels`` in those of people who are so at any time: a month may have more of them than its
    year; so may what ``there_stand`` says there is. ``of_its_year`` are in the names of money that begins anew each
    year: what there is of it by a day came in since New Year. ``ratios`` are in the names of what is so many times
    another, ``points`` are the noun of what a percentage moved by, ``of_this`` leads from a share to the part that
    it is of a whole named before. ``bodies`` are the kinds of body that a figure may be of. ``plan_heading`` is in
    the heading of what is planned, unless ``result_heading`` is too. ``moved_from`` leads from a level to the one
    before (``down``), ``moved_between`` to the first of two (``from``, if that is the one before), ``goes_to`` and
    ``goes_from`` to the second.
    """

    code: str
    times: tuple[re.Pattern[str], ...]
    month_names: Mapping[str, int]
    numerals: Mapping[str, int]
    first: frozenset[str]
    until: re.Pattern[str]
    before_it: re.Pattern[str]
    until_now: re.Pattern[str]
    period_to: re.Pattern[str]
    end_of: re.Pattern[str]
    since: re.Pattern[str]
    base: re.Pattern[str]
    aside: re.Pattern[str]
    opening: re.Pattern[str]
    open_start: re.Pattern[str]
    same_period: re.Pattern[str]
    target_near: re.Pattern[str]
    target_before: re.Pattern[str]
    target_set: re.Pattern[str]
    out_of: re.Pattern[str]
    out_of_all: re.Pattern[str]
    out_of_count: re.Pattern[str]
    of_this: re.Pattern[str]
    moved_from: re.Pattern[str]
    moved_between: re.Pattern[str]
    goes_to: re.Pattern[str]
    goes_from: re.Pattern[str]
    points: tuple[list[str], ...]
    losses: re.Pattern[str]
    standing: re.Pattern[str]
    standing_amounts: re.Pattern[str]
    flows: re.Pattern[str]
    having_of: re.Pattern[str]
    ourselves: re.Pattern[str]
    done: re.Pattern[str]
    measured: re.Pattern[str]
    grows: re.Pattern[str]
    of_its_year: re.Pattern[str]
    happens: re.Pattern[str]
    levels: re.Pattern[str]
    people_levels: re.Pattern[str]
    there_stand: re.Pattern[str]
    ratios: re.Pattern[str]
    this: re.Pattern[str]
    determiners: tuple[str, ...]
    total_rows: re.Pattern[str]
    row_numbers: frozenset[str]
    note_columns: frozenset[str]
    unit_columns: frozenset[str]
    plan_columns: re.Pattern[str]
    change_columns: re.Pattern[str]
    done_columns: re.Pattern[str]
    estimate_columns: re.Pattern[str]
    bodies: re.Pattern[str]
    plan_heading: re.Pattern[str]
    result_heading: re.Pattern[str]
    not_target: re.Pattern[str]
    forecast: re.Pattern[str]
    prose_stops: frozenset[str]
    stop_words: frozenset[str]
    parts: re.Pattern[str]
    contains: re.Pattern[str]
    consists: re.Pattern[str]
    joins_last: re.Pattern[str]
    grades: re.Pattern[str]
    published: re.Pattern[str]
    from_new_year: re.Pattern[str]
    weeks: re.Pattern[str]
    whole_nouns: frozenset[str]
    of_total: re.Pattern[str]
    opening_period: re.Pattern[str]
    surpassed: re.Pattern[str]
    previous: re.Pattern[str]
    cut_short: re.Pattern[str]
    ordinals: Mapping[str, int]
    trailing: re.Pattern[str]
    everywhere: re.Pattern[str]
    attributed: re.Pattern[str]
    worths: frozenset[str]
    respectively: re.Pattern[str]
    shares: re.Pattern[str]
    complements: tuple[tuple[frozenset[str], frozenset[str]], ...]
    defining: re.Pattern[str]
    durations: re.Pattern[str]
    duration_heads: re.Pattern[str]
    duration_tails: re.Pattern[str]
    saying: re.Pattern[str]
    ages: re.Pattern[str]
    age_heads: re.Pattern[str]
    compares: re.Pattern[str]
    at_constant: re.Pattern[str]
    exceeds: re.Pattern[str]
    compared: re.Pattern[str]
    of_whom: re.Pattern[str]
    there_are: re.Pattern[str]
    reaching: re.Pattern[str]
    bodies_reaching: re.Pattern[str]
    standards: re.Pattern[str]
    where: re.Pattern[str]
    every: re.Pattern[str]
    were: frozenset[str]
    grow_up: frozenset[str]
    noun_behind: re.Pattern[str]
    having: re.Pattern[str]
    making_up: re.Pattern[str]
    obliging: re.Pattern[str]
    alternatives: frozenset[str]
    being: frozenset[str]
    publishers: re.Pattern[str]
    share_words: tuple[str, ...]
    growth_label: str
    change_label: str
    part_of: str
    unit_line: re.Pattern[str]
    news_day: re.Pattern[str]
    in_period: re.Pattern[str]
    when: re.Pattern[str]
    other_years: re.Pattern[str]
    rate_words: frozenset[str]
    moved_by: re.Pattern[str]
    joined: re.Pattern[str]
    spans: frozenset[str]
    bare_nouns: frozenset[str]
    equivalent: re.Pattern[str]
    unsaid: re.Pattern[str]
    money_rates: re.Pattern[str]
    lead_ins: re.Pattern[str]
    hedges: frozenset[str]
    reporting: frozenset[str]
    per: re.Pattern[str]
    more_than_then: re.Pattern[str]
    another: re.Pattern[str]
    more: re.Pattern[str]
    against: re.Pattern[str]
    aspect: re.Pattern[str]
    equates: re.Pattern[str]
    whole_names: re.Pattern[str]
    total_label: str
    total: re.Pattern[str]
    of_plan: re.Pattern[str]
    between: re.Pattern[str]
    years_listed: re.Pattern[str]
    years_spanned: re.Pattern[str]
    turns: re.Pattern[str]
    number_aspects: frozenset[str]
    beginning: re.Pattern[str]
    ending: re.Pattern[str]
    long_time: re.Pattern[str]
    beside: re.Pattern[str]
    half_words: frozenset[str]
    listed: re.Pattern[str]
    relative: re.Pattern[str]
    classifiers: frozenset[str]
    plurals: re.Pattern[str]
    year_before: re.Pattern[str]

    def ends_with(self, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
        """Return what a pattern finds at the end of a text, a hedge behind it passed over: "so với (khoảng)"."""
        pieces = text.split()
        while not (found := pattern.search(" ".join(pieces) + " ")) and pieces and pieces[-1] in self.hedges:
            pieces.pop()
        return found


def listed_years(joined: str, lead: str = "") -> re.Pattern[str]:
    """Match years one after the other: "2022, 2023 and 2024"; ``joined`` is the word for "and", ``lead`` for "year"."""
    link = rf"(?:\s*[,;&]\s*(?:{joined})?|\s+(?:{joined}))\s*(?:{lead})?"
    return re.compile(rf"(?<![\d.,/–-]){YEAR}(?:{link}{YEAR})+")


def spanned_years(begins: str, ends: str, lead: str = "") -> re.Pattern[str]:
    """Match the ``first`` and ``last`` year of a stretch: "between 2020 and 2024"."""
    year = rf"(?:{lead})?"
    return re.compile(rf"(?:{begins})\s+{year}(?P<first>{YEAR})\s+(?:{ends})\s+{year}(?P<last>{YEAR})")


@cache
def statement_words(language: Language) -> StatementWords | None:
    """Return the words for a language; None where it has no file here."""
    try:
        module = import_module(f"factcheck.read.statements.words_{language.code}")
    except ModuleNotFoundError:
        return None
    found: StatementWords = module.WORDS
    return found
