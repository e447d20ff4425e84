"""English: the words around figures."""

from __future__ import annotations

import re

from factcheck.read.language import words
from factcheck.read.statements.words import StatementWords, listed_years, spanned_years

_NAMES = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH = "(?P<month>" + "|".join([*_NAMES, *_SHORT]) + r")\.?"
_TO_MONTH = _MONTH.replace("<month>", "<to_month>")
_YEAR = r"(?P<y>(?:19|20)\d{2})(?![\d/,.]*\d)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_LASTING = (
    r"(?:(?P<so_many>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+months|(?P<weeks>5[23]|26|13)\s+weeks|(?P<whole>year|quarter|half))\s+"
    r"(?:ending|ended|to)(?:\s+on|\s+in)?"
)
_SAME = r"(?:the\s+)?same\s+(?:period|time|quarter|half|(?:(?:three|six|nine|\d)\s+)?months?)\s+"
_MANY = "two|three|four|five|six|seven|eight|nine|ten|eleven"
_THE = r"(?:the\s+)?"
_WHICH = r"(?P<which>this|last|the\s+previous|the\s+same)"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){pattern}") for pattern in patterns)


WORDS = StatementWords(
    code="en",
    times=_compiled(
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
        rf"{_DAY}\s+{_MONTH}\s*(?:to|through|until|–|-)\s*(?P<to_d>\d{{1,2}})(?:st|nd|rd|th)?\s+"
        rf"{_TO_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?(?![\w%]|[,.]\d)",
        r"(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        rf"between\s+{_MONTH}\s+and\s+{_TO_MONTH}(?:,?\s+{_YEAR})?(?!\w)(?!\s+\d)",
        rf"(?:from\s+)?{_MONTH}\s*(?:to|through|–|-)\s*{_TO_MONTH}(?:,?\s+{_YEAR})?(?!\w)(?!\s+\d)",
        rf"{_THE}{_LASTING}\s+(?:{_DAY}\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_THE}{_LASTING}\s+{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_THE}{_LASTING}\s+{_MONTH}(?!\w)",
        rf"{_THE}{_LASTING}\s+{_DAY}\s+{_MONTH}(?!\w)",
        rf"{_THE}first\s+(?P<months>{_MANY}|\d{{1,2}})\s+months\s+of\s+(?:{_YEAR}|{_WHICH}\s+year|the\s+year)",
        rf"{_THE}(?P<half>first|second|last)\s+(?:half|six\s+months)\s+of\s+(?:{_YEAR}|{_WHICH}\s+year|the\s+year)",
        rf"{_THE}(?P<q>first|second|third|fourth)\s+quarter(?:\s+of)?\s+{_YEAR}",
        rf"{_THE}(?P<q>first|second|third|fourth)\s+quarter(?!\w)",
        rf"(?:in|during|over|for)\s+{_THE}(?P<half>first|second)\s+half(?!\w)(?!\s+of)",
        r"(?P<half>first|second)-half(?=\s+[a-z])(?!\s+of)",
        r"(?P<q>first|second|third|fourth)-quarter(?=\s+[a-z])(?!\s+of)",
        rf"(?:in|during|over|for)\s+{_THE}first\s+(?P<months>{_MANY})\s+months(?!\w)"
        r"(?!\s+(?:of|after|since|following))",
        rf"q(?P<q>[1-4])(?:\s+of)?[\s/]+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"(?<=,\s){_YEAR}(?=\s*(?:\n|\Z))",
        r"(?:the\s+)?(?P<school>(?P<y>(?:19|20)\d{2})[/–-](?:20)?\d{2})\s+(?:school|academic)\s+year",
        r"(?:the\s+)?(?:school|academic)\s+year\s+(?P<school>(?P<y>(?:19|20)\d{2})[/–-](?:20)?\d{2})(?!\d)",
        r"(?<![\w/.,-])(?<!\bh[12] )(?<!\bq[1-4] )(?<!half )"
        r"(?P<fiscal>(?P<y>(?:19|20)\d{2})[/–-](?:20)?(?P<next>\d{2}))(?![\w/–-]|[.,]\d|\s+(?:school|academic)\s)",
        r"(?:at|by)\s+(?:the\s+)?(?P<year_end>year[\s-]end|end\s+of\s+the\s+year)(?!\w)",
        rf"on\s+{_YEAR}(?=\s*[(.,;)])",
        rf"(?:report|review|results|accounts|yearbook|survey|census|bulletin)\s+{_YEAR}",
        rf"(?P<half>half[\s-]year|interim)\s+(?:results|report|review|statement|accounts)\s+(?:for\s+)?{_YEAR}",
        rf"{_YEAR}\s+(?P<half>half[\s-]year|interim)\s+(?:results|report|review|statement|accounts)",
        rf"{_YEAR}\s+(?:annual\s+)?(?:results|report|review|accounts|figures|statistics)(?!\w)",
        rf"(?<=\(){_YEAR}(?=[:)])",
        rf"{_THE}{_YEAR}\s+calendar\s+year",
        rf"{_THE}calendar\s+year\s+{_YEAR}",
        rf"(?:fiscal\s+year|fy|financial\s+year)\s*{_YEAR}",
        rf"(?:in|during|of|for|since|by|until|from|to|than|with|through|year|end|over|before)\s+(?:the\s+year\s+)?{_YEAR}(?!\s*[-–]\s*\d)",
        rf"(?:in|during|of|by|since|until|to|from)\s+{_MONTH}(?!\w)",
        rf"{_SAME}(?:of|in)\s+{_YEAR}",
        rf"{_SAME}(?:of\s+|in\s+)?(?P<which>last|the\s+previous|the\s+prior)\s+(?P<unit>year)(?!\w)",
        rf"{_SAME}(?P<which>a)\s+(?P<unit>year)\s+(?:earlier|ago|before)",
        r"(?P<which>this|last|next|(?:the\s+)?(?:previous|prior))\s+(?P<unit>year|quarter|month)(?!\w)",
        r"(?P<which>a|the)\s+(?P<unit>year|quarter|month)\s+(?:earlier|ago|before)",
        r"(?<=than\s)(?P<which>a|the)\s+(?P<unit>week)\s+(?:earlier|ago|before)",
        r"(?<=than\s)(?P<which>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[2-9])\s+"
        r"(?P<unit>year|quarter|month|week)s\s+"
        r"(?:earlier|ago|before)",
        r"(?<=than\s)(?:(?:in|at)\s+)?(?P<mid_year>mid[\s-]year|(?:the\s+)?half[\s-]year)(?!\w)",
        r"(?P<year_to_date>since\s+the\s+(?:start|beginning)\s+of\s+the\s+year|(?:in\s+the\s+)?year\s+to\s+date|so\s+far\s+this\s+year)(?!\w)",
        r"(?P<now>to\s+date|so\s+far|as\s+of\s+today|currently|at\s+present|today|until\s+now|up\s+to\s+now|by\s+now|now)(?!\w)",
    ),
    month_names={**_NAMES, **_SHORT},
    numerals={
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
    },
    first=frozenset({"first", "half-year", "half year", "interim"}),
    until=re.compile(
        r"(?:as\s+of|as\s+at|up\s+to|until|till|through|by|to|at)\s+(?:the\s+)?(?:end\s+of\s+|close\s+of\s+)?\(?\Z|(?:the\s+)?end\s+of\s+\Z"
    ),
    before_it=re.compile(r"(?:^|\s)before\s+\Z"),
    period_to=re.compile(r"(?<!\w)period\s+(?:to|ended|ending|up\s+to)\s+(?:the\s+)?\Z"),
    until_now=re.compile(r"(?:up\s+)?(?:to|until|by)\s|so\s+far|as\s+of"),
    end_of=re.compile(r"(?:end|close)\s+of\s+(?:the\s+)?\Z"),
    since=re.compile(r"(?:^|[\s(,])(?:from|between|since)\s+(?:[^\s.;]+\s+){0,8}\(?\Z"),
    base=re.compile(
        r"(?:compared\s+(?:with|to)|relative\s+to|(?<=[^\s,]\s)over|than(?:\s+in)?|up\s+from|down\s+from|versus|vs\.?|against|"
        r"(?:from|on)\s+(?:[\d.,%]+\s+(?:\w+\s+)?in\s+)?|same\s+period(?:\s+(?:of|in))?|the\s+level\s+of)\s+(?:[^\s.;,\d]+\s+){0,4}\Z"
        r"|(?:compared\s+(?:with|to)|against|versus|(?:up|down)\s+from)\s+\S*\d\S*\s+(?:[^\s.;,\d]+\s+){0,4}\Z"
        r"|times\s+(?:the|that|as\s+many\s+as|as\s+much\s+as|more\s+than)\s+(?:[^\s.;,\d]+\s+){0,3}?(?:in\s+)?\Z"
        r"|(?:increase|rise|gain|growth|fall|decrease|drop|decline|up|down)\s+(?:\S+\s+){0,2}on\s+\Z"
        r"|(?:up|down|rose|rise|fell|fall|grew|increase|decrease)\b(?:[^.;]|\.(?=\d)){0,40}\bon\s+the\s+(?:[\d.,%]+\s+)?(?:[^\s.;,\d]+\s+){0,2}\Z"
        r"|(?:up|down|rose|rise|fell|fall|grew|increase|decrease)\b(?:[^.;,]|[.,](?=\d)){0,40}\bfrom\s+"
        r"(?:[$€£]?[\d.,%]+[a-z]{0,2}\s+(?:\w+\s+){0,2})?(?:in\s+)?\Z"
    ),
    aside=re.compile(
        r"(?<!\w)(?:strategy|vision|agenda|plan|act|law|resolution|decree|decision)(?:\s+\S+){0,3}\s+(?:of|to|for|until)?\s*\Z"
        r"|(?:highest|lowest|largest|smallest|biggest|fastest|slowest|best|worst|most|fewest)\s+(?:[^\s.;,]+\s+){0,4}"
        r"(?:since|in)\s+(?:[^\s.;,]+\s+){0,5}\Z"
        r"|(?:postponed|delayed|deferred|rescheduled|pushed\s+back|carried\s+over)\s+(?:in)?to\s+\Z"
        r"|(?:began|founded|established|built|launched|introduced|opened)\s+(?:(?:in|after|before|since)\s+)?\Z"
    ),
    opening=re.compile(r"(?:when|as)\s"),
    open_start=re.compile(
        r"(?:since\s+(?:its|the|their)\s+(?:launch|start|opening|beginning|creation)|cumulatively|since\s+launch)"
    ),
    same_period=re.compile(
        r"same\s+(?:period|time|quarter|half|(?:\w+\s+)?months?)|a\s+year\s+(?:earlier|ago|before)|year[\s-]on[\s-]year"
    ),
    target_near=re.compile(
        r"(?:target|goal|objective|quota|ceiling|plan)s?\s+(?:of|is|was|to\s+reach|at|set\s+at)\s+\Z|"
        r"\((?:target|plan|goal)(?:\s*:)?\s+\Z"
    ),
    target_set=re.compile(
        r"\|\s*(?:(?!above|below|over|under|off|of|on|to|from|towards)[a-z-]+\s+)?(?:target|goal)s?(?!\w)"
    ),
    target_before=re.compile(
        r"(?:must|shall|should|has\s+to|have\s+to|is\s+to\s+(?:reach|be)|aims?\s+(?:to|for|at)|plans?\s+to|"
        r"wants?|propos(?:e|es|ed)|hopes?\s+(?:to|for)|intends?\s+to|"
        r"is\s+required\s+to|are\s+required\s+to|pledged\s+to|will\s+(?:not\s+|also\s+)?[a-z]+)\b"
    ),
    total_rows=re.compile(r"(?:(?:grand\s+|sub-?)?totals?|all|overall|sum)(?!\w)"),
    row_numbers=frozenset(("no", "no.", "#", "nr", "row", "item no")),
    note_columns=frozenset(("note", "notes", "ref", "see note")),
    unit_columns=frozenset(("unit", "units", "unit of measure")),
    plan_columns=re.compile(r"(?<!\w)(?:planned|plan|targets?|budget)(?!\w)"),
    change_columns=re.compile(r"(?<!\w)(?:change|growth|increase|decrease|difference|variance|chg|y/y|yoy)(?!\w)|\+/-"),
    done_columns=re.compile(r"(?<!\w)(?:actuals?|outturn|results?|achieved|year)(?!\w)"),
    estimate_columns=re.compile(r"(?<!\w)(?:estimated|estimates?)(?!\w)"),
    determiners=(" our", " its", " their", " the", " these", " those", " all"),
    out_of=re.compile(r"\s+of\s+(?:(?:the|all|its|their|our|a)\s+)?(?:(?:[a-z-]+\s+){1,3}of\s+)?[$€£]?"),
    out_of_count=re.compile(r"(?!)"),
    out_of_all=re.compile(r"(?:^|\s)(?:out\s+of|of\s+a\s+total\s+of)(?:\s+(?:a\s+total\s+of|the|all|some))?\s*\Z"),
    losses=re.compile(r"(?:^|\s)(?:loss|deficit)\s+of\s*\Z"),
    standing=re.compile(
        r"\|\s(?:[a-z-]+\s){0,2}(?:stores|shops|branches|outlets|employees|staff|members|subscribers|accounts|"
        r"schools|hospitals|clinics|hotels|beds|teachers|nurses|doctors|pupils)(?!\w)"
        r"|(?<!\w)(?:headcount|workforce)(?!\w)[^|]*\|"
    ),
    standing_amounts=re.compile(
        r"(?<!\w)(?:(?:net|gross)\s+debt|net\s+cash|borrowings|order\s+book|(?:total|net)\s+assets|"
        r"(?<!of )deposits)(?!\w)(?![^|]*\bby\s\|)(?=[^|]*\|)"
    ),
    of_its_year=re.compile(r"(?!)"),
    flows=re.compile(
        r"(?<!\w)(?:income|revenues?|sales|turnover|takings|receipts|profits?|earnings|spending|expenditure|costs?|fees|grants|"
        r"donations|exports|imports|spent|earned|raised|paid|invested)(?!\w)(?!\s+(?:tax|payable|receivable))"
    ),
    having_of=re.compile(
        r"\A(?:\S+\s+){0,4}(?:had|has|have|held|holds?|paid|received|reported|recorded|made|posted|earned|collected)\s+"
        r"(?:an?\s+(?!average)|total\s+)?(?!an?\s)(?=\S)"
    ),
    ourselves=re.compile(
        r"\A(?:we|our\s+(?:crews?|teams?|staff|people|volunteers|officers))\s+(?:(?:have|has|had)\s+)?(?=[a-z])"
    ),
    done=re.compile(
        r"(?<!\w)we\s+(?:settled|completed|answered|handled|inspected|sold|delivered|carried|served|made|opened|closed|received|"
        r"issued|treated|processed|arrested|recorded|gave|lent|recruited|trained)\s+(?:[a-z]+\s+){0,2}\||"
        r"\|\s+(?:[a-z]+\s+){1,3}were\s+(?:settled|completed|answered|handled|inspected|sold|delivered|made|opened|closed|"
        r"received|issued|treated|processed|recorded)(?!\w)"
    ),
    measured=re.compile(r"of\s+(?=[a-z])"),
    grows=re.compile(
        r"(?<!\w)(?:(?:ha[sd]|have|were|been|now)\s+(?:[a-z]+ly\s+)?(?:activated|registered|signed\s+up|downloaded|issued|vaccinated|"
        r"distributed|delivered|treated|supplied|planted|rescued|evacuated|killed|destroyed|repaid|disbursed)|"
        r"accounts\s+(?:[a-z]+\s+){0,2}(?:registered|created|activated)|registered\s+(?:users|accounts)|downloads)(?!\w)"
    ),
    happens=re.compile(
        r"(?<!\w)(?:new|open(?:ed|ings?)|clos(?:ed|ures?|ings?)|add(?:ed|itions?)|hired|recruited|lost|gained|built|sold|sales?|bought|left|joined|"
        r"acquired|trained|surveyed|survey|attended|visited|killed|injured|affected|fell|rose|dismissed|cut|among|stolen|"
        r"each|per|every|between|turnover|averag(?:ed?|ing)|ratio)(?!\w)"
    ),
    levels=re.compile(
        r"(?<!\w)(?:averag(?:e[sd]?|ing)|mean|median|typical(?:ly)?|prices?|(?:waiting|response|turnaround)\s+times?|"
        r"per\s+(?!cent)[a-z]+|wage|salar(?:y|ies)|tariffs?|exchange\s+rates?|temperatures?|speeds?|index|scores?|density|"
        r"yields?)(?!\w)"
    ),
    people_levels=re.compile(
        r"(?<!\w)(?:labou?r\s+force|(?:un|self-)?employed|unemployment|in\s+(?:work|employment)|out\s+of\s+work|jobless|"
        r"inactive|population|waiting\s+list)(?!\w)"
    ),
    there_stand=re.compile(r"(?!)"),
    ratios=re.compile(r"(?<!\w)(?:ratio|cover|leverage|gearing)(?!\w)"),
    points=(["points"], ["point"]),
    moved_from=re.compile(r",?\s+(?:(?P<down>down)|up)\s+from\s+\Z"),
    moved_between=re.compile(
        r"(?<!\w)(?:(?P<down>fell|fallen|dropped|declined|decreased|shrank|slipped)|rose|risen|grew|grown|increased|climbed|jumped)\s+"
        r"(?:[a-z]+ly\s+)?(?:(?P<from>from)|to)\s+\Z"
    ),
    goes_to=re.compile(r"^(?:\s+[^\s,\d]+){0,3}(?:\s+in\s+\d{4})?\s+to\s+\Z"),
    goes_from=re.compile(r"^(?:\s+[^\s,\d]+){0,3}(?:\s+in\s+\d{4})?,?\s+from\s+\Z"),
    of_this=re.compile(
        r"\s+of\s+(?:this|that|these|it|them|the\s+total)(?:\s+(?:amount|sum|total|number))?(?P<part>\s*[,(–-]\s*(?:or\s+|that\s+is,?\s+)?[$€£]?)?"
    ),
    this=re.compile(
        r"(?<!\w)(?:this|that|it|they|these|both|the\s+(?:number|figure|total|share|rate))\s+(?:is|was|were|are|represents?|represented|marks?|"
        r"came\s+to|amounted\s+to|totall?ed|stood\s+at|reached|(?:(?:has|had)\s+)?(?:since\s+)?"
        r"(?:fell|fallen|dropped|risen|rose|grew|grown|increased|decreased))(?!\w)"
    ),
    bodies=re.compile(
        r"\b(?:[Nn]ational|[Cc]ounty|[Cc]ity|[Cc]ouncil|[Pp]rovince|[Dd]istrict|[Bb]orough|[Mm]inistry)(?!\w)"
    ),
    plan_heading=re.compile(r"\b(?:targets?|goals?|objectives?|plans?|priorities|outlook)\b"),
    result_heading=re.compile(r"\b(?:results?|progress|performance|review|achieve\w*|against|delivery)\b"),
    not_target=re.compile(r"(?:exceeded|surpassed|beat|against|compared|already|now|so\s+far)"),
    forecast=re.compile(
        r"(?:(?<!than\s)forecasts?|projected|predicted|expected\s+to|(?<!than\s)(?<!than\swe\s)expects?(?!\w)|is\s+likely\s+to)"
    ),
    prose_stops=frozenset(
        [
            "of",
            "in",
            "on",
            "at",
            "by",
            "to",
            "from",
            "for",
            "with",
            "and",
            "or",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "been",
            "be",
            "that",
            "which",
            "whom",
            "who",
            "while",
            "as",
            "than",
            "over",
            "during",
            "since",
            "after",
            "before",
            "compared",
            "up",
            "down",
            "rose",
            "fell",
            "grew",
            "so",
            "but",
            "not",
            "through",
            "under",
            "per",
            "against",
            "between",
            "into",
            "a",
            "an",
            "the",
            "this",
            "their",
            "its",
            "about",
            "including",
            "accounting",
            "representing",
            "equal",
            "it",
            "they",
            "out",
            "more",
            "less",
        ]
    ),
    stop_words=frozenset(
        [
            "the",
            "of",
            "a",
            "an",
            "and",
            "in",
            "on",
            "at",
            "by",
            "to",
            "from",
            "for",
            "with",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "been",
            "be",
            "that",
            "which",
            "whom",
            "who",
            "whose",
            "as",
            "its",
            "their",
            "this",
            "it",
            "there",
            "were",
            "some",
            "all",
            "also",
            "total",
            "number",
            "about",
            "nearly",
            "over",
            "more",
            "than",
        ]
    ),
    reporting=words(
        "said says say reported reports report recorded records according official officially figure figures data "
        "show shows showed stood stands reached reach reaches reaching hit hits totalled totaled totals totalling "
        "amounted amounts came comes went rose rise rises risen rising fell fall falls fallen falling grew grow "
        "grows grown growing increased decreased climbed dropped dipped jumped surged slipped up down registered "
        "counted counts stated put now new latest still already only just even almost around against compared "
        "year years month months week weeks quarter quarters half day days end beginning start mid early late "
        "first last previous next same period ended ending annual annually overall altogether together making "
        "made one two more less fewer it they we he she who whom when where while after before since until during "
        "between among into out not no but or if than then so far being having will would could can may his her "
        "our my i you your them these those total sum gives gave given high low level levels above approximately "
        "below circa close contracted decline declined decrease drop estimated exactly exceeded exceeding greater "
        "higher increase least lower many most much precisely roughly short shrank slid slightly under upwards"
    ),
    more_than_then=re.compile(r"(?!)"),
    another=re.compile(r"(?:another|an?\s+(?:extra|additional|further))\s*\Z"),
    more=re.compile(r"\s*(?:million\s+|billion\s+)?(?:more|fewer|less|extra|additional)(?!\s+than)(?!\w)"),
    against=re.compile(
        r"(?:(?P<level>(?:up|down)\s+from)|compared\s+(?:with|to)|against|versus|vs\.?|from|than|after|following|double|twice|"
        r"triple|treble|half|exceeding|surpassing|beating|passing|(?:above|below|over|under|topping)(?=\s+the\s)|"
        r"(?:previous|earlier|old|last)\s+(?:record|high|low|best|peak|figure|total|level)\s+of|record\s+of|average\s+of|"
        r"(?:up|down|more|less|fewer|lower|higher|(?:rise|fall|increase|decrease|drop)\s+of)\b(?:[^.;]|\.(?=\d)){0,24}"
        r"\bon(?=\s+the\s)|"
        r"target\s+of|goal\s+of)\s+(?:the\s+|its\s+|a\s+revised\s+)?\Z"
    ),
    equates=re.compile(r"(?!)"),
    whole_names=re.compile(r"(?:ma(?:de|kes?)\s+up|accounted\s+for|accounts\s+for)\Z"),
    total_label="total",
    total=re.compile(
        r"(?:bringing\s+the\s+total|in\s+total|altogether|a\s+total\s+of|taken\s+together|in\s+all)(?!\w)"
    ),
    of_plan=re.compile(
        r"\s*of\s+(?:(?:the|its|their|this)\s+)?(?:(?:annual|year's|full-year)\s+)?(?:plan|target|budget|goal)"
    ),
    between=re.compile(r"between\s+\Z"),
    years_listed=listed_years(r"and"),
    years_spanned=spanned_years(r"between|from", r"and|to|until|through"),
    turns=re.compile(r"(?<!\w)(?:while|whereas|but|and)(?!\w)"),
    number_aspects=frozenset({"number"}),
    beginning=re.compile(r"(?:^|\s)from\s+\Z"),
    ending=re.compile(r"(?:^|\s)to\s+\Z"),
    long_time=re.compile(
        r"(?:in|over|during|for|within)\s+the\s+(?:past|last)\s+(?:(?:\d+|[a-z]+)\s+)?(?:years|months|quarters|weeks|decades?)(?!\w)"
        r"|(?:in|over|during|for|years|period)\s+(?:19|20)\d{2}\s?[/–-]\s?(?:19|20)?\d{2}(?!\d|\s+(?:school|academic))"
    ),
    half_words=frozenset(),
    plurals=re.compile(r"\w{3,}(?<!s)(?<!u)s|people|children|men|women|staff"),
    relative=re.compile(r",\s+(?:which|who)\s[^,;:()]*(?:,|\Z)"),
    classifiers=frozenset(),
    listed=re.compile(r"(?!)"),
    aspect=re.compile(
        r"\s*in\s+(?:(?:terms\s+of|the|total)\s+)*(?:number\s+of\s+)?"
        r"(?P<of>value|volume|number|(?:real|nominal|cash|constant|current|dollar|euro|sterling)\s+(?:terms|prices))(?!\w)"
    ),
    beside=re.compile(r"(?:^|\s)(?:with|and)\s+"),
    year_before=re.compile(r"(?:in\s+)?(?:the\s+)?(?:same\s+(?:period|time|month|quarter)|year\s+before)(?!\w)"),
    per=re.compile(
        r"(?:^|\s)(?:per|for\s+every|for\s+each|each|every)\s+\w+|(?:^|\s)(?:daily|weekly|monthly|yearly)(?!\w)"
    ),
    parts=re.compile(
        r"(?:of\s+which|of\s+whom|of\s+th(?:is|at|ese|ose)|of\s+them|including|comprising|consisting\s+of|made\s+up\s+of|"
        r"namely|broken\s+down\s+into|divided\s+into)(?!\w)"
    ),
    contains=re.compile(r"(?:of\s+which|of\s+whom|of\s+th(?:is|at|ese|ose)|of\s+them|including|among\s+them)(?!\w)"),
    consists=re.compile(
        r"(?<!\w)(?:comprising|comprised|consisting\s+of|made\s+up\s+of|namely|broken\s+down\s+into|divided\s+into|"
        r"split\s+between|being)(?!\w)|:"
    ),
    joins_last=re.compile(r"(?<!\w)and(?!\w)"),
    grades=re.compile(r"[\s-]stars?(?!\w)"),
    published=re.compile(r"\W*(?:published|released|issued|posted|publication\s+date|date\s+of\s+publication)(?!\w)"),
    from_new_year=re.compile(
        r"(?:(?:start|beginning)\s+of\s+the\s+year|1\s+january|january\s+1)\s+(?:to|until|through|up\s+to)\s+(?:the\s+)?\Z"
    ),
    weeks=re.compile(
        r"(?<!\w)(?:(?:in|during|over)\s+(?:the\s+)?(?:(?:past|last|latest)\s+)?week(?:end)?|(?:this|last)\s+week)(?!\w)|"
        rf"(?<!\w)(?P<amid>(?:in|by)\s+(?:early|mid|late)[\s-]+(?:{'|'.join(_NAMES)}))(?!\w)(?!,?\s+\d)"
    ),
    whole_nouns=frozenset(),
    of_total=re.compile(
        r"\s*of\s+(?:(?:the\s+)?(?:total|whole|overall\s+total|full\s+amount)(?!\w)|(?:all|the\s+[$€£]?)\s*\Z)"
    ),
    opening_period=re.compile(r"\W*(?:in|during|over)\s+the\s+(?P<unit>quarter|half|year|month|period),"),
    surpassed=re.compile(
        r"(?<!\w)(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|pass(?:es|ed|ing)?|miss(?:es|ed|ing)?|short\s+of)\s+"
        r"(?:(?:the|its|a|our|their)\s+)?(?:[a-z-]+\s+)?(?:target|goal)\s+of\s+\Z"
    ),
    previous=re.compile(r"(?:the\s+)?(?:previous|prior|preceding)\s+(?P<unit>quarter|month)"),
    cut_short=re.compile(r"(?<!\w)(?:in|during|for|of)\s+the\s+(?P<nth>first|second|third|fourth)(?=\s*(?:[.,;)]|\Z))"),
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4},
    trailing=re.compile(
        r"\s+(?:(?:was|were|is|are|has|have|had|been)(?:\s+(?:made|recorded|reported|registered|held|carried\s+out|there))?|"
        r"(?:in|during|over)\s+the\s+(?:latest\s+|whole\s+|same\s+)?(?:quarter|half|year|period|month)|"
        r"(?:to|at|by|until|up\s+to)\s+the\s+(?:end|close))\Z"
    ),
    everywhere=re.compile(
        r"(?:the\s+)?(?:whole\s+|entire\s+)?(?:county|city|country|province|district|borough|nation|region)"
        r"|nationwide|nationally|overall"
    ),
    attributed=re.compile(
        r"\A\W*according\s+to\s+(?![^,;:]*\b(?:council|county|city|state|province|district|borough)\b)[^,;:\d]{2,90},"
    ),
    worths=frozenset(("value", "total value", "combined value", "worth", "totalling")),
    respectively=re.compile(r"(?<!\w)respectively(?!\w)"),
    shares=re.compile(
        r"(?:accounting\s+for|representing|or|equal\s+to|equivalent\s+to|a\s+share\s+of|which\s+is|that\s+is|a\s+rate\s+of|"
        r"making\s+up|accounted\s+for|i\.e\.|about)\s*\Z"
    ),
    complements=(
        (
            frozenset({"completed", "resolved", "processed", "closed", "settled"}),
            frozenset({"pending", "open", "outstanding"}),
        ),
        (frozenset({"men", "boys", "male"}), frozenset({"women", "girls", "female"})),
        (frozenset({"urban"}), frozenset({"rural"})),
        (frozenset({"public"}), frozenset({"private"})),
        (frozenset({"domestic"}), frozenset({"foreign"})),
        (frozenset({"on time"}), frozenset({"late", "overdue"})),
    ),
    defining=re.compile(
        r"(?:came|worth|amounted|stood|is|was|were|are|at|reached|totalled|totaled|stood\s+at|numbered|of|to|hit|came\s+to|comprised|comprises)\s*\Z"
    ),
    durations=re.compile(
        r"[\s-]+(?:(?:working|calendar)[\s-]+)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)(?!\w)"
    ),
    duration_heads=re.compile(
        r"(?:in|within|after|over|past|last|for|next|every|same|than|nearly|about|the|previous)\s+\Z"
    ),
    duration_tails=re.compile(r"\s+(?:after|before|later|earlier)(?!\w)"),
    saying=re.compile(r"(?<!\w)(?:said|told|announced|reported|stated|confirmed)(?!\w)"),
    ages=re.compile(r"\s+(?:years?\s+old|years?\s+of\s+age|and\s+(?:over|older|under|above|younger))(?!\w)"),
    age_heads=re.compile(r"(?:aged|ages|age|under|over|older\s+than|younger\s+than)\s+\Z"),
    exceeds=re.compile(
        r"\s*(?:up|down|more|less|higher|lower)\s+(?:on|year[\s-]on[\s-]year)(?!\w)"
        r"|\s*(?:above|below)\s+(?:the\s+)?(?:quarter|last|previous|prior|same)(?!\w)"
        r"|\s*(?:above|below|over|under)\s+(?:the\s+|its\s+)?(?:budget|target|plan|forecast|limit|(?:asking|guide)\s+price)"
        r"|\s*(?:more|fewer|less)\s+(?:[^\s.,;:()\d]+\s+){1,6}than(?!\w)"
        r"|\s*(?:[^\W\d]+\s+)?(?:more|fewer|less|higher|lower|larger|smaller|greater)\s+than"
        r"(?!\s+(?:doubl|tripl|halv|ever|half|\d|a\s+(?:third|quarter|dozen|hundred|thousand|million)))"
    ),
    compares=re.compile(
        r"\s*(?:more|fewer|less|higher|lower|larger|smaller|greater)\s+than|[^.,;:]{0,24}?compared\s+(?:with|to)"
    ),
    at_constant=re.compile(
        r"\s*(?:at|on)\s+(?:constant|a\s+constant|an?\s+like-for-like|an?\s+underlying|an?\s+organic)(?!\w)"
    ),
    compared=re.compile(
        r"(?:compared\s+(?:with|to)|than|versus|against|(?:up|down|more|less|higher|lower)\s+(?:on|from)|following\s+an?|same\s+(?:\w+\s+)?as)(?!\w)"
    ),
    there_are=re.compile(r"(?<!\w)there\s+(?:are|were)\s+\Z"),
    reaching=re.compile(r"\s[^,.;:()\d]{2,60}\s(?:worth|with\s+\w+(?:\s+of)?)\s+(?:[^\s\d,.;:()]+\s+){0,2}"),
    bodies_reaching=re.compile(r"(?!)"),
    standards=re.compile(
        r"(?:standard|guideline|recommended\s+(?:level|minimum|maximum)|(?:legal|safe)\s+limit|minimum|maximum)\s+of\s+\Z"
    ),
    where=re.compile(r"(?<!\w)where\s+(?:[^\s.,;:()]+\s+){1,4}\Z"),
    every=re.compile(r"(?<!\w)(?:for|in|out\s+of|per)\s+(?:every|each)\s+\Z"),
    were=frozenset({"were", "are", "was", "is"}),
    grow_up=words("children child boys girls people persons adults men women pupils infants youths patients those"),
    noun_behind=re.compile(r" (?!(?:and|or|but|at|in|when|while)\s)[^\W\d_]"),
    having=re.compile(
        r"\s[^,.;:()\d]{2,60}?\s(?:with|had|have|having)\s+(?:[^\s\d,.;:()]+\s+){0,4}?(?:rates?|shares?|scores?|levels?)"
        r"\s+(?:[^\s\d,.;:()]+\s+){0,3}"
    ),
    obliging=re.compile(
        r"[^.,;:()]{0,80}?\s(?:must|ha(?:s|ve)\s+to|(?:is|are)\s+required|needs?\s+to|may\s+not|cannot)(?!\w)"
    ),
    alternatives=frozenset({"or"}),
    making_up=re.compile(
        r"\s+(?:[^\s\d.,;:()]+\s+){0,5}?(?:account(?:s|ed)?\s+for|ma[kd]es?\s+up|represent(?:s|ed)?)"
        r"(?:\s+[^\s\d.,;:()]+){0,2}\s*"
    ),
    being=frozenset({"were", "was", "are", "is"}),
    of_whom=re.compile(r"\s*(?:of\s+(?:whom|which|them|these|those))"),
    news_day=re.compile(r"(?!)"),
    publishers=re.compile(
        r"^\s*(?:source|published\s+by|issued\s+by|publisher)\s*:\s*(?P<name>[^\n]+)", re.IGNORECASE | re.MULTILINE
    ),
    share_words=(
        "share",
        "rate",
        "proportion",
        "percentage",
        "per cent",
        "percent",
        "made up",
        "makes up",
        "make up",
        "accounted for",
        "accounts for",
        "represented",
    ),
    growth_label="change in",
    change_label="change",
    part_of="share of",
    when=re.compile(r",?\s+(?:when|in\s+which|by\s+when)(?!\w)"),
    in_period=re.compile(
        r"(?:^|[^.;]*\s)(?:in|during|over|for)\s+the\s+(?P<unit>half|quarter|year|period|month)(?!\w)(?!\s+(?:to|of|ended|ending|before|\d))"
    ),
    other_years=re.compile(
        r"(?:(?:h[12]|[12]h|hy|q[1-4]|[1-4]q|fy|half[\s-]year)(?:\s*fy)?\s*['’]?\d{2,4}(?:\s*[/–-]\s*\d{2,4})?|"
        r"(?P<f>(?:19|20)\d{2}\s*[/–-]\s*\d{2,4}))\s*:?\s*[$€£]?\Z"
    ),
    rate_words=frozenset(("rate",)),
    joined=re.compile(r"(?:in\s+[^.,;:()\d]{2,40}?\s+)?and"),
    moved_by=re.compile(r"(?:^|\s)by\s+\Z"),
    spans=frozenset(("to", "through", "until", "–", "-")),
    bare_nouns=frozenset(),
    equivalent=re.compile(r"(?:^|[\s(,])(?:(?:the\s+)?equivalent\s+(?:to|of)|equal\s+to|or|i\.e\.)\s*\Z"),
    unsaid=re.compile(
        r"\s*(?<!\w)(?:following(?:\s+an?)?|(?:is|was|are|were)\s+(?:provisionally\s+)?estimated(?:\s+(?:at|to\s+(?:be|have\s+been|have\s+\w+)))?"
        r"|an\s+estimated|estimated|provisionally|equivalent(?:\s+to)?|(?:rises?|rose|falls?|fell|grows?|grew|increased|decreased|dropped|goes\s+up|went\s+up)\s+from"
        r"|at\s+the\s+(?:end|start|beginning)|accounted\s+for|account\s+for|made(?:\s+up)?|makes(?:\s+up)?|for|should|will|would|must|could|may)\Z"
    ),
    unit_line=re.compile(
        r"(?:.*[\s(])?(?:units?(?:\s+of\s+measure(?:ment)?)?\s*:|in(?=\s+(?:thousand|million|billion|per\s+cent|%|[A-Z]{3}\b|[$€£])))"
        r"\s*(?P<unit>[^\n;:()]+?)[\s).]*\Z",
        re.IGNORECASE,
    ),
    money_rates=re.compile(r"\s*(?:/|per|a)\s*(?P<per>year|month|day|person|head|household|tonne|kg|ha)(?!\w)"),
    lead_ins=re.compile(
        r"^(?:(?:\S+\s+){0,4}(?:suggest|show|indicate|say|said|report|reported|showed|suggested)s?\s+that|in\s+addition|moreover|however|meanwhile|there\s+were|there\s+are|the\s+number\s+of|the|a\s+total\s+of|and|with|"
        r"taking|bringing|of|an?|these|those|while|also|had|has|have|were|was)\s*[,:]?\s+"
    ),
    hedges=frozenset(
        {
            "over",
            "more",
            "than",
            "above",
            "greater",
            "higher",
            "in",
            "excess",
            "of",
            "upwards",
            "exceeding",
            "exceeded",
            "at",
            "least",
            "no",
            "fewer",
            "less",
            "not",
            "a",
            "minimum",
            "nearly",
            "almost",
            "close",
            "to",
            "just",
            "under",
            "short",
            "below",
            "lower",
            "most",
            "up",
            "as",
            "many",
            "much",
            "maximum",
            "about",
            "around",
            "approximately",
            "roughly",
            "some",
            "circa",
            "estimated",
            "slightly",
            "exactly",
            "precisely",
            "down",
            "by",
            "rose",
            "grew",
            "increased",
            "increase",
            "rise",
            "fell",
            "decreased",
            "dropped",
            "decrease",
            "drop",
            "fall",
            "decline",
            "declined",
            "shrank",
            "contracted",
            "slid",
            "slipped",
            "minus",
        }
    ),
)
