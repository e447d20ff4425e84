"""Raw records to records: every field parsed once, each fault at the field's own place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from factcheck.load.documents import leads_out
from factcheck.load.expression import ExpressionFault, parse_relation
from factcheck.load.keys import BY_NAME, RECORDS, Shape
from factcheck.load.number import parse_number
from factcheck.load.raw import RawRecord
from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact, divide
from factcheck.model.finding import Fact, Fault
from factcheck.model.ident import slug
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.period import BackwardsError, latest_day, parse_date, parse_duration, parse_period
from factcheck.model.place import Place, Scalar
from factcheck.model.registry import (
    Allow,
    Behaviour,
    Change,
    ChangeKind,
    Claim,
    Dimensions,
    Ignore,
    Metric,
    Quote,
    Relation,
    Source,
    Status,
    TypedNumber,
    place_in,
)

_ID = lazy_pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z", re.ASCII)
_INTEGER = lazy_pattern(r"-?\d{1,2}\Z", re.ASCII)
_SHA256 = lazy_pattern(r"[0-9a-fA-F]{64}\Z")
_NO_DIMENSIONS: Dimensions = frozenset()
_IDS = {kind: tuple(key.name for key in keys if key.shape is Shape.ID) for kind, keys in RECORDS.items()}

T = TypeVar("T")


class Builder:
    """Builds the records of one file; a record with a fault in it is left out and its id remembered."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._sound = True
        self.unread: set[str] = set()

    def metric(self, raw: RawRecord) -> Metric | None:
        """Build a metric; its id is the key it stands under."""
        self._sound = raw.sound
        name = self._id(raw.name) if raw.name else ""
        behaviour = self._choice(raw, "behaviour", Behaviour)
        max_change = self._parsed(raw, "max_change", "bad-number", _single_number)
        metric = Metric(
            id=name,
            place=raw.place,
            fields=raw.scalars,
            allows=self.allows(raw),
            label=_text(raw, "label"),
            label_en=_text(raw, "label_en"),
            aliases=tuple(_nfc(alias.text) for alias in raw.texts.get("aliases", ())),
            unit=_text(raw, "unit"),
            behaviour=behaviour,
            since=self._parsed(raw, "since", "bad-date", parse_date),
            whole=self._id(raw.scalars.get("whole")),
            breakdown=tuple(
                (dimension.text, tuple(value.text for value in values))
                for dimension, values in raw.mappings.get("breakdown", ())
            ),
            max_change=_largest_change(max_change, behaviour),
            valid_for=self._parsed(raw, "valid_for", "bad-duration", parse_duration),
        )
        return self._finish(metric, name)

    def source(self, raw: RawRecord) -> Source | None:
        """Build a source."""
        self._sound = raw.sound
        name = self._id(raw.scalars.get("id"))
        source = Source(
            id=name,
            place=raw.place,
            fields=raw.scalars,
            allows=self.allows(raw),
            title=_text(raw, "title"),
            publisher=_text(raw, "publisher"),
            published=self._parsed(raw, "published", "bad-date", latest_day),
            language=_text(raw, "language"),
            document=self._document(raw),
            sha256=self._parsed(raw, "sha256", "bad-sha256", _digest) or "",
            ignores=self._ignores(raw),
        )
        return self._finish(source, name)

    def _document(self, raw: RawRecord) -> str:
        scalar = raw.scalars.get("document")
        if scalar is None:
            return ""
        if leads_out(scalar.text):
            self._fault("document-outside", raw.place.path, scalar, got=scalar.text)
            self._sound = False
        return scalar.text

    def _ignores(self, raw: RawRecord) -> tuple[Ignore, ...]:
        ignores: list[Ignore] = []
        for child in raw.records.get("ignore", ()):
            if not child.sound:
                continue
            quote = self._quote(child, {})
            begin, end = _raw_text(child, "from"), _raw_text(child, "to")
            if bool(quote) == bool(begin or end):
                self._faults.append(Fault("ignores-nothing", child.place, facts={}))
                continue
            ignores.append(Ignore(_text(child, "because"), child.place, quote, begin, end))
        return tuple(ignores)

    def claim(self, raw: RawRecord, file_source: str) -> Claim | None:
        """Build a claim; ``file_source`` is the source that it has unless it names another."""
        self._sound = raw.sound
        name = self._id(raw.scalars.get("id"))
        fields = raw.scalars
        decimals = self._parsed(raw, "decimals", "bad-integer", _integer) if "decimals" in fields else None
        number = partial(parse_number, decimals=decimals) if decimals is not None else parse_number
        value = self._parsed(raw, "value", "bad-number", number)
        quote = self._quote(raw, fields)
        metric = self._id(raw.scalars.get("metric"))
        if value is None:
            self._sound = False
        claim = Claim(
            id=name,
            place=raw.place,
            fields=fields,
            allows=self.allows(raw) if raw.records else (),
            metric=metric,
            source=self._id(raw.scalars.get("source")) or file_source,
            value=value or TypedNumber("", ()),
            quote=quote,
            of=self._parsed(raw, "of", "bad-number", number) if "of" in fields else None,
            comparator=self._choice(raw, "comparator", Comparator) if "comparator" in fields else None,
            decimals=decimals,
            unit=_text(raw, "unit") if "unit" in fields else "",
            period=self._parsed(raw, "period", "bad-period", parse_period),
            dimensions=_dimensions(raw) if raw.mappings else _NO_DIMENSIONS,
            status=(self._choice(raw, "status", Status) if "status" in fields else None) or Status.ACTUAL,
            change=self._change(raw) if raw.records else None,
        )
        return self._finish(claim, name)

    def relation(self, raw: RawRecord) -> Relation | None:
        """Build a relation; without an id it is called by the place where it stands."""
        self._sound = raw.sound
        scalar = raw.scalars.get("holds")
        name = self._id(raw.scalars.get("id"))
        allows = self.allows(raw)
        if not self._sound or scalar is None:
            return None
        on_one_line = " ".join(scalar.text.split())
        try:
            holds = parse_relation(scalar.text)
        except ExpressionFault as fault:
            at = Place(raw.place.path, scalar.line, scalar.column)
            place = place_in(raw.runs, fault.column, at)
            column = len(" ".join(f"{scalar.text[: fault.column - 1]}.".split()))
            facts: dict[str, Fact] = {"text": on_one_line, "column": str(column), "got": fault.detail}
            self._faults.append(Fault(fault.wording, place, facts=facts))
            self._remember(name)
            return None
        return Relation(
            id=name,
            place=raw.place,
            fields=raw.scalars,
            allows=allows,
            holds=holds,
            text=on_one_line,
            runs=raw.runs,
        )

    def _finish(self, record: T, name: str) -> T | None:
        if self._sound:
            return record
        self._remember(name)
        return None

    def _remember(self, name: str) -> None:
        if name:
            self.unread.add(name)

    def _fault(self, wording: str, path: str, scalar: Scalar, **facts: Fact) -> None:
        self._faults.append(Fault(wording, Place(path, scalar.line, scalar.column), facts=facts))

    def _id(self, scalar: Scalar | None) -> str:
        if scalar is None:
            return ""
        return scalar.text

    def check_ids(self, raw: RawRecord) -> None:
        """Refuse ids that are not written as ids are, in a record and in those under it."""
        names = [raw.name] if raw.name else []
        names += [raw.scalars[key] for key in _IDS[raw.kind] if key in raw.scalars]
        for scalar in names:
            if not _ID.match(scalar.text):
                self._fault("bad-id", raw.place.path, scalar, got=scalar.text, suggestion=slug(scalar.text))
                raw.sound = False
        for children in raw.records.values():
            for child in children:
                self.check_ids(child)

    def _parsed(self, raw: RawRecord, key: str, wording: str, parse: Callable[[str], T]) -> T | None:
        scalar = raw.scalars.get(key)
        if scalar is None:
            return None
        try:
            return parse(scalar.text)
        except BackwardsError:
            self._fault("backwards-period", raw.place.path, scalar, key=key, got=scalar.text)
        except ValueError:
            facts: dict[str, Fact] = {"key": key, "got": scalar.text}
            if suggestion := _suggestion(wording, scalar.text, parse):
                facts["suggestion"] = suggestion
                wording = f"{wording}-suggestion"
            self._fault(wording, raw.place.path, scalar, **facts)
        self._sound = False
        return None

    def _choice(self, raw: RawRecord, key: str, choices: Callable[[str], T]) -> T | None:
        scalar = raw.scalars.get(key)
        if scalar is None:
            return None
        try:
            return choices(scalar.text)
        except ValueError:
            pass
        from factcheck.load.choice_hint import meant  # noqa: PLC0415 - only a mistyped value needs it

        known = BY_NAME[raw.kind][key].choices
        facts: dict[str, Fact] = {"key": key, "got": scalar.text, "known": tuple(known)}
        suggestion = meant(scalar.text, known)
        if suggestion:
            facts["suggestion"] = suggestion
        wording = "bad-choice-suggestion" if suggestion else "bad-choice"
        self._fault(wording, raw.place.path, scalar, **facts)
        self._sound = False
        return None

    def _quote(self, raw: RawRecord, fields: dict[str, Scalar]) -> Quote | None:
        if scalar := raw.scalars.get("quote"):
            return Quote(scalar.text)
        for child in raw.records.get("quote", ()):
            exact = child.scalars.get("exact")
            if exact is None:
                return None
            fields["quote"] = exact
            prefix, suffix = _raw_text(child, "prefix"), _raw_text(child, "suffix")
            return Quote(exact.text, prefix, suffix)
        return None

    def _change(self, raw: RawRecord) -> Change | None:
        for child in raw.records.get("change", ()):
            scalar = child.scalars.get("of")
            of = self._id(scalar)
            if scalar and raw.scalars.get("id") and of == raw.scalars["id"].text:
                self._fault("change-of-itself", raw.place.path, scalar, id=of)
                self._sound = False
            since = self._parsed(child, "since", "bad-period", parse_period)
            kind = self._choice(child, "kind", ChangeKind) or ChangeKind.EITHER
            typed = child.scalars.get("since")
            return Change(of, since, kind, typed.text if typed else "") if of else None
        return None

    def allows(self, raw: RawRecord) -> tuple[Allow, ...]:
        """Build the exceptions under a record, or of a file."""
        allows: list[Allow] = []
        for child in raw.records.get("allow", ()):
            if not child.sound:
                continue
            sound = self._sound
            until = self._parsed(child, "until", "bad-date", parse_date)
            if "until" in child.scalars and until is None:
                # An exception with a broken end date covers nothing; its record stands.
                self._sound = sound
                continue
            values = self._allowed_values(child)
            if values is None:
                continue
            allows.append(
                Allow(
                    rule=_text(child, "rule"),
                    because=_text(child, "because"),
                    place=child.place,
                    others=tuple(text.text for text in child.texts.get("with", ())),
                    values=values,
                    by=_text(child, "by"),
                    until=until,
                )
            )
        return tuple(allows)

    def _allowed_values(self, raw: RawRecord) -> tuple[tuple[str, TypedNumber, TypedNumber | None], ...] | None:
        """Read ``values: {claim: 65/63}``; None, with a fault, where one is no number."""
        values: list[tuple[str, TypedNumber, TypedNumber | None]] = []
        for name, texts in raw.mappings.get("values", ()):
            for scalar in texts[:1]:
                value, slash, of = scalar.text.partition("/")
                try:
                    values.append((name.text, parse_number(value), parse_number(of) if slash else None))
                except ValueError:
                    self._fault("bad-number", raw.place.path, scalar, key=name.text, got=scalar.text)
                    return None
        return tuple(values)


def _suggestion(wording: str, text: str, parse: Callable[[str], object]) -> str:
    if wording not in ("bad-period", "bad-date"):
        return ""
    from factcheck.load.period_hint import suggest  # noqa: PLC0415 - only a mistyped date needs it

    return suggest(text, parse)


def _largest_change(number: TypedNumber | None, behaviour: Behaviour | None) -> Exact | None:
    """Return a factor as it is, and points as a fraction: 5 and 5% both mean five points."""
    if number is None:
        return None
    written = number.readings[0]
    if behaviour in (Behaviour.SHARE, Behaviour.RATIO) and not written.percent:
        return divide(written.value, 100)
    return written.value


def _dimensions(raw: RawRecord) -> Dimensions:
    return frozenset(
        [(dimension.text, values[0].text) for dimension, values in raw.mappings.get("dimensions", ()) if values]
    )


def _text(raw: RawRecord, key: str) -> str:
    return _nfc(_raw_text(raw, key))


def _raw_text(raw: RawRecord, key: str) -> str:
    scalar = raw.scalars.get(key)
    return scalar.text if scalar else ""


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _digest(text: str) -> str:
    if not _SHA256.match(text):
        raise ValueError(f"{text} is no SHA-256")
    return text.lower()


def _integer(text: str) -> int:
    if not _INTEGER.match(text):
        raise ValueError(f"{text} is not a whole number")
    return int(text)


def _single_number(text: str) -> TypedNumber:
    number = parse_number(text)
    if len(number.readings) != 1:
        raise ValueError(f"{text} can be read two ways")
    return number
