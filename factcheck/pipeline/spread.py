"""One function over many batches, on one or several cores, with results in the order of the batches."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from threading import Thread
from typing import TypeVar

from factcheck.pipeline.interrupts import blocked

Batch = TypeVar("Batch")
Result = TypeVar("Result")
# Enough that no process waits for the next batch while another one takes long.
_IN_FLIGHT = 4


class WorkerLostError(RuntimeError):
    """A process ended in the middle of its work, most likely for want of memory."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Batch], Result], batches: Iterable[Batch], jobs: int) -> Generator[Result, None, None]:
    """Yield what ``work`` makes of each batch, in order.

    With several ``jobs``, ``work`` and the batches go to processes; only a few batches a process are under way at any
    time, however many there are. Leave early, and the processes are ended. WorkerLostError where one ended itself.
    """
    if jobs == 1:
        yield from map(work, batches)
        return
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415 - takes as long as a small scan
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import active_children, get_context  # noqa: PLC0415

    others = set(active_children())
    # Processes of their own, not copies: those of a process that has threads, as pyarrow's readers do, may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    under_way: deque[Future[Result]] = deque()
    finished = False
    try:
        for batch in batches:
            with blocked():
                under_way.append(pool.submit(work, batch))
            if len(under_way) >= jobs * _IN_FLIGHT:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
        finished = True
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        if not finished:
            for process in set(active_children()) - others:
                process.kill()
        pool.shutdown(wait=finished, cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that came."""
    from multiprocessing import parent_process  # noqa: PLC0415
    from multiprocessing.connection import wait  # noqa: PLC0415

    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()
