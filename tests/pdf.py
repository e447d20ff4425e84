"""PDF files made by hand: pages of lines in any letters, by a font that says what its codes mean."""

from __future__ import annotations

SCAN = b"q 900 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Letters def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
"""


def pdf_of(*pages: str) -> bytes:
    """Return a PDF with a text layer; a page without text is empty, one of a form feed is a picture."""
    letters = sorted({char for page in pages for char in page if char not in "\n\f"})
    mapping = b"".join(b"<%04X> <%04X>\n" % (ord(char), ord(char)) for char in letters)
    blocks = b"%d beginbfchar\n%sendbfchar\n" % (len(letters), mapping) if letters else b""
    to_unicode = _TO_UNICODE + blocks + b"endcmap CMapName currentdict /CMap defineresource pop end end"
    kids = b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] "
            b"/ToUnicode 6 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) "
            b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 600 >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 "
            b"/Descent -200 /CapHeight 700 /StemV 80 >>"
        ),
        _stream(to_unicode),
    ]
    for number, page in enumerate(pages):
        lines = b" T* ".join(
            b"<" + line.encode("utf-16-be").hex().encode() + b"> Tj" for line in page.split("\n") if line.strip("\f")
        )
        content = SCAN if page == "\f" else b""
        if lines:
            content = b"BT /F 11 Tf 15 TL 40 780 Td " + lines + b" ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 842] /Resources << /Font << /F 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (8 + 2 * number)
        )
        objects.append(_stream(content))
    return _file(objects)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    parts = [b"%PDF-1.7\n"]
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(parts)
