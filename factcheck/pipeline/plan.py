"""Which registry a command line means, and under which settings it is checked."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from factcheck.load.cache import FOLDER
from factcheck.load.config import Config, ConfigError, find_config
from factcheck.load.files import shown_path
from factcheck.model.record import record
from factcheck.model.said import SaidError

STDIN = "-"


class UsageError(SaidError):
    """A wrong path, option or configuration; the message says what to do."""


class NothingToCheckError(SaidError):
    """There is no registry here; the message says what to do."""


@record(frozen=True, slots=True, kw_only=True)
class Request:
    """What to check.

    ``roots`` are the files and folders of the registry and ``texts`` what was given on standard input, by
    name. ``only`` are the paths whose findings count (all, where empty), ``base`` the folder that paths are
    shown relative to. ``since`` is the revision after which changes count; ``baseline`` the file of
    findings that are known. ``documents`` is the folder in which quotes are looked for (None: nowhere), and
    ``require_documents`` makes a document that is not there a fault. ``cache`` is the folder in which what was worked
    out is kept for the next time (None: nowhere). ``on_engine`` lets an engine check the parts of the registry,
    by itself or on the cluster at ``engine_address``.
    """

    roots: tuple[Path, ...]
    base: Path
    as_of: date
    only: tuple[str, ...] = ()
    texts: tuple[tuple[str, bytes], ...] = ()
    lang: str = "en"
    fail_on: str = "warning"
    since: str = ""
    baseline: Path | None = None
    documents: Path | None = None
    require_documents: bool = False
    cache: Path | None = None
    on_engine: bool = False
    engine_address: str | None = None


def plan(
    paths: tuple[str, ...] = (),
    *,
    as_of: date | None = None,
    lang: str = "en",
    since: str = "",
    baseline: Path | None = None,
    use_baseline: bool = True,
    documents: Path | None = None,
    require_documents: bool = False,
    use_cache: bool = False,
    on_engine: bool = False,
    engine_address: str | None = None,
) -> Request:
    """Work out which registry is meant.

    Paths inside a configured registry choose which of its findings count. Paths outside every configured
    registry, and standard input, are together a registry of their own. ``documents`` is the documents folder, by
    default that of FACTCHECK_DOCUMENTS, else the configured one. UsageError where a path or the
    configuration is wrong, NothingToCheckError where there is no registry.
    """
    try:
        base = Path.cwd()
    except FileNotFoundError:
        raise UsageError(
            "The current folder does not exist any more. Change to one that does.",
            "Thư mục hiện tại không còn nữa. Hãy chuyển sang thư mục khác.",
        ) from None
    texts = (("<stdin>", read_stdin()),) if STDIN in paths else ()
    absolute = [_existing(path, base) for path in paths if path != STDIN]
    configs = _configs(absolute or [base])
    config = configs[0]
    inside = [_is_below(path, config.claims) for path, config in zip(absolute, configs, strict=False)]
    roots: tuple[Path, ...] = (config.claims,)
    only: tuple[str, ...] = ()
    if texts or (absolute and not any(inside)):
        if any(inside):
            raise UsageError(
                "Standard input is a registry of its own; name no path of another one beside it.",
                "Đầu vào chuẩn là một sổ riêng; đừng ghi kèm đường dẫn của sổ khác.",
            )
        roots = tuple(absolute)
    elif not all(inside) or len({each.claims for each in configs}) > 1:
        raise UsageError(
            "The paths belong to different registries. Check one registry at a time.",
            "Các đường dẫn thuộc những sổ khác nhau. Hãy kiểm tra từng sổ.",
        )
    elif not config.claims.exists():
        raise _no_registry(config)
    else:
        real = config.claims.resolve()
        only = tuple(shown_path(config.claims / path.resolve().relative_to(real), base) for path in absolute)
        # A link to what is not listed by itself has its own name in reports.
        only += tuple(shown_path(path, base) for path in absolute if path.is_symlink())
    return Request(
        roots=roots,
        base=base,
        only=only,
        texts=texts,
        as_of=as_of or date.today(),  # noqa: DTZ011 - the day where the user is
        lang=lang,
        fail_on=config.fail_on.value,
        since=since,
        baseline=(baseline or baseline_of(config)) if use_baseline else None,
        documents=documents or _documents_of_the_environment() or config.documents,
        require_documents=require_documents or config.require_documents,
        cache=_cache_of(config, roots) if use_cache and not on_engine else None,
        on_engine=on_engine,
        engine_address=engine_address,
    )


def _cache_of(config: Config, roots: tuple[Path, ...]) -> Path | None:
    """Return where the cache of a registry lies: beside a configured one, inside a folder that was named."""
    if roots == (config.claims,):
        return config.root / FOLDER
    return roots[0] / FOLDER if roots and roots[0].is_dir() else None


def _documents_of_the_environment() -> Path | None:
    given = os.environ.get("FACTCHECK_DOCUMENTS")
    return Path(given) if given else None


def baseline_of(config: Config) -> Path:
    """Return where the baseline of a configuration lies, whether there is one or not."""
    return config.baseline or config.root / ".factcheck-baseline.json"


def missing_baseline(path: Path) -> UsageError:
    """Return the error of a baseline that is not there."""
    return UsageError(
        f"There is no baseline at {path}. Make one with factcheck baseline create.",
        f"Không có baseline ở {path}. Tạo bằng factcheck baseline create.",
    )


def configuration() -> Config:
    """Return the configuration of the current folder; UsageError where it cannot be used."""
    return _configs([Path.cwd()])[0]


def read_stdin() -> bytes:
    """Return all of standard input; UsageError where it is closed."""
    if sys.stdin is None:
        raise UsageError("Standard input is closed.", "Đầu vào chuẩn đã đóng.")
    return sys.stdin.buffer.read()


def _existing(given: str, base: Path) -> Path:
    path = Path(given) if Path(given).is_absolute() else base / given
    if not path.exists():
        raise UsageError(
            f"{given} does not exist. Check the path, or leave it out to check the whole registry.",
            f"{given} không tồn tại. Hãy xem lại đường dẫn, hoặc bỏ đi để kiểm tra cả sổ.",
        )
    return path


def _configs(paths: list[Path]) -> list[Config]:
    try:
        return [find_config(path) for path in paths]
    except ConfigError as error:
        raise UsageError(error.en, error.vi) from None


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def nothing_in(roots: tuple[Path, ...], files: int) -> NothingToCheckError:
    """Return the error of a registry without claims: an empty folder never passes silently."""
    where = ", ".join(str(root) for root in roots)
    en, vi = "holds no YAML files", "không có tệp YAML nào"
    if files:
        en, vi = "holds no claims that can be read", "không có khai báo nào đọc được"
    return NothingToCheckError(
        f"Nothing to check: {where or 'standard input'} {en}. Name a folder of claim files: factcheck check FOLDER.",
        f"Không có gì để kiểm tra: {where or 'đầu vào chuẩn'} {vi}. Hãy ghi thư mục chứa sổ: factcheck check FOLDER.",
    )


def _no_registry(config: Config) -> UsageError | NothingToCheckError:
    if config.path:
        return UsageError(
            f"{config.path} names {config.claims} as the registry, but it does not exist.",
            f"{config.path} ghi sổ là {config.claims}, nhưng thư mục đó không tồn tại.",
        )
    return NothingToCheckError(
        f"Nothing to check: there is no folder {config.claims.name}/ here and no configuration above. "
        "Name a folder of claim files (factcheck check FOLDER), or begin one with factcheck init.",
        f"Không có gì để kiểm tra: ở đây không có thư mục {config.claims.name}/ và không có cấu hình nào phía trên. "
        "Hãy ghi thư mục chứa sổ (factcheck check FOLDER), hoặc tạo sổ mới bằng factcheck init.",
    )
