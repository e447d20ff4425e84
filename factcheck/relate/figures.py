"""Claims to figures: one value and two intervals each, cut to what the metric allows."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.commitment import Commitment, commit
from factcheck.model.interval import NOT_NEGATIVE, SHARE, Interval
from factcheck.model.quantity import Quantity, is_rate_base
from factcheck.model.record import NamedTuple, replace
from factcheck.model.registry import Behaviour, Claim, Metric, Registry
from factcheck.model.unchecked import Unchecked, Why
from factcheck.model.view import Figure, Mismatch, QuoteReading, Readings
from factcheck.model.written import Written
from factcheck.relate.agreement import agree, agree_besides, claim_of, has_no_unit, typed_readings
from factcheck.relate.style import style_of

_COUNTED = frozenset({Behaviour.STOCK, Behaviour.FLOW, Behaviour.CUMULATIVE})


class Figures(NamedTuple):
    """The figures, the agreeing quantity of each quote, and the claims that have no figure."""

    figures: Mapping[str, Figure]
    agreeing: Mapping[str, Quantity]
    mismatches: Mapping[str, Mismatch]
    unchecked: tuple[Unchecked, ...]


def make_figures(registry: Registry, readings: Readings) -> Figures:
    """Make the figure of every claim that has one."""
    figures: dict[str, Figure] = {}
    agreeing: dict[str, Quantity] = {}
    mismatches: dict[str, Mismatch] = {}
    unchecked: list[Unchecked] = []
    for claim in registry.claims.values():
        metric = registry.metric_of(claim)
        unit = readings.units.get(claim.id, "")
        reading = readings.quotes.get(claim.id)
        scale, bare = readings.scaled.get(claim.id, (1, ""))
        typed = typed_readings(claim, unit, scale)
        found = None
        if reading:
            outcome = _borne_out(claim, metric, unit, reading, typed, readings, scale)
            if isinstance(outcome, Mismatch):
                if reading.quantities:
                    mismatches[claim.id] = outcome
            else:
                found = outcome if scale == 1 else _in_unit(*outcome, claim, scale)
                agreeing[claim.id] = found[0]
        if metric is None:
            continue
        if claim.of is not None and registry.is_counted_share(claim):
            why = Why("it counts x of N, and its metric is a percentage", "ghi x trên N, còn metric là tỷ lệ phần trăm")
            unchecked.append(Unchecked(claim.id, why, claim.place_of("value")))
            continue
        if not found and len(claim.value.readings) > 1:
            unchecked.append(
                Unchecked(
                    claim.id,
                    Why("its value can be read two ways", "giá trị có thể đọc hai cách"),
                    claim.place_of("value"),
                )
            )
            continue
        one_way = claim.id in readings.one_way
        figure = _figure(claim, metric, registry, found, typed[0][0], unit, one_way=one_way)
        if scale != 1:
            is_plain = found is not None and found[1] in claim.value.readings
            figure = replace(figure, unit=bare, scale=1 if is_plain else scale)
        figures[claim.id] = figure
    return Figures(figures, agreeing, mismatches, tuple(unchecked))


def _in_unit(quantity: Quantity, written: Written, claim: Claim, scale: int) -> tuple[Quantity, Written]:
    """Return the bare number of a quote, the cell of a table for instance, in the claim's unit of so many."""
    if written not in claim.value.readings or not has_no_unit(quantity, claim):
        return quantity, written
    written = written.times(scale)
    hard, soft = commit(written, quantity.comparator)
    return replace(quantity, value=written.value, hard=hard, soft=soft), written


def _borne_out(
    claim: Claim,
    metric: Metric | None,
    unit: str,
    reading: QuoteReading,
    typed: tuple[tuple[Written, ...], ...],
    readings: Readings,
    scale: int,
) -> tuple[Quantity, Written] | Mismatch:
    """Return which quantity of its quote bears a claim out, or how the closest one differs."""
    mismatch: Mismatch | None = None
    for meant in typed:
        outcome = agree(claim, metric, unit, reading, meant, scale)
        if not isinstance(outcome, Mismatch):
            return outcome
        if found := agree_besides(claim, metric, unit, readings.besides(claim.id), meant, scale):
            return found
        # Typed in full, the number is of a plain unit.
        scale = 1
        mismatch = mismatch or outcome
    return mismatch or Mismatch("value")


def _figure(
    claim: Claim,
    metric: Metric,
    registry: Registry,
    found: tuple[Quantity, Written] | None,
    typed: Written,
    unit: str,
    *,
    one_way: bool,
) -> Figure:
    written = found[1] if found else typed
    is_rate = found is not None and found[0].rate
    in_doubt = found is not None and found[0].doubtful and found[0].comparator is not claim.comparator
    if found and claim.decimals is None and not in_doubt:
        commitment = Commitment(found[0].hard, found[0].soft)
    else:
        commitment = commit(
            written,
            claim.comparator,
            decimals=claim.decimals,
            exact=claim.of is not None and not written.percent,
        )
    whole_number = (
        (metric.behaviour in _COUNTED or claim.of is not None)
        and not is_rate
        and not unit
        and not written.percent
        and written.value.denominator == 1
    )
    hard = _allowed(commitment.hard, metric, whole_number=whole_number)
    is_one = commitment.soft is commitment.hard
    source = registry.source_of(claim)
    period = claim.period
    if period and source and not claim.status.lies_ahead:
        period = period.to_date(source.published)
    return Figure(
        claim=claim,
        metric=metric,
        source=source,
        value=written.value,
        written=written,
        hard=hard,
        soft=hard if is_one else _allowed(commitment.soft, metric, whole_number=whole_number),
        unit="%" if written.percent else registry.unit_of(claim),
        period=period,
        whole_number=whole_number,
        may_be_negative=written.value < 0 or (_is_currency(unit) and not one_way),
        code="%" if written.percent else unit,
        style=style_of(found[0] if found else None, source.language if source else ""),
        is_part=not written.percent and _is_part(claim, metric, found and found[0]),
    )


def _is_part(claim: Claim, metric: Metric, quantity: Quantity | None) -> bool:
    """Whether x of N cannot be more than N.

    An achievement of a plan can, and so can a rate; of 100 or 1 000, only a quote can say that something is a part.
    """
    whole = claim_of(claim)
    if whole is None or metric.behaviour is Behaviour.RATIO:
        return False
    if not is_rate_base(whole):
        return True
    return quantity is not None and quantity.of is not None and not quantity.rate


def _is_currency(code: str) -> bool:
    """Whether a unit's code is one of ISO 4217: three capitals."""
    return len(code) == 3 and code.isascii() and code.isupper()  # noqa: PLR2004


def _allowed(interval: Interval, metric: Metric, *, whole_number: bool) -> Interval:
    """Cut an interval to the values that the metric can have, unless none would be left."""
    if metric.behaviour is Behaviour.SHARE:
        return interval.intersect(SHARE) or interval
    if whole_number:
        if interval.is_point and isinstance(interval.low, int) and interval.low >= 0:
            return interval
        if interval.high is not None and interval.high < 0:
            return interval.integers() or interval
        return (interval.intersect(NOT_NEGATIVE) or interval).integers() or interval
    return interval
