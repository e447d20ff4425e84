"""With DuckDB, which takes the rows as Arrow tables."""

from __future__ import annotations

import sys

import duckdb
import pyarrow as pa

from benchmarks.peers.rows import KEY, NUMBER, REQUIRED, SCALES, TOLERANCE, load

SCALE = " ".join(f"WHEN '{word}' THEN {factor}" for word, factor in SCALES.items())
MISSING = " + ".join(f"count(*) FILTER ({name} IS NULL)" for name in REQUIRED)
QUERIES = (
    f"SELECT {MISSING} FROM claims",
    "SELECT count(*) - count(DISTINCT id) FROM claims",
    "SELECT count(*) FROM claims ANTI JOIN metrics USING (metric)",
    "SELECT count(*) FROM (SELECT whole AS id FROM parts UNION ALL SELECT part FROM parts) ANTI JOIN claims USING (id)",
    f"""WITH found AS (
        SELECT value, regexp_extract(quote, '{NUMBER}', ['whole', 'decimals', 'scale']) AS number FROM claims
    ), written AS (
        SELECT value, CAST(replace(number.whole, '.', '') || '.' || number.decimals AS DOUBLE)
            * CASE number.scale {SCALE} ELSE 1 END AS written FROM found
    ) SELECT count(*) FROM written WHERE NOT abs(value - written) <= {TOLERANCE} * abs(value)""",
    f"""WITH totals AS (
        SELECT whole, sum(value) AS total FROM parts JOIN claims ON part = id GROUP BY whole
    ) SELECT count(*) FROM totals JOIN claims ON whole = id WHERE NOT abs(value - total) <= {TOLERANCE} * abs(value)""",
    f"""SELECT count(*) FROM (
        SELECT 1 FROM claims GROUP BY {", ".join(KEY)} HAVING count(DISTINCT value) > 1
    )""",
)

if __name__ == "__main__":
    rows = load(sys.argv[1:])
    database = duckdb.connect()
    database.register("claims", pa.Table.from_pylist(rows.claims))
    database.register("metrics", pa.table({"metric": rows.metrics}))
    database.register("parts", pa.Table.from_pylist(rows.parts))
    print(sum(database.execute(query).fetchall()[0][0] for query in QUERIES))
