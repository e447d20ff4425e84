"""The shipped registry with one figure slipped at a time, in its quote as in its value: only arithmetic can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.registries import slip
from factcheck.load.number import parse_number
from factcheck.load.registry import Loaded, load_registry
from factcheck.model.finding import Finding
from factcheck.model.record import replace
from factcheck.model.registry import Claim, Quote
from factcheck.model.severity import Severity
from factcheck.pipeline.part import find
from factcheck.pipeline.view import build_view
from factcheck.solve.slips import Form, form_of

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 1, 31)
WAYS = 20
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


def shipped(seed: int) -> None:
    """Print how many slips are caught, and how many put right."""
    loaded = load_registry((ROOT / "claims",), ROOT)
    known = {_key(finding) for finding in _findings(loaded)}
    view, _ = build_view(loaded, AS_OF)
    tied = {name for judgement in view.judgements for name in judgement.instance.claims}
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for claim in loaded.registry.claims.values():
        quantity, figure = view.agreeing.get(claim.id), view.figures[claim.id]
        form = form_of(claim.value, figure.written, quantity)
        seen = counts[claim.id in tied]
        for changed in _slipped(claim, form, quantity.text if quantity else "", Random(f"{seed} {claim.id}")):
            _count(seen, claim, [each for each in _findings(_with(loaded, changed)) if _key(each) not in known])
        seen["claims"] += 1
    print("| the five documents | in a relation | in none |\n| --- | ---: | ---: |")
    for name in ("claims", "slips", "error", "warning only", "not caught", "put right", "listed", "wrong suggestion"):
        print(f"| {name} | {counts[True][name]} | {counts[False][name]} |")
    print()


def _count(seen: Counter[str], claim: Claim, findings: list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    seen["slips"] += 1
    seen["error" if errors else "warning only" if warnings else "not caught"] += 1
    truth = (claim.id, _plain(claim.value.raw))
    sure = {(each.repairs[0].claim, _plain(each.repairs[0].value)) for each in errors if len(each.repairs) == 1}
    listed = {(repair.claim, _plain(repair.value)) for each in errors for repair in each.repairs}
    seen["put right"] += sure == {truth}
    seen["wrong suggestion"] += bool(sure - {truth})
    seen["listed"] += truth in listed


def _plain(raw: str) -> str:
    return raw.replace("_", "")


def _key(finding: Finding) -> tuple[str, tuple[str, ...]]:
    return finding.rule, finding.fault.claims


def _findings(loaded: Loaded) -> list[Finding]:
    return find(build_view(loaded, AS_OF)[0], "en")


def _with(loaded: Loaded, claim: Claim) -> Loaded:
    return replace(loaded, registry=replace(loaded.registry, claims={**loaded.registry.claims, claim.id: claim}))


def _slipped(claim: Claim, form: Form, text: str, random: Random) -> Iterator[Claim]:
    """Yield the claim with different slips, as many as there are ways (fewer for short figures)."""
    seen: set[str] = set()
    for _ in range(WAYS * 20):
        if len(seen) == WAYS:
            return
        if random.randrange(len(form.whole + form.decimals)) < len(form.whole):
            changed = form._replace(whole=slip(form.whole, random))
        else:
            changed = form._replace(decimals=slip(form.decimals, random))
        raw = changed.typed(claim.value.raw)
        if raw in seen or changed.whole != str(int(changed.whole)):
            continue
        seen.add(raw)
        quote = claim.quote and Quote(_requoted(claim.quote.exact, text, changed))
        yield replace(claim, value=parse_number(raw, claim.decimals), quote=quote)


def _requoted(quote: str, text: str, form: Form) -> str:
    """Write the slipped figure where the quote has the figure; a number in words gives way to digits."""
    decimals = f",{form.decimals}" if form.decimals else ""
    numeral = f"{int(form.whole):,}".replace(",", ".") + decimals
    found = _NUMERAL.search(text)
    changed = text[: found.start()] + numeral + text[found.end() :] if found else numeral
    return quote.replace(text, changed, 1)
