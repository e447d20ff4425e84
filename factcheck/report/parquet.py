"""Scanned documents as the columns of a Parquet file: one row a quantity, named as in the JSON lines."""

from __future__ import annotations

import io
from functools import cache
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

EXTRA = "pip install 'factcheck[parquet]'"
# Readers work by groups of rows: too small, and they are slow; too large, and this takes much memory.
_ROWS = 1 << 16
# Lines become columns in small steps, during which no process waits long to get rid of what it has done.
_BYTES = 1 << 20


@cache
def schema() -> pa.Schema:
    """Return the columns; numbers are texts, so that none is rounded on the way."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    ends = [("low", pa.string()), ("high", pa.string()), ("low_open", pa.bool_()), ("high_open", pa.bool_())]
    part = pa.struct([("role", pa.string()), ("words", pa.string()), ("meaning", pa.string())])
    texts, truths = pa.string(), pa.bool_()
    return pa.schema(
        [
            ("path", texts),
            ("id", texts),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("page", pa.int32()),
            ("line", pa.int32()),
            ("text", texts),
            ("kind", texts),
            *((name, texts) for name in ("value", "also", "of", "low", "high", "unit")),
            ("unit_assumed", truths),
            ("comparator", texts),
            ("doubtful", truths),
            ("direction", texts),
            ("base", texts),
            ("estimate", truths),
            ("other_style", truths),
            ("hard", pa.struct(ends)),
            ("soft", pa.struct(ends)),
            ("vague", truths),
            ("parts", pa.list_(part)),
        ]
    )


def to_table(lines: bytes) -> pa.Table:
    """Return JSON lines as a table."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import json  # noqa: PLC0415

    if not lines:
        return schema().empty_table()
    whole = json.ReadOptions(block_size=len(lines) + 1, use_threads=False)
    strictly = json.ParseOptions(explicit_schema=schema(), unexpected_field_behavior="error")
    return json.read_json(pa.py_buffer(lines), read_options=whole, parse_options=strictly)


class ParquetLines:
    """Writes JSON lines to a file as Parquet; the file is whole once this is closed."""

    def __init__(self, file: IO[bytes]) -> None:
        from pyarrow import parquet  # noqa: PLC0415

        self._writer = parquet.ParquetWriter(file, schema(), compression="zstd")
        self._lines = io.BytesIO()
        self._tables: list[pa.Table] = []

    def write(self, lines: bytes) -> None:
        """Add finished lines."""
        self._lines.write(lines)
        if self._lines.tell() >= _BYTES:
            self._convert()
            if sum(table.num_rows for table in self._tables) >= _ROWS:
                self._flush()

    def _convert(self) -> None:
        self._tables.append(to_table(self._lines.getvalue()))
        self._lines = io.BytesIO()

    def _flush(self) -> None:
        import pyarrow as pa  # noqa: PLC0415

        self._writer.write_table(pa.concat_tables(self._tables), row_group_size=_ROWS * 2)
        self._tables = []

    def close(self) -> None:
        """Write what is left and the end of the file."""
        self._convert()
        self._flush()
        self._writer.close()
