"""Which of the quantities in a quote is the claim's figure."""

from __future__ import annotations

from factcheck.model.commitment import commit, commit_part
from factcheck.model.comparator import Comparator
from factcheck.model.exact import Exact, divide, round_half_up
from factcheck.model.quantity import Kind, Quantity
from factcheck.model.record import replace
from factcheck.model.registry import Behaviour, Claim, Metric
from factcheck.model.view import Mismatch, QuoteReading
from factcheck.model.written import Written

_SCALES = (10**3, 10**6, 10**9, 10**12)
# What a doubtful hedge may be taken for besides: "khoảng gần 3.000" is nearly, or about.
_NEARBY = {
    Comparator.NEARLY: (Comparator.ABOUT, Comparator.UNDER),
    Comparator.OVER: (Comparator.AT_LEAST,),
    Comparator.AT_LEAST: (Comparator.OVER,),
    Comparator.AT_MOST: (Comparator.ABOUT,),
}
_KINDS_OF_RANGES = {"": Kind.COUNT, "%": Kind.PERCENT, "pp": Kind.POINTS, "times": Kind.MULTIPLE}
_METRE = "m"
_PARTS_OF_ONE = {"%": 100, "‰": 10**3, "bp": 10**4}
_CURRENCY_OR_MEASURE = (Kind.MONEY, Kind.MEASURE)


def typed_readings(claim: Claim, unit: str, scale: int) -> tuple[tuple[Written, ...], ...]:
    """Return what the typed value can be; in a unit of per cent the sign may be left out, but not beside ``of``.

    In a unit of per mille or basis points it is so many of these, in one of millions so many millions; there, where
    its quote says that and not the other, the number itself.
    """
    if scale != 1:
        return tuple(written.times(scale) for written in claim.value.readings), claim.value.readings
    if claim.of is not None:
        return (claim.value.readings,)
    parts = _PARTS_OF_ONE.get(unit)
    if parts is None:
        return (claim.value.readings,)
    return (_as_parts(claim, parts),)


def _as_parts(claim: Claim, parts: int) -> tuple[Written, ...]:
    return tuple(
        written if written.percent else replace(written.as_part(parts), percent=True)
        for written in claim.value.readings
    )


def _as_stated(quantity: Quantity, written: Written, claim: Claim, metric: Metric | None, unit: str) -> Quantity | None:
    """Return the quantity as the claim states it, if it has the claim's value.

    A fall ("giảm 50%") may be stated as 50 % by a metric that counts falls, but never by one of growth.
    The denominator of a ratio may be stated for itself.
    """
    value = written.value
    if quantity.kind is Kind.RANGE:
        return _end_of_range(quantity, written, claim)
    if written.percent and quantity.value == value * 100 and has_no_unit(quantity, claim):
        # The cell of a table whose head has the sign; 0 is one like any other, and rounded.
        hard, soft = commit(written, quantity.comparator)
        return replace(quantity, kind=Kind.PERCENT, value=value, hard=hard, soft=soft)
    if quantity.value == value:
        return quantity
    grows = metric is not None and metric.behaviour is Behaviour.GROWTH
    if quantity.direction < 0 and quantity.value == -value and not grows:
        return replace(quantity, value=value, hard=-quantity.hard, soft=-quantity.soft)
    is_share = written.percent or written.value.denominator != 1
    if quantity.of and is_share and claim.of is None and _rounds_to(quantity, written):
        # "Gần 1/3 dân số" may be claimed as 33.3 %, and so may "a third".
        in_words = written.percent and not any(map(str.isdigit, quantity.text))
        hard, soft = commit_part(value, quantity.comparator) if in_words else commit(written, quantity.comparator)
        return replace(quantity, value=value, hard=hard, soft=soft, of=None)
    if quantity.kind is Kind.MONEY and unit == f"{quantity.unit}/100" and quantity.value * 100 == value:
        # "12p" in a unit of pence.
        hard, soft = commit(written, quantity.comparator)
        return replace(quantity, value=value, hard=hard, soft=soft, unit=unit)
    if quantity.also == value:
        hard, soft = commit(written, quantity.comparator, exact=quantity.of is not None)
        return replace(quantity, value=value, also=quantity.value, hard=hard, soft=soft)
    if quantity.of is not None and quantity.of == value and claim.of is None:
        hard, soft = commit(written, exact=True)
        return replace(quantity, value=value, hard=hard, soft=soft, of=None, comparator=None)
    return None


def has_no_unit(quantity: Quantity, claim: Claim) -> bool:
    """Whether only further cells follow a number in a quote, so that what it counts is left to the words around.

    "418" and "418 | 285", but not "418 nghìn" or "418%".
    """
    if quantity.kind is not Kind.COUNT or claim.quote is None or claim.of is not None:
        return False
    behind = " ".join(claim.quote.exact.split())[quantity.end :]
    if any(map(str.isalpha, behind)) or not any(map(str.isdigit, behind)):
        return not any(map(str.isalnum, behind))
    return behind[0] in " |" and "/" not in behind and behind.lstrip(" |")[0] != "%"


def _end_of_range(quantity: Quantity, written: Written, claim: Claim) -> Quantity | None:
    """Return "30-50%" as at least 30 % or at most 50 %, as the claim states it; never as 30 % alone."""
    stated = (claim.comparator, written.value)
    if stated not in ((Comparator.AT_LEAST, quantity.low), (Comparator.AT_MOST, quantity.high)):
        return None
    hard, soft = commit(written, claim.comparator)
    kind = _KINDS_OF_RANGES.get(quantity.unit, Kind.MEASURE)
    return replace(quantity, kind=kind, value=written.value, hard=hard, soft=soft, comparator=claim.comparator)


def _rounds_to(quantity: Quantity, written: Written) -> bool:
    """Whether a part in words or as a fraction is the typed percentage, to the digits typed."""
    if not quantity.of or written.last <= 0:
        return False
    share = divide(quantity.value, quantity.of)
    return round_half_up(divide(share, written.last), 0) * written.last == written.value


def same_of(claim: Claim, quantity: Quantity, reading: QuoteReading, scale: int = 1) -> bool:
    """Whether the quote bears out the claim's ``of``, so many of its unit, as far as it says anything of it."""
    stated = claim_of(claim)
    stated = stated if stated is None else stated * scale
    if quantity.of is not None or stated is None:
        # "140/90" has no part and whole, and what a rate is counted per may stand in its unit.
        is_part = quantity.of is not None and quantity.value <= quantity.of and not quantity.rate
        return quantity.of == stated or (stated is None and not is_part)
    denominators = {other.of for other in reading.quantities if other.of is not None}
    return not denominators or stated in denominators


def claim_of(claim: Claim) -> Exact | None:
    """Return the denominator that a claim states; of two readings the whole number."""
    if claim.of is None:
        return None
    return claim.of.readings[-1].value


def same_comparator(claim: Claim, quantity: Quantity) -> bool:
    """Whether quote and claim hedge alike; "đúng 100" may be claimed as a bare 100."""
    if claim.comparator is None and (quantity.comparator is Comparator.EXACTLY or quantity.doubtful):
        return True
    if quantity.doubtful and claim.comparator in _NEARBY.get(quantity.comparator or Comparator.EXACTLY, ()):
        return True
    return claim.comparator is quantity.comparator


def same_unit(quantity: Quantity, unit: str) -> bool:
    """Whether the quote's unit can be the claim's; unknown nouns are never held against each other."""
    if quantity.kind is Kind.PERCENT:
        return not unit or unit in _PARTS_OF_ONE
    if quantity.assumed_unit:
        return True
    return not (quantity.kind in _CURRENCY_OR_MEASURE and unit and quantity.unit and unit != quantity.unit)


def agree(
    claim: Claim, metric: Metric | None, unit: str, reading: QuoteReading, typed: tuple[Written, ...], scale: int = 1
) -> tuple[Quantity, Written] | Mismatch:
    """Return the quantity that agrees with the claim in all parts, or how the closest one differs.

    ``typed`` are the readings of the typed value, which is in so many of a unit (``scale``); with the quantity comes
    the one that it matches.
    """
    mismatch: Mismatch | None = None
    for written in typed:
        for each in reading.quantities:
            quantity = _as_stated(each, written, claim, metric, unit)
            if quantity is None:
                continue
            differs = _differing(claim, metric, quantity, unit, reading, scale)
            if not differs:
                return quantity, written
            mismatch = mismatch or Mismatch(differs, quantity)
    return mismatch or _no_value(claim, reading, typed)


def agree_besides(
    claim: Claim,
    metric: Metric | None,
    unit: str,
    besides: tuple[Quantity, ...],
    typed: tuple[Written, ...],
    scale: int = 1,
) -> tuple[Quantity, Written] | None:
    """Return which of the quantities that a quote may state ``besides`` agrees with the claim in all parts, if any."""
    possible = QuoteReading(tuple(each for each in besides if _is_possible(each, claim, metric, unit)))
    found = agree(claim, metric, unit, possible, typed, scale)
    return None if isinstance(found, Mismatch) else found


def _is_possible(quantity: Quantity, claim: Claim, metric: Metric | None, unit: str) -> bool:
    """Whether a claim may mean it: a place only where places are counted, metres and percentages where these are."""
    if quantity.kind is Kind.PERCENT:
        return unit in _PARTS_OF_ONE or any(written.percent for written in claim.value.readings)
    if quantity.kind is Kind.RANK:
        return metric is not None and metric.behaviour in (Behaviour.RANK, Behaviour.LEVEL)
    return (quantity.kind is Kind.MEASURE and quantity.unit == _METRE) == (unit == _METRE)


def _differing(
    claim: Claim, metric: Metric | None, quantity: Quantity, unit: str, reading: QuoteReading, scale: int
) -> str:
    """Return which part of a claim a quantity with its value does not bear out; empty where it bears out all."""
    if not same_unit(quantity, unit):
        return "unit"
    # "A score of 7.5 out of 10", "third of 32": what a score or a place is out of goes without saying.
    is_level = metric is not None and metric.behaviour in (Behaviour.LEVEL, Behaviour.RANK)
    is_score = claim.of is None and (is_level or any(written.last < 1 for written in claim.value.readings))
    if not is_score and not same_of(claim, quantity, reading, scale):
        return "of" if claim.of else "of-missing"
    return "" if same_comparator(claim, quantity) else _differing_comparator(claim, quantity)


def _differing_comparator(claim: Claim, quantity: Quantity) -> str:
    if claim.comparator is None:
        return "comparator-missing"
    return "comparator" if quantity.comparator else "comparator-extra"


def _no_value(claim: Claim, reading: QuoteReading, typed: tuple[Written, ...]) -> Mismatch:
    for quantity in reading.quantities:
        for written, meant in zip(claim.value.readings, typed, strict=True):
            is_percent = quantity.kind in (Kind.PERCENT, Kind.POINTS)
            if meant.percent and not written.percent and not is_percent and quantity.value == written.value:
                return Mismatch("percent-unit", quantity)
            if quantity.kind is Kind.RANGE:
                if meant.value in (quantity.low, quantity.high):
                    return Mismatch("range-low" if meant.value == quantity.low else "range-high", quantity)
                continue
            if is_percent and not written.percent and quantity.value * 100 == written.value:
                return Mismatch("percent-sign", quantity)
            if quantity.direction < 0 and quantity.value == -written.value:
                return Mismatch("sign", quantity)
            if written.value and quantity.value in (written.value * scale for scale in _SCALES):
                return Mismatch("scale", quantity)
    return Mismatch("value")
