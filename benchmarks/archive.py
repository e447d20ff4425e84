"""How fast an archive of documents is scanned: on one core, on several, through Daft; as Markdown tables.

    python -m benchmarks.archive [--quick] [--documents N] [--runs N] [--jobs N]

The archive is made up and the same each time: documents of 2.5 kB of Vietnamese news, as files in folders and as rows
of one Parquet file. Each run is a fresh process; of several runs the fastest counts, since what else a machine does
only ever makes one slower. Quantities are written as Parquet. ``--quick`` takes a tenth of the documents, once.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import Cost, run
from benchmarks.reading import news
from benchmarks.tables import figure, print_table

_BYTES = 2500
_A_FOLDER = 1000
_SHARE = 10
_MB = 1_000_000
_US = 1_000_000
_DAFT = "Parquet, Daft on this machine"


@dataclass(frozen=True, slots=True)
class Archive:
    """The documents by number and size in bytes, and where they stand: as files, as rows, and the first of them."""

    documents: int
    size: int
    files: Path
    rows: Path


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="a tenth of the documents, once")
    options = parser.parse_args()
    documents = options.documents // _SHARE if options.quick else options.documents
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), documents, 1 if options.quick else options.runs, options.jobs)


def measure(folder: Path, documents: int, runs: int, jobs: int) -> None:
    """Measure all ways to scan an archive, each in turn, again and again."""
    whole = write_archive(folder / "whole", documents)
    part = write_archive(folder / "part", max(documents // _SHARE, 1))
    one = write_archive(folder / "one", 1)
    ways = {
        "files, one core": ("files", ["--jobs", "1"]),
        f"files, {jobs} cores": ("files", ["--jobs", str(jobs)]),
        "Parquet, one core": ("rows", ["--jobs", "1"]),
        f"Parquet, {jobs} cores": ("rows", ["--jobs", str(jobs)]),
    }
    if find_spec("daft"):
        ways[_DAFT] = ("rows", ["--engine", "daft"])
    taken: dict[str, list[tuple[Cost, Cost, Cost]]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, (form, given) in ways.items():
            taken[name].append(
                (
                    _scan(folder, str(getattr(whole, form)), given),
                    _scan(folder, str(getattr(part, form)), given),
                    _scan(folder, str(getattr(one, form)), given),
                )
            )
    best = {
        name: [min(costs, key=lambda cost: cost.wall) for costs in zip(*each, strict=True)]
        for name, each in taken.items()
    }
    print_table(
        f"{documents} documents, {figure(whole.size / _MB)} MB",
        ["way", "s", "documents/s", "MB/s", "× one core", "processor s", "MB memory", "of a tenth", "start-up s"],
        [_row(name, costs, whole, best) for name, costs in best.items()],
    )
    if _DAFT in best:
        wall, cpu = _added(best[f"Parquet, {jobs} cores"], best[_DAFT], documents)
        print(
            f"Daft adds to {jobs} cores, start-up apart: {wall:.1f} µs a document by the clock, {cpu:.1f} µs of "
            "processor time.\n"
        )


def _added(own: Sequence[Cost], theirs: Sequence[Cost], documents: int) -> tuple[float, float]:
    """Return what one way takes more than another, start-up apart: microseconds a document, wall and processor."""
    wall, cpu = (
        [getattr(each[0], name) - getattr(each[-1], name) for each in (own, theirs)] for name in ("wall", "cpu")
    )
    return (wall[1] - wall[0]) * _US / documents, (cpu[1] - cpu[0]) * _US / documents


def _row(name: str, costs: Sequence[Cost], archive: Archive, best: dict[str, list[Cost]]) -> list[str]:
    whole, part, one = costs
    single = best["files, one core" if name.startswith("files") else "Parquet, one core"][0]
    return [
        name,
        f"{whole.wall:.1f}",
        figure(archive.documents / whole.wall),
        f"{archive.size / _MB / whole.wall:.2f}",
        f"{single.wall / whole.wall:.2f}",
        f"{whole.cpu:.1f}",
        f"{whole.tree:.0f}",
        f"{part.tree:.0f}",
        f"{one.wall:.2f}",
    ]


def _scan(folder: Path, name: str, given: Sequence[str]) -> Cost:
    target = folder / ("quantities" if "--engine" in given else "quantities.parquet")
    ran = run([sys.executable, "-m", "factcheck", "scan", name, *given, "-o", str(target)], folder)
    if ran.code:
        raise SystemExit(f"the scan failed: {ran.errors}")
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    return ran.cost


def write_archive(folder: Path, documents: int) -> Archive:
    """Write documents as files, a thousand to a folder, and as rows of one Parquet file."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    texts = list(made_up(documents))
    names = [f"{number:08}" for number in range(documents)]
    for number, (name, text) in enumerate(zip(names, texts, strict=True)):
        path = folder / "files" / f"{number // _A_FOLDER:04}" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    rows = folder / "documents.parquet"
    parquet.write_table(pa.table({"id": names, "text": texts}), rows, compression="zstd", row_group_size=_A_FOLDER)
    return Archive(documents, sum(len(text.encode()) for text in texts), folder / "files", rows)


def made_up(documents: int) -> Iterator[str]:
    """Yield documents of about 2.5 kB, which that is on average, cut from one long text at the ends of lines."""
    lines: list[str] = []
    written = 0
    wanted = _BYTES
    for line in news((documents + 4) * _BYTES).split("\n "):
        lines.append(line)
        written += len(line.encode()) + 1
        if written >= wanted:
            yield "\n".join(lines)
            lines = []
            wanted += _BYTES
            documents -= 1
            if not documents:
                return


if __name__ == "__main__":
    main()
