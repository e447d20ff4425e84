"""Daft, for what one machine cannot hold: loaded when first asked for, quiet, and without its reports to its makers."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from factcheck.pipeline.plan import UsageError

EXTRA = "pip install 'factcheck[daft]'"
# A tool that works offline must not tell anyone that it was started. Daft reports to its makers when it is imported and
# when a runner starts, unless one of the first three is set; which of them counts has changed from release to release.
_SILENT = {
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}


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
    os.environ.update(_SILENT)
    # What it logs without being asked would stand between the messages of this program.
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.stderr.isatty():
        os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        return _start(address)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise said_by_engine(error) from None


@cache
def _start(address: str | None) -> Any:  # noqa: ANN401 - Daft
    """Choose what Daft runs on, which it lets a process do only once.

    That is this machine even where a cluster is nearby, which Daft would choose by itself.
    """
    daft = import_module("daft")
    if address is None:
        daft.set_runner_native()
    else:
        _join_cluster(address)
        daft.set_runner_ray()
    return daft


def _join_cluster(address: str) -> None:
    """Connect to a cluster, whose processes are to be as silent as this one."""
    ray = import_module("ray")
    ray.init(
        address=address,
        log_to_driver=False,
        logging_level="ERROR",
        runtime_env={"env_vars": {**_SILENT, "DAFT_PROGRESS_BAR": "0"}},
    )


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
    """Return what an engine says as an error of ours: its first line, which names the file or address.

    A line that only leads up to a traceback is followed by what that ends with.
    """
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    said = f"{lines[0]} {lines[-1]}" if lines[0].endswith(":") and len(lines) > 1 else lines[0]
    return UsageError(f"Daft: {said}", f"Daft: {said}")
