"""With pandas."""

from __future__ import annotations

import sys

import pandas as pd

from benchmarks.peers.rows import KEY, NUMBER, REQUIRED, SCALES, TOLERANCE, load


def written(quotes: pd.Series) -> pd.Series:
    """Return the first number of each quote."""
    found = quotes.str.extract(NUMBER)
    text = found[0].str.replace(".", "", regex=False) + "." + found[1].fillna("0")
    return text.astype(float) * found[2].map(SCALES).fillna(1)


def sums(claims: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Return the whole and the sum of the parts of each relation."""
    values = claims.drop_duplicates("id").set_index("id")["value"]
    totals = parts["part"].map(values).groupby(parts["whole"]).sum(min_count=1)
    return pd.DataFrame({"whole": totals.index.map(values), "sum": totals.to_numpy()})


def differ(one: pd.Series, other: pd.Series) -> pd.Series:
    """Return where two columns differ."""
    return ~((one - other).abs() <= TOLERANCE * one.abs())


if __name__ == "__main__":
    rows = load(sys.argv[1:])
    claims, parts = pd.DataFrame(rows.claims), pd.DataFrame(rows.parts)
    relations = sums(claims, parts)
    faults = (
        claims[list(REQUIRED)].isna().sum().sum(),
        claims["id"].duplicated().sum(),
        (~claims["metric"].isin(rows.metrics)).sum(),
        (~parts.melt()["value"].isin(claims["id"])).sum(),
        differ(claims["value"], written(claims["quote"])).sum(),
        differ(relations["whole"], relations["sum"]).sum(),
        (claims.groupby(list(KEY))["value"].agg("nunique") > 1).sum(),
    )
    print(sum(map(int, faults)))
