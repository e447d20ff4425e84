"""The likeliest slip in a claim that its quote does not bear out: the quote's own number."""

from __future__ import annotations

from factcheck.model.conflict import Repair, Slip, Tie
from factcheck.model.exact import divide, plain
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.record import replace
from factcheck.model.view import Figure, Mismatch
from factcheck.solve.component import Component, Items, everything
from factcheck.solve.decide import refute
from factcheck.solve.repairs import Writing, quoted
from factcheck.solve.slips import form_of, undo

_VALUE = frozenset({"value", "scale", "sign", "percent-sign"})
_MOST_LISTED = 3


def repair_misread(
    figure: Figure, mismatch: Mismatch, writing: Writing, component: Component | None
) -> tuple[Repair, ...]:
    """Return what the quote says instead of a value or denominator, if all that is related allows it."""
    claim = figure.claim
    if mismatch.part == "of" and mismatch.quantity and mismatch.quantity.of is not None and claim.of:
        of = mismatch.quantity.of
        if not _possible(component, f"{figure.id}.of", Interval.point(of)):
            return ()
        value = plain(divide(of, figure.scale))
        return (_repair(figure, f"{figure.id}.of", value, claim.of.raw, mismatch.quantity, component),)
    if mismatch.part not in _VALUE:
        return ()
    reading = writing.quotes[figure.id]
    said = (mismatch.quantity,) if mismatch.quantity else reading.quantities
    possible = [quantity for quantity in said if _possible(component, figure.id, quantity.hard)]
    if len(possible) > 1:
        form = form_of(claim.value, figure.written, None)
        near = {undone.form.written.value for undone in undo(form)}
        possible = [quantity for quantity in possible if quantity.value in near] or possible
    if len(possible) > _MOST_LISTED:
        return ()
    raw = claim.value.raw
    return tuple(
        _repair(figure, figure.id, quoted(quantity, raw, figure.scale), raw, quantity, component)
        for quantity in possible
    )


def _repair(
    figure: Figure, name: str, value: str, typed: str, quantity: Quantity, component: Component | None
) -> Repair:
    links = component.links if component else ()
    restored = sum(link.tie is Tie.RELATION and figure.id in link.claims for link in links)
    return Repair(name, value, typed, Slip.QUOTE, restored, quantity.text)


def _possible(component: Component | None, name: str, interval: Interval) -> bool:
    """Whether what is related allows a claim to be what its quote says, as far as it allows anything."""
    if component is None:
        return True
    items = everything(component)
    for number, reading in enumerate(component.readings):
        if reading.claim == name:
            rest = Items(items.readings - {number}, items.links)
            if refute(component, rest):
                return True
            supposed = replace(component, readings=[*component.readings, reading._replace(interval=interval)])
            return refute(supposed, Items(rest.readings | {len(component.readings)}, rest.links)) is None
    return True
