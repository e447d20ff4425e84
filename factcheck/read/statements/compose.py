"""Statements to a draft of a claim file."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model.draft import Draft, DraftClaim
from factcheck.model.ident import fresh, slug
from factcheck.model.period import parse_period
from factcheck.model.quantity import Kind
from factcheck.read.language import Language
from factcheck.read.statements.arithmetic import Stated, Term
from factcheck.read.statements.choose import Choice, Chooser, Known, Taken
from factcheck.read.statements.link import Link, LinkKind
from factcheck.read.statements.meant import less_behind
from factcheck.read.statements.nouns import same_noun
from factcheck.read.statements.page import clean_title, publisher_of, read_page
from factcheck.read.statements.published import Publication, publication
from factcheck.read.statements.reading import read_statements
from factcheck.read.statements.scope import Scope, lead_of
from factcheck.read.statements.words import StatementWords

_ID_WORDS = 6


def compose(text: str, document: str, language: Language, words: StatementWords, known: Known) -> Draft:
    """Draft a claim file from the text of a document."""
    page = read_page(text)
    bears = publication(page, words)
    published = bears.day if bears else None
    publisher = publisher_of(page, words)
    reading = read_statements(page, language, words, published, known.units(language))
    chooser = Chooser(reading, language, words, known, published, publisher)
    chooser.run()
    return _Composer(chooser, document, bears).draft()


class _Composer:
    def __init__(self, chooser: Chooser, document: str, bears: Publication | None) -> None:
        self.chosen = chooser
        self.choices = chooser.choices
        self.document = document
        self.published = bears.iso if bears else ""
        self.ids: dict[int, str] = {}
        self.names: set[str] = set()

    def draft(self) -> Draft:
        chosen = self.chosen
        for number in sorted(self.choices):
            self.ids[number] = self._claim_id(self.choices[number])
        relations = {
            self._relation(each): each.meant
            for each in chosen.stated
            if all(term.statement in self.choices for term in each.terms)
        }
        used = dict.fromkeys(self.choices[number].metric for number in sorted(self.choices))
        return Draft(
            id=self._source_id(),
            title=clean_title(chosen.page),
            publisher=chosen.publisher,
            published=self.published,
            language=chosen.language.code,
            document=self.document,
            metrics=tuple(chosen.drafted[name] for name in used if name in chosen.drafted),
            claims=tuple(self._claim(number) for number in sorted(self.choices)),
            relations=tuple(relations),
            meant=frozenset(relation for relation, meant in relations.items() if meant),
            left_out=tuple(sorted(chosen.left_out, key=lambda left: left.start)),
        )

    def _claim_id(self, choice: Choice) -> str:
        when = slug("t " + choice.period.rpartition("/")[2])[2:]
        parts = [choice.metric, *(slug(value) or value for _, value in sorted(choice.dimensions.items())), when]
        name = "-".join(part for part in parts if part)
        if name == choice.metric:
            name += "-figure"
        name = fresh(name, Taken(self.chosen.known.taken, self.names, self.chosen.drafted))
        self.names.add(name)
        return name

    def _source_id(self) -> str:
        host = slug(self.chosen.publisher.partition(".")[0]) if "." in self.chosen.publisher else ""
        stem = host or "-".join(slug(clean_title(self.chosen.page)).split("-")[:_ID_WORDS])
        stem = stem or slug(self.document.rpartition("/")[2].partition(".")[0]) or "document"
        return f"{stem}-{self.published}".strip("-")

    def _claim(self, number: int) -> DraftClaim:
        choice, statement = self.choices[number], self.chosen.statements[number]
        quantity = statement.quantity
        change = None
        level = self._level(number)
        if level in self.choices and (quantity.kind in (Kind.PERCENT, Kind.POINTS) or self._differs(number, level)):
            since = statement.base or self._since(number, level)
            change = (self.ids[level], self._on_its_day(since, self.choices[level]))
        return DraftClaim(
            id=self.ids[number],
            metric=choice.metric,
            exact=choice.phrase.exact,
            prefix=choice.phrase.prefix,
            suffix=choice.phrase.suffix,
            value=choice.typed.value,
            of=choice.typed.of,
            comparator=choice.typed.comparator,
            start=quantity.start,
            end=quantity.end,
            period=choice.period,
            dimensions=tuple(sorted(choice.dimensions.items())),
            status=statement.status,
            change=change,
            score=choice.score,
            rivals=(*choice.rivals, *choice.doubtful),
            apart=self._apart(choice, number),
        )

    def _differs(self, number: int, level: int) -> bool:
        """Whether a figure says by how many of its own kind another one moved: "up 25 on the year before"."""
        statement, moved = self.chosen.statements[number], self.chosen.statements[level]
        counts = moved.quantity.kind is not Kind.COUNT or same_noun(statement, moved, self.chosen.words)
        if not statement.is_difference or moved.is_difference or not moved.is_like(statement) or not counts:
            return False
        # "£120 lower than", with no word for less in its quote, reads as a rise.
        fell = self.choices[number].typed.value.startswith("-")
        unsigned = not statement.quantity.direction and less_behind(statement.right, self.chosen.language)
        return fell or not unsigned

    def _level(self, number: int) -> int:
        """Return the figure that one says the change of, before or behind it; -1 where it is no change, or of none.

        "Revenue rose 6.2% to £412.6m".
        """
        statements, words = self.chosen.statements, self.chosen.words
        link = self.chosen.links.get(number)
        if link is not None:
            return link.parent if link.kind is LinkKind.CHANGE else -1
        behind = self.chosen.links.get(number + 1)
        moved = statements[number].is_change and not words.aspect.match(statements[number].right)
        if behind is None or behind != Link(LinkKind.LIST, number) or not moved:
            return -1
        led = words.ends_with(words.ending, f"{statements[number + 1].left} ") is not None
        return number + 1 if led and not statements[number + 1].is_change else -1

    def _since(self, number: int, level: int) -> str:
        """Return when the figure was that a level is held against before its change, or behind both.

        "£412m, up from £315m in 2022, or 31%", "rose 6.2% to £412.6m (H1 2023: £388.5m)".
        """
        last = number if level < number else min(level + 2, len(self.chosen.statements))
        for other in range(level + 1, last):
            statement, link = self.chosen.statements[other], self.chosen.links.get(other)
            if other in self.choices and statement.against and link is not None and link.parent == level:
                return self.choices[other].period
        return ""

    def _on_its_day(self, since: str, level: Choice) -> str:
        """Return the day of the report on a month or year for the end of it, where this one is no such end either.

        "2.521 hộ nghèo (19/12), giảm 665 hộ so với cuối năm 2022" is measured from what was reported on 20/12/2022.
        """
        then, now = (parse_period(iso) if iso else None for iso in (since, level.period))
        if then is None or now is None or not (then.is_instant and now.is_instant):
            return since
        if not _is_end_of_month(then.end) or _is_end_of_month(now.end):
            return since
        moments = self.chosen.known.moments.get(level.metric, frozenset())
        same = sorted(day for day in moments if (day.year, day.month) == (then.end.year, then.end.month))
        return since if then.end in moments or not same else same[-1].isoformat()

    def _apart(self, choice: Choice, number: int) -> bool:
        """Whether the text beside a figure says more than the known metric that was chosen for it does."""
        chosen = self.chosen
        metric = chosen.known.metrics.get(choice.metric)
        if metric is None:
            return False
        lead = lead_of(chosen.page, chosen.statements, number)
        statement, times = chosen.statements[number], chosen.reading.times
        scope = Scope(chosen.page, statement, lead, chosen.language, chosen.words, chosen.known.names, times)
        besides = f"{metric.unit} {chosen.publisher} {chosen.known.sources.get(metric.id, '')}"
        return bool(scope.beyond(metric.id, besides))

    def _relation(self, stated: Stated) -> str:
        def name(term: Term) -> str:
            return self.ids[term.statement] + (".of" if term.of else "")

        first, *others = [name(term) for term in stated.terms]
        match stated.kind:
            case "sum":
                return f"{first} = {' + '.join(others)}"
            case "share":
                *wholes, share = others
                return f"{first} / {wholes[0] if len(wholes) == 1 else '(' + ' + '.join(wholes) + ')'} = {share}"
            case "part":
                return f"{first} <= {others[0]}"
            case "whole":
                return f"{' + '.join([first, *others])} = 100%"
            case _:
                return f"{first} = {others[0]}"


def _is_end_of_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
