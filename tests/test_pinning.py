"""Pinning: the digest goes into the claim file, nothing else changes, and what moved is said."""

from __future__ import annotations

import codecs
import hashlib
import json

import pytest
from conftest import AS_OF, check_folder, write_files

from factcheck.model.pins import PinState
from factcheck.pipeline.pin import PLACES, pin_documents, pins_text
from factcheck.pipeline.plan import Request

TEXT = "The library lent 500 books.\nIt has 44 rooms.\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
OLD = hashlib.sha256(b"earlier").hexdigest()
CLAIMS = """\
metrics: {b: {label: books}, r: {label: rooms}}
claims:
  - {id: books, metric: b, quote: 500 books, value: 500}
  - {id: rooms, metric: r, quote: 44 rooms, value: 44}
"""


def pin(folder):
    request = Request(roots=(folder,), base=folder, as_of=AS_OF, documents=folder / "documents")
    return pin_documents(request, folder)


def block(document, digest=""):
    return (
        f"# About it\nsource:\n  id: s   # the id\n  document: {document}  # the file\n{digest}  language: en\n{CLAIMS}"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (block("a.txt"), block("a.txt", f"  sha256: {SHA256}\n")),
        (block('"a.txt"'), block('"a.txt"', f"  sha256: {SHA256}\n")),
        (
            block("a.txt", f"  sha256:  '{OLD}'  # old\n"),
            block("a.txt", f"  sha256:  '{SHA256}'  # old\n"),
        ),
        (
            "source: {id: s, document: a.txt, language: en} # one line\n" + CLAIMS,
            f"source: {{id: s, document: a.txt, sha256: {SHA256}, language: en}} # one line\n" + CLAIMS,
        ),
        (
            "source: {id: s, language: en, document: 'a.txt'}\n" + CLAIMS,
            f"source: {{id: s, language: en, document: 'a.txt', sha256: {SHA256}}}\n" + CLAIMS,
        ),
        (
            CLAIMS + "source:\n    id: s\n    document: a.txt",
            CLAIMS + f"source:\n    id: s\n    document: a.txt\n    sha256: {SHA256}\n",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_the_digest_is_written(tmp_path, before, after, ending):
    write_files(tmp_path, {"documents/a.txt": TEXT})
    path = tmp_path / "a.yaml"
    path.write_bytes(before.replace("\n", ending).encode())
    path.chmod(0o640)
    (done,) = pin(tmp_path)
    assert done.state in (PinState.PINNED, PinState.REPINNED)
    written = path.read_bytes().decode()
    assert written.replace("\r\n", "\n") == after
    if before.endswith("\n"):
        assert written == after.replace("\n", ending)
    assert path.stat().st_mode & 0o777 == 0o640
    (again,) = pin(tmp_path)
    assert again.state is PinState.SAME
    assert path.read_bytes().decode() == written


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_the_encoding_stays(tmp_path, mark, encoding):
    write_files(tmp_path, {"documents/a.txt": TEXT})
    (tmp_path / "a.yaml").write_bytes(mark + block("a.txt").encode(encoding))
    pin(tmp_path)
    expected = block("a.txt", f"  sha256: {SHA256}\n")
    assert (tmp_path / "a.yaml").read_bytes() == mark + expected.encode(encoding)


@pytest.mark.parametrize(
    "text",
    [
        block("|\n    a.txt\n"),
        block(">-\n    a.txt"),
        block("&file a.txt", "  note: *file\n"),
        block('"a\\u002etxt"'),
    ],
)
def test_what_is_not_written_plainly_is_left_alone(tmp_path, text):
    write_files(tmp_path, {"documents/a.txt": TEXT, "a.yaml": text})
    for done in pin(tmp_path):
        assert done.state is PinState.LEFT
    assert (tmp_path / "a.yaml").read_text() == text


def test_what_moved_is_said(tmp_path):
    write_files(tmp_path, {"documents/a.txt": TEXT, "a.yaml": block("a.txt")})
    pin(tmp_path)
    (tmp_path / "documents" / "a.txt").write_text("A heading.\n\nThe library lent 510 books.\nIt has 44 rooms.\n")
    assert [finding.rule for finding in check_folder(tmp_path).findings] == ["changed-source", "missing-quote"]
    done = pin(tmp_path)
    assert pins_text(done, "en").splitlines() == [
        "s: a.txt changed; pinned anew, 1 of 2 quotes found",
        "  books: gone from line 1; the closest is “[510] books” (line 3)",
        "  rooms: from line 2 to line 4",
    ]
    assert "rooms: từ dòng 2 sang dòng 4" in pins_text(done, "vi")
    assert [finding.rule for finding in check_folder(tmp_path).findings] == ["missing-quote"]
    places = json.loads((tmp_path / PLACES).read_text())
    assert places["pins"]["s"]["lines"] == {"rooms": 4}


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"pins": {"s": 1}}', '{"pins": {"s": {"sha256": "x", "lines": {}}}}'])
def test_a_memory_that_is_lost_or_broken_does_no_harm(tmp_path, kept):
    write_files(tmp_path, {"documents/a.txt": TEXT, "a.yaml": block("a.txt", f"  sha256: {OLD}\n"), PLACES: kept})
    (done,) = pin(tmp_path)
    assert done.state is PinState.REPINNED
    assert "where its quotes stood before is not known" in pins_text([done], "en")


def test_a_document_that_is_not_at_hand_is_left_as_it_was(tmp_path):
    text = block("a.txt", f"  sha256: {OLD}\n")
    write_files(tmp_path, {"a.yaml": text})
    (done,) = pin(tmp_path)
    assert done.state is PinState.LEFT
    assert (tmp_path / "a.yaml").read_text() == text
    assert not (tmp_path / PLACES).exists()


def test_a_link_to_a_claim_file_stays_one(tmp_path):
    write_files(tmp_path, {"documents/a.txt": TEXT, ".kept/a.yaml": block("a.txt")})
    (tmp_path / "b.yaml").symlink_to(tmp_path / ".kept" / "a.yaml")
    pin(tmp_path)
    assert (tmp_path / "b.yaml").is_symlink()
    assert SHA256 in (tmp_path / ".kept" / "a.yaml").read_text()
