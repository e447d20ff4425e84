"""Runs a module with the garbage collector off: ``python -m benchmarks.resting MODULE ARGUMENT…``.

Loading makes little garbage and many records, through which Python's collector looks again and again; who knows this
turns it off and saves half of the time.
"""

from __future__ import annotations

import gc
import runpy
import sys

if __name__ == "__main__":
    gc.disable()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
