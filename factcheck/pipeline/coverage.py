"""``factcheck coverage``: from the documents to the claims, instead of the other way."""

from __future__ import annotations

from fractions import Fraction

from factcheck.load.registry import load_registry
from factcheck.model.anchor import Anchor
from factcheck.model.coverage import Coverage, SourceCoverage
from factcheck.model.registry import Claim
from factcheck.model.unchecked import Unchecked, Why
from factcheck.pipeline.check import is_below
from factcheck.pipeline.documents import AtHand, NotAtHand, documents, quoted_claims
from factcheck.pipeline.plan import NothingToCheckError, Request, UsageError
from factcheck.read.coverage import cover
from factcheck.read.languages import detect, language
from factcheck.read.scan import scan
from factcheck.report.coverage import render_json, render_table

_ALL = 100


def measure_coverage(request: Request) -> Coverage:
    """Account for every quantity of each document at hand; documents that are not at hand are listed.

    NothingToCheckError where no source names a document.
    """
    registry = load_registry(request.roots, request.base).registry
    claims = quoted_claims(registry)
    sources: list[SourceCoverage] = []
    unchecked: list[Unchecked] = []
    for each in documents(registry, request.documents):
        place = each.source.place_of("document")
        if request.only and not any(is_below(place.path, path) for path in request.only):
            continue
        if isinstance(each, NotAtHand):
            unchecked.append(Unchecked(each.source.id, each.why, place))
            continue
        if each.document.scans:
            pages = ", ".join(map(str, each.document.scans))
            why = Why(f"pages that are scans without text ({pages})", f"các trang quét không có chữ ({pages})")
            unchecked.append(Unchecked(each.source.id, why, place))
        covered = _cover(each, claims(each.source.id))
        if covered is None:
            code = each.source.language
            why = Why(f"documents in {code!r} cannot be read", f"không đọc được tài liệu bằng tiếng {code!r}")
            unchecked.append(Unchecked(each.source.id, why, place))
        else:
            sources.append(covered)
    if not sources and not unchecked:
        raise NothingToCheckError(
            "Nothing to cover: no source names a document. Add document: to the source of a claim file.",
            "Không có gì để đối chiếu: không nguồn nào ghi tài liệu. Hãy thêm document: vào nguồn của tệp khai báo.",
        )
    return Coverage(tuple(sources), tuple(unchecked))


def _cover(at_hand: AtHand, claims: list[Claim]) -> SourceCoverage | None:
    text = at_hand.document.text
    found = language(at_hand.source.language or detect(text))
    if found is None:
        return None
    anchored = [
        (claim, outcome)
        for claim in claims
        if claim.quote and isinstance(outcome := at_hand.anchors.find(claim.quote), Anchor)
    ]
    return cover(at_hand.source, at_hand.document, at_hand.anchors, scan(text, found).quantities, anchored)


def parse_percentage(given: str) -> Fraction:
    """Read the percentage below which coverage fails, as a share; UsageError where it is none."""
    try:
        share = Fraction(given.removesuffix("%")) / _ALL
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        raise UsageError(
            f"--fail-under {given} is no percentage; give a number from 0 to 100.",
            f"--fail-under {given} không phải tỷ lệ phần trăm; hãy ghi một số từ 0 đến 100.",
        )
    return share


def coverage_text(coverage: Coverage, output_format: str, lang: str, width: int, *, colour: bool) -> str:
    """Return coverage as tables for people or as JSON for programs."""
    if output_format == "json":
        return render_json(coverage)
    return render_table(coverage, lang, width, colour=colour)
