"""Parquet files as documents: one a row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model.document import Unreadable
from factcheck.model.record import NamedTuple

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIX = ".parquet"
EXTRA = "pip install 'factcheck[parquet]'"
TEXT = "text"
ID = "id"
NEEDS_EXTRA = Unreadable(f"Parquet needs an extra; run: {EXTRA}", f"Parquet cần phần bổ sung; hãy chạy: {EXTRA}")
_ROWS = 64
_BUFFER = 1 << 20


class Row(NamedTuple):
    """One document: the text, and which row it is by its column of ids, else by its number from 0."""

    id: str | None
    text: str


def rows(path: str, text_column: str | None, id_column: str | None) -> Iterator[Row | Unreadable]:
    """Yield the documents of a file, and at its end why the rest cannot be read, where it cannot.

    Only the two columns are read, a piece at a time. A row without text is an empty document. Columns are by default
    ``text`` and, where there is one, ``id``.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        yield NEEDS_EXTRA
        return
    try:
        with parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False) as file:
            columns = find_columns(file.schema_arrow, text_column, id_column)
            if isinstance(columns, Unreadable):
                yield columns
                return
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS, columns=list(dict.fromkeys(filter(None, columns)))):
                texts = batch.column(columns[0]).to_pylist()
                ids = batch.column(columns[1]).to_pylist() if columns[1] else range(number, number + len(texts))
                for name, text in zip(ids, texts, strict=True):
                    yield Row(None if name is None else str(name), text or "")
                number += len(texts)
    except FileNotFoundError:
        yield Unreadable("there is no such file; check the path", "không có tệp này; hãy xem lại đường dẫn")
    except (OSError, pa.ArrowException) as error:
        first = (str(error).splitlines() or [""])[0].rstrip(".")
        yield Unreadable(
            f"it is no Parquet file that can be read: {first}", f"không phải tệp Parquet đọc được: {first}"
        )


def find_columns(
    schema: pa.Schema, text_column: str | None, id_column: str | None
) -> tuple[str, str | None] | Unreadable:
    """Return the columns of texts and, where there is one, of ids; else what is wrong with them."""
    from pyarrow import types  # noqa: PLC0415

    text = text_column or TEXT
    for column, option, given in ((text, "--text-column", text_column), (id_column, "--id-column", id_column)):
        if column is not None and column not in schema.names:
            known = ", ".join(schema.names)
            does = "names another" if given else "names the column of the texts"
            vi = "chọn cột khác" if given else "cho biết cột chứa văn bản"
            return Unreadable(
                f"it has no column {column}, only {known}; {option} {does}",
                f"không có cột {column}, chỉ có {known}; {option} {vi}",
            )
    kind = schema.field(text).type
    if types.is_dictionary(kind):
        kind = kind.value_type
    if not (types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)):
        return Unreadable(
            f"its column {text} holds {kind}, not texts; --text-column names another",
            f"cột {text} chứa {kind}, không phải văn bản; --text-column chọn cột khác",
        )
    return text, id_column or (ID if ID in schema.names else None)
