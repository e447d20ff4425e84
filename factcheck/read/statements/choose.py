"""Which metric, period and dimensions each figure of a text gets, and which of them are guesses."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from factcheck.model.draft import DraftMetric, LeftOut
from factcheck.model.exact import Exact
from factcheck.model.ident import fresh, slug
from factcheck.model.period import Period, parse_period
from factcheck.model.quantity import AMOUNTS, Kind
from factcheck.model.record import NamedTuple, field, record, replace
from factcheck.model.registry import Behaviour, Metric
from factcheck.read.language import Language
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.arithmetic import find_relations
from factcheck.read.statements.behaviour import behaviour_of, stands
from factcheck.read.statements.likeness import Match, Metrics, near_parts, near_text, surroundings
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.links import find_links
from factcheck.read.statements.meant import less_behind
from factcheck.read.statements.naming import Namer, unit_of
from factcheck.read.statements.nouns import same_noun
from factcheck.read.statements.page import Page
from factcheck.read.statements.periods import shifted
from factcheck.read.statements.phrase import Phrase, find_phrase
from factcheck.read.statements.statement import Reading, Statement
from factcheck.read.statements.subject import without_times
from factcheck.read.statements.tied import Told, tied
from factcheck.read.statements.times import times_between
from factcheck.read.statements.words import StatementWords
from factcheck.read.typed import Typed, typed
from factcheck.read.unit_names import unit_code, unit_scale

_ENOUGH = 0.52
_ENOUGH_BESIDE = 0.38
_ENOUGH_AGAIN = 0.7
_CLOSE = 0.08
_TAKEN = 0.12
_BETTER = 0.1
_MOST_RIVALS = 3
_ID_WORDS = 6
_YEAR = len("2024")
_SOME_DAYS = 20
_JOINS = frozenset({"", ",", "and", "và", ", and", "cùng"})
_PART_WORDS = 4
_LONGEST_ID = 60
_DEEPEST = 50
# So many words mean but one thing; in Vietnamese, most words have two syllables.
_TELLING, _TELLING_SYLLABLES = 2, 3
_STATE_REACH = 5
_DONE = frozenset({"đã"})
# "4G" too.
_WORD = re.compile(r"\d{0,2}[^\W\d_]+")


class Known(NamedTuple):
    """What the registry knows: its metrics, their names as canonical words, and the ids that are taken.

    ``sources`` are, by metric, the titles and publishers that its figures have, ``moments`` the days that they are of,
    ``values`` what they are, ``told`` what those say that are of no part.
    ``barred`` holds, by where a figure begins, the metrics that it cannot be of after all.
    """

    metrics: Mapping[str, Metric]
    names: Mapping[str, Iterable[tuple[str, ...]]]
    taken: Container[str]
    sources: Mapping[str, str] = MappingProxyType({})
    moments: Mapping[str, frozenset[date]] = MappingProxyType({})
    values: Mapping[str, frozenset[Exact]] = MappingProxyType({})
    told: Mapping[str, tuple[Told, ...]] = MappingProxyType({})
    barred: Mapping[int, frozenset[str]] = MappingProxyType({})

    def units(self, language: Language) -> frozenset[str]:
        """Return the codes of the currencies and measures that the metrics are in."""
        return frozenset(unit_code(metric.unit, language) for metric in self.metrics.values() if metric.unit)


_OF_A_MOMENT = frozenset((Behaviour.STOCK, Behaviour.CUMULATIVE))


@record(slots=True)
class Choice:
    """What one statement becomes."""

    phrase: Phrase
    typed: Typed
    matches: list[Match] = field(default_factory=list)
    metric: str = ""
    score: float = 1
    rivals: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    dimensions: dict[str, str] = field(default_factory=dict)
    period: str = ""


class Chooser:
    """Chooses for every statement of a text the metric, period and dimensions that its claim gets."""

    def __init__(
        self,
        reading: Reading,
        language: Language,
        words: StatementWords,
        known: Known,
        published: date | None,
        publisher: str,
    ) -> None:
        self.reading = reading
        self.page: Page = reading.page
        self.statements = reading.statements
        self.language = language
        self.words = words
        self.known = known
        self.published = published
        self.publisher = publisher
        self.links: dict[int, Link] = find_links(self.page, self.statements, words)
        self.stated = find_relations(self.page, self.statements, self.links, words)
        # What adds up to another figure is of its kind.
        self.sums = {
            term.statement: each.terms[0].statement
            for each in self.stated
            if each.kind == "sum"
            for term in each.terms[1:]
        }
        # "6/27": what is counted out of the 27 is not what the 27 are.
        self.bases = {each.terms[0].statement: each.terms[1].statement for each in self.stated if each.kind == "same"}
        self.metrics = Metrics(known.metrics, known.names, language, words, changes_by_what_moved=True)
        self.namer = Namer(
            statements=self.statements,
            links=self.links,
            times=reading.times,
            language=language,
            words=words,
            page=self.page,
        )
        self.drafted: dict[str, DraftMetric] = {}
        # Those of them that were named after a figure of a moment.
        self.at_once: set[str] = set()
        self.choices: dict[int, Choice] = {}
        self.left_out: list[LeftOut] = []
        self.used: dict[tuple[object, ...], int] = {}
        # What several kinds of one metric would be told by alone, none of which is the whole.
        self.shared: set[tuple[object, ...]] = set()
        self.parts: dict[str, set[str]] = {}
        self.sure: set[tuple[int, str]] = set()

    def run(self) -> None:
        """Choose; ``choices``, ``drafted`` and ``left_out`` hold what came of it."""
        self._read()
        self.sure = self._sure_units()
        for number in self._order():
            self._choose(number)

    def _read(self) -> None:
        for passed in self.reading.passed_over:
            phrase = find_phrase(self.page, passed.statement, self.language, self.words)
            quantity = passed.statement.quantity
            self.left_out.append(LeftOut(phrase.exact if phrase else quantity.text, passed.why, quantity.start))
        publisher = canonical_words(self.publisher, self.language)
        matched: dict[int, list[Match]] = {}
        for number, statement in enumerate(self.statements):
            value = typed(statement.quantity)
            phrase = find_phrase(self.page, statement, self.language, self.words)
            if value is None or phrase is None:
                why = "range" if statement.quantity.kind.value == "range" else "unread"
                self.left_out.append(LeftOut(statement.quantity.text, why, statement.quantity.start))
                continue
            around = surroundings(self.page, self.statements, number, self.links, self.language, self.words)
            matches = [
                match
                for match in self.metrics.matches(statement, around, publisher)
                if self._can_be_typed(statement, self.known.metrics[match.metric].unit)
                and not self.metrics.says_less(match.metric, around)
                # "1,731,560 of 2,846,310 registered voters": the metric of all of them is not that of those who voted.
                and statement.quantity.of not in self.known.values.get(match.metric, ())
            ]
            barred = self.known.barred.get(statement.quantity.start, frozenset())
            doubtful = tuple(match.metric for match in matches if match.metric in barred)
            if barred:
                # One guess was wrong; another must be a good one.
                matches = [each for each in matches if each.metric not in barred and each.score >= _ENOUGH_AGAIN]
            matched[number] = matches
            self.choices[number] = Choice(phrase, value, doubtful=doubtful)
        tied_up = tied(self.statements, self.links, matched, self.known.told, self._is_own_publisher)
        for number, matches in tied_up.items():
            self.choices[number].matches = matches

    def _is_own_publisher(self, metric: str) -> bool:
        """Whether figures of a metric were published by who published the text."""
        return bool(self.publisher) and self.publisher.lower() in self.known.sources.get(metric, "").lower()

    def _order(self) -> list[int]:
        """Return the statements, those with the clearest metric first, but no part before its whole."""

        def clarity(number: int) -> tuple[int, float, int]:
            matches = self.choices[number].matches
            best = matches[0].score if matches else 0
            second = matches[1].score if len(matches) > 1 else 0
            return (self._depth(number), second - best if best >= self._enough(number) else 0, number)

        return sorted(self.choices, key=clarity)

    def _enough(self, number: int) -> float:
        """Return the score from which on a metric is taken: less beside a figure that is surely of such a kind."""
        matches = self.choices[number].matches
        paragraph = self.page.paragraph_at(self.statements[number].sentence.start)
        if not matches or matches[0].score >= _ENOUGH or paragraph is None:
            return _ENOUGH
        unit = self.known.metrics[matches[0].metric].unit
        # Amounts of money stand beside each other whatever they are of.
        tells = unit and not unit_code(unit, self.language)
        return _ENOUGH_BESIDE if tells and (paragraph.start, unit) in self.sure else _ENOUGH

    def _sure_units(self) -> set[tuple[int, str]]:
        """Return the paragraphs with the units of the metrics that figures in them are clearly of."""
        found: set[tuple[int, str]] = set()
        for number, choice in self.choices.items():
            paragraph = self.page.paragraph_at(self.statements[number].sentence.start)
            if paragraph and choice.matches and choice.matches[0].score >= _ENOUGH:
                found.add((paragraph.start, self.known.metrics[choice.matches[0].metric].unit))
        return found

    def _depth(self, number: int) -> int:
        depth, seen = int(number in self.bases), {number}
        while (link := self.links.get(number)) is not None and link.parent not in seen and depth < _DEEPEST:
            number = link.parent
            seen.add(number)
            depth += 1
        return depth

    def _choose(self, number: int) -> None:
        choice, statement = self.choices[number], self.statements[number]
        enough = self._enough(number)
        base = self.choices.get(self.bases.get(number, number))
        good = [
            match
            for match in choice.matches
            if match.score >= enough and (base is None or base is choice or match.metric != base.metric)
        ]
        link = self.links.get(number)
        whole = (
            self.choices.get(link.parent)
            if link and link.kind in (LinkKind.PART, LinkKind.HELD, LinkKind.LIST)
            else None
        )
        if whole is not None and link is not None and self._leads_on(link, statement):
            # "Rose by 20,000 to 30.4 million": a level is no difference.
            whole = None
        if whole is not None and link is not None and self._fits(whole.metric, statement):
            own = next((match.score for match in choice.matches if match.metric == whole.metric), 0)
            rival = good[0] if good and good[0].metric != whole.metric and good[0].score > own + _BETTER / 2 else None
            if rival is None or self.sums.get(number) == link.parent:
                self._take(number, whole.metric, max(own, min(whole.score, 1)), ())
                return
        for match in good:
            if match.score < good[0].score - _TAKEN:
                break
            if self._is_free(number, match.metric):
                rivals = tuple(
                    other.metric
                    for other in good
                    if other.metric != match.metric and abs(other.score - match.score) <= _CLOSE
                )
                self._take(number, match.metric, match.score, rivals[:_MOST_RIVALS])
                return
        if good:
            self._take(number, good[0].metric, good[0].score, tuple(match.metric for match in good[1:_MOST_RIVALS]))
            return
        self._take(number, self._new_metric(number), 1, ())

    def _fell(self, number: int, metric: str) -> bool:
        """Whether a figure says by how many something fell, and its metric is of changes: "a fall of 430"."""
        statement = self.statements[number]
        if not statement.is_difference or statement.quantity.value <= 0:
            return False
        less = statement.quantity.direction < 0
        if not statement.quantity.direction and (word := less_behind(statement.right, self.language)):
            # "430 fewer than a year before", if its quote says so.
            less = word in self.choices[number].phrase.exact.lower()
        return less and self._label(metric).startswith(self.words.growth_label)

    def _is_loss(self, number: int, metric: str) -> bool:
        """Whether a figure is below zero by its words alone, and its metric is not of losses: "a year before −42"."""
        statement = self.statements[number]
        below = statement.loss and statement.quantity.direction < 0 < statement.quantity.value
        return below and not any(self.words.losses.search(word) for word in self._label(metric).split())

    def _label(self, metric: str) -> str:
        known = self.known.metrics
        return (known[metric].label if metric in known else self.drafted[metric].label).lower()

    def _leads_on(self, link: Link, statement: Statement) -> bool:
        """Whether a figure is the level that the one before it led to."""
        parent = self.statements[link.parent]
        by = self.words.moved_by.search(f"{parent.left} ") is not None
        moved = (parent.is_difference or by) and not statement.is_difference
        return moved and self.words.ends_with(self.words.ending, f"{statement.left} ") is not None

    def _can_be_typed(self, statement: Statement, unit: str) -> bool:
        """Whether a figure of a table can be typed in the unit of a metric: its quote is the number in a cell."""
        if not statement.heading_unit:
            return True
        return unit_scale(unit, self.language)[0] == unit_scale(statement.heading_unit, self.language)[0]

    def _fits(self, metric: str, statement: Statement) -> bool:
        """Whether a metric, the registry's or a new one, takes figures of this kind."""
        if metric in self.known.metrics:
            return self.metrics.fits(self.known.metrics[metric], statement)
        drafted = self.drafted.get(metric)
        if drafted is not None and _moves(drafted.behaviour) != _moves(behaviour_of(statement, self.words)):
            # "Doubled to 96 million".
            return False
        if drafted is None or (drafted.unit == "%") != (unit_of(statement, self.language, self.words) == "%"):
            return False
        kinds = (Kind.MONEY, Kind.MEASURE)
        return statement.quantity.kind not in kinds or unit_code(drafted.unit, self.language) == statement.quantity.unit

    def _take(self, number: int, metric: str, score: float, rivals: tuple[str, ...]) -> None:
        choice = self.choices[number]
        choice.metric, choice.score, choice.rivals = metric, score, rivals
        heading_unit = self.statements[number].heading_unit
        if metric in self.known.metrics or heading_unit:
            unit = self.known.metrics[metric].unit if metric in self.known.metrics else heading_unit
            scale, _ = unit_scale(unit, self.language)
            choice.typed = typed(self.statements[number].quantity, scale) or choice.typed
        if self._fell(number, metric) or self._is_loss(number, metric):
            choice.typed = choice.typed._replace(value=f"-{choice.typed.value}")
        choice.period = self._period(number, metric)
        choice.dimensions = self._levels(number, metric)
        if not self._is_free(number, metric):
            self._tell_apart(number, self.used[self._key(number, metric)], metric)
        elif self._key(number, metric) in self.shared:
            # Two kinds of it were told apart before.
            self._set_apart(number, None)
        elif (whole := self._whole(number)) is not None and not choice.dimensions:
            # A part is not told from other years' wholes by being the first of its own.
            self._set_apart(number, whole)
        self.used[self._key(number, metric)] = number

    def _tell_apart(self, number: int, owner: int, metric: str) -> None:
        """Tell a figure from the one that already has its metric and time: a part from its whole, or two kinds."""
        link = self.links.get(number)
        alone = not self.choices[owner].dimensions
        unlinked = (link is None or link.parent != owner) and alone
        whole = self._whole_of_two(number, owner, metric) if unlinked else None
        if whole != number:
            self._set_apart(number, owner)
        if unlinked and whole != owner:
            # Neither is the whole of the other, both are kinds of it; or the other one is only a part.
            key = self._key(owner, metric)
            self.used.pop(key, None)
            if whole is None:
                self.shared.add(key)
            self._set_apart(owner, number)
            self.used[self._key(owner, metric)] = owner

    def _whole_of_two(self, one: int, other: int, metric: str) -> int | None:
        """Return which of two figures counts all: the first and larger one, if only the other says more than that."""
        first, second = sorted((one, other))
        larger = self.statements[first].quantity.value > self.statements[second].quantity.value
        more = self._says_more(second, metric) and not self._says_more(first, metric)
        return first if larger and more and not self._state(first, second) else None

    def _says_more(self, number: int, metric: str) -> bool:
        """Whether an amount's clause has words that its metric's label lacks: "bưu gửi thương mại điện tử"."""
        if self.statements[number].quantity.kind not in AMOUNTS or self.statements[number].is_difference:
            return True
        words, statement = self.words, self.statements[number]
        known = set(_WORD.findall(self._label(metric)))
        known |= words.prose_stops | words.stop_words | words.reporting | words.hedges
        clause = words.trailing.sub("", f" {self._of_clause(number)}")
        near = words.everywhere.sub(" ", f"{near_text(statement)} ; {clause}")
        return any(word not in known for word in _WORD.findall(near))

    def _of_clause(self, number: int) -> str:
        """Return what leads up to the figure before one in its clause: "đường sắt xảy ra 35 vụ, làm chết 20 người"."""
        statement = self.statements[number]
        before = self.statements[number - 1] if number else statement
        gap = self.page.lower[before.quantity.end : statement.quantity.start]
        joined = number > 0 and before.sentence == statement.sentence and ";" not in gap and before.fresh
        beside = times_between(self.reading.times, statement.sentence.start, statement.sentence.end)
        return " ".join(without_times(before.left, beside, self.words, self.page.lower)) if joined else ""

    def _whole(self, number: int) -> int | None:
        """Return the figure that one is a part of, if both are of one metric."""
        link = self.links.get(number)
        if link is None or link.kind not in (LinkKind.PART, LinkKind.HELD) or link.parent not in self.choices:
            return None
        return link.parent if self.choices[link.parent].metric == self.choices[number].metric else None

    def _set_apart(self, number: int, other: int | None) -> None:
        """Give a figure a dimension that tells it from another of the same metric and time."""
        choice = self.choices[number]
        link = self.links.get(number)
        whole = link.parent if link and link.kind in (LinkKind.PART, LinkKind.HELD) else other
        taken = self.parts.setdefault(choice.metric, set())
        name = fresh(self._part_name(number, whole), taken)
        taken.add(name)
        choice.dimensions = {**choice.dimensions, "part": name}

    def _levels(self, number: int, metric: str) -> dict[str, str]:
        """Return the dimension that a level is: as the metric breaks down, or one of its own beside a whole."""
        level = self.statements[number].level
        if not level:
            return {}
        found = self.known.metrics.get(metric)
        if found is not None:
            return {name: level for name, values in found.breakdown if level in values}
        link = self.links.get(number)
        return {"level": level} if link and link.kind in (LinkKind.PART, LinkKind.HELD) else {}

    def _key(self, number: int, metric: str) -> tuple[object, ...]:
        chosen = self.choices[number]
        levels = chosen.dimensions if chosen.metric == metric else self._levels(number, metric)
        dimensions = tuple(sorted(levels.items()))
        return (metric, dimensions, self._period(number, metric), self.statements[number].status)

    def _is_free(self, number: int, metric: str) -> bool:
        """Whether no other figure of this text is already the metric's for the time."""
        return self._key(number, metric) not in self.used

    def _part_name(self, number: int, other: int | None) -> str:
        """Return what sets a figure apart from another of its metric, as the value of a dimension."""
        if state := self._state(number, other):
            return state
        marks = {word for marker in self.words.parts.findall(self.statements[number].left) for word in marker.split()}
        theirs = set(_WORD.findall(near_text(self.statements[other]))) if other is not None else set()
        dull = marks | theirs | self.words.prose_stops | self.words.stop_words
        # "Bà Hằng, giám đốc, cho biết tôm đạt gần 4 tỷ": who says so is no part.
        said = self.words.saying.split(self.statements[number].left)[-1]
        near = _WORD.findall(near_text(replace(self.statements[number], left=said)))
        places = [place for place, word in enumerate(near) if word not in dull]
        words = [near[place] for place in places[:_PART_WORDS]]
        if len(places) == 1 and places[0] and near[places[0] - 1] not in marks | theirs | self.words.prose_stops:
            # "Một phần": of a word alone, the small one before it tells more.
            words.insert(0, near[places[0] - 1])
        # A value may begin with a digit, as no id does: "4g".
        return slug(f"x {' '.join(words)}")[2:] or self._part_of_parent(number) or self._part_of_clause(number)

    def _part_of_clause(self, number: int) -> str:
        """Return the words that lead up to a figure's clause, or else its number: "figure-8"."""
        dull = self.words.prose_stops | self.words.stop_words | self.words.reporting
        dull |= set(_WORD.findall(self._label(self.choices[number].metric)))
        words = [word for word in _WORD.findall(self._of_clause(number)) if word not in dull]
        return slug(f"x {' '.join(words[:_PART_WORDS])}")[2:] or f"figure-{number + 1}"

    def _state(self, number: int, other: int | None) -> str:
        """Return the state that a figure is in and another is not: "quá hạn", "trực tuyến"; the same in every text."""
        left, right = near_parts(self.statements[number])
        near = [*left.split()[-_STATE_REACH:], "", *right.split()[:_STATE_REACH]]
        own = f" {' '.join(word.strip(',.;:()') for word in near)} "
        theirs = f" {near_text(self.statements[other])} " if other is not None else ""
        found = {word: own.rfind(f" {word} ") for word in self._states if f" {word} " in own}
        told = [word for word in found if f" {word} " not in theirs]
        if not told:
            return ""
        # "Xuất nhập khẩu" is more than "nhập khẩu".
        told = [word for word in told if own[: found[word]].rpartition(" ")[2] not in self.words.half_words]
        if not told:
            return ""
        state = max(told, key=lambda word: (found[word], len(word), word))
        before = own[: found[state]].rpartition(" ")[2]
        # "Đang giải quyết", and not what is.
        return slug(f"{before} {state}" if before in self.language.states and before not in _DONE else state)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states of two words, and what divides a whole in two."""
        sides = (side for pair in self.words.complements for side in pair)
        states = frozenset(state for state in self.language.states if " " in state)
        return states.union(*(frozenset(word for word in side if " " in word) for side in sides))

    def _part_of_parent(self, number: int) -> str:
        """Return what sets the figure apart that one is the share of, or how far it moved."""
        link = self.links.get(number)
        if link is None or link.kind not in (LinkKind.SHARE, LinkKind.RATIO, LinkKind.CHANGE):
            return ""
        parent = self.choices.get(link.parent)
        return parent.dimensions.get("part", "") if parent else ""

    def _behaviour(self, metric: str) -> str:
        found = self.known.metrics.get(metric)
        if found is not None:
            return found.behaviour or ""
        drafted = self.drafted.get(metric)
        return drafted.behaviour if drafted else ""

    def _period(self, number: int, metric: str) -> str:
        """Return the period of a figure as its metric takes it: a stock at the end of it, a count since it began."""
        iso = self.statements[number].period
        link = self.links.get(number)
        follows = (LinkKind.CHANGE, LinkKind.PART, LinkKind.HELD)
        if link is not None and link.kind in follows and not self.statements[number].spoken:
            # What moved did so in the time that it is of; a part is of the time of its whole.
            iso = self.statements[link.parent].period or iso
        if not iso or self.statements[number].status.lies_ahead:
            return iso
        period = parse_period(iso)
        behaviour = self._behaviour(metric)
        found = self.known.metrics.get(metric)
        begins = found is not None and found.since is not None
        at_once = behaviour in _OF_A_MOMENT and not begins and self._stands(number, metric)
        if (behaviour == Behaviour.STOCK or at_once) and not period.is_instant and self._is_past(period):
            return self._same_day(number, iso, metric) or period.end.isoformat()
        if at_once and self.published is not None and period.start is not None and period.start <= self.published:
            # It comes out in the time that it is about, and can say only where things stand then.
            return min(self.published, period.end).isoformat()
        if behaviour == Behaviour.CUMULATIVE and found is not None and found.since and self._is_past(period):
            end = period.end.isoformat()
            if period.is_instant and period.end >= found.since:
                return f"{found.since.isoformat()}/{end}"
        return iso

    def _same_day(self, number: int, iso: str, metric: str) -> str:
        """Return the day of a bare year on which the figure stands that one is held against; empty where none is.

        "3,298 at 31 March 2025, down from 3,412 in 2024": a year before, or the day of the report that it comes from.
        """
        link = self.links.get(number)
        if link is None or link.kind is not LinkKind.LIST or not self.statements[number].against or len(iso) != _YEAR:
            return ""
        day = self.choices[link.parent].period if link.parent in self.choices else ""
        known = parse_period(day) if day else None
        if known is None or not known.is_instant or int(iso) >= known.end.year:
            return ""
        then = shifted(day, 12 * (known.end.year - int(iso)))
        told = [moment for moment in self.known.moments.get(metric, ()) if _are_near(moment, then)]
        return told[0].isoformat() if len(told) == 1 else then

    def _stands(self, number: int, metric: str) -> bool:
        """Whether a figure, or the whole that it is a part of, is of a moment."""
        statement, link = self.statements[number], self.links.get(number)
        if link is not None and link.kind in (LinkKind.PART, LinkKind.HELD) and not statement.spoken:
            statement = self.statements[link.parent]
        return stands(statement, self.words, self._label(metric))

    def _is_past(self, period: Period) -> bool:
        return self.published is None or period.end <= self.published

    def _called(self, label: str, unit: str, behaviours: Container[str]) -> str | None:
        """Return the metric of the registry that is called the same, in so many words that they can mean but one."""
        if len(label.split()) < (_TELLING_SYLLABLES if self.language.code == "vi" else _TELLING):
            return None
        for name, metric in self.known.metrics.items():
            same = (metric.label.lower(), metric.unit.lower()) == (label.lower(), unit.lower())
            if same and (metric.behaviour or "") in behaviours:
                return name
        return None

    def _behaves(self, number: int, label: str) -> str:
        """Guess how a figure moves: as the first of the list that it stands in, where that only ever becomes more."""
        head = self._head(number)
        grows = stands(head, self.words) and behaviour_of(head, self.words) == Behaviour.CUMULATIVE
        return behaviour_of(head if grows else self.statements[number], self.words, label)

    def _head(self, number: int) -> Statement:
        """Return the first of a list of counts of one time: "had distributed 42,300 tents, 118,600 blankets and …"."""
        while number and self.statements[number].left in _JOINS and not self.statements[number].heading:
            before, statement = self.statements[number - 1], self.statements[number]
            alike = before.quantity.kind is statement.quantity.kind is Kind.COUNT and before.period == statement.period
            if before.sentence != statement.sentence or not alike:
                break
            number -= 1
        return self.statements[number]

    def _new_metric(self, number: int) -> str:
        statement = self.statements[number]
        label = self.namer.label(number)
        unit = self._unit_moved(number)
        unit = unit or self.page.as_written(unit_of(statement, self.language, self.words), statement.sentence)
        behaviour = self._behaves(number, label)
        at_once = statement.period != "" and parse_period(statement.period).is_instant
        at_once = at_once or stands(self._head(number), self.words, label)
        # What only one of two sentences says to become ever more is the same thing.
        alike = _OF_A_MOMENT if at_once and behaviour in _OF_A_MOMENT else frozenset((behaviour,))
        if (known := self._called(label, unit, alike)) is not None:
            return known
        for drafted in self.drafted.values():
            kinds = alike if drafted.id in self.at_once else (behaviour,)
            if drafted.label.lower() == label.lower() and drafted.unit == unit and drafted.behaviour in kinds:
                return drafted.id
        name = "-".join(slug(label).split("-")[:_ID_WORDS])[:_LONGEST_ID].strip("-") or "figure"
        name = fresh(name, Taken(self.known.taken, self.drafted))
        self.drafted[name] = DraftMetric(id=name, label=label, unit=unit, behaviour=behaviour)
        if at_once:
            self.at_once.add(name)
        return name

    def _unit_moved(self, number: int) -> str:
        """Return the unit of what a difference is of, if it counts the same: "2.521 hộ nghèo, giảm 665 hộ"."""
        statement, link = self.statements[number], self.links.get(number)
        if not statement.is_difference or link is None or link.kind is not LinkKind.CHANGE:
            return ""
        moved = self.statements[link.parent]
        counts = statement.quantity.kind is moved.quantity.kind is Kind.COUNT
        if (
            not counts
            or moved.is_difference
            or link.parent not in self.choices
            or not same_noun(statement, moved, self.words)
        ):
            return ""
        metric = self.choices[link.parent].metric
        found = self.known.metrics.get(metric) or self.drafted.get(metric)
        return found.unit if found else ""


def _are_near(moment: date, day: str) -> bool:
    """Whether a yearly report comes out on either day."""
    return abs((moment - date.fromisoformat(day)).days) <= _SOME_DAYS


def _moves(behaviour: str) -> str:
    """Return a behaviour that only figures of one kind have; empty for any other."""
    return behaviour if behaviour in (Behaviour.GROWTH, Behaviour.MULTIPLE, Behaviour.RANK) else ""


class Taken:
    """Several containers of names as one."""

    def __init__(self, *parts: Container[str]) -> None:
        self._parts = parts

    def __contains__(self, name: object) -> bool:
        return any(name in part for part in self._parts)
