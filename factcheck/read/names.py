"""Digits inside names, told by their shape: addresses, files, codes, numbers of laws, phones, list markers."""

from __future__ import annotations

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.read.lexicon import Lexicon
from factcheck.read.spotted import Spotted
from factcheck.read.text import Uniform

DOCUMENT = lazy_pattern(r"\d+[a-zđ]?(?:/\d{4})?[/-](?=[A-ZĐ]{2}|[^\W\d_]*[A-ZĐ]{2})[A-ZĐ][\w&]*(?:[-/][\w&]+)*")
_REGULATION = lazy_pattern(r"(?:19|20)\d{2}/\d{1,4}(?!\d)|\d{2,4}/\d{1,4}/[A-Z]{2,}")
_PHONES = (
    lazy_pattern(r"1[89]00[ .-]?\d{4,6}(?!\d)|1[89]00[ .-]?\d{2,4}[ .-]\d{2,4}(?!\d)"),
    lazy_pattern(r"0\d{1,3}\)?[ .-]{0,2}\d{3,4}[ .-]?\d{3,4}(?![\d]|[.,]\d)"),
    lazy_pattern(r"\d{3}\)? ?-?\d{3}-\d{4}(?!\d)"),
    lazy_pattern(r"\d{2,4}\) ?\d{6,8}(?!\d)"),
    lazy_pattern(r"1-\d{3}-\d{3}-\d{4}(?!\d)"),
)
_INTERNATIONAL = lazy_pattern(r"\d{1,3}[ .)-]{1,2}\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\d)")
_LETTERS_BEFORE = lazy_pattern(r"[^\W\d_][-_]?\Z|[A-ZĐ]\.\Z")
_CURRENCY_BEFORE = lazy_pattern(r"[^\W\d_]+\Z")
_FILE_NAME = lazy_pattern(r"(?:-[^\W\d_]+\d+)?(?:[^\W\d_]*\d*)\.(?:jpg|jpeg|png|pdf|docx?|xlsx?|html?|mp[34])\b")
_LIST_MARKER = lazy_pattern(r"\d{1,2}(?:\.\d{1,2})*[.)] ")
_NUMBERED = lazy_pattern(r"\d{1,2}\) ?[^\W\d_]")
_GLUED = lazy_pattern(r"[^\W\d_]+")
# "19h30", "19g30", "2h41m", "2h 41 min".
_HOURS = lazy_pattern(r"\d{1,2}(?:h(?: ?\d{1,2} ?(?:m|p|min|mins|minutes|phút)|\d{2})?|g\d{2})(?!\w)")
# "Km 47+500": 500 m beyond a milestone.
_CHAINAGE = lazy_pattern(r"(?:^|\W)[Kk][Mm] ?\d+\+\Z")
_LONGEST_CHAINAGE = len("-km 1234+")
_DECADE = lazy_pattern(r"\d0s(?!\w)")
_REST_OF_WORD = lazy_pattern(r"[^\s)]*")
_NAME_GOES_ON = lazy_pattern(r"\w*(?:[-./+]?\d+)*\w*")
_WORD = lazy_pattern(r"[^\W\d_]+")
_DEGREES = "CF"
_CHUNK = 200
_NEAR = 60
_STOPS = (".", ";", ":")


def name_shape(page: Uniform, start: int, end: int, words: Lexicon) -> Spotted | None:
    """Return the name that the digits at ``start`` are a piece of, if their shape tells."""
    text = page.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before not in " \n" and (name := _joined(page, start, end, words, before)):
        return name
    if before in ("", "\n") and (after in ".)" or text[end - 1 : end] == ".") and _LIST_MARKER.match(text, start):
        return Spotted("list-marker", start, end)
    if after == ")" and before == " " and _NUMBERED.match(text, start) and text[:start].rstrip()[-1:] in _STOPS:
        return Spotted("list-marker", start, end)
    if after in ("/", "-") or after.isalpha():
        if document := DOCUMENT.match(text, start) or _REGULATION.match(text, start):
            return Spotted("document-number", start, document.end())
        if file := _FILE_NAME.match(text, end):
            return Spotted("name", start, file.end())
    if text[start] in "01" or after in (" ", "-", ")"):
        for shape in _PHONES:
            if phone := shape.match(text, start):
                return Spotted("phone", start, phone.end())
    return _glued(page, start, end, words) if after.isalpha() else None


def _joined(page: Uniform, start: int, end: int, words: Lexicon, before: str) -> Spotted | None:
    """Addresses, and digits joined to what stands before them ("Covid-19", "#5", "(1) …", "+84 …")."""
    text = page.text
    first = max(text.rfind(" ", max(0, start - _CHUNK), start), text.rfind("\n", max(0, start - _CHUNK), start))
    chunk = text[max(first + 1, start - _CHUNK, 0) : start]
    if "://" in chunk or chunk.startswith("www.") or "@" in chunk:
        rest = _REST_OF_WORD.match(text, end)
        return Spotted("name", start, rest.end() if rest else end)
    if _LETTERS_BEFORE.search(chunk) and not words.prefixes.search(chunk.lower()):
        rest = _NAME_GOES_ON.match(text, end)
        return Spotted("name", start, rest.end() if rest else end)
    if before == "+" and (phone := _INTERNATIONAL.match(text, start)):
        return Spotted("phone", start, phone.end())
    if before == "+" and _CHAINAGE.search(text[max(start - _LONGEST_CHAINAGE, 0) : start]):
        return Spotted("ordinal", start, end)
    if before == "^":
        return Spotted("name", start, end)
    if before == "#":
        return Spotted("ordinal", start, end)
    if before == "(" and text[start - 2 : start - 1].isalnum() and text[end : end + 1] == ")":
        # "Section 12(3)".
        return Spotted("ordinal", start, end)
    if before == "[" and text[end : end + 1] == "]":
        return Spotted("list-marker", start, end)
    if before == "(" and _NUMBERED.match(text, start) and text[: start - 1].rstrip()[-1:] in ("", ";", ":", ",", "."):
        return Spotted("list-marker", start, end)
    return None


def _is_temperature(lower: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether "45C" is one: it has decimals, or a word for warmth stands not far before it."""
    if not lower[start:end].isdigit():
        return True
    cues = words.language.heads.warmth
    return any(word in cues for word in _WORD.findall(lower, max(0, start - _NEAR), start))


def _glued(page: Uniform, start: int, end: int, words: Lexicon) -> Spotted | None:
    """Digits with a word grown onto them that is no unit ("5G")."""
    lower = page.lower
    word = _GLUED.match(lower, end)
    if word is None:
        return None
    if hours := _HOURS.match(lower, start):
        return Spotted("time", start, hours.end())
    if _DECADE.match(lower, end - 2 if lower[end - 1 : end] == "0" else end):
        return Spotted("period", start, end + 1)
    if page.text[end] in _DEGREES and len(word[0]) == 1 and _is_temperature(lower, start, end, words):
        return None
    is_letter = len(word[0]) == 1 and page.text[end].isupper()
    if words.clock.match(lower, end) or words.scale.match(lower, end):
        return None
    if words.tail.match(lower, end) and not is_letter:
        return None
    right, heads = words.language.right, words.language.heads
    glued = word[0]
    if glued in heads.ordinal_suffixes or glued in right.glued_scales:
        return None
    rest = _NAME_GOES_ON.match(page.text, end)
    return Spotted("name", start, rest.end() if rest else word.end())
