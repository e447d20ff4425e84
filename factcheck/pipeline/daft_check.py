"""A check on an engine: its records grouped by what has to be looked at together, each group checked where it lies.

The rows of a group are all that its check needs besides the metrics and sources, which every process gets: it is the
same function of them as here, so that it finds the same.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, Generic, TypeVar, cast

from factcheck.load.packed import Template
from factcheck.load.parsed import Parsed
from factcheck.load.parts import Members, Opened
from factcheck.load.registry import Gathered
from factcheck.model.record import NamedTuple
from factcheck.pipeline.engine import load_engine, said_by_engine
from factcheck.pipeline.part import Outcome, check_part
from factcheck.pipeline.plan import Request
from factcheck.pipeline.spread import cores
from factcheck.pipeline.view import NEARBY

T = TypeVar("T")
_CLAIM, _RELATION, _BESIDE = range(3)


class _Row(NamedTuple):
    """A record of a part, or a claim that stands ``beside`` one in its file."""

    part: int
    file: int
    role: int
    position: int
    record: bytes
    names: bytes
    start: int
    templated: int


class _Shared(NamedTuple):
    """What every group needs: metrics, sources, and of each file its path, source, number of claims and templates."""

    gathered: Gathered
    paths: list[str]
    owners: list[str]
    lengths: list[int]
    templates: list[list[Template]]
    as_of: date
    lang: str


class _Excerpt(dict[int, T], Generic[T]):
    """Some elements of a list by their numbers in it; it is as long as the list."""

    def __init__(self, length: int = 0) -> None:
        super().__init__()
        self._length = length

    def __len__(self) -> int:
        return self._length


def check_on_engine(opened: Opened, parts: Sequence[Sequence[Members]], request: Request) -> list[Outcome]:
    """Return what comes of checking each part, in their order; UsageError where the engine cannot do it."""
    if not parts:
        return []
    daft = load_engine(request.engine_address)
    shared = _shared(opened, request)
    columns = zip(*chain.from_iterable(_rows(opened, *each) for each in enumerate(parts)), strict=True)
    try:
        rows = daft.from_pydict(dict(zip(_Row._fields, map(list, columns), strict=True)))
        others = _Row._fields[1:]
        groups = rows.groupby("part").agg(*(daft.col(name).list_agg().alias(name) for name in others))
        check = _checker(daft, shared)
        checked = groups.select("part", check(*(daft.col(name) for name in _Row._fields)).alias("outcome"))
        outcomes = checked.to_pydict()
    except Exception as error:  # noqa: BLE001 - an engine fails in its own ways
        raise said_by_engine(error) from None
    of_part = dict(zip(outcomes["part"], outcomes["outcome"], strict=True))
    return [pickle.loads(of_part[number]) for number in range(len(parts))]  # noqa: S301 - made by our own processes


def _shared(opened: Opened, request: Request) -> _Shared:
    gathered = opened.gathered
    return _Shared(
        Gathered(metrics=gathered.metrics, sources=gathered.sources),
        [file.path for file in opened.files],
        list(opened.owners),
        [len(file.claims) for file in opened.files],
        [file.claims.templates for file in opened.files],
        request.as_of,
        request.lang,
    )


def _rows(opened: Opened, part: int, members: Sequence[Members]) -> Iterator[_Row]:
    for each in members:
        file = opened.files[each.file]
        of_part = set(each.claims)
        near = {claim + step for claim in each.claims for step in NEARBY} - of_part
        beside = sorted(position for position in near if 0 <= position < len(file.claims))
        for role, records, positions in (
            (_CLAIM, file.claims, each.claims),
            (_BESIDE, file.claims, beside),
            (_RELATION, file.relations, each.relations),
        ):
            for position in positions:
                names, start = marshal.dumps(records.names[position]), records.starts[position]
                templated = records.templated[position]
                yield _Row(part, each.file, role, position, records.records[position], names, start, templated)


def _checker(daft: Any, shared: _Shared) -> Any:  # noqa: ANN401 - Daft's
    """Return the function over columns, to be run by as many processes as there are cores."""

    class Checker:
        def check(self, parts: Any, *columns: Any) -> list[bytes]:  # noqa: ANN401 - series of Daft's
            lists = [column.to_pylist() for column in columns]
            return [
                pickle.dumps(_check([_Row(part, *row) for row in zip(*group, strict=True)], shared))
                for part, *group in zip(parts.to_pylist(), *lists, strict=True)
            ]

    Checker.check = daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=1)(Checker.check)  # type: ignore[method-assign]
    return daft.cls(max_concurrency=cores(), use_process=True)(Checker)().check


def _check(rows: Sequence[_Row], shared: _Shared) -> Outcome:
    """Check the part that has these rows."""
    files: dict[int, Parsed] = {}
    claims: dict[int, list[int]] = {}
    relations: dict[int, list[int]] = {}
    for row in rows:
        file = files.get(row.file) or _excerpt(shared, row.file)
        files[row.file] = file
        records = file.relations if row.role == _RELATION else file.claims
        records.records[row.position] = row.record
        records.names[row.position] = marshal.loads(row.names)  # noqa: S302 - plain texts
        records.starts[row.position] = row.start
        records.templated[row.position] = row.templated
        if row.role != _BESIDE:
            of_role = relations if row.role == _RELATION else claims
            of_role.setdefault(row.file, []).append(row.position)
    # Only the files of this part are looked into, each by its number.
    opened = Opened(cast("Any", files), shared.gathered, shared.owners)
    members = [
        Members(number, tuple(sorted(claims.get(number, ()))), tuple(sorted(relations.get(number, ()))))
        for number in sorted({*claims, *relations})
    ]
    return check_part(opened, members, shared.as_of, shared.lang)


def _excerpt(shared: _Shared, number: int) -> Parsed:
    file = Parsed(shared.paths[number])
    for records, length in ((file.claims, shared.lengths[number]), (file.relations, 0)):
        excerpt: Any = records
        excerpt.records, excerpt.names = _Excerpt(length), _Excerpt(length)
        excerpt.starts, excerpt.templated = _Excerpt(), _Excerpt()
    file.claims.templates = shared.templates[number]
    return file
