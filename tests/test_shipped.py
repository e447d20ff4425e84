"""The shipped registry: exactly these findings, and any digit that is changed is caught."""

from __future__ import annotations

import re
import shutil
from collections import Counter

import pytest
from conftest import ROOT, check_folder

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


def test_every_claim_has_a_quote_that_agrees_and_every_relation_is_worked_out(report):
    registry = report.view.registry
    assert set(report.view.agreeing) == set(registry.claims)
    assert len(registry.claims) > 100
    named = {judgement.instance.origin for judgement in report.view.judgements}
    assert {relation.id for relation in registry.relations} <= named
    within_2018_2020_and_2023 = [
        judgement
        for judgement in report.view.judgements
        if not any(claim.startswith("npsp") for claim in judgement.instance.claims)
    ]
    assert len(within_2018_2020_and_2023) >= 17


def test_quotes_are_phrases_not_sentences(report):
    for claim in report.view.registry.claims.values():
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


def errors(report):
    return Counter((f.rule, f.fault.claims, f.fault.wording) for f in report.findings if f.severity == "error")


def test_a_changed_digit_in_any_claim_is_caught(tmp_path):
    """Every claim has its quote, so every change must be seen, and as a misread value."""
    tried = caught = 0
    for path, changed, where in slips():
        folder = tmp_path / "claims"
        shutil.copytree(CLAIMS, folder, dirs_exist_ok=True)
        (folder / path.name).write_text(changed, encoding="utf-8")
        found = errors(check_folder(folder))
        tried += 1
        caught += any(rule == "misread-value" for rule, _, _ in found)
        assert any(rule == "misread-value" for rule, _, _ in found), where
    assert tried == caught > 300
