"""The languages that can be read: one file each, found by name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import import_module

from factcheck.model.modules import modules_in
from factcheck.read.language import Language

_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages, in order."""
    return modules_in(__path__)


@cache
def language(code: str) -> Language | None:
    """Return a language by its BCP 47 tag ("vi", "vi-VN"); None where it has no file."""
    primary = code.split("-", maxsplit=1)[0].lower()
    if primary not in known_languages():
        return None
    module = import_module(f"{__name__}.{primary}")
    found: Language = module.LANGUAGE
    return found


def detect(text: str, home: str = "en") -> str:
    """Guess the language of a text: by its frequent small words, and where they say nothing by its letters.

    A few names with Vietnamese marks do not make an English text Vietnamese, nor does a Vietnamese text become
    English by being typed without marks. ``home`` is what a few words with marks are taken for that several
    languages have ("thu ngân sách"). Only the beginning of a long text is looked at.
    """
    sample = unicodedata.normalize("NFC", text[:_ENOUGH]).lower()
    seen = Counter(_WORD.findall(sample))
    hits = {code: sum(seen[word] for word in seen.keys() & _common_words(code)) for code in known_languages()}
    most = max(hits.values())
    best = [code for code, count in hits.items() if count == most]
    if len(best) == 1:
        return best[0]
    if _VIETNAMESE.search(sample):
        return "vi"
    return "en" if sample.isascii() else home


def _common_words(code: str) -> frozenset[str]:
    found = language(code)
    return found.common_words if found else frozenset()
