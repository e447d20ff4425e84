"""Configuration: ``factcheck.toml``, or ``[tool.factcheck]`` in ``pyproject.toml``, from a path upwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.model.record import record
from factcheck.model.said import SaidError
from factcheck.model.severity import Severity

_LIKELY = 60
_SECTION = "[tool.factcheck"
KEYS = {
    "claims": "the folder (or file) that holds the registry; claims by default",
    "documents": "the folder that holds the documents that quotes are looked for in; none by default",
    "require-documents": "true: a document that is not at hand is an error; false (the default): it is listed",
    "baseline": "the file of known findings; .factcheck-baseline.json by default",
    "fail-on": "the lowest severity that fails a check: error, warning (the default) or note",
}


_FLAGS = frozenset({"require-documents"})


class ConfigError(SaidError):
    """A configuration that cannot be used; the message names the file and says what to do."""


@record(frozen=True, slots=True)
class Config:
    """Settings with the folder that relative paths start from; ``path`` is None for the defaults."""

    root: Path
    claims: Path
    documents: Path | None = None
    baseline: Path | None = None
    fail_on: Severity = Severity.WARNING
    require_documents: bool = False
    path: Path | None = None


def find_config(start: Path) -> Config:
    """Return the configuration that governs ``start``: the nearest one above it, else the defaults.

    The defaults are those of the current folder. ConfigError where the file found cannot be used.
    """
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        for name in ("factcheck.toml", "pyproject.toml"):
            path = candidate / name
            settings = _read(path) if path.is_file() else None
            if settings is not None:
                return _config(settings, path)
    here = Path.cwd()
    return Config(here, here / "claims")


def _read(path: Path) -> dict[str, Any] | None:
    """Return the settings in a file; None where a pyproject.toml says nothing of us."""
    import tomllib  # noqa: PLC0415 - most folders have no such file

    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, OSError) as error:
        if path.name == "pyproject.toml" and not (isinstance(error, ValueError) and _SECTION in text):
            # Broken or not, it says nothing to us.
            return None
        raise ConfigError(
            f"{path}: {error}. Mend the file, or remove it to use the defaults.",
            f"{path}: {error}. Hãy sửa tệp, hoặc xóa để dùng mặc định.",
        ) from None
    if path.name == "pyproject.toml":
        tables = tables.get("tool", {}).get("factcheck")
    if tables is not None and not isinstance(tables, dict):
        raise ConfigError(f"{path}: [tool.factcheck] must be a table.", f"{path}: [tool.factcheck] phải là một bảng.")
    return tables


def _config(settings: dict[str, Any], path: Path) -> Config:
    for key, value in settings.items():
        if key not in KEYS:
            raise _unknown(path, key)
        if key in _FLAGS:
            if not isinstance(value, bool):
                raise ConfigError(
                    f"{path}: {key} must be true or false, without quotation marks.",
                    f"{path}: {key} phải là true hoặc false, không có dấu ngoặc kép.",
                )
        elif not isinstance(value, str):
            raise ConfigError(
                f"{path}: {key} must be a text in quotation marks: {KEYS[key]}.",
                f"{path}: {key} phải là văn bản trong dấu ngoặc kép.",
            )
    fail_on = settings.get("fail-on", Severity.WARNING.value)
    if fail_on not in list(Severity):
        raise ConfigError(
            f"{path}: fail-on is {fail_on!r}; it takes error, warning or note.",
            f"{path}: fail-on là {fail_on!r}; chỉ nhận error, warning hoặc note.",
        )
    root = path.parent
    documents = settings.get("documents")
    return Config(
        root=root,
        claims=root / settings.get("claims", "claims"),
        documents=root / documents if documents else None,
        baseline=root / settings["baseline"] if "baseline" in settings else None,
        fail_on=Severity(fail_on),
        require_documents=settings.get("require-documents", False),
        path=path,
    )


def _unknown(path: Path, key: str) -> ConfigError:
    from rapidfuzz import process  # noqa: PLC0415 - only a mistyped key needs it

    best = process.extractOne(key, list(KEYS), score_cutoff=_LIKELY)
    en, vi = (f" Did you mean {best[0]!r}?", f" Có phải là {best[0]!r}?") if best else ("", "")
    known = ", ".join(KEYS)
    return ConfigError(
        f"{path}: unknown key {key!r}.{en} Known: {known}.",
        f"{path}: không có khóa {key!r}.{vi} Các khóa hợp lệ: {known}.",
    )
