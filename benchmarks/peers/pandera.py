"""With pandera, on pandas."""

from __future__ import annotations

import sys

import pandas as pd
import pandera.pandas as pa

from benchmarks.peers.pandas import differ, sums, written
from benchmarks.peers.rows import KEY, REQUIRED, load


def faults(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> int:
    """Return how many values of a table a schema refuses."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return len(errors.failure_cases)
    return 0


if __name__ == "__main__":
    rows = load(sys.argv[1:])
    claims, parts = pd.DataFrame(rows.claims), pd.DataFrame(rows.parts)
    claims["written"] = written(claims["quote"])
    claims["values"] = claims.groupby(list(KEY))["value"].transform("nunique")
    columns = {name: pa.Column(nullable=False) for name in REQUIRED}
    columns["id"] = pa.Column(str, unique=True)
    columns["metric"] = pa.Column(str, pa.Check.isin(rows.metrics))
    columns["values"] = pa.Column(int, pa.Check.eq(1))
    # Only the value is named in a fault, not each cell of its row.
    right = pa.Check(lambda values: ~differ(values, claims["written"]))
    columns["value"] = pa.Column(float, right)
    known = {name: pa.Column(str, pa.Check.isin(claims["id"])) for name in ("whole", "part")}
    relations = sums(claims, parts)
    relations["gap"] = differ(relations["whole"], relations["sum"])
    print(
        faults(pa.DataFrameSchema(columns), claims)
        + faults(pa.DataFrameSchema(known), parts)
        + faults(pa.DataFrameSchema({"gap": pa.Column(bool, pa.Check.isin([False]))}), relations)
    )
