"""PDF: its text layer, page by page. A scan has none, and is said to be one."""

from __future__ import annotations

import re

from factcheck.load.encodings import refuse_legacy
from factcheck.model.document import Document, Unreadable

SUFFIXES = (".pdf",)

# What the text layer has for a hyphen at the end of a line, with the line end that it stands before.
_BROKEN_WORD = re.compile("[\ufffe\u00ad\u0002]\\s*")
_LINE_ENDS = re.compile(r"\r\n?")


def read(data: bytes) -> Document | Unreadable:
    """Read the text layer of a PDF; ``pages`` holds where each page begins, ``scans`` which pages are pictures.

    ImportError where the library of the extra is not installed.
    """
    import pypdfium2  # noqa: PLC0415 - only such a file needs it
    from pypdfium2 import raw  # noqa: PLC0415

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return Unreadable(
                "it is locked with a password; save a copy without one", "có mật khẩu; hãy lưu một bản không mật khẩu"
            )
        return Unreadable("it is no PDF that can be opened; save it anew", "không mở được như tệp PDF; hãy lưu lại")
    try:
        texts: list[str] = []
        scans: list[int] = []
        for number in range(len(file)):
            page = file[number]
            layer = page.get_textpage()
            texts.append(_plain(layer.get_text_range()))
            layer.close()
            if not texts[-1].strip() and next(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]), None):
                scans.append(number + 1)
            page.close()
    except pypdfium2.PdfiumError:
        number = len(texts) + 1
        return Unreadable(
            f"page {number} cannot be read; save the PDF anew", f"không đọc được trang {number}; hãy lưu lại tệp PDF"
        )
    finally:
        file.close()
    text = "\n".join(texts)
    if not text.strip():
        return Unreadable(
            "it is a scan without a text layer; have its text recognised (ocrmypdf, for instance) first",
            "là bản quét, không có lớp văn bản; hãy nhận dạng chữ trước (ví dụ bằng ocrmypdf)",
        )
    return refuse_legacy(text) or Document(text, tuple(_starts(texts)), tuple(scans))


def _plain(text: str) -> str:
    return _BROKEN_WORD.sub("", _LINE_ENDS.sub("\n", text))


def _starts(texts: list[str]) -> list[int]:
    starts, offset = [], 0
    for text in texts:
        starts.append(offset)
        offset += len(text) + 1
    return starts
