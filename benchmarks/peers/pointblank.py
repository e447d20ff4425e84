"""With pointblank, on polars."""

from __future__ import annotations

import sys

import pointblank as pb
import polars as pl

from benchmarks.peers.polars import WRITTEN, differ, sums
from benchmarks.peers.rows import KEY, REQUIRED, load


def faults(validation: pb.Validate) -> int:
    """Return how many rows fail, over all steps."""
    return sum(map(int, validation.interrogate().n_failed().values()))


if __name__ == "__main__":
    rows = load(sys.argv[1:])
    claims, parts = pl.DataFrame(rows.claims, infer_schema_length=None), pl.DataFrame(rows.parts)
    claims = claims.with_columns(pl.col("value").n_unique().over(KEY).alias("values"))
    ids = claims["id"].to_list()
    print(
        faults(
            pb.Validate(claims)
            .col_vals_not_null(list(REQUIRED))
            .rows_distinct("id")
            .col_vals_in_set("metric", rows.metrics)
            .col_vals_expr(~differ(pl.col("value"), WRITTEN))
            .col_vals_eq("values", 1)
        )
        + faults(pb.Validate(parts).col_vals_in_set(["whole", "part"], ids))
        + faults(pb.Validate(sums(claims, parts)).col_vals_expr(~differ(pl.col("value"), pl.col("sum"))))
    )
