"""What it costs to check large registries and small ones, beside loading them and beside checks written with libraries.

    python -m benchmarks.checking [--claims 1000,10000,100000] [--files 1,100] [--runs 3] [--ours]
                                  [--peers] [--peer-python PATH]

Registries are made up (``benchmarks/large.py``), with one figure in a hundred altered against its quote. Every row is a
whole fresh process, all rows run in turn in each round, and the tables hold the medians; what takes longer than twenty
seconds runs in the first round alone. ``--ours`` leaves out all but factcheck. ``--peers`` adds the scripts of
``benchmarks/peers``, run by the python that ``--peer-python`` names, into which ``benchmarks/peers/requirements.txt``
was installed: as Python runs them, and once more with its garbage collector off, as ours rests.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.large import Made, write_registry
from benchmarks.processes import Cost, middle, run
from benchmarks.startup import startup
from benchmarks.tables import figure, print_table

ROOT = Path(__file__).parent.parent
PEERS = ("pandas", "polars", "duckdb", "pandera", "pointblank", "great_expectations", "jsonschema", "check_jsonschema")
OURS = "factcheck check"
_AS_OF = "2026-01-31"
_LONG = 20.0
_NOTE = re.compile(r"(?m)^    note: .*$")
# The beginning of what a report calls its own: regions and claims.
_OWN_NAME = re.compile(r"\bvung-|\br(?=\d+-b\d+-)")


@dataclass(frozen=True, slots=True)
class Contender:
    """What is run on the files of a registry: its command, what is done before each run, how its findings are read."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], object] = lambda: None
    found: Callable[[str], str] = lambda _: ""
    codes: frozenset[int] = frozenset({0})


@dataclass(slots=True)
class Row:
    """What the runs of one contender took, and what it found."""

    costs: list[Cost] = field(default_factory=list)
    found: str = ""


def main() -> None:
    """Print the tables."""
    options = _options()
    peers = list(_peers(options.peer_python)) if options.peers else []
    python = options.peer_python if options.peers else ""
    measured: dict[tuple[int, int], dict[str, Row]] = {}
    for files in options.files:
        for claims in options.claims:
            with tempfile.TemporaryDirectory(prefix="factcheck-benchmark-") as name:
                folder = Path(name)
                made = write_registry(folder / "claims", claims, files)
                schema = run([sys.executable, "-m", "factcheck", "schema"], folder).output
                (folder / "schema.json").write_text(schema, encoding="utf-8")
                contenders = list(_contenders(folder, made, peers, python, ours_only=options.ours))
                measured[claims, files] = _measure(contenders, folder, options.runs)
                _print_costs(claims, files, made, measured[claims, files])
        _print_growth(files, {claims: measured[claims, files] for claims in sorted(options.claims)})
    startup(ROOT / "claims", options.runs * 5, python, cached=_has_cache(ROOT))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=_numbers, default=[1000, 10_000, 100_000], help="sizes of the registries")
    parser.add_argument("--files", type=_numbers, default=[1, 100], help="into how many files they are split")
    parser.add_argument("--runs", type=int, default=3, help="rounds, of which the medians are shown")
    parser.add_argument("--ours", action="store_true", help="measure factcheck alone")
    parser.add_argument("--peers", action="store_true", help="measure scripts with other libraries too")
    parser.add_argument("--peer-python", default=sys.executable, help="the python that has the peers")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _peers(python: str) -> Iterator[str]:
    """Yield the peers that a python has; say of each other one that it is skipped."""
    for peer in PEERS:
        if run([python, "-c", f"import {peer}"], ROOT).code == 0:
            yield peer
        else:
            print(f"{peer} is not installed for {python}: skipped\n")


def _contenders(
    folder: Path, made: Made, peers: Sequence[str], peer_python: str, *, ours_only: bool
) -> Iterator[Contender]:
    files = [str(path) for path in made.files]
    check = [sys.executable, "-m", "factcheck", "check", "--output-format", "json", "--as-of", _AS_OF, "claims"]
    codes = frozenset({0, 1})
    if _has_cache(folder):
        path = made.files[len(files) // 2]
        other = path.with_stem(f"{path.stem}-other")
        yield Contender(OURS, [*check, "--no-cache"], partial(other.unlink, missing_ok=True), _findings, codes)
        if len(files) > 2:
            for what, prepare in (
                ("one file changed", _change(path)),
                ("a line added at the top of one", _add_line(path)),
                ("one file added", _add_file(path, other)),
            ):
                yield Contender(f"{OURS}, again, {what}", check, prepare, _findings, codes)
        run(check, folder, _environment(folder))
        yield Contender(f"{OURS}, again, unchanged", check, found=_findings, codes=codes)
    else:
        yield Contender(OURS, check, found=_findings, codes=codes)
    if ours_only:
        return
    yield Contender("`python -c pass`", [sys.executable, "-c", "pass"])
    yield from _both_ways("`yaml.load`, libyaml", sys.executable, "plain_yaml", files)
    for peer in peers:
        yield from _both_ways(peer, peer_python, peer, files)


def _both_ways(name: str, python: str, module: str, files: Sequence[str]) -> Iterator[Contender]:
    """Yield a module as Python runs it, and with the collector off for those who know that this pays."""
    for said, by in (("", ()), (", collector off", ("benchmarks.resting",))):
        yield Contender(name + said, [python, "-m", *by, f"benchmarks.peers.{module}", *files], found=str.strip)


def _has_cache(folder: Path) -> bool:
    return "--no-cache" in run([sys.executable, "-m", "factcheck", "check", "--help"], folder).output


def _findings(output: str) -> str:
    return str(len(json.loads(output)["findings"]))


def _change(path: Path) -> Callable[[], object]:
    """Return what changes a file's first note, to something new each time."""
    rounds = itertools.count(1)

    def change() -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(_NOTE.sub(f"    note: Đọc lại lần {next(rounds)}.", text, count=1), encoding="utf-8")

    return change


def _add_line(path: Path) -> Callable[[], object]:
    """Return what moves everything in a file down by a line."""

    def add() -> None:
        path.write_text("# Đọc lại.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    return add


def _add_file(path: Path, other: Path) -> Callable[[], object]:
    """Return what writes a report of another office, as the one in a file, into another; a new one each time."""
    rounds = itertools.count(1)

    def add() -> None:
        text = path.read_text(encoding="utf-8").replace("id: report-", f"id: other-{next(rounds)}-")
        other.write_text(_OWN_NAME.sub(r"\g<0>other-", text), encoding="utf-8")

    return add


def _environment(folder: Path) -> dict[str, str]:
    """Return what the processes find around them: their own cache, and this project to import from."""
    return {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": os.pathsep.join((str(ROOT), *_PYTHONPATH))}


_PYTHONPATH = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]


def _measure(contenders: Sequence[Contender], folder: Path, runs: int) -> dict[str, Row]:
    """Run every contender once in each round, in turn, so that a noisy moment hits them alike."""
    rows = {contender.name: Row() for contender in contenders}
    for _ in range(runs):
        for contender in contenders:
            if any(cost.wall > _LONG for cost in rows[contender.name].costs):
                continue
            contender.prepare()
            ran = run(contender.command, folder, _environment(folder))
            if ran.code not in contender.codes:
                raise SystemExit(f"{contender.name} ended with {ran.code}:\n{ran.errors[-2000:]}")
            rows[contender.name].costs.append(ran.cost)
            rows[contender.name].found = contender.found(ran.output)
    return rows


def _print_costs(claims: int, files: int, made: Made, rows: dict[str, Row]) -> None:
    ours = middle(rows[OURS].costs)
    size = sum(path.stat().st_size for path in made.files)
    title = f"{claims:,} claims in {files} file{'s'[: files > 1]}".replace(",", " ")
    headings = [
        "",
        "wall, s",
        "÷ ours",
        "CPU, s",
        "÷ ours",
        "peak MB, largest process",
        "÷ ours",
        "peak MB, all",
        "found",
    ]
    table = []
    for name, row in rows.items():
        cost = middle(row.costs)
        pairs = ((cost.wall, ours.wall), (cost.cpu, ours.cpu), (cost.largest, ours.largest))
        cells = [cell for value, base in pairs for cell in (figure(value), figure(value / base))]
        table.append([name, *cells, figure(cost.tree), row.found])
    print_table(f"{title}; {made.altered} figures altered; {size / 1e6:.1f} MB", headings, table)


def _print_growth(files: int, sizes: dict[int, dict[str, Row]]) -> None:
    steps = list(itertools.pairwise(sizes))
    if not steps:
        return
    headings = ["", *(f"{low:,} → {high:,}".replace(",", " ") for low, high in steps)]
    table = [
        [name, *(figure(_wall(sizes[high][name]) / _wall(sizes[low][name])) for low, high in steps)]
        for name in sizes[steps[0][0]]
    ]
    print_table(f"Growth of the wall time with the claims, {files} file{'s'[: files > 1]}", headings, table)


def _wall(row: Row) -> float:
    return middle(row.costs).wall


if __name__ == "__main__":
    main()
