"""Vietnamese text in code pages and fonts older than Unicode: told by what its letters would spell.

Such text looks like Latin letters with odd marks ("Céng hßa", "Coäng hoøa"). Each table says what its
characters stand for; a text is in one only if nearly all of its words with such characters become syllables
that Vietnamese has. The tables serve to name an encoding, not to convert: VNI and TCVN3 take their letters from
the font, and the same bytes in another font are something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from factcheck.model.record import NamedTuple

# What stands at 0xA0 and above in TCVN 5712:1993 (TCVN3, the "ABC" fonts), and at 0x80 and above in VISCII
# (RFC 1456); a blank where the page has no letter.
_TCVN3 = " ĂÂÊÔƠƯĐăâêôơưđẶ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫ"
    "èéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
# VNI fonts write a letter as its bare vowel followed by a mark, or two marks in one.
_VNI_MARKS = dict(
    zip(
        "ùøûõïâáàåãäêéèúüë",
        ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309",
         "\u0302\u0303", "\u0302\u0323", "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303",
         "\u0306\u0323"),
        strict=True,
    )
)  # fmt: skip
_VNI_LETTERS = str.maketrans({"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"})

# From the first of its letters on: a run of letters of any length is gone through once.
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]*+[^\x00-\x7f\s](?:[A-Za-z]|[^\x00-\x7f\s])*")
_ANY_WORD = re.compile(r"[^\W\d_]{2,}")
_MODERN = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|kh|nh|ph|qu|th|tr|ch|[bcdđhklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?\Z"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FEWEST = 5
_SURE = 0.9
_SHARE = 0.1


class Legacy(NamedTuple):
    """An encoding by name; ``iconv`` is what the program of that name calls it, empty where it does not know it."""

    name: str
    iconv: str = ""


def legacy_encoding(text: str) -> Legacy | None:
    """Return the legacy encoding that text was written in; None where it is plain Unicode or too little to tell.

    ``text`` holds each byte as the character of that number (Latin-1), or what a font would have shown.
    """
    # A sign such as £ alone is a letter of some of these encodings, and in all other text it is a sign.
    odd = [word for word in _WORD.findall(text) if any(char.isalpha() and not char.isascii() for char in word)]
    if len(odd) < _FEWEST or len(odd) < _SHARE * len(_ANY_WORD.findall(text)):
        return None
    if len(_MODERN.findall(text)) > _SHARE * len(odd):
        return None
    # "Quý II, quý III": all of it is Vietnamese as it stands.
    plain = vietnamese_share(" ".join(odd))
    best: tuple[float, Legacy] | None = None
    for legacy, spell in _spellings():
        share = vietnamese_share(" ".join(map(spell, odd)))
        if share >= _SURE and share > plain and (best is None or share > best[0]):
            best = (share, legacy)
    return best[1] if best else None


def vietnamese_share(text: str) -> float:
    """Return how many of the words with other letters than a to z are Vietnamese syllables, from 0 to 1.

    0 where such words are too few to tell.
    """
    words = [word for word in re.findall(r"\w+", unicodedata.normalize("NFC", text.lower())) if not word.isascii()]
    if len(words) < _FEWEST:
        return 0.0
    return sum(map(_is_syllable, words)) / len(words)


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word)
    tones = sum(char in _TONES for char in parts)
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return tones <= 1 and bool(_SYLLABLE.match(bare))


def _table(letters: str, first: int) -> Callable[[str], str]:
    spelled = {first + index: letter if letter != " " else "\ufffd" for index, letter in enumerate(letters)}
    return lambda word: word.translate(spelled)


def _vni(word: str) -> str:
    lower = word.lower()
    marked = re.sub(
        f"([aeiouyöô])([{''.join(_VNI_MARKS)}])", lambda match: match[1].translate(_VNI_LETTERS) + _VNI_MARKS[match[2]],
        lower,
    )  # fmt: skip
    return unicodedata.normalize("NFC", marked.translate(_VNI_LETTERS))


def _spellings() -> tuple[tuple[Legacy, Callable[[str], str]], ...]:
    return (
        (Legacy("TCVN3 (TCVN 5712, ABC)", "TCVN"), _table(_TCVN3, 0xA0)),
        (Legacy("VISCII", "VISCII"), _table(_VISCII, 0x80)),
        (Legacy("VNI"), _vni),
    )
