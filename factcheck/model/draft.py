"""A draft of a claim file: what a machine read from a document, before a person has looked at it."""

from __future__ import annotations

from collections.abc import Container

from factcheck.model.record import field, record, replace
from factcheck.model.registry import Status


@record(frozen=True, slots=True, kw_only=True)
class DraftMetric:
    """A metric that the registry lacks; ``behaviour`` is empty where nothing tells it."""

    id: str
    label: str
    unit: str = ""
    behaviour: str = ""


@record(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """One claim. ``start`` and ``end`` are where its figure stands in the document's text.

    ``score`` is how well the metric matches (1 for one drafted with the claim), ``rivals`` the other metrics that
    it might be of; ``apart`` is whether the text says more than a metric that was known does. ``change`` is the
    claim that a growth modifies and the period that it grew from.
    """

    id: str
    metric: str
    exact: str
    value: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    of: str = ""
    comparator: str = ""
    period: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()
    status: Status = Status.ACTUAL
    change: tuple[str, str] | None = None
    score: float = 1
    rivals: tuple[str, ...] = ()
    apart: bool = False


@record(frozen=True, slots=True)
class LeftOut:
    """A figure that became no claim: its words, and why (``threshold``, ``duration``, ``range``, ``unread``)."""

    words: str
    why: str
    start: int


@record(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole draft. ``relations`` are statements over the claims' ids, as the registry writes them.

    ``meant`` are those of them that the document means even where its figures do not bear them out.
    """

    id: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    document: str = ""
    metrics: tuple[DraftMetric, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    relations: tuple[str, ...] = ()
    meant: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = field(default=())


def without_claims(draft: Draft, names: Container[str], why: str) -> Draft:
    """Return a draft without some claims, and without what leans on them."""
    kept = [claim for claim in draft.claims if claim.id not in names]
    gone = [claim for claim in draft.claims if claim.id in names]
    ids = {claim.id for claim in kept}
    metrics = {claim.metric for claim in kept}
    return replace(
        draft,
        claims=tuple(
            replace(claim, change=claim.change if claim.change and claim.change[0] in ids else None) for claim in kept
        ),
        metrics=tuple(metric for metric in draft.metrics if metric.id in metrics),
        relations=tuple(
            relation
            for relation in draft.relations
            if not any(
                word.strip("()").removesuffix(".of") in {claim.id for claim in gone} for word in relation.split()
            )
        ),
        left_out=(*draft.left_out, *(LeftOut(claim.exact, why, claim.start) for claim in gone)),
    )
