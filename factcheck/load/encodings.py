"""The bytes of a text document to text: what is certain is decoded, everything else is refused by name."""

from __future__ import annotations

import codecs
import re
import unicodedata

from factcheck.load.legacy import legacy_encoding, vietnamese_share
from factcheck.model.document import Unreadable

# The marks of UTF-32 begin as those of UTF-16 do, so they come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_MOSTLY = 0.3
_RARELY = 0.02
_CERTAIN = 0.98
_FEWEST = 8
# As in browsers, what calls itself Latin-1 is windows-1252.
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
_CHARSETS = re.compile(
    r"(?:windows-125\d|iso-8859-1?\d|koi8-[ru]|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-jp|euc-kr|macintosh)\Z"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def decode_text(data: bytes) -> str | Unreadable:
    """Return the text of a document: UTF-8 and UTF-16 with or without a mark, UTF-32 with one, windows-1258.

    Text in another code page, or in the letters of a VNI or TCVN3 font, is refused with the name of what it is in.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    if name := _unmarked_utf16(data):
        return _decoded(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1258(data) or _refused(data, error)
    if "\0" in text:
        return not_text("it holds NUL bytes", "có byte NUL")
    return refuse_legacy(text) or text


def decode_declared(data: bytes, name: str) -> str | None:
    """Return the text of a document in the encoding that it names itself; None where that cannot be so.

    A page in the letters of a VNI or TCVN3 font names windows-1252 too; what it spells tells.
    """
    name = "windows-1252" if name.lower() in _LATIN else name.lower()
    if not _CHARSETS.match(name) or legacy_encoding(data.decode("latin-1")) is not None:
        return None
    try:
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return None if "\0" in text else unicodedata.normalize("NFC", text)


def refuse_legacy(text: str) -> Unreadable | None:
    """Return why text is not Unicode although it is encoded as such: it was written for a VNI or TCVN3 font."""
    found = legacy_encoding(text)
    if found is None:
        return None
    return Unreadable(
        f"its letters are {found.name}, an encoding of fonts older than Unicode, and are not guessed at; convert the "
        "document to Unicode (UniKey Toolkit does) and save it as UTF-8",
        f"chữ trong tệp dùng bảng mã {found.name} của phông chữ cũ, không phải Unicode, nên không đoán; hãy chuyển "
        "sang Unicode (ví dụ bằng UniKey Toolkit) và lưu dạng UTF-8",
    )


def not_text(en: str, vi: str) -> Unreadable:
    """Return the refusal of bytes that are no text."""
    return Unreadable(f"it is not text: {en}; save the document as UTF-8 text", f"không phải văn bản: {vi}; hãy lưu "
                      "dạng văn bản UTF-8")  # fmt: skip


def _decoded(data: bytes, encoding: str) -> str | Unreadable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        name = encoding.upper()
        line = before.count("\n") + 1
        return not_text(
            f"byte {error.start} (line {line}) is not {name}", f"byte {error.start} (dòng {line}) không phải {name}"
        )
    return refuse_legacy(text) or text


def _unmarked_utf16(data: bytes) -> str:
    """Return the name of UTF-16 without a mark: every other byte of much of the text is NUL, and no others are."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MOSTLY and even < _RARELY:
        return "utf-16-le"
    return "utf-16-be" if even > _MOSTLY and odd < _RARELY else ""


def _windows_1258(data: bytes) -> str | None:
    """Decode windows-1258 where it is certain: marks stand on vowels, and words become Vietnamese syllables.

    That code page has marks as characters of their own; in no other one do they fall in the right places.
    """
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    marks = [index for index, char in enumerate(text) if char in _TONES]
    if len(marks) < _FEWEST:
        return None
    on_vowels = sum(_is_vowel(text[index - 1]) for index in marks if index)
    if on_vowels < _CERTAIN * len(marks) or vietnamese_share(text) < _CERTAIN:
        return None
    return unicodedata.normalize("NFC", text)


def _is_vowel(char: str) -> bool:
    return unicodedata.normalize("NFD", char)[0].lower() in "aeiouy"


def _refused(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    found = legacy_encoding(data.decode("latin-1"))
    if found:
        en = f" ({_recode(found.iconv)})" if found.iconv else " (UniKey Toolkit does)"
        vi = f" ({_recode(found.iconv)})" if found.iconv else " (ví dụ bằng UniKey Toolkit)"
        return Unreadable(
            f"it is in {found.name}, not in Unicode, and is not guessed at; convert it to UTF-8{en}",
            f"tệp dùng bảng mã {found.name}, không phải Unicode, nên không đoán; hãy chuyển sang UTF-8{vi}",
        )
    line = data[: error.start].count(b"\n") + 1
    byte = f"0x{data[error.start]:02x}"
    return Unreadable(
        f"byte {byte} on line {line} is not UTF-8, and no other encoding is certain (windows-1252, or an old "
        "Vietnamese code page such as VPS?); save the document as UTF-8",
        f"byte {byte} ở dòng {line} không phải UTF-8, và không chắc là bảng mã nào khác (windows-1252, hay bảng mã "
        "tiếng Việt cũ như VPS?); hãy lưu tài liệu dạng UTF-8",
    )


def _recode(name: str) -> str:
    return f"iconv -f {name} -t UTF-8 FILE > NEW"
