"""The baseline: findings known when the tool was adopted, which do not fail a check until they change."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.gate.identity import Identity, identity
from factcheck.model.finding import Finding
from factcheck.model.registry import Registry

VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The identities of the known findings."""

    known: frozenset[Identity] = frozenset()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; ValueError, which names the file and what to do, where it is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            raise ValueError(f"{path}: version {document['version']} of the baseline is not known here.")
        known = frozenset(
            Identity(
                str(entry["rule"]),
                str(entry["fault"]),
                tuple(map(str, entry["claims"])),
                tuple((str(name), str(raw)) for name, raw in entry["values"]),
            )
            for entry in document["findings"]
        )
    except (OSError, KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(
            f"{path} is no baseline ({error}). Make a new one with factcheck baseline create --force."
        ) from None
    return Baseline(known)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline whole or not at all, one finding to a line so that changes read well in a diff."""
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(baseline.known)]
    body = ",\n    ".join(lines)
    text = f'{{\n  "version": {VERSION},\n  "findings": [\n    {body}\n  ]\n}}\n' if lines else (
        f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'
    )  # fmt: skip
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def pass_known(
    findings: Iterable[Finding], registry: Registry, baseline: Baseline
) -> tuple[list[Finding], list[Finding]]:
    """Split findings into new and known ones."""
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        (known if identity(finding, registry) in baseline.known else new).append(finding)
    return new, known


def pruned(baseline: Baseline, current: Iterable[Identity]) -> Baseline:
    """Return the baseline without what is no longer found; it never grows."""
    return Baseline(baseline.known & frozenset(current))
