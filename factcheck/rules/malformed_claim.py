"""A registry file, or a record in it, cannot be read.

## What it does
Reports a file that is not YAML, or neither UTF-8 nor UTF-16, keys that are unknown, repeated or missing,
values of the wrong shape, numbers, dates and ids that are not written as such, and relations that cannot be
parsed; each at its line and column.

## Why it matters
What cannot be read cannot be checked. A repeated key or a mistyped one would otherwise vanish without a word.

## What it allows
Everything else in the registry is still checked. Of a repeated key the first value counts, an unknown key is
passed over; a record with any other fault is left out, and what refers to it is listed as not checked. Merge
keys (`<<`) are not read.

## Example
```yaml
comparater: over      # comparator
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View


def _error(en: str, vi: str, help_en: str, help_vi: str) -> Wording:
    return Wording(Severity.ERROR, en, vi, help_en, help_vi)


_EXPRESSION_EN = "Write it like: total = part-a + part-b, with + - × ÷ ( ) and one of = <= >= < >."
_EXPRESSION_VI = "Viết như: total = part-a + part-b, với + - × ÷ ( ) và một trong các dấu = <= >= < >."

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "unreadable-file": _error(
        "The file cannot be read: {detail}.",
        "Không đọc được tệp: {detail}.",
        "Check that the file exists and may be read.",
        "Kiểm tra tệp có tồn tại và được phép đọc.",
    ),
    "bad-encoding": _error(
        "The file is not text that YAML can hold: {detail}.",
        "Tệp không phải văn bản mà YAML chấp nhận: {detail}.",
        "Save the file as UTF-8 and remove control characters.",
        "Lưu tệp dạng UTF-8 và xóa ký tự điều khiển.",
    ),
    "not-yaml": _error(
        "The file is not YAML from here on: {detail}.",
        "Từ đây tệp không còn là YAML: {detail}.",
        "Look for a missing quotation mark, bracket, colon or space just before. What stands above is checked.",
        "Tìm dấu ngoặc kép, ngoặc, dấu hai chấm hoặc khoảng trắng bị thiếu ngay trước đó. "
        "Phần phía trên vẫn được kiểm tra.",
    ),
    "unclosed-quote": _error(
        "The quotation mark that opens here is not closed where its words end.",
        "Dấu ngoặc mở ở đây không được đóng đúng chỗ.",
        "Close it at the end of the line; within it, write \" as \\\" (or ' as ''). What stands above is checked.",
        "Đóng ngoặc ở cuối dòng; bên trong, viết \" thành \\\" (hoặc ' thành ''). Phần phía trên vẫn được kiểm tra.",
    ),
    "bad-indentation": _error(
        "This line fits nothing above it: the lines of the record before it are indented by {detail} spaces.",
        "Dòng này không khớp với phần nào phía trên: các dòng của mục trước đó thụt vào {detail} dấu cách.",
        "Indent it as the lines that it belongs to. What stands above that record is checked.",
        "Thụt dòng như các dòng cùng mục với nó. Phần phía trên mục đó vẫn được kiểm tra.",
    ),
    "second-document": _error(
        "A second YAML document begins here; it is not read.",
        "Một tài liệu YAML thứ hai bắt đầu ở đây; phần này không được đọc.",
        "Remove the --- line, or move what follows into a file of its own.",
        "Xóa dòng ---, hoặc chuyển phần sau sang tệp riêng.",
    ),
    "unknown-alias": _error(
        "The alias *{detail} stands for nothing that is complete before it.",
        "Bí danh *{detail} không trỏ tới nội dung nào đã hoàn tất trước đó.",
        "Write the value out.",
        "Viết hẳn giá trị ra.",
    ),
    "too-many-aliases": _error(
        "The aliases of this file unfold to more than it may hold (at *{detail}).",
        "Các bí danh trong tệp mở ra quá lớn (tại *{detail}).",
        "Write the values out.",
        "Viết hẳn các giá trị ra.",
    ),
    "bad-sha256": _error(
        "sha256: {got} is no SHA-256.",
        "sha256: {got} không phải là mã SHA-256.",
        "Let factcheck pin write it: 64 hexadecimal digits.",
        "Để factcheck pin ghi giá trị này: 64 chữ số thập lục phân.",
    ),
    "document-outside": _error(
        "The document {got} does not lie in the documents folder.",
        "Tài liệu {got} không nằm trong thư mục tài liệu.",
        "Give its path relative to that folder, with forward slashes and without .. or links that lead out.",
        "Ghi đường dẫn tương đối trong thư mục đó, dùng dấu /, không có .. hay liên kết dẫn ra ngoài.",
    ),
    "ignores-nothing": _error(
        "This entry of ignore needs either a quote, or from or to.",
        "Mục này của ignore cần có quote, hoặc from hay to.",
        "Write quote: for some words, from: and to: for a stretch of the document.",
        "Viết quote: cho một cụm từ, from: và to: cho cả một đoạn tài liệu.",
    ),
    "repeated-key": _error(
        "The key {key} is repeated; it was given on line {first}.",
        "Khóa {key} bị lặp; đã có ở dòng {first}.",
        "Keep one of the two. Until then the first counts.",
        "Giữ lại một. Trước đó, giá trị đầu được dùng.",
    ),
    "unknown-key": _error(
        "A {record} has no key {key}.",
        "{record} không có khóa {key}.",
        "Known keys: {known}.",
        "Các khóa hợp lệ: {known}.",
    ),
    "unknown-key-suggestion": _error(
        "A {record} has no key {key}. Did you mean {suggestion}?",
        "{record} không có khóa {key}. Có phải là {suggestion}?",
        "Write {suggestion}, or remove the line.",
        "Viết {suggestion}, hoặc xóa dòng này.",
    ),
    "missing-key": _error(
        "This {record} has no {key}.",
        "{record} này thiếu {key}.",
        "Add a line {key}: …",
        "Thêm dòng {key}: …",
    ),
    "empty-value": _error(
        "{key} has no value.",
        "{key} chưa có giá trị.",
        "Give it a value, or remove the line.",
        "Điền giá trị, hoặc xóa dòng này.",
    ),
    "wrong-shape": _error(
        "{what} must be {wanted}, not {got}.",
        "{what} phải là {wanted}, không phải {got}.",
        "See `factcheck rule malformed-claim` and the README for the form of a registry.",
        "Xem `factcheck rule malformed-claim` và README về dạng của sổ.",
    ),
    "bad-id": _error(
        "{got} is not an id: lower-case letters and digits, joined by single hyphens, a letter first.",
        "{got} không phải mã hợp lệ: chữ thường và chữ số không dấu, nối bằng gạch ngang, bắt đầu bằng chữ.",
        "Write {suggestion}, say.",
        "Ví dụ: {suggestion}.",
    ),
    "bad-number": _error(
        "{key}: {got} is not a number.",
        "{key}: {got} không phải là số.",
        "Write ASCII digits with . for decimals, _ for grouping, and % for a percentage: 44200, 44_200, 46.25%, -50%.",
        "Viết chữ số với . cho thập phân, _ để nhóm, % cho phần trăm: 44200, 44_200, 46.25%, -50%.",
    ),
    "bad-integer": _error(
        "{key}: {got} is not a whole number.",
        "{key}: {got} không phải là số nguyên.",
        "Write 0 for exact to the unit, -3 for thousands, 1 for one decimal.",
        "Viết 0 nếu chính xác đến đơn vị, -3 cho hàng nghìn, 1 cho một chữ số thập phân.",
    ),
    "bad-date": _error(
        "{key}: {got} is not a date.",
        "{key}: {got} không phải là ngày.",
        "Write it as 2020-06-19.",
        "Viết dạng 2020-06-19.",
    ),
    "bad-date-suggestion": _error(
        "{key}: {got} is not a date. Did you mean {suggestion}?",
        "{key}: {got} không phải là ngày. Có phải là {suggestion}?",
        "Write it as {suggestion}.",
        "Viết dạng {suggestion}.",
    ),
    "bad-duration": _error(
        "{key}: {got} is not a duration.",
        "{key}: {got} không phải là khoảng thời lượng.",
        "Write it like P1Y, P6M or P90D.",
        "Viết như P1Y, P6M hoặc P90D.",
    ),
    "bad-period": _error(
        "{key}: {got} is not a period.",
        "{key}: {got} không phải là khoảng thời gian.",
        "Write 2020-06-19, 2019-12-09/2020-06-19, ../2018-06-30, 2020-06, 2020-Q2, 2020-H1 or 2020.",
        "Viết 2020-06-19, 2019-12-09/2020-06-19, ../2018-06-30, 2020-06, 2020-Q2, 2020-H1 hoặc 2020.",
    ),
    "bad-period-suggestion": _error(
        "{key}: {got} is not a period. Did you mean {suggestion}?",
        "{key}: {got} không phải là khoảng thời gian. Có phải là {suggestion}?",
        "Write it as {suggestion}.",
        "Viết dạng {suggestion}.",
    ),
    "backwards-period": _error(
        "{key}: {got} ends before it begins.",
        "{key}: {got} kết thúc trước khi bắt đầu.",
        "Write the earlier day first.",
        "Viết ngày sớm hơn trước.",
    ),
    "bad-choice": _error(
        "{key} cannot be {got}.",
        "{key} không thể là {got}.",
        "It takes one of: {known}.",
        "Nhận một trong: {known}.",
    ),
    "bad-choice-suggestion": _error(
        "{key} cannot be {got}. Did you mean {suggestion}?",
        "{key} không thể là {got}. Có phải là {suggestion}?",
        "It takes one of: {known}.",
        "Nhận một trong: {known}.",
    ),
    "expression-unexpected": _error(
        "{got} is not expected at column {column} of “{text}”.",
        "{got} không đúng chỗ ở cột {column} của “{text}”.",
        _EXPRESSION_EN,
        _EXPRESSION_VI,
    ),
    "expression-ends-early": _error(
        "“{text}” ends where a figure should follow.",
        "“{text}” kết thúc khi lẽ ra còn một số liệu.",
        _EXPRESSION_EN,
        _EXPRESSION_VI,
    ),
    "expression-no-comparison": _error(
        "“{text}” compares nothing.",
        "“{text}” không so sánh gì.",
        _EXPRESSION_EN,
        _EXPRESSION_VI,
    ),
    "expression-two-comparisons": _error(
        "“{text}” compares more than once.",
        "“{text}” so sánh nhiều lần.",
        "Split it into two relations.",
        "Tách thành hai quan hệ.",
    ),
    "expression-needs-spaces": _error(
        "{got} at column {column} of “{text}” needs a space on both sides, since ids contain hyphens.",
        "{got} ở cột {column} của “{text}” cần khoảng trắng hai bên, vì mã có dấu gạch ngang.",
        "Write a - b, not a-b.",
        "Viết a - b, không viết a-b.",
    ),
    "expression-unclosed": _error(
        "The bracket at column {column} of “{text}” is not closed.",
        "Dấu ngoặc ở cột {column} của “{text}” chưa đóng.",
        "Add the missing ).",
        "Thêm dấu ) còn thiếu.",
    ),
    "expression-too-deep": _error(
        "The brackets of this relation are too deep.",
        "Quan hệ này lồng ngoặc quá sâu.",
        "Split it into several relations.",
        "Tách thành nhiều quan hệ.",
    ),
    "expression-bad-selector": _error(
        "{got} selects no dimension.",
        "{got} không chọn chiều nào.",
        "Write it like metric[body=local, level=4].",
        "Viết như metric[body=local, level=4].",
    ),
    "expression-ambiguous-number": _error(
        "{got} in “{text}” can be read two ways.",
        "{got} trong “{text}” có thể đọc hai cách.",
        "Write the number without grouping marks, or group with _.",
        "Viết số không có dấu nhóm, hoặc nhóm bằng _.",
    ),
    "expression-no-figure": _error(
        "“{text}” names no figure.",
        "“{text}” không nêu số liệu nào.",
        "Name claims or metrics in it.",
        "Hãy nêu khai báo hoặc metric.",
    ),
    "expression-too-long": _error(
        "This relation has too many terms.",
        "Quan hệ này có quá nhiều số hạng.",
        "Split it into several relations.",
        "Tách thành nhiều quan hệ.",
    ),
    "change-of-itself": _error(
        "{id} says that it changes itself.",
        "{id} tự ghi là thay đổi của chính nó.",
        "Under change, of: names the claim of the level that grew or fell.",
        "Trong change, of: là khai báo mức đã tăng hoặc giảm.",
    ),
    "too-deep": _error(
        "The brackets or lists of this file are nested too deep.",
        "Tệp này lồng ngoặc hoặc danh sách quá sâu.",
        "Look for brackets that were never closed.",
        "Tìm các dấu ngoặc chưa đóng.",
    ),
    "expression-mixed": _error(
        "A relation speaks of claims or of metrics, not of both: {claim} is a claim, {metric} a metric.",
        "Một quan hệ nói về các khai báo hoặc các metric, không cả hai: {claim} là khai báo, {metric} là metric.",
        "Name claims throughout, or metrics throughout.",
        "Chỉ dùng khai báo, hoặc chỉ dùng metric.",
    ),
    "expression-selected-claim": _error(
        "{claim} is a claim: only a metric takes dimensions in brackets.",
        "{claim} là khai báo: chỉ metric mới nhận chiều trong ngoặc.",
        "Name the claim alone, or its metric with the dimensions.",
        "Ghi riêng mã khai báo, hoặc ghi metric kèm chiều.",
    ),
}


def check(view: View) -> Iterable[Fault]:
    """Return what could not be loaded."""
    return view.faults.get("malformed-claim", ())
