"""The usual command lines of ``check``, read without typer, which takes a quarter of the time of a small check.

Only what can mean but one thing is read here: the word check, paths, and options that are written out, each with a
value that it takes. All else, and whatever is wrong, is typer's: it knows short forms, says what is wrong, and helps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.cli.checking import CheckOptions
from factcheck.model.lazy_pattern import lazy_pattern

_FLAGS = {
    "--no-baseline": "no_baseline",
    "--require-documents": "require_documents",
    "--no-cache": "no_cache",
    "--quiet": "quiet",
    "-q": "quiet",
    "--show-allowed": "show_allowed",
}
_VALUES = {
    "--since": "since",
    "--fail-on": "fail_on",
    "--as-of": "as_of",
    "--baseline": "baseline",
    "--documents": "documents",
    "--output-format": "output_format",
    "--output": "output",
    "-o": "output",
    "--color": "color",
    "--lang": "lang",
}
_WORDS = {
    "fail_on": ("error", "warning", "note"),
    "color": ("auto", "always", "never"),
    "lang": ("en", "vi"),
}
_PATHS = frozenset({"baseline", "documents"})
_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Options may come from the environment too, and a shell asks for completions by it.
_ENVIRONMENT = ("FACTCHECK_NO_CACHE", "FACTCHECK_DOCUMENTS", "_FACTCHECK_COMPLETE")


def usual_check(arguments: Sequence[str], environment: Mapping[str, str]) -> CheckOptions | None:
    """Return the options of a usual command line; None for any other."""
    if arguments[:1] != ["check"] or any(name in environment for name in _ENVIRONMENT):
        return None
    paths: list[str] = []
    outputs: list[str] = []
    options: dict[str, Any] = {}
    rest = iter(arguments[1:])
    for word in rest:
        if word in _FLAGS:
            options[_FLAGS[word]] = True
        elif name := _VALUES.get(word):
            value = _value(name, next(rest, ""))
            if value is None:
                return None
            if name == "output":
                outputs.append(value)
            else:
                options[name] = value
        elif word == "-" or (word and not word.startswith("-")):
            paths.append(word)
        else:
            return None
    return CheckOptions(paths=tuple(paths), output=tuple(outputs), **options)


def _value(name: str, text: str) -> Any:  # noqa: ANN401 - of the option's type
    """Return the value of an option; None where typer has to say what it is."""
    if not text or text.startswith("-"):
        return None
    if name in _WORDS:
        return text if text in _WORDS[name] else None
    if name in _PATHS:
        return Path(text)
    if name != "as_of":
        return text
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
