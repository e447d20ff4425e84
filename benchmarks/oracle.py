"""Whether a random registry can hold, asked of z3, which knows nothing of how factcheck decides it."""

from __future__ import annotations

import z3  # type: ignore[import-untyped]

from benchmarks.registries import Sample


def can_hold(sample: Sample) -> bool:
    """Whether whole numbers exist that round to all figures and fulfil all sums."""
    solver = z3.Solver()
    facts = {one.fact: z3.Int(one.fact) for one in sample.claims}
    for one in sample.claims:
        half = one.unit // 2
        solver.add(facts[one.fact] >= max(one.value - half, 0), facts[one.fact] <= one.value + half)
    for whole, parts in sample.sums:
        solver.add(facts[whole] == z3.Sum([facts[part] for part in parts]))
    return bool(solver.check() == z3.sat)
