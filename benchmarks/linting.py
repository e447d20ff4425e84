"""How many false alarms ``factcheck lint`` raises, and how many altered figures it catches.

    python benchmarks/linting.py DOCUMENTS_FOLDER [REGISTRY]

Each document that the registry has claims from is linted three times: as it is (every disagreement is a false
alarm), against the registry without its own claims (what it then disagrees with are the other documents), and once
for each of its figures with one digit of that figure changed. Of every figure the first digit is changed, then the
last one that is not zero, so that both gross and slight slips are seen. The tables are Markdown; a false alarm makes
the exit code 1.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from factcheck.load.registry import load_registry
from factcheck.model.lint import Standing
from factcheck.pipeline.draft import read_text
from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

AS_OF = date(2026, 1, 31)
SLIPS = ("first digit", "last digit")
_COLUMNS = (Standing.DISAGREES, Standing.DOUBTFUL, Standing.UNKNOWN, Standing.SAME_NUMBER, Standing.AGREES)


def main() -> None:
    """Print the tables."""
    documents = Path(sys.argv[1])
    root = Path(sys.argv[2] if len(sys.argv) > 2 else "claims")
    registry = load_registry((root,), Path.cwd()).registry
    linter = Linter.of(Request(roots=(root,), base=Path.cwd(), as_of=AS_OF))
    plain: Counter[Standing] = Counter()
    slips: dict[str, Counter[Standing]] = {slip: Counter() for slip in SLIPS}
    print("| document | agree | same number | not known | in doubt | **disagree** | disagree, its own claims unknown |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, source in sorted(registry.sources.items()):
        path = documents / source.document
        if not source.document or not path.exists():
            continue
        text = read_text(path)
        checked = list(linter.check(path.name, text))
        counts = Counter(each.standing for each in checked)
        plain += counts
        others = _without(root, source.place.path)
        apart = Counter(each.standing for each in others.check(path.name, text))
        print(_row(name, counts, apart[Standing.DISAGREES]))
        for each in checked:
            for slip in SLIPS:
                if (altered := _altered(text, each.start, each.end, slip)) is not None:
                    slips[slip][_standing_of(linter, path.name, altered, each.start)] += 1
    print(_row("**all**", plain, ""))
    print(
        "\n| slip | figures altered | called wrong | in doubt | not known | same number as another | missed (agrees) |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for slip, counts in slips.items():
        total = sum(counts.values())
        shown = (_percent(counts[standing], total) for standing in _COLUMNS)
        print(f"| {slip} | {total} | {' | '.join(shown)} |")
    if plain[Standing.DISAGREES]:
        raise SystemExit(f"{plain[Standing.DISAGREES]} false alarms")


def _row(name: str, counts: Counter[Standing], last: object) -> str:
    shown = (counts[each] for each in (Standing.AGREES, Standing.SAME_NUMBER, Standing.UNKNOWN, Standing.DOUBTFUL))
    return f"| {name} | {' | '.join(map(str, shown))} | **{counts[Standing.DISAGREES]}** | {last} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} % ({part})" if whole else "–"


def _without(root: Path, own: str) -> Linter:
    """Return a linter that knows the other documents only."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "claims"
        copy.mkdir()
        for file in sorted(root.glob("*.yaml")):
            if not file.as_posix().endswith(own) and "relations" not in file.name:
                shutil.copy(file, copy / file.name)
        return Linter.of(Request(roots=(copy,), base=copy, as_of=AS_OF))


def _altered(text: str, start: int, end: int, slip: str) -> str | None:
    """Return the text with one digit of a figure changed: the first up by one, or the last that is not zero."""
    digits = [match.start() for match in re.finditer(r"\d", text[start:end])]
    if not digits:
        return None
    place = digits[0]
    if slip == "last digit":
        place = next((digit for digit in reversed(digits) if text[start + digit] != "0"), digits[-1])
    old = int(text[start + place])
    new = (old + 1) % 10 or 1
    return text[: start + place] + str(new) + text[start + place + 1 :]


def _standing_of(linter: Linter, name: str, text: str, start: int) -> Standing:
    for each in linter.check(name, text):
        if each.start <= start < each.end:
            return each.standing
    return Standing.UNKNOWN


if __name__ == "__main__":
    main()
