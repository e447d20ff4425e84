"""Claim files as plain rows, loaded in the quickest way that PyYAML has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

REQUIRED = ("id", "metric", "quote", "value", "period")
# What says that two claims speak of the same thing at the same time.
KEY = ("metric", "period", "region", "level")
# The first number of a quote as Vietnamese writes it: the whole part, the decimals, what it counts in.
NUMBER = r"(\d[\d.]*)(?:,(\d+))?\s*(nghìn|triệu|tỷ)?"
SCALES = {"nghìn": 1e3, "triệu": 1e6, "tỷ": 1e9}
# Floats of one figure differ by no more than this share of it.
TOLERANCE = 1e-9


class Rows(NamedTuple):
    """One row a claim; the metrics' ids; one row for each part of each relation, with its whole."""

    claims: list[dict[str, Any]]
    metrics: list[str]
    parts: list[dict[str, str]]


def load(names: Sequence[str]) -> Rows:
    """Load claim files."""
    rows = Rows([], [], [])
    for name in names:
        data = yaml.load(Path(name).read_bytes(), Loader=yaml.CSafeLoader)
        rows.metrics.extend(data.get("metrics", ()))
        for claim in data.get("claims", ()):
            claim.update(claim.pop("dimensions"))
            claim["value"] = float(str(claim["value"]).rstrip("%"))
            claim["period"] = str(claim["period"])
            rows.claims.append(claim)
        for relation in data.get("relations", ()):
            whole, _, sum_ = relation["holds"].partition(" = ")
            rows.parts.extend({"whole": whole, "part": part} for part in sum_.split(" + "))
    return rows
