"""Patterns that are compiled when they are first used do what others do."""

from __future__ import annotations

import re

import pytest

from factcheck.model.lazy_pattern import lazy_pattern


def test_it_finds_what_a_pattern_finds():
    digits = lazy_pattern(r"(\d+)(?: nghìn)?", re.IGNORECASE)
    assert digits.pattern == r"(\d+)(?: nghìn)?"
    assert digits.groups == 1
    assert digits.findall("hơn 171 NGHÌN, 44") == ["171", "44"]
    assert digits.sub("x", "44") == "x"
    found = digits.match("44 nghìn", 0)
    assert found
    assert found.span() == (0, 8)
    assert not digits.fullmatch("nghìn")


def test_it_is_compiled_once_it_is_used(monkeypatch):
    compiled = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_it(*given))
    words = lazy_pattern("nghìn")
    assert not compiled
    assert words.search("171 nghìn")
    assert words.search("44 nghìn")
    assert compiled == ["nghìn"]


def test_what_is_no_pattern_is_refused_when_it_is_used():
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("")
