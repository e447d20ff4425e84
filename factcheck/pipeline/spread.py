"""One function over many batches, on one or several cores, with results in the order of the batches."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.pipeline.plan import UsageError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Batch = TypeVar("Batch")
Result = TypeVar("Result")
# One batch is worked on while the next one waits beside it.
_AT_HAND = 2
# How many batches a process others may be ahead of the one that takes longest.
_AHEAD = 4


class WorkerLostError(UsageError):
    """A process ended in the middle of its work, most likely for want of memory."""

    def __init__(self) -> None:
        super().__init__(
            "A process was lost in the middle of its work, most likely for want of memory.",
            "Một tiến trình bị mất giữa chừng, có lẽ do thiếu bộ nhớ.",
        )


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Batch], Result], batches: Iterable[Batch], jobs: int, *, sharing: bool = False
) -> Generator[Result, None, None]:
    """Yield what ``work`` makes of each batch, in order.

    With several ``jobs``, ``work`` and the batches go to processes; only a few batches a process are under way at any
    time, however many there are. Close it early, and the processes are ended. WorkerLostError where one ended itself.

    ``sharing`` is for work that looks at much that is in memory: where they can, processes are made as copies of this
    one, which has no threads then, instead of being sent all that.
    """
    if jobs == 1:
        yield from map(work, batches)
        return
    workers: list[_Worker[Batch, Result]] = []
    try:
        waiting = enumerate(batches)
        done: dict[int, Result] = {}
        next_out = 0
        following = next(waiting, None)
        while following or any(worker.at_hand for worker in workers):
            while following and following[0] < next_out + jobs * _AHEAD:
                free = min(workers, key=lambda worker: len(worker.at_hand), default=None)
                if len(workers) < jobs and (free is None or free.at_hand):
                    free = _Worker(work, [worker.connection for worker in workers], sharing=sharing)
                    workers.append(free)
                elif free is None or len(free.at_hand) == _AT_HAND:
                    break
                free.give(*following)
                following = next(waiting, None)
            for worker in _ready(workers):
                done |= [worker.take()]
            while next_out in done:
                yield done.pop(next_out)
                next_out += 1
        for worker in workers:
            worker.dismiss()
        workers.clear()
    finally:
        for worker in workers:
            worker.end()


class _Worker(Generic[Batch, Result]):
    """A process with a pipe of its own, so that the loss of it is seen and takes nothing of the others along."""

    def __init__(self, work: Callable[[Batch], Result], others: list[Connection], *, sharing: bool) -> None:
        # They take as long to load as a small scan takes.
        from multiprocessing import get_context  # noqa: PLC0415

        from factcheck.pipeline.interrupts import blocked  # noqa: PLC0415

        copied = sharing and sys.platform == "linux"
        # Else a fresh process, not a copy: a copy of a process that has threads, as pyarrow's readers do, may hang.
        context: Any = get_context("fork" if copied else "spawn")
        self.connection, its_end = context.Pipe()
        self.at_hand: list[int] = []
        # A copy has the ends of all pipes; it must let go of those that are not its own, or nobody sees them close.
        not_its_own = (*others, self.connection) if copied else ()
        self._process = context.Process(target=_serve, args=(its_end, work, not_its_own), daemon=True)
        if os.name == "posix" and not copied:
            from multiprocessing import resource_tracker  # noqa: PLC0415

            # The first process starts this one too, which unblocks signals.
            resource_tracker.ensure_running()
        with blocked():
            self._process.start()
        its_end.close()

    def give(self, number: int, batch: Batch) -> None:
        try:
            self.connection.send(batch)
        except OSError as error:
            raise WorkerLostError from error
        self.at_hand.append(number)

    def take(self) -> tuple[int, Result]:
        try:
            result: Result | BaseException = self.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerLostError from error
        if isinstance(result, MemoryError):
            raise WorkerLostError from result
        if isinstance(result, BaseException):
            raise result
        return self.at_hand.pop(0), result

    def dismiss(self) -> None:
        self.connection.close()
        self._process.join()

    def end(self) -> None:
        self._process.kill()
        self.dismiss()


def _ready(workers: list[_Worker[Batch, Result]]) -> Iterator[_Worker[Batch, Result]]:
    from multiprocessing.connection import wait  # noqa: PLC0415

    ready = wait([worker.connection for worker in workers if worker.at_hand])
    return (worker for worker in workers if worker.connection in ready)


def _serve(connection: Connection, work: Callable[[Any], object], not_its_own: Iterable[Connection]) -> None:
    """Work off batches until nobody is left to send any."""
    import gc  # noqa: PLC0415
    from queue import SimpleQueue  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    for other in not_its_own:
        other.close()
    # What is in memory already stays there; looking through it again and again would copy it page by page.
    gc.freeze()
    batches: SimpleQueue[Any] = SimpleQueue()

    def receive() -> None:
        # Beside the work: the sender must never wait for a process that itself waits to get rid of a result.
        try:
            while True:
                batches.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)

    Thread(target=receive, daemon=True).start()
    while True:
        try:
            result: object = work(batches.get())
        except Exception as error:  # noqa: BLE001 - raised again where it can be shown
            result = error
        connection.send(result)
