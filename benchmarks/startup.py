"""How long the command takes to say anything, beside yamllint: its version, and the shipped registry."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.processes import Cost, middle, run
from benchmarks.tables import figure, print_table

_OURS = "factcheck"


def startup(claims: Path, runs: int, peer_python: str, *, cached: bool) -> None:
    """Print both tables; yamllint stands in them if the peers' python has it."""
    ours = [sys.executable, "-m", "factcheck"]
    theirs = [peer_python, "-m", "yamllint"] if peer_python else []
    with tempfile.TemporaryDirectory(prefix="factcheck-benchmark-") as name:
        folder = Path(name)
        shutil.copytree(claims, folder / "claims")
        if theirs and run([*theirs, "--version"], folder).code:
            print(f"yamllint is not installed for {peer_python}: skipped\n")
            theirs = []
        blank = {"`python -c pass`": [sys.executable, "-c", "pass"]}
        version = {_OURS: [*ours, "--version"]}
        registry: dict[str, list[str]] = {}
        for said, form in ((_OURS, "concise"), (f"{_OURS}, full report", "full")):
            check = [*ours, "check", "--output-format", form, "claims"]
            registry |= {said: [*check, "--no-cache"], f"{said}, again": check} if cached else {said: check}
        if theirs:
            version["yamllint"] = [*theirs, "--version"]
            registry["yamllint"] = [*theirs, *(f"claims/{path.name}" for path in sorted(claims.glob("*.yaml")))]
        _print("Version", blank | version, folder, runs)
        _print("The shipped registry", blank | registry, folder, runs)


def _print(title: str, commands: Mapping[str, Sequence[str]], folder: Path, runs: int) -> None:
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for command in commands.values():
        run(command, folder)
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(run(command, folder).cost)
    base = middle(costs[_OURS])
    rows = [
        [name, figure(cost.wall * 1000), figure(cost.wall / base.wall), figure(cost.cpu * 1000), figure(cost.largest)]
        for name, cost in ((name, middle(each)) for name, each in costs.items())
    ]
    print_table(f"{title}, {runs} runs", ["", "wall, ms", "÷ ours", "CPU, ms", "peak MB"], rows)
