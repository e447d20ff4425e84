"""Which metric the words around a figure speak of.

Every metric has names: its label, its aliases, and what quotes call it. A name scores by how much of it stands
near the figure (rare words count for more than common ones), by how much of what stands right beside the figure is
in it, and by the whole likeness of the two; kinds and units that do not fit rule a metric out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from factcheck.model.quantity import PERCENTAGES, Kind
from factcheck.model.record import NamedTuple, record
from factcheck.model.registry import Behaviour, Metric
from factcheck.read.language import Language
from factcheck.read.languages import detect
from factcheck.read.quotes import canonical_words
from factcheck.read.statements.link import Link
from factcheck.read.statements.page import Page, clean_title
from factcheck.read.statements.statement import Statement
from factcheck.read.statements.words import StatementWords
from factcheck.read.unit_names import unit_code

_KIN, _SENTENCE, _TOPIC = 0.8, 0.5, 0.3
_ABSENT, _PRESENT = 0.5, 0.9
_QUOTED = 0.25
_LEVELLED = 0.1
_OTHER_LEVEL = 0.15
_OTHER_BODY = 0.5
_MOST_HOPS = 3
_SMALL, _COMMON = 400, 40
_CUTS = re.compile(r",| và(?= |$)| and(?= |$)| với(?= |$)|\(")
_LEFT_CUTS = re.compile(r",|\(| và$| and$")
# Behind these words another thing is counted, if its noun follows.
_OTHER_NOUN = re.compile(r" (?:và|and|với|with|gồm|including)(?: (?:hơn|trên|gần|khoảng|over|about|nearly))?$")
_SHARED = (" và", " and")
# "Tonnes were recycled or composted and": what more words say is the first one's own.
_SHARED_AT_MOST = 4
_STOPS = tuple(".,;:)")
# So many words behind a percentage are enough to know what it is of.
_NOUN = 2
_COVER, _FOCUS, _WHOLE = 0.55, 0.2, 0.25
_UNIT, _ONLY_UNIT, _NO_UNIT = 0.08, 0.16, -0.12
_UNIT_REACH = 4
_APART, _SHARED_AT_LEAST, _FEW = 0.8, 0.15, 2
_TOPIC_REACH = 1200
_PARTS = frozenset({Behaviour.SHARE, Behaviour.RATIO})


class Match(NamedTuple):
    """A metric and how well it matches, from 0 to about 1."""

    metric: str
    score: float


@record(frozen=True, slots=True)
class Surroundings:
    """The canonical words around a figure, from near to far.

    ``noun`` are the first ones behind it, ``kin`` those of the figure that it leans on. ``bodies`` are the kinds of
    body (a province, a ministry) that its sentence names, or else the text before it, or the title.
    """

    near: tuple[str, ...]
    noun: tuple[str, ...]
    kin: tuple[str, ...]
    sentence: tuple[str, ...]
    topic: tuple[str, ...]
    bodies: frozenset[str]


def near_text(statement: Statement) -> str:
    """Return the words of a figure's own clause, without the noun of the figure before and the lead-in of the next."""
    return " ".join(near_parts(statement))


def near_parts(statement: Statement) -> tuple[str, str]:
    """Return the same, before the figure and behind it."""
    if statement.heading:
        return statement.heading, ""
    left, right = statement.left, statement.right
    if left.endswith("("):
        # "Trung Quốc (612.000 lượt) và Nga (…": named before the bracket, and by nothing behind it.
        left = left[:-1].rpartition(")")[2].rstrip()
        right = right.partition(")")[0] if "(" not in right.partition(")")[0] else right
    if not statement.fresh:
        counts_another = right[:1].isalpha() and _OTHER_NOUN.search(left)
        left = "" if counts_another else _LEFT_CUTS.split(left)[-1]
    if right[:1] in _STOPS:
        right = ""
    elif statement.quantity.kind in (Kind.MONEY, Kind.MEASURE) and statement.followed:
        # Its noun is a unit, so that what follows a comma is the next figure's.
        right = right.partition(",")[0]
    elif statement.followed:
        last = [match.start() for match in _CUTS.finditer(right)]
        right = right[: last[-1]] if last else right
    return left, right


def surroundings(
    page: Page,
    statements: Sequence[Statement],
    number: int,
    links: Mapping[int, Link],
    language: Language,
    words: StatementWords,
) -> Surroundings:
    """Return the words around a figure, without those that carry no meaning."""
    statement = statements[number]

    def kept(text: str) -> tuple[str, ...]:
        return _kept(canonical_words(text, language), words)

    paragraph = page.paragraph_at(statement.sentence.start)
    start = max(paragraph.start, statement.sentence.start - _TOPIC_REACH) if paragraph else statement.sentence.start
    kin: list[str] = []
    link, hops = links.get(number), 0
    while link is not None and hops < _MOST_HOPS:
        kin.append(near_text(statements[link.parent]))
        link, hops = links.get(link.parent), hops + 1
    few = len(statement.right.split()) <= _SHARED_AT_MOST
    if statement.followed and few and number + 1 < len(statements) and statement.right.endswith(_SHARED):
        # "9/22 bộ và 63/63 tỉnh kết nối với …": what is said of the second is said of both.
        kin.append(near_text(statements[number + 1]))
    before = page.text[start : statement.sentence.start]
    spoken_of = (page.text[statement.sentence.start : statement.sentence.end], before, clean_title(page))
    return Surroundings(
        near=kept(near_text(statement)),
        noun=kept("" if statement.right[:1] in _STOPS else statement.right)[:_UNIT_REACH],
        kin=kept(" ".join(kin)),
        sentence=kept(page.lower[statement.sentence.start : statement.sentence.end]),
        topic=kept(f"{clean_title(page).lower()} {before.lower()}"),
        bodies=next((found for text in spoken_of if (found := _bodies(text, words))), frozenset()),
    )


def _bodies(text: str, words: StatementWords) -> frozenset[str]:
    return frozenset(found.lower() for found in words.bodies.findall(text))


class _Scene(NamedTuple):
    """What all names are scored against: how near each feature stands, the nearest ones, their weight, their words."""

    shade: Mapping[str, float]
    near: frozenset[str]
    beside: float
    own: str


class Metrics:
    """The metrics of a registry, ready to be matched with figures.

    A change is matched by all of its name, or with ``changes_by_what_moved`` by what moved alone: a draft that is wrong
    there has one metric too few.
    """

    def __init__(
        self,
        metrics: Mapping[str, Metric],
        names: Mapping[str, Iterable[tuple[str, ...]]],
        language: Language,
        words: StatementWords,
        *,
        changes_by_what_moved: bool = False,
    ) -> None:
        self._metrics = metrics
        self._language = language
        # As the words around a figure are written here.
        dull = words.reporting | words.stop_words | words.prose_stops
        self._dull = {part for word in dull for part in canonical_words(word, language)}
        moved = _kept(canonical_words(words.growth_label, language), words) if changes_by_what_moved else ()
        self._names = {name: _kept_names(metric, names, moved, words) for name, metric in metrics.items()}
        units = {name: _kept(canonical_words(metric.unit, language), words) for name, metric in metrics.items()}
        self._bare = {
            name: units[name] for name, each in self._names.items() if each and set(units[name]).issuperset(each[0])
        }
        self._bodies = {
            name: frozenset().union(*(_bodies(each, words) for each in (metric.label, *metric.aliases)))
            for name, metric in metrics.items()
        }
        # "67% of adults use them" says what "share of adults who use them" names.
        part_of = _kept(canonical_words(words.part_of, language), words)
        self._shared_out = {
            name: name[len(part_of) :]
            for each in self._names.values()
            for name in each
            if name[: len(part_of)] == part_of and len(name) >= len(part_of) + _NOUN
        }
        # Of the few units that many metrics share.
        self._words_of_units: dict[str, tuple[str, ...]] = {}
        self._units: dict[str, int] = {}
        for metric in metrics.values():
            for first in canonical_words(metric.unit, language)[:1]:
                self._units[first] = self._units.get(first, 0) + 1
        counts: dict[str, int] = {}
        for each in self._names.values():
            for feature in {feature for name in each for feature in _features(name)}:
                counts[feature] = counts.get(feature, 0) + 1
        self._weights = {feature: math.log(1 + len(metrics) / count) for feature, count in counts.items()}
        self._unknown = math.log(1 + len(metrics))
        # Each name once and for all: its features with their weights in order, and what these add up to.
        self._weighed: dict[tuple[str, ...], tuple[tuple[tuple[str, float], ...], float]] = {}
        for name in {name for each in self._names.values() for name in each}.union(self._shared_out.values()):
            weighed = tuple((feature, self._weights[feature]) for feature in sorted(_features(name)))
            self._weighed[name] = (weighed, sum(weight for _, weight in weighed))
        self._by_feature: dict[str, list[str]] = {}
        if len(metrics) > _SMALL:
            common = len(metrics) // _COMMON
            for metric_id, each in self._names.items():
                for feature in {feature for name in each for feature in _features(name)}:
                    if counts[feature] <= common:
                        self._by_feature.setdefault(feature, []).append(metric_id)

    def matches(self, statement: Statement, around: Surroundings, publisher: tuple[str, ...] = ()) -> list[Match]:
        """Return the metrics that a figure can be of, best first."""
        found: list[Match] = []
        shades = (
            (_features(around.near), 1.0),
            (_features(around.kin), _KIN),
            (_features(around.sentence), _SENTENCE),
            (_features((*around.topic, *publisher)), _TOPIC),
        )
        own = (*around.kin, *around.near)
        shade = {feature: worth for words, worth in reversed(shades) for feature in words}
        near = shades[0][0] | shades[1][0]
        beside = sum(self._weights.get(feature, self._unknown / 2) for feature in sorted(near))
        scene = _Scene(shade, near, beside, " ".join(own))
        for metric in self._candidates(shades[0][0] | shades[1][0] | shades[2][0]):
            if not self.fits(metric, statement) or not self._names[metric.id]:
                continue
            names = [self._behind(name, statement, around) for name in self._names[metric.id]]
            label, *others = [self._score(name, scene) for name in names]
            score = label + _QUOTED * max(0.0, *(other - label for other in others)) if others else label
            score += self._unit_bonus(metric, around, statement)
            if statement.level and any(statement.level in values for _, values in metric.breakdown):
                score += _LEVELLED
            if around.bodies and self._bodies[metric.id] and around.bodies.isdisjoint(self._bodies[metric.id]):
                score -= _OTHER_BODY
            here, there = _levels(own), _levels(self._names[metric.id][0])
            if here and there and here != there:
                score -= _OTHER_LEVEL
            found.append(Match(metric.id, score))
        return sorted(found, key=lambda match: (-match.score, match.metric))

    def says_less(self, metric: str, around: Surroundings) -> bool:
        """Whether a metric is named by its unit alone, and a figure has other words beside it, and another noun."""
        unit = self._bare.get(metric)
        if unit is None or around.noun[:1] == unit[:1]:
            return False
        # "Overnight stays rose to 8.93 million".
        return any(word not in unit and word not in self._dull and not word.isdigit() for word in around.near)

    def _candidates(self, features: frozenset[str]) -> Iterable[Metric]:
        """Return the metrics worth scoring: all of a small registry, of a large one those that share a telling word."""
        if len(self._metrics) <= _SMALL:
            return self._metrics.values()
        names = {name for feature in features for name in self._by_feature.get(feature, ())}
        return [self._metrics[name] for name in sorted(names)]

    def _behind(self, name: tuple[str, ...], statement: Statement, around: Surroundings) -> tuple[str, ...]:
        """Return the name of a share without the word for it where a percentage stands before what it is of."""
        bare = self._shared_out.get(name)
        if bare is None or statement.quantity.kind not in PERCENTAGES or around.noun[:_NOUN] != bare[:_NOUN]:
            return name
        right = statement.right.lstrip()
        return bare if any(right.startswith(f"{link} ") for link in self._language.of) else name

    def _score(self, name: tuple[str, ...], scene: _Scene) -> float:
        weighed, total = self._weighed[name]
        if not total:
            return 0
        covered = found = shared = 0.0
        for feature, weight in weighed:
            shade = scene.shade.get(feature, 0.0)
            covered += weight * shade
            found += weight if shade else 0.0
            shared += weight if feature in scene.near else 0.0
        focus = shared / scene.beside if scene.beside else 0.0
        whole = fuzz.token_set_ratio(" ".join(name), scene.own) / 100
        # Words of the name that stand nowhere near say that something else of its kind is meant.
        absent = _ABSENT * max(0.0, _PRESENT - found / total)
        # Where the words right beside a figure are others, those of the sentence count for less.
        apart = _APART * max(0.0, _SHARED_AT_LEAST - focus) if len(scene.near) > _FEW else 0.0
        return _COVER * covered / total + _FOCUS * focus + _WHOLE * whole - absent - apart

    def _unit_bonus(self, metric: Metric, around: Surroundings, statement: Statement) -> float:
        """Favour a metric whose unit is the noun behind the figure, and disfavour one whose unit is not near."""
        if statement.quantity.kind not in (Kind.COUNT, Kind.RATIO) or not metric.unit:
            return 0
        unit = self._unit_words(metric.unit)
        if not unit:
            return 0
        if around.noun[: len(unit)] == unit[:_UNIT_REACH] or around.noun[:1] == unit[:1]:
            return _UNIT if self._units.get(unit[0], 0) > 1 else _ONLY_UNIT
        # "20/20 xã có tổ công nghệ số" counts communes, of which other metrics are.
        of_others = around.noun[:1] and self._units.get(around.noun[0])
        return 0 if unit[0] in around.near and not of_others else _NO_UNIT

    def _unit_words(self, unit: str) -> tuple[str, ...]:
        """Return the words of a unit; none of one in another language, which tells nothing of the words here."""
        if unit not in self._words_of_units:
            other = detect(unit) == "vi" != self._language.code
            self._words_of_units[unit] = () if other else canonical_words(unit, self._language)
        return self._words_of_units[unit]

    def fits(self, metric: Metric, statement: Statement) -> bool:
        """Whether a figure of this kind and unit can be one of the metric's."""
        quantity = statement.quantity
        code = unit_code(metric.unit, self._language)
        percent = code in ("%", "‰", "bp")
        grows = metric.behaviour is Behaviour.GROWTH
        if statement.is_difference:
            return metric.behaviour is None and not percent and bool(metric.unit)
        if quantity.kind in PERCENTAGES:
            return (percent or metric.behaviour in _PARTS or grows) and grows is statement.is_change
        if quantity.kind is Kind.MULTIPLE:
            return metric.behaviour is Behaviour.MULTIPLE
        if quantity.kind is Kind.RANK:
            return metric.behaviour is Behaviour.RANK
        if percent or grows or metric.behaviour in (Behaviour.SHARE, Behaviour.MULTIPLE, Behaviour.RANK):
            return False
        if quantity.kind in (Kind.MONEY, Kind.MEASURE):
            return bool(code) and code == quantity.unit
        return not code


def _kept(name: tuple[str, ...], words: StatementWords) -> tuple[str, ...]:
    """Return the words that carry meaning; of numbers only single digits, which are levels."""
    return tuple(word for word in name if word not in words.stop_words and not (word.isdigit() and len(word) > 1))


def _kept_names(
    metric: Metric, names: Mapping[str, Iterable[tuple[str, ...]]], moved: tuple[str, ...], words: StatementWords
) -> list[tuple[str, ...]]:
    """Return the words of a metric's names that carry meaning; of a change without those for a change, ``moved``.

    "Burglaries fell by 4.2%" says what "change in burglaries" names.
    """
    kept = [_kept(each, words) for each in dict.fromkeys(names.get(metric.id, ()))]
    if moved and metric.behaviour is Behaviour.GROWTH:
        kept = [each[len(moved) :] if each[: len(moved)] == moved and len(each) > len(moved) else each for each in kept]
    return [each for each in kept if each]


def _features(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words and the pairs of neighbours: in Vietnamese a word is mostly a pair."""
    return frozenset(words) | frozenset(f"{one} {other}" for one, other in pairwise(words))


def _levels(words: tuple[str, ...]) -> frozenset[str]:
    """Return the levels that words name: the single digits among them."""
    return frozenset(word for word in words if word.isdigit())
