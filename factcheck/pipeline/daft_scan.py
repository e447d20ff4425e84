"""A scan beyond one machine: the same batch function, with input and output through Daft."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.load import parquet
from factcheck.load.gather import is_pattern
from factcheck.load.readers import readers
from factcheck.model.document import Unreadable
from factcheck.pipeline.batch import Reading, Text, scan_batch
from factcheck.pipeline.engine import load_engine, said_by_engine
from factcheck.pipeline.entries import Columns, parse
from factcheck.pipeline.plan import STDIN, UsageError
from factcheck.pipeline.spread import cores
from factcheck.report.parquet import schema, to_table
from factcheck.report.scan_lines import render_unreadable

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 256


class Named(NamedTuple):
    """Documents by one name: the pattern for the engine, and how what it finds is called here.

    The engine calls a file by its whole address; what begins with ``theirs`` begins with ``ours`` instead.
    """

    pattern: str
    theirs: str
    ours: str

    def called(self, path: str) -> str:
        """Return the name of a file as a scan without engine has it."""
        here = path.removeprefix("file://")
        return self.ours + here.removeprefix(self.theirs) if self.theirs and here.startswith(self.theirs) else path


def named(given: str) -> Named:
    """Work out what a name on the command line means to the engine; an address (``s3://…``) is left as it is."""
    if "://" in given:
        return Named(given, "", "")
    if os.path.isdir(given):  # noqa: PTH112 - the name as it is typed counts
        ours = given.rstrip("/") + "/"
        folder = os.path.abspath(given)  # noqa: PTH100
        return Named(f"{folder}/**", f"{folder}/", ours)
    parts = given.split("/")
    fixed = next((number for number, part in enumerate(parts) if is_pattern(part)), len(parts) - 1)
    ours = "/".join(parts[:fixed]) + "/" if fixed else ""
    folder = os.path.abspath(ours or ".").rstrip("/")  # noqa: PTH100
    return Named(f"{folder}/{'/'.join(parts[fixed:])}", f"{folder}/", ours)


def scan_with_daft(
    names: Sequence[str], reading: Reading, columns: Columns, target: Path | str, address: str | None
) -> list[str]:
    """Write the quantities of documents as Parquet files into a folder; return what could not be read, as sentences.

    What cannot be read is a row too, of the kind ``unreadable`` and with the reason as its text. UsageError where the
    engine cannot do it, or the folder holds something already.
    """
    if STDIN in names:
        raise UsageError("--engine reads files, not standard input.", "--engine đọc tệp, không đọc đầu vào chuẩn.")
    folder = str(target)
    if "://" not in folder and Path(folder).exists() and (not Path(folder).is_dir() or any(Path(folder).iterdir())):
        raise UsageError(
            f"{folder} exists. With --engine, -o names a new folder, which gets a file from each worker.",
            f"{folder} đã tồn tại. Với --engine, -o là một thư mục mới, mỗi tiến trình ghi một tệp vào đó.",
        )
    daft = load_engine(address)
    try:
        found = [_found(daft, named(name), reading, columns) for name in names]
        everything = found[0]
        for other in found[1:]:
            everything = everything.concat(other)
        everything.write_parquet(folder, compression="zstd")
        written = daft.read_parquet(f"{folder.rstrip('/')}/*.parquet")
        refused = written.where(daft.col("kind") == "unreadable").select("path", "id", "text").sort(["path", "id"])
        return [f"{_name(row)}: {row['text']}." for row in refused.to_pylist()]
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - an engine fails in its own ways
        raise said_by_engine(error) from None


def _name(row: dict[str, str | None]) -> str:
    return f"{row['path']}" if row["id"] is None else f"{row['path']} ({row['id']})"


def _found(daft: Any, documents: Named, reading: Reading, columns: Columns) -> Any:  # noqa: ANN401 - Daft's
    """Return the quantities of the documents of one name as a plan of Daft's; nothing is read yet."""
    col = daft.col
    if documents.pattern.lower().endswith(parquet.SUFFIX):
        frame = daft.read_parquet(documents.pattern, file_path_column="path")
        text, row = _columns(documents, frame.column_names, columns)
        frame = frame.select(col("path"), col(row).cast(daft.DataType.string()).alias("id"), col(text).alias("text"))
    else:
        frame = daft.from_glob_path(documents.pattern).select("path")
        wanted = daft.func(lambda path: _is_document(path, documents), return_dtype=daft.DataType.bool())
        frame = frame.where(wanted(col("path")))
        frame = frame.select(
            col("path"),
            daft.lit(None).cast(daft.DataType.string()).alias("id"),
            col("path").download(on_error="null").alias("text"),
        )
    scanned = _scanner(daft, documents, reading)(col("path"), col("id"), col("text")).alias("found")
    found = frame.select(scanned).explode("found").where(col("found").not_null())
    return found.select(col("found").unnest())


def _columns(documents: Named, known: Sequence[str], columns: Columns) -> tuple[str, str]:
    text, row = columns.text or parquet.TEXT, columns.id or parquet.ID
    for column, option in ((text, "--text-column"), (row, "--id-column")):
        if column not in known:
            listed = ", ".join(name for name in known if name != "path")
            raise UsageError(
                f"{documents.pattern}: there is no column {column}, only {listed}; {option} names another. With an "
                "engine rows have no numbers, so that they need ids.",
                f"{documents.pattern}: không có cột {column}, chỉ có {listed}; {option} chọn cột khác. Với engine, các "
                "hàng không có số thứ tự nên phải có id.",
            )
    return text, row


def _is_document(path: str, documents: Named) -> bool:
    """Whether a file of a folder or pattern is one that is read: not hidden and, in a folder, of a known type."""
    below = path.removeprefix("file://").removeprefix(documents.theirs)
    if any(part.startswith(".") for part in below.split("/")):
        return False
    return not documents.pattern.endswith("/**") or below.lower().endswith(tuple(readers()))


def _scanner(daft: Any, documents: Named, reading: Reading) -> Any:  # noqa: ANN401 - Daft's
    """Return the batch function for columns, to be run by as many processes as there are cores.

    It is sent by the names of what it is made of, none of its code, so that it needs no more than this package there.
    """
    listed = daft.DataType.list(daft.DataType.from_arrow_type(_row_type()))
    return daft.func.batch(return_dtype=listed, batch_size=_ROWS, use_process=True)(Scanner(documents, reading))


class Scanner(NamedTuple):
    """The batch function with what it needs to know."""

    documents: Named
    reading: Reading

    def __call__(self, paths: Any, rows: Any, texts: Any) -> pa.ListArray:  # noqa: ANN401 - series of Daft's
        """Return for each document the list of its quantities."""
        return scan_columns(self.documents, self.reading, paths.to_pylist(), rows.to_pylist(), texts.to_pylist())


def _row_type() -> pa.StructType:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.struct(list(schema()))


def scan_columns(
    documents: Named,
    reading: Reading,
    paths: Sequence[str],
    rows: Sequence[str | None],
    texts: Sequence[str | bytes | None],
) -> pa.ListArray:
    """Return for each document the list of its quantities: columns in, a column out."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    names = [documents.called(path) for path in paths]
    read = [_read(name, row, text) for name, row, text in zip(names, rows, texts, strict=True)]
    found = [
        render_unreadable(name, row, each.en).encode("utf-8", "replace") if isinstance(each, Unreadable) else each
        for name, row, each in zip(names, rows, scan_batch(read, reading), strict=True)
    ]
    quantities = to_table(b"".join(found)).combine_chunks().to_struct_array()
    values = pa.concat_arrays(quantities.chunks) if quantities.num_chunks else pa.array([], _row_type())
    return pa.ListArray.from_arrays([0, *accumulate(lines.count(b"\n") for lines in found)], values)


def _read(name: str, row: str | None, text: str | bytes | None) -> Text | Unreadable:
    if text is None and row is None:
        return Unreadable("it cannot be fetched", "không tải được")
    document = parse(name, text) if isinstance(text, bytes) else text or ""
    return document if isinstance(document, Unreadable) else Text(name, document, row)
