"""Large registries in which all is right, but for one figure in a hundred that is not what its quote says.

Every hundredth of the claims is what one office reports of one quarter: blocks of ten claims about one subject in one
region. The first four are a total and its three parts, bound by a relation; the others a flow, a stock, a cumulative
count, a share, an amount of money and a figure in millions. From quarter to quarter they grow slowly, so the series
that the reports make together are in order. A claim has twelve lines, of which most registries need half.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

SEED = 20_260_101
# What may be asked for: each report has the same number of blocks of ten.
SMALLEST = 1000
# Every claim of the smallest size is in one of this many reports; a file holds one of them or several.
REPORTS = 100
_QUARTERS = 8
_FIRST_YEAR = 2022
_ENDS = ("03-31", "06-30", "09-30", "12-31")
_PUBLISHED = ("04-20", "07-20", "10-20", "01-20")
_ALTERED_ONE_IN = 10

_FIELDS = (
    "đất đai", "hộ tịch", "thuế", "hải quan", "bảo hiểm xã hội", "y tế", "giáo dục", "giao thông", "xây dựng",
    "tư pháp", "lao động", "môi trường", "công thương", "nông nghiệp", "du lịch", "khoa học", "ngân hàng",
    "chứng khoán", "thể thao", "di sản", "xuất bản", "viễn thông", "bưu chính", "thủy sản", "lâm nghiệp", "điện lực",
    "khoáng sản", "nhà ở", "đầu tư", "đấu thầu", "quảng cáo", "phòng cháy", "cư trú", "căn cước", "hộ chiếu",
    "tôn giáo", "trợ giúp pháp lý", "công chứng", "luật sư", "giám định",
)  # fmt: skip
_OPENINGS = ("", "trong kỳ báo cáo, ", "tính chung toàn ngành, ", "theo số liệu của hệ thống, ")
_NOTES = (
    "Đọc từ bảng {number} của báo cáo, đối chiếu với phụ lục kèm theo.",
    "Trích ở trang {number}, phần kết quả; số liệu do đơn vị tự báo cáo.",
    "Lấy ở biểu {number}, cột cộng dồn; người nhập và người soát khác nhau.",
)


class _Kind(NamedTuple):
    """One of the metrics about a subject: how its label and its quotes go, and how its figure is written."""

    name: str
    label: str
    unit: str
    behaviour: str
    quote: str
    first: int
    decimals: int = 0


_TOTAL = _Kind("received", "hồ sơ {field} tiếp nhận", "hồ sơ", "flow", "tiếp nhận {figure} hồ sơ {field}{of}", 3000)
_OTHERS = (
    _Kind("online", "hồ sơ {field} qua mạng", "hồ sơ", "flow", "có {figure} hồ sơ {field} nộp qua mạng", 2000),
    _Kind("services", "dịch vụ {field}", "dịch vụ", "stock", "cung cấp {figure} dịch vụ {field} trực tuyến", 120),
    _Kind("accounts", "tài khoản {field}", "tài khoản", "cumulative", "lũy kế {figure} tài khoản {field}", 40_000),
    _Kind("satisfied", "người hài lòng về {field}", "%", "share", "{figure}% người dân hài lòng về {field}", 430, 1),
    _Kind("fees", "phí {field} thu qua mạng", "đồng", "flow", "thu {figure} triệu đồng phí {field} qua mạng", 900, -6),
    _Kind("visits", "lượt truy cập {field}", "lượt", "flow", "ghi nhận {figure} triệu lượt truy cập {field}", 15, -5),
)
_PARTS = ("cap-tinh", "cap-huyen", "cap-xa")
_OF = dict(zip(_PARTS, ("cấp tỉnh", "cấp huyện", "cấp xã"), strict=True))


class Made(NamedTuple):
    """A registry that was written: its claim files, and how many figures are not what their quotes say."""

    files: tuple[Path, ...]
    altered: int


def write_registry(folder: Path, claims: int, files: int) -> Made:
    """Write a registry of a number of claims into a number of files, beside one of metrics; nothing else stays there.

    Raises ValueError where the claims cannot be split into full reports, or the reports evenly into files.
    """
    if claims < SMALLEST or claims % SMALLEST or files < 1 or REPORTS % files:
        raise ValueError(f"{claims} claims in {files} files: not {REPORTS} equal reports in equally full files")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    blocks = claims // SMALLEST
    metrics = folder / "metrics.yaml"
    metrics.write_text("\n".join(["metrics:", *_metrics(min(blocks, len(_FIELDS))), ""]), encoding="utf-8")
    paths = [metrics]
    for number in range(files):
        reports = range(number * REPORTS // files, (number + 1) * REPORTS // files)
        paths.append(folder / f"report-{number:03}.yaml")
        paths[-1].write_text("\n".join(_file(number, reports, blocks)), encoding="utf-8")
    return Made(tuple(paths), claims // 10 // _ALTERED_ONE_IN)


def _metrics(fields: int) -> Iterator[str]:
    for number, field in enumerate(_FIELDS[:fields]):
        for kind in (_TOTAL, *_OTHERS):
            yield f"  f{number:02}-{kind.name}:"
            yield f"    label: {kind.label.format(field=field)}"
            yield f"    unit: {_quoted(kind.unit)}"
            yield f"    behaviour: {kind.behaviour}"
            if kind.behaviour == "cumulative":
                yield "    since: 2019-12-09"


def _file(number: int, reports: range, blocks: int) -> Iterator[str]:
    year, quarter = _quarter_of(reports[-1] if len(reports) == 1 else _QUARTERS - 1)
    yield "source:"
    yield f"  id: report-{number:03}"
    yield f"  title: Báo cáo số {number + 1} về kết quả giải quyết thủ tục"
    yield "  publisher: Văn phòng"
    yield f"  published: {year + quarter // 4}-{_PUBLISHED[quarter - 1]}"
    yield "  language: vi"
    yield "claims:"
    relations: list[str] = []
    for report in reports:
        for block in range(blocks):
            yield from _block(report, block, blocks)
            name = _name(report, block)
            parts = " + ".join(f"{name}-{part}" for part in range(1, 4))
            relations.append(f"  - holds: {name}-0 = {parts}")
    yield "relations:"
    yield from relations
    yield ""


def _name(report: int, block: int) -> str:
    return f"r{report:02}-b{block:03}"


def _quarter_of(report: int) -> tuple[int, int]:
    year, quarter = divmod(report % _QUARTERS, 4)
    return _FIRST_YEAR + year, quarter + 1


def _block(report: int, block: int, blocks: int) -> Iterator[str]:
    """Yield ten claims about one subject in one region."""
    # One seed for the eight reports of an office, so that they tell one story.
    chance = Random(f"{SEED} {report // _QUARTERS} {block}")
    numbers = Random(f"{SEED} {report} {block} altered")
    subject, region = block % len(_FIELDS), report // _QUARTERS * 1000 + block // len(_FIELDS)
    altered = 4 + numbers.randrange(2) if (report * blocks + block) % _ALTERED_ONE_IN == 0 else -1
    parts = [_grown(_TOTAL, chance, report) for _ in _PARTS]
    rows = [(_TOTAL, sum(parts), "toan-tinh")]
    rows += [(_TOTAL, part, level) for part, level in zip(parts, _PARTS, strict=True)]
    rows += [(kind, _grown(kind, chance, report), "toan-tinh") for kind in _OTHERS]
    for index, (kind, digits, level) in enumerate(rows):
        of = f" ở {_OF[level]}" if level in _OF else ""
        words = kind.quote.format(figure=_figure(digits, kind), field=_FIELDS[subject], of=of)
        yield f"  - id: {_name(report, block)}-{index}"
        yield f"    metric: f{subject:02}-{kind.name}"
        yield f"    quote: {chance.choice(_OPENINGS)}{words}"
        yield f"    value: {_value(digits + (index == altered), kind)}"
        yield f"    unit: {_quoted(kind.unit)}"
        yield f"    period: {_period(kind, report)}"
        yield "    dimensions:"
        yield f"      region: vung-{region:05}"
        yield f"      level: {level}"
        yield "    status: actual"
        yield f"    decimals: {kind.decimals}"
        yield f"    note: {chance.choice(_NOTES).format(number=numbers.randint(1, 40))}"


def _grown(kind: _Kind, chance: Random, report: int) -> int:
    """Return the digits of a figure that grows by a few per cent each quarter; a cumulative one at an even pace."""
    first = kind.first + chance.randrange(kind.first)
    if kind.behaviour == "cumulative":
        return first + first // 9 * (report % _QUARTERS)
    return first + report % _QUARTERS * first // 50


def _figure(digits: int, kind: _Kind) -> str:
    """Write a figure as a report does: the words after it say thousands, millions or per cent."""
    decimals = 1 if kind.decimals in {1, -5} else 0
    whole, rest = divmod(digits, 10**decimals)
    return f"{whole:,}".replace(",", ".") + (f",{rest}" if decimals else "")


def _value(digits: int, kind: _Kind) -> str:
    if kind.decimals == 1:
        return f"{digits // 10}.{digits % 10}%"
    return str(digits * 10**-kind.decimals)


def _period(kind: _Kind, report: int) -> str:
    year, quarter = _quarter_of(report)
    end = f"{year}-{_ENDS[quarter - 1]}"
    return {"stock": end, "cumulative": f"2019-12-09/{end}"}.get(kind.behaviour, f"{year}-Q{quarter}")


def _quoted(unit: str) -> str:
    return f'"{unit}"' if unit == "%" else unit
