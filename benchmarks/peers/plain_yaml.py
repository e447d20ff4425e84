"""Only loads claim files, with libyaml: what every check of the same files through PyYAML pays before it begins.

``python -m benchmarks.peers.plain_yaml [--gc] FILE…``; the garbage collector is off unless asked for.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import yaml

if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--gc"]
    if "--gc" not in sys.argv:
        gc.disable()
    loaded = [yaml.load(Path(name).read_bytes(), Loader=yaml.CSafeLoader) for name in names]
