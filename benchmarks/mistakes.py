"""What a check and lint say of made-up worlds: of true figures, and of one that a document has wrong.

    python -m benchmarks.mistakes [--worlds 3] [--figures 40]

A world (``benchmarks.worlds``) is true: reports cite it rounded, hedged and compared. A mistake is one digit of one
figure, changed in quote and value alike, as where the document itself is wrong: its own words tell nothing of it. In an
article about the same world, the first digit of each figure that lint knows is changed. Both tables are Markdown.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

from benchmarks import worlds
from benchmarks.tables import print_table
from factcheck.model.finding import Finding
from factcheck.model.lint import Checked, Standing
from factcheck.model.severity import Severity
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.lint import Linter
from factcheck.pipeline.plan import Request

AS_OF = date(2024, 11, 20)
LANGUAGES = {"vi": worlds.VIETNAMESE, "en": worlds.ENGLISH}
SENTENCES = 60
_CLAIM = re.compile(r'  - \{id: (?P<id>\w+), metric: [\w-]+, quote: "(?P<quote>[^"/]*)", value: (?P<value>[-\d.%]+)')
_KINDS = frozenset({"target", "estimate", "forecast"})


def request_of(files: Mapping[str, str]) -> Request:
    """Return what checks these files alone."""
    texts = tuple((name, text.encode()) for name, text in sorted(files.items()))
    return Request(roots=(), base=Path(), as_of=AS_OF, texts=texts)


def findings_of(files: Mapping[str, str]) -> dict[tuple[str, tuple[str, ...]], Finding]:
    """Return the errors and warnings of a check, by rule and claims."""
    found = check_registry(request_of(files)).findings
    return {(each.rule, each.fault.claims): each for each in found if each.severity is not Severity.NOTE}


def is_wrong(finding: Finding) -> bool:
    """Whether a finding accuses a true figure: an error, or a warning of anything but a large step or two plans."""
    if finding.rule == "conflicting-values" and finding.fault.wording in _KINDS:
        return False
    return finding.rule != "unreconciled-change"


def altered(line: str, random: Random) -> tuple[str, str] | None:
    """Return a claim's line with one digit changed in quote and value, and its id; None where these differ."""
    match = _CLAIM.match(line)
    if match is None:
        return None
    quote, value = match["quote"], match["value"]
    in_quote, in_value = ([at for at, char in enumerate(text) if char.isdigit()] for text in (quote, value))
    which = random.randrange(min(2, len(in_quote), len(in_value)))
    digit = quote[in_quote[which]]
    if digit != value[in_value[which]]:
        return None
    other = str((int(digit) + random.choice((3, 4, 5))) % 10)
    other = "9" if which == 0 and other == "0" else other
    changed = [text[: at[which]] + other + text[at[which] + 1 :] for text, at in ((quote, in_quote), (value, in_value))]
    return line.replace(f'"{quote}", value: {value}', f'"{changed[0]}", value: {changed[1]}'), match["id"]


def mistakes(files: Mapping[str, str], count: int, random: Random) -> Iterator[tuple[str, list[Finding]]]:
    """Yield for each of some mistakes the id of the wrong claim, and what a check says that it did not say before."""
    before = findings_of(files)
    lines = [(name, line) for name, text in files.items() for line in text.splitlines() if line.startswith("  - {id:")]
    random.shuffle(lines)
    done = 0
    for name, line in lines:
        wrong = altered(line, random)
        if wrong is None:
            continue
        new = findings_of({**files, name: files[name].replace(line, wrong[0])})
        yield wrong[1], [finding for key, finding in new.items() if key not in before]
        done += 1
        if done == count:
            return


def checked(seeds: range, count: int) -> None:
    """Print what a check says."""
    rows = []
    for code, tongue in LANGUAGES.items():
        said: Counter[str] = Counter()
        claims = false = 0
        for seed in seeds:
            files = worlds.Registry(worlds.World(seed, tongue)).files()
            claims += sum(text.count("  - {id:") for text in files.values())
            false += sum(map(is_wrong, findings_of(files).values()))
            for wrong, new in mistakes(files, count, Random(seed)):
                errors = [finding for finding in new if finding.severity is Severity.ERROR]
                said["error" if errors else "warning" if new else "missed"] += 1
                said["named"] += any(wrong in finding.fault.claims for finding in errors)
                slips = [finding.repairs[0].claim for finding in errors if finding.repairs]
                said["slips"] += bool(slips)
                said["right"] += wrong in slips
        total = said["error"] + said["warning"] + said["missed"]
        shares = [_share(said[each], total) for each in ("error", "warning", "missed")]
        blamed = [_share(said["named"], said["error"]), _share(said["right"], said["slips"])]
        rows.append([code, str(claims), str(false), str(total), *shares, *blamed])
    headings = (
        "reports", "true figures", "called wrong", "mistakes", "error", "warning", "missed", "errors that name it",
        "first slip right",
    )  # fmt: skip
    print_table("A document that has one figure wrong", headings, rows)


def linted(seeds: range) -> None:
    """Print what lint says."""
    rows = []
    for code, tongue in LANGUAGES.items():
        true: Counter[Standing] = Counter()
        wrong: Counter[Standing] = Counter()
        for seed in seeds:
            world = worlds.World(seed, tongue)
            linter = Linter.of(request_of(worlds.Registry(world).files()))
            text = worlds.article(world, SENTENCES)
            for each in list(linter.check("article.txt", text, code)):
                true[each.standing] += 1
                if each.standing is Standing.AGREES:
                    wrong[_changed(linter, text, each, code)] += 1
        known = sum(wrong.values())
        standings = (Standing.DISAGREES, Standing.DOUBTFUL, Standing.UNKNOWN, Standing.AGREES)
        shares = [_share(wrong[each], known) for each in standings]
        rows.append([code, str(sum(true.values())), str(true[Standing.DISAGREES]), str(known), *shares])
    headings = ("article", "true figures", "called wrong", "changed", "called wrong", "in doubt", "not known", "missed")
    print_table("An article with one figure's first digit changed", headings, rows)


def _changed(linter: Linter, text: str, known: Checked, code: str) -> Standing:
    """Return how a figure stands once its first digit is another."""
    at = next(place for place in range(known.start, known.end) if text[place].isdigit())
    digit = str((int(text[at]) + 3) % 10 or 5)
    changed = text[:at] + digit + text[at + 1 :]
    same = (each for each in linter.check("article.txt", changed, code) if each.start == known.start)
    return next((each.standing for each in same), Standing.UNKNOWN)


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} % ({part})" if whole else "–"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--worlds", type=int, default=3)
    parser.add_argument("--figures", type=int, default=40)
    options = parser.parse_args()
    seeds = range(1, options.worlds + 1)
    checked(seeds, options.figures)
    linted(seeds)


if __name__ == "__main__":
    main()
