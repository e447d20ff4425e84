"""What stands for the content of files: the SHA-256 of the SHA-256 of each of its blocks, in hexadecimal.

Several threads can thus work on the blocks of one large file, as on those of many files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

_BLOCK = 1 << 20
# Fewer bytes than these are done before another thread has begun.
_WORTH_A_THREAD = 4 * _BLOCK


def content_of(data: bytes) -> str:
    """Return what stands for the content of a file that is in memory, or for any other bytes."""
    view = memoryview(data)
    return _joined(sha256(view[at : at + _BLOCK]) for at in range(0, len(data), _BLOCK))


def contents_of(paths: Sequence[Path], threads: int = 1) -> list[str]:
    """Return what stands for the content of each file; empty for one that cannot be read.

    A thread has one block in memory at a time.
    """
    sizes = [_size(path) for path in paths]
    digests: list[dict[int, bytes] | None] = [{} for _ in paths]
    # Each thread takes the next block that none has taken; the last one of a file is all that it holds by then.
    left = iter([(number, at) for number, size in enumerate(sizes) for at in range(0, size + 1, _BLOCK)])

    def work() -> None:
        for number, at in left:
            try:
                found = dict(_digests(paths[number], at, to_end=at + _BLOCK > sizes[number]))
            except OSError:
                digests[number] = None
            else:
                if (known := digests[number]) is not None:
                    known |= found

    if threads > 1 and sum(sizes) >= _WORTH_A_THREAD:
        _run(work, threads)
    else:
        work()
    return ["" if known is None else _joined(known[at] for at in sorted(known)) for known in digests]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _digests(path: Path, at: int, *, to_end: bool) -> Iterator[tuple[int, bytes]]:
    """Yield where the block of a file at ``at`` begins, and its digest; with ``to_end``, of all that follow it too."""
    with path.open("rb") as file:
        file.seek(at)
        while block := file.read(_BLOCK):
            yield at, sha256(block)
            if not to_end:
                return
            at += _BLOCK


def _run(work: Callable[[], None], threads: int) -> None:
    """Let this thread and others work until all have done."""
    from threading import Thread  # noqa: PLC0415 - most registries are small

    others = [Thread(target=work) for _ in range(threads - 1)]
    for other in others:
        other.start()
    work()
    for other in others:
        other.join()


def _joined(digests: Iterable[bytes]) -> str:
    return sha256(b"".join(digests)).hex()


def sha256(data: bytes | memoryview) -> bytes:
    """Return the SHA-256 of some bytes."""
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, which a check without a cache need not wait for

    return hashlib.sha256(data).digest()
