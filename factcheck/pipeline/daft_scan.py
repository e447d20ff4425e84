"""A scan beyond one machine: the same batch function, with input and output through Daft."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import reduce
from glob import escape
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.load import parquet
from factcheck.load.documents import read_bytes
from factcheck.load.gather import Found, in_folder, is_pattern, matching
from factcheck.load.readers import readers
from factcheck.model.document import Unreadable
from factcheck.model.record import NamedTuple
from factcheck.pipeline.batch import Reading, Text, scan_batch
from factcheck.pipeline.engine import load_engine, said_by_engine
from factcheck.pipeline.entries import EMPTY, Columns, Entry, parse
from factcheck.pipeline.plan import STDIN, UsageError
from factcheck.pipeline.scan import Outcome, RefusedError
from factcheck.report.parquet import schema, to_table
from factcheck.report.scan_lines import UNREADABLE, render_unreadable

if TYPE_CHECKING:
    import pyarrow as pa

# How many texts go to a process at a time: each time costs some two milliseconds, and files can be large.
_ROWS = 1_024
_FILES = 256
_LOCAL = "file://"
# A column may be called path, too.
_PATH = "the file of the row"


class Named(NamedTuple):
    """Documents by one name: the pattern for the engine, and how what it finds is called here.

    The engine calls a file by its whole address; what begins with ``theirs`` begins with ``ours`` instead. A ``file``
    is read whatever it is; of a ``folder`` or ``pattern`` the same are left out as without an engine.
    """

    pattern: str
    theirs: str = ""
    ours: str = ""
    form: Literal["file", "folder", "pattern"] = "file"

    @property
    def is_table(self) -> bool:
        """Whether these are Parquet files, whose rows are the documents."""
        return self.form != "folder" and self.pattern.lower().endswith(parquet.SUFFIX)

    def called(self, path: str) -> str:
        """Return the name of a file as a scan without engine has it."""
        here = path.removeprefix(_LOCAL)
        return self.ours + here.removeprefix(self.theirs) if self.theirs and here.startswith(self.theirs) else path


def named(given: str) -> Named | Found:
    """Work out what a name on the command line means to the engine, or why there is nothing of that name.

    An address (``s3://…``) is left as it is; where it ends in a slash, it is that of a folder.
    """
    if "://" in given:
        if given.endswith("/"):
            return Named(f"{given}**", form="folder")
        return Named(given, form="pattern" if is_pattern(given) else "file")
    if os.path.isdir(given):  # noqa: PTH112 - the name as it is typed counts
        folder = os.path.abspath(given).rstrip("/")  # noqa: PTH100
        named = Named(f"{escape(folder)}/**", f"{folder}/", given.rstrip("/") + "/", "folder")
        return named if any(in_folder(given)) else Found(given)
    if is_pattern(given) and not os.path.lexists(given):
        parts = given.split("/")
        fixed = next(number for number, part in enumerate(parts) if is_pattern(part))
        ours = "/".join(parts[:fixed]) + "/" if fixed else ""
        folder = os.path.abspath(ours or ".").rstrip("/")  # noqa: PTH100
        named = Named(f"{escape(folder)}/{'/'.join(parts[fixed:])}", f"{folder}/", ours, "pattern")
        first = next(matching(given), Found(given))
        return first if first.refused or first.path == given else named
    data = None if os.access(given, os.R_OK) and os.path.isfile(given) else read_bytes(Path(given))  # noqa: PTH113
    if isinstance(data, Unreadable):
        return Found(given, data)
    path = os.path.abspath(given)  # noqa: PTH100
    return Named(escape(path), path, given)


def scan_with_daft(
    names: Sequence[str], reading: Reading, columns: Columns, target: str, address: str | None
) -> tuple[Outcome, list[RefusedError]]:
    """Write the quantities of documents as Parquet files into a folder; return how it went, and what was not read.

    What cannot be read is a row too, of the kind ``unreadable`` and with the reason as its text. UsageError where the
    engine cannot do it, or the folder holds something already.
    """
    if STDIN in names:
        raise UsageError("--engine reads files, not standard input.", "--engine đọc tệp, không đọc đầu vào chuẩn.")
    if "://" not in target and os.path.lexists(target) and (not Path(target).is_dir() or any(Path(target).iterdir())):
        raise UsageError(
            f"{target} exists. With --engine, -o names a new folder, which gets a file from each worker.",
            f"{target} đã tồn tại. Với --engine, -o là một thư mục mới, mỗi tiến trình ghi một tệp vào đó.",
        )
    daft = load_engine(address)
    outcome, refused = Outcome(), []
    try:
        frames = []
        for name in names:
            meant = named(name)
            frame = _found(daft, meant, name, reading, columns) if isinstance(meant, Named) else None
            if frame is not None:
                frames.append(frame)
            else:
                why = meant.refused if isinstance(meant, Found) else None
                refused.append(RefusedError(Entry(name, nothing=why is None), why or EMPTY))
        if frames:
            # A worker elsewhere must not take a relative name as one of its own.
            folder = target if "://" in target else os.path.abspath(target)  # noqa: PTH100
            reduce(lambda one, other: one.concat(other), frames).write_parquet(folder, compression="zstd")
            refused += _unreadable(daft, folder)
    except UsageError:
        raise
    except KeyboardInterrupt:
        outcome.interrupted = True
    except Exception as error:  # noqa: BLE001 - an engine fails in its own ways
        raise said_by_engine(error) from None
    for each in refused:
        outcome.count(each)
    return outcome, refused


def _unreadable(daft: Any, folder: str) -> list[RefusedError]:  # noqa: ANN401 - Daft's
    """Return which documents could not be read, from what was written."""
    written = daft.read_parquet(f"{escape(folder).rstrip('/')}/*.parquet")
    rows = written.where(daft.col("kind") == UNREADABLE).select("path", "id", "text").sort(["path", "id"])
    return [
        RefusedError(Entry(row["path"], row=row["id"]), Unreadable(row["text"], row["text"]))
        for row in rows.to_pylist()
    ]


def _found(daft: Any, documents: Named, given: str, reading: Reading, columns: Columns) -> Any | None:  # noqa: ANN401
    """Return the quantities of the documents of one name as a plan of Daft's; None where an address has none."""
    col, nothing = daft.col, daft.lit(None).cast(daft.DataType.string())
    if documents.is_table:
        frame = daft.read_parquet(documents.pattern, file_path_column=_PATH)
        text, row = _columns(given, frame, columns)
        frame = frame.select(
            col(_PATH).alias("path"), col(row).cast(daft.DataType.string()).alias("id"), col(text).alias("text")
        )
    else:
        frame = daft.from_glob_path(documents.pattern).select("path")
        if not documents.theirs and _is_empty(frame):
            return None
        if documents.form != "file":
            frame = frame.where(daft.func(Keeper(documents), return_dtype=daft.DataType.bool())(col("path")))
        frame = frame.select(col("path"), nothing.alias("id"), col("path").download(on_error="null").alias("text"))
    scanned = _scanner(daft, documents, reading)(col("path"), col("id"), col("text")).alias("found")
    found = frame.select(scanned).explode("found").where(col("found").not_null())
    return found.select(col("found").unnest())


def _is_empty(files: Any) -> bool:  # noqa: ANN401 - Daft's
    try:
        return not files.limit(1).to_pylist()
    except ValueError as error:
        # How the engine says that a pattern has no file at all.
        if "MicroPartition" not in str(error):
            raise
        return True


def _columns(given: str, frame: Any, columns: Columns) -> tuple[str, str]:  # noqa: ANN401 - Daft's
    """Return the columns of texts and of ids; UsageError where there is no such column, or it holds no texts."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    known = pa.schema([(each.name, each.dtype.to_arrow_dtype()) for each in frame.schema() if each.name != _PATH])
    found = parquet.find_columns(known, *columns)
    if isinstance(found, Unreadable):
        raise UsageError(f"{given}: {found.en}.", f"{given}: {found.vi}.")
    text, row = found
    if row is None:
        raise UsageError(
            f"{given}: it has no column {parquet.ID}, and with an engine rows have no numbers; --id-column names the "
            "column that tells them apart.",
            f"{given}: không có cột {parquet.ID}, và với engine các hàng không có số thứ tự; --id-column cho biết cột "
            "phân biệt các hàng.",
        )
    return text, row


class Keeper(NamedTuple):
    """Whether a file of a folder or pattern is one that is read.

    It is not hidden, in a folder of a known type, and on this machine reached through no linked folder and no link
    that leads out.
    """

    documents: Named

    def __call__(self, path: str) -> bool:
        """Decide by the address that the engine has for a file."""
        here = path.removeprefix(_LOCAL)
        start = self.documents.theirs or self.documents.pattern.partition("*")[0]
        below = here.removeprefix(start)
        if any(part.startswith(".") for part in below.split("/")):
            return False
        if self.documents.form == "folder" and not below.lower().endswith(tuple(readers())):
            return False
        return not self.documents.theirs or _stays_inside(here, os.path.realpath(start), below)


def _stays_inside(path: str, root: str, below: str) -> bool:
    folder = os.path.dirname(below)  # noqa: PTH120 - the address as the engine has it
    straight = os.path.join(root, folder) if folder else root  # noqa: PTH118
    return os.path.realpath(os.path.dirname(path)) == straight and os.path.realpath(path).startswith(  # noqa: PTH120
        root.rstrip("/") + "/"
    )


def _scanner(daft: Any, documents: Named, reading: Reading) -> Any:  # noqa: ANN401 - Daft's
    """Return the batch function for columns, to be run by as many processes as there are cores.

    It is sent by the names of what it is made of, none of its code, so that it needs no more than this package there.
    """
    listed = daft.DataType.list(daft.DataType.from_arrow_type(_row_type()))
    size = _ROWS if documents.is_table else _FILES
    return daft.func.batch(return_dtype=listed, batch_size=size, use_process=True)(Scanner(documents, reading))


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
    read = [_read(name, row, text, documents) for name, row, text in zip(names, rows, texts, strict=True)]
    found = [
        render_unreadable(name, row, each.en).encode("utf-8", "replace") if isinstance(each, Unreadable) else each
        for name, row, each in zip(names, rows, scan_batch(read, reading), strict=True)
    ]
    quantities = to_table(b"".join(found)).combine_chunks().to_struct_array()
    values = pa.concat_arrays(quantities.chunks) if quantities.num_chunks else pa.array([], _row_type())
    return pa.ListArray.from_arrays([0, *accumulate(lines.count(b"\n") for lines in found)], values)


def _read(name: str, row: str | None, text: str | bytes | None, documents: Named) -> Text | Unreadable:
    if text is None and not documents.is_table:
        return Unreadable("it cannot be fetched", "không tải được")
    document = parse(name, text) if isinstance(text, bytes) else text or ""
    return document if isinstance(document, Unreadable) else Text(name, document, row)
