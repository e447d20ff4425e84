"""How long solving takes: many small components, and one contradiction among many figures."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from benchmarks.registries import sum_lines
from factcheck.load.registry import load_registry
from factcheck.model.view import View
from factcheck.pipeline.view import build_view
from factcheck.solve.contradictions import find_contradictions
from factcheck.solve.evaluate import judge_all

AS_OF = date(2026, 1, 31)
_RUNS = 5
# A total of three subtotals, of three, three and two parts: four relations over twelve claims.
_PARTS = (3, 3, 2)


def view_of(text: str) -> View:
    """Load and relate a registry."""
    return build_view(load_registry((), Path.cwd(), (("registry.yaml", text.encode()),)), AS_OF)[0]


def many(components: int, random: Random) -> str:
    """Return a registry of sums in two levels that all hold, some of its figures rounded."""
    claims: list[str] = []
    relations: list[str] = []
    for number in range(components):
        lines = sum_lines(f"c{number}-", _PARTS, random)
        claims += lines.claims
        relations += lines.relations
    return "\n".join(["metrics: {m: {label: số hồ sơ, behaviour: flow}}", "claims:", *claims, "relations:", *relations])


def chain(figures: int, off: int) -> str:
    """Return a registry in which one contradiction needs all of a number of figures: a chain of sums."""
    lines = ["metrics: {m: {label: số hồ sơ, behaviour: flow}}", "claims:"]
    lines += [f"  - {{id: a{number}, metric: m, value: {1237 + 391 * number}}}" for number in range(figures - 1)]
    total = sum(1237 + 391 * number for number in range(figures - 1)) + off
    lines += [f"  - {{id: b{number}, metric: m, value: 1, comparator: at-least}}" for number in range(1, figures - 2)]
    lines += [f"  - {{id: all, metric: m, value: {total}}}", "relations:", "  - {holds: b1 = a0 + a1}"]
    lines += [f"  - {{holds: b{number} = b{number - 1} + a{number}}}" for number in range(2, figures - 2)]
    return "\n".join([*lines, f"  - {{holds: all = b{figures - 3} + a{figures - 2}}}"])


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of a few runs, on the processor: other work on the machine disturbs it least."""
    times = []
    for _ in range(_RUNS):
        gc.collect()
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return median(times)


def solve(view: View) -> None:
    """Run the solving stage once more, on what was related."""
    judged = judge_all([judgement.instance for judgement in view.judgements], view.figures)
    find_contradictions(
        lambda _: (),
        view.readings,
        view.figures,
        view.agreeing,
        view.mismatches,
        judged.judgements,
        view.groups,
        view.series,
    )


def cost(seed: int) -> None:
    """Print both tables."""
    print("| relations | claims | solving, s | µs a relation |\n| ---: | ---: | ---: | ---: |")
    for components in (625, 1250, 2500, 5000):
        view = view_of(many(components, Random(seed)))
        took = seconds(lambda view=view: solve(view))  # type: ignore[misc]
        relations = len(view.judgements)
        print(f"| {relations} | {len(view.figures)} | {took:.2f} | {took / relations * 1e6:.0f} |")
    print("\n| figures in the contradiction | found, explained and repaired, ms |\n| ---: | ---: |")
    for figures in (5, 10, 20):
        view = view_of(chain(figures, off=70))
        (conflict,) = view.conflicts
        took = seconds(lambda view=view: solve(view))  # type: ignore[misc]
        print(f"| {len(conflict.claims)} | {took * 1000:.1f} |")
    print()
