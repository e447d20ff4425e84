"""``factcheck relate``: relations that the figures bear out and that nobody has stated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path

from factcheck.load.add_relations import AppendError, NewRelation, with_relations
from factcheck.load.files import SUFFIXES, decode
from factcheck.load.registry import load_registry
from factcheck.model.proposal import Proposal, Proposals
from factcheck.model.record import NamedTuple
from factcheck.model.registry import Registry
from factcheck.model.view import Judgement, View
from factcheck.pipeline.output import write_whole
from factcheck.pipeline.plan import Request, UsageError, nothing_in
from factcheck.pipeline.view import build_view
from factcheck.report.proposals import comment, render_json, render_table, render_yaml
from factcheck.report.stated import render_stated_json, render_stated_table
from factcheck.solve.proposals.search import DEFAULT_THRESHOLD, propose

_CHANCE = re.compile(r"\d{1,9}(?:\.\d{1,9}|/[1-9]\d{0,8})?\Z", re.ASCII)


class TextLayout(NamedTuple):
    """How wide and in which language a text for people is, and whether it is coloured."""

    width: int
    lang: str
    colour: bool


def parse_chance(text: str | None) -> Fraction:
    """Read a threshold such as 0.25 or 1/4; UsageError where it is none above 0."""
    if text is None:
        return DEFAULT_THRESHOLD
    value = Fraction(text) if _CHANCE.match(text) else Fraction(0)
    if value <= 0:
        raise UsageError(
            f"--chance {text} is no number above 0. Write it like 0.05 or 1/20.",
            f"--chance {text} không phải là số lớn hơn 0. Viết như 0.05 hoặc 1/20.",
        )
    return value


def one_without_the_other() -> UsageError:
    """Return the error of accepting without a file, or naming a file without accepting."""
    return UsageError(
        "--accept ID and --write FILE go together: name what you accept, and where it goes.",
        "--accept MÃ và --write TỆP đi cùng nhau: ghi đề xuất nào được nhận, và ghi vào đâu.",
    )


def propose_relations(
    request: Request, threshold: Fraction, on_file: Callable[[int, int], None] | None = None
) -> tuple[Proposals, tuple[str, ...]]:
    """Propose relations for the sources that the request counts; also return the files that could not be read.

    NothingToCheckError where the registry has no claims, UsageError where it cannot be read.
    """
    registry, view = _view(request, on_file)
    paths: dict[str, set[str]] = {}
    for claim in registry.claims.values():
        paths.setdefault(claim.source, set()).add(claim.place.path)
    sources = [source for source, places in paths.items() if _counts(places, request.only)]
    return propose(view, sources, threshold, request.lang), registry.incomplete


def _view(request: Request, on_file: Callable[[int, int], None] | None) -> tuple[Registry, View]:
    loaded = load_registry(request.roots, request.base, request.texts, on_file)
    registry = loaded.registry
    if registry.incomplete and not registry.claims:
        listed = ", ".join(registry.incomplete)
        raise UsageError(
            f"{listed} could not be read; `factcheck check` says why.",
            f"Không đọc được {listed}; `factcheck check` cho biết lý do.",
        )
    if not registry.claims:
        raise nothing_in(request.roots, len(registry.files))
    return registry, build_view(loaded, request.as_of)[0]


def stated(request: Request) -> tuple[View, tuple[Judgement, ...]]:
    """Return the relations that are stated, worked out, of the paths that the request counts.

    NothingToCheckError where the registry has no claims, UsageError where it cannot be read.
    """
    registry, view = _view(request, None)
    claims = registry.claims

    def places(judgement: Judgement) -> set[str]:
        return {judgement.instance.place.path, *(claims[name].place.path for name in judgement.instance.claims)}

    return view, tuple(each for each in view.judgements if _counts(places(each), request.only))


def _counts(places: Iterable[str], only: tuple[str, ...]) -> bool:
    below = [folder.rstrip("/") + "/" for folder in only]
    return not only or any(
        place in only or folder in ("/", "./") or place.startswith(folder) for place in places for folder in below
    )


def proposals_text(found: Proposals, output_format: str, layout: TextLayout) -> str:
    """Return proposals as a table, as YAML to paste or as JSON."""
    if output_format == "json":
        return render_json(found)
    if output_format == "yaml":
        return render_yaml(found, layout.lang)
    return render_table(found, layout.width, layout.lang, colour=layout.colour)


def stated_text(request: Request, output_format: str, layout: TextLayout) -> str:
    """Return the stated relations and how far each holds, as a table or else as JSON."""
    view, judgements = stated(request)
    if output_format == "table":
        return render_stated_table(view, judgements, layout.width, layout.lang, colour=layout.colour)
    return render_stated_json(view, judgements)


def accept(request: Request, proposals: Proposals, names: Sequence[str], path: Path) -> list[Proposal]:
    """Append the named proposals to a file of the registry; return them.

    UsageError, with nothing written, where a name is none of the proposals or the file cannot take them.
    """
    by_name = {proposal.id: proposal for proposal in proposals.proposals}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise UsageError(
            f"Nothing proposed is called {', '.join(unknown)}; nothing was written. `factcheck relate` lists the ids.",
            f"Không có đề xuất nào tên là {', '.join(unknown)}; chưa ghi gì. `factcheck relate` liệt kê các mã.",
        )
    accepted = [by_name[name] for name in dict.fromkeys(names)]
    text = _existing_text(request, path)
    new = [NewRelation(each.id, each.holds, comment(each, request.lang)) for each in accepted]
    try:
        result = with_relations(text, new, str(path))
    except AppendError as error:
        raise UsageError(error.en, error.vi) from None
    write_whole(request.base / path, result)
    return accepted


def _existing_text(request: Request, path: Path) -> str:
    """Return what a registry file holds, nothing if it does not exist yet; UsageError if it is none of the registry."""
    target = (request.base / path).resolve()
    inside = any(target.is_relative_to(root.resolve()) for root in request.roots if root.is_dir())
    named = any(target == root.resolve() for root in request.roots)
    if path.suffix.lower() not in SUFFIXES or not (inside or named):
        raise UsageError(
            f"{path} is no YAML file of this registry; nothing was written. Name one below "
            f"{', '.join(map(str, request.roots))}.",
            f"{path} không phải tệp YAML của sổ này; chưa ghi gì. Hãy ghi tệp nằm trong "
            f"{', '.join(map(str, request.roots))}.",
        )
    try:
        data = target.read_bytes() if target.exists() else b""
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", f"Không đọc được {path}: {error.strerror}."
        ) from None
    text = decode(data)
    if not isinstance(text, str) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UsageError(
            f"{path} is not UTF-8; nothing was written. Save it as UTF-8 first.",
            f"{path} không phải UTF-8; chưa ghi gì. Hãy lưu tệp dạng UTF-8 trước.",
        )
    return text
