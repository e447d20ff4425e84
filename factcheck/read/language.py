"""What the scanner must be told about a language: its words and separators, nothing of its grammar."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact
from factcheck.model.record import field, record

Phrase = tuple[str, ...]


def words(text: str) -> frozenset[str]:
    """Split a text into its words."""
    return frozenset(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Split a text into the phrases between its commas."""
    return tuple(phrase.strip() for phrase in text.split(",") if phrase.strip())


def phrases(text: str) -> frozenset[Phrase]:
    """Split a text into the phrases between its commas, each as its words, for looking them up word by word."""
    return frozenset(tuple(phrase.split()) for phrase in listed(text))


def codes(names: Mapping[str, str]) -> dict[str, str]:
    """Return the code of each name; given are the names of each code, with commas between."""
    return {name: code for code, text in names.items() for name in listed(text)}


def comparators(**texts: str) -> dict[Phrase, Comparator]:
    """Return comparator phrases by their words; keywords are comparator names with ``_`` for ``-``."""
    return {phrase: Comparator(name.replace("_", "-")) for name, text in texts.items() for phrase in phrases(text)}


@record(frozen=True, slots=True, eq=False)
class Limits:
    """Where a phrase behind a figure says how the figure is meant, and where it belongs to what goes on.

    Not before some words ("and over the next year"), nor behind some ("good or better"), nor further behind the figure
    than so many words ("89% were judged good or better"); with ``ends_clause`` only at the end of a clause,
    and then it may as well mean something else ("có 10 lao động trở lại": ten at most, or ten came back).
    """

    not_before: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    most_between: int = 4
    ends_clause: bool = False


def limited(limits: Limits, text: str) -> dict[Phrase, Limits]:
    """Return the limits of each of the phrases between a text's commas."""
    return dict.fromkeys(phrases(text), limits)


@record(frozen=True, slots=True, eq=False)
class Right:
    """Words and signs that stand right of a numeral and say what it counts.

    ``scales`` are what scale words multiply by; ``not_scales`` holds the pairs in which such a word begins another
    ("tỷ lệ"), ``not_units`` those in which the name of a unit does ("đô thị"). ``glued_scales`` are letters grown
    onto a numeral ("5tr", "$2m"). ``times`` make a multiple after ``Left.multiples`` or a word of change;
    ``surely_times`` do by themselves ("-fold"). ``grown_on`` are comparators joined by a hyphen ("2,000-odd").
    ``metre_words`` behind a glued "m" make it metres where it could be millions. ``up`` and ``down`` are words of
    change behind a figure ("a 5% fall"), which are verbs before ``objects`` ("40% cut their spending").
    ``subunits`` are hundredths of a currency ("cents"). ``currencies`` and ``measures`` give codes: ISO 4217, and
    symbols of units; ``namesakes`` are names that other units have too, with their codes. ``after`` are comparators
    behind a figure and its noun, some within ``limits``.
    """

    scales: Mapping[str, int]
    not_scales: frozenset[Phrase]
    not_units: frozenset[Phrase]
    glued_scales: Mapping[str, int]
    percent: tuple[str, ...]
    per_mille: tuple[str, ...]
    points: tuple[str, ...]
    basis_points: tuple[str, ...]
    times: tuple[str, ...]
    surely_times: tuple[str, ...]
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    subunits: Mapping[str, str]
    halves: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    after: Mapping[Phrase, Comparator]
    limits: Mapping[Phrase, Limits]
    metre_words: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    grown_on: Mapping[str, Comparator] = field(default_factory=dict)
    namesakes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record(frozen=True, slots=True, eq=False)
class Left:
    """Phrases that stand left of a numeral and say how it is meant.

    ``comparators`` that are also in ``doubtful`` may as well mean nothing ("cao hơn 3 điểm": more than 3, or higher
    by 3); those in ``doubtful_if_small`` do so before a number below ten ("trên 2 lĩnh vực") or a duration ("over
    ten years"). ``no_hedges`` end like one and are none ("went up to"), ``no_moves`` like a word of change ("made
    up"); behind a word of change those in ``of_levels`` speak of a level ("fell below 60%"). ``comparatives`` are
    those that tell a distance where a base follows ("cao hơn 3 điểm so với …"), ``excesses`` those that do where a
    plan does ("vượt 5% kế hoạch", but "vượt 5 triệu"). ``negatives`` are words for a minus. ``adverbs`` may stand
    between a word of change and its figure. ``doubled`` are the words of change after which a multiple keeps two
    readings ("tăng thêm 2 lần": twice, or thrice).
    """

    comparators: Mapping[Phrase, Comparator]
    doubtful: frozenset[Phrase]
    doubtful_if_small: frozenset[Phrase]
    no_hedges: frozenset[Phrase]
    of_levels: frozenset[Phrase]
    estimates: frozenset[Phrase]
    up: frozenset[Phrase]
    down: frozenset[Phrase]
    no_moves: frozenset[Phrase]
    adverbs: frozenset[str]
    negatives: frozenset[str]
    comparatives: frozenset[Phrase]
    excesses: frozenset[Phrase]
    multiples: frozenset[str]
    doubled: frozenset[str]
    prefix_currencies: Mapping[str, str]


@record(frozen=True, slots=True, eq=False)
class Heads:
    """Words right before digits that make them something else than a quantity, and words that undo it.

    ``ordinals``, ``documents``, ``names`` and ``levels`` always do; ``weak_ordinals`` only where no noun
    follows ("giai đoạn 2", but "nhóm 20 nước"). ``numbers`` are the words for "number", ``number_nouns``
    the words that turn them into a count ("tổng số 206"). ``followers`` are the small words that show that
    no noun follows; ``plain`` are phrases that end like a head and are none ("trong vòng 6 tháng");
    ``occasions`` announce a day and month, ``money`` an amount ("lãi 8,2 tỷ"); ``counted`` are nouns that
    make a four-digit number no year ("2000 hộ"). ``warmth`` are words that tell of temperatures ("a high of 45C").
    """

    ranks: frozenset[Phrase]
    rank_words: frozenset[str]
    ordinals: frozenset[Phrase]
    weak_ordinals: frozenset[Phrase]
    documents: frozenset[Phrase]
    names: frozenset[Phrase]
    numbers: frozenset[str]
    number_nouns: frozenset[str]
    levels: frozenset[Phrase]
    months: frozenset[str]
    quarters: frozenset[str]
    days: frozenset[str]
    years: frozenset[str]
    hours: frozenset[str]
    phones: frozenset[str]
    scores: frozenset[Phrase]
    joiners: frozenset[str]
    followers: frozenset[str]
    counted: frozenset[str]
    count_verbs: frozenset[str]
    each: frozenset[str]
    plain: frozenset[Phrase]
    occasions: frozenset[str]
    money: frozenset[str]
    warmth: frozenset[str]
    ratios: frozenset[str]
    ordinal_suffixes: frozenset[str] = frozenset()
    month_names: frozenset[str] = frozenset()
    durations: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    span_ends: tuple[str, ...] = ()
    span_followers: tuple[str, ...] = ()
    span_heads: frozenset[Phrase] = frozenset()
    clock: tuple[str, ...] = ()
    hour_words: frozenset[str] = frozenset()
    minute_words: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    day_parts: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()


@record(frozen=True, slots=True, eq=False)
class InWords:
    """Numbers written out, and words that only hint at a number.

    ``part_links`` stand between a part and a unit ("half a point"). ``cardinals`` are numbers even alone,
    ``in_company`` only beside others ("năm" is also a year, "a" an article); ``parts`` are the words for a
    half or third. ``not_alone`` are words before, ``not_with`` words after a lone cardinal that make it no
    figure ("cả hai", "hai bên"); ``not_phrases`` the pairs that are none ("nửa năm"); ``with_nouns`` are
    numbers before a noun that is counted ("ba người"). ``multiples`` are whole phrases ("gấp đôi"; "twice
    as", of which the ``multiple_links`` are no piece). ``short_tens`` says that a lone digit behind a
    hundred or a larger unit counts its tenths ("một trăm hai" is 120); ``digit_words`` are read one by one
    behind ``point_words`` ("hai phẩy không ba"). ``vague`` gives how many of a unit a vague word may mean
    ("vài": 2 up to 10), ``vague_plurals`` the worth of units in the plural ("thousands"), ``plural_range``
    how many those may be.
    """

    cardinals: Mapping[str, int]
    in_company: Mapping[str, int]
    parts: Mapping[str, int]
    lone_parts: frozenset[str]
    not_spelled: frozenset[Phrase]
    not_alone: frozenset[str]
    not_with: frozenset[str]
    not_phrases: frozenset[Phrase]
    with_nouns: frozenset[str]
    multiples: Mapping[Phrase, Exact]
    multiple_links: frozenset[str]
    vague: Mapping[str, tuple[int, int]]
    vague_units: Mapping[str, int]
    vague_plurals: Mapping[str, int] = field(default_factory=dict)
    plural_range: tuple[int, int] = (2, 10)
    vague_alone: frozenset[str] = frozenset()
    tens_words: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    part_words: frozenset[str] = frozenset()
    empty_groups: tuple[str, ...] = ()
    not_after_tens: frozenset[str] = frozenset()
    after_tens: Mapping[str, int] = field(default_factory=dict)
    short_tens: bool = False
    point_words: frozenset[str] = frozenset()
    part_links: tuple[str, ...] = ()
    digit_words: Mapping[str, int] = field(default_factory=dict)


@record(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, all in lower case and NFC.

    ``decimal`` and ``group`` are its separators. ``ranges`` link the two ends of a range where one end stands left
    of ``until``; ``between`` is the pair of words around a range ("between 5 and 7"); ``moves_in_range`` are words
    of change that make "from 12% to 15%" two levels and no range. ``of`` links a part with its whole, ``of_less``
    only with a larger one, ``per`` a rate with its round number, ``per_one`` an amount with the measure that it is
    told by; before ``members`` a lone "one" names something and counts nothing ("one of the 22 ministries").
    ``bases`` begin what a change is measured against, ``clause_words`` end it; ``plans`` are what is planned.
    ``bare_points`` are what a percentage point may be called for short, ``below`` words that make a figure less
    than another or than zero, ``few`` words that count ("none", "both"), ``places`` those of ranks. Amounts of
    money that are called after ``one_way`` go one way only, unless ``both_ways`` is said of them too: revenue is
    never below zero, net revenue may be. ``home_currency`` is that of amounts that name none. ``plain_words`` are
    words of the language as they are typed without diacritics, by what they stand for; only those that cannot be
    another word beside a number. ``common_words`` are the frequent small words that tell the language from others,
    with and without diacritics.
    """

    code: str
    decimal: str
    group: str
    right: Right
    left: Left
    heads: Heads
    in_words: InWords
    until: tuple[str, ...]
    range_heads: frozenset[str]
    between: tuple[str, str] | None
    moves_in_range: frozenset[str]
    of: tuple[str, ...]
    of_less: frozenset[str]
    home_currency: str
    per: tuple[str, ...]
    per_one: tuple[str, ...]
    one_in: tuple[str, ...]
    bases: tuple[str, ...]
    clause_words: tuple[str, ...]
    whole_bases: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()
    plans: tuple[str, ...] = ()
    bare_points: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    few: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    plain_words: Mapping[str, str] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    tone_marks: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    common_words: frozenset[str] = frozenset()
    one_way: frozenset[Phrase] = frozenset()
    both_ways: frozenset[str] = frozenset()
