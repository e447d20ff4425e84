"""Runs all benchmarks and prints one Markdown page.

    python -m benchmarks [--quick] [--peer-python PATH]

``--quick`` measures small sizes with few runs, to see that everything works. ``--peer-python`` names the python that
``benchmarks/peers/requirements.txt`` was installed for; without it, checking and reading are measured without those
peers.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
# By module: what it measures, and how it is asked for a small run.
PARTS = {
    "checking": ("Checking a registry", ["--claims", "1000,2000", "--runs", "1"]),
    "reading": ("Reading figures", ["--megabytes", "1"]),
    "anchoring": ("Finding quotes in documents", ["--runs", "3", "--quotes", "20"]),
    "lookalikes": ("Lookalike labels", ["--labels", "1000", "--runs", "2"]),
    "arithmetic": ("Contradictions and slips", ["--registries", "50"]),
    "mistakes": ("Mistakes in made-up worlds", ["--worlds", "1", "--figures", "5"]),
    "archive": ("An archive of documents", ["--quick"]),
}


def main() -> None:
    """Run each part as a process of its own, so that none is disturbed by what another left behind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes and few runs")
    parser.add_argument("--peer-python", default="", help="the python that has the peers")
    options = parser.parse_args()
    print(f"# Benchmarks\n\n{_surroundings()}\n", flush=True)
    failed = []
    for module, (title, quick) in PARTS.items():
        if find_spec(f"benchmarks.{module}") is None:
            continue
        print(f"## {title}\n", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{module}", *(quick if options.quick else [])]
        environment = dict(os.environ)
        if module == "checking" and options.peer_python:
            command += ["--peers", "--peer-python", options.peer_python]
        if module == "reading" and options.peer_python:
            # Ours is read by the same python as the others, with the libraries of this one.
            command[0] = options.peer_python
            environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), sysconfig.get_path("purelib")))
        if subprocess.run(command, cwd=ROOT, check=False, env=environment).returncode:
            failed.append(module)
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


def _surroundings() -> str:
    return ", ".join([f"Python {platform.python_version()}", f"{os.cpu_count()} processors", *_processor()])


def _processor() -> Iterator[str]:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    yield from [line.partition(":")[2].strip() for line in lines if line.startswith("model name")][:1]


if __name__ == "__main__":
    main()
