"""Two documents written for the tests, in both languages, in every format that is read."""

from __future__ import annotations

import io
from pathlib import Path

from pdf import pdf_of

VI = (
    "Thư viện tỉnh phục vụ bạn đọc trong quý II năm 2024",
    (
        "Đến hết ngày 30/6/2024, thư viện tỉnh có trên 171 nghìn bạn đọc đăng ký, tăng 12,5% so với cùng kỳ năm trước. "
        "Trong quý, 9/22 nhánh huyện mở cửa buổi tối; các nhánh phục vụ 3.451 lượt trẻ em và 6.776 lượt người cao tuổi."
    ),
    "Kho sách hiện có 144.200 cuốn, trong đó 44.100 cuốn là sách thiếu nhi. Tỷ lệ trả sách đúng hạn đạt 95,8%.",
)
EN = (
    "The town library in the first half of 2024",
    (
        "By the end of June more than 12,500 readers had joined, up 8.5% on the year before. Of the 22 branches, "
        "9/22 stay open in the evening; together they lent 48,310 books to children and 6,776 to older readers."
    ),
    "The stock is 144,200 volumes. Some 95.8% of all loans came back on time.",
)
QUOTES = {
    "vi": ("trên 171 nghìn bạn đọc đăng ký", "tăng 12,5% so với cùng kỳ", "9/22 nhánh huyện", "3.451 lượt trẻ em",
           "6.776 lượt người cao tuổi", "144.200 cuốn", "44.100 cuốn là sách thiếu nhi", "đúng hạn đạt 95,8%"),
    "en": ("more than 12,500 readers", "up 8.5% on the year before", "9/22 stay open", "48,310 books to children",
           "6,776 to older readers", "144,200 volumes", "95.8% of all loans"),
}  # fmt: skip
TEXTS = {"vi": VI, "en": EN}
_FURNITURE = "<nav><ul><li><a href=/>Trang chủ 1</a></li></ul></nav>"


def write(folder: Path, code: str, paragraphs: tuple[str, ...] | None = None) -> dict[str, Path]:
    """Write a document in every format; return the files by ending."""
    title, *rest = paragraphs or TEXTS[code]
    data = {
        "txt": "\n\n".join((title, *rest)).encode(),
        "md": "\n\n".join((f"# {title}", *(text.replace(" sách", " **sách**", 1) for text in rest))).encode(),
        "html": _page(title, rest).encode(),
        "pdf": pdf_of(_wrapped(title, rest[0]), _wrapped(*rest[1:])),
        "docx": _word(title, rest),
    }
    files = {}
    for ending, content in data.items():
        files[ending] = folder / f"{code}.{ending}"
        files[ending].write_bytes(content)
    return files


def _wrapped(*texts: str) -> str:
    lines = []
    for text in texts:
        line = ""
        for word in text.split():
            if len(line) + len(word) > 70:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines.append(line)
    return "\n".join(lines)


def _page(title: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{text.replace(' sách', ' <em>sách</em>', 1)}</p>" for text in paragraphs)
    return (
        f"<!doctype html><html><head><title>Site – {title}</title><script>var count = 99;</script></head><body>"
        f"<header>{_FURNITURE}</header><main><article><h1>{title}</h1>{body}</article></main>"
        "<aside>Lượt truy cập: 12.393.083</aside><footer>Điện thoại (844) 62821016</footer></body></html>"
    )


def _word(title: str, paragraphs: list[str]) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(title)
    for text in paragraphs[:-1]:
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "–"
    table.cell(0, 1).text = paragraphs[-1]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
