"""With polars."""

from __future__ import annotations

import sys

import polars as pl

from benchmarks.peers.rows import KEY, NUMBER, REQUIRED, SCALES, TOLERANCE, load

# The first number of a quote.
WRITTEN = (
    pl.col("quote").str.extract(NUMBER, 1).str.replace_all(".", "", literal=True)
    + "."
    + pl.col("quote").str.extract(NUMBER, 2).fill_null("0")
).cast(pl.Float64) * pl.col("quote").str.extract(NUMBER, 3).replace_strict(SCALES, default=1.0)


def sums(claims: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Return the whole and the sum of the parts of each relation."""
    values = claims.unique("id").select("id", "value")
    totals = parts.join(values, left_on="part", right_on="id").group_by("whole").agg(pl.col("value").sum().alias("sum"))
    return totals.join(values, left_on="whole", right_on="id").select("value", "sum")


def differ(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """Return where two columns differ."""
    return ~((one - other).abs() <= TOLERANCE * one.abs()).fill_null(value=False)


if __name__ == "__main__":
    rows = load(sys.argv[1:])
    claims, parts = pl.DataFrame(rows.claims, infer_schema_length=None), pl.DataFrame(rows.parts)
    known = pl.concat([parts["whole"], parts["part"]]).is_in(claims["id"].implode())
    faults = (
        claims.select(REQUIRED).null_count().sum_horizontal().item(),
        claims.height - claims["id"].n_unique(),
        (~claims["metric"].is_in(rows.metrics)).sum(),
        (~known).sum(),
        claims.select(differ(pl.col("value"), WRITTEN).sum()).item(),
        sums(claims, parts).select(differ(pl.col("value"), pl.col("sum")).sum()).item(),
        claims.group_by(KEY).agg(pl.col("value").n_unique()).filter(pl.col("value") > 1).height,
    )
    print(sum(map(int, faults)))
