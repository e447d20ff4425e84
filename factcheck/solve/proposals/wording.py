"""A hit as a statement of the registry, as its figures, and under a name."""

from __future__ import annotations

from collections.abc import Callable, Collection

from factcheck.model.format import format_styled
from factcheck.solve.proposals.ratios import ShareHit
from factcheck.solve.proposals.sums import SumHit
from factcheck.solve.proposals.terms import Term


def written(hit: SumHit | ShareHit) -> str:
    """Return the statement, ready for ``holds``."""
    return _statement(hit, lambda term: term.name)


def figures_of(hit: SumHit | ShareHit, lang: str) -> str:
    """Return the statement with the figures in place of their names, as their source writes them."""
    return _statement(hit, lambda term: _figure(term, lang))


def name_of(hit: SumHit | ShareHit, taken: Collection[str]) -> str:
    """Return an id for the relation that nothing else has."""
    if isinstance(hit, ShareHit):
        stem = f"{hit.share.figure.id}-of"
    elif hit.whole in hit.parts:
        stem = f"{hit.whole.metric}-all"
    elif hit.whole.is_denominator:
        stem = f"{hit.whole.figure.id}-whole"
    else:
        stem = f"{hit.whole.figure.id}-sum"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _statement(hit: SumHit | ShareHit, spell: Callable[[Term], str]) -> str:
    if isinstance(hit, ShareHit):
        ratio = hit.ratio
        total = " + ".join(spell(term) for term in ratio.wholes)
        whole = f"({total})" if len(ratio.wholes) > 1 else total
        return f"{spell(ratio.part)} / {whole} = {spell(hit.share)}"
    parts = " + ".join(spell(term) for term in hit.parts)
    return f"{parts} = 100%" if hit.whole in hit.parts else f"{spell(hit.whole)} = {parts}"


def _figure(term: Term, lang: str) -> str:
    style = term.figure.style
    unit = "%" if term.is_share else ""
    return format_styled(term.value, unit, style._replace(scale=1, word="") if term.is_denominator else style, lang)
