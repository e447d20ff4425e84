"""Prints the Nth shell command of the README, so that .ci/run runs what the README says and nothing else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

TEXT = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
print(re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)[int(sys.argv[1]) - 1].strip())
