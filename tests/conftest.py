"""Helpers that the tests share: a registry written to a folder and checked as the command does it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.model.report import Report
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.plan import Request

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 1, 31)


def check_folder(folder: Path, lang: str = "en") -> Report:
    return check_registry(Request(roots=(folder,), base=folder, as_of=AS_OF, lang=lang))


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def check_files(tmp_path):
    def run(files: dict[str, str], lang: str = "en") -> Report:
        return check_folder(write_files(tmp_path, files), lang)

    return run
