"""How long the command takes to say anything, beside yamllint: its version, and the shipped registry."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import Cost, middle, run
from benchmarks.tables import figure, print_table


def startup(root: Path, runs: int, peer_python: str) -> None:
    """Print both tables; yamllint stands in them if the peers' python has it."""
    ours = [sys.executable, "-m", "factcheck"]
    theirs = [peer_python, "-m", "yamllint"] if peer_python else []
    if theirs and run([*theirs, "--version"], root).code:
        print(f"yamllint is not installed for {peer_python}: skipped\n")
        theirs = []
    files = [str(path) for path in sorted((root / "claims").glob("*.yaml"))]
    for title, our_end, their_end in (
        ("Version", ["--version"], ["--version"]),
        ("The shipped registry", ["check", "--output-format", "concise", "claims"], files),
    ):
        commands: dict[str, Sequence[str]] = {
            "`python -c pass`": [sys.executable, "-c", "pass"],
            "factcheck": [*ours, *our_end],
        }
        if theirs:
            commands["yamllint"] = [*theirs, *their_end]
        _print(title, commands, root, runs)


def _print(title: str, commands: dict[str, Sequence[str]], root: Path, runs: int) -> None:
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(run(command, root).cost)
    base = middle(costs["factcheck"])
    rows = [
        [name, figure(cost.wall * 1000), figure(cost.wall / base.wall), figure(cost.cpu * 1000), figure(cost.largest)]
        for name, cost in ((name, middle(each)) for name, each in costs.items())
    ]
    print_table(f"{title}, {runs} runs", ["", "wall, ms", "÷ ours", "CPU, ms", "peak MB"], rows)
