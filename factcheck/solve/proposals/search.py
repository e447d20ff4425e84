"""The search: what of all that was tried is proposed, and how unlikely it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from factcheck.model.proposal import Proposal, ProposalKind, Proposals
from factcheck.model.record import record, replace
from factcheck.model.view import Instance, View
from factcheck.solve.proposals.ratios import ShareHit
from factcheck.solve.proposals.stated import Stated
from factcheck.solve.proposals.sums import SumHit
from factcheck.solve.proposals.terms import Term, terms_by_source
from factcheck.solve.proposals.tried import Tried, everything_tried
from factcheck.solve.proposals.wording import figures_of, name_of, written

DEFAULT_THRESHOLD = Fraction(1, 4)


@record(frozen=True, slots=True)
class _Candidate:
    """A hit with the expected number of coincidences as unlikely."""

    kind: ProposalKind
    tried: int
    hit: SumHit | ShareHit
    chance: Fraction

    @property
    def order(self) -> tuple[Fraction, int, int, tuple[int, ...], str]:
        """Sort key: the least likely first, then what is least broken down, then the order of the registry."""
        terms = terms_in(self.hit)
        depth = sum(len(term.dimensions) for term in terms)
        return (self.chance, len(terms), depth, tuple(term.order for term in terms), written(self.hit))


def propose(view: View, sources: Iterable[str], threshold: Fraction = DEFAULT_THRESHOLD, lang: str = "en") -> Proposals:
    """Propose relations for each source that hold within rounding and are less likely by chance than ``threshold``.

    The threshold is the expected number of coincidences a source, over everything that was tried in it. ``lang``
    is the language of figures whose source has none that is known.
    """
    stated = _stated(view)
    terms = terms_by_source({name: figure for name, figure in view.figures.items() if name not in view.mismatches})
    found: list[Proposal] = []
    taken = set(view.registry.claims) | {relation.id for relation in view.registry.relations}
    too_large: list[str] = []
    tried = count = 0
    for source in sources:
        count += 1
        everything = list(everything_tried(terms.get(source, []), view, threshold))
        if any(each.left_out for each in everything):
            too_large.append(source)
        tried += sum(each.combinations for each in everything)
        known = Stated(stated.get(source, ()), view.figures)
        found += _proposals(source, everything, known, threshold, taken, lang)
    return Proposals(tuple(found), count, tried, threshold, tuple(too_large))


def _stated(view: View) -> Mapping[str, list[Instance]]:
    """Return the relations that are stated of each source's claims."""
    stated: defaultdict[str, list[Instance]] = defaultdict(list)
    for judgement in view.judgements:
        for source in {view.figures[claim].claim.source for claim in judgement.instance.claims}:
            stated[source].append(judgement.instance)
    return stated


def terms_in(hit: SumHit | ShareHit) -> tuple[Term, ...]:
    """Return the terms of a hit, each once, the result first."""
    found = (hit.whole, *hit.parts) if isinstance(hit, SumHit) else (hit.share, hit.ratio.part, *hit.ratio.wholes)
    return tuple({term.name: term for term in found}.values())


def _proposals(
    source: str, everything: list[Tried], stated: Stated, threshold: Fraction, taken: set[str], lang: str
) -> list[Proposal]:
    # What may be expected by chance is shared out among the kinds that had anything to try, by their weights.
    weights = sum((each.weight for each in everything if each.combinations), Fraction(0))
    candidates = [
        _Candidate(each.kind, each.combinations, hit, hit.chance * each.combinations * weights / each.weight)
        for each in everything
        for hit in each.hits
    ]
    found: dict[str, Proposal] = {}
    for candidate in sorted(candidates, key=lambda candidate: candidate.order):
        if candidate.chance > threshold:
            break
        hit, terms = candidate.hit, terms_in(candidate.hit)
        numbers = tuple(term.value for term in terms)
        known = stated.joins(numbers)
        if known is not None:
            if known and written(hit) not in (found[known].holds, *found[known].instead):
                earlier = found[known]
                found[known] = replace(earlier, instead=(*earlier.instead, written(hit)))
            continue
        equation = _equation(hit)
        if equation and stated.follows(equation):
            continue
        name = name_of(hit, taken)
        taken.add(name)
        if equation:
            stated.add_equation(equation)
        stated.add_numbers(numbers, name)
        claims = tuple(dict.fromkeys(term.figure.id for term in terms))
        found[name] = Proposal(
            name,
            source,
            candidate.kind,
            written(hit),
            figures_of(hit, lang),
            claims,
            candidate.chance,
            candidate.tried,
        )
    return list(found.values())


def _equation(hit: SumHit | ShareHit) -> dict[str, Fraction]:
    if isinstance(hit, ShareHit):
        return {}
    weights: dict[str, Fraction] = {term.name: Fraction(-1) for term in hit.parts}
    name, weight = ("", Fraction(1)) if hit.whole in hit.parts else (hit.whole.name, Fraction(1))
    weights[name] = weights.get(name, Fraction(0)) + weight
    return weights
