"""A document's text made uniform for looking up quotes, with the way back to the original.

Unicode is composed, runs of spaces and line ends become one space, dashes and quotation marks one sign each, full-width
forms and ligatures plain, invisible characters nothing, and a tone mark stands where the new spelling puts it (hoà, not
hòa). Capitals stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import product

from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import record

_DASHES = "‐‑‒–—―−﹘﹣－"
_DOUBLE_QUOTES = "“”„‟«»＂″"
_SINGLE_QUOTES = "‘’‚‛‹›＇′"
_SPACES = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_FULL_WIDTH = {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
_UNSEEN = "\u200b"
_INVISIBLE = [
    "\u00ad",
    *map(chr, range(0x200C, 0x2010)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2060, 0x2065)),
    "\ufeff",
]
# One character for one, so that offsets stay true.
_SAME: dict[str, str] = {
    **_FULL_WIDTH,
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_INVISIBLE, _UNSEEN),
    "×": "x",
    "∕": "/",
    "⁄": "/",
    "٪": "%",
}
# Several characters for one.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SQUARE = lazy_pattern(r"(?<![^\W\d_])([hkdcm]?m)([²³])")
_ODD = lazy_pattern("[" + re.escape("".join(_SAME)) + "]")
_ODD_OR_LIGATURE = lazy_pattern("[" + re.escape("".join([*_SAME, *_LIGATURES])) + "]")
_UNCOMPOSED = lazy_pattern("[^\u0300-\u036f][\u0300-\u036f]+")


def _tone_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    vowels = (("o", "a"), ("o", "e"), ("u", "y"))
    for (first, second), tone in product(vowels, "\u0300\u0301\u0303\u0309\u0323"):
        old = unicodedata.normalize("NFC", first + tone) + second
        new = first + unicodedata.normalize("NFC", second + tone)
        for change in (str, str.upper, str.capitalize):
            pairs[change(old)] = change(new)
    return pairs


_TONE_PAIRS = _tone_pairs()
_OLD_TONES = lazy_pattern("[" + "".join(sorted({pair[0] for pair in _TONE_PAIRS})) + "][aeyAEY]")


@record(frozen=True, slots=True)
class Normal:
    """Uniform text; from its offset ``starts[i]`` on, characters stand in the original from ``origins[i]`` on."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, offset: int) -> int:
        """Return where the character at ``offset`` stands in the original text."""
        index = bisect_right(self.starts, offset) - 1
        return self.origins[index] + offset - self.starts[index]

    def uniform(self, offset: int) -> int:
        """Return where the character at ``offset`` of the original, or the first one after it that was kept, stands."""
        index = max(bisect_right(self.origins, offset) - 1, 0)
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return min(self.starts[index] + offset - self.origins[index], end)


def normal(text: str) -> Normal:
    """Make text uniform."""
    plain, has_ligatures = _one_for_one(text)
    parts: list[str] = []
    starts, origins = [0], [0]
    length = done = 0
    for start, end, replacement in _changes(plain, has_ligatures=has_ligatures):
        parts.append(plain[done:start])
        parts.append(replacement)
        length += start - done + len(replacement)
        done = end
        starts.append(length)
        origins.append(end)
    parts.append(plain[done:])
    return Normal(_new_tones("".join(parts)), tuple(starts), tuple(origins))


def _one_for_one(text: str) -> tuple[str, bool]:
    """Replace one character by one, and tell whether there are ligatures, which become several."""
    # Far quicker than translating each character: a text uses few of these, each in many places.
    odd, has_ligatures = _ODD_OR_LIGATURE, False
    found = odd.search(text)
    while found:
        sign = found[0]
        if sign in _LIGATURES:
            odd, has_ligatures = _ODD, True
        else:
            text = text.replace(sign, _SAME[sign])
        found = odd.search(text, found.end())
    if "m²" in text or "m³" in text:
        # Behind a measure no figure is raised for a note.
        text = _SQUARE.sub(lambda match: match[1] + ("2" if match[2] == "²" else "3"), text)
    return text, has_ligatures


def _new_tones(text: str) -> str:
    return _OLD_TONES.sub(lambda match: _TONE_PAIRS.get(match[0], match[0]), text)


def normal_text(text: str) -> str:
    """Return uniform text alone, without spaces around it: what a quote is looked for as."""
    plain, has_ligatures = _one_for_one(text)
    changed = has_ligatures or _changes(plain)
    return (normal(text).text if changed else _new_tones(plain)).strip()


def _changes(text: str, *, has_ligatures: bool = False) -> list[tuple[int, int, str]]:
    """Return the stretches that become shorter or longer, and what each becomes."""
    gaps = [(start, end, " ") for start, end in _runs(text, " ", 2)]
    gaps += [(start, end, "") for start, end in _runs(text, _UNSEEN, 1)]
    for sign, letters in _LIGATURES.items() if has_ligatures else ():
        gaps += [(start, end, letters * (end - start)) for start, end in _runs(text, sign, 1)]
    if unicodedata.is_normalized("NFC", text):
        return sorted(gaps)
    composed = []
    for match in _UNCOMPOSED.finditer(text):
        made = unicodedata.normalize("NFC", match[0])
        if made != match[0]:
            composed.append((match.start(), match.end(), made))
    taken = {start for start, _, _ in gaps}
    return sorted(gaps + [change for change in composed if change[0] not in taken])


def _runs(text: str, sign: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield from where up to where a sign stands again and again, at least so many times."""
    start = text.find(sign * least)
    while start >= 0:
        end = start + least
        while text.startswith(sign, end):
            end += 1
        yield start, end
        start = text.find(sign * least, end)
