"""Runs a command as a whole fresh process and measures it: wall clock, processor time, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).parent / "launch.py"
# How often the processes of a command are looked at, in seconds; what ends sooner is one process here anyway.
_EVERY = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")
_KIB = 1024
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, or the medians of several: seconds, and megabytes (10^6 bytes) at their peak.

    ``largest`` is the peak of the largest process, as the kernel counted it; ``tree`` that of the sum over all
    processes at one moment, where there were several. Pages that they share count once for each.
    """

    wall: float
    cpu: float
    largest: float
    tree: float


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended: its exit code, what it wrote, and what it took."""

    code: int
    output: str
    errors: str
    cost: Cost


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command to its end, in a session of its own."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_LAUNCH), str(writing), *command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        pass_fds=(writing,),
    )
    os.close(writing)
    watch = _Watch(process.pid)
    watch.start()
    output, errors = process.communicate()
    watch.stop()
    with os.fdopen(reading) as told:
        fields = told.read().split()
    if not fields:
        raise RuntimeError(f"{command[0]} could not be started: {errors.decode(errors='replace')}")
    wall, cpu, peak, code = fields
    largest = int(peak) * _KIB / _MB
    cost = Cost(float(wall), float(cpu), largest, max(watch.most / _MB, largest))
    return Ran(int(code), output.decode(), errors.decode(errors="replace"), cost)


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each measure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.largest for cost in costs),
        median(cost.tree for cost in costs),
    )


class _Watch(threading.Thread):
    """Adds up the resident memory of all processes of a session but its first, again and again."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._session = session
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_EVERY):
            self.most = max(self.most, sum(map(self._resident, _processes())))

    def stop(self) -> None:
        self._ended.set()
        self.join()

    def _resident(self, process: int) -> int:
        """Return the resident memory of a process in bytes, if it is of the session; 0 if not, or if it has ended."""
        try:
            if process == self._session or os.getsid(process) != self._session:
                return 0
            return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
        except (OSError, ValueError, IndexError):
            return 0


def _processes() -> list[int]:
    """Return the ids of all processes; none where the system does not list them in files."""
    return [int(each.name) for each in os.scandir("/proc") if each.name.isdigit()] if Path("/proc").is_dir() else []
