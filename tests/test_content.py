"""What stands for the content of files: the same however many threads work it out, another for each other content."""

from __future__ import annotations

import pytest

from factcheck.load import content
from factcheck.load.content import content_of, contents_of


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(content, "_BLOCK", 8)
    monkeypatch.setattr(content, "_WORTH_A_THREAD", 0)


@pytest.fixture
def files(tmp_path):
    data = [b"", b"1", b"1234567", b"12345678", b"123456781", bytes(range(100)), bytes(100), bytes(101)]
    paths = [tmp_path / str(number) for number in range(len(data))]
    for path, each in zip(paths, data, strict=True):
        path.write_bytes(each)
    return dict(zip(paths, data, strict=True))


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_files_have_the_content_of_their_bytes(files, threads):
    found = contents_of(list(files), threads)
    assert found == [content_of(data) for data in files.values()]
    assert len(set(found)) == len(files)


@pytest.mark.parametrize("threads", [1, 3])
def test_what_cannot_be_read_has_none(files, threads, tmp_path):
    there, *_ = files
    missing, folder = tmp_path / "missing", tmp_path
    assert contents_of([missing, there, folder], threads) == ["", content_of(b""), ""]


def test_a_file_that_grew_since_its_size_was_asked_for_is_read_to_its_end(files, monkeypatch):
    monkeypatch.setattr(content, "_size", lambda _: 3)
    assert contents_of(list(files)) == [content_of(data) for data in files.values()]


def test_a_file_that_lost_its_end_meanwhile_is_what_is_left_of_it(files, monkeypatch):
    monkeypatch.setattr(content, "_size", lambda _: 1000)
    assert contents_of(list(files), 2) == [content_of(data) for data in files.values()]
