"""What pinning did, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.anchor import Miss, Sighting
from factcheck.model.finding import Where
from factcheck.model.format import format_where
from factcheck.model.pins import Pinned, PinState
from factcheck.report.clean import clean

_EN = {
    PinState.PINNED: "{source}: {document} pinned",
    PinState.REPINNED: "{source}: {document} changed; pinned anew",
    PinState.SAME: "{source}: {document} is as it was pinned",
    PinState.LEFT: "{source}: not pinned: {why}",
    "quotes": ", {found} of {all} quotes found",
    "moved": "  {claim}: from line {before} to {where}",
    "gone": "  {claim}: gone from line {before}; the closest is “{passage}” ({where})",
    "vanished": "  {claim}: gone from line {before}",
    "absent": "  {claim}: not found; the closest is “{passage}” ({where})",
    "never": "  {claim}: not found",
    "unknown": "  where its quotes stood before is not known",
    "nothing": "No source names a document.",
}
_VI = {
    PinState.PINNED: "{source}: đã ghim {document}",
    PinState.REPINNED: "{source}: {document} đã đổi; ghim lại",
    PinState.SAME: "{source}: {document} vẫn như khi ghim",
    PinState.LEFT: "{source}: chưa ghim: {why}",
    "quotes": ", tìm thấy {found} trong {all} trích dẫn",
    "moved": "  {claim}: từ dòng {before} sang {where}",
    "gone": "  {claim}: không còn ở dòng {before}; gần nhất là “{passage}” ({where})",
    "vanished": "  {claim}: không còn ở dòng {before}",
    "absent": "  {claim}: không tìm thấy; gần nhất là “{passage}” ({where})",
    "never": "  {claim}: không tìm thấy",
    "unknown": "  không rõ trước đây các trích dẫn ở đâu",
    "nothing": "Không nguồn nào ghi tài liệu.",
}


def render_pins(done: Iterable[Pinned], lang: str) -> str:
    """Return one line for each source, then one for each quote that moved or is not there."""
    words = _VI if lang == "vi" else _EN
    lines = [line for each in done for line in _lines(each, words, lang)]
    return "\n".join(map(clean, lines or [words["nothing"]])) + "\n"


def _lines(each: Pinned, words: dict[str, str], lang: str) -> Iterator[str]:
    why = (each.why.vi if lang == "vi" else each.why.en) if each.why else ""
    head = words[each.state].format(source=each.source, document=each.document, why=why)
    if each.state is not PinState.LEFT:
        found = sum(not isinstance(seen.outcome, Miss) for seen in each.sightings.values())
        head += words["quotes"].format(found=found, all=len(each.sightings))
    yield head
    if each.state is PinState.REPINNED and not each.before:
        yield words["unknown"]
    for claim, sighting in each.sightings.items():
        if line := _line(claim, sighting, each.before.get(claim), words, lang):
            yield line


def _line(claim: str, sighting: Sighting, before: int | None, words: dict[str, str], lang: str) -> str:
    outcome, spot = sighting.outcome, sighting.spot
    where = format_where(Where(spot.line, spot.page), lang)
    if isinstance(outcome, Miss):
        if outcome.passage:
            name = "absent" if before is None else "gone"
            return words[name].format(claim=claim, before=before, passage=outcome.passage, where=where)
        return words["never" if before is None else "vanished"].format(claim=claim, before=before)
    if before in (None, spot.line):
        return ""
    return words["moved"].format(claim=claim, before=before, where=where)
