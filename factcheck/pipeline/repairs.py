"""The likeliest slips of a registry put into words, at the findings that they would explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.conflict import Repair as Found
from factcheck.model.conflict import Slip, Suggestion
from factcheck.model.finding import Finding, Repair
from factcheck.model.record import replace
from factcheck.model.severity import Severity

_RULES = frozenset(
    {
        "misread-value",
        "conflicting-values",
        "decreasing-cumulative",
        "part-exceeds-whole",
        "impossible-share",
        "broken-relation",
        "joint-contradiction",
    }
)
_SLIPS = {
    Slip.REPLACED: ("one digit mistyped in {typed}", "gõ sai một chữ số trong {typed}"),
    Slip.DROPPED: ("a digit dropped from {typed}", "gõ thiếu một chữ số trong {typed}"),
    Slip.ADDED: ("a digit too many in {typed}", "gõ thừa một chữ số trong {typed}"),
    Slip.DOUBLED: ("a digit struck twice in {typed}", "gõ lặp một chữ số trong {typed}"),
    Slip.SWAPPED: ("two neighbouring digits swapped in {typed}", "đảo hai chữ số liền nhau trong {typed}"),
    Slip.SCALE: ("{typed} is in the wrong thousands or millions", "{typed} nhầm hàng nghìn hoặc triệu"),
    Slip.MARK: ("the decimal mark of {typed} moved", "đặt sai dấu thập phân trong {typed}"),
    Slip.SIGN: ("the sign of {typed} turned", "sai dấu của {typed}"),
    Slip.POINTS: (
        "{typed} is the change in the other reading, per cent for points or points for per cent",
        "{typed} là mức thay đổi theo cách hiểu kia, nhầm phần trăm với điểm phần trăm",
    ),
    Slip.NEIGHBOUR: ("{typed} taken from {source} beside it", "{typed} lấy nhầm từ {source} ở bên cạnh"),
    Slip.QUOTE: ("the quote says “{source}”, not {typed}", "trích dẫn ghi “{source}”, không phải {typed}"),
}
_RESTORED = {
    0: ("", ""),
    1: ("; its relation then holds", "; khi đó quan hệ của nó đúng"),
    2: ("; both of its relations then hold", "; khi đó cả hai quan hệ của nó đều đúng"),
}
_MANY = ("; all {number} of its relations then hold", "; khi đó cả {number} quan hệ của nó đều đúng")


def attach_repairs(findings: Iterable[Finding], suggestions: tuple[Suggestion, ...], lang: str) -> Iterator[Finding]:
    """Yield the findings, each with the repairs of the contradiction that it is part of.

    A repair changes one claim of each contradiction that it explains, so that it belongs to the findings that
    name this claim, if they name those of all alternatives too.
    """
    for finding in findings:
        repairs: tuple[Repair, ...] = ()
        if finding.rule in _RULES and finding.severity is Severity.ERROR:
            repairs = next(
                (
                    tuple(_say(repair, lang) for repair in suggestion.repairs)
                    for suggestion in suggestions
                    if {_claim(repair) for repair in suggestion.repairs} <= set(finding.fault.claims)
                ),
                (),
            )
        yield replace(finding, repairs=repairs) if repairs else finding


def _claim(repair: Found) -> str:
    return repair.claim.removesuffix(".of")


def _say(repair: Found, lang: str) -> Repair:
    slip, restored = _SLIPS[repair.slip], _RESTORED.get(repair.restored, _MANY)
    en, vi = (
        (slip[at] + restored[at]).format(typed=repair.typed, source=repair.source, number=repair.restored)
        for at in (0, 1)
    )
    return Repair(repair.claim, repair.value, vi if lang == "vi" else en, en)
