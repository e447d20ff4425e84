"""The few words that belong to the layout of a report and not to any rule."""

from __future__ import annotations

from factcheck.model.finding import Finding
from factcheck.model.report import Report

_EN = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "quote": "quote",
    "source": "source",
    "published": "published",
    "period": "period",
    "expect": "readers expect",
    "could": "could be",
    "claim": "claim",
    "written": "as written",
    "unknown": "unknown",
    "explains": "This also explains: {rules}",
    "slip": "Likeliest slip: {repairs}.",
    "slips": "Any one of these slips would explain it: {repairs}.",
    "repair": "{claim} should be {value} ({why})",
    "allowed": "allowed: {because}",
    "story": "From {earlier} to {later}",
    "what": "what",
    "earlier": "earlier",
    "later": "later",
    "before": "a day before",
    "after": "a day after",
    "pace": "pace ×",
    "unchecked": "Not checked",
    "more": "{names} and {number} more",
    "nothing": "No findings",
    "as_of": "as of {date}",
    "among": "in {claims} ({quoted} with a quote) from {sources}, {relations} worked out",
    "beside": "beside {allowed} allowed and {known} known",
    "finding": "Finding",
    "where": "Where",
    "next": "What to do",
}
_VI = {
    "error": "lỗi",
    "warning": "cảnh báo",
    "note": "ghi chú",
    "quote": "trích dẫn",
    "source": "nguồn",
    "published": "ngày đăng",
    "period": "thời gian",
    "expect": "người đọc hiểu",
    "could": "có thể là",
    "claim": "khai báo",
    "written": "nguyên văn",
    "unknown": "không rõ",
    "explains": "Điều này cũng giải thích: {rules}",
    "slip": "Lỗi gõ dễ xảy ra nhất: {repairs}.",
    "slips": "Chỉ một trong các lỗi gõ sau là đủ để giải thích: {repairs}.",
    "repair": "{claim} lẽ ra là {value} ({why})",
    "allowed": "được miễn: {because}",
    "story": "Từ {earlier} đến {later}",
    "what": "chỉ tiêu",
    "earlier": "trước",
    "later": "sau",
    "before": "mỗi ngày trước",
    "after": "mỗi ngày sau",
    "pace": "nhịp ×",
    "unchecked": "Chưa kiểm tra",
    "more": "{names} và {number} mục khác",
    "nothing": "Không có phát hiện",
    "as_of": "tính đến {date}",
    "among": "trong {claims} ({quoted} có trích dẫn) từ {sources}, đã tính {relations}",
    "beside": "ngoài ra {allowed} được miễn, {known} đã biết",
    "finding": "Phát hiện",
    "where": "Vị trí",
    "next": "Việc cần làm",
}
_NOUNS = {"claim": "khai báo", "source": "nguồn", "relation": "quan hệ"}


def label(name: str, lang: str, **facts: object) -> str:
    """Return a word of the layout in a language."""
    return (_VI if lang == "vi" else _EN)[name].format_map(facts)


def slips(finding: Finding, lang: str) -> str:
    """Return a sentence on the likeliest slips of a finding, empty where there is none."""
    if not finding.repairs:
        return ""
    repairs = "; ".join(
        label("repair", lang, claim=each.claim, value=each.value, why=each.english if lang == "en" else each.why)
        for each in finding.repairs
    )
    return label("slip" if len(finding.repairs) == 1 else "slips", lang, repairs=repairs)


def count(number: int, noun: str, lang: str) -> str:
    """Return "3 claims", "1 claim", "3 khai báo"."""
    if lang == "vi":
        return f"{number} {_NOUNS.get(noun) or _VI[noun]}"
    return f"{number} {noun}{'' if number == 1 else 's'}"


def scope(report: Report, lang: str) -> str:
    """Return what was looked at, as the end of the summary's sentence."""
    summary = report.summary
    words = label(
        "among",
        lang,
        claims=count(summary.claims, "claim", lang),
        quoted=summary.claims_with_quote,
        sources=count(summary.sources, "source", lang),
        relations=count(summary.relations_checked, "relation", lang),
    )
    if summary.allowed or summary.known:
        words += ", " + label("beside", lang, allowed=summary.allowed, known=summary.known)
    return words + ", " + label("as_of", lang, date=summary.as_of.isoformat()) + "."
