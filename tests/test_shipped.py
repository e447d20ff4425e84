"""The shipped registry: exactly these findings, and any digit that is changed is caught."""

from __future__ import annotations

import re
import shutil

import pytest
from conftest import ROOT, check_folder, view_folder

CLAIMS = ROOT / "claims"
PORTAL = ("npsp-{}-2020-06", "npsp-{}-2020-02")


def portal(thing):
    return tuple(claim.format(thing) for claim in PORTAL)


EXPECTED = [
    ("pace-break", portal("synced-files")),
    ("pace-break", portal("portal-files")),
    ("pace-break", portal("feedback")),
    ("unreconciled-change", portal("accounts")),
    ("unreconciled-change", portal("visits")),
    ("unreconciled-change", portal("calls")),
    ("shifting-definition", portal("portal-files")),
    ("shifting-definition", portal("calls")),
    ("shifting-definition", portal("feedback")),
    ("ambiguous-change", ("online-service-share-growth-2020-q2", "online-service-share-2020-q2")),
    (
        "ambiguous-change",
        ("services-with-files-share-growth-ministry-2018-q2", "services-with-files-share-ministry-2018-q2"),
    ),
    (
        "shifting-denominator",
        ("npsp-connected-central-agencies-2020-02", "document-exchange-central-agencies-2018-q2"),
    ),
]


@pytest.fixture(scope="module")
def report():
    return check_folder(CLAIMS)


def test_exactly_these_findings_in_this_order(report):
    assert [(finding.rule, finding.fault.claims) for finding in report.findings] == EXPECTED
    assert report.fails("warning")
    assert not report.fails("error")


def test_the_account_counts_of_february_and_june_2020(report):
    (finding,) = [f for f in report.findings if f.fault.claims == portal("accounts")]
    for part in (
        "hơn 44.200", "trên 171 nghìn", "2020-02-09", "2020-06-19", "×3.87", "131 days", "713 a day", "968 a day",
        "Both can be true",
    ):  # fmt: skip
        assert part in finding.message


def test_every_claim_has_a_quote_that_agrees_and_every_relation_is_worked_out():
    view = view_folder(CLAIMS)
    registry = view.registry
    assert set(view.agreeing) == set(registry.claims)
    assert len(registry.claims) > 100
    named = {judgement.instance.origin for judgement in view.judgements}
    assert {relation.id for relation in registry.relations} <= named
    within_2018_2020_and_2023 = [
        judgement
        for judgement in view.judgements
        if not any(claim.startswith("npsp") for claim in judgement.instance.claims)
    ]
    assert len(within_2018_2020_and_2023) >= 17


def test_quotes_are_phrases_not_sentences(report):
    for claim in report.registry.claims.values():
        assert len(claim.quote.exact.split()) <= 20
        assert not re.search(r"[.;!?] ", claim.quote.exact)


def slips():
    """Each digit of each value, denominator included, replaced by the next one."""
    for path in sorted(CLAIMS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"^    (value|of): (.*)$", text, re.MULTILINE):
            for index in range(match.start(2), match.end(2)):
                if text[index].isdigit():
                    changed = text[:index] + str((int(text[index]) + 1) % 10) + text[index + 1 :]
                    yield path, changed, f"{path.name}:{text.count(chr(10), 0, index) + 1}"


def misread(report):
    return {finding.fault.claims[0] for finding in report.findings if finding.rule == "misread-value"}


def test_a_changed_digit_in_every_claim_is_caught_in_every_claim(tmp_path):
    """The same digit of all values at once: as many misread claims as there are claims with that digit."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(CLAIMS.glob("*.yaml"))}
    for place in range(4):
        changed = 0
        for path, text in texts.items():

            def next_digit(match, place=place):
                nonlocal changed
                digits = [index for index, char in enumerate(match[2]) if char.isdigit()]
                if place >= len(digits):
                    return match[0]
                changed += 1
                at = digits[place]
                return match[1] + match[2][:at] + str((int(match[2][at]) + 1) % 10) + match[2][at + 1 :]

            (tmp_path / path.name).write_text(re.sub(r"(    value: )(.*)", next_digit, text), encoding="utf-8")
        assert len(misread(check_folder(tmp_path))) == changed > 30


@pytest.mark.slow
def test_a_changed_digit_in_any_claim_is_caught(tmp_path):
    """Every digit of every value and denominator, one at a time: every claim has its quote, so all are seen."""
    tried = 0
    for path, changed, where in slips():
        folder = tmp_path / "claims"
        shutil.copytree(CLAIMS, folder, dirs_exist_ok=True)
        (folder / path.name).write_text(changed, encoding="utf-8")
        assert len(misread(check_folder(folder))) == 1, where
        tried += 1
    assert tried > 300
