"""Coverage: every figure of a document has a claim, repeats one, was left out with a reason, or is listed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from conftest import AS_OF, ROOT, write_files
from library import QUOTES, write

from factcheck.load.registry import load_registry
from factcheck.model.coverage import How
from factcheck.model.record import replace
from factcheck.pipeline.coverage import measure_coverage, parse_percentage
from factcheck.pipeline.plan import Request, UsageError

SHARED = ROOT.parent / "shared" / "documents"
METRICS = "metrics: {m: {label: m}}\n"


def measure(folder, documents=None):
    request = Request(roots=(folder,), base=folder, as_of=AS_OF, documents=documents or folder / "documents")
    return measure_coverage(request)


def ways(tmp_path, text, claims, ignore="[]", language="en"):
    files = {
        "documents/a.txt": text,
        "a.yaml": f"{METRICS}source: {{id: s, language: {language}, document: a.txt, ignore: {ignore}}}\n"
        f"claims:\n{claims}",
    }
    (source,) = measure(write_files(tmp_path, files)).sources
    return [(figure.quantity.text, figure.how.value, figure.by) for figure in source.figures]


def claim(name, quote, value, more=""):
    return f"  - {{id: {name}, metric: m, quote: {quote!r}, value: {value}{more}}}\n"


def test_a_claim_covers_its_own_figure_and_no_other_in_its_quote(tmp_path):
    text = "Services with more than 12 files numbered 83 in all."
    assert ways(tmp_path, text, claim("c", "more than 12 files numbered 83", 83)) == [
        ("12", "uncovered", ""),
        ("83", "claim", "c"),
    ]


def test_the_only_figure_of_a_quote_is_covered_however_it_reads(tmp_path):
    # The quote is misread, which is another rule's business; that its figure has a claim is plain.
    text = "Visits went up by 100% in May."
    assert ways(tmp_path, text, claim("c", "up by 100% in May", 2)) == [("100%", "claim", "c")]


def test_a_repetition_has_the_same_figure_and_the_same_words_around_it(tmp_path):
    text = (
        "Library lends over 12,500 books to children\n\nThe town library lent over 12,500 books to children this "
        "spring. It also has over 12,500 readers. Children borrowed 12,500 films. Last year it lent over 12,400 books "
        "to children."
    )
    more = ", comparator: over"
    for quote in ("over 12,500 books to children", "lends over 12,500 books to children"):
        assert [how for _, how, _ in ways(tmp_path, text, claim("c", quote, 12500, more))] == [
            "claim",
            "repeat",
            "uncovered",
            "uncovered",
            "uncovered",
        ]
    assert [how for _, how, _ in ways(tmp_path, text, claim("c", "over 12,500 readers", 12500, more))] == [
        "uncovered",
        "uncovered",
        "claim",
        "uncovered",
        "uncovered",
    ]


def test_words_beyond_another_figure_are_not_around_this_one(tmp_path):
    text = "Requests handled were 332; of these the number made public was 332."
    assert [how for _, how, _ in ways(tmp_path, text, claim("c", "handled were 332", 332))] == ["claim", "uncovered"]


@pytest.mark.parametrize(
    ("ignore", "expected"),
    [
        ("[{quote: 5 rooms, because: why}]", ["claim", "ignored", "uncovered", "uncovered"]),
        ("[{from: See also, because: why}]", ["claim", "uncovered", "ignored", "ignored"]),
        ("[{to: 5 rooms, because: why}]", ["claim", "ignored", "uncovered", "uncovered"]),
        ("[{from: 5 rooms, to: 7 towns, because: why}]", ["claim", "ignored", "ignored", "uncovered"]),
        ("[{from: Nowhere, because: why}]", ["claim", "uncovered", "uncovered", "uncovered"]),
        ("[{from: See also, to: Nowhere, because: why}]", ["claim", "uncovered", "uncovered", "uncovered"]),
        ("[{quote: {exact: 7 towns, prefix: also}, because: why}]", ["claim", "uncovered", "ignored", "uncovered"]),
        ("[{quote: {exact: 7 towns, prefix: nor}, because: why}]", ["claim", "uncovered", "uncovered", "uncovered"]),
    ],
)
def test_what_is_left_out_on_purpose(tmp_path, ignore, expected):
    text = "It lent 500 books in 5 rooms.\n\nSee also: 7 towns.\nVisitors: 12393083\n"
    assert [how for _, how, _ in ways(tmp_path, text, claim("c", "500 books", 500), ignore)] == expected


def test_an_exception_that_is_not_needed_is_listed_and_fails_nothing(tmp_path):
    files = {
        "documents/a.txt": "It lent 500 books.",
        "a.yaml": METRICS + "source: {id: s, document: a.txt, ignore: [{quote: 7 towns, because: why}, "
        "{quote: 500 books, because: why}]}\nclaims:\n" + claim("c", "500 books", 500),
    }
    (source,) = measure(write_files(tmp_path, files)).sources
    assert source.share == 1
    assert [ignore.quote.exact for ignore in source.idle] == ["7 towns", "500 books"]


def test_percentages_are_exact():
    assert parse_percentage("99.9") == Fraction(999, 1000)
    assert parse_percentage("100%") == 1
    for wrong in ("", "x", "-1", "101", "1/0", "nan", "inf"):
        with pytest.raises(UsageError):
            parse_percentage(wrong)


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_format_is_covered_by_the_same_claims(tmp_path, code):
    documents = tmp_path / "documents"
    documents.mkdir()
    shares = set()
    for ending, path in write(documents, code).items():
        claims = "".join(claim(f"c{number}", quote, 1) for number, quote in enumerate(QUOTES[code]))
        text = f"{METRICS}source: {{id: s, language: {code}, document: {path.name}}}\nclaims:\n{claims}"
        folder = write_files(tmp_path / ending, {"a.yaml": text})
        (source,) = measure(folder, documents).sources
        shares.add((source.share, source.count(How.CLAIM)))
    assert len(shares) == 1
    assert shares.pop()[1] == len(QUOTES[code])


needs_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the documents of the shipped registry are not here")


@needs_documents
def test_every_figure_of_the_five_documents_is_accounted_for():
    coverage = measure(ROOT / "claims", SHARED)
    assert not coverage.unchecked
    assert len(coverage.sources) == 5
    for source in coverage.sources:
        uncovered = [figure.quantity.text for figure in source.figures if figure.how is How.UNCOVERED]
        assert not uncovered, source.source
        assert source.count(How.CLAIM) > 10


@needs_documents
@pytest.mark.slow
def test_without_any_one_claim_the_five_documents_are_not_covered(monkeypatch):
    """No claim is covered for by another one, but for the two that share one numeral."""
    from factcheck.pipeline import coverage

    loaded = load_registry((ROOT / "claims",), ROOT)
    spared = set()
    for name in loaded.registry.claims:
        kept = {key: value for key, value in loaded.registry.claims.items() if key != name}
        without = replace(loaded, registry=replace(loaded.registry, claims=kept))
        monkeypatch.setattr(coverage, "load_registry", lambda *_, without=without: without)
        if all(source.share == 1 for source in measure(ROOT / "claims", SHARED).sources):
            spared.add(name)
    assert spared == {"mic-report-share-2023", "mic-online-work-share-2023"}
