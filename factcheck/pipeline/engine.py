"""Daft, for what one machine cannot hold: loaded when first asked for, quiet, and without its reports to its makers."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from factcheck.pipeline.plan import UsageError

EXTRA = "pip install 'factcheck[daft]'"


def load_engine(address: str | None) -> Any:  # noqa: ANN401 - an extra without types that are always at hand
    """Return Daft: run by itself or, with the ``address`` of a cluster, by Ray; UsageError where it is missing."""
    if find_spec("daft") is None:
        raise UsageError(
            f"--engine daft needs an extra; run: {EXTRA}", f"--engine daft cần phần bổ sung; hãy chạy: {EXTRA}"
        )
    if address is not None and find_spec("ray") is None:
        raise UsageError(
            "--engine-address needs Ray beside Daft; run: pip install 'daft[ray]'",
            "--engine-address cần Ray cùng với Daft; hãy chạy: pip install 'daft[ray]'",
        )
    # A tool that works offline must not tell anyone that it was started.
    os.environ["DO_NOT_TRACK"] = "true"
    if not sys.stderr.isatty():
        os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    daft = import_module("daft")
    if address is None:
        daft.set_runner_native()
    else:
        daft.set_runner_ray(address)
    return daft


def engine_folder(output: Sequence[str] | None, *, printed: bool) -> str:
    """Return the folder that an engine writes into; UsageError where there is not exactly one, or more is asked for."""
    if printed or not output or len(output) > 1:
        raise UsageError(
            "--engine daft writes Parquet files into one folder and prints nothing. Name it: -o FOLDER.",
            "--engine daft ghi các tệp Parquet vào một thư mục và không in gì. Hãy ghi tên thư mục: -o FOLDER.",
        )
    return output[0].removeprefix("parquet=")


def no_engine() -> UsageError:
    """Return the error of an address without an engine."""
    return UsageError(
        "--engine-address says where an engine runs; add --engine daft.",
        "--engine-address cho biết engine chạy ở đâu; hãy thêm --engine daft.",
    )


def said_by_engine(error: Exception) -> UsageError:
    """Return what an engine says as an error of ours: its first line, which names the file or address."""
    first = next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return UsageError(f"Daft: {first}", f"Daft: {first}")
