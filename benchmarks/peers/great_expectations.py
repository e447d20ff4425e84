"""With Great Expectations, on pandas."""

from __future__ import annotations

import os
import sys

# It reports its use to its makers unless told not to.
os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import pandas as pd
from great_expectations import expectations as gxe

from benchmarks.peers.pandas import differ, sums, written
from benchmarks.peers.rows import KEY, REQUIRED, load


def faults(context: gx.data_context.EphemeralDataContext, name: str, frame: pd.DataFrame, *expected: object) -> int:
    """Return how many values of a table are not as expected."""
    source = context.data_sources.add_pandas(name)
    batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe(name)
    suite = gx.ExpectationSuite(name=name, expectations=list(expected))
    results = batch.get_batch({"dataframe": frame}).validate(suite)
    return sum(int(result.result["unexpected_count"]) for result in results.results)


if __name__ == "__main__":
    rows = load(sys.argv[1:])
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    claims, parts = pd.DataFrame(rows.claims), pd.DataFrame(rows.parts)
    claims["misread"] = differ(claims["value"], written(claims["quote"]))
    claims["values"] = claims.groupby(list(KEY))["value"].transform("nunique")
    relations = sums(claims, parts)
    relations["gap"] = differ(relations["whole"], relations["sum"])
    ids = claims["id"].tolist()
    print(
        faults(
            context,
            "claims",
            claims,
            *(gxe.ExpectColumnValuesToNotBeNull(column=column) for column in REQUIRED),
            gxe.ExpectColumnValuesToBeUnique(column="id"),
            gxe.ExpectColumnValuesToBeInSet(column="metric", value_set=rows.metrics),
            gxe.ExpectColumnValuesToBeInSet(column="misread", value_set=[False]),
            gxe.ExpectColumnValuesToBeInSet(column="values", value_set=[1]),
        )
        + faults(
            context,
            "parts",
            parts,
            *(gxe.ExpectColumnValuesToBeInSet(column=column, value_set=ids) for column in ("whole", "part")),
        )
        + faults(context, "relations", relations, gxe.ExpectColumnValuesToBeInSet(column="gap", value_set=[False]))
    )
