"""Proposed relations as a table for people, as YAML to paste, and as JSON for programs."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import groupby

from factcheck.model.exact import floor_of
from factcheck.model.format import format_number, format_rate
from factcheck.model.proposal import Proposal, ProposalKind, Proposals
from factcheck.report.clean import clean
from factcheck.report.labels import count
from factcheck.report.layout import Column, Table, Text, laid_out

VERSION = 1
_TEXTS = {
    "en": {
        "relation": "relation",
        "chance": "by chance in",
        "sources": "1 source in {number}",
        "times": "{number} times a source",
        "tried": "{number} tried",
        "instead": "or {number} more with equal figures",
        "comment": "{figures}; by chance in {chance} ({tried})",
        "none": "Nothing to propose: {tried} combinations tried in {sources}, none both fits and is unlikely.",
        "summary": "{proposals} proposed from {tried} combinations tried in {sources}; by chance, fewer than "
        "{expected} would be.",
        "large": "Not every sum and ratio was tried in {sources}: too many figures of one unit.",
        "next": "Read them; what is true of the documents, and not only of their figures, can be accepted:",
        "paste": "factcheck relate --accept ID --write FILE appends it, or paste:",
    },
    "vi": {
        "relation": "quan hệ",
        "chance": "ngẫu nhiên gặp ở",
        "sources": "1 trên {number} nguồn",
        "times": "{number} lần mỗi nguồn",
        "tried": "đã thử {number}",
        "instead": "hoặc {number} cách khác với số bằng nhau",
        "comment": "{figures}; ngẫu nhiên gặp ở {chance} ({tried})",
        "none": "Không có gì để đề xuất: đã thử {tried} tổ hợp trong {sources}, không tổ hợp nào vừa khớp vừa "
        "khó ngẫu nhiên.",
        "summary": "{proposals} đề xuất từ {tried} tổ hợp đã thử trong {sources}; nếu chỉ ngẫu nhiên thì dưới "
        "{expected}.",
        "large": "Chưa thử hết mọi tổng và tỷ lệ trong {sources}: quá nhiều số cùng đơn vị.",
        "next": "Hãy đọc kỹ; quan hệ nào đúng với tài liệu, chứ không chỉ khớp số, thì có thể nhận:",
        "paste": "factcheck relate --accept MÃ --write TỆP ghi thêm vào sổ, hoặc dán:",
    },
}
_KINDS_VI = {
    ProposalKind.BREAKDOWN: "chia theo thành phần",
    ProposalKind.SUM_ALIKE: "tổng các số cùng loại",
    ProposalKind.SUM: "tổng",
    ProposalKind.ALL_OF_SHARES: "các tỷ lệ của một tổng thể",
    ProposalKind.QUOTED_SHARE: "tỷ lệ ghi kèm hai số",
    ProposalKind.OWN_SHARE: "tỷ lệ theo mẫu số của chính nó",
    ProposalKind.SHARE_ALIKE: "tỷ lệ giữa các số cùng loại",
    ProposalKind.SHARE: "tỷ lệ",
    ProposalKind.SHARE_OF_PARTS: "tỷ lệ trong các thành phần",
    ProposalKind.MULTIPLE: "số lần",
    ProposalKind.SAME_WHOLE: "cùng mẫu số",
}


def render_table(found: Proposals, width: int, lang: str, *, colour: bool) -> str:
    """Return the proposals by source: figures, statement, how unlikely; then the YAML to paste."""
    texts = _TEXTS[lang]
    tried = format_number(found.tried, lang)
    large = texts["large"].format(sources=clean(", ".join(found.too_large))) + "\n" if found.too_large else ""
    if not found.proposals:
        return texts["none"].format(tried=tried, sources=count(found.sources, "source", lang)) + "\n" + large
    shown = ""
    for source, proposals in groupby(found.proposals, key=lambda proposal: proposal.source):
        heading = Text(clean(source), style="bold")
        table = Table([Column(heading), Column(texts["chance"], right=True, wraps=False)])
        for proposal in proposals:
            statement = Text(
                (proposal.id, "bold"),
                "\n  ",
                clean(proposal.figures),
                (f"   {_kind(proposal.kind, lang)}\n", "dim"),
                f"  {proposal.holds}",
            )
            if proposal.instead:
                statement.append("\n  " + texts["instead"].format(number=len(proposal.instead)), "dim")
            table.add(statement, Text(f"{_chance(proposal, lang)}\n{_tried(proposal, lang)}"))
        shown += laid_out(table, width=width, colour=colour) + "\n"
    expected = format_rate(found.threshold * found.sources, lang)
    summary = texts["summary"].format(
        proposals=len(found.proposals), tried=tried, sources=count(found.sources, "source", lang), expected=expected
    )
    return f"{shown}{summary}\n{large}{texts['next']}\n{texts['paste']}\n\n{render_yaml(found, lang)}"


def render_yaml(found: Proposals, lang: str) -> str:
    """Return the proposals as a list of relations; empty where there is none."""
    if not found.proposals:
        return ""
    entries = [f"  # {comment(each, lang)}\n  - id: {each.id}\n    holds: {each.holds}\n" for each in found.proposals]
    return "relations:\n" + "".join(entries)


def comment(proposal: Proposal, lang: str) -> str:
    """Return what a person needs to know of a proposal on one line."""
    figures = clean(proposal.figures)
    return _TEXTS[lang]["comment"].format(figures=figures, chance=_chance(proposal, lang), tried=_tried(proposal, lang))


def render_json(found: Proposals) -> str:
    """Return the proposals as one JSON object; numbers that are worked out are texts."""
    record = {
        "version": VERSION,
        "proposals": [
            {
                "id": each.id,
                "source": each.source,
                "kind": each.kind.value,
                "holds": each.holds,
                "figures": each.figures,
                "claims": list(each.claims),
                "chance": _plain_rate(each.chance),
                "tried": each.tried,
                "instead": list(each.instead),
            }
            for each in found.proposals
        ],
        "threshold": _plain_rate(found.threshold),
        "tried": found.tried,
        "sources": found.sources,
        "too_large": list(found.too_large),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _plain_rate(value: Fraction) -> str:
    return format_rate(value, "en").replace(",", "")


def _kind(kind: ProposalKind, lang: str) -> str:
    return _KINDS_VI[kind] if lang == "vi" else kind.value


def _chance(proposal: Proposal, lang: str) -> str:
    if proposal.chance >= 1:
        return _TEXTS[lang]["times"].format(number=format_rate(proposal.chance, lang))
    number = floor_of(1 / proposal.chance)
    digits = len(str(number))
    rounded = number // 10 ** (digits - 2) * 10 ** (digits - 2) if digits > 2 else number  # noqa: PLR2004
    return _TEXTS[lang]["sources"].format(number=format_number(rounded, lang))


def _tried(proposal: Proposal, lang: str) -> str:
    return _TEXTS[lang]["tried"].format(number=format_number(proposal.tried, lang))
