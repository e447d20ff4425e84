"""Helpers that the tests share: a registry written to a folder and checked as the command does it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.load.registry import load_registry
from factcheck.model.report import Report
from factcheck.model.view import View
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.plan import Request
from factcheck.pipeline.view import build_view

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 1, 31)


def check_folder(folder: Path, lang: str = "en", *, require: bool = False, documents: Path | None = None) -> Report:
    """Check a folder; its own folder ``documents``, where it has one, is the documents folder."""
    inside = folder / "documents"
    return check_registry(
        Request(
            roots=(folder,),
            base=folder,
            as_of=AS_OF,
            lang=lang,
            documents=documents or (inside if inside.is_dir() else None),
            require_documents=require,
        )
    )


def view_folder(folder: Path) -> View:
    """Return the registry of a folder read, related and worked out."""
    return build_view(load_registry((folder,), folder), AS_OF)[0]


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def check_files(tmp_path):
    def run(files: dict[str, str], lang: str = "en", *, require: bool = False) -> Report:
        return check_folder(write_files(tmp_path, files), lang, require=require)

    return run
