"""Work spread over the processors of one machine, where that pays."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

_given: tuple[Callable[[Any, Any], Any], Any]


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[S, T], R], shared: S, items: Sequence[T], *, workers: int, at_once: int = 1) -> Iterator[R]:
    """Yield ``work(shared, item)`` for each item, in order; ``at_once`` items are sent to a worker at a time.

    With one worker it is done here. What ``work`` raises is raised here, and no worker is left behind.
    """
    if workers < 2 or len(items) < 2:  # noqa: PLR2004 - nothing to share out
        for item in items:
            yield work(shared, item)
        return
    import gc  # noqa: PLC0415 - only large registries and many documents come this far
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    # Where processes can be forked they share what is in memory; elsewhere it is sent to each of them once.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    gc.freeze()
    pool = ProcessPoolExecutor(min(workers, len(items)), context, _begin, (work, shared))
    try:
        yield from pool.map(_run, items, chunksize=at_once)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


def _begin(work: Callable[[Any, Any], Any], shared: object) -> None:
    import gc  # noqa: PLC0415
    import signal  # noqa: PLC0415

    global _given  # noqa: PLW0603 - the one thing that a worker is told before its first item
    _given = (work, shared)
    # An interruption is answered by the process that was started; its workers end with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _run(item: Any) -> Any:  # noqa: ANN401 - whatever the work takes and gives
    work, shared = _given
    return work(shared, item)
