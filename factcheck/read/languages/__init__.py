"""The languages that can be read: one file each, found by name."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module

from factcheck.read.language import Language

_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages, in order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def language(code: str) -> Language | None:
    """Return a language by its BCP 47 tag ("vi", "vi-VN"); None where it has no file."""
    primary = code.split("-", maxsplit=1)[0].lower()
    if primary not in known_languages():
        return None
    module = import_module(f"{__name__}.{primary}")
    found: Language = module.LANGUAGE
    return found


def detect(text: str) -> str:
    """Guess the language of a text from its letters: Vietnamese marks mean Vietnamese, else English."""
    return "vi" if _VIETNAMESE.search(text) else "en"
