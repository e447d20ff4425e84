"""Names for what the registry has no metric for: a label from the words, a unit, a guess at how it behaves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.model.quantity import AMOUNTS, PERCENTAGES, Kind
from factcheck.model.record import record, replace
from factcheck.read.language import Language
from factcheck.read.statements.likeness import near_text
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.nouns import noun_words
from factcheck.read.statements.page import Page
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.subject import EDGES, joined_on, own_noun, subject, tidy, without_times
from factcheck.read.statements.times import Time, times_between
from factcheck.read.statements.words import StatementWords
from factcheck.read.unit_names import unit_code

_FEWEST = 2
_UNIT_AT_MOST = 2
_UNIT_WORDS = 3
_POWERS = str.maketrans("²³", "23")
_DEEPEST = 4
_NEAR = 3
_LONG = 8
_VERB_WORDS = 5
_SIGNS = " $€£¥₹₫"
_PER = re.compile(r"[^\W\d_] ?/ ?\d")
_LEADING_DIGITS = re.compile(r"^[\d.,\s]+")


@record(frozen=True, slots=True, kw_only=True)
class Namer:
    """Names what the figures of a text count. ``times`` are those that it names."""

    statements: Sequence[Statement]
    links: Mapping[int, Link]
    times: Sequence[Time]
    language: Language
    words: StatementWords
    page: Page

    def label(self, number: int, depth: int = 0) -> str:
        """Return a label for what a figure counts; never empty. ``depth`` is how many figures lean on it here."""
        statement = self.statements[number]
        if statement.heading:
            moved = number in self.links and depth < _DEEPEST
            return self._leaning(number, depth) if moved else statement.heading
        if label := self._total(number, depth) or self._leaning(number, depth):
            return label + self._terms(statement)
        return self.page.as_written(self._own(number, depth) + self._terms(statement), statement.sentence)

    def _terms(self, statement: Statement) -> str:
        """Return in which terms a change is: "at constant currency"."""
        if not statement.is_change or not self.words.at_constant.match(statement.right):
            return ""
        return f" {statement.right.strip(EDGES)}" if len(statement.right.split()) <= _LONG else ""

    def _own(self, number: int, depth: int) -> str:
        """Name a figure by its own words."""
        statement, words = self.statements[number], self.words
        ahead, behind = self.beside(number)
        if statement.quantity.kind in PERCENTAGES and words.of_plan.match(statement.right):
            return self._of_plan(number, ahead, behind, depth)
        if statement.quantity.kind in PERCENTAGES:
            return _share_label(statement, ahead, behind, words) or self._parent(number, depth) or words.change_label
        if statement.quantity.kind is Kind.MULTIPLE:
            return _multiple_label(ahead if _tells(ahead, words) else self._parent(number, depth), words)
        moved = next((each for each in (ahead, behind) if _tells(each, words)), "")
        if statement.is_difference and number not in self.links and moved:
            # "The number of employees rose by 20,000", "giảm 1 trường": no number of employees, or of schools.
            return f"{words.growth_label} {moved}"
        noun = self._noun(number, ahead, behind)
        if noun and noun == ahead and (same := self._noun_before(number)):
            # "We opened nine stores and closed four", "48 vụ tai nạn, làm chết 21 người".
            of_its_own = behind in words.bare_nouns and not same.endswith(behind)
            return f"{behind if of_its_own else same} ({_without_verb(ahead, words)})"
        lone = noun and noun == behind and len(noun.split()) == 1 and number not in self.links
        if lone and _tells(ahead, words) and not words.everywhere.fullmatch(ahead):
            # "5,275 residents attended", "a survey of 1,004 residents": a noun alone is any of them.
            return f"{noun} ({_without_verb(ahead, words)})"
        if (of := self._worth_of(number, noun, depth)) is not None:
            return f"{noun} ({of})"
        return noun or self._parent(number, depth) or self._near(statement)

    def _worth_of(self, number: int, noun: str, depth: int) -> str | None:
        """Return what is worth an amount that is only called a value: "3,77 tỷ giao dịch với giá trị 66,9 tỷ đồng"."""
        if noun not in self.words.worths or not number or depth >= _DEEPEST:
            return None
        before, statement = self.statements[number - 1], self.statements[number]
        joined = before.sentence == statement.sentence and before.quantity.kind is Kind.COUNT
        return self.label(number - 1, depth + 1) if joined and not before.is_difference else None

    def beside(self, number: int) -> tuple[str, str]:
        """Return what leads up to a figure, and the noun behind it."""
        statement = self.statements[number]
        beside = times_between(self.times, statement.sentence.start, statement.sentence.end)
        behind = tidy(own_noun(statement, self.words), beside, self.words, self.page.lower)
        noun = behind.partition(" ")[0]
        if statement.left.endswith(self.words.determiners) and self.words.plurals.fullmatch(noun):
            # "Cases in the 57 clinics fell": which fell is not theirs.
            behind = noun
        return subject(self._led_up_to(number), beside, self.words, self.page.lower), behind

    def _led_up_to(self, number: int) -> Statement:
        """Return a figure with all of its clause before it, where the figure before only tells which things they are.

        "Cases reported by the 57 clinics fell by 19%".
        """
        statement = self.statements[number]
        before = self.statements[number - 1] if number else statement
        if statement.fresh or before.sentence != statement.sentence or not before.left.endswith(self.words.determiners):
            return statement
        return replace(statement, left=f"{before.left} {statement.left}", fresh=before.fresh)

    def _noun(self, number: int, ahead: str, behind: str) -> str:
        """Return what a figure's own words say that it counts; empty where they do not."""
        statement, words, language = self.statements[number], self.words, self.language
        own = self._without_times(_own_label(statement, ahead, behind, language, words), statement)
        if not own and self._says_what(ahead) and words.ends_with(words.beginning, statement.left):
            # "The number of cases fell from 1,200 cases to 870".
            own = ahead
        noun = behind if noun_words(statement, words) and not unit_code(behind, language) else ""
        if statement.quantity.kind in (Kind.MONEY, Kind.MEASURE):
            # "0,97 triệu tấn hàng hóa", "12 GW of solar": of goods, of solar.
            unit, _, what = noun.partition(" ")
            measured = words.measured.match(what) if unit == unit_of(statement, language, words).lower() else None
            noun = what[measured.end() :] if measured else noun
        return own or noun or next(filter(self._says_what, (ahead, behind)), "")

    def _of_plan(self, number: int, ahead: str, behind: str, depth: int) -> str:
        """Name how much of a plan was reached: of the amount before it, or of what leads up to it."""
        statement = self.statements[number]
        amounts = (n for n in range(number - 1, -1, -1) if self.statements[n].quantity.kind in AMOUNTS)
        before = next((n for n in amounts if self.statements[n].sentence == statement.sentence), None)
        what = self.label(before, depth + 1) if before is not None and depth < _DEEPEST else ahead
        label = f"{self.words.part_of} {behind}"
        return f"{label} ({what})" if _tells(what, self.words) else label

    def _noun_before(self, number: int) -> str:
        """Return the noun of the count before one that has none in its sentence."""
        statement = self.statements[number]
        for before in reversed(self.statements[max(0, number - _NEAR) : number]):
            if before.sentence != statement.sentence or statement.quantity.kind is not Kind.COUNT or statement.fresh:
                break
            if before.quantity.kind is Kind.COUNT and (noun := noun_words(before, self.words)):
                return noun[0] if self.words.plurals.fullmatch(noun[0]) else " ".join(noun)
        return ""

    def _near(self, statement: Statement) -> str:
        near = self._without_times(near_text(statement), statement)
        return near if self._says_what(near) else statement.quantity.text

    def _without_times(self, text: str, statement: Statement) -> str:
        beside = times_between(self.times, statement.sentence.start, statement.sentence.end)
        return " ".join(without_times(text, beside, self.words, self.page.lower)).strip(EDGES)

    def _says_what(self, text: str) -> bool:
        # A unit says it no better than "and" does: other texts' figures would be taken for the same thing.
        return _tells(text, self.words) and not unit_code(text, self.language)

    def _parent(self, number: int, depth: int) -> str:
        """Return the label of the figure that one leans on."""
        link = self.links.get(number)
        if link is None or depth >= _DEEPEST:
            return ""
        label = self.label(link.parent, depth + 1)
        if self.statements[number].quantity.kind in AMOUNTS and not self.statements[number].is_difference:
            # "40% of the total of 300": no share.
            label = label.removeprefix(f"{self.words.part_of} ")
        # "Fell by 8% to 22,410": the number is of what fell.
        return label if self.statements[number].is_change else label.removeprefix(f"{self.words.growth_label} ")

    def _total(self, number: int, depth: int) -> str:
        """Name a total that only says so: "tăng thêm 412 doanh nghiệp, nâng tổng số lên 2.260"."""
        statement, words = self.statements[number], self.words
        if depth >= _DEEPEST or noun_words(statement, words) or not words.total.search(statement.left):
            return ""
        of = next((n for n in range(number) if _is_before(self.statements[n], statement)), None)
        if of is None:
            return ""
        return f"{words.total_label} {self.label(of, depth + 1).removeprefix(f'{words.growth_label} ')}"

    def _leaning(self, number: int, depth: int) -> str:
        """Name a figure that only says something of another one: how it moved, its share, the same in other units."""
        link, statement, words = self.links.get(number), self.statements[number], self.words
        if link is None:
            return ""
        match link.kind:
            case LinkKind.CHANGE:
                return f"{words.growth_label} {self._parent(number, depth).removeprefix(f'{words.growth_label} ')}"
            case LinkKind.RATIO:
                parent = self._parent(number, depth)
                return _without_share_words(parent, words) or parent
            case LinkKind.SHARE:
                return f"{words.part_of} {self._parent(number, depth)}"
            case LinkKind.LIST:
                # "Demand fell 2.4% to 264.2 TWh": in its unit, of what fell.
                led = statement.quantity.kind is not Kind.MULTIPLE and words.ends_with(
                    words.ending, f"{statement.left} "
                )
                return self._parent(number, depth) if led or words.ends_with(words.equivalent, statement.left) else ""
            case _:
                return ""


def _is_before(before: Statement, statement: Statement) -> bool:
    """Whether a figure stands in the sentence of another one, and may count the same sort of thing."""
    return before.sentence == statement.sentence and before.is_like(statement)


def _tells(text: str, words: StatementWords) -> bool:
    """Whether any word of a text says what is counted."""
    return any(len(word) > 1 and word not in words.stop_words | words.prose_stops for word in text.split())


def _multiple_label(what: str, words: StatementWords) -> str:
    """Name how many times as much of something there is: "số hộ nộp thuế tăng gấp 2,3 lần"."""
    told = _without_verb(what, words).removeprefix(f"{words.growth_label} ")
    if words.ratios.search(told):
        # "Hệ số nợ trên vốn chủ sở hữu là 1,84 lần" is a level.
        return told
    return f"{words.growth_label} {told}" if _tells(told, words) else words.change_label


def _own_label(statement: Statement, ahead: str, behind: str, language: Language, words: StatementWords) -> str:
    """Name what is no mere number of what follows it: a rate, an amount, what a verb equates; else empty."""
    quantity = statement.quantity
    if quantity.kind is Kind.RATIO and quantity.rate and _PER.search(quantity.text):
        # "10,2 bác sĩ/10.000 dân": the text of a rate says what is counted per what.
        return f"{_LEADING_DIGITS.sub('', quantity.text.lower())} {behind}".strip()
    if quantity.kind in (Kind.MONEY, Kind.MEASURE):
        joined = joined_on(statement, words)
        # "Công bố báo cáo tài chính hợp nhất với doanh thu thuần 3.845 tỷ": of a long clause what stands nearest.
        nearest = len(joined.split()) > 1 and len(ahead.split()) > _LONG
        what = ahead if _is_own(statement, ahead, words) and not nearest else joined
        first, _, rest = behind.partition(" ")
        # "12.4p": pence are a unit like any other.
        behind = rest if first in language.right.subunits else behind
        if what and statement.left.split()[-1:] == ["of"]:
            # "Income of $10.05 million exceeded expenditure", "the fund had assets of $41.6 billion".
            return words.having_of.sub("", what) or what
        return _amount_label(unit_of(statement, language, words).lower(), what, behind, words) if what else ""
    if behind and ahead.split()[-1:] and ahead.rsplit(maxsplit=1)[-1] in words.prose_stops & words.stop_words:
        # "Contributions from 204,600 members": not of contributions.
        return ""
    # "Nga (198.500 lượt)": what stands right before the bracket.
    in_bracket = statement.left.rstrip(_SIGNS).endswith("(") and _tells(ahead, words)
    named = behind in words.bare_nouns and (in_bracket or _is_own(statement, ahead, words))
    return ahead if named or _equates(statement, ahead, behind, words) else ""


def _equates(statement: Statement, ahead: str, behind: str, words: StatementWords) -> bool:
    """Whether a verb makes a figure out of its subject, and a bare unit follows: "khách quốc tế đạt 395 nghìn lượt"."""
    is_unit = bool(behind) and len(behind.split()) <= _UNIT_AT_MOST
    return is_unit and words.ends_with(words.equates, statement.left) is not None and _is_own(statement, ahead, words)


def _share_label(statement: Statement, ahead: str, behind: str, words: StatementWords) -> str:
    """Name a percentage: of what follows it ("100% of the boroughs"), or by what leads up to it ("the share of")."""
    moved = words.aspect.match(statement.right)
    if statement.is_change or moved:
        what = moved["of"] if moved else next((each for each in (ahead, behind) if _tells(each, words)), "")
        return f"{words.growth_label} {what}" if what else ""
    subject_of = " ".join(statement.left.rpartition(",")[2].split()[-_VERB_WORDS:])
    named = any(word in ahead for word in words.share_words)
    if _tells(ahead, words) and not named and words.making_up.fullmatch(f" {subject_of} "):
        # "Giao dịch trên 10 triệu đồng chiếm 11% tổng số giao dịch": a share of them all, and the subject's.
        return f"{words.part_of} {ahead}"
    telling = [word for word in behind.split() if word not in words.stop_words]
    leads = _tells(ahead, words)
    if len(telling) >= (_FEWEST if leads else 1) and not any(word in ahead for word in words.share_words):
        return f"{words.part_of} {behind}"
    for word in words.share_words:
        # "Chiếm tỷ trọng 18%", "accounts for a share of 18%": the share of the subject.
        if ahead.endswith(f" {word}") and word not in words.rate_words:
            return f"{words.part_of} {_without_verb(ahead.removesuffix(word), words)}"
    return next((each for each in (ahead, behind) if _tells(each, words)), "")


def _without_verb(text: str, words: StatementWords) -> str:
    """Return the words that lead up to a figure without what hangs at their end, and without "we" and "our crews"."""
    pieces = words.ourselves.sub("", text).split()
    while len(pieces) > 1 and pieces[-1] in words.stop_words | words.prose_stops | {*words.share_words}:
        pieces.pop()
    return " ".join(pieces)


def _is_own(statement: Statement, ahead: str, words: StatementWords) -> bool:
    """Whether the words before a figure are its own subject, and not the noun of the figure before."""
    telling = [word for word in ahead.split() if word not in words.stop_words | words.prose_stops]
    if words.everywhere.fullmatch(ahead):
        # "Toàn huyện còn 1.245 hộ nghèo": only where.
        return False
    return bool(telling) and (statement.fresh or "," in statement.left) and not words.compared.match(ahead)


def _amount_label(unit: str, ahead: str, behind: str, words: StatementWords) -> str:
    """Name an amount of money or measure by its subject; the noun behind it is mostly its unit."""
    unit, _, per = unit.translate(_POWERS).partition("/")
    more = behind.removeprefix(f"{unit}/{per}").removeprefix(unit).strip(EDGES)
    if per:
        # "18.5 litres a day".
        more = re.sub(rf"\A(?:an?|per|each|mỗi|một)?\s*{re.escape(per)}(?!\w)", "", more).strip(EDGES)
    if behind.startswith("per ") or all(word in words.stop_words | words.prose_stops for word in more.split()):
        return ahead
    if not behind.startswith(unit):
        # "$48.2 million in taxes": the sign stands before the number, and the noun is a phrase of its own.
        return f"{ahead} {behind}"
    # "Xuất khẩu 1,46 triệu tấn cà phê": what is measured, not the measure.
    pieces = more.split()
    while pieces[0] in words.stop_words | words.prose_stops:
        pieces.pop(0)
    return f"{ahead} {' '.join(pieces)}"


def _without_share_words(label: str, words: StatementWords) -> str:
    for word in (words.part_of, *sorted(words.share_words, key=len, reverse=True)):
        if label.startswith(word):
            return label[len(word) :].strip()
    return label


def unit_of(statement: Statement, language: Language, words: StatementWords) -> str:
    """Return the unit of a figure as a registry writes it: %, the name of a currency or measure, or a noun."""
    quantity = statement.quantity
    if statement.heading_unit:
        return statement.heading_unit
    if quantity.kind in PERCENTAGES:
        return "%"
    if quantity.kind in (Kind.MONEY, Kind.MEASURE):
        # The word as written, which is not there where a sign stands before the number.
        pieces = statement.right.split()[:_UNIT_WORDS]
        names = (" ".join(pieces[:size]).strip(EDGES).partition("/")[0] for size in range(len(pieces), 0, -1))
        name = next((name for name in names if name and unit_code(name, language) == quantity.unit), "")
        rate = words.money_rates.match(statement.right[len(name) :]) if name else None
        # The text was read in small letters; a code or symbol has its own.
        name = quantity.unit if not name or name == quantity.unit.lower() else name
        return f"{name}/{rate['per']}" if rate else name
    if quantity.kind in (Kind.RANK, Kind.MULTIPLE):
        return ""
    nouns = noun_words(statement, words)
    less = words.exceeds.match(statement.right) or words.more.match(statement.right)
    if statement.is_difference and less and nouns[:1] not in words.points:
        # "40 fewer than in 2023".
        return ""
    first, *more = nouns[:2] or [""]
    # "Lượt tra cứu", but "cuộc gọi": what is counted by a classifier is mostly said in two words.
    longer = len(tidy(own_noun(statement, words), (), words, "").split()) > _UNIT_AT_MOST
    ends = words.plurals.fullmatch(first) or (longer and first in words.classifiers)
    if more and (more[0] in words.hedges or ends):
        return first
    return " ".join([first, *more])
