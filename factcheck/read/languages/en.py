"""English: words and separators."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.comparator import Comparator
from factcheck.read.language import (
    Heads,
    InWords,
    Language,
    Left,
    Limits,
    Right,
    codes,
    comparators,
    limited,
    listed,
    phrases,
    words,
)

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12
_MONTHS = words(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
    " jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)

# Behind these words "or more" goes on: "or more than", "or more precisely".
_NO_MORE = words("than precisely exactly accurately likely often importantly specifically yet")

_RIGHT = Right(
    scales={
        "hundred": 100,
        "thousand": _THOUSAND,
        "million": _MILLION,
        "billion": _BILLION,
        "trillion": _TRILLION,
        "mln": _MILLION,
        "mn": _MILLION,
        "bln": _BILLION,
        "bn": _BILLION,
        "trn": _TRILLION,
        "tn": _TRILLION,
        "dozen": 12,
        "lakh": 100_000,
        "lakhs": 100_000,
        "crore": 10_000_000,
        "crores": 10_000_000,
    },
    not_scales=phrases("million dollar, hundred days"),
    not_units=frozenset(),
    glued_scales={
        "k": _THOUSAND,
        "m": _MILLION,
        "mn": _MILLION,
        "mln": _MILLION,
        "b": _BILLION,
        "bn": _BILLION,
        "bln": _BILLION,
        "t": _TRILLION,
        "tn": _TRILLION,
        "trn": _TRILLION,
    },
    percent=listed("%, percent, per cent, pct, pc, p.c., per-cent"),
    per_mille=listed("‰, per mille, per mil, permille"),
    points=listed(
        "percentage points, percentage point, percentage-point, percentage-points, pp, ppt, ppts, pps, "
        "p.p., % points, %-point,"
        "percent points, %pts, per cent points"
    ),
    basis_points=listed("basis points, basis point, basis-point, bps, bp"),
    times=listed("times"),
    surely_times=listed(
        "-fold, fold, x, times as, times more, times higher, times larger, times greater, times the, times "
        "its, times their,"
        "times bigger, times faster, times lower, times less, times what, times that, times over, times last"
    ),
    currencies=codes(
        {
            "USD": "$, usd, us dollars, us dollar, u.s. dollars, dollars, dollar, american dollars",
            "EUR": "€, eur, euros, euro",
            "GBP": "£, gbp, pounds sterling, pounds, pound, sterling",
            "VND": "vnd, dong, vietnamese dong, đồng, ₫",
            "JPY": "¥, yen, jpy, japanese yen",
            "CNY": "yuan, cny, rmb, renminbi",
            "KRW": "won, krw",
            "INR": "rupees, rupee, inr, ₹",
            "AUD": "australian dollars, aud",
            "CAD": "canadian dollars, cad",
            "SGD": "singapore dollars, sgd",
            "THB": "baht, thb",
            "KES": "kes, kenyan shillings",
            "GHS": "ghs",
            "XDR": "sdr",
            "SEK": "sek",
            "NOK": "nok",
            "PLN": "pln",
            "MXN": "mxn",
            "CHF": "swiss francs, francs, chf",
            "RUB": "roubles, rubles, rub",
            "BRL": "reais, brl",
            "ZAR": "rand, zar",
            "IDR": "rupiah, idr",
            "PHP": "pesos, php",
        }
    ),
    measures=codes(
        {
            "ha": "ha, hectares, hectare",
            "acre": "acres, acre",
            "km²": "km2, km², sq km, sq. km, square kilometres, square kilometers, square kilometre, square kilometer",
            "m²": "m2, m², sq m, sqm, square metres, square meters, square metre, square meter",
            "mi²": "square miles, square mile, sq mi",
            "ft²": "square feet, square foot, sq ft",
            "m³": "m3, m³, cubic metres, cubic meters, cubic metre, cubic meter",
            "km": "km, kilometres, kilometers, kilometre, kilometer, kms",
            "km/h": "km/h, kph, kmph, km/hr, kilometres per hour, kilometers per hour, kmh",
            "mph": "mph, miles per hour, miles an hour",
            "m": "m, metres, meters, metre, meter",
            "cm": "cm, centimetres, centimeters, centimetre, centimeter",
            "mm": "mm, millimetres, millimeters, millimetre, millimeter",
            "mi": "miles, mile",
            "nmi": "nautical miles, nautical mile, nmi",
            "ft": "feet, foot, ft",
            "in": "inches, inch",
            "yd": "yards, yard",
            "t": "t, tonnes, tonne, tons, ton, metric tons, metric tonnes, mt",
            "kt": "kt, kilotonnes, kilotonne, kilotons, kiloton",
            "kg": "kg, kilograms, kilogram, kilos, kilo, kgs",
            "g": "g, grams, gram, grammes",
            "mg": "mg, milligrams, milligram",
            "lb": "lb, lbs",
            "oz": "oz, ounces, ounce",
            "L": "litres, liters, litre, liter",
            "ml": "ml, millilitres, milliliters",
            "gal": "gallons, gallon",
            "bbl": "barrels, barrel, bbl",
            "bu": "bushels, bushel",
            "kWh": "kwh, kilowatt-hours, kilowatt hours, kilowatt-hour",
            "kW": "kw, kilowatts, kilowatt",
            "MW": "mw, megawatts, megawatt",
            "MWh": "mwh, megawatt-hours, megawatt hours",
            "GW": "gw, gigawatts, gigawatt",
            "GWh": "gwh, gigawatt-hours, gigawatt hours",
            "TWh": "twh, terawatt-hours, terawatt hours",
            "W": "watts, watt",
            "h": "hours, hour, hrs",
            "min": "minutes, minute, mins",
            "s": "seconds, second, secs",
            "kB": "kb",
            "MB": "mb, megabytes",
            "GB": "gb, gigabytes",
            "TB": "tb, terabytes",
            "Mbps": "mbps, mb/s, mbit/s, megabits per second",
            "Gbps": "gbps, gb/s, gbit/s, gigabits per second",
            "MHz": "mhz",
            "GHz": "ghz",
            "°C": "°c, ºc, degrees celsius, degrees centigrade",
            "°F": "°f, degrees fahrenheit",
            "TEU": "teu, teus",
            "kcal": "kcal, calories, kilocalories",
            "m³/s": "m3/s, m³/s, cubic metres per second",
            "µg/m³": "µg/m3, µg/m³",
            "mmHg": "mmhg, mm hg",
        }
    ),
    subunits={"cents": "USD", "us cents": "USD", "cent": "USD", "¢": "USD", "pence": "GBP", "p": "GBP"},
    namesakes={
        **dict.fromkeys(("$", "dollars", "dollar"), ("AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "JMD", "FJD")),
        **dict.fromkeys(("£", "pounds", "pound"), ("EGP", "LBP", "SDG", "SSP", "SYP", "FKP", "GIP", "lb")),
        **dict.fromkeys(("rupees", "rupee", "rs", "rs."), ("PKR", "LKR", "NPR", "MUR", "SCR")),
        "pesos": ("MXN", "ARS", "CLP", "COP", "CUP", "DOP", "UYU"),
        "francs": ("XOF", "XAF", "XPF", "RWF", "BIF", "CDF", "DJF", "GNF", "KMF"),
        "¥": ("CNY",),
    },
    halves=(),
    up=listed("increase, rise, gain, jump, growth, surge, improvement, hike, uplift"),
    down=listed("fall, decline, drop, decrease, reduction, cut, slump, contraction, dip, loss, slide, plunge"),
    objects=words("their his her its our your my out back off"),
    grown_on={
        "plus": Comparator.AT_LEAST,
        "odd": Comparator.ABOUT,
        "ish": Comparator.ABOUT,
        "something": Comparator.OVER,
    },
    metre_words=words(
        "tall long wide high deep above below sprint race freestyle butterfly hurdles backstroke away thick diameter"
    ),
    after=comparators(
        at_least=(
            "or more, or above, or over, or older, or higher, or greater, and over, and above, or longer, or "
            "better, and older, and up, at least, of age or over, of age or older, of age and over, of age and older"
        ),
        at_most=(
            "or less, or fewer, or below, or under, or lower, or younger, and under, and below, and younger,"
            " or shorter, at most, of age or under, of age or younger, of age and under, of age and younger"
        ),
        about="or so, or thereabouts",
    ),
    limits={
        **limited(Limits(not_before=_NO_MORE), "or more, or less, or fewer"),
        **limited(
            Limits(
                not_before=_NO_MORE,
                not_behind=words("good satisfactory adequate fair average acceptable moderate"),
                most_between=1,
            ),
            "or higher, or greater, or longer, or better, or older, or lower, or younger, or shorter, and older, "
            "and younger",
        ),
        **limited(
            Limits(
                not_before=words(
                    "the a an its his her their our your this that these those all them it time half again most some "
                    "every each another any both what which to there everything"
                ),
                most_between=1,
            ),
            "or above, or over, or below, or under, and over, and above, and under, and below, and up",
        ),
        **limited(
            Limits(
                not_before=words("once twice thrice a an one two three some partly in half every each until to not")
            ),
            "at least, at most",
        ),
    },
)

_LEFT = Left(
    comparators=comparators(
        exactly="exactly, precisely",
        over=(
            "over, more than, above, greater than, higher than, larger than, in excess of, upwards of, upward "
            "of, exceeding,"
            "exceeded, exceeds, exceed, well over, well above, well more than, far more than, topped, topping, "
            "surpassed,"
            "surpassing, surpasses, older than, longer than, beyond, considerably more than, significantly more "
            "than, passed,"
            "north of, just over, slightly over, slightly more than, a little over, a little more than, just "
            "above, slightly above,"
            "a bit more than, just more than, little more than, a bit over, marginally more than, much more "
            "than, far above, even more than"
        ),
        at_least=(
            "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, at "
            "the very least,"
            "a minimum, minimum, at a minimum"
        ),
        nearly=(
            "the best part of,"
            "nearly, nearing, almost, close to, just under, just short of, just below, a little under, slightly under, "
            "slightly less than,"
            "a little less than, approaching, shy of, just shy of, not quite, slightly below, just less than, "
            "nearly some, short of"
        ),
        under=(
            "under, fewer than, less than, below, lower than, smaller than, well under, well below, younger "
            "than, shorter than,"
            "far fewer than, far less than, far below"
        ),
        at_most=(
            "at most, up to, as many as, as much as, no more than, not more than, a maximum of, maximum of, no "
            "greater than,"
            "no higher than, not exceeding, at the most, no longer than, no later than, not over, a maximum, "
            "maximum, no larger than, capped at, a cap of, a ceiling of"
        ),
        about=(
            "about, around, approximately, roughly, some, circa, approx, approx., in the region of, ca., c.,"
            "somewhere around, in the neighbourhood of, in the neighborhood of, on the order of, in the order "
            "of, or about,"
            "plus or minus, in the vicinity of, at about, at around, to around, to about, by around, by about, "
            "by roughly, by approximately"
        ),
        about_over="roughly over, about over, approximately over, around over",
    ),
    doubtful=phrases(
        "higher than, lower than, greater than, larger than, smaller than, just under, just below, as many "
        "as, as much as, plus or minus, capped at, a cap of, a ceiling of,"
        "just short of, just shy of,"
        "slightly less than, a little under, a little less than, slightly under, slightly below, slightly "
        "above, passed, beyond,"
        "topped, surpassed, exceeded, just less than, short of, north of, close to, almost as many as"
    ),
    doubtful_if_small=phrases("over, above, below, under, around, about, some"),
    no_hedges=phrases("went up to, rose up to, gone up to, go up to, goes up to, going up to, moved up to"),
    of_levels=phrases("below, above, under, beyond, past"),
    estimates=phrases(
        "estimated, an estimated, estimated at, estimated to be, is estimated at, was estimated at, "
        "projected, forecast at"
    ),
    up=phrases(
        "up, up by, rose, rose by, risen, risen by, rises, rises by, rising, rising by, rise by, grew, grew "
        "by, grown, grown by, grows,"
        "growing, growing by, grow by, increased by, increased, increase of, an increase of, increasing by, "
        "increases of, rise of,"
        "gain of, gained, gaining, climbed, climbed by, jumped, jumped by, jump of, surged, surged by, "
        "surge of, soared, soared by,"
        "growth of, advanced, edged up, edged up by, expanded, expanded by, expansion of, added, gains of, "
        "plus, higher by, upward by,"
        "went up, went up by, gone up by, gone up, climbing, rallied, rebounded, accelerated by, swelled by"
    ),
    down=phrases(
        "down, down by, fell, fell by, fallen, fallen by, falls, falling, falling by, fall by, decreased "
        "by, decreased, dropped by, decrease of,"
        "a decrease of, decreasing by, drop of, drop by, fall of, decline of, cut of, a cut of, cuts of, "
        "shed, depreciated, depreciated by, drop, drops, fall, declined by, declined, declines, decline by, "
        "declining, declining by,"
        "dropped, dropping, dropping by, shrank, shrank by, shrunk, shrunk by, shrinking by, contracted, "
        "contracted by, contraction of,"
        "slid, slid by, slipped, slipped by, minus, loss of, lost, losing, plunged, plunged by, plunge of, "
        "tumbled, tumbled by,"
        "slumped, slumped by, slump of, eased, eased by, reduced by, cut by, reduction of, a reduction of, "
        "edged down, edged down by,"
        "cut, plummeted, plummeted by, dipped, dipped by, sank, sank by, lower by, retreated, went down, went "
        "down by, gone down by,"
        "weakened by, narrowed by, slashed by, cutting by, fell back, decreases of, losses of, dip of, negative"
    ),
    no_moves=phrases(
        "made up, makes up, make up, making up, set up, sets up, setting up, took up, taken up, takes up, taking up, "
        "opened up, picked up, followed up, signed up, backed up, rounded up, lined up, ended up, split up, "
        "shut down, closed down, turned down, handed down, broke down, broken down, struck down, gunned down, "
        "tore down, torn down, knocked down, put down, laid down, tracked down, shot down"
    ),
    adverbs=words(
        "sharply slightly modestly steadily further another only just by of a an roughly the even "
        "dramatically significantly"
        " rapidly strongly marginally nearly almost about around approximately more over whopping full mere "
        "additional total"
        " record average annual annualised annualized year-on-year respectively some"
    ),
    negatives=words("minus negative"),
    comparatives=frozenset(),
    excesses=frozenset(),
    multiples=frozenset(),
    doubled=words("increased rose grew increase risen grown up jumped climbed"),
    prefix_currencies={
        "$": "USD",
        "us$": "USD",
        "a$": "AUD",
        "au$": "AUD",
        "c$": "CAD",
        "ca$": "CAD",
        "s$": "SGD",
        "hk$": "HKD",
        "nz$": "NZD",
        "r$": "BRL",
        "usd": "USD",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "¥": "JPY",
        "jpy": "JPY",
        "₹": "INR",
        "rs": "INR",
        "ksh": "KES",
        "₦": "NGN",
        "₩": "KRW",
        "rs.": "INR",
        "inr": "INR",
        "₫": "VND",
        "vnd": "VND",
        "rmb": "CNY",
        "cny": "CNY",
        "chf": "CHF",
        "aud": "AUD",
        "cad": "CAD",
        "sgd": "SGD",
        "rm": "MYR",
        "krw": "KRW",
        "thb": "THB",
        "kes": "KES",
        "ghs": "GHS",
        "gh¢": "GHS",
        "sdr": "XDR",
        "ngn": "NGN",
        "nt$": "TWD",
        "sek": "SEK",
        "nok": "NOK",
        "idr": "IDR",
        "php": "PHP",
        "zar": "ZAR",
    },
)

_HEADS = Heads(
    ranks=phrases(
        "ranked, ranking, rank, ranks, ranked at, ranked no., ranks no., placed, came, finished, ranking "
        "at, ranks at, in position,"
        "rank of, ranked number, ranks number, rank no, rank no., ranked no, ranks no, position, placing"
    ),
    rank_words=words("ranked ranking rank ranks"),
    ordinals=phrases(
        "phase, session, round, step, group, district, stage, highway, route, interstate, platform, gate,"
        "room, floor, ward, zone, block, bed, row, seat, terminal, runway, pier, unit, lot, building, "
        "suite, apartment, flat, class of, lap,"
        "inning, game, match, grade, quarterfinal, matchday, day, week, sunday, monday, tuesday, wednesday, "
        "thursday, friday,"
        "saturday, grades, year"
    ),
    weak_ordinals=phrases(
        "episode, season, volume, issue, version, question, type, category, criterion, goal, target, model, "
        "case, patient, line, area,"
        "region, form, option, scenario, example, experiment, study, trial, group, cluster, dose, wave, "
        "series, top, part, pillar, band"
    ),
    documents=phrases(
        "h.r., resolution, decree, decision, circular, article, articles, section, sections, scope, scopes, chapter, "
        "chapters, table, tables, figure, figures,"
        "page, pages, p., pp., annex, appendix, clause, paragraph, paragraphs, act, directive, regulation, "
        "rule, bill, law, protocol, agenda,"
        "schedule, box, chart, fig., fig, exhibit, item, ref., footnote, note, iso, amendment, amendments, "
        "proposition, measure, title, form,"
        "public law, executive order, convention, vol., volume, eq., equation, lemma, theorem, isbn, issn, doi"
    ),
    names=phrases(
        "covid, boeing, airbus, iphone, ipad, galaxy, windows, android, games, cup, world cup, olympics, "
        "apollo, formula, vision, agenda, agenda for,"
        "expo, euro, cop, model, mark, pro, xbox, playstation, catch, fahrenheit, area, horizon, falcon, "
        "starship, gpt, chatgpt, python, class,"
        "s&p, ftse, nasdaq, russell, stoxx, nikkei, cac, dax, csi, hang seng, fortune, forbes, global, top, "
        "big, euro stoxx, dow, level"
    ),
    numbers=words("no no. nr nos nos. number numbers"),
    number_nouns=frozenset(),
    levels=phrases("level, levels, tier, grade, category, magnitude, stage, schedule, class"),
    months=_MONTHS,
    month_names=_MONTHS,
    quarters=words("quarter q half h"),
    days=words("day"),
    years=words(
        "in since by from to until till year of during before after fiscal end early late mid through the "
        "between and circa fy"
        " year-end spring summer autumn winter fall calendar for"
    ),
    hours=words("at"),
    phones=words("phone tel tel. fax hotline call telephone mobile whatsapp dial"),
    scores=phrases("voted, vote, score, won, lost, beat, draw, drew, defeated, win, lead, led, victory, defeat"),
    joiners=frozenset({",", "and", "-", "–", "or", "/", "to", "&", ";"}),
    followers=words(
        "of and or is was are were has had have in on at to from by for with which that as but than when "
        "while after before since"
        " until during compared versus vs per also will would can could may might it this these those a an "
        "the not no if so then"
        " because although though into onto under over up down rose fell grew data survey census report "
        "edition season budget"
        " election elections calendar season's the"
    ),
    counted=words(
        "people workers jobs homes patients cases deaths schools companies students households families "
        "children women men employees"
        " residents adults refugees migrants vehicles cars units flats houses beds hospitals farms farmers "
        "troops soldiers police"
        " voters votes respondents participants members customers users visitors tourists passengers "
        "flights ships containers trees"
        " animals cattle pigs sheep birds books pages copies words copies shares employees staff staffers "
        "nurses doctors teachers"
        " pupils firms businesses applications complaints claims accounts transactions"
    ),
    count_verbs=words(
        "over than about nearly almost some around approximately roughly least most exactly only just total"
    ),
    each=words("each every a one per"),
    plain=frozenset(),
    occasions=frozenset(),
    warmth=words(
        "temperature temperatures heat heatwave hot hotter cold colder warm warmer cool cooler mercury degrees"
    ),
    money=frozenset(),
    ratios=words("ratio odds"),
    ordinal_suffixes=words("st nd rd th"),
    durations=words("years months weeks days decades quarters year"),
    spans=words("months weeks quarters"),
    span_ends=("of the year", "of this year", "of last year"),
    span_heads=phrases("first"),
    clock=listed("am, pm, a.m., p.m., o’clock, o'clock, gmt, noon"),
)

_IN_WORDS = InWords(
    cardinals={
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
    in_company={"one": 1, "a": 1, "an": 1},
    parts={
        "half": 2,
        "halves": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
        "sixth": 6,
        "sixths": 6,
        "seventh": 7,
        "sevenths": 7,
        "eighth": 8,
        "eighths": 8,
        "ninth": 9,
        "ninths": 9,
        "tenth": 10,
        "tenths": 10,
    },
    lone_parts=words("half"),
    not_spelled=phrases(
        "first half, second half, latter half, last half, each half, third quarter, fourth quarter, first "
        "quarter, other half, better half, top half"
    ),
    not_alone=words("the last past other page chapter section number phase level round"),
    not_with=words("of-a-kind"),
    not_phrases=frozenset(),
    with_nouns=frozenset(),
    multiples={
        ("quadruple",): 4,
        ("double", "the"): 2,
        ("double", "that"): 2,
        ("double", "its"): 2,
        ("doubled",): 2,
        ("doubling",): 2,
        ("doubles",): 2,
        ("twofold",): 2,
        ("tripled",): 3,
        ("trebled",): 3,
        ("tripling",): 3,
        ("threefold",): 3,
        ("quadrupled",): 4,
        ("fourfold",): 4,
        ("fivefold",): 5,
        ("sixfold",): 6,
        ("sevenfold",): 7,
        ("eightfold",): 8,
        ("ninefold",): 9,
        ("tenfold",): 10,
        ("hundredfold",): 100,
        ("halved",): Fraction(1, 2),
        ("twice", "as"): 2,
        ("twice", "the"): 2,
        ("twice", "that"): 2,
        ("twice", "its"): 2,
    },
    multiple_links=words("as the that its"),
    vague={
        "several": (2, 10),
        "a few": (2, 10),
        "many": (1, 10),
        "few": (2, 10),
        "a couple": (2, 3),
        "a couple of": (2, 3),
    },
    vague_units={
        "hundred": 100,
        "thousand": _THOUSAND,
        "million": _MILLION,
        "billion": _BILLION,
        "trillion": _TRILLION,
        "dozen": 12,
        "score": 20,
    },
    vague_plurals={
        "tens": 10,
        "dozens": 12,
        "scores": 20,
        "hundreds": 100,
        "thousands": _THOUSAND,
        "millions": _MILLION,
        "billions": _BILLION,
        "trillions": _TRILLION,
    },
    point_words=words("point"),
    part_links=("a", "an", "of a", "of an", "of one"),
    digit_words={
        "zero": 0,
        "nought": 0,
        "oh": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
    },
    vague_alone=words("several"),
    links=words("and"),
)

LANGUAGE = Language(
    code="en",
    decimal=".",
    group=",",
    right=_RIGHT,
    left=_LEFT,
    heads=_HEADS,
    in_words=_IN_WORDS,
    until=("-", "–", "to", "~"),
    between=("between", "and"),
    range_heads=words("from between ranging"),
    moves_in_range=words(
        "rose fell rise fall rises falls grows increases decreases climbs drops "
        "risen fallen rising falling increased increase decreased decrease grew grown "
        "growing up down climbed dropped"
        " drop jumped improved declined decline widened narrowed raised raise cut reduced reduce lifted "
        "went goes go slipped moved surged"
        " plunged doubled tripled changed revised upgraded downgraded lowered edged expanded shrank slid "
        "soared halved hiked boosted"
    ),
    of=listed(
        "out of the, out of a total of, out of, of the, of a total of, of all, of its, of their, of our, of "
        "these, of those, of his, of her, of some, of"
    ),
    of_less=words("of"),
    members=frozenset(listed("of, of the, of all, of its, of their, of our, of these, of those, of his, of her")),
    home_currency="",
    per=("per", "in every", "out of every"),
    per_one=("per", "a", "an", "each", "every"),
    one_in=("in", "in every", "of every", "out of every"),
    bases=listed(
        "compared with, compared to, from a, from the, against the, than the, than in, versus, relative to, "
        "on the previous, over the, from last,"
        "than a, than last, on the, from its, against a, over the same, on a, than"
    ),
    clause_words=("and", "but", "to", "while", "reaching"),
    bare_points=("points", "point", "pts", "pt"),
    below=("lower", "fewer", "less", "smaller", "below", "cheaper", "off", "loss", "losses", "deficit", "shortfall"),
    few={
        **dict.fromkeys(("no", "none", "zero", "nil", "nobody", "not a single"), 0),
        **dict.fromkeys(("one", "a single"), 1),
        **dict.fromkeys(("both", "double", "twice", "a pair", "a couple"), 2),
        **dict.fromkeys(("triple", "a trio"), 3),
    },
    places={
        "top": 1,
        **{
            word: place
            for place, word in enumerate(
                ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
            )
        },
    },
    whole_bases=listed(
        "year-on-year, year on year, year-over-year, year over year, y/y, yoy, month-on-month, month on "
        "month, quarter-on-quarter, quarter on quarter, annually"
    ),
    states=(
        "received",
        "processed",
        "pending",
        "completed",
        "successful",
        "successfully",
        "resolved",
        "rejected",
        "approved",
        "on time",
        "overdue",
        "activated",
        "published",
        "active",
        "cancelled",
    ),
    abbreviations={},
    negations=words("not no non without excluding except"),
    one_way=phrases(
        "revenue, revenues, total revenue, group revenue, sales, total sales, turnover, spending, total spending, "
        "public spending, expenditure, total expenditure, receipts, tax receipts, tax revenue, exports, imports, "
        "grants, donations, payments, wages, costs, total costs, fines, premiums, lending"
    ),
    both_ways=words(
        "net change growth balance profit loss surplus deficit increase decrease difference variance effect impact "
        "movement contribution return rise fall less minus"
    ),
    common_words=words(
        "the of and in to for is was were are by with from at on that this it has have had said than over more per"
    ),
)
